//! Reviews: what is reviewed by itself, who reviewed it, when, and what came of it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::header::ClinicalReview;

/// A kind of rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RuleKind {
    /// What a topic says beside its questions, cautions and warning symptoms.
    Topic,
    /// A question.
    Question,
    /// A caution.
    Caution,
    /// A warning symptom.
    Symptom,
    /// A passage of a source, with what is said of the source.
    Passage,
    /// What belongs to no topic: what is always printed, the headings, the coverage register.
    RuleSet,
}

/// What is reviewed by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What it is.
    pub kind: RuleKind,
    /// Its id; of a passage `source/passage`.
    pub id: String,
    /// The topic or the source that it stands in; of the rule set its own id.
    pub part: String,
    /// SHA-256 of what it says and of the named conditions that it holds, as 64 hexadecimal digits.
    pub digest: String,
    /// Whether it has a condition.
    pub has_condition: bool,
}

/// What somebody found of one rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Review {
    /// What the rule is.
    pub kind: RuleKind,
    /// Its id; of a passage `source/passage`.
    pub id: String,
    /// Digest of the rule as it was reviewed.
    pub digest: String,
    /// Who reviewed it.
    pub by: Reviewer,
    /// The day, as `YYYY-MM-DD`.
    #[serde(serialize_with = "as_text")]
    #[schemars(with = "String")]
    pub on: Date,
    /// What was checked; never empty.
    pub checked: Vec<Checked>,
    /// What came of it.
    pub outcome: Outcome,
    /// What the reviewer says about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives fields by reference")]
fn as_text<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(date)
}

/// Somebody who reviews rules.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Reviewer {
    /// The name.
    pub name: String,
    /// The profession.
    pub profession: String,
    /// Whether that is a clinician.
    pub clinician: bool,
}

/// Something that a reviewer checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Checked {
    /// It keeps to what the source says.
    Fact,
    /// The words are right for those who read them.
    Wording,
    /// It speaks to those whom it is for, and to nobody else.
    Condition,
}

/// What came of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The rule can stay as it is.
    Agreed,
    /// The rule has to change; the remarks say how.
    ChangeNeeded,
}

/// How far a rule is reviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// A clinician checked all of it as it is, agreed, and nobody asks for a change.
    Reviewed,
    /// A reviewer asks for a change of it as it is.
    ChangeNeeded,
    /// Somebody reviewed it as it is, but no clinician all of it.
    InPart,
    /// It was reviewed, and has changed since.
    Stale,
    /// Nobody has reviewed it.
    Never,
}

impl Standing {
    /// Every standing, in order.
    pub const ALL: [Self; 5] = [Self::Reviewed, Self::ChangeNeeded, Self::InPart, Self::Stale, Self::Never];
}

impl Rule {
    /// The records about this rule, also about an earlier form of it.
    pub fn records<'r>(&self, reviews: &'r [Review]) -> impl Iterator<Item = &'r Review> {
        reviews.iter().filter(|review| review.kind == self.kind && review.id == self.id)
    }

    /// Whether a record about this rule is about the rule as it is.
    pub fn holds(&self, record: &Review) -> bool {
        record.digest == self.digest
    }

    /// Whether a record is that of a clinician who checked all of the rule as it is, and agreed.
    fn is_approved_by(&self, record: &Review) -> bool {
        let has = |what| record.checked.contains(&what);
        let is_whole = has(Checked::Fact) && has(Checked::Wording) && (has(Checked::Condition) || !self.has_condition);
        self.holds(record) && record.by.clinician && record.outcome == Outcome::Agreed && is_whole
    }

    /// How far it is reviewed.
    pub fn standing(&self, reviews: &[Review]) -> Standing {
        let any = |test: &dyn Fn(&Review) -> bool| self.records(reviews).any(test);
        if any(&|record| self.holds(record) && record.outcome == Outcome::ChangeNeeded) {
            Standing::ChangeNeeded
        } else if any(&|record| self.is_approved_by(record)) {
            Standing::Reviewed
        } else if any(&|record| self.holds(record)) {
            Standing::InPart
        } else if any(&|_| true) {
            Standing::Stale
        } else {
            Standing::Never
        }
    }
}

/// The review of a whole rule set: nothing unless each of its rules is reviewed.
pub(crate) fn clinical_review(rules: &[Rule], reviews: &[Review]) -> Option<ClinicalReview> {
    if rules.iter().any(|rule| rule.standing(reviews) != Standing::Reviewed) {
        return None;
    }
    let records = || rules.iter().flat_map(|rule| rule.records(reviews).filter(|record| rule.is_approved_by(record)));
    let by: BTreeSet<&Reviewer> = records().map(|record| &record.by).collect();
    let by = by.into_iter().map(|by| format!("{}, {}", by.name, by.profession)).collect();
    Some(ClinicalReview { by, on: records().map(|record| record.on).max()? })
}
