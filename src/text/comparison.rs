//! Texts of comparisons.

use crate::model::{Now, Reported, State};

/// Whether to watch for a symptom more than others, and the report of having it now.
pub type Watched = (bool, Option<Reported>);

/// Texts of comparisons.
#[derive(Debug)]
pub struct Comparison {
    /// The title of a comparison.
    pub title: &'static str,
    /// The heading over answers that differ.
    pub answers: &'static str,
    /// The heading over cautions that differ.
    pub cautions: &'static str,
    /// The heading over warning symptoms that differ.
    pub symptoms: &'static str,
    /// Stands for a missing answer.
    pub no_answer: &'static str,
    /// The message that nothing differs.
    pub nothing: &'static str,
    /// The message that answers differ, but no caution or warning symptom.
    pub no_caution: &'static str,
    /// "Smoking: never, then current". Takes the title and both answers.
    pub answer: fn(&str, &str, &str) -> String,
    /// "Smoking: first not asked, then applies". Takes the title and both sides.
    pub caution: fn(&str, &str, &str) -> String,
    /// One side: the state, whether it is for today, the titles of items that are also *not sure*.
    pub caution_side: fn(State, bool, &[&str]) -> String,
    /// The headings that differ. Takes the titles of the cautions and both headings.
    pub heading: fn(&[&str], &str, &str) -> String,
    /// "Low blood sugar: first not to watch for more, then to watch for more", with the reports of having it now if
    /// they differ.
    pub symptom: fn(&str, Watched, Watched) -> String,
    /// The urgency of both sides.
    pub urgent: fn(Option<Now>, Option<Now>) -> String,
    /// The answers that are the reason. Takes their titles.
    pub because: fn(&[&str]) -> String,
}
