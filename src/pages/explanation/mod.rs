//! The explanation of a caution: when it applies, what raises it, what leaves it open, why each part of its condition
//! counts, and what its sources say.

mod build;
pub mod list;
pub mod page;

pub use super::condition::Words;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Id, Level, Now, Read, State};
use crate::pages::report::{Because, LevelInfo, RuleSetInfo};

/// A caution explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Explanation<'r> {
    /// Version of this layout: 2. The first one had claims where this one has passages.
    pub schema_version: u32,
    /// The rules it is taken from.
    pub rule_set: RuleSetInfo<'r>,
    /// Id of the caution.
    pub id: &'r Id,
    /// Id of its topic.
    pub topic: &'r Id,
    /// Title of its topic.
    pub topic_title: &'r str,
    /// Title of the caution.
    pub title: &'r str,
    /// 1 before the first or next dose, 2 before starting or at the next visit, 3 plan.
    pub level: Level,
    /// When it applies, in words made from the condition.
    pub applies_when: Words,
    /// The smallest sets of answers that raise it, all of them: each is enough, whatever else is or is not answered. Null
    /// where there are too many to list.
    pub raised_by: Option<Vec<Vec<OneOf<'r>>>>,
    /// The questions and items for which *not sure* or no answer can leave it open.
    pub left_open_by: Vec<Named<'r>>,
    /// When it stays open although everything was answered.
    pub open_when: Option<Words>,
    /// When the doctor is to be called today.
    pub same_day_when: Option<Words>,
    /// The parts of its condition, each with two sets of answers that show that it counts.
    pub parts: Vec<Part<'r>>,
    /// What the person reads.
    pub tell: &'r [String],
    /// More sentences, for one medicine or one situation.
    pub details: Vec<Detail<'r>>,
    /// What to ask the doctor.
    pub ask: &'r [String],
    /// What the person reads while an answer is *not sure*.
    pub when_not_sure: &'r [String],
    /// What the sources say.
    pub sources: Vec<Said<'r>>,
    /// What given answers did to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<Outcome<'r>>,
}

/// A question or an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Named<'r> {
    /// The question, or the item as `group.item`.
    pub question: &'r str,
    /// Its short name.
    pub title: &'r str,
}

/// An answer to one question: one of some options.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct OneOf<'r> {
    /// The question, or the item as `group.item`.
    pub question: &'r str,
    /// The options; each of them is enough.
    pub is: Vec<&'r Id>,
    /// The same in words: "Smoking: Yes, now or Yes, in the past".
    pub said: String,
}

/// A part of a condition, and why it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Part<'r> {
    /// The part in words.
    pub text: String,
    /// Two sets of answers that differ in one answer; null where none shows that the part counts by itself.
    pub pair: Option<PartPair<'r>>,
}

/// Two sets of answers that differ in one answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PartPair<'r> {
    /// With this answer the caution applies.
    pub applies: Because<'r>,
    /// With this one instead the answers do not match it.
    pub no_match: Because<'r>,
    /// The other answers that raise it, the same in both.
    pub with: Vec<Because<'r>>,
    /// The answers to everything else that the caution reads, the same in both.
    pub others: Vec<Because<'r>>,
}

/// Sentences for one medicine or one situation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Detail<'r> {
    /// When they are left out: where this is definitely not so. Null where they never are.
    pub show_when: Option<Words>,
    /// The sentences.
    pub tell: &'r [String],
}

/// What a source says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Said<'r> {
    /// Id of the source.
    pub source: &'r Id,
    /// Title of the document.
    pub title: &'r str,
    /// Who published it.
    pub publisher: &'r str,
    /// When, as far as is known.
    pub date: &'r str,
    /// How well it was read.
    pub read: Read,
    /// Where in the source.
    pub section: Option<&'r str>,
    /// What it states, in our words.
    pub says: &'r [String],
    /// How it differs from what is printed.
    pub disagrees: &'r [String],
}

/// What given answers did to a caution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Outcome<'r> {
    /// What the answers say about it; `no_match` is no clearance.
    pub state: State,
    /// Whether the doctor is to be called about it today.
    pub same_day: bool,
    /// What all the answers together ask for now, about this caution or anything else.
    pub now: Option<Now>,
    /// Where it applies and can wait for longer than today: the heading of its level for this person.
    pub heading: Option<LevelInfo<'r>>,
    /// The answers that make it so.
    pub because: Vec<Because<'r>>,
    /// The questions and items that could settle it.
    pub settled_by: Vec<Named<'r>>,
    /// Where it applies: the questions and items answered *not sure* that could be further reasons.
    pub also_not_sure: Vec<Named<'r>>,
}
