//! Cautions, their states and levels.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use super::condition::Condition;
use super::id::Id;
use super::place::TopicIndex;
use super::source::{Citation, Statement};

/// Something to speak about with the doctor.
#[derive(Clone, Debug)]
pub struct Caution {
    /// Its topic.
    pub topic: TopicIndex,
    /// Id of the caution.
    pub id: Id,
    /// Title that a person reads.
    pub title: String,
    /// The sources; never empty.
    pub cites: Vec<Citation>,
    /// When it applies.
    pub applies_when: Condition,
    /// When it stays open although every answer was given.
    pub open_when: Option<Condition>,
    /// When the doctor is to be called today.
    pub same_day_when: Option<Condition>,
    /// How soon to speak about it.
    pub level: Level,
    /// Sentences on what cannot wait, and on what nobody should do alone. The list always prints them.
    pub now: Vec<Statement>,
    /// Sentences for one medicine or one situation that come before `tell`. The list prints the first one or two.
    pub first: Vec<Statement>,
    /// What the person reads, the most important sentences first: the list prints the first one or two.
    pub tell: Vec<String>,
    /// More sentences, for one medicine or one situation.
    pub details: Vec<Statement>,
    /// Questions for the doctor.
    pub ask: Vec<String>,
    /// What to do while an answer is *not sure*.
    pub when_not_sure: Vec<String>,
    /// For the reviewer.
    pub note: Vec<String>,
}

impl Caution {
    /// The conditions that leave it open or raise it.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        [Some(&self.applies_when), self.open_when.as_ref()].into_iter().flatten()
    }

    /// The sentences that can have a condition, in the order of the report.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.now.iter().chain(&self.first).chain(&self.details)
    }
}

/// What answers say about a caution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The answers match it.
    Applies,
    /// An answer *not sure* leaves it open.
    NotSure,
    /// A missing answer leaves it open.
    NotAsked,
    /// The answers did not match it. This is no clearance.
    NoMatch,
}

/// As in JSON.
impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// How soon to speak about a caution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 1: before the next or first dose.
    BeforeDose,
    /// 2: before starting, or at the next visit.
    NextContact,
    /// 3: plan.
    Plan,
}

impl Level {
    /// Every level, the most pressing first.
    pub const ALL: [Self; 3] = [Self::BeforeDose, Self::NextContact, Self::Plan];

    /// The level with this number.
    pub fn from_number(number: u8) -> Option<Self> {
        match number {
            1 => Some(Self::BeforeDose),
            2 => Some(Self::NextContact),
            3 => Some(Self::Plan),
            _ => None,
        }
    }

    /// 1, 2 or 3.
    pub fn number(self) -> u8 {
        match self {
            Self::BeforeDose => 1,
            Self::NextContact => 2,
            Self::Plan => 3,
        }
    }
}

/// As its number.
impl Serialize for Level {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.number())
    }
}

impl JsonSchema for Level {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Level".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        u8::json_schema(generator)
    }
}

/// The heading over the cautions of one level, for some people.
#[derive(Clone, Debug)]
pub struct Heading {
    /// The level.
    pub level: Level,
    /// For whom: where it definitely holds. Of several the first counts.
    pub when: Condition,
    /// The sources; never empty.
    pub cites: Vec<Citation>,
    /// The heading.
    pub title: String,
    /// What stands below it.
    pub tell: Vec<String>,
}
