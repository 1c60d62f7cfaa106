//! `jakcheck schema`: JSON Schema of the documents.

use jakcheck::export;

use super::arguments::{Document, Global};
use super::load;
use super::outcome::{Failure, Outcome};
use super::print::as_json;

/// Prints the schema of a document.
pub(super) fn run(global: &Global, document: Document) -> Result<Outcome, Failure> {
    let schema = match document {
        Document::Answers => export::answers_schema(load(global)?),
        Document::Batch => export::batch_schema(load(global)?),
        Document::Report => export::report_schema(),
        Document::Sheet => export::sheet_schema(),
        Document::Comparison => export::comparison_schema(),
        Document::Explanation => export::explanation_schema(),
        Document::Rules => export::rules_schema(),
    };
    as_json(&schema)
}
