//! The style sheet of an HTML page.

use std::fmt::Write as _;

use crate::render::document::Document;
use crate::text::language;

/// The style of every page.
pub(crate) const SHEET: &str = include_str!("style.css");

/// The size of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// 12 points in print.
    Normal,
    /// 18 points in print, and in proportion on the screen.
    Large,
}

/// The style sheet of a page.
#[derive(Debug)]
pub(super) struct Style {
    sheet: String,
}

impl Style {
    /// The style sheet for a document. Each printed page has a number, the rules, and whether it is an example.
    pub(super) fn new(document: &Document, size: Size) -> Self {
        let (screen, print) = match size {
            Size::Normal => ("1.125rem", "12pt"),
            Size::Large => ("1.6875rem", "18pt"),
        };
        let mut sheet = format!(":root {{ --screen: {screen}; --print: {print}; }}\n");
        sheet.push_str(SHEET);
        let margin = if document.is_short { "10mm 12mm 11mm" } else { "15mm 16mm 16mm" };
        let _ = write!(sheet, "@page {{ margin: {margin};");
        if document.is_example {
            let _ = write!(
                sheet,
                " @top-left {{ content: {}; font: bold 10pt sans-serif; }}",
                quoted(language().safety.example)
            );
        }
        let _ = write!(sheet, " @bottom-left {{ content: {}; font: 9pt sans-serif; }}", quoted(&document.rules));
        let [page, of] = language().safety.page_of.map(quoted);
        let numbers = format!("{page} counter(page) {of} counter(pages)");
        let _ = writeln!(sheet, " @bottom-right {{ content: {numbers}; font: 9pt sans-serif; }} }}");
        Self { sheet }
    }

    /// The style sheet as CSS.
    pub(super) fn sheet(&self) -> &str {
        &self.sheet
    }
}

/// A text as a CSS string. Everything but letters and digits is escaped, so that nothing can end the string.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            quoted.push(c);
        } else {
            let _ = write!(quoted, "\\{:06x}", u32::from(c));
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_text_ends_a_css_string() {
        assert_eq!(super::quoted("a 1\"</style>"), r#""a\0000201\000022\00003c\00002fstyle\00003e""#);
    }
}
