//! `jakcheck demo`: the example people, and what one answer changes.

use jakcheck::answers::{Answers, Change};
use jakcheck::comparison::Comparison;
use jakcheck::people::{self, PEOPLE, Person};
use jakcheck::render;
use jakcheck::report::Report;
use jakcheck::rules::RuleSet;
use jakcheck::suggest;
use jakcheck::wording;

use super::{check, compare, date, load, paint, text_only, width};
use crate::cli::{DemoArgs, Format, Global};
use crate::outcome::{Exit, Failure, Outcome};

/// Prints the report of an example person, or the list of all.
pub(super) fn run(global: &Global, args: &DemoArgs) -> Result<Outcome, Failure> {
    let rules = load(global)?;
    let Some(name) = &args.person else {
        text_only(global, "jakcheck demo")?;
        return Ok(Outcome::done(list(rules, global)?));
    };
    let Some(person) = people::find(name) else {
        let hint = suggest::hint(name, "people", PEOPLE.iter().map(|person| person.name));
        return Err(Failure::new(Exit::Usage, "there is no example person with this name", &hint));
    };
    let before = answers_of(person, rules)?;
    let first = Report::new(rules, &before, date(global)).as_example();
    if args.change.is_empty() {
        return check::print(global, &first);
    }
    let after = changed(rules, &before, &args.change)?;
    let second = Report::new(rules, &after, date(global)).as_example();
    let comparison = Comparison::new(rules, (&before, &first), (&after, &second));
    if global.format == Format::Json {
        return compare::json(&compare::Changed { example: true, comparison: &comparison, report: &second });
    }
    let changes =
        render::comparison::render(&comparison, &compare::sources(&first, &second), width(global), paint(global));
    let report = check::print(global, &second)?;
    Ok(Outcome { text: format!("{}\n\n{changes}\n{}", wording::EXAMPLE, report.text), exit: report.exit })
}

fn answers_of(person: &Person, rules: &RuleSet) -> Result<Answers, Failure> {
    person.answers(rules).map_err(|found| Failure::diagnostics(&found))
}

/// The answers with each change made, in the order they are written.
fn changed(rules: &RuleSet, before: &Answers, changes: &[String]) -> Result<Answers, Failure> {
    let mut after = before.clone();
    for change in changes {
        let refuse = |(message, hint): (String, String)| Failure::new(Exit::Usage, &message, &hint);
        Change::read(rules, change).map_err(refuse)?.make(&mut after);
    }
    Ok(after)
}

/// Everybody, with what their report says first.
fn list(rules: &RuleSet, global: &Global) -> Result<String, Failure> {
    let mut people = Vec::new();
    for person in PEOPLE {
        let report = Report::new(rules, &answers_of(person, rules)?, date(global));
        people.push((person.name, report));
    }
    Ok(render::people::list(&people, width(global)))
}
