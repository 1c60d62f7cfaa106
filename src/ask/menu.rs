//! Choosing what to do: a lead, and a few ways to go on.

use std::io;

use super::{Asker, show};
use crate::text::language;

/// A few things to do, of which the person chooses one. Nothing is preselected.
#[derive(Clone, Copy, Debug)]
pub struct Menu<'m> {
    /// What stands above: a question or a statement.
    pub lead: &'m str,
    /// What can be chosen.
    pub choices: &'m [&'m str],
    /// The choice that stops, which `s` stands for in lines.
    pub stop: Option<usize>,
    /// The choice that leaves things as they are, which `b` stands for in lines.
    pub back: Option<usize>,
}

impl<'m> Menu<'m> {
    /// A menu without a way to stop.
    pub fn new(lead: &'m str, choices: &'m [&'m str]) -> Self {
        Self { lead, choices, stop: None, back: None }
    }

    /// A menu of which the choice at `stop` stops.
    pub fn that_stops(lead: &'m str, choices: &'m [&'m str], stop: usize) -> Self {
        Self { stop: Some(stop), ..Self::new(lead, choices) }
    }

    /// A menu whose last choice leaves things as they are.
    pub fn that_goes_back(lead: &'m str, choices: &'m [&'m str]) -> Self {
        Self { back: choices.len().checked_sub(1), ..Self::new(lead, choices) }
    }

    /// Lets the person choose, and says what they chose. Gives the place of the choice, from 0.
    ///
    /// # Errors
    /// Whatever the asker gives.
    pub fn put(&self, asker: &mut dyn Asker) -> io::Result<usize> {
        show(asker, |page| {
            page.blank();
            page.line(self.lead);
        })?;
        let chosen = asker.choose(self)?;
        let label = self.choices.get(chosen).copied().unwrap_or("");
        show(asker, |page| page.item("  ", &format!("{} {label}", language().asking.you_chose)))?;
        Ok(chosen)
    }
}
