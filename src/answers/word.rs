//! The words of answers: what each one means, and the hints for one that means nothing.

use crate::load::suggest;
use crate::model::words::{NOT_SURE, RECORD_ID};
use crate::model::{Answer, Id, Item, OptionIndex, Question, RuleSet};
use crate::render::visible::is_unprintable;
use crate::text::language;

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
pub(crate) fn options_hint(rules: &RuleSet, item: &Item) -> String {
    let listing = suggest::listing(
        language().answers.options,
        item.options.iter().map(|option| option.id.as_str()).chain([NOT_SURE]),
    );
    with_retired(rules, listing, |id| item.options.iter().any(|option| option.id == *id))
}

/// The hint for a value of JSON that is no answer: what such a value is often meant to be, and what may be written.
pub(super) fn not_a_word(value: &str, allowed: String) -> String {
    in_brackets(value).map_or_else(|| often_meant(value.trim_matches('"'), allowed), str::to_owned)
}

/// The hint for a value in brackets, as some programs write every value, and for one with nothing in it.
pub(super) fn in_brackets(value: &str) -> Option<&'static str> {
    let words = &language().answers;
    match value.strip_prefix(['[', '{'])?.trim_start() {
        "]" | "}" => Some(words.nothing_in_it),
        _ => value.starts_with('[').then_some(words.unbox),
    }
}

/// The hint for a word that is none, if it is one that other programs write for something else, and what may be written.
fn often_meant(word: &str, allowed: String) -> String {
    let words = &language().answers;
    if ["true", "false"].iter().any(|truth| word.eq_ignore_ascii_case(truth)) {
        (words.boolean)(&allowed)
    } else if word.parse::<f64>().is_ok() {
        (words.number)(&allowed)
    } else {
        allowed
    }
}

/// The items of a group, as a hint.
pub(crate) fn items_hint(rules: &RuleSet, question: &Question) -> String {
    let listing = suggest::listing(language().answers.items, question.items.iter().map(|item| item.id.as_str()));
    with_retired(rules, listing, |id| question.items.iter().any(|item| item.id == *id))
}

/// Every id that changed is named, whatever was answered: a hint about one word alone would reveal the answer.
fn with_retired(rules: &RuleSet, listing: String, is_known: impl Fn(&Id) -> bool) -> String {
    let retired = rules.retired().iter().filter(|retired| retired.now.iter().all(&is_known));
    let changes: Vec<String> = retired.map(suggest::retired_is_now).collect();
    if changes.is_empty() { listing } else { (language().answers.with_changes)(&listing, &changes) }
}

/// What is wrong with a word that is no option, and the hint. The word itself is an answer and is not repeated.
pub(crate) fn unknown_option(rules: &RuleSet, item: &Item, word: &str) -> (String, String) {
    let hint = often_meant(word, options_hint(rules, item));
    ((language().answers.no_such_option)(&item.reference), hint)
}

/// What took the place of the name of a question or of an item: `group.item` and `group__item` stay in their group.
pub(crate) fn retired_name_hint(rules: &RuleSet, name: &str) -> Option<String> {
    let (group, id) = match name.split_once('.').or_else(|| name.split_once("__")) {
        Some((group, id)) => (Some(rules.question(group)?), id),
        None => (None, name),
    };
    let questions = group.map_or(rules.questions(), std::slice::from_ref);
    let reference = |id: &Id| {
        let mut items = questions.iter().flat_map(|question| &question.items);
        items.find(|item| item.id == *id).map(|item| item.reference.as_str())
    };
    let retired = rules.retired_id(id)?;
    let now: Option<Vec<&str>> = retired.now.iter().map(reference).collect();
    Some((language().answers.is_now)(name, &now?))
}

/// The item of a group that a name says by itself, as `group.item` or `group__item`.
pub(super) fn item_alone<'r>(rules: &'r RuleSet, name: &str) -> Option<&'r Item> {
    let (group, id) = name.split_once('.').or_else(|| name.split_once("__"))?;
    let group = rules.question(group).filter(|question| question.is_group)?;
    group.items.iter().find(|item| item.id == *id)
}

/// The item that a name says: a question, or an item of a group as `group.item` or `group__item`.
pub(super) fn item<'r>(rules: &'r RuleSet, name: &str) -> Option<&'r Item> {
    rules.find_item(name).or_else(|| item_alone(rules, name))
}

/// Whether a table of answers can have a column of this name.
pub(super) fn is_column(rules: &RuleSet, name: &str) -> bool {
    name == RECORD_ID || item(rules, name).is_some()
}

/// Whether the `id` of a record can be echoed: not too long, and every character can be seen.
pub(crate) fn is_record_id(id: &str) -> bool {
    id.chars().count() <= LONGEST_ID && !id.chars().any(is_unprintable)
}

/// What is wrong with an `id` that cannot be echoed, and the hint.
pub(crate) fn bad_record_id() -> (&'static str, String) {
    (language().answers.bad_record_id)(LONGEST_ID)
}
