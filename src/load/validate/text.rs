//! Checks texts for people: not empty, no hidden characters, no stray spaces.

use super::place::Place;
use crate::load::diagnostic::Code;
use crate::load::raw;
use crate::render::visible::{is_plain, is_unprintable};
use crate::text::language;

/// White space that a text must not contain.
const SPACES: [char; 4] = ['\n', '\r', '\t', '\u{a0}'];

/// Checks a text.
pub(crate) fn text(place: &Place<'_>, text: &str) -> String {
    let rules = &language().rules;
    let is_plain = is_plain(text);
    let is_hidden = |c: &char| is_unprintable(*c) && !SPACES.contains(c);
    if text.trim().is_empty() {
        place.report(Code::MissingText, rules.empty_text);
    } else if let Some(hidden) = (!is_plain).then(|| text.chars().find(is_hidden)).flatten() {
        place.report(Code::HiddenCharacter, (rules.hidden_character)(hidden));
    } else if text.trim() != text || text.contains("  ") || (!is_plain && text.contains(SPACES)) {
        place.report(Code::StraySpace, rules.stray_space);
    }
    text.to_owned()
}

/// Checks an optional text.
pub(super) fn optional(place: &Place<'_>, key: &'static str, value: Option<&raw::Text<'_>>) -> Option<String> {
    value.map(|value| text(&place.key(key), value))
}

/// Checks a list of sentences that must not be empty.
pub(super) fn sentences(place: &Place<'_>, key: &'static str, list: &[raw::Text<'_>]) -> Vec<String> {
    if list.is_empty() {
        place.key(key).report(Code::MissingText, (language().rules.no_sentence)(key));
    }
    any_sentences(place, key, list)
}

/// Checks a list of sentences that may be empty.
pub(super) fn any_sentences(place: &Place<'_>, key: &'static str, list: &[raw::Text<'_>]) -> Vec<String> {
    place.each(key, list).map(|(at, sentence)| text(&at, sentence)).collect()
}

/// Checks an optional list of sentences. If it is there, it must not be empty.
pub(super) fn optional_sentences(
    place: &Place<'_>,
    key: &'static str,
    list: Option<&Vec<raw::Text<'_>>>,
) -> Vec<String> {
    list.map(|list| sentences(place, key, list)).into_iter().flatten().collect()
}
