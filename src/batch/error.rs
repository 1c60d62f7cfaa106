//! The mistakes of a line that cannot be read.

use schemars::JsonSchema;
use serde::Serialize;

use crate::load::diagnostic::{Code, Diagnostic};
use crate::text::language;

/// The most mistakes in a result, as a hostile line can have thousands.
const MOST: usize = 100;

/// The mistakes of one line, in the order of their places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct BadLine {
    /// The first mistake.
    pub error: Mistake,
    /// The others, at most 99; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<Mistake>,
}

/// What is known of a line that was read all the same, for which its output has no place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct WarnedLine {
    /// Each warning, in the order of their places.
    pub(super) warnings: Vec<Mistake>,
}

/// One mistake of a line, or one warning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Mistake {
    /// What is wrong, as a stable word.
    pub code: &'static str,
    /// The question it is about, or null. Never an answer.
    pub question: Option<String>,
    /// Where in the line, in characters from 1; in CSV the number of the field, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do next.
    pub hint: String,
}

impl BadLine {
    /// The diagnostics of the strict reader on one line.
    pub(super) fn new(found: &[Diagnostic]) -> Self {
        let mut mistakes = found.iter().take(MOST).map(Mistake::new);
        let error = mistakes.next().unwrap_or_else(Mistake::unknown);
        Self { error, more: mistakes.collect() }
    }
}

impl Mistake {
    /// What was found in a line.
    pub(super) fn new(found: &Diagnostic) -> Self {
        Self {
            code: found.code.name(),
            question: found.question.clone(),
            column: found.at.column,
            message: found.message.clone(),
            hint: found.hint.clone(),
        }
    }

    /// Used if the strict reader refuses a line without a diagnostic, which should never happen.
    fn unknown() -> Self {
        let [message, hint] = language().batch.refused;
        Self {
            code: Code::BadJson.name(),
            question: None,
            column: 1,
            message: message.to_owned(),
            hint: hint.to_owned(),
        }
    }
}
