//! What is said of two people, or of one before and after a change.

use super::state;
use crate::model::Reported;
use crate::model::{Now, State};

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
/// The answers differ, and no caution or sign in kind.
pub const NO_CAUTION: &str =
    "The same cautions and warning signs are on both lists, equally urgent. What the lists say about them can differ.";
/// "Smoking: never, then current"
pub fn answer(title: &str, from: &str, to: &str) -> String {
    format!("{title}: first {from}, then {to}")
}

/// "Smoking, now or in the past: first not asked, then applies"
pub fn caution(title: &str, from: &str, to: &str) -> String {
    format!("{title}: first {from}, then {to}")
}

/// What holds for one: the state of the caution, whether it is for today, the titles of what else is not sure.
pub fn caution_side(of: State, same_day: bool, also_not_sure: &[String]) -> String {
    let today = if same_day { ", to call about today" } else { "" };
    let beside = match also_not_sure {
        [] => String::new(),
        titles => format!(" (not sure of: {})", titles.join("; ")),
    };
    format!("{}{today}{beside}", state(of))
}

/// The headings over some cautions.
pub fn heading(cautions: &[String], from: &str, to: &str) -> String {
    format!("{}: first under \"{from}\", then under \"{to}\"", cautions.join("; "))
}

/// "Low blood sugar: first not to watch for more, then to watch for more". What was said of having it now stands there where it
/// differs.
pub fn symptom(title: &str, from: (bool, Option<Reported>), to: (bool, Option<Reported>)) -> String {
    let side = |(watch_more, reported): (bool, Option<Reported>)| {
        let watch = if watch_more { "to watch for more" } else { "not to watch for more" };
        let reported = match reported {
            _ if from.1 == to.1 => "",
            None => ", no answer",
            Some(Reported::Yes) => ", marked yes",
            Some(Reported::NotSure) => ", marked not sure",
            Some(Reported::No) => ", marked no",
        };
        format!("{watch}{reported}")
    };
    format!("{title}: first {}, then {}", side(from), side(to))
}

/// How urgent both are.
pub fn urgent(from: Option<Now>, to: Option<Now>) -> String {
    format!("How urgent: first {}, then {}", urgency(from), urgency(to))
}

fn urgency(now: Option<Now>) -> &'static str {
    match now {
        Some(Now::Emergency) => "an emergency sign was marked",
        Some(Now::MaybeEmergency) => "an emergency sign was marked as not sure",
        Some(Now::MaybeEmergencyOrSameDay) => {
            "an emergency sign was marked as not sure, and something is for the same day"
        }
        Some(Now::SameDay) => "something for the same day",
        Some(Now::MaybeSameDay) => "something not sure that may be for the same day",
        None => "nothing urgent was marked",
    }
}

/// The answers that make the difference.
pub fn because(said: &[&str]) -> String {
    format!("Because of: {}.", said.join("; "))
}

/// What is said of two people, or of one before and after a change.
#[derive(Debug)]
pub struct Comparison {}
