//! Headings of reports and teaching pages. Plain text prints those of sections in capitals.

/// Headings of reports and teaching pages. Plain text prints those of sections in capitals.
#[derive(Debug)]
pub struct Heading {
    /// The title of a report.
    pub title: &'static str,
    /// The same where something is for today.
    pub title_today: &'static str,
    /// The title of a table of contents.
    pub contents: &'static str,
    /// Cautions that the doctor is to be called about today.
    pub today: &'static str,
    /// Advice that every report has.
    pub always: &'static str,
    /// Cautions that apply, in the full report.
    pub cautions_in_full: &'static str,
    /// Cautions that an answer *not sure* leaves open, in the full report.
    pub not_sure_in_full: &'static str,
    /// Warning symptoms, in the full report.
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
    /// Treatments that were tried before.
    pub tried: &'static str,
    /// Questions for the doctor.
    pub questions: &'static str,
    /// Questions without an answer.
    pub unanswered: &'static str,
    /// Known risks that the checklist does not ask about.
    pub not_asked_about: &'static str,
    /// The sources.
    pub sources: &'static str,
    /// The rule set and the version of the program.
    pub about: &'static str,
    /// The title of the list of topics.
    pub topics: &'static str,
    /// The questions of a topic.
    pub what_we_ask: &'static str,
    /// The cautions of a topic. The title of each says whom it is about.
    pub who_should_ask: &'static str,
    /// The warning symptoms of a topic.
    pub what_to_watch: &'static str,
    /// Before the comparison in a report on changed answers.
    pub after_change: &'static str,
    /// Marks a title as that of an example person.
    pub example: fn(&str) -> String,
}
