//! The format of `reviews.json`, and of what a review packet saves.

use schemars::JsonSchema;

use super::{Sentences, Text};
use crate::model::{Checked, Outcome, RuleKind};

/// `reviews.json`: who reviewed which rule, and what came of it.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct ReviewsFile<'f> {
    /// The records.
    pub reviews: Vec<Review<'f>>,
}

/// What somebody found of one rule.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct Review<'f> {
    /// What the rule is.
    pub kind: RuleKind,
    /// Its id; of a passage `source/passage`, of what belongs to no topic the id of the rule set.
    pub id: Text<'f>,
    /// Digest of the rule as it was reviewed, as `jakcheck rules review --format json` prints it.
    pub digest: Text<'f>,
    /// Who reviewed it.
    pub by: Reviewer<'f>,
    /// The day, as `YYYY-MM-DD`.
    pub on: Text<'f>,
    /// What was checked.
    pub checked: Vec<Checked>,
    /// What came of it.
    pub outcome: Outcome,
    /// What the reviewer says about it. A change that is needed has at least one sentence.
    #[serde(default)]
    pub remarks: Sentences<'f>,
}

/// Somebody who reviews rules.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct Reviewer<'f> {
    /// The name.
    pub name: Text<'f>,
    /// The profession.
    pub profession: Text<'f>,
    /// Whether that is a clinician.
    pub clinician: bool,
}
