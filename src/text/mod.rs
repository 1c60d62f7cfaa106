//! Every sentence of the program: the fixed safety texts, headings, questions, errors and hints. What comes from sources is in
//! `rules/`.
//!
//! Each part of the program has a struct here that names its sentences, and each language gives them: a sentence that
//! never changes is a text, one with something to put in is a function, so that plurals and the order of words are the
//! language's own. Another language is another folder beside `en`, which does not build until nothing is missing.

pub mod answers;
pub mod asking;
pub mod batch;
pub mod cli;
pub mod comparison;
pub mod demo;
mod en;
pub mod explanation;
pub mod export;
pub mod heading;
pub mod help;
pub mod phrase;
pub mod report;
pub mod review;
pub mod rules;
pub mod safety;

use self::{
    answers::Answers, asking::Asking, batch::Batch, cli::Cli, comparison::Comparison, demo::Demo,
    explanation::Explanation, export::Export, help::Help, report::Report, review::Review, rules::Rules, safety::Safety,
};
use crate::model::{Level, Now, Read, State, Urgency, Urgent};

/// Every sentence of the program in one language.
#[derive(Debug)]
pub struct Language {
    /// The code of the language, as in HTML's `lang`.
    pub code: &'static str,
    /// What is said of mistakes in answers.
    pub answers: Answers,
    /// What is said while asking.
    pub asking: Asking,
    /// What is said of many records.
    pub batch: Batch,
    /// What the command line says when something is wrong or written.
    pub cli: Cli,
    /// What is said of two people, or of one before and after a change.
    pub comparison: Comparison,
    /// What is said about the example people.
    pub demo: Demo,
    /// What is said of one caution explained.
    pub explanation: Explanation,
    /// What is said of the rules in other forms: queries, tables, schemas.
    pub export: Export,
    /// The help of the command line.
    pub help: Help,
    /// Headings and phrases of reports and teaching pages.
    pub report: Report,
    /// What is said to the reviewer of rules.
    pub review: Review,
    /// What is said of mistakes in rule files.
    pub rules: Rules,
    /// The fixed safety texts, and the words for states, levels and urgency.
    pub safety: Safety,
}

/// The language of the program. English is the one there is.
pub fn language() -> &'static Language {
    &en::ENGLISH
}

/// The one main message of every report.
pub const MAIN: &str = "Show this list to your doctor, and talk it over.";

/// What a report never says.
pub const NOT_A_VERDICT: &str = "This list does not say whether the medicine is right for you.";

/// What no report can do.
pub const NO_FORECAST: &str = "No one can say from this list how likely a problem is for you.";

/// What nobody should do because of a report.
pub const KEEP_TAKING: [&str; 2] =
    ["Do not stop or change your medicine because of this list.", "Talk to your doctor first."];

/// What it means that something is not settled.
pub const NOT_SURE: [&str; 4] = [
    "These are not settled yet.",
    "It is all right not to be sure.",
    "This list does not treat not sure as no.",
    "Ask your doctor to check your notes.",
];

/// What a missing answer means.
pub const NOT_ASKED: [&str; 2] =
    ["You gave no answer that settles these.", "This list does not treat a missing answer as no."];

/// What it means that nothing matched.
pub const NO_MATCH: [&str; 3] = [
    "Your answers did not match these cautions.",
    "This does not mean the medicine is safe for you.",
    "This list does not cover every risk.",
];

/// What nothing matched means where a warning sign was reported all the same.
pub const NO_MATCH_BESIDE_A_SIGN: &str =
    "You marked a warning sign. It counts even where nothing here matched, so tell your doctor about it.";

/// First line of the emergency block.
pub const EMERGENCY_LEAD: &str = "EMERGENCY: get help now if you have any of these:";

/// Name of the emergency block.
pub const EMERGENCY: &str = "Emergency";

/// Around the number of a printed page: "Page 1 of 2".
pub const PAGE_OF: [&str; 2] = ["Page ", " of "];

/// Last lines of the emergency block.
pub const EMERGENCY_DO: [&str; 2] =
    ["Call your local emergency number.", "If you do not know it, ask someone near you to call."];

