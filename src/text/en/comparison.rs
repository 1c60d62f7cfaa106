//! Texts of comparisons. In English.

use super::safety::state;
use crate::model::{Now, Reported, State};
use crate::text::comparison::Comparison;

const NO_ANSWER: &str = "no answer";

/// Texts of comparisons.
pub(super) const COMPARISON: Comparison = Comparison {
    title: "Side by side",
    and: |one, other| format!("{one} and {other}"),
    made_up: |name| format!("{name} (made up)"),
    numbered: |name, number| format!("{name} ({number})"),
    before_and_after: ["Before", "After"],
    urgent_for: |name, line| format!("{name}: {line}"),
    same: "The same for both",
    both,
    answers: "Answers that differ",
    cautions: "Cautions that differ",
    symptoms: "Warning signs that differ",
    question: "Question",
    caution: "Caution",
    symptom: "Warning sign",
    because: "Because of",
    titles: |titles| titles.join("; "),
    no_answer: NO_ANSWER,
    nothing: "Nothing differs: the same answers, the same cautions, the same warning signs.",
    no_caution: "The same cautions and warning signs are on both lists, equally urgent. What the lists say about them can differ.",
    caution_for,
    under: |heading| format!("under \"{heading}\""),
    watch: |more| if more { "watch for it more" } else { "watch for it as others do" },
    reported,
    how_urgent: "How urgent",
    urgent,
};

fn both(state: State, titles: &[&str]) -> Option<String> {
    let said = match state {
        State::Applies => "Both",
        State::NotSure => "Worth finding out for both",
        State::NotAsked => "Not asked of both",
        State::NoMatch => return None,
    };
    (!titles.is_empty()).then(|| format!("{said}: {}.", titles.join("; ")))
}

fn caution_for(of: State, same_day: bool, also_not_sure: &[&str]) -> String {
    let of = match of {
        // Elsewhere it is said to the person.
        State::NoMatch => "answers did not match",
        State::Applies | State::NotSure | State::NotAsked => state(of),
    };
    let today = if same_day { ", to call about today" } else { "" };
    let beside = match also_not_sure {
        [] => String::new(),
        titles => format!(" (not sure of: {})", titles.join("; ")),
    };
    format!("{of}{today}{beside}")
}

fn reported(reported: Option<Reported>) -> &'static str {
    match reported {
        None => NO_ANSWER,
        Some(Reported::Yes) => "marked yes",
        Some(Reported::NotSure) => "marked not sure",
        Some(Reported::No) => "marked no",
    }
}

fn urgent(now: Option<Now>) -> &'static str {
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
