//! Headings of reports and teaching pages. Plain text prints those of sections in capitals. In English.

use crate::text::heading::Heading;

/// Headings of reports and teaching pages. Plain text prints those of sections in capitals.
pub(super) const HEADING: Heading = Heading {
    title: "List for your doctor: JAK inhibitors (immune medicines)",
    title_today: "Call your doctor today: JAK inhibitors (immune medicines)",
    contents: "Contents",
    today: "Call your doctor today",
    always: "What everybody is told",
    cautions_in_full: "Each caution in full",
    not_sure_in_full: "What is worth finding out, in full",
    signs_in_full: "Each warning sign in full",
    not_sure: "Worth finding out",
    not_asked: "Not asked",
    no_match: "Your answers did not match",
    warning_symptoms: "Warning signs to watch for",
    monitoring: "Tests and plans to ask about",
    alternatives: "Other treatments to ask about",
    tried: "What you have tried",
    questions: "All questions to ask",
    unanswered: "Questions without an answer",
    not_asked_about: "What this list does not ask",
    sources: "Sources",
    about: "About this list",
    topics: "Topics",
    what_we_ask: "What we ask",
    who_should_ask: "Who should ask the doctor, and what",
    what_to_watch: "What to watch for",
    after_change: "The list after the change",
    example,
};

pub(super) fn example(title: &str) -> String {
    format!("Example: {title}")
}
