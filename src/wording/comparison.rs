//! What is said of two people, or of one before and after a change.

use super::state;
use crate::rules::{State, Urgent};

/// Title of a comparison.
pub const TITLE: &str = "What differs";
/// Before the answers that differ.
pub const ANSWERS: &str = "Answers that differ";
/// Before what differs in cautions.
pub const CAUTIONS: &str = "What that does to the cautions";
/// Before what differs in warning symptoms.
pub const SYMPTOMS: &str = "What that does to the warning signs";
/// In place of an answer that is missing.
pub const NO_ANSWER: &str = "no answer";
/// Nothing differs.
pub const NOTHING: &str = "Nothing differs: the same answers, the same cautions, the same warning signs.";
/// The answers differ, and nothing else.
pub const NO_CAUTION: &str = "No caution and no warning sign differs.";
/// "Smoking: never, then current"
pub fn answer(title: &str, from: &str, to: &str) -> String {
    format!("{title}: first {from}, then {to}")
}

/// "Smoking, now or in the past: first not asked, then applies"
pub fn caution(title: &str, from: State, to: State) -> String {
    format!("{title}: first {}, then {}", state(from), state(to))
}

/// Who should watch for a symptom.
pub fn symptom(title: &str, watch_more: bool) -> String {
    if watch_more {
        format!("{title}: to watch for more, only in the second")
    } else {
        format!("{title}: to watch for more, only in the first")
    }
}

/// How urgent both are.
pub fn urgent(from: Option<Urgent>, to: Option<Urgent>) -> String {
    format!("How urgent: first {}, then {}", urgency(from), urgency(to))
}

fn urgency(urgent: Option<Urgent>) -> &'static str {
    match urgent {
        Some(Urgent::Emergency) => "an emergency sign was marked",
        Some(Urgent::SameDay) => "something for the same day",
        None => "nothing urgent was marked",
    }
}

/// The answers that make the difference.
pub fn because(said: &[&str]) -> String {
    format!("Because of: {}.", said.join("; "))
}
