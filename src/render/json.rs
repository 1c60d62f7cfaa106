//! Renders data as a JSON document, indented and with a final newline.

use std::fmt::Write as _;

use serde::Serialize;

use crate::render::visible::is_unprintable;

/// Renders a value as a JSON document.
///
/// Unprintable characters that JSON allows unescaped are escaped too, as they could control a terminal.
pub fn render(value: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut text = String::new();
    for c in serde_json::to_string_pretty(value)?.chars() {
        if c != '\n' && is_unprintable(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                // Writing to a `String` cannot fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(c);
        }
    }
    text.push('\n');
    Ok(text)
}

#[cfg(test)]
mod tests {
    #[test]
    fn unprintable_characters_are_escaped() {
        let value = "a\u{1b}b\u{9b}c\u{202e}d\u{7f}e\u{e0041}";
        let text = super::render(&value).unwrap();
        assert_eq!(text, "\"a\\u001bb\\u009bc\\u202ed\\u007fe\\udb40\\udc41\"\n");
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), value);
    }
}
