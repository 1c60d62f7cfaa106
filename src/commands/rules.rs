//! `jakcheck rules check` and `jakcheck rules show`.

use jakcheck::analysis::Cases;
use jakcheck::render::review;
use jakcheck::rules::RuleSet;
use jakcheck::suggest;

use super::{paint, prove, text_only, width};
use crate::cli::{Global, RulesCommand};
use crate::outcome::{Exit, Failure, Outcome};

/// Proves or prints a rule set.
pub(super) fn run(global: &Global, command: &RulesCommand) -> Result<Outcome, Failure> {
    text_only(global, "jakcheck rules")?;
    let (rules, cases) = prove(global)?;
    match command {
        RulesCommand::Check => Ok(Outcome::done(review::summary(&rules, &cases, width(global)))),
        RulesCommand::Show { id } => show(global, &rules, &cases, id.as_deref()),
    }
}

fn show(global: &Global, rules: &RuleSet, cases: &Cases, id: Option<&str>) -> Result<Outcome, Failure> {
    let selection = review::Selection::new(rules, id);
    if selection.is_empty() {
        let meant = suggest::closest(id.unwrap_or(""), review::ids(rules));
        let hint = meant.map_or_else(
            || "`jakcheck topics` lists the topics; `jakcheck rules show TOPIC` shows everything in one".to_owned(),
            |id| format!("did you mean `{id}`?"),
        );
        return Err(Failure::new(
            Exit::Usage,
            "there is no topic, question, caution or warning symptom with this id",
            &hint,
        ));
    }
    Ok(Outcome::done(review::render(rules, cases, &selection, width(global), paint(global))))
}
