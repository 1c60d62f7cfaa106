//! Texts of comparisons. In English.

use super::safety::state;
use crate::model::{Now, Reported, State};
use crate::text::comparison::{Comparison, Watched};

/// Texts of comparisons.
pub(super) const COMPARISON: Comparison = Comparison {
    title: "What differs",
    answers: "Answers that differ",
    cautions: "What that does to the cautions",
    symptoms: "What that does to the warning signs",
    no_answer: "no answer",
    nothing: "Nothing differs: the same answers, the same cautions, the same warning signs.",
    no_caution: "The same cautions and warning signs are on both lists, equally urgent. What the lists say about them can differ.",
    answer,
    caution,
    caution_side,
    heading,
    symptom,
    urgent,
    because,
};

pub(super) fn answer(title: &str, from: &str, to: &str) -> String {
    format!("{title}: first {from}, then {to}")
}

pub(super) fn caution(title: &str, from: &str, to: &str) -> String {
    format!("{title}: first {from}, then {to}")
}

pub(super) fn caution_side(of: State, same_day: bool, also_not_sure: &[&str]) -> String {
    let today = if same_day { ", to call about today" } else { "" };
    let beside = match also_not_sure {
        [] => String::new(),
        titles => format!(" (not sure of: {})", titles.join("; ")),
    };
    format!("{}{today}{beside}", state(of))
}

pub(super) fn heading(cautions: &[&str], from: &str, to: &str) -> String {
    format!("{}: first under \"{from}\", then under \"{to}\"", cautions.join("; "))
}

pub(super) fn symptom(title: &str, from: Watched, to: Watched) -> String {
    let side = |(watch_more, reported): Watched| {
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

pub(super) fn urgent(from: Option<Now>, to: Option<Now>) -> String {
    format!("How urgent: first {}, then {}", urgency(from), urgency(to))
}

pub(super) fn because(said: &[&str]) -> String {
    format!("Because of: {}.", said.join("; "))
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
