//! The words of answers: which one chooses what, and what is said of one that chooses nothing.

use super::Answer;
use crate::rules::{Item, OptionIndex, RuleSet};
use crate::suggest;
use crate::visible::is_unprintable;

/// The word for *not sure*.
pub(crate) const NOT_SURE: &str = "not_sure";

/// The word for no item of a group.
pub(crate) const NONE: &str = "none";

/// The `id` of a record is at most this many characters.
const LONGEST_ID: usize = 200;

/// The answer that a word gives to an item.
pub(crate) fn answer(item: &Item, word: &str) -> Option<Answer> {
    if word == NOT_SURE {
        return Some(Answer::NotSure);
    }
    let index = item.options.iter().position(|option| option.id == *word)?;
    Some(Answer::Chosen(OptionIndex(index)))
}

/// The word for an answer to an item; nothing where it has none.
pub(crate) fn of(item: &Item, answer: Answer) -> Option<&str> {
    match answer {
        Answer::Chosen(option) => item.options.get(option.0).map(|option| option.id.as_str()),
        Answer::NotSure => Some(NOT_SURE),
        Answer::Unanswered | Answer::LeftOut => None,
    }
}

/// The words that an item knows, as a hint.
pub(crate) fn options_hint(item: &Item) -> String {
    suggest::listing("options", item.options.iter().map(|option| option.id.as_str()).chain([NOT_SURE]))
}

/// What is said of a word that chooses nothing, and the hint. The word itself is an answer, and is not repeated.
pub(crate) fn unknown_option(rules: &RuleSet, item: &Item, word: &str) -> (String, String) {
    let hint = retired_hint(rules, word).unwrap_or_else(|| options_hint(item));
    (format!("`{}` has no such option", item.reference), hint)
}

/// What took the place of a word of an earlier rule set: an option, a question, or an item behind its group.
pub fn retired_hint(rules: &RuleSet, word: &str) -> Option<String> {
    let id = word.rsplit('.').next().unwrap_or(word);
    let id = id.rsplit("__").next().unwrap_or(id);
    let now: Vec<String> = rules.replacements(id)?.iter().map(|id| format!("`{id}`")).collect();
    Some(format!("it is now {}", now.join(" and ")))
}

/// Whether the `id` of a record can be echoed: not too long, and every character can be seen.
pub(crate) fn is_record_id(id: &str) -> bool {
    id.chars().count() <= LONGEST_ID && !id.chars().any(is_unprintable)
}

/// What is said of an `id` that cannot be echoed, and the hint.
pub(crate) fn bad_record_id() -> (String, String) {
    let hint = format!("write at most {LONGEST_ID} characters that can be seen");
    ("this `id` cannot be echoed".to_owned(), hint)
}
