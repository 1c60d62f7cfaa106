//! The format of `topics/TOPIC.json`.

use schemars::JsonSchema;

use super::{Advice, Citation, Condition, Sentences, Statement, Text};
use crate::model::Urgency;

/// `topics/TOPIC.json`.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct TopicFile<'f> {
    /// Id of the topic, as in the file's name.
    pub id: Text<'f>,
    /// Title that a person reads.
    pub title: Text<'f>,
    /// What the topic teaches.
    pub about: Vec<Statement<'f>>,
    /// The questions, in order.
    #[serde(default)]
    pub questions: Vec<Question<'f>>,
    /// The cautions.
    #[serde(default)]
    pub cautions: Vec<Caution<'f>>,
    /// The warning symptoms.
    #[serde(default)]
    pub warning_symptoms: Vec<WarningSymptom<'f>>,
    /// Tests and plans.
    #[serde(default)]
    pub monitoring: Vec<Advice<'f>>,
    /// Other kinds of treatment.
    #[serde(default)]
    pub alternatives: Vec<Advice<'f>>,
    /// Study numbers.
    #[serde(default)]
    pub studies: Vec<Study<'f>>,
}

/// A question, with exactly one of `options`, `items` and `items_from`.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct Question<'f> {
    /// Id of the question.
    pub id: Text<'f>,
    /// Short name.
    pub title: Text<'f>,
    /// The question as it is asked.
    pub text: Text<'f>,
    /// Why it is asked.
    pub why: Sentences<'f>,
    /// The sources of `why`.
    pub cites: Vec<Citation<'f>>,
    /// Left out where this is definitely false.
    pub ask_when: Option<Condition<'f>>,
    /// Part of the short check.
    #[serde(default)]
    pub short: bool,
    /// Tells what was tried before.
    #[serde(default)]
    pub tried: bool,
    /// Tells who the person is: a list says the answer below its title.
    #[serde(default)]
    pub profile: bool,
    /// One of these is chosen.
    pub options: Option<Vec<AnswerOption<'f>>>,
    /// Yes, no or not sure is said of each.
    pub items: Option<Vec<AnswerOption<'f>>>,
    /// The items are taken from somewhere else.
    pub items_from: Option<ItemsFrom>,
    /// For the reviewer.
    pub note: Option<Sentences<'f>>,
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
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct AnswerOption<'f> {
    /// Id within the question.
    pub id: Text<'f>,
    /// What the person reads.
    pub label: Text<'f>,
    /// Examples beside the label.
    pub hint: Option<Text<'f>>,
    /// Why no condition reads it.
    pub unread: Option<Text<'f>>,
}

/// Something to speak about with the doctor.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct Caution<'f> {
    /// Id of the caution.
    pub id: Text<'f>,
    /// Title that a person reads.
    pub title: Text<'f>,
    /// The sources.
    pub cites: Vec<Citation<'f>>,
    /// When it applies.
    pub applies_when: Condition<'f>,
    /// When it stays open although every answer was given.
    pub open_when: Option<Condition<'f>>,
    /// When the doctor is to be called today.
    pub same_day_when: Option<Condition<'f>>,
    /// 1 before the next or first dose, 2 before starting or at the next visit, 3 plan.
    pub level: u8,
    /// Sentences on what cannot wait, and on what nobody should do alone. The list always prints them.
    #[serde(default)]
    pub now: Vec<Statement<'f>>,
    /// Sentences for one medicine or one situation that come before `tell`. The list prints the first one or two.
    #[serde(default)]
    pub first: Vec<Statement<'f>>,
    /// What the person reads, the most important sentences first: the list prints the first one or two.
    pub tell: Sentences<'f>,
    /// More sentences, for one medicine or one situation.
    #[serde(default)]
    pub details: Vec<Statement<'f>>,
    /// Questions for the doctor.
    pub ask: Sentences<'f>,
    /// What to do while an answer is *not sure*.
    pub when_not_sure: Option<Sentences<'f>>,
    /// For the reviewer.
    pub note: Option<Sentences<'f>>,
}

/// A symptom to watch for.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct WarningSymptom<'f> {
    /// Id of the symptom.
    pub id: Text<'f>,
    /// Title that a person reads.
    pub title: Text<'f>,
    /// How soon help is needed.
    pub urgency: Urgency,
    /// Whether an answer *not sure* counts like yes; for an emergency it always does.
    #[serde(default)]
    pub not_sure_counts: bool,
    /// The sources.
    pub cites: Vec<Citation<'f>>,
    /// The signs in one line.
    pub brief: Text<'f>,
    /// The signs.
    pub signs: Vec<Text<'f>>,
    /// When this person should watch for it more than others.
    pub watch_more_when: Condition<'f>,
    /// Left out where this is definitely false, unless the person has it or is not sure of it.
    pub show_when: Option<Condition<'f>>,
    /// More sentences.
    #[serde(default)]
    pub tell: Sentences<'f>,
    /// More sentences, for one medicine or one situation.
    #[serde(default)]
    pub details: Vec<Statement<'f>>,
    /// For the reviewer.
    pub note: Option<Sentences<'f>>,
}

/// Numbers of a study, for teaching.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct Study<'f> {
    /// Id of the study.
    pub id: Text<'f>,
    /// Title that a person reads.
    pub title: Text<'f>,
    /// The sources.
    pub cites: Vec<Citation<'f>>,
    /// Who was studied.
    pub who: Sentences<'f>,
    /// For how long.
    pub how_long: Text<'f>,
    /// The groups that were compared.
    pub groups: Vec<StudyGroup<'f>>,
    /// What happened.
    pub outcomes: Vec<StudyOutcome<'f>>,
    /// What the study cannot tell.
    pub limits: Sentences<'f>,
    /// For the reviewer.
    pub note: Option<Sentences<'f>>,
}

/// A group of people in a study.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct StudyGroup<'f> {
    /// Id within the study.
    pub id: Text<'f>,
    /// What the group took.
    pub label: Text<'f>,
}

/// Something that happened to some of the people in a study.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct StudyOutcome<'f> {
    /// Id within the study.
    pub id: Text<'f>,
    /// Title that a person reads.
    pub title: Text<'f>,
    /// "had shingles".
    pub said: Text<'f>,
    /// The sources.
    pub cites: Vec<Citation<'f>>,
    /// People and events by group.
    pub counts: Vec<StudyCount<'f>>,
    /// For the reviewer.
    pub note: Option<Sentences<'f>>,
}

/// How many people of a group had an event.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct StudyCount<'f> {
    /// Id of the group.
    pub group: Text<'f>,
    /// People in the group.
    pub people: u32,
    /// People with the event.
    pub events: u32,
}
