//! Headings of reports and teaching pages. Plain text writes those of whole sections in capitals.

/// Title of a report.
pub const TITLE: &str = "JAK inhibitor checklist";
/// Title of a visit sheet.
pub const SHEET: &str = "Visit sheet: JAK inhibitors";
/// Cautions that the doctor is to be called about today.
pub const TODAY: &str = "Call your doctor today";
/// What applies, on a visit sheet.
pub const APPLIES: &str = "What applies to you";
/// Cautions that an answer *not sure* leaves open.
pub const NOT_SURE: &str = "Worth finding out";
/// Cautions that a missing answer leaves open.
pub const NOT_ASKED: &str = "Not asked";
/// Cautions that the answers did not match.
pub const NO_MATCH: &str = "Your answers did not match";
/// Warning symptoms.
pub const WARNING_SYMPTOMS: &str = "Warning signs to watch for";
/// Tests and plans.
pub const MONITORING: &str = "Tests and plans to ask about";
/// Other kinds of treatment.
pub const ALTERNATIVES: &str = "Other treatments to ask about";
/// What was tried before.
pub const TRIED: &str = "What you have tried";
/// Questions for the doctor.
pub const QUESTIONS: &str = "Questions to take with you";
/// Questions without an answer.
pub const UNANSWERED: &str = "Questions without an answer";
/// What the list leaves out.
pub const NOT_ASKED_ABOUT: &str = "What this list does not ask";
/// The sources.
pub const SOURCES: &str = "Sources";
/// Dates and version.
pub const ABOUT: &str = "About this list";

/// Of the list of topics.
pub const TOPICS: &str = "Topics";
/// Of what a topic asks.
pub const WHAT_WE_ASK: &str = "What we ask";
/// Of a topic's cautions: each title says of whom it speaks.
pub const WHO_SHOULD_ASK: &str = "Who should ask the doctor, and what";
/// Of a topic's warning symptoms.
pub const WHAT_TO_WATCH: &str = "What to watch for";

/// Before a report on changed answers.
pub const AFTER_CHANGE: &str = "The list after the change";

/// The title of something about a made-up person.
pub fn example(title: &str) -> String {
    format!("Example: {title}")
}
