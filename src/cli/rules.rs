//! `jakcheck rules check`, `jakcheck rules show` and `jakcheck rules export`.

use jakcheck::analysis::Cases;
use jakcheck::load::suggest;
use jakcheck::model::RuleSet;
use jakcheck::pages::{frame, review};
use jakcheck::render::{Page, text};

use super::arguments::{Global, RulesCommand};
use super::outcome::{Exit, Failure, Outcome};
use super::print::for_people;
use super::{date, export, paint, prove, text_only, width};

/// Proves or prints a rule set.
pub(super) fn run(global: &Global, command: &RulesCommand) -> Result<Outcome, Failure> {
    match command {
        RulesCommand::Check => check(global),
        RulesCommand::Show { id } => {
            let (rules, cases) = prove(global)?;
            show(global, &rules, &cases, id.as_deref())
        }
        RulesCommand::Export(args) => export::run(global, *args),
    }
}

fn check(global: &Global) -> Result<Outcome, Failure> {
    text_only(global, "jakcheck rules check")?;
    let (rules, cases) = prove(global)?;
    let mut page = Page::new(width(global), paint(global));
    text::blocks(&mut page, &review::summary(&rules, &cases));
    Ok(Outcome::done(page.into_text()))
}

fn show(global: &Global, rules: &RuleSet, cases: &Cases, id: Option<&str>) -> Result<Outcome, Failure> {
    let selection = review::Selection::new(rules, id);
    if selection.is_empty() {
        let (id, known) = (id.unwrap_or(""), review::ids(rules));
        let meant = || suggest::closest(id, known.iter().copied()).map(|id| format!("did you mean `{id}`?"));
        let hint = suggest::retired_hint(rules, id, &known).or_else(meant).unwrap_or_else(|| {
            "`jakcheck topics` lists the topics; `jakcheck rules show TOPIC` shows everything in one".to_owned()
        });
        return Err(Failure::new(
            Exit::Usage,
            "there is no topic, question, caution or warning symptom with this id",
            &hint,
        ));
    }
    let frame = frame::of_rules(rules.header(), date(global), false);
    for_people(global, &review::document(rules, cases, &selection, frame))
}
