//! Texts that a person reads: not empty, nothing hidden in them, no stray spaces.

use super::place::Place;
use crate::diagnostic::Code;

/// Checks one text and gives it back.
pub(crate) fn text(place: &Place<'_>, text: &str) -> String {
    if text.trim().is_empty() {
        place.report(Code::MissingText, "the text is empty", "write the text");
    } else if let Some(hidden) = text.chars().find(|c| is_hidden(*c)) {
        place.report(
            Code::HiddenCharacter,
            format!("the text has the hidden character U+{:04X}", u32::from(hidden)),
            "remove it; only characters that can be seen belong in a text",
        );
    } else if text.trim() != text || text.contains("  ") || text.contains(['\n', '\r', '\t', '\u{a0}']) {
        place.report(
            Code::StraySpace,
            "the text has spaces that do not belong there",
            "leave no space at either end, no two in a row, no tab, no line break and no hard space",
        );
    }
    text.to_owned()
}

/// Checks a text that may be missing.
pub(super) fn optional(place: &Place<'_>, key: &str, value: Option<&String>) -> Option<String> {
    value.map(|value| text(&place.key(key), value))
}

/// Checks a list of sentences that must not be empty.
pub(super) fn sentences(place: &Place<'_>, key: &str, list: &[String]) -> Vec<String> {
    if list.is_empty() {
        place.key(key).report(Code::MissingText, format!("`{key}` has no sentence"), "write at least one sentence");
    }
    any_sentences(place, key, list)
}

/// Checks a list of sentences that may be empty.
pub(super) fn any_sentences(place: &Place<'_>, key: &str, list: &[String]) -> Vec<String> {
    place.each(key, list).map(|(at, sentence)| text(&at, sentence)).collect()
}

/// Checks a list of sentences that may be missing.
pub(super) fn optional_sentences(place: &Place<'_>, key: &str, list: Option<&Vec<String>>) -> Vec<String> {
    list.map(|list| sentences(place, key, list)).into_iter().flatten().collect()
}

/// Whether a character cannot be seen, or turns the order of what is seen: controls, zero-width and bidirectional
/// marks, line and paragraph separators, private use, tags.
pub(crate) fn is_hidden(c: char) -> bool {
    let visible_space = matches!(c, '\n' | '\r' | '\t');
    (c.is_control() && !visible_space)
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{e0fff}' | '\u{f0000}'..='\u{10ffff}')
}
