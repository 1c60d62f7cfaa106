//! Why answers could not be read.

use std::fmt;

use crate::load::diagnostic::Diagnostic;

/// Everything that is wrong with answers, in the order of places; at least one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError(pub(super) Vec<Diagnostic>);

impl ReadError {
    /// The error with these mistakes, unless there are none.
    pub(crate) fn of(mistakes: Vec<Diagnostic>) -> Option<Self> {
        (!mistakes.is_empty()).then_some(Self(mistakes))
    }

    /// Each thing that is wrong.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.0
    }
}

impl From<Diagnostic> for ReadError {
    fn from(one: Diagnostic) -> Self {
        Self(vec![one])
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let texts: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&texts.join("\n\n"))
    }
}

impl std::error::Error for ReadError {}
