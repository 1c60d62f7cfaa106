//! Who made a rule set, when, and how far it was reviewed.

use jiff::civil::Date;

use super::id::Id;

/// Who made the rule set, when, and how far it was reviewed.
#[derive(Clone, Debug)]
pub struct Header {
    /// Id of the rule set.
    pub id: Id,
    /// Title that a person reads.
    pub title: String,
    /// Version of the content.
    pub version: String,
    /// The day the content was last checked against its sources.
    pub checked_on: Date,
    /// The last day on which the content counts as up to date.
    pub review_by: Date,
    /// The review by clinicians: nothing unless every rule has one that holds.
    pub clinical_review: Option<ClinicalReview>,
    /// SHA-256 of all files, as 64 hexadecimal digits.
    pub digest: String,
    /// Whether this is the rule set built into the program.
    pub built_in: bool,
}

/// Which clinicians reviewed all of a rule set, and when.
#[derive(Clone, Debug)]
pub struct ClinicalReview {
    /// Name and profession of each.
    pub by: Vec<String>,
    /// The day of the last review.
    pub on: Date,
}
