//! Elements of FHIR R4 that several resources have.

use std::borrow::Cow;

use maud::html;
use serde::Serialize;

use super::coding::Coding;

/// More about an element than R4 has a place for.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Extension {
    pub(crate) url: Cow<'static, str>,
    #[serde(flatten)]
    pub(crate) value: Value,
}

/// A value; its key says of which type it is.
#[derive(Clone, Debug, Serialize)]
pub(crate) enum Value {
    #[serde(rename = "valueCoding")]
    Coding(Coding),
    #[serde(rename = "valueCodeableConcept")]
    Concept(Concept),
    #[serde(rename = "valueBoolean")]
    Boolean(bool),
    #[serde(rename = "valueCode")]
    Code(String),
    #[serde(rename = "extension")]
    Parts(Vec<Extension>),
    #[serde(rename = "answerCoding")]
    AnswerCoding(Coding),
    #[serde(rename = "answerBoolean")]
    AnswerBoolean(bool),
}

/// A code, with words for a person.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Concept {
    pub(crate) coding: [Coding; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<String>,
}

/// A name in a system of names.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Identifier {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) system: Option<&'static str>,
    pub(crate) value: String,
}

/// What a resource says, as a person reads it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Narrative {
    status: &'static str,
    div: String,
}

/// Sentences as a person reads them.
pub(crate) fn narrative(sentences: &[impl AsRef<str>]) -> Narrative {
    let div = html! {
        div xmlns="http://www.w3.org/1999/xhtml" {
            @for sentence in sentences { p { (sentence.as_ref()) } }
        }
    };
    Narrative { status: "generated", div: div.into_string() }
}
