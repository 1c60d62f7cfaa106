//! Finds unprintable characters, and removes or escapes them.

use std::borrow::Cow;

/// Whether a character is invisible or changes how others are shown: controls (line breaks included), zero-width and
/// bidirectional marks, fillers, line and paragraph separators, private use, tags.
pub fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e000}'..='\u{f8ff}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Whether a text is only printable ASCII, as nearly all texts are. A fast test before a slower one.
pub fn is_plain(text: &str) -> bool {
    // Without an early exit, so that the compiler can vectorize it.
    text.bytes().fold(true, |is_plain, byte| is_plain & matches!(byte, b' '..=b'~'))
}

/// The text without unprintable characters.
pub fn seen(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| !is_unprintable(*c)).collect())
}

/// The text with unprintable characters as escapes.
pub fn escaped(text: &str) -> String {
    text.chars().map(|c| if is_unprintable(c) { c.escape_unicode().collect() } else { String::from(c) }).collect()
}

/// The text with unprintable characters as escapes, except line breaks.
pub fn escaped_lines(text: &str) -> String {
    text.split('\n').map(escaped).collect::<Vec<String>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{escaped, escaped_lines, is_unprintable};

    #[test]
    fn control_characters_become_visible() {
        assert_eq!(escaped("a\u{1b}]0;x\u{7}b\nc"), "a\\u{1b}]0;x\\u{7}b\\u{a}c");
        assert_eq!(escaped_lines("a\u{9b}\nb"), "a\\u{9b}\nb");
    }

    #[test]
    fn letters_of_any_script_are_printable() {
        assert!("Größe 日本 العربية naïve – 'x'".chars().all(|c| !is_unprintable(c)));
    }
}
