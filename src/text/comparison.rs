//! What is said of two people, or of one before and after a change.

use crate::model::{Now, Reported, State};

/// Whether to watch for a symptom more than others, and what was said of having it now.
pub type Watched = (bool, Option<Reported>);

/// What is said of two people, or of one before and after a change.
#[derive(Debug)]
pub struct Comparison {
    /// Title of a comparison.
    pub title: &'static str,
    /// Before the answers that differ.
    pub answers: &'static str,
    /// Before what differs in cautions.
    pub cautions: &'static str,
    /// Before what differs in warning symptoms.
    pub symptoms: &'static str,
    /// In place of an answer that is missing.
    pub no_answer: &'static str,
    /// Nothing differs.
    pub nothing: &'static str,
    /// The answers differ, and no caution or sign in kind.
    pub no_caution: &'static str,
    /// "Smoking: never, then current"
    pub answer: fn(&str, &str, &str) -> String,
    /// "Smoking, now or in the past: first not asked, then applies"
    pub caution: fn(&str, &str, &str) -> String,
    /// What holds for one: the state of the caution, whether it is for today, the titles of what else is not sure.
    pub caution_side: fn(State, bool, &[&str]) -> String,
    /// The headings over some cautions.
    pub heading: fn(&[&str], &str, &str) -> String,
    /// "Low blood sugar: first not to watch for more, then to watch for more". What was said of having it now stands there where it
    /// differs.
    pub symptom: fn(&str, Watched, Watched) -> String,
    /// How urgent both are.
    pub urgent: fn(Option<Now>, Option<Now>) -> String,
    /// The answers that make the difference.
    pub because: fn(&[&str]) -> String,
}
