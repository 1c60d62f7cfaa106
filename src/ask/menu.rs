//! Choosing what to do: a lead, and a few ways to go on.

use std::io;

use super::{Asker, show};
use crate::wording::asking;

/// A few things to do, of which the person chooses one. Nothing is preselected.
#[derive(Clone, Copy, Debug)]
pub struct Menu<'m> {
    /// What stands above: a question or a statement.
    pub lead: &'m str,
    /// What can be chosen.
    pub choices: &'m [&'m str],
    /// The choice that stops or leaves things as they are, which `s` and `b` stand for in lines.
    pub way_out: usize,
}

impl<'m> Menu<'m> {
    /// A menu whose way out is the last choice.
    pub fn new(lead: &'m str, choices: &'m [&'m str]) -> Self {
        Self { lead, choices, way_out: choices.len().saturating_sub(1) }
    }

    /// A menu whose way out is the first choice.
    pub fn with_way_out_first(lead: &'m str, choices: &'m [&'m str]) -> Self {
        Self { lead, choices, way_out: 0 }
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
        show(asker, |page| page.item("  ", &format!("{} {label}", asking::YOU_CHOSE)))?;
        Ok(chosen)
    }
}
