//! What a list says around the cautions and signs of one person. In English.

use super::safety::SAFETY;
use crate::model::{Reported, Urgency};
use crate::text::list::List;

/// What a list says around the cautions and signs of one person.
pub(super) const LIST: List = List {
    dated: |date| format!("Date: {date}."),
    in_profile,
    plan: ["YOUR PLAN, SOONEST FIRST", "WHAT (by number, below)"],
    also_open,
    things,
    not_asked: |count| format!("{count} more stay open: some questions have no answer."),
    keep_taking: "Do not stop or change it because of this list.",
    signs_below: "For the emergency signs below, call your local emergency number.",
    none_applies,
    answer,
    because: |facts| format!("Because: {}.", facts.join("; ")),
    said: |facts| format!("You said: {}.", facts.join("; ")),
    see: |numbers| format!("See {} above.", and(&numbers.iter().map(usize::to_string).collect::<Vec<String>>())),
    not_sure_about: |titles| format!("You were not sure about: {}.", titles.join("; ")),
    not_sure: |titles| format!("Not sure: {}.", titles.join("; ")),
    find_out: "Worth finding out",
    open: |title| format!("{title}?"),
    signs: "Warning signs",
    emergency_above: "Emergency signs: see top.",
    watch_most: |titles| format!("Even more for you: {}.", titles.join("; ")),
    named: |name, signs| format!("{name}: {signs}"),
    sign,
    signs_of,
    signs_above_all,
    signs_also: "And for:",
    questions: "Questions for your doctor",
    ask_first: "Ask first:",
    then: "Then ask:",
    check_notes: "Can you check my notes about what I was not sure of?",
    rest: "About this list",
    limits: "Studies show these risks in groups; no one knows who will be harmed. Talking takes time, but lets your doctor weigh help and harm.",
    not_asked_about,
    unanswered: |titles| format!("Not fully answered, which does not count as no: {}.", titles.join("; ")),
    in_full: "For staff: all texts and sources with --full.",
    rules: |version, digest, review_by| {
        format!("Edition {version}, code {}, next check by {review_by}.", digest.get(..12).unwrap_or(digest))
    },
    by_hand: ["Name:", "Filled in by:", "Reviewed by:"],
};

/// A number or *not sure* does not say of what.
fn in_profile(item: &str, option: &str) -> String {
    let is_bare = option == SAFETY.not_sure_label || option.ends_with(|c: char| c.is_ascii_digit());
    if is_bare { format!("{item}: {option}") } else { option.to_owned() }
}

fn things(applies: usize) -> String {
    let things = if applies == 1 { "1 thing".to_owned() } else { format!("{applies} things") };
    format!("Talk over {things} with your doctor: JAK inhibitors (immune medicines)")
}

fn also_open(open: usize) -> String {
    let things = if open == 1 { "thing" } else { "things" };
    format!("Also {open} {things} to find out.")
}

/// A reason is a yes anyhow; one that is limited has to say so.
fn answer(item: &str, option: &str) -> String {
    let is_limited = option.starts_with("Yes, but ");
    let option = option.strip_prefix("Yes, ").filter(|_| !is_limited).unwrap_or(option);
    format!("{item}: {option}")
}

fn none_applies(open: usize, all: usize) -> String {
    if open == 0 {
        return format!("Your answers matched none of the {all} cautions.");
    }
    format!("Your answers leave {open} of the {all} cautions open.")
}

fn not_asked_about(titles: &[&str], others: usize) -> String {
    let others = if others == 0 { "" } else { "; and others" };
    format!("This list did not ask about: {}{others}.", titles.join("; "))
}

fn sign(signs: &str, reported: Option<Reported>) -> String {
    match reported {
        Some(Reported::Yes) => format!("{signs} (you have this now)."),
        Some(Reported::NotSure) => format!("{signs} (not sure: call and ask)."),
        Some(Reported::No) | None => format!("{signs}."),
    }
}

fn signs_of(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => "Call your local emergency number at once for:",
        Urgency::SameDay => "Call your doctor the same day for:",
        Urgency::NextVisit => "Book a visit for:",
    }
}

fn signs_above_all(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => "Call your local emergency number at once, above all for:",
        Urgency::SameDay => "Call your doctor the same day, above all for:",
        Urgency::NextVisit => "Book a visit, above all for:",
    }
}

fn and(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
