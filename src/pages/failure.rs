//! What is said when a command fails. It is printed as text or as JSON.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use crate::load::diagnostic::Diagnostic;
use crate::render::visible::escaped;
use crate::text::language;

/// The most mistakes that are told. People correct a few at a time, and a hostile document can have thousands.
const MOST: usize = 100;

/// Why a command failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Error", deny_unknown_fields)]
pub struct Failed {
    /// What is wrong; of several mistakes in a document, the first.
    pub error: Wrong,
    /// The other mistakes, at most 99; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<Wrong>,
    /// How many mistakes are not listed; left out where all are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_listed: Option<usize>,
    /// What to do in an emergency, as somebody who is ill may read this. It is there where answers have mistakes. Where
    /// something is urgent and could not be written, it says what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emergency: Option<Cow<'static, str>>,
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// In the use of the program, or in what it works with.
    Use {
        /// What is wrong.
        message: String,
        /// What to do next.
        hint: String,
    },
    /// In a document.
    Document(Diagnostic),
}

impl Failed {
    /// A failure with a message and a hint.
    pub fn new([message, hint]: [impl AsRef<str>; 2]) -> Self {
        let error = Wrong::Use { message: message.as_ref().to_owned(), hint: hint.as_ref().to_owned() };
        Self { error, more: Vec::new(), not_listed: None, emergency: None }
    }

    /// The failure for a document with mistakes.
    pub fn mistakes(found: &[Diagnostic]) -> Self {
        let mut listed = found.iter().take(MOST).cloned().map(Wrong::Document);
        let Some(error) = listed.next() else { return Self::new(language().cli.refused) };
        let not_listed = found.len().checked_sub(MOST).filter(|count| *count > 0);
        Self { error, more: listed.collect(), not_listed, emergency: None }
    }

    /// The same for answers, with the emergency text.
    pub fn answers(found: &[Diagnostic]) -> Self {
        Self { emergency: Some(language().safety.emergency_again.into()), ..Self::mistakes(found) }
    }
}

/// As text, in which nothing can control a terminal.
impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { error, more, not_listed, emergency } = self;
        write!(f, "{error}")?;
        more.iter().try_for_each(|wrong| write!(f, "\n\n{wrong}"))?;
        let more = not_listed.map(language().cli.more_errors);
        let rest = more.as_deref().into_iter().chain(emergency.as_deref());
        rest.into_iter().try_for_each(|line| write!(f, "\n\n{line}"))
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // File names can contain control characters.
            Self::Use { message, hint } => f.write_str(&(language().cli.failure)(&escaped(message), &escaped(hint))),
            Self::Document(mistake) => mistake.fmt(f),
        }
    }
}

/// Something that is wrong. What was given is never in it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Wrong", deny_unknown_fields)]
struct Json<'w> {
    /// In a document, the kind of the mistake as a stable word.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    /// The document: a path, `standard input` or the name of a built-in file.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'w str>,
    /// Where in the document: the line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    /// Where in the line, in characters from 1; in the header of a table the number of the field.
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    /// In answers, the question with the mistake.
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<&'w str>,
    /// What is wrong.
    message: &'w str,
    /// What to do next.
    hint: &'w str,
}

impl Serialize for Wrong {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json = match self {
            Self::Use { message, hint } => {
                Json { code: None, file: None, line: None, column: None, question: None, message, hint }
            }
            Self::Document(Diagnostic { code, file, at, question, message, hint }) => Json {
                code: Some(code.name()),
                file: Some(file),
                line: Some(at.line),
                column: Some(at.column),
                question: question.as_deref(),
                message,
                hint,
            },
        };
        json.serialize(serializer)
    }
}

impl JsonSchema for Wrong {
    fn schema_name() -> Cow<'static, str> {
        Json::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Json::json_schema(generator)
    }
}
