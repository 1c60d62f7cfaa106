//! What a saved review brings to the records of a rule set.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Outcome, Review, Rule};

/// A saved review, sorted by what it brings, and the records that result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged<'r> {
    /// Records that hold and agree.
    pub agreed: Vec<&'r Review>,
    /// Records that hold and ask for a change.
    pub change_needed: Vec<&'r Review>,
    /// Records about rules that have changed since.
    pub void: Vec<&'r Review>,
    /// Records about rules that are gone. They are left out.
    pub gone: Vec<&'r Review>,
    /// All records, in the order of the rules.
    pub file: ReviewsFile<'r>,
}

/// `reviews.json`, to be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ReviewsFile<'r> {
    /// The records.
    pub reviews: Vec<&'r Review>,
}

impl<'r> Merged<'r> {
    /// Adds the records of `saved` to those that a rule set has. Of the records of one person about one rule the better
    /// stays: that which holds, then the later, then that of `saved`.
    pub fn new(to_review: &'r [Rule], known: &'r [Review], saved: &'r [Review]) -> Self {
        let mut merged = Self {
            agreed: Vec::new(),
            change_needed: Vec::new(),
            void: Vec::new(),
            gone: saved.iter().filter(|record| !to_review.iter().any(|rule| is_about(record, rule))).collect(),
            file: ReviewsFile { reviews: Vec::new() },
        };
        for rule in to_review {
            for record in rule.records(saved) {
                match (rule.holds(record), record.outcome) {
                    (true, Outcome::Agreed) => merged.agreed.push(record),
                    (true, Outcome::ChangeNeeded) => merged.change_needed.push(record),
                    (false, _) => merged.void.push(record),
                }
            }
            let mut records: Vec<&Review> = rule.records(known).chain(rule.records(saved)).collect();
            // Of equal ones the last is that of `saved`.
            records.sort_by_key(|record| (&record.by.name, rule.holds(record), record.on));
            records.reverse();
            records.dedup_by_key(|record| &record.by.name);
            records.reverse();
            merged.file.reviews.extend(records);
        }
        merged
    }
}

fn is_about(record: &Review, rule: &Rule) -> bool {
    record.kind == rule.kind && record.id == rule.id
}
