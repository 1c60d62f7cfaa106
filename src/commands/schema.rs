//! `jakcheck schema`: JSON Schema of the documents.

use jakcheck::export;
use jakcheck::render::json;

use super::load;
use crate::cli::{Document, Global};
use crate::outcome::{Exit, Failure, Outcome};

/// Prints the schema of a document.
pub(super) fn run(global: &Global, document: Document) -> Result<Outcome, Failure> {
    let schema = match document {
        Document::Answers => export::answers_schema(load(global)?),
        Document::Batch => export::batch_schema(load(global)?),
        Document::Report => export::report_schema(),
        Document::Rules => export::rules_schema(),
    };
    json::render(&schema)
        .map(Outcome::done)
        .map_err(|error| Failure::new(Exit::Io, &format!("cannot write JSON: {error}"), "please report this"))
}
