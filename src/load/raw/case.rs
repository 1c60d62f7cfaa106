//! The format of `cases/TOPIC.json`.

use schemars::JsonSchema;
use serde::de::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::{Sentences, Text};
use crate::model::{State, Urgent};

/// `cases/TOPIC.json`: worked cases.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct CasesFile<'f> {
    /// Id of the topic, as in the file's name.
    pub topic: Text<'f>,
    /// The cases.
    pub cases: Vec<Case<'f>>,
}

/// Answers, and what they must give.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct Case<'f> {
    /// Id within the file.
    pub id: Text<'f>,
    /// Why these answers give this.
    pub why: Sentences<'f>,
    /// An answers document.
    #[schemars(with = "std::collections::BTreeMap<String, serde_json::Value>")]
    pub answers: Box<RawValue>,
    /// The states that must come out.
    pub expect: Vec<Expectation<'f>>,
    /// All symptoms that must be marked, if this is checked.
    pub watch_more: Option<Vec<Text<'f>>>,
    /// The urgency that must come out, if this is checked; null for none.
    #[serde(default)]
    #[schemars(with = "Option<Urgent>")]
    pub urgent: Expected<Urgent>,
}

/// The state that a caution must have.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct Expectation<'f> {
    /// Id of the caution.
    pub caution: Text<'f>,
    /// Its state.
    pub state: State,
    /// The items whose answers make it so, if this is checked.
    pub because: Option<Vec<Text<'f>>>,
    /// The items that could settle it, if this is checked.
    pub settled_by: Option<Vec<Text<'f>>>,
    /// The items answered *not sure* that could be further reasons, if this is checked.
    pub also_not_sure: Option<Vec<Text<'f>>>,
}

/// Something that a case may say: nothing, that there must be none, or what it must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Expected<T> {
    /// The key is not there.
    #[default]
    Unchecked,
    /// The key is there; null is nothing.
    Checked(Option<T>),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Expected<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self::Checked)
    }
}
