//! Choosing what to do: a lead, and a few ways to go on.

use std::io;

use super::asker::{Asker, Choice, Key, show};
use crate::text::language;

/// A few things to do, of which the person chooses one: each gives a `T`. Nothing is preselected.
#[derive(Debug)]
#[must_use]
pub struct Menu<'m, T> {
    lead: &'m str,
    choices: Vec<(Choice<'m>, T)>,
}

/// Whether the questionnaire goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// It goes on.
    GoOn,
    /// The person stops.
    Stop,
}

impl<'m, T> Menu<'m, T> {
    /// A menu without choices. The lead stands above: a question or a statement.
    pub fn new(lead: &'m str) -> Self {
        Self { lead, choices: Vec::new() }
    }

    /// The menu with one more choice.
    pub fn choice(self, label: &'m str, gives: T) -> Self {
        self.with(Choice { label, key: None }, gives)
    }

    /// The menu with a choice that stops.
    pub fn stopping(self, label: &'m str, gives: T) -> Self {
        self.with(Choice { label, key: Some(Key::Stop) }, gives)
    }

    /// The menu with a choice that leaves things as they are.
    pub fn going_back(self, label: &'m str, gives: T) -> Self {
        self.with(Choice { label, key: Some(Key::Back) }, gives)
    }

    fn with(mut self, choice: Choice<'m>, gives: T) -> Self {
        self.choices.push((choice, gives));
        self
    }

    /// Lets the person choose, and says what they chose.
    ///
    /// # Errors
    /// Whatever the asker gives.
    pub fn put(self, asker: &mut dyn Asker) -> io::Result<T> {
        show(asker, |page| {
            page.blank();
            page.line(self.lead);
        })?;
        let choices: Vec<Choice<'_>> = self.choices.iter().map(|(choice, _)| *choice).collect();
        let chosen = self.choices.into_iter().nth(asker.choose(&choices)?);
        let (choice, gives) = chosen.ok_or_else(|| io::Error::other(language().asking.no_such_choice))?;
        show(asker, |page| page.item("  ", &format!("{} {}", language().asking.you_chose, choice.label)))?;
        Ok(gives)
    }
}
