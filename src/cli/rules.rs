//! `jakcheck rules check`, `jakcheck rules show`, `jakcheck rules review` and `jakcheck rules export`.

use clap::Subcommand;
use jakcheck::analysis::Cases;
use jakcheck::load::suggest;
use jakcheck::model::RuleSet;
use jakcheck::pages::{frame, reviewers_copy};
use jakcheck::render::{Page, text};
use jakcheck::text::language;

use super::export::{self, ExportArgs};
use super::format::{Format, PAGE, PAGE_OR_DATA, TEXT};
use super::global::Global;
use super::outcome::{Failure, Outcome};
use super::print::for_people;
use super::review::{self, ReviewArgs};
use super::rule_set::prove;

/// What to do with a rule set.
#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    #[command(about = language().help.rules_check, arg = Format::one_of(TEXT))]
    Check,
    #[command(about = language().help.rules_show, arg = Format::one_of(PAGE))]
    Show {
        #[arg(help = language().help.rules_show_id)]
        id: Option<String>,
    },
    #[command(about = language().help.rules_review, arg = Format::one_of(PAGE_OR_DATA))]
    Review(ReviewArgs),
    #[command(about = language().help.rules_export, arg = Format::one_of(TEXT))]
    Export(ExportArgs),
}

/// Checks, prints or exports a rule set.
pub(super) fn run(global: &Global, command: &RulesCommand) -> Result<Outcome, Failure> {
    match command {
        RulesCommand::Check => check(global),
        RulesCommand::Show { id } => {
            let (rules, cases) = prove(global)?;
            show(global, &rules, &cases, id.as_deref())
        }
        RulesCommand::Review(args) => review::run(global, args),
        RulesCommand::Export(args) => export::run(global, *args),
    }
}

fn check(global: &Global) -> Result<Outcome, Failure> {
    let (rules, cases) = prove(global)?;
    let mut page = Page::new(global.columns(), global.paint());
    text::blocks(&mut page, &reviewers_copy::summary(&rules, &cases));
    Ok(Outcome::done(page.into_text()))
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
