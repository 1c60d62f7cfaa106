//! `jakcheck page`: writes the questionnaire as one file for a browser.

use std::io::{self, Write};

use clap::Args;
use jakcheck::export;
use jakcheck::pages;
use jakcheck::text::language;

use super::global::Global;
use super::outcome::{Exit, Failure, Outcome};
use super::rule_set::prove;

/// What the page asks.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct PageArgs {
    #[arg(long, help = language().help.page_short)]
    short: bool,
}

/// Writes the page.
pub(super) fn run(global: &Global, args: PageArgs) -> Result<Outcome, Failure> {
    let (rules, _) = prove(global)?;
    // The page is passed on without this program, so the person who makes it must see these.
    for warning in pages::warnings(rules.header(), global.day()) {
        let _ = writeln!(io::stderr().lock(), "{warning}");
    }
    export::page::render(&rules, args.short)
        .map(Outcome::done)
        .map_err(|error| Failure::new(Exit::Io, (language().cli.unprintable)("HTML", &error)))
}
