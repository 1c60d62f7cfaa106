//! What was read, and what was strange about it.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::walk::{each_object, list, object, string, value};
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
    /// The same with those of the resources inside the response that something of it leads to.
    pub(super) fn without_unused(self) -> Self {
        let inside = self.contained.as_deref().and_then(|part| list(part.get())).into_iter().flatten();
        let named = inside.filter_map(|part| Some((value(&object(part)?, "id").and_then(string)?, part)));
        let mut unused: BTreeMap<String, &str> = named.collect();
        let Self { contained: _, identifier, subject, authored: _, author, source } = &self;
        let mut open: Vec<&str> =
            [identifier, subject, author, source].into_iter().flatten().map(|part| part.get()).collect();
        let mut used = Vec::new();
        while let Some(part) = open.pop() {
            each_object(part, &mut |members| {
                let reference = value(members, "reference").and_then(string);
                let id = reference.as_deref().and_then(|reference| reference.strip_prefix('#'));
                if let Some(resource) = id.and_then(|id| unused.remove(id)) {
                    used.push(resource);
                    open.push(resource);
                }
            });
        }
        let contained = (!used.is_empty()).then(|| RawValue::from_string(format!("[{}]", used.join(","))));
        Self { contained: contained.and_then(Result::ok), ..self }
    }
}
