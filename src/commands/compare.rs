//! `jakcheck compare`: what differs between two answers files, and what that does.

use std::path::Path;

use jakcheck::comparison::Comparison;
use jakcheck::document::{comparison, frame};
use jakcheck::report::{Report, SourceInfo};

use super::print::print;
use super::{check, date, load};
use crate::cli::Global;
use crate::outcome::{Failure, Outcome};

/// Compares the answers in two files.
pub(super) fn run(global: &Global, first: &Path, second: &Path) -> Result<Outcome, Failure> {
    let rules = load(global)?;
    let (before, after) = (check::answers(rules, first)?, check::answers(rules, second)?);
    let report = |answers| Report::new(rules, answers, date(global));
    let (first, second) = (report(&before), report(&after));
    let comparison = Comparison::new(rules, (&before, &first), (&after, &second));
    let frame = frame::of_rules(rules.header(), date(global), false);
    print(global, &comparison, &comparison::document(&comparison, &sources(&first, &second), frame))
}

/// The sources of both, each once.
fn sources(first: &Report, second: &Report) -> Vec<SourceInfo> {
    let more = first.sources.iter().filter(|source| !second.sources.iter().any(|known| known.id == source.id));
    second.sources.iter().chain(more).cloned().collect()
}
