//! `jakcheck compare`: what differs between two answers files, and what that does.

use std::path::Path;

use jakcheck::pages::comparison::{self, Comparison};
use jakcheck::pages::frame;
use jakcheck::pages::report::{Report, SourceInfo};

use super::arguments::Global;
use super::outcome::{Failure, Outcome};
use super::print::print;
use super::{check, date, load};

/// Compares the answers in two files.
pub(super) fn run(global: &Global, first: &Path, second: &Path) -> Result<Outcome, Failure> {
    let rules = load(global)?;
    let (before, after) = (check::answers(rules, first)?, check::answers(rules, second)?);
    let report = |answers| Report::new(answers, date(global));
    let (first, second) = (report(&before), report(&after));
    let comparison = Comparison::new((&before, &first), (&after, &second));
    let frame = frame::of_rules(rules.header(), date(global), false);
    print(global, &comparison, &comparison::page::document(&comparison, &sources(&first, &second), frame))
}

/// The sources of both, each once.
fn sources(first: &Report, second: &Report) -> Vec<SourceInfo> {
    let more = first.sources.iter().filter(|source| !second.sources.iter().any(|known| known.id == source.id));
    second.sources.iter().chain(more).cloned().collect()
}
