//! Texts that a person reads: not empty, nothing hidden in them, no stray spaces.

use super::place::Place;
use crate::load::diagnostic::Code;
use crate::render::visible::is_unprintable;

/// Spaces that belong between texts, not into them.
const SPACES: [char; 3] = ['\n', '\r', '\t'];

/// Checks one text and gives it back.
pub(crate) fn text(place: &Place<'_>, text: &str) -> String {
    if text.trim().is_empty() {
        place.report(Code::MissingText, "the text is empty", "write the text");
    } else if let Some(hidden) = text.chars().find(|c| is_unprintable(*c) && !SPACES.contains(c)) {
        place.report(
            Code::HiddenCharacter,
            format!("the text has the hidden character U+{:04X}", u32::from(hidden)),
            "remove it; only characters that can be seen belong in a text",
        );
    } else if text.trim() != text || text.contains("  ") || text.contains(SPACES) || text.contains('\u{a0}') {
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
