//! What must not wait.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

/// How urgent the answers of a person are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Urgent {
    /// Emergency services, now.
    Emergency,
    /// Call the doctor today.
    SameDay,
}

/// As in JSON.
impl fmt::Display for Urgent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// What to do now, from the least certain to the most urgent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
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
