//! The resources of FHIR R4 that results are, with the elements that are used of them.

use serde::Serialize;

use crate::fhir::{Coding, Concept, Extension, Narrative, Response};

/// A collection of a response and what it gives.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Bundle {
    pub(super) resource_type: &'static str,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) entry: Vec<Entry>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Entry {
    pub(super) full_url: String,
    pub(super) resource: Resource,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Resource {
    Response(Box<Response>),
    Issue(Box<DetectedIssue>),
    Guidance(Box<GuidanceResponse>),
}

/// A caution that applies or is open.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DetectedIssue {
    pub(super) resource_type: &'static str,
    pub(super) text: Narrative,
    pub(super) extension: Vec<Extension>,
    pub(super) status: &'static str,
    pub(super) code: Concept,
    pub(super) identified_date_time: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) evidence: Vec<Evidence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) detail: Option<String>,
    pub(super) reference: String,
}

/// An answer that is a reason, or could become one.
#[derive(Debug, Serialize)]
pub(super) struct Evidence {
    pub(super) code: [Concept; 1],
    pub(super) detail: [Reference; 1],
}

#[derive(Debug, Serialize)]
pub(super) struct Reference {
    pub(super) reference: String,
}

/// What was found out as a whole, and what is missing.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct GuidanceResponse {
    pub(super) resource_type: &'static str,
    pub(super) text: Narrative,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) contained: Vec<Contained>,
    pub(super) module_canonical: String,
    pub(super) status: &'static str,
    pub(super) occurrence_date_time: String,
    pub(super) note: Vec<Note>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) result: Option<Reference>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) data_requirement: Vec<DataRequirement>,
}

#[derive(Debug, Serialize)]
pub(super) struct Note {
    pub(super) text: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DataRequirement {
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) must_support: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Contained {
    Group(RequestGroup),
    Request(CommunicationRequest),
}

/// What to speak about, the most pressing first.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RequestGroup {
    pub(super) resource_type: &'static str,
    pub(super) id: &'static str,
    pub(super) text: Narrative,
    pub(super) status: &'static str,
    pub(super) intent: &'static str,
    pub(super) priority: &'static str,
    pub(super) action: Vec<Action>,
}

#[derive(Debug, Serialize)]
pub(super) struct Action {
    pub(super) title: String,
    pub(super) priority: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) documentation: Vec<RelatedArtifact>,
    pub(super) resource: Reference,
}

/// A source.
#[derive(Debug, Serialize)]
pub(super) struct RelatedArtifact {
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) display: String,
    /// Where it was read, which need not be where it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) citation: Option<String>,
}

/// What to say to whom.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CommunicationRequest {
    pub(super) resource_type: &'static str,
    pub(super) id: String,
    pub(super) text: Narrative,
    pub(super) status: &'static str,
    pub(super) priority: &'static str,
    pub(super) payload: Vec<Payload>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Payload {
    pub(super) content_string: String,
}

/// A code of our own.
pub(super) fn own(system: &str, code: &str, display: &str) -> Coding {
    Coding { system: system.to_owned().into(), code: code.to_owned(), display: Some(display.to_owned()) }
}
