//! The resource Questionnaire of FHIR R4, with the elements that are used of it.

use serde::Serialize;

use crate::fhir::{Coding, Extension, Identifier, Narrative, Value};

/// A Questionnaire of FHIR R4.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Questionnaire {
    pub(super) resource_type: &'static str,
    pub(super) id: String,
    pub(super) language: &'static str,
    pub(super) text: Narrative,
    pub(super) extension: Vec<Extension>,
    pub(super) url: String,
    pub(super) identifier: Vec<Identifier>,
    pub(super) version: String,
    pub(super) name: String,
    pub(super) title: String,
    pub(super) status: &'static str,
    pub(super) experimental: bool,
    pub(super) subject_type: [&'static str; 1],
    pub(super) date: String,
    pub(super) publisher: &'static str,
    pub(super) description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) approval_date: Option<String>,
    pub(super) effective_period: Period,
    pub(super) item: Vec<Node>,
}

#[derive(Debug, Serialize)]
pub(super) struct Period {
    pub(super) start: String,
    pub(super) end: String,
}

/// A group of questions, a question, or a text.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Node {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) extension: Vec<Extension>,
    pub(super) link_id: String,
    pub(super) text: String,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) enable_when: Vec<EnableWhen>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) enable_behavior: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) repeats: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) answer_option: Vec<AnswerOption>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) item: Vec<Node>,
}

/// One of the answers that make a question be asked.
#[derive(Debug, Serialize)]
pub(super) struct EnableWhen {
    pub(super) question: String,
    pub(super) operator: &'static str,
    #[serde(flatten)]
    pub(super) answer: Value,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AnswerOption {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) extension: Vec<Extension>,
    pub(super) value_coding: Coding,
}
