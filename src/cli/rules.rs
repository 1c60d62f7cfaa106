//! `jakcheck rules check`, `rules show`, `rules hazards`, `rules review` and `rules export`.

use std::time::Instant;

use clap::{Args, Subcommand};
use jakcheck::analysis::Cases;
use jakcheck::analysis::proof::{Breadth, Proof, prove as prove_property};
use jakcheck::load::suggest;
use jakcheck::model::{Property, RuleSet, SafetyCase};
use jakcheck::pages::hazards::{HazardLog, page as hazards_page};
use jakcheck::pages::proofs::Proofs;
use jakcheck::pages::{frame, reviewers_copy};
use jakcheck::render::{Page, text};
use jakcheck::text::language;

use super::export::{self, ExportArgs};
use super::format::{DATA, Format, PAGE, PAGE_OR_DATA, TEXT};
use super::global::Global;
use super::outcome::{Exit, Failure, Outcome};
use super::print::{as_json, for_people, print};
use super::review::{self, ReviewArgs};
use super::rule_set::{files, prove};

/// What to do with a rule set.
#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    #[command(about = language().help.rules_check, arg = Format::one_of(DATA))]
    Check(CheckArgs),
    #[command(about = language().help.rules_show, arg = Format::one_of(PAGE))]
    Show {
        #[arg(help = language().help.rules_show_id)]
        id: Option<String>,
    },
    #[command(about = language().help.rules_hazards, arg = Format::one_of(PAGE_OR_DATA))]
    Hazards,
    #[command(about = language().help.rules_review, arg = Format::one_of(PAGE_OR_DATA))]
    Review(ReviewArgs),
    #[command(about = language().help.rules_export, arg = Format::one_of(TEXT))]
    Export(ExportArgs),
}

/// How much is tried.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct CheckArgs {
    #[arg(long, help = language().help.rules_every_state)]
    every_state: bool,
}

/// Checks, prints or exports a rule set.
pub(super) fn run(global: &Global, command: &RulesCommand) -> Result<Outcome, Failure> {
    match command {
        RulesCommand::Check(args) => check(global, *args),
        RulesCommand::Show { id } => {
            let (rules, cases) = prove(global)?;
            show(global, &rules, &cases, id.as_deref())
        }
        RulesCommand::Hazards => hazards(global),
        RulesCommand::Review(args) => review::run(global, args),
        RulesCommand::Export(args) => export::run(global, *args),
    }
}

fn check(global: &Global, args: CheckArgs) -> Result<Outcome, Failure> {
    let files = files(global)?;
    let rules = RuleSet::load(&files)?;
    let cases = Cases::prove(&rules, &files);
    let breadth = if args.every_state { Breadth::EveryState } else { Breadth::Representative };
    let proofs = Property::ALL.into_iter().map(|property| timed(|| prove_property(property, &rules, breadth)));
    let proofs = Proofs::new(&rules, args.every_state, proofs.collect(), cases.is_ok());
    let cases = match cases {
        // Nothing else is wrong, so that the places of the cases are what helps.
        Err(error) if proofs.properties.iter().filter(|one| !one.holds).count() == 1 => return Err(error.into()),
        cases => cases.ok(),
    };
    let printed = if global.format == Format::Json {
        as_json(&proofs)?
    } else {
        let mut page = Page::new(global.columns(), global.paint());
        text::blocks(&mut page, &cases.map_or_else(Vec::new, |cases| reviewers_copy::summary(&rules, &cases)));
        Outcome::done(format!("{}\n{}", page.into_text(), proofs.text()).trim_start().to_owned())
    };
    Ok(Outcome { exit: if proofs.holds { Exit::Done } else { Exit::BadInput }, ..printed })
}

/// A proof, and the milliseconds that it took.
fn timed(proof: impl FnOnce() -> Proof) -> (Proof, u64) {
    let start = Instant::now();
    let proof = proof();
    (proof, u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX))
}

fn show(global: &Global, rules: &RuleSet, cases: &Cases, id: Option<&str>) -> Result<Outcome, Failure> {
    let selection = reviewers_copy::Selection::new(rules, id);
    if selection.is_empty() {
        let (id, known) = (id.unwrap_or(""), reviewers_copy::ids(rules));
        let meant = || suggest::closest(id, known.iter().copied()).map(language().cli.did_you_mean);
        let hint = suggest::retired_hint(rules, id, &known)
            .or_else(meant)
            .unwrap_or_else(|| language().cli.where_rules_are.to_owned());
        return Err(Failure::usage([language().cli.no_such_rule, &hint]));
    }
    let frame = frame::of_rules(rules.header(), global.day(), false);
    for_people(global, &reviewers_copy::document(rules, cases, &selection, frame))
}

/// Prints the log of hazards. It is about the built-in rules, whose names its evidence has; other rules must load, as
/// they do for every command, and the log says that it is not about them.
fn hazards(global: &Global) -> Result<Outcome, Failure> {
    if global.rules.is_some() {
        prove(global)?;
    }
    let rules = RuleSet::built_in()?;
    let case = SafetyCase::built_in(&rules)?;
    let log = HazardLog::new(&case, rules.header(), global.rules.is_some());
    print(global, &log, &hazards_page::document(&log, frame::of_rules(rules.header(), global.day(), false)))
}
