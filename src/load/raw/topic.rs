//! `topics/TOPIC.json` as it is written.

use schemars::JsonSchema;

use super::{Advice, Citation, Condition, Sentences, Statement};
use crate::model::Urgency;

/// `topics/TOPIC.json`.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct TopicFile {
    /// Id of the topic, as in the file's name.
    pub id: String,
    /// Title that a person reads.
    pub title: String,
    /// What the topic teaches.
    pub about: Vec<Statement>,
    /// The questions, in order.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// The cautions.
    #[serde(default)]
    pub cautions: Vec<Caution>,
    /// The warning symptoms.
    #[serde(default)]
    pub warning_symptoms: Vec<WarningSymptom>,
    /// Tests and plans.
    #[serde(default)]
    pub monitoring: Vec<Advice>,
    /// Other kinds of treatment.
    #[serde(default)]
    pub alternatives: Vec<Advice>,
    /// Study numbers.
    #[serde(default)]
    pub studies: Vec<Study>,
}

/// A question, with exactly one of `options`, `items` and `items_from`.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct Question {
    /// Id of the question.
    pub id: String,
    /// Short name.
    pub title: String,
    /// The question as it is asked.
    pub text: String,
    /// Why it is asked.
    pub why: Sentences,
    /// The sources of `why`.
    pub cites: Vec<Citation>,
    /// Left out where this is definitely false.
    pub ask_when: Option<Condition>,
    /// Part of the short check.
    #[serde(default)]
    pub short: bool,
    /// Tells what was tried before.
    #[serde(default)]
    pub tried: bool,
    /// One of these is chosen.
    pub options: Option<Vec<AnswerOption>>,
    /// Yes, no or not sure is said of each.
    pub items: Option<Vec<AnswerOption>>,
    /// The items are taken from somewhere else.
    pub items_from: Option<ItemsFrom>,
    /// For the reviewer.
    pub note: Option<Sentences>,
}

/// Where the items of a question come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ItemsFrom {
    /// One item for each warning symptom, with its id.
    WarningSymptoms,
}

/// An option of a question, or an item of a group.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct AnswerOption {
    /// Id within the question.
    pub id: String,
    /// What the person reads.
    pub label: String,
    /// Examples beside the label.
    pub hint: Option<String>,
    /// Why no condition reads it.
    pub unread: Option<String>,
}

/// Something to speak about with the doctor.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct Caution {
    /// Id of the caution.
    pub id: String,
    /// Title that a person reads.
    pub title: String,
    /// The sources.
    pub cites: Vec<Citation>,
    /// When it applies.
    pub applies_when: Condition,
    /// When it stays open although every answer was given.
    pub open_when: Option<Condition>,
    /// When the doctor is to be called today.
    pub same_day_when: Option<Condition>,
    /// 1 before the next or first dose, 2 before starting or at the next visit, 3 plan.
    pub level: u8,
    /// What the person reads.
    pub tell: Sentences,
    /// More sentences, for one medicine or one situation.
    #[serde(default)]
    pub details: Vec<Statement>,
    /// Questions for the doctor.
    pub ask: Sentences,
    /// What to do while an answer is *not sure*.
    pub when_not_sure: Option<Sentences>,
    /// For the reviewer.
    pub note: Option<Sentences>,
}

/// A symptom to watch for.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct WarningSymptom {
    /// Id of the symptom.
    pub id: String,
    /// Title that a person reads.
    pub title: String,
    /// How soon help is needed.
    pub urgency: Urgency,
    /// Whether an answer *not sure* counts like yes; for an emergency it always does.
    #[serde(default)]
    pub not_sure_counts: bool,
    /// The sources.
    pub cites: Vec<Citation>,
    /// The signs in one line.
    pub brief: String,
    /// The signs.
    pub signs: Vec<String>,
    /// When this person should watch for it more than others.
    pub watch_more_when: Condition,
    /// Left out where this is definitely false, unless the person has it or is not sure of it.
    pub show_when: Option<Condition>,
    /// More sentences.
    #[serde(default)]
    pub tell: Sentences,
    /// More sentences, for one medicine or one situation.
    #[serde(default)]
    pub details: Vec<Statement>,
    /// For the reviewer.
    pub note: Option<Sentences>,
}

/// Numbers of a study, for teaching.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct Study {
    /// Id of the study.
    pub id: String,
    /// Title that a person reads.
    pub title: String,
    /// The sources.
    pub cites: Vec<Citation>,
    /// Who was studied.
    pub who: Sentences,
    /// For how long.
    pub how_long: String,
    /// The groups that were compared.
    pub groups: Vec<StudyGroup>,
    /// What happened.
    pub outcomes: Vec<StudyOutcome>,
    /// What the study cannot tell.
    pub limits: Sentences,
    /// For the reviewer.
    pub note: Option<Sentences>,
}

/// A group of people in a study.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct StudyGroup {
    /// Id within the study.
    pub id: String,
    /// What the group took.
    pub label: String,
}

/// Something that happened to some of the people in a study.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct StudyOutcome {
    /// Id within the study.
    pub id: String,
    /// Title that a person reads.
    pub title: String,
    /// "had shingles".
    pub said: String,
    /// The sources.
    pub cites: Vec<Citation>,
    /// People and events by group.
    pub counts: Vec<StudyCount>,
    /// For the reviewer.
    pub note: Option<Sentences>,
}

/// How many people of a group had an event.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct StudyCount {
    /// Id of the group.
    pub group: String,
    /// People in the group.
    pub people: u32,
    /// People with the event.
    pub events: u32,
}
