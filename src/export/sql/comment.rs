//! Texts of a rule set as SQL comments of one line, without characters that have a meaning to an engine or to a tool
//! that handles the query.

use crate::render::visible::is_unprintable;

/// A comment on a line of its own, indented by `indent` spaces.
pub(super) fn line(indent: usize, text: &str) -> String {
    let text = sanitize(text);
    let dash = if text.is_empty() { "--" } else { "-- " };
    format!("{:indent$}{dash}{text}\n", "")
}

/// Replaces the characters that would end a comment or that tools read even in comments.
///
/// A line break ends the comment. Spark continues a comment after a backslash and substitutes variables after a dollar
/// sign, templates look for braces, database libraries for a colon before a name, old shells for quotes and semicolons.
fn sanitize(text: &str) -> String {
    let mut sanitized = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\'' | '"' | '`' | '\u{2018}'..='\u{201f}' => {}
            ';' => sanitized.push(','),
            ':' if letters.peek().is_some_and(|next| *next != ' ') => sanitized.push_str(": "),
            '\\' | '$' | '{' | '}' | '*' | '&' | '@' => sanitized.push(full_width(letter)),
            _ if letter.is_whitespace() || is_unprintable(letter) => sanitized.push(' '),
            _ => sanitized.push(letter),
        }
    }
    sanitized.split(' ').filter(|word| !word.is_empty()).collect::<Vec<&str>>().join(" ")
}

/// The full-width form of an ASCII character: it looks similar and no tool reads it.
fn full_width(ascii: char) -> char {
    char::from_u32(u32::from(ascii) + 0xfee0).unwrap_or(' ')
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn nothing_ends_a_comment_or_means_something_to_a_tool() {
        let text = "a\nb\r\nc\u{2028}d\u{b}e; DROP TABLE x; -- */ 'f' \"g\" `h` ${env:HOME} {{ i }} :j 12:30 \\";
        let comment = line(2, text);
        assert_eq!(
            comment,
            "  -- a b c d e, DROP TABLE x, -- \u{ff0a}/ f g h \u{ff04}\u{ff5b}env: HOME\u{ff5d} \u{ff5b}\u{ff5b} i \
             \u{ff5d}\u{ff5d} : j 12: 30 \u{ff3c}\n"
        );
        assert_eq!(line(0, ""), "--\n");
        assert_eq!(line(0, "Crohn's \u{2265} 50%"), "-- Crohns \u{2265} 50%\n");
    }
}
