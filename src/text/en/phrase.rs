//! Phrases around the content of the rules. In English.

use super::safety::level_meaning;
use crate::model::Level;
use crate::text::phrase::Phrase;

/// Phrases around the content of the rules.
pub(super) const PHRASE: Phrase = Phrase {
    especially: ESPECIALLY,
    has_now: "You said you have this now.",
    may_have_now: "You said you are not sure if you have this now.",
    print_topic: "Print one with: jakcheck topics TOPIC",
    sources: "Sources:",
    picture_of_signs: "Each picture is 1,000 people. # is 10 people to whom it happened. + is 10 people, to some of whom it happened. A dot is 10 people to whom it did not happen.",
    picture_of_dots: "Each picture is 1,000 people. A full dot is a person to whom it happened. A ring is one to whom it did not happen.",
    read_at,
    with_hint,
    person,
    because,
    caution,
    worth_finding_out,
    find_out,
    also_not_sure,
    other_not_sure,
    not_asked,
    still_open,
    ask,
    symptom,
    tried,
    counts,
    end,
    rules,
    program,
    rules_in_short,
    why,
    how_soon,
    how_soon_for_you,
    studied,
    how_long,
    of_thousand,
    picture,
    source,
    limits,
};

const ESPECIALLY: &str = " (especially for you)";

pub(super) fn read_at(address: &str, official: Option<&str>) -> String {
    match official {
        Some(official) => format!("Read at: {address} (official page, not opened: {official})"),
        None => format!("Read at: {address}"),
    }
}

pub(super) fn with_hint(label: &str, hint: Option<&str>) -> String {
    hint.map_or_else(|| label.to_owned(), |hint| format!("{label} - {hint}"))
}

pub(super) fn person(id: &str) -> String {
    format!("For: {id}.")
}

pub(super) fn because(said: &[String]) -> String {
    format!("Because you said: {}.", said.join("; "))
}

pub(super) fn caution(number: usize, total: usize, title: &str) -> String {
    format!("Caution {number} of {total}: {title}")
}

pub(super) fn worth_finding_out(title: &str) -> String {
    format!("Worth finding out: {title}")
}

pub(super) fn find_out(titles: &[&str]) -> String {
    format!("Find out: {}.", titles.join("; "))
}

pub(super) fn also_not_sure(titles: &[&str]) -> String {
    format!("Also worth finding out, as you are not sure: {}.", titles.join("; "))
}

pub(super) fn other_not_sure(titles: &[&str]) -> String {
    format!("You are also not sure of this: {}.", titles.join("; "))
}

pub(super) fn not_asked(titles: &[&str]) -> String {
    format!("Not asked: {}.", titles.join("; "))
}

pub(super) fn still_open(title: &str, titles: &[&str]) -> String {
    format!("{title}? Not known: {}.", titles.join("; "))
}

pub(super) fn ask(question: &str) -> String {
    format!("Ask: \"{question}\"")
}

pub(super) fn symptom(title: &str, watch_more: bool, signs: &[String]) -> String {
    let especially = if watch_more { ESPECIALLY } else { "" };
    format!("{title}{especially}: {}.", signs.join("; "))
}

pub(super) fn tried(text: &str) -> String {
    format!("You said: {text}.")
}

pub(super) fn counts(applies: usize, not_sure: usize, not_asked: usize, no_match: usize) -> String {
    format!(
        "Cautions that apply: {applies}. Worth finding out: {not_sure}. Not asked: {not_asked}. Not matched by your answers: {no_match}."
    )
}

pub(super) fn end(counts: &str, warning_signs: usize) -> String {
    format!("END OF LIST. {counts} Warning signs to know: {warning_signs}.")
}

pub(super) fn rules(id: &str, version: &str, checked_on: &str, review_by: &str) -> String {
    format!("Rules {id} {version}, checked on {checked_on}, next check by {review_by}.")
}

pub(super) fn program(name: &str, version: &str, digest: &str) -> String {
    format!("{name} {version}. Digest {digest}.")
}

pub(super) fn rules_in_short(id: &str, version: &str, digest: &str) -> String {
    format!("Rules {id} {version}, digest {}", digest.get(..12).unwrap_or(digest))
}

pub(super) fn why(sentences: &[String]) -> String {
    format!("Why: {}", sentences.join(" "))
}

pub(super) fn how_soon(level: Level) -> String {
    format!("How soon: {}.", level_meaning(level))
}

pub(super) fn how_soon_for_you(title: &str, tell: &[String]) -> String {
    [format!("How soon: {title}.")].iter().chain(tell).cloned().collect::<Vec<String>>().join(" ")
}

pub(super) fn studied(who: &[String]) -> String {
    format!("Who was studied: {}", who.join(" "))
}

pub(super) fn how_long(how_long: &str) -> String {
    format!("For how long: {how_long}.")
}

pub(super) fn of_thousand(group: &str, had: u64, said: &str, had_not: u64) -> String {
    format!("Of 1,000 people on {group}, about {had} {said}. About {had_not} did not.")
}

pub(super) fn picture(had: u64) -> String {
    format!("Picture of {had} of 1,000 people")
}

pub(super) fn source(number: usize) -> String {
    format!("source {number}")
}

pub(super) fn limits(sentences: &[String]) -> String {
    format!("What this study cannot tell: {}", sentences.join(" "))
}
