//! What is said of one caution explained.

use super::state;
use crate::model::{Read, State};

/// Every part holds.
pub const ALL: &str = "all of these:";
/// One part holds.
pub const ANY: &str = "any of these:";
/// Between parts that must all hold, in one sentence.
pub const AND: &str = " and ";
/// Between parts of which one must hold, in one sentence.
pub const OR: &str = " or ";
/// When a caution applies.
pub const APPLIES_WHEN: &str = "When it applies";
/// The smallest sets of answers that raise it.
pub const RAISED_BY: &str = "What raises it";
/// What the list of sets is.
pub const EACH_IS_ENOUGH: &str =
    "Each line is enough by itself, whatever else is answered. No answer in it can be left out.";
/// There are more sets than can be listed.
pub const TOO_MANY: &str = "There are too many sets of answers to list them here.";
/// What leaves it open.
pub const LEFT_OPEN: &str = "What leaves it open";
/// How.
pub const NOT_SURE_LEAVES_OPEN: &str =
    "Not sure, or no answer, can leave it open for each of these. It is never taken as no.";
/// What leaves it open although everything was answered.
pub const OPEN_WHEN: &str = "It also stays open with these answers:";
/// What makes it something for today.
pub const CALL_TODAY: &str = "When to call the doctor today";
/// That each part counts.
pub const PARTS: &str = "Why each part counts";
/// How that is shown.
pub const PARTS_LEAD: &str = "One answer is changed, and all others stay the same.";
/// A part for which it could not be shown.
pub const NO_PAIR: &str = "No single answer shows this part by itself: the other parts raise the caution without it.";
/// What the person reads.
pub const READS: &str = "What the person reads";
/// What the person reads while an answer is *not sure*.
pub const WHILE_NOT_SURE: &str = "While an answer is not sure:";
/// What the sources say.
pub const SOURCES: &str = "Sources, and how well each was read";
/// What given answers did.
pub const THESE_ANSWERS: &str = "What these answers did";
/// Title of the list of cautions.
pub const LIST: &str = "Cautions";
/// How to go on from the list.
pub const HOW: &str = "Explain one with: jakcheck explain CAUTION";

/// "Topic: Blood clots. Rule: `clot_history`."
pub fn place(topic: &str, id: &str) -> String {
    format!("Topic: {topic}. Rule: {id}.")
}

/// `Smoking: "Yes, now" or "Yes, in the past"`
pub fn answered(title: &str, labels: &[&str]) -> String {
    let labels: Vec<String> = labels.iter().map(|label| format!("\"{label}\"")).collect();
    format!("{title}: {}", labels.join(" or "))
}

/// One item of a group is yes.
pub fn any_of(title: &str) -> String {
    format!("{title}: yes to any of them")
}

/// Parts that belong together, in a sentence.
pub fn in_brackets(parts: &str) -> String {
    format!("({parts})")
}

/// A named condition.
pub fn holds(title: &str) -> String {
    format!("{title}, which means:")
}

/// Answers together.
pub fn together(said: &[&str]) -> String {
    said.join("; and ")
}

/// With one answer it applies.
pub fn applies_with(answer: &str, with: &[&str]) -> String {
    format!("{}. Then it {}.", together(&all(answer, with)), state(State::Applies))
}

/// With another it does not match.
pub fn no_match_with(answer: &str, with: &[&str]) -> String {
    format!("{}. Then {}.", together(&all(answer, with)), state(State::NoMatch))
}

fn all<'a>(answer: &'a str, with: &[&'a str]) -> Vec<&'a str> {
    std::iter::once(answer).chain(with.iter().copied()).collect()
}

/// Only for one medicine or one situation.
pub fn unless_not(condition: &str) -> String {
    format!("Left out only where this is surely not so: {condition}")
}

/// A source: "Title. Publisher, date (read in part). Section: Warnings."
pub fn source(about: (&str, &str, &str), read: Read, section: Option<&str>) -> String {
    let (title, publisher, date) = about;
    let section = section.map_or_else(String::new, |section| format!(" Section: {section}."));
    format!("{title}. {publisher}, {date} ({}).{section}", super::read(read))
}

/// What it says.
pub fn says(sentences: &[String]) -> String {
    format!("It says: {}", sentences.join(" "))
}

/// The state of the caution.
pub fn outcome(outcome: State) -> String {
    format!("{}.", capital(state(outcome)))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What is said of one caution explained.
#[derive(Debug)]
pub struct Explanation {}
