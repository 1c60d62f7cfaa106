//! Texts of comparisons.

use crate::model::{Now, Reported, State};

/// Texts of comparisons.
#[derive(Debug)]
pub struct Comparison {
    /// The title of a comparison.
    pub title: &'static str,
    /// Who is compared. Takes both names.
    pub and: fn(&str, &str) -> String,
    /// The name of an example person beside somebody else's.
    pub made_up: fn(&str) -> String,
    /// A name that both have, with a number.
    pub numbered: fn(&str, usize) -> String,
    /// The names of the two where one answer was changed.
    pub before_and_after: [&'static str; 2],
    /// What one of them has to do now. Takes the name and the line.
    pub urgent_for: fn(&str, &str) -> String,
    /// The heading over cautions that are the same.
    pub same: &'static str,
    /// The cautions of a state that are the same. Takes their titles. Nothing is said of those that did not match.
    pub both: fn(State, &[&str]) -> Option<String>,
    /// The heading over answers that differ.
    pub answers: &'static str,
    /// The heading over cautions that differ.
    pub cautions: &'static str,
    /// The heading over warning symptoms that differ.
    pub symptoms: &'static str,
    /// Over the questions.
    pub question: &'static str,
    /// Over the cautions.
    pub caution: &'static str,
    /// Over the warning symptoms.
    pub symptom: &'static str,
    /// Over the answers that are the reason.
    pub because: &'static str,
    /// Some titles in one cell.
    pub titles: fn(&[&str]) -> String,
    /// Stands for a missing answer.
    pub no_answer: &'static str,
    /// The message that nothing differs.
    pub nothing: &'static str,
    /// The message that answers differ, but no caution or warning symptom.
    pub no_caution: &'static str,
    /// A caution for one of them: its state, whether it is for today, the titles of items that are also *not sure*.
    pub caution_for: fn(State, bool, &[&str]) -> String,
    /// The heading that cautions stand under for one of them.
    pub under: fn(&str) -> String,
    /// Whether one of them should watch for a warning symptom more than others.
    pub watch: fn(bool) -> &'static str,
    /// What one of them said about having it now.
    pub reported: fn(Option<Reported>) -> &'static str,
    /// The title of how urgent it is.
    pub how_urgent: &'static str,
    /// How urgent it is for one of them.
    pub urgent: fn(Option<Now>) -> &'static str,
}
