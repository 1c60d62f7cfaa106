//! What was read, and what was strange about it.

use serde_json::value::RawValue;

use crate::answers::Answers;
use crate::load::diagnostic::Diagnostic;

/// What was read of answers.
#[derive(Clone, Debug)]
pub struct Reading<'r> {
    /// The answers.
    pub answers: Answers<'r>,
    /// What was not as it should be, and whether an answer was left out because of it.
    pub warnings: Vec<Diagnostic>,
    /// What a response says that is no answer.
    pub kept: Kept,
}

/// What a response says of whom it is about and who wrote it, as it stands there, to be said again.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    pub(super) identifier: Option<Box<RawValue>>,
    pub(super) subject: Option<Box<RawValue>>,
    pub(super) authored: Option<Box<RawValue>>,
    pub(super) author: Option<Box<RawValue>>,
    pub(super) source: Option<Box<RawValue>>,
}

/// Answers with nothing strange about them.
impl<'r> From<Answers<'r>> for Reading<'r> {
    fn from(answers: Answers<'r>) -> Self {
        Self { answers, warnings: Vec::new(), kept: Kept::default() }
    }
}
