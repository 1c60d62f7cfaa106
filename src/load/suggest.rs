//! Hints with the closest allowed word.

use crate::model::{Id, RetiredId, RuleSet};
use crate::text::language;

/// The least similarity, from 0 to 1, of a word that is suggested.
const LEAST_SIMILARITY: f64 = 0.75;

/// The least similarity of a word that must be a slip of the pen.
const VERY_SIMILAR: f64 = 0.9;

/// The allowed word closest to `word`, if one is close enough.
pub fn closest<'w>(word: &str, allowed: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    closest_from(LEAST_SIMILARITY, word, allowed)
}

/// The same if it is very close, where other words are to be expected.
pub fn very_close<'w>(word: &str, allowed: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    closest_from(VERY_SIMILAR, word, allowed)
}

fn closest_from<'w>(least: f64, word: &str, allowed: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let word = word.to_lowercase();
    allowed
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&word, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= least)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

/// A hint for a word that is not allowed: a close allowed word or, without one, all allowed words.
pub fn hint<'w>(word: &str, what: &str, allowed: impl IntoIterator<Item = &'w str> + Clone) -> String {
    match closest(word, allowed.clone()) {
        Some(candidate) => (language().answers.did_you_mean)(candidate),
        None => listing(what, allowed),
    }
}

/// A sentence such as "The options are a, b, c."
pub fn listing<'w>(what: &str, allowed: impl IntoIterator<Item = &'w str>) -> String {
    (language().answers.the_are)(what, &allowed.into_iter().collect::<Vec<&str>>())
}

/// A hint with the ids that replaced a retired one. `None` if the id is not retired, or if they are not all in `known`.
pub fn retired_hint(rules: &RuleSet, id: &str, known: &[&str]) -> Option<String> {
    let retired = rules.retired_id(id)?;
    retired.now.iter().all(|now| known.contains(&now.as_str())).then(|| retired_is_now(retired))
}

/// A sentence with the ids that replaced a retired one.
pub(crate) fn retired_is_now(retired: &RetiredId) -> String {
    let now: Vec<&str> = retired.now.iter().map(Id::as_str).collect();
    (language().answers.is_now)(retired.id.as_str(), &now)
}

#[cfg(test)]
mod tests {
    use super::{closest, hint};

    #[test]
    fn a_close_word_is_suggested() {
        let allowed = ["clot_history", "clot_risks", "smoking"];
        assert_eq!(closest("clot_hystory", allowed), Some("clot_history"));
        assert_eq!(closest("SMOKING", allowed), Some("smoking"));
        assert_eq!(closest("zebra", allowed), None);
    }

    #[test]
    fn without_a_close_word_all_words_are_listed() {
        assert_eq!(hint("zzz", "options", ["yes", "no"]), "the options are: yes, no");
    }
}
