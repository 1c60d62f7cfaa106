//! `jakcheck explain`: explains a caution, or lists all of them.

use std::path::PathBuf;

use clap::Args;
use jakcheck::load::suggest;
use jakcheck::pages::explanation::{Explanation, list, page};
use jakcheck::pages::frame;
use jakcheck::text::language;

use super::check;
use super::global::Global;
use super::outcome::{Failure, Outcome};
use super::print::print;
use super::rule_set::load;

/// What to explain.
#[derive(Clone, Debug, Args)]
pub(crate) struct ExplainArgs {
    #[arg(help = language().help.explain_caution)]
    caution: Option<String>,
    #[arg(long, value_name = "FILE", requires = "caution", help = language().help.explain_answers)]
    answers: Option<PathBuf>,
}

/// Explains a caution, with its state for the answers in a file if there is one, or lists all cautions.
pub(super) fn run(global: &Global, args: &ExplainArgs) -> Result<Outcome, Failure> {
    let rules = load(global)?;
    let frame = frame::of_rules(rules.header(), global.day(), false);
    let Some(id) = args.caution.as_deref() else {
        let cautions = list::Cautions::new(rules);
        return print(global, &cautions, &list::document(&cautions, frame));
    };
    let Some(caution) = rules.caution(id) else {
        let known: Vec<&str> = rules.cautions().iter().map(|caution| caution.id.as_str()).collect();
        let hint = suggest::retired_hint(rules, id, &known).unwrap_or_else(|| suggest::hint(id, "cautions", known));
        return Err(Failure::usage([language().cli.no_such_caution, &hint]));
    };
    let answers = args.answers.as_ref().map(|file| check::answers(rules, file)).transpose()?;
    let explained = Explanation::new(rules, caution, answers.as_ref());
    print(global, &explained, &page::document(&explained, frame))
}
