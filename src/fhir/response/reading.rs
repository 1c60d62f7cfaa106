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

impl Kept {
    /// The same without what refers to something inside the response, which is not kept.
    pub(super) fn without_local(self) -> Self {
        let is_elsewhere = |part: &RawValue| {
            let reference = object(part.get()).and_then(|members| value(&members, "reference").and_then(string));
            !reference.is_some_and(|reference| reference.starts_with('#'))
        };
        let Self { identifier, subject, authored, author, source } = self;
        let [subject, author, source] = [subject, author, source].map(|part| part.filter(|part| is_elsewhere(part)));
        Self { identifier, subject, authored, author, source }
    }
}
