//! Texts of the explanation of a caution. In English.

use super::safety::state;
use crate::model::{Read, State};
use crate::text::explanation::Explanation;

/// Texts of the explanation of a caution.
pub(super) const EXPLANATION: Explanation = Explanation {
    all: "all of these:",
    any: "any of these:",
    and: " and ",
    or: " or ",
    applies_when: "When it applies",
    raised_by: "What raises it",
    each_is_enough: "Each line is enough by itself, whatever else is answered. No answer in it can be left out.",
    too_many: "There are too many sets of answers to list them here.",
    left_open: "What leaves it open",
    not_sure_leaves_open: "Not sure, or no answer, can leave it open for each of these. It is never taken as no.",
    open_when: "It also stays open with these answers:",
    call_today: "When to call the doctor today",
    parts: "Why each part counts",
    parts_lead: "One answer is changed, and all others stay the same.",
    no_pair: "No single answer shows this part by itself: the other parts raise the caution without it.",
    reads: "What the person reads",
    while_not_sure: "While an answer is not sure:",
    sources: "Sources, and how well each was read",
    these_answers: "What these answers did",
    list: "Cautions",
    how: "Explain one with: jakcheck explain CAUTION",
    place,
    answered,
    any_of,
    in_brackets,
    holds,
    together,
    applies_with,
    no_match_with,
    unless_not,
    source,
    says,
    outcome,
};

pub(super) fn place(topic: &str, id: &str) -> String {
    format!("Topic: {topic}. Rule: {id}.")
}

pub(super) fn answered(title: &str, labels: &[&str]) -> String {
    let labels: Vec<String> = labels.iter().map(|label| format!("\"{label}\"")).collect();
    format!("{title}: {}", labels.join(" or "))
}

pub(super) fn any_of(title: &str) -> String {
    format!("{title}: yes to any of them")
}

pub(super) fn in_brackets(parts: &str) -> String {
    format!("({parts})")
}

pub(super) fn holds(title: &str) -> String {
    format!("{title}, which means:")
}

pub(super) fn together(said: &[&str]) -> String {
    said.join("; and ")
}

pub(super) fn applies_with(answer: &str, with: &[String]) -> String {
    format!("{}. Then it {}.", together(&all(answer, with)), state(State::Applies))
}

pub(super) fn no_match_with(answer: &str, with: &[String]) -> String {
    format!("{}. Then {}.", together(&all(answer, with)), state(State::NoMatch))
}

pub(super) fn unless_not(condition: &str) -> String {
    format!("Left out only where this is surely not so: {condition}")
}

pub(super) fn source(title: &str, publisher: &str, date: &str, read: Read, section: Option<&str>) -> String {
    let section = section.map_or_else(String::new, |section| format!(" Section: {section}."));
    format!("{title}. {publisher}, {date} ({}).{section}", super::safety::read(read))
}

pub(super) fn says(sentences: &[String]) -> String {
    format!("It says: {}", sentences.join(" "))
}

pub(super) fn outcome(outcome: State) -> String {
    format!("{}.", capital(state(outcome)))
}

fn all<'a>(answer: &'a str, with: &'a [String]) -> Vec<&'a str> {
    [answer].into_iter().chain(with.iter().map(String::as_str)).collect()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
