//! Rule files as they are parsed, before validation.
//!
//! Every struct refuses unknown keys, and serde's derive refuses duplicate keys. There is no `untagged`, no `flatten`
//! and no map with ids as keys, as an error would lose its position or a duplicate would win silently.

mod case;
mod condition;
mod hazard;
mod object;
mod review;
mod text;
mod topic;

use schemars::JsonSchema;

pub use self::case::{Case, CasesFile, Expectation, Expected};
pub use self::condition::{Condition, NamedCondition, OneOrMore};
pub use self::hazard::{Argument, Claim, Control, Hazard, HazardsFile, Left, Risk};
pub use self::review::{Review, Reviewer, ReviewsFile};
pub use self::text::Text;
pub use self::topic::{
    AnswerOption, Caution, ItemsFrom, Question, Study, StudyCount, StudyGroup, StudyOutcome, TopicFile, WarningSymptom,
};
use crate::model::Read;

/// One sentence an element.
pub type Sentences<'f> = Vec<Text<'f>>;

/// `rule-set.json`: the frame of a rule set.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct RuleSetFile<'f> {
    /// Version of this file format: 1.
    pub format: u32,
    /// Id of the rule set.
    pub id: Text<'f>,
    /// Title that a person reads.
    pub title: Text<'f>,
    /// Version of the content.
    pub version: Text<'f>,
    /// The day the content was last checked against its sources, as `YYYY-MM-DD`.
    pub checked_on: Text<'f>,
    /// The last day on which the content counts as up to date, as `YYYY-MM-DD`.
    pub review_by: Text<'f>,
    /// Topic ids in the order of the questionnaire.
    pub topics: Vec<Text<'f>>,
    /// Ids that were used before and never will be again.
    #[serde(default)]
    pub retired: Vec<RetiredId<'f>>,
    /// Named conditions.
    pub conditions: Vec<NamedCondition<'f>>,
    /// Headings of levels for some people, where other words than the program's own fit them better.
    #[serde(default)]
    pub headings: Vec<Heading<'f>>,
    /// Advice that is printed in every report.
    pub always: Vec<Advice<'f>>,
    /// Register of the topics that regulators warn of.
    pub coverage: Vec<Coverage<'f>>,
    /// Phrases that nobody may read together.
    #[serde(default)]
    pub contrary: Vec<Contrary<'f>>,
}

/// Two phrases that contradict each other.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct Contrary<'f> {
    /// The one phrase, as a text has it, in small letters.
    pub one: Text<'f>,
    /// The other.
    pub other: Text<'f>,
}

/// An id of a question, an item, an option, a caution or a symptom that was used before.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct RetiredId<'f> {
    /// The id.
    pub id: Text<'f>,
    /// The ids that took its place.
    pub now: Vec<Text<'f>>,
}

/// The heading over the cautions of one level, for some people.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct Heading<'f> {
    /// 1, 2 or 3.
    pub level: u8,
    /// For whom: where it definitely holds. Of several the first counts.
    pub when: Condition<'f>,
    /// The sources.
    pub cites: Vec<Citation<'f>>,
    /// The heading.
    pub title: Text<'f>,
    /// What stands below it.
    #[serde(default)]
    pub tell: Sentences<'f>,
}

/// Where a sentence comes from.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct Citation<'f> {
    /// Id of the source.
    pub source: Text<'f>,
    /// Id of the passage of that source.
    pub passage: Text<'f>,
    /// How this source differs from what is printed, for the person who reads.
    pub disagrees: Option<Sentences<'f>>,
}

/// Sentences with their sources.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct Statement<'f> {
    /// The sources.
    pub cites: Vec<Citation<'f>>,
    /// Left out where this is definitely false.
    pub show_when: Option<Condition<'f>>,
    /// What the person reads.
    pub tell: Sentences<'f>,
    /// For the reviewer.
    pub note: Option<Sentences<'f>>,
}

/// Sentences with their sources under a title.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct Advice<'f> {
    /// Id of the advice.
    pub id: Text<'f>,
    /// Title that a person reads.
    pub title: Text<'f>,
    /// The sources.
    pub cites: Vec<Citation<'f>>,
    /// Left out where this is definitely false.
    pub show_when: Option<Condition<'f>>,
    /// What the person reads.
    pub tell: Sentences<'f>,
    /// Whether the list prints it too.
    #[serde(default)]
    pub in_list: bool,
    /// For the reviewer.
    pub note: Option<Sentences<'f>>,
}

/// A topic that regulators warn of, and what this list does about it: exactly one of `asked_by` and `tell`.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct Coverage<'f> {
    /// Id of the topic of the register.
    pub id: Text<'f>,
    /// Title that a person reads.
    pub title: Text<'f>,
    /// The sources.
    pub cites: Vec<Citation<'f>>,
    /// The questions that ask about it.
    pub asked_by: Option<Vec<Text<'f>>>,
    /// What is printed is left out where this is definitely false.
    pub show_when: Option<Condition<'f>>,
    /// What is printed where nothing asks about it.
    pub tell: Option<Sentences<'f>>,
}

/// `sources.json`: every document that is cited.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct SourcesFile<'f> {
    /// The documents.
    pub sources: Vec<Source<'f>>,
}

/// A document.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct Source<'f> {
    /// Id that citations refer to.
    pub id: Text<'f>,
    /// Title of the document.
    pub title: Text<'f>,
    /// Who published it.
    pub publisher: Text<'f>,
    /// When, as far as is known.
    pub date: Text<'f>,
    /// Where it is found.
    #[serde(rename = "where")]
    pub location: Text<'f>,
    /// How well it was read.
    pub read: Read,
    /// The web address where it was read.
    pub address: Option<Text<'f>>,
    /// The official web address of the same text, where it was read at another; it was not opened.
    pub official: Option<Text<'f>>,
    /// For the reviewer.
    pub note: Option<Sentences<'f>>,
    /// What is cited of it, each passage once.
    pub passages: Vec<Passage<'f>>,
}

/// What a source states in one place.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct Passage<'f> {
    /// Id within the source.
    pub id: Text<'f>,
    /// Where in the source.
    pub section: Option<Text<'f>>,
    /// What the source states there, in our words.
    pub says: Sentences<'f>,
}
