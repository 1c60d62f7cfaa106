//! `jakcheck compare`: prints two people beside each other: the answers that differ, and what that does.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Args;
use jakcheck::answers::Answers;
use jakcheck::load::suggest;
use jakcheck::model::RuleSet;
use jakcheck::pages::comparison::{self, Called, Comparison};
use jakcheck::pages::frame;
use jakcheck::pages::people::{self, PEOPLE};
use jakcheck::pages::report::Report;
use jakcheck::text::language;

use super::check;
use super::demo::answers_of;
use super::global::Global;
use super::outcome::{Exit, Failure, Outcome};
use super::print::print;
use super::rule_set::load;

/// Whom to compare.
#[derive(Clone, Debug, Args)]
pub(crate) struct CompareArgs {
    #[arg(help = language().help.compare_left)]
    left: PathBuf,
    #[arg(help = language().help.compare_right)]
    right: PathBuf,
}

/// Compares two people.
pub(super) fn run(global: &Global, args: &CompareArgs) -> Result<Outcome, Failure> {
    let rules = load(global)?;
    let (left, right) = (Side::new(rules, &args.left)?, Side::new(rules, &args.right)?);
    let [first, second] = [&left, &right].map(|side| side.report(global));
    let comparison = Comparison::new(&first, &second, comparison::names([left.called(), right.called()]));
    let is_example = left.is_example || right.is_example;
    let frame = frame::of_rules(rules.header(), global.day(), is_example);
    print(global, &comparison, &comparison::page::document(&comparison, rules.sources(), frame))
}

/// One of the two.
#[derive(Debug)]
struct Side<'r> {
    answers: Answers<'r>,
    is_example: bool,
    short: String,
    typed: String,
}

impl<'r> Side<'r> {
    /// An example person, if it is the name of one, and else a file. `./past_clot` is a file.
    fn new(rules: &'r RuleSet, argument: &Path) -> Result<Self, Failure> {
        let typed = argument.display().to_string();
        if let Some(person) = people::find(&typed) {
            let answers = answers_of(person, rules)?;
            return Ok(Self { answers, is_example: true, short: typed.clone(), typed });
        }
        if argument == Path::new("-") {
            let answers = check::answers(rules, argument)?;
            let name = language().cli.standard_input.to_owned();
            return Ok(Self { answers, is_example: false, short: name.clone(), typed: name });
        }
        let answers = check::answers(rules, argument).map_err(|failure| neither(argument, failure))?;
        let short = argument.file_name().map_or_else(|| typed.clone(), |name| name.display().to_string());
        Ok(Self { answers, is_example: false, short, typed })
    }

    fn report(&self, global: &Global) -> Report<'r> {
        let report = Report::new(&self.answers, global.day());
        if self.is_example { report.as_example() } else { report }
    }

    fn called(&self) -> Called<'_> {
        Called { id: self.answers.id.as_deref(), short: &self.short, typed: &self.typed }
    }
}

/// A word that is no file may be a name with a mistake. What has a folder or an ending is a file.
fn neither(argument: &Path, failure: Failure) -> Failure {
    let is_word = argument.file_name() == Some(argument.as_os_str()) && argument.extension().is_none();
    let missing = fs::metadata(argument).err().filter(|error| error.kind() == ErrorKind::NotFound);
    match missing {
        Some(error) if is_word && failure.exit == Exit::Io => {
            let name = argument.display().to_string();
            let hint = suggest::hint(&name, "people", PEOPLE.iter().map(|person| person.name));
            let message = (language().cli.unreadable)(&name, &error);
            Failure::new(Exit::Io, [message, (language().cli.person_or_file)(&hint)])
        }
        _ => failure,
    }
}
