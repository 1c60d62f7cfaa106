//! Finds the line and column of a byte, a JSON Pointer or a parser error in a JSON text.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

/// A line and column in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl Position {
    /// The first character of a text.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The position of the byte at `offset`, or of the end of the text if it is shorter.
    pub fn of_offset(text: &str, offset: usize) -> Self {
        let before = text.get(..offset.min(text.len())).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).map_or(0, |rest| rest.chars().count()) + 1,
        }
    }

    /// The start of `part`, which must be a slice of `whole`.
    pub fn of_part(whole: &str, part: &str) -> Self {
        Self::of_offset(whole, part.as_ptr().addr().saturating_sub(whole.as_ptr().addr()))
    }

    /// The position of a parser error. The columns of the parser are bytes.
    pub fn of_parse_error(text: &str, error: &serde_json::Error) -> Self {
        Self::of_part(text, Self::rest_at_parse_error(text, error))
    }

    /// The text from the character at which a parser stopped.
    pub fn rest_at_parse_error<'t>(text: &'t str, error: &serde_json::Error) -> &'t str {
        let line_start: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let mut offset = line_start + error.column().saturating_sub(1);
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        text.get(offset..).unwrap_or(text)
    }
}

/// The part of `text` at a JSON Pointer, or the innermost existing part that would contain it.
pub fn value_at<'t>(text: &'t str, pointer: &str) -> &'t str {
    let Ok(root) = serde_json::from_str::<&RawValue>(text) else {
        return text;
    };
    let mut found = root.get();
    for token in pointer.split('/').skip(1) {
        match child(found, &token.replace("~1", "/").replace("~0", "~")) {
            Some(inner) => found = inner,
            None => break,
        }
    }
    found
}

fn child<'t>(value: &'t str, token: &str) -> Option<&'t str> {
    if value.starts_with('{') {
        let members: BTreeMap<String, &RawValue> = serde_json::from_str(value).ok()?;
        members.get(token).map(|member| member.get())
    } else {
        let elements: Vec<&RawValue> = serde_json::from_str(value).ok()?;
        elements.get(token.parse::<usize>().ok()?).map(|element| element.get())
    }
}

#[cfg(test)]
mod tests {
    use super::{Position, value_at};

    const TEXT: &str = "{\n  \"a\": [\"\u{fc}\", { \"b/c\": 7 }]\n}\n";

    fn position(pointer: &str) -> (usize, usize) {
        let at = Position::of_part(TEXT, value_at(TEXT, pointer));
        (at.line, at.column)
    }

    #[test]
    fn a_pointer_gives_the_position_of_its_value() {
        assert_eq!(position(""), (1, 1));
        assert_eq!(position("/a"), (2, 8));
        assert_eq!(position("/a/0"), (2, 9));
        assert_eq!(position("/a/1/b~1c"), (2, 23));
    }

    #[test]
    fn a_pointer_to_nothing_gives_the_innermost_value_around_it() {
        assert_eq!(position("/a/1/missing"), (2, 14));
        assert_eq!(position("/a/9"), (2, 8));
        assert_eq!(value_at("not json", "/a"), "not json");
    }

    #[test]
    fn columns_count_characters_not_bytes() {
        assert_eq!(Position::of_offset("\u{fc}x", 2), Position { line: 1, column: 2 });
        assert_eq!(Position::of_offset("ab", 99), Position { line: 1, column: 3 });
    }

    #[test]
    fn columns_of_parse_errors_count_characters() {
        let text = "{\n\"\u{fc}\u{fc}\" x}";
        let error = serde_json::from_str::<serde_json::Value>(text).unwrap_err();
        assert_eq!(Position::of_parse_error(text, &error), Position { line: 2, column: 6 });
    }
}
