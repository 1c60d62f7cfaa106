//! Lines of plain text, wrapped at a width. Linear: no tables, no boxes, no trailing spaces.

use textwrap::{Options, WordSplitter};

use super::Paint;
use crate::render::visible::seen;

/// Narrower than this nothing can be read.
pub(super) const NARROWEST: usize = 20;

/// How a web address begins.
const WEB: &str = "https://";

/// A page under the pen.
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

    /// The colours of the page.
    pub fn paint(&self) -> Paint {
        self.paint
    }

    /// An empty line, unless the page is empty or there is one already.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// An empty line, also at the top.
    pub fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A heading on lines of its own.
    pub fn heading(&mut self, text: &str) {
        self.gap();
        self.styled("", text, Paint::heading);
    }

    /// Text, wrapped.
    pub fn line(&mut self, text: &str) {
        self.wrapped("", "", text, |_, line| line.to_owned());
    }

    /// Sentences in one paragraph.
    pub fn sentences(&mut self, indent: &str, sentences: &[impl AsRef<str>]) {
        let sentences: Vec<&str> = sentences.iter().map(AsRef::as_ref).collect();
        if !sentences.is_empty() {
            self.wrapped(indent, indent, &sentences.join(" "), |_, line| line.to_owned());
        }
    }

    /// Text behind a mark, with its further lines under its first word.
    pub fn item(&mut self, mark: &str, text: &str) {
        let indent = " ".repeat(textwrap::core::display_width(mark));
        self.wrapped(mark, &indent, text, |_, line| line.to_owned());
    }

    /// Text in a style.
    pub fn styled(&mut self, indent: &str, text: &str, style: impl Fn(Paint, &str) -> String) {
        self.wrapped(indent, indent, text, style);
    }

    // Each line is coloured by itself, after wrapping: colour codes have no width.
    fn wrapped(&mut self, first: &str, rest: &str, text: &str, style: impl Fn(Paint, &str) -> String) {
        let text = seen(text);
        let options = Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(rest)
            // A web address that is cut cannot be opened: its line is longer than the others.
            .break_words(!text.contains(WEB))
            .word_splitter(WordSplitter::NoHyphenation);
        for line in textwrap::wrap(&text, options) {
            self.text.push_str(&style(self.paint, line.trim_end()));
            self.text.push('\n');
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
    fn nothing_hidden_reaches_the_page() {
        let mut page = Page::new(40, Paint::new(false));
        page.line("a\u{1b}[31mb\u{202e}c\u{9b}d\u{200b}e");
        assert_eq!(page.into_text(), "a[31mbcde\n");
    }

    #[test]
    fn gaps_do_not_pile_up() {
        let mut page = Page::new(40, Paint::new(false));
        page.gap();
        page.line("a");
        page.gap();
        page.gap();
        page.line("b");
        assert_eq!(page.into_text(), "a\n\nb\n");
    }
}
