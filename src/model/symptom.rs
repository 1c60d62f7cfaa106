//! Warning symptoms, and how urgent they are.

use schemars::JsonSchema;

use super::condition::Condition;
use super::id::Id;
use super::place::{ItemIndex, TopicIndex};
use super::source::{Citation, Statement};

/// A symptom to watch for.
#[derive(Clone, Debug)]
pub struct WarningSymptom {
    /// Its topic.
    pub topic: TopicIndex,
    /// Id of the symptom.
    pub id: Id,
    /// Title that a person reads.
    pub title: String,
    /// How soon help is needed.
    pub urgency: Urgency,
    /// Whether an answer *not sure* counts like yes.
    pub not_sure_counts: bool,
    /// The sources; never empty.
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
    pub tell: Vec<String>,
    /// More sentences, for one medicine or one situation.
    pub details: Vec<Statement>,
    /// For the reviewer.
    pub note: Vec<String>,
    /// The item of the questionnaire that reports it.
    pub reported_by: Option<ItemIndex>,
}

/// How soon help is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Emergency services, now.
    Emergency,
    /// Call the doctor the same day.
    SameDay,
    /// Book a visit soon.
    NextVisit,
}

/// What a person said about having a symptom now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reported {
    /// Yes.
    Yes,
    /// Not sure.
    NotSure,
    /// No.
    No,
}
