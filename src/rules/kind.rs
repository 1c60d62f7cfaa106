//! The closed lists of the rule format and of the reports: how well a source was read, urgency, state.

use schemars::JsonSchema;

/// How well a source was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Read {
    /// The whole text.
    Full,
    /// A part, such as the opening, the abstract or a table.
    Excerpt,
    /// As reported by others.
    SecondHand,
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

/// What answers say about a caution.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize, JsonSchema,
)]
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

/// What to do now, from the least certain to the most urgent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Now {
    /// Call the doctor today, if what the person is not sure of is so.
    MaybeSameDay,
    /// Call the doctor today.
    SameDay,
    /// Call emergency services, if what the person is not sure of is so.
    MaybeEmergency,
    /// The same; and if it is not so, call the doctor today.
    MaybeEmergencyOrSameDay,
    /// Call emergency services.
    Emergency,
}

impl Now {
    /// How urgent it is.
    pub fn level(self) -> Urgent {
        match self {
            Self::MaybeSameDay | Self::SameDay => Urgent::SameDay,
            Self::MaybeEmergency | Self::MaybeEmergencyOrSameDay | Self::Emergency => Urgent::Emergency,
        }
    }
}

/// How urgent the answers of a person are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Urgent {
    /// Emergency services, now.
    Emergency,
    /// Call the doctor today.
    SameDay,
}
