//! `jakcheck demo`: prints the report of an example person, and what changed answers do to it.

use clap::Args;
use jakcheck::answers::{Answers, Change, ChangeError};
use jakcheck::load::suggest;
use jakcheck::model::RuleSet;
use jakcheck::pages::comparison::Comparison;
use jakcheck::pages::people::{self, PEOPLE, Person};
use jakcheck::pages::report::{self, Report};
use jakcheck::pages::{demo, frame, list};
use jakcheck::text::language;
use serde::Serialize;

use super::check::{self, ReportArgs};
use super::global::Global;
use super::outcome::{Failure, Outcome};
use super::print::{for_people, print};
use super::rule_set::load;

/// Which example person, and what to change.
#[derive(Clone, Debug, Args)]
pub(crate) struct DemoArgs {
    #[arg(help = language().help.demo_person)]
    person: Option<String>,
    #[arg(long, value_name = "QUESTION=OPTION", requires = "person", help = language().help.demo_change)]
    change: Vec<String>,
    #[arg(long, conflicts_with_all = ["person", "change", "full", "sheet"], help = language().help.demo_all)]
    all: bool,
    #[arg(long, requires = "person", conflicts_with_all = ["change", "full", "sheet"], help = language().help.demo_quiz)]
    quiz: bool,
    #[command(flatten)]
    report: ReportArgs,
}

/// Prints the report of an example person, or the list of all.
pub(super) fn run(global: &Global, args: &DemoArgs) -> Result<Outcome, Failure> {
    let rules = load(global)?;
    let Some(name) = &args.person else {
        return everybody(rules, global, args.all);
    };
    let Some(person) = people::find(name) else {
        let hint = suggest::hint(name, "people", PEOPLE.iter().map(|person| person.name));
        return Err(Failure::usage([language().cli.no_such_person, &hint]));
    };
    let before = answers_of(person, rules)?;
    let first = Report::new(&before, global.day()).as_example();
    if args.quiz {
        let frame = frame::of_rules(rules.header(), global.day(), true);
        return for_people(global, &demo::page::quiz(person.name, &first.with_card(person.card()), frame));
    }
    if args.change.is_empty() {
        return check::print(global, &first.with_card(person.card()), args.report);
    }
    let after = changed(&before, &args.change)?;
    let second = Report::new(&after, global.day()).as_example();
    let names = language().comparison.before_and_after.map(str::to_owned);
    let comparison = Comparison::new(&first, &second, names);
    args.report.check()?;
    let data = Changed { example: true, comparison: &comparison, report: &second };
    let document = if args.report.full {
        report::page::changed(&second, &comparison)
    } else {
        list::changed(&second, &comparison)
    };
    let outcome = print(global, &data, &document)?;
    Ok(Outcome { exit: check::exit(global, &second), ..outcome })
}

/// A changed example in JSON.
#[derive(Debug, Serialize)]
struct Changed<'c, 'r> {
    /// Always true: it is an example.
    example: bool,
    /// What the change does.
    comparison: &'c Comparison<'c>,
    /// The report after the change.
    report: &'c Report<'r>,
}

/// The answers of an example person.
pub(super) fn answers_of<'r>(person: &Person, rules: &'r RuleSet) -> Result<Answers<'r>, Failure> {
    person.answers(rules).map_err(|error| Failure::diagnostics(error.diagnostics()))
}

/// Makes the changes of the arguments, in their order.
fn changed<'r>(before: &Answers<'r>, changes: &[String]) -> Result<Answers<'r>, Failure> {
    let mut after = before.clone();
    for change in changes {
        let refuse = |ChangeError { message, hint }| Failure::usage([message, hint]);
        Change::read(before.rules(), change).map_err(refuse)?.make(&mut after);
    }
    Ok(after)
}

/// The list of example people, or the lists of all of them.
fn everybody(rules: &RuleSet, global: &Global, in_full: bool) -> Result<Outcome, Failure> {
    let mut people = Vec::new();
    for person in PEOPLE {
        let report = Report::new(&answers_of(person, rules)?, global.day());
        people.push((person.name, report.as_example().with_card(person.card())));
    }
    let frame = frame::of_rules(rules.header(), global.day(), true);
    if in_full {
        return for_people(global, &demo::page::all(&people, frame));
    }
    let people = demo::People::new(rules.header(), &people);
    print(global, &people, &demo::page::document(&people, frame))
}
