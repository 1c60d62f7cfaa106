//! Texts of the reviewer's copy.

use crate::model::{Level, Read, Source, StudyCount};

/// Texts of the reviewer's copy.
#[derive(Debug)]
pub struct ReviewersCopy {
    /// Before the address where a source was read.
    pub address: &'static str,
    /// Before the introduction of a topic.
    pub about: &'static str,
    /// Before the id of an advice: a test, a plan, another treatment, or a sentence of every report.
    pub advice: &'static str,
    /// The heading over the advice of every report.
    pub always: &'static str,
    /// Before the condition of a caution.
    pub applies_when: &'static str,
    /// Before the questions for the doctor.
    pub ask: &'static str,
    /// The heading over risks that questions cover.
    pub asked: &'static str,
    /// Before the questions that cover a risk.
    pub asked_by: &'static str,
    /// Before the condition of a question.
    pub asked_unless: &'static str,
    /// Before the text of a question.
    pub asks: &'static str,
    /// Before the condition to call the doctor today.
    pub call_today_when: &'static str,
    /// Before the id of a worked case.
    pub case: &'static str,
    /// Before the id of a caution.
    pub caution: &'static str,
    /// Before the id of an entry of the coverage register.
    pub coverage: &'static str,
    /// Before additional sentences for some people.
    pub detail: &'static str,
    /// Before a difference between a source and the printed text.
    pub disagrees: &'static str,
    /// Before the condition to watch for a symptom more than others.
    pub especially: &'static str,
    /// Before sentences for one medicine or situation that come before the others.
    pub first: &'static str,
    /// Before the name of the rule file.
    pub file: &'static str,
    /// Before the condition of a heading.
    pub for_those_with: &'static str,
    /// The headings over the cautions of a level.
    pub headings: &'static str,
    /// Before how long a study was.
    pub how_long: &'static str,
    /// Before the short text of a warning symptom.
    pub in_short: &'static str,
    /// Before the items of a group.
    pub items: &'static str,
    /// Before what a study cannot tell.
    pub limits: &'static str,
    /// Before sentences on what cannot wait.
    pub now: &'static str,
    /// The note that *not sure* to a warning symptom is urgent too.
    pub not_sure_counts: &'static str,
    /// Before the note of the author for the reviewer.
    pub note: &'static str,
    /// Before the official address of a source, which was not opened.
    pub official: &'static str,
    /// Before the options of a question.
    pub options: &'static str,
    /// Before the ids of a source and its passage.
    pub passage: &'static str,
    /// Before the place in a source.
    pub place: &'static str,
    /// Before the id of a question.
    pub question: &'static str,
    /// Before the text for the patient.
    pub reads: &'static str,
    /// Before the text for the patient while an answer is *not sure*.
    pub reads_while_not_sure: &'static str,
    /// The heading over retired ids.
    pub retired: &'static str,
    /// Before the id of a rule set, over what belongs to no topic.
    pub rule_set: &'static str,
    /// Before what a source says.
    pub says: &'static str,
    /// Before the condition of a text.
    pub shown_unless: &'static str,
    /// Before the signs of a warning symptom.
    pub signs: &'static str,
    /// Before the condition under which a caution stays open although everything was answered.
    pub stays_open_when: &'static str,
    /// Before the id of a study.
    pub study: &'static str,
    /// Before the title of a topic.
    pub topic: &'static str,
    /// Before the urgency of a warning symptom.
    pub urgency: &'static str,
    /// Before the id of a warning symptom.
    pub warning_symptom: &'static str,
    /// Before who was studied.
    pub who: &'static str,
    /// Before the reason of a question.
    pub why: &'static str,
    /// An item and its options. Takes the reference, the title and the ids of the options.
    pub answered: fn(&str, &str, &[&str]) -> String,
    /// Yes to any item of a group. Takes its id.
    pub any_item: fn(&str) -> String,
    /// People of a group in a study, and what happened to some. Takes the words for that.
    pub count: fn(&StudyCount, &str) -> String,
    /// A document that is cited: title, publisher, date, place, how well it was read.
    pub document: fn(&Source) -> String,
    /// A named condition. Takes its id and title.
    pub holds: fn(&str, &str) -> String,
    /// The first line about a valid rule set. Takes its id, version and counts.
    pub summary: fn(&str, &str, &Counts) -> String,
    /// The days of the last and the next check.
    pub dates: fn(&str, &str) -> String,
    /// The digest of the rules.
    pub digest: fn(&str) -> String,
    /// The level of a heading.
    pub heading_of_level: fn(Level) -> String,
    /// The level of a caution, with its meaning.
    pub level: fn(Level) -> String,
    /// A passage. Takes the id of the source and of the passage, the title, how well it was read, and the section.
    pub source: fn(&str, &str, &str, Read, Option<&str>) -> String,
    /// Why no rule reads an option, after its label.
    pub unread: fn(&str) -> String,
}

/// The size of a rule set.
#[derive(Clone, Copy, Debug)]
pub struct Counts {
    /// The number of topics.
    pub topics: usize,
    /// The number of questions.
    pub questions: usize,
    /// The number of cautions.
    pub cautions: usize,
    /// The number of warning symptoms.
    pub warning_symptoms: usize,
    /// The number of sources.
    pub sources: usize,
    /// The number of worked cases.
    pub cases: usize,
}
