//! What was read, and what was strange about it.

use crate::answers::Answers;
use crate::load::diagnostic::Diagnostic;

/// What was read.
#[derive(Clone, Debug)]
pub struct Reading<'r> {
    /// The answers.
    pub answers: Answers<'r>,
    /// What was not as it should be, and whether an answer was left out because of it.
    pub warnings: Vec<Diagnostic>,
}
