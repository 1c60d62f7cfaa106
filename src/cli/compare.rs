//! `jakcheck compare`: prints what differs between two answers files, and the effects on the report.

use std::path::PathBuf;

use clap::Args;
use jakcheck::pages::comparison::{self, Comparison};
use jakcheck::pages::frame;
use jakcheck::pages::report::Report;
use jakcheck::text::language;

use super::check;
use super::global::Global;
use super::outcome::{Failure, Outcome};
use super::print::print;
use super::rule_set::load;

/// What to compare.
#[derive(Clone, Debug, Args)]
pub(crate) struct CompareArgs {
    #[arg(help = language().help.answers_file)]
    first: PathBuf,
    #[arg(help = language().help.compare_second)]
    second: PathBuf,
}

/// Compares the answers in two files.
pub(super) fn run(global: &Global, args: &CompareArgs) -> Result<Outcome, Failure> {
    let rules = load(global)?;
    let (first, second) = (check::answers(rules, &args.first)?, check::answers(rules, &args.second)?);
    let report = |answers| Report::new(answers, global.day());
    let comparison = Comparison::new(&report(&first), &report(&second));
    let frame = frame::of_rules(rules.header(), global.day(), false);
    print(global, &comparison, &comparison::page::document(&comparison, rules.sources(), frame))
}
