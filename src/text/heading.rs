//! Headings of reports and teaching pages. Plain text writes those of whole sections in capitals.

/// Headings of reports and teaching pages. Plain text writes those of whole sections in capitals.
#[derive(Debug)]
pub struct Heading {
    /// Title of a report.
    pub title: &'static str,
    /// Heading of a table of contents.
    pub contents: &'static str,
    /// Cautions that the doctor is to be called about today.
    pub today: &'static str,
    /// What is said to everybody, or to everybody at one stage.
    pub always: &'static str,
    /// Every caution that applies, with all that is said of it.
    pub cautions_in_full: &'static str,
    /// Every caution that is not settled, with all that is said of it.
    pub not_sure_in_full: &'static str,
    /// Every warning symptom, with all that is said of it.
    pub signs_in_full: &'static str,
    /// Cautions that an answer *not sure* leaves open.
    pub not_sure: &'static str,
    /// Cautions that a missing answer leaves open.
    pub not_asked: &'static str,
    /// Cautions that the answers did not match.
    pub no_match: &'static str,
    /// Warning symptoms.
    pub warning_symptoms: &'static str,
    /// Tests and plans.
    pub monitoring: &'static str,
    /// Other kinds of treatment.
    pub alternatives: &'static str,
    /// What was tried before.
    pub tried: &'static str,
    /// Questions for the doctor.
    pub questions: &'static str,
    /// Questions without an answer.
    pub unanswered: &'static str,
    /// What the list leaves out.
    pub not_asked_about: &'static str,
    /// The sources.
    pub sources: &'static str,
    /// Dates and version.
    pub about: &'static str,
    /// Of the list of topics.
    pub topics: &'static str,
    /// Of what a topic asks.
    pub what_we_ask: &'static str,
    /// Of a topic's cautions: each title says of whom it speaks.
    pub who_should_ask: &'static str,
    /// Of a topic's warning symptoms.
    pub what_to_watch: &'static str,
    /// Before a report on changed answers.
    pub after_change: &'static str,
    /// The title of something about a made-up person.
    pub example: fn(&str) -> String,
}
