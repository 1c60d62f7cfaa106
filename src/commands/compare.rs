//! `jakcheck compare`: what differs between two answers files, and what that does.

use std::path::Path;

use jakcheck::comparison::Comparison;
use jakcheck::render;
use jakcheck::report::{Report, SourceInfo};
use serde::Serialize;

use super::{check, date, load, paint, width};
use crate::cli::{Format, Global};
use crate::outcome::{Exit, Failure, Outcome};

/// Compares the answers in two files.
pub(super) fn run(global: &Global, first: &Path, second: &Path) -> Result<Outcome, Failure> {
    let rules = load(global)?;
    let (before, after) = (check::answers(rules, first)?, check::answers(rules, second)?);
    let report = |answers| Report::new(rules, answers, date(global));
    let (first, second) = (report(&before), report(&after));
    let comparison = Comparison::new(rules, (&before, &first), (&after, &second));
    match global.format {
        Format::Json => json(&comparison),
        Format::Text => {
            let sources = sources(&first, &second);
            Ok(Outcome::done(render::comparison::render(&comparison, &sources, width(global), paint(global))))
        }
        Format::Csv => {
            let hint = "leave out --format, or use --format json";
            Err(Failure::new(Exit::Usage, "a comparison is no table", hint))
        }
    }
}

/// The sources of both, each once.
pub(super) fn sources(first: &Report, second: &Report) -> Vec<SourceInfo> {
    let more = first.sources.iter().filter(|source| !second.sources.iter().any(|known| known.id == source.id));
    second.sources.iter().chain(more).cloned().collect()
}

/// A changed example in JSON.
#[derive(Debug, Serialize)]
pub(super) struct Changed<'c> {
    /// Always true: it is an example.
    pub(super) example: bool,
    /// What the change does.
    pub(super) comparison: &'c Comparison,
    /// The report after the change.
    pub(super) report: &'c Report,
}

/// Anything as a JSON document.
pub(super) fn json(value: &impl Serialize) -> Result<Outcome, Failure> {
    render::json::render(value)
        .map(Outcome::done)
        .map_err(|error| Failure::new(Exit::Io, &format!("cannot write JSON: {error}"), "please report this"))
}
