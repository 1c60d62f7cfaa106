//! Texts of the log of hazards.

use crate::model::{ControlKind, Evidence, Risk};

/// Texts of the log of hazards.
#[derive(Debug)]
pub struct Hazards {
    /// The title.
    pub title: &'static str,
    /// Whose the estimates are, and that nobody signed them. It stands in every form of the log.
    pub ours: [&'static str; 3],
    /// What a risk is, and how the hazards are sorted.
    pub how: [&'static str; 2],
    /// That rules from a folder are not what the log is about.
    pub not_of_other_rules: [&'static str; 2],
    /// The heading over what the numbers mean.
    pub scales: &'static str,
    /// Before what the severities mean.
    pub severity: &'static str,
    /// Before what the likelihoods mean.
    pub likelihood: &'static str,
    /// The heading over the table of all hazards.
    pub overview: &'static str,
    /// The columns of that table: hazard, risk before and after.
    pub columns: [&'static str; 3],
    /// The heading over the hazards in full.
    pub in_full: &'static str,
    /// The heading over the claims.
    pub claims: &'static str,
    /// The heading over what no claim covers.
    pub left: &'static str,
    /// The columns of that table: what, who, and their task.
    pub left_columns: [&'static str; 3],
    /// Before the cause of a hazard.
    pub cause: &'static str,
    /// Before what it can do to a person.
    pub harm: &'static str,
    /// Before the risk without controls.
    pub before: &'static str,
    /// Before the risk that remains.
    pub after: &'static str,
    /// Before the names of hazards.
    pub about_hazards: &'static str,
    /// A risk in a table.
    pub risk: fn(Risk) -> String,
    /// A risk with words. Takes what its severity and its likelihood mean.
    pub risk_in_words: fn(Risk, [&str; 2]) -> String,
    /// The label of a control.
    pub control: fn(ControlKind) -> &'static str,
    /// The label of a kind of evidence.
    pub evidence: fn(&Evidence) -> &'static str,
    /// What shows an argument, in a drawn tree. Takes the names.
    pub shown_by: fn(&[String]) -> String,
}
