//! What a list says around the cautions and signs of one person. In English.

use crate::model::{Reported, Urgency};
use crate::text::list::List;

/// What a list says around the cautions and signs of one person.
pub(super) const LIST: List = List {
    dated: |date| format!("Date: {date}."),
    profile: |answers| format!("{}.", answers.join("; ")),
    emergency_lead: "EMERGENCY: call your local emergency number now for any of these:",
    things,
    not_asked: |count| format!("{count} more stay open: some questions have no answer."),
    signs_below: "For the emergency signs below, call your local emergency number.",
    none_applies,
    because: |facts| format!("Because: {}.", facts.join("; ")),
    said: |facts| format!("You said: {}.", facts.join("; ")),
    see: |numbers| format!("See {} above.", and(&numbers.iter().map(usize::to_string).collect::<Vec<String>>())),
    not_sure_about: |titles| format!("You were not sure about: {}.", titles.join("; ")),
    not_sure: |titles| format!("Not sure: {}.", titles.join("; ")),
    find_out: "Worth finding out with your doctor",
    open: |title| format!("{title}?"),
    signs: "Warning signs for the next weeks",
    emergency_above: "For emergency signs, see the top.",
    watch_most: |titles| format!("Watch most of all for: {}.", titles.join("; ")),
    sign,
    signs_of,
    questions: "Questions for your doctor",
    ask_first: "Ask these first:",
    then: "Then ask:",
    check_notes: "Can you check my notes about what I was not sure of?",
    rest: "About this list",
    not_asked_about: |titles| format!("This list did not ask about: {}. These can matter too.", titles.join("; ")),
    unanswered: |titles| format!("Not fully answered, which does not count as no: {}.", titles.join("; ")),
    in_full: "For more, with sources: add --full.",
    rules: |rules, review_by| format!("{rules}, next check by {review_by}."),
    by_hand: ["Name:", "Filled in by:", "Reviewed by:"],
};

fn things(first: &str, at_once: usize, later: usize, open: usize) -> String {
    let things = if at_once == 1 { "1 thing".to_owned() } else { format!("{at_once} things") };
    let later = if later == 0 { String::new() } else { format!(", {later} later") };
    let open = if open == 0 { String::new() } else { format!(", and {open} to find out") };
    format!("{first}: {things} to talk over{later}{open}.")
}

fn none_applies(open: usize, all: usize) -> String {
    if open == 0 {
        return format!("Your answers matched none of the {all} cautions.");
    }
    format!("Your answers leave {open} of the {all} cautions open.")
}

fn sign(brief: &str, watch_more: bool, reported: Option<Reported>) -> String {
    match reported {
        Some(Reported::Yes) => format!("{brief} (you have this now)."),
        Some(Reported::NotSure) => format!("{brief} (not sure: call and ask)."),
        Some(Reported::No) | None if watch_more => format!("{brief} (especially for you)."),
        Some(Reported::No) | None => format!("{brief}."),
    }
}

fn signs_of(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => "Call your local emergency number at once for:",
        Urgency::SameDay => "Call your doctor the same day for:",
        Urgency::NextVisit => "Book a visit for:",
    }
}

fn and(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
