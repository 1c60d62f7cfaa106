//! What a rule file says, before anyone asked whether it makes sense: its shape and nothing else.
//!
//! Every struct refuses unknown keys, and serde's derive refuses a key that stands twice. There is no `untagged`, no
//! `flatten` and no map keyed by id, where an error would lose its place or a duplicate would win in silence.

mod case;
mod condition;
mod object;
mod topic;

use schemars::JsonSchema;

pub use self::case::{Case, CasesFile, Expectation, Expected};
pub use self::condition::{Condition, NamedCondition, OneOrMore};
pub use self::topic::{
    AnswerOption, Caution, ItemsFrom, Question, Study, StudyCount, StudyGroup, StudyOutcome, TopicFile, WarningSymptom,
};
use crate::model::Read;

/// One sentence an element.
pub type Sentences = Vec<String>;

/// `rule-set.json`: the frame of a rule set.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct RuleSetFile {
    /// Version of this file format: 1.
    pub format: u32,
    /// Id of the rule set.
    pub id: String,
    /// Title that a person reads.
    pub title: String,
    /// Version of the content.
    pub version: String,
    /// The day the content was last checked against its sources, as `YYYY-MM-DD`.
    pub checked_on: String,
    /// The last day on which the content counts as up to date, as `YYYY-MM-DD`.
    pub review_by: String,
    /// The clinician's review, or null while there was none.
    pub clinical_review: Option<ClinicalReview>,
    /// Topic ids in the order of the questionnaire.
    pub topics: Vec<String>,
    /// Ids that were used before and never will be again.
    #[serde(default)]
    pub retired: Vec<RetiredId>,
    /// Named conditions.
    pub conditions: Vec<NamedCondition>,
    /// Headings of levels for some people, where other words than the program's own fit them better.
    #[serde(default)]
    pub headings: Vec<Heading>,
    /// Advice that is printed in every report.
    pub always: Vec<Advice>,
    /// Register of the topics that regulators warn of.
    pub coverage: Vec<Coverage>,
}

/// Who reviewed the content as a clinician, and when.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct ClinicalReview {
    /// Name and profession.
    pub by: String,
    /// Day of the review, as `YYYY-MM-DD`.
    pub on: String,
}

/// An id of a question, an item, an option, a caution or a symptom that was used before.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct RetiredId {
    /// The id.
    pub id: String,
    /// The ids that took its place.
    pub now: Vec<String>,
}

/// The heading over the cautions of one level, for some people.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct Heading {
    /// 1, 2 or 3.
    pub level: u8,
    /// For whom: where it definitely holds. Of several the first counts.
    pub when: Condition,
    /// The sources.
    pub cites: Vec<Citation>,
    /// The heading.
    pub title: String,
    /// What stands below it.
    #[serde(default)]
    pub tell: Sentences,
}

/// Where a sentence comes from.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct Citation {
    /// Id of the source.
    pub source: String,
    /// Id of the passage of that source.
    pub passage: String,
    /// How this source differs from what is printed, for the person who reads.
    pub disagrees: Option<Sentences>,
}

/// Sentences with their sources.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct Statement {
    /// The sources.
    pub cites: Vec<Citation>,
    /// Left out where this is definitely false.
    pub show_when: Option<Condition>,
    /// What the person reads.
    pub tell: Sentences,
    /// For the reviewer.
    pub note: Option<Sentences>,
}

/// Sentences with their sources under a title.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct Advice {
    /// Id of the advice.
    pub id: String,
    /// Title that a person reads.
    pub title: String,
    /// The sources.
    pub cites: Vec<Citation>,
    /// Left out where this is definitely false.
    pub show_when: Option<Condition>,
    /// What the person reads.
    pub tell: Sentences,
    /// For the reviewer.
    pub note: Option<Sentences>,
}

/// A topic that regulators warn of, and what this list does about it: exactly one of `asked_by` and `tell`.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct Coverage {
    /// Id of the topic of the register.
    pub id: String,
    /// Title that a person reads.
    pub title: String,
    /// The sources.
    pub cites: Vec<Citation>,
    /// The questions that ask about it.
    pub asked_by: Option<Vec<String>>,
    /// What is printed is left out where this is definitely false.
    pub show_when: Option<Condition>,
    /// What is printed where nothing asks about it.
    pub tell: Option<Sentences>,
}

/// `sources.json`: every document that is cited.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct SourcesFile {
    /// The documents.
    pub sources: Vec<Source>,
}

/// A document.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct Source {
    /// Id that citations refer to.
    pub id: String,
    /// Title of the document.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, as far as is known.
    pub date: String,
    /// Where it is found.
    #[serde(rename = "where")]
    pub location: String,
    /// How well it was read.
    pub read: Read,
    /// The web address where it was read.
    pub address: Option<String>,
    /// The official web address of the same text, where it was read at another; it was not opened.
    pub official: Option<String>,
    /// For the reviewer.
    pub note: Option<Sentences>,
    /// What is cited of it, each passage once.
    pub passages: Vec<Passage>,
}

/// What a source states in one place.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct Passage {
    /// Id within the source.
    pub id: String,
    /// Where in the source.
    pub section: Option<String>,
    /// What the source states there, in our words.
    pub says: Sentences,
}
