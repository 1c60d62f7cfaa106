//! The log of hazards: what can go wrong, what is done about it, and the claims that rest on that.

pub mod page;
pub mod tree;

use std::cmp::Reverse;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Claim, Hazard, Header, Left, SafetyCase};
use crate::pages::report::{RuleSetInfo, rule_set_info};
use crate::text::language;

/// The log of hazards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct HazardLog<'r> {
    /// Version of this layout: 1.
    pub schema_version: u32,
    /// The rules that it is about.
    pub rule_set: RuleSetInfo<'r>,
    /// Whose the estimates are, and what the log is not about.
    pub notice: Vec<&'static str>,
    /// What each severity from 1 to 5 means.
    pub severity: &'r [String; 5],
    /// What each likelihood from 1 to 5 means.
    pub likelihood: &'r [String; 5],
    /// The hazards, the highest remaining risk first.
    pub hazards: Vec<&'r Hazard>,
    /// The claims.
    pub claims: &'r [Claim],
    /// What the claims do not cover.
    pub left: &'r [Left],
}

impl<'r> HazardLog<'r> {
    /// The log of a safety case. `header` is of the rules that it is about; with `--rules` there are others beside them,
    /// which it says.
    pub fn new(case: &'r SafetyCase, header: &'r Header, has_other_rules: bool) -> Self {
        let texts = &language().hazards;
        let mut hazards: Vec<&Hazard> = case.hazards.iter().collect();
        // Equal risks stay in the order of their ids.
        hazards.sort_by_key(|hazard| Reverse((hazard.after.product(), hazard.after.severity)));
        let other = texts.not_of_other_rules.into_iter().filter(|_| has_other_rules);
        Self {
            schema_version: 1,
            rule_set: rule_set_info(header),
            notice: other.chain(texts.ours).collect(),
            severity: &case.severity,
            likelihood: &case.likelihood,
            hazards,
            claims: &case.claims,
            left: &case.left,
        }
    }
}
