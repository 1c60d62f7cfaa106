//! The parts of a report, such as a caution or a symptom. JSON prints these structs as they are, pages as sentences.

use schemars::JsonSchema;
use serde::Serialize;

use super::printed::{Ask, Because, Cite, Disagreement, Given, Items, Signs, Tell, ToDo};
use crate::model::{Header, Id, Level, Read, Reported, Source, State, Urgency, Urgent};
use crate::text::demo::Card;

/// The program that wrote a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Program {
    /// `jakcheck`.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

impl Program {
    /// This program.
    pub const THIS: Self = Self { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };
}

/// The rules a report was made with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RuleSetInfo<'r> {
    /// Id of the rule set.
    pub id: &'r Id,
    /// Version of the content.
    pub version: &'r str,
    /// SHA-256 of its files, as 64 hexadecimal digits.
    pub digest: &'r str,
    /// The day the content was last checked against its sources, as `YYYY-MM-DD`.
    pub checked_on: String,
    /// The last day on which the content counts as up to date, as `YYYY-MM-DD`.
    pub review_by: String,
    /// Whether a clinician has reviewed it.
    pub clinically_reviewed: bool,
    /// Whether it is the one built into the program.
    pub built_in: bool,
}

pub(crate) fn rule_set_info(header: &Header) -> RuleSetInfo<'_> {
    RuleSetInfo {
        id: &header.id,
        version: &header.version,
        digest: &header.digest,
        checked_on: header.checked_on.to_string(),
        review_by: header.review_by.to_string(),
        clinically_reviewed: header.clinical_review.is_some(),
        built_in: header.built_in,
    }
}

/// What must not wait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct UrgentInfo<'r> {
    /// `emergency` or `same_day`.
    pub level: Urgent,
    /// The answers that make it so.
    pub because: Vec<Because<'r>>,
    /// What to do.
    pub tell: Vec<&'r str>,
}

/// When to speak about the cautions of one level that apply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LevelInfo<'r> {
    /// 1, 2 or 3.
    pub level: Level,
    /// The heading.
    pub title: &'r str,
    /// What stands below it.
    pub tell: &'r [String],
    /// Its sources, each as `source/passage`; none where the words are the program's own.
    #[schemars(with = "Vec<String>")]
    pub cites: Vec<Cite<'r>>,
}

/// A caution and what the answers say about it. A list with nothing in it is left out of JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CautionInfo<'r> {
    /// Id of the caution.
    pub id: &'r Id,
    /// Id of its topic.
    pub topic: &'r Id,
    /// Title.
    pub title: &'r str,
    /// What the answers say about it; `no_match` is no clearance.
    pub state: State,
    /// How soon to speak about it, as one of the `levels`: 1, 2 or 3.
    pub level: Level,
    /// Whether the doctor is to be called about it today, before everything else.
    pub same_day: bool,
    /// What to know and do. Nothing of a caution that a missing answer leaves open or that did not match; so with `ask`
    /// and `cites`.
    #[serde(skip_serializing_if = "Tell::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub tell: Tell<'r>,
    /// What to ask the doctor.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub ask: Vec<Ask<'r>>,
    /// The answers that make it so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Because<'r>>,
    /// The questions and items that could settle it.
    #[serde(skip_serializing_if = "Items::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub settled_by: Items<'r>,
    /// Where it applies: the questions and items answered *not sure* that could be further reasons.
    #[serde(skip_serializing_if = "Items::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub also_not_sure: Items<'r>,
    /// Its sources, each as `source/passage`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub cites: Vec<Cite<'r>>,
    /// How sources differ from what is printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disagrees: Vec<Disagreement<'r>>,
}

/// A warning symptom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SymptomInfo<'r> {
    /// Id of the symptom.
    pub id: &'r Id,
    /// Id of its topic.
    pub topic: &'r Id,
    /// How soon help is needed.
    pub urgency: Urgency,
    /// Title.
    pub title: &'r str,
    /// The signs.
    #[schemars(with = "Vec<String>")]
    pub signs: Signs<'r>,
    /// What to do.
    #[schemars(with = "Vec<String>")]
    pub tell: ToDo<'r>,
    /// Whether this person should watch for it more than others.
    pub watch_more: bool,
    /// The answers that make it so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Because<'r>>,
    /// What the person said about having it now; null without an answer.
    pub reported: Option<Reported>,
    /// Its sources, each as `source/passage`.
    #[schemars(with = "Vec<String>")]
    pub cites: Vec<Cite<'r>>,
    /// How sources differ from what is printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disagrees: Vec<Disagreement<'r>>,
}

/// Sentences under a title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AdviceInfo<'r> {
    /// Id of the advice.
    pub id: &'r Id,
    /// Title.
    pub title: &'r str,
    /// The sentences.
    pub tell: &'r [String],
    /// Their sources, each as `source/passage`.
    #[schemars(with = "Vec<String>")]
    pub cites: Vec<Cite<'r>>,
    /// How sources differ from what is printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disagrees: Vec<Disagreement<'r>>,
}

/// Something that was tried before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Tried<'r> {
    /// The question.
    pub question: &'r str,
    /// The option that was chosen, or `not_sure`.
    #[schemars(with = "String")]
    pub answer: Given<'r>,
    /// The same in words.
    pub text: String,
}

/// Who an example person is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CardInfo {
    /// A story in two sentences.
    pub story: [&'static str; 2],
    /// What the person shows.
    pub teaches: &'static str,
}

impl From<Card> for CardInfo {
    fn from(Card { story, teaches }: Card) -> Self {
        Self { story, teaches }
    }
}

/// A question for the doctor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DoctorQuestion<'r> {
    /// The caution it belongs to.
    pub caution: &'r Id,
    /// The question.
    #[schemars(with = "String")]
    pub ask: Ask<'r>,
}

/// A document that is cited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SourceInfo<'r> {
    /// Id of the source.
    pub id: &'r Id,
    /// Title of the document.
    pub title: &'r str,
    /// Who published it.
    pub publisher: &'r str,
    /// When, as far as is known.
    pub date: &'r str,
    /// Where it is found.
    #[serde(rename = "where")]
    pub location: &'r str,
    /// How well it was read.
    pub read: Read,
    /// The web address where it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<&'r str>,
    /// The official web address of the same text, which was not opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub official: Option<&'r str>,
}

impl<'r> From<&'r Source> for SourceInfo<'r> {
    fn from(source: &'r Source) -> Self {
        let Source { id, title, publisher, date, location, read, address, official, note: _, passages: _ } = source;
        let (address, official) = (address.as_deref(), official.as_deref());
        Self { id, title, publisher, date, location, read: *read, address, official }
    }
}
