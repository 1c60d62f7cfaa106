//! The fixed safety texts, and the words for states, levels and urgency. In English.

use crate::model::{Level, Now, Read, State, Urgency, Urgent};
use crate::text::safety::Safety;

/// The fixed safety texts, and the words for states, levels and urgency.
pub(super) const SAFETY: Safety = Safety {
    main: "Show this list to your doctor, and talk it over.",
    not_a_verdict: "This list does not say if the medicine is right for you.",
    no_forecast: "No one can say from this list how likely a problem is for you.",
    keep_taking: ["Do not stop or change your medicine because of this list.", "Talk to your doctor first."],
    not_settled: "These are not settled yet.",
    not_sure: [
        "It is all right not to be sure.",
        "This list does not treat not sure as no.",
        "Ask your doctor to check your notes.",
    ],
    not_asked: ["You gave no answer that settles these.", "This list does not treat a missing answer as no."],
    not_matched: "Your answers did not match these cautions.",
    not_safe: "This does not mean the medicine is safe for you.",
    not_every_risk: "This list does not cover every risk.",
    no_match_beside_a_sign: "You marked a warning sign. It counts even where nothing here matched, so tell your doctor about it.",
    emergency_lead: "EMERGENCY: call your local emergency number now for:",
    emergency: "What cannot wait",
    page_of: ["Page ", " of "],
    emergency_do: "If you do not know the number, ask someone near you to call.",
    emergency_again: "If you have an emergency sign, call your local emergency number now.",
    urgent_now,
    urgent_line,
    not_reviewed: ["This list was compiled from public sources.", "No doctor or nurse has reviewed it."],
    not_reviewed_in_short: "No doctor or nurse has reviewed this list.",
    not_built_in: "These rules come from a folder on this computer. They are not the ones built into jakcheck.",
    example: "EXAMPLE: this person is made up.",
    sources_disagree: "Sources disagree:",
    level_heading,
    level_meaning,
    urgency_heading,
    urgency_action,
    read,
    state,
    not_sure_label: "not sure",
    ask_to_check,
    out_of_date,
    before_check,
    reviewed,
    urgent: URGENT,
    today: TODAY,
};

const TODAY: &str = "TODAY";

const URGENT: &str = "URGENT";

pub(super) fn urgent_now(now: Now) -> &'static [&'static str] {
    match now {
        Now::Emergency => &["Call your local emergency number now.", "Do not wait to read this list."],
        Now::MaybeEmergency => &MAYBE_EMERGENCY,
        Now::MaybeEmergencyOrSameDay => {
            const { &[MAYBE_EMERGENCY[0], MAYBE_EMERGENCY[1], MAYBE_EMERGENCY[2], "If not, call your doctor today."] }
        }
        Now::SameDay => &["Call your doctor today."],
        Now::MaybeSameDay => {
            &["You were not sure about a warning sign.", "If you might have it now, call your doctor today."]
        }
    }
}

pub(super) fn urgent_line(now: Now) -> String {
    let word = match now.level() {
        Urgent::Emergency => URGENT,
        Urgent::SameDay => TODAY,
    };
    format!("{word}: {}", urgent_now(now).join(" "))
}

pub(super) fn level_heading(level: Level) -> &'static str {
    match level {
        Level::BeforeDose => "Speak to your doctor before the first or next dose",
        Level::NextContact => "Before you start, or at your next visit",
        Level::Plan => "Plan with your doctor",
    }
}

pub(super) fn level_meaning(level: Level) -> &'static str {
    match level {
        Level::BeforeDose => "speak to the doctor before the first or next dose",
        Level::NextContact => "raise it before starting, or at the next visit",
        Level::Plan => "plan with the doctor",
    }
}

pub(super) fn urgency_heading(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => "Emergency: if you get one of these, call your local emergency number at once",
        Urgency::SameDay => "Same day: if you get one of these, call your doctor the same day",
        Urgency::NextVisit => "Soon: if you get one of these, book a visit",
    }
}

pub(super) fn urgency_action(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => "Call your local emergency number now.",
        Urgency::SameDay => "Call your doctor the same day.",
        Urgency::NextVisit => "Book a visit soon.",
    }
}

pub(super) fn read(read: Read) -> &'static str {
    match read {
        Read::Full => "read in full",
        Read::Excerpt => "read in part",
        Read::SecondHand => "read as others report it",
    }
}

pub(super) fn state(state: State) -> &'static str {
    match state {
        State::Applies => "applies",
        State::NotSure => "worth finding out",
        State::NotAsked => "not asked",
        State::NoMatch => "your answers did not match this one",
    }
}

pub(super) fn ask_to_check(title: &str) -> String {
    format!("Can you check my notes about this: {title}?")
}

pub(super) fn out_of_date(review_by: &str) -> String {
    format!("OUT OF DATE: this list was to be checked again by {review_by}. Ask your doctor for newer advice.")
}

pub(super) fn before_check(checked_on: &str) -> String {
    format!("CHECK THE DATE: this list was checked on {checked_on}, which is later than the date given.")
}

pub(super) fn reviewed(by: &[String], on: &str) -> String {
    let by = by.join("; ");
    format!("This list was compiled from public sources. It was reviewed by {by}, last on {on}.")
}

const MAYBE_EMERGENCY: [&str; 3] = [
    "You were not sure about a sign of an emergency.",
    "If you might have it now, call your local emergency number.",
    "Do not wait to read this list.",
];
