//! What was read, and what was strange about it.

use serde_json::value::RawValue;

use super::walk::{object, string, value};
use crate::answers::Answers;
use crate::load::diagnostic::Diagnostic;

/// What was read of answers.
#[derive(Clone, Debug)]
pub struct Reading<'r> {
    /// The answers.
    pub answers: Answers<'r>,
    /// What was not as it should be, and whether an answer was left out because of it.
    pub warnings: Vec<Diagnostic>,
    /// Whether they were in a response, and not in an answers document.
    pub is_response: bool,
    /// What a response says that is no answer.
    pub kept: Kept,
}

/// What a response says of whom it is about and who wrote it, as it stands there, to be said again.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    pub(super) contained: Option<Box<RawValue>>,
    pub(super) identifier: Option<Box<RawValue>>,
    pub(super) subject: Option<Box<RawValue>>,
    pub(super) authored: Option<Box<RawValue>>,
    pub(super) author: Option<Box<RawValue>>,
    pub(super) source: Option<Box<RawValue>>,
}

/// Answers with nothing strange about them.
impl<'r> From<Answers<'r>> for Reading<'r> {
    fn from(answers: Answers<'r>) -> Self {
        Self { answers, warnings: Vec::new(), is_response: false, kept: Kept::default() }
    }
}

impl Kept {
    /// The same without the resources inside the response, where nothing of it refers to one.
    pub(super) fn without_unused(self) -> Self {
        let is_local = |part: &RawValue| {
            let reference = object(part.get()).and_then(|members| value(&members, "reference").and_then(string));
            reference.is_some_and(|reference| reference.starts_with('#'))
        };
        let is_used = [&self.subject, &self.author, &self.source].into_iter().flatten().any(|part| is_local(part));
        Self { contained: self.contained.filter(|_| is_used), ..self }
    }
}
