//! Lines of plain text, wrapped at a width. There are no boxes and no trailing spaces, for screen readers.

use textwrap::{Options, WordSplitter};

use super::Paint;
use crate::render::visible::seen;

/// The least width of a page, in columns.
pub(super) const NARROWEST: usize = 20;

/// A space at which a line is not wrapped. It is printed as any space.
pub(super) const HELD: &str = "\u{a0}";

/// The start of a web address.
const WEB: &str = "https://";

/// How wide a text is, in columns.
pub(super) fn columns(text: &str) -> usize {
    textwrap::core::display_width(&seen(text))
}

/// A plain text page that is being written.
#[derive(Debug)]
pub struct Page {
    text: String,
    width: usize,
    paint: Paint,
}

impl Page {
    /// An empty page that wraps at `width` columns.
    pub fn new(width: usize, paint: Paint) -> Self {
        Self { text: String::new(), width: width.max(NARROWEST), paint }
    }

    /// The page as text.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The width of the page, in columns.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// The colours of the page.
    pub fn paint(&self) -> Paint {
        self.paint
    }

    /// Writes an empty line, unless the page is empty or already ends with one.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Writes an empty line, even at the top.
    pub fn blank(&mut self) {
        self.text.push('\n');
    }

    /// Writes a heading between empty lines.
    pub fn heading(&mut self, text: &str) {
        self.gap();
        self.styled("", text, Paint::heading);
    }

    /// Writes wrapped text.
    pub fn line(&mut self, text: &str) {
        self.wrapped("", "", text, |_, line| line.to_owned());
    }

    /// Writes sentences as one paragraph.
    pub fn sentences(&mut self, indent: &str, sentences: &[impl AsRef<str>]) {
        let sentences: Vec<&str> = sentences.iter().map(AsRef::as_ref).collect();
        if !sentences.is_empty() {
            self.wrapped(indent, indent, &sentences.join(" "), |_, line| line.to_owned());
        }
    }

    /// Writes text after a mark such as `- `. Further lines are indented by the width of the mark.
    pub fn item(&mut self, mark: &str, text: &str) {
        self.styled_item(mark, text, |_, line| line.to_owned());
    }

    /// The same in a style, which the mark has too.
    pub(super) fn styled_item(&mut self, mark: &str, text: &str, style: impl Fn(Paint, &str) -> String) {
        let indent = " ".repeat(textwrap::core::display_width(mark));
        self.wrapped(mark, &indent, text, style);
    }

    /// Writes wrapped text after a mark; before its further lines stands what is given for them.
    pub fn hanging(&mut self, mark: &str, rest: &str, text: &str) {
        self.wrapped(mark, rest, text, |_, line| line.to_owned());
    }

    /// Writes wrapped text in a style.
    pub fn styled(&mut self, indent: &str, text: &str, style: impl Fn(Paint, &str) -> String) {
        self.wrapped(indent, indent, text, style);
    }

    /// Writes a line that was laid out before, in a style.
    pub(super) fn laid_out(&mut self, line: &str, style: impl Fn(Paint, &str) -> String) {
        self.text.push_str(&style(self.paint, line));
        self.text.push('\n');
    }

    // Each line is coloured separately after wrapping, as colour codes have no width.
    fn wrapped(&mut self, first: &str, rest: &str, text: &str, style: impl Fn(Paint, &str) -> String) {
        let text = seen(text);
        let options = Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(rest)
            // A web address is never broken, as it could not be opened.
            .break_words(!text.contains(WEB))
            .word_splitter(WordSplitter::NoHyphenation);
        for line in textwrap::wrap(&text, options) {
            self.laid_out(&line.trim_end().replace(HELD, " "), &style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Page, Paint};

    #[test]
    fn text_wraps_under_its_first_word() {
        let mut page = Page::new(20, Paint::new(false));
        page.item("- ", "one two three four five six");
        assert_eq!(page.into_text(), "- one two three four\n  five six\n");
    }

    #[test]
    fn unprintable_characters_are_removed() {
        let mut page = Page::new(40, Paint::new(false));
        page.line("a\u{1b}[31mb\u{202e}c\u{9b}d\u{200b}e");
        assert_eq!(page.into_text(), "a[31mbcde\n");
    }

    #[test]
    fn gaps_are_one_empty_line() {
        let mut page = Page::new(40, Paint::new(false));
        page.gap();
        page.line("a");
        page.gap();
        page.gap();
        page.line("b");
        assert_eq!(page.into_text(), "a\n\nb\n");
    }
}
