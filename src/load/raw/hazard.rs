//! The format of `rules/hazards.json`, which is no part of a rule set.

use super::Text;
use crate::model::ControlKind;

/// `rules/hazards.json`: the safety case of the program.
#[derive(Debug, serde::Deserialize)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
pub struct HazardsFile<'f> {
    /// What each severity from 1 to 5 means.
    pub severity: [Text<'f>; 5],
    /// What each likelihood from 1 to 5 means.
    pub likelihood: [Text<'f>; 5],
    /// The hazards, by id.
    pub hazards: Vec<Hazard<'f>>,
    /// The claims that rest on them.
    pub claims: Vec<Claim<'f>>,
    /// What the claims do not cover.
    pub left: Vec<Left<'f>>,
}

/// Something that can go wrong.
#[derive(Debug, serde::Deserialize)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
pub struct Hazard<'f> {
    /// Id, such as `H-01`.
    pub id: Text<'f>,
    /// What goes wrong.
    pub hazard: Text<'f>,
    /// Why it can happen.
    pub cause: Text<'f>,
    /// What it can do to a person.
    pub harm: Text<'f>,
    /// The risk without controls: severity and likelihood.
    pub before: Risk,
    /// The risk that remains with them.
    pub after: Risk,
    /// What is done about it, in the order of preference.
    pub controls: Vec<Control<'f>>,
    /// Names of what shows that the controls work.
    pub evidence: Vec<Text<'f>>,
}

/// Severity and likelihood, each from 1 to 5.
#[derive(Clone, Copy, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// From 1 to 5.
    pub severity: u8,
    /// From 1 to 5.
    pub likelihood: u8,
}

/// Something that is done about a hazard.
#[derive(Debug, serde::Deserialize)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
pub struct Control<'f> {
    /// How it works.
    pub kind: ControlKind,
    /// What is done.
    pub control: Text<'f>,
}

/// Something that is said of the program.
#[derive(Debug, serde::Deserialize)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
pub struct Claim<'f> {
    /// What is said.
    pub claim: Text<'f>,
    /// Why it holds.
    pub arguments: Vec<Argument<'f>>,
}

/// Why a claim holds.
#[derive(Debug, serde::Deserialize)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
pub struct Argument<'f> {
    /// The reason.
    pub argument: Text<'f>,
    /// Ids of the hazards that it is about.
    pub hazards: Vec<Text<'f>>,
    /// Names of what shows it before all else.
    pub evidence: Vec<Text<'f>>,
}

/// Something that no claim covers.
#[derive(Debug, serde::Deserialize)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
pub struct Left<'f> {
    /// What is not shown or not done.
    pub what: Text<'f>,
    /// Who is to see to it.
    pub who: Text<'f>,
    /// What they are to do.
    pub task: Text<'f>,
}