/// The same on the last lines of a report.
pub const EMERGENCY_AGAIN: &str = "If you have an emergency sign, call your local emergency number now.";

/// What to do now. Where only answers *not sure* make it urgent, the words say so.
pub fn urgent_now(now: Now) -> &'static [&'static str] {
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

const MAYBE_EMERGENCY: [&str; 3] = [
    "You were not sure about a sign of an emergency.",
    "If you might have it now, call your local emergency number.",
    "Do not wait to read this list.",
];

/// The same behind its word: "TODAY: Call your doctor today."
pub fn urgent_line(now: Now) -> String {
    let word = match now.level() {
        Urgent::Emergency => URGENT,
        Urgent::SameDay => TODAY,
    };
    format!("{word}: {}", urgent_now(now).join(" "))
}

/// Said of a rule set that no clinician has reviewed.
pub const NOT_REVIEWED: [&str; 2] =
    ["This list was compiled from public sources.", "No clinician has reviewed it yet."];

/// Said of another rule set than the one built in.
pub const NOT_BUILT_IN: &str =
    "These rules come from a folder on this computer. They are not the ones built into jakcheck.";

/// Said where an example person is shown.
pub const EXAMPLE: &str = "EXAMPLE: this person is made up.";

/// Said where the signs of two sources differ from what is printed.
pub const SOURCES_DISAGREE: &str = "Sources disagree:";

/// Heading of the cautions of a level, where the rules have no other for the person.
pub fn level_heading(level: Level) -> &'static str {
    match level {
        Level::BeforeDose => "Speak to your doctor before the first or next dose",
        Level::NextContact => "Before you start, or at your next visit",
        Level::Plan => "Plan with your doctor",
    }
}

/// What a level means, in a few words.
pub fn level_meaning(level: Level) -> &'static str {
    match level {
        Level::BeforeDose => "speak to the doctor before the first or next dose",
        Level::NextContact => "raise it before starting, or at the next visit",
        Level::Plan => "plan with the doctor",
    }
}

/// Heading of the warning symptoms of an urgency.
pub fn urgency_heading(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => "Emergency: if you get one of these, call your local emergency number at once",
        Urgency::SameDay => "Same day: if you get one of these, call your doctor the same day",
        Urgency::NextVisit => "Soon: if you get one of these, book a visit",
    }
}

/// What to do about a symptom of an urgency.
pub fn urgency_action(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => "Call your local emergency number now.",
        Urgency::SameDay => "Call your doctor the same day.",
        Urgency::NextVisit => "Book a visit soon.",
    }
}

/// How well a source was read.
pub fn read(read: Read) -> &'static str {
    match read {
        Read::Full => "read in full",
        Read::Excerpt => "read in part",
        Read::SecondHand => "read as others report it",
    }
}

/// A state in words, without any comfort.
pub fn state(state: State) -> &'static str {
    match state {
        State::Applies => "applies",
        State::NotSure => "worth finding out",
        State::NotAsked => "not asked",
        State::NoMatch => "your answers did not match this one",
    }
}

/// The word for an answer *not sure*.
pub const NOT_SURE_LABEL: &str = "not sure";

/// Ask about one thing that only the doctor can settle.
pub fn ask_to_check(title: &str) -> String {
    format!("Can you check my notes about this: {title}?")
}

/// The content is past its date.
pub fn out_of_date(review_by: &str) -> String {
    format!("OUT OF DATE: this list was to be checked again by {review_by}. Ask your doctor for newer advice.")
}

/// The date given is before the content was written.
pub fn before_check(checked_on: &str) -> String {
    format!("CHECK THE DATE: this list was checked on {checked_on}, which is later than the date given.")
}

/// Who reviewed the content.
pub fn reviewed(by: &str, on: &str) -> String {
    format!("This list was compiled from public sources. It was reviewed by {by} on {on}.")
}

/// The word before what must not wait.
pub const URGENT: &str = "URGENT";

/// The word before what must be done today.
pub const TODAY: &str = "TODAY";
