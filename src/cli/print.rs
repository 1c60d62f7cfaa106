//! Documents in the format that was asked for.

use jakcheck::render::document::Document;
use jakcheck::render::{html, json, markdown, text};
use serde::Serialize;

use super::arguments::{Format, Global};
use super::outcome::{Exit, Failure, Outcome};
use super::{paint, width};

/// A document for people, or the same as data.
pub(super) fn print(global: &Global, data: &impl Serialize, document: &Document) -> Result<Outcome, Failure> {
    match global.format {
        Format::Json => as_json(data),
        Format::Text | Format::Markdown | Format::Html | Format::Csv => for_people(global, document),
    }
}

/// A document for people.
pub(super) fn for_people(global: &Global, document: &Document) -> Result<Outcome, Failure> {
    let usage = |message, hint| Err(Failure::new(Exit::Usage, message, hint));
    match global.format {
        Format::Text => Ok(Outcome::done(text::render(document, width(global), paint(global)))),
        Format::Html => {
            let size = if global.large_print { html::Size::Large } else { html::Size::Normal };
            Ok(Outcome::done(html::render(document, size)))
        }
        Format::Markdown => as_markdown(document),
        Format::Json => usage("this is not printed as JSON", "leave out --format, or use markdown or html"),
        Format::Csv => {
            usage("this is no table", "a table has one row a person: `jakcheck batch --format csv` writes one")
        }
    }
}

/// A document as Markdown.
pub(super) fn as_markdown(document: &Document) -> Result<Outcome, Failure> {
    markdown::render(document)
        .map(Outcome::done)
        .map_err(|error| Failure::new(Exit::Io, &format!("cannot write Markdown: {error}"), "please report this"))
}

/// Anything as a JSON document.
pub(super) fn as_json(value: &impl Serialize) -> Result<Outcome, Failure> {
    json::render(value)
        .map(Outcome::done)
        .map_err(|error| Failure::new(Exit::Io, &format!("cannot write JSON: {error}"), "please report this"))
}
