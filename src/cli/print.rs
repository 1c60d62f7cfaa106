//! Renders documents in the format of `--format`.

use jakcheck::render::document::Document;
use jakcheck::render::{html, json, markdown, text};
use jakcheck::text::language;
use serde::Serialize;

use super::format::Format;
use super::global::Global;
use super::outcome::{Exit, Failure, Outcome};

/// Renders the document or, as JSON, the data.
pub(super) fn print(global: &Global, data: &impl Serialize, document: &Document) -> Result<Outcome, Failure> {
    match global.format {
        Format::Json => as_json(data),
        Format::Text | Format::Markdown | Format::Html | Format::Csv | Format::Fhir => for_people(global, document),
    }
}

/// Renders a document that has no JSON form.
pub(super) fn for_people(global: &Global, document: &Document) -> Result<Outcome, Failure> {
    match global.format {
        Format::Text => Ok(Outcome::done(text::render(document, global.columns(), global.paint()))),
        Format::Html => {
            let size = if global.large_print { html::Size::Large } else { html::Size::Normal };
            Ok(Outcome::done(html::render(document, size)))
        }
        Format::Markdown => as_markdown(document),
        Format::Json | Format::Csv | Format::Fhir => Err(Failure::usage(language().cli.other_format)),
    }
}

/// Renders a document as Markdown.
pub(super) fn as_markdown(document: &Document) -> Result<Outcome, Failure> {
    markdown::render(document)
        .map(Outcome::done)
        .map_err(|error| Failure::new(Exit::Io, (language().cli.unprintable)("Markdown", &error)))
}

/// Renders a value as JSON.
pub(super) fn as_json(value: &impl Serialize) -> Result<Outcome, Failure> {
    json::render(value)
        .map(Outcome::done)
        .map_err(|error| Failure::new(Exit::Io, (language().cli.unprintable)("JSON", &error)))
}
