//! How far a rule set is reviewed: each rule with its records, and what a saved review brings.

mod merge;
pub mod page;

use schemars::JsonSchema;
use serde::Serialize;

pub use self::merge::{Merged, ReviewsFile};
use crate::model::{Review, Rule, RuleKind, RuleSet, Standing};
use crate::pages::report::{RuleSetInfo, rule_set_info};

/// How far a rule set is reviewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Reviews<'r> {
    /// Version of this layout: 1.
    pub schema_version: u32,
    /// The rules.
    pub rule_set: RuleSetInfo<'r>,
    /// How many rules have each standing.
    pub counts: Counts,
    /// The rules: by topic, then the passages by source, then what belongs to none.
    pub rules: Vec<RuleInfo<'r>>,
}

/// How many rules have each standing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Counts {
    /// All of them.
    pub rules: usize,
    /// A clinician checked all of the rule as it is, agreed, and nobody asks for a change.
    pub reviewed: usize,
    /// A reviewer asks for a change.
    pub change_needed: usize,
    /// Somebody reviewed the rule as it is, but no clinician all of it.
    pub in_part: usize,
    /// It was reviewed, and has changed since.
    pub stale: usize,
    /// Nobody has reviewed it.
    pub never: usize,
}

impl Counts {
    /// How many of these rules have each standing.
    pub(crate) fn of(rules: &[RuleInfo<'_>]) -> Self {
        rules.iter().fold(Self { rules: rules.len(), ..Self::default() }, |mut counts, rule| {
            *counts.count_mut(rule.standing) += 1;
            counts
        })
    }

    /// How many rules have one standing.
    pub fn count(mut self, standing: Standing) -> usize {
        *self.count_mut(standing)
    }

    fn count_mut(&mut self, standing: Standing) -> &mut usize {
        match standing {
            Standing::Reviewed => &mut self.reviewed,
            Standing::ChangeNeeded => &mut self.change_needed,
            Standing::InPart => &mut self.in_part,
            Standing::Stale => &mut self.stale,
            Standing::Never => &mut self.never,
        }
    }
}

/// How far one rule is reviewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RuleInfo<'r> {
    /// What the rule is.
    pub kind: RuleKind,
    /// Its id; of a passage `source/passage`.
    pub id: &'r str,
    /// The topic or the source that it stands in; of the rule set its own id.
    pub part: &'r str,
    /// Digest of the rule as it is.
    pub digest: &'r str,
    /// How far it is reviewed.
    pub standing: Standing,
    /// The records about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<RecordInfo<'r>>,
}

/// A record about a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RecordInfo<'r> {
    /// Whether it is about the rule as it is. If not, the rule has changed since, and the record is void.
    pub holds: bool,
    /// The record.
    pub record: &'r Review,
}

impl<'r> Reviews<'r> {
    /// How far `to_review`, the rules of a rule set, are reviewed.
    pub fn new(rules: &'r RuleSet, to_review: &'r [Rule]) -> Self {
        let infos: Vec<RuleInfo<'_>> = to_review.iter().map(|rule| RuleInfo::new(rule, rules.reviews())).collect();
        Self { schema_version: 1, rule_set: rule_set_info(rules.header()), counts: Counts::of(&infos), rules: infos }
    }
}

impl<'r> RuleInfo<'r> {
    fn new(rule: &'r Rule, reviews: &'r [Review]) -> Self {
        let record = |record| RecordInfo { holds: rule.holds(record), record };
        Self {
            kind: rule.kind,
            id: &rule.id,
            part: &rule.part,
            digest: &rule.digest,
            standing: rule.standing(reviews),
            records: rule.records(reviews).map(record).collect(),
        }
    }
}
