//! Texts about the example people.

use crate::model::Urgent;

/// Who an example person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card {
    /// A story in two sentences.
    pub story: [&'static str; 2],
    /// What the person shows.
    pub teaches: &'static str,
}

/// Texts about the example people.
#[derive(Debug)]
pub struct Demo {
    /// The title of the list.
    pub title: &'static str,
    /// How to print a person from the list.
    pub how: &'static str,
    /// "`past_clot`: Past blood clot; Other choices". Takes the name, the urgency and the titles.
    pub person: fn(&str, Option<Urgent>, &[&str]) -> String,
    /// The card of a person. Takes the name.
    pub card: fn(&str) -> Option<Card>,
    /// The heading over a card.
    pub about: &'static str,
    /// The title of a quiz. Takes the name.
    pub quiz: fn(&str) -> String,
    /// The heading over the answers of a quiz.
    pub answers: &'static str,
    /// The questions of a quiz.
    pub ask: [&'static str; 3],
    /// The heading over the questions of a quiz.
    pub questions: &'static str,
    /// The heading over the solution of a quiz.
    pub solution: &'static str,
}
