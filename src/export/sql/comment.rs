//! Texts of a rule set in comments: one line each, with nothing in it that means something to an engine or to a tool
//! between.

use crate::render::visible::is_unprintable;

/// A comment on a line of its own, at an indent.
pub(super) fn line(indent: usize, text: &str) -> String {
    let text = harmless(text);
    let dash = if text.is_empty() { "--" } else { "-- " };
    format!("{:indent$}{dash}{text}\n", "")
}

/// The text as part of a comment.
///
/// A comment ends with its line, so no line may end within the text. Beside that some tools look into comments: Spark goes
/// on with a comment after a backslash and puts in what stands behind a dollar sign, templates look for braces, database
/// libraries for a colon before a name, old shells for quotes and semicolons.
fn harmless(text: &str) -> String {
    let mut harmless = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\'' | '"' | '`' | '\u{2018}'..='\u{201f}' => {}
            ';' => harmless.push(','),
            ':' if letters.peek().is_some_and(|next| *next != ' ') => harmless.push_str(": "),
            '\\' | '$' | '{' | '}' | '*' | '&' | '@' => harmless.push(wide(letter)),
            _ if letter.is_whitespace() || is_unprintable(letter) => harmless.push(' '),
            _ => harmless.push(letter),
        }
    }
    harmless.split(' ').filter(|word| !word.is_empty()).collect::<Vec<&str>>().join(" ")
}

/// The wide form of an ASCII sign, which looks like it and means nothing.
fn wide(sign: char) -> char {
    char::from_u32(u32::from(sign) + 0xfee0).unwrap_or(' ')
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
