//! `jakcheck check`: prints the report on one answers document.

use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use jakcheck::answers::Answers;
use jakcheck::export;
use jakcheck::fhir::{self, Kept, Reading};
use jakcheck::load::read_at_most;
use jakcheck::model::{RuleSet, State};
use jakcheck::pages::list;
use jakcheck::pages::report::{self, Report};
use jakcheck::render::document::Document;
use jakcheck::text::language;

use super::format::Format;
use super::global::Global;
use super::outcome::{Exit, Failure, Outcome};
use super::print::{self, as_json};
use super::rule_set::load;

/// What to check.
#[derive(Clone, Debug, Args)]
pub(crate) struct CheckArgs {
    #[arg(default_value = "-", help = language().help.answers_file)]
    file: PathBuf,
    #[command(flatten)]
    report: ReportArgs,
}

/// Which part of a report to print.
#[derive(Clone, Copy, Debug, Default, Args)]
pub(crate) struct ReportArgs {
    #[arg(long, help = language().help.full)]
    pub(super) full: bool,
    #[arg(long, hide = true)]
    sheet: bool,
}

impl ReportArgs {
    /// Refuses what earlier versions took, and says what to use now.
    pub(super) fn check(self) -> Result<(), Failure> {
        if self.sheet { Err(Failure::usage(language().cli.no_sheet)) } else { Ok(()) }
    }
}

/// Prints the report on the answers of a file.
pub(super) fn run(global: &Global, args: &CheckArgs) -> Result<Outcome, Failure> {
    report(global, &args.file, args.report)
}

/// The report on the answers in `file`; `-` is standard input.
pub(super) fn report(global: &Global, file: &Path, args: ReportArgs) -> Result<Outcome, Failure> {
    let rules = load(global)?;
    let Reading { answers, kept, .. } = reading(rules, file)?;
    if global.format == Format::Fhir {
        args.check()?;
        return bundle(global, &answers, kept);
    }
    let report = Report::new(&answers, global.day());
    Ok(Outcome { now: report.now, ..print(global, &report, args)? })
}

/// The result as FHIR. A response has no answer to a question that is not asked: whoever gave one is told.
fn bundle(global: &Global, answers: &Answers<'_>, kept: Kept) -> Result<Outcome, Failure> {
    let (answers, not_asked) = fhir::as_asked(answers);
    for question in not_asked {
        let (message, hint) = (language().responses.not_asked)(question.id.as_str());
        let _ = writeln!(io::stderr().lock(), "{}", (language().cli.warning)(&message, hint));
    }
    let report = Report::new(&answers, global.day());
    let outcome = as_json(&export::bundle(&report, kept))?;
    Ok(Outcome { exit: exit(global, &report), now: report.now, ..outcome })
}

/// The answers in `file`; `-` is standard input.
pub(super) fn answers<'r>(rules: &'r RuleSet, file: &Path) -> Result<Answers<'r>, Failure> {
    reading(rules, file).map(|reading| reading.answers)
}

fn reading<'r>(rules: &'r RuleSet, file: &Path) -> Result<Reading<'r>, Failure> {
    let (name, bytes) = read(file)?;
    read_answers(rules, &name, &bytes)
}

/// The answers in a document or a response. What is to be known about a response goes to standard error.
pub(super) fn read_answers<'r>(rules: &'r RuleSet, name: &str, bytes: &[u8]) -> Result<Reading<'r>, Failure> {
    let reading = fhir::read(rules, name, bytes).map_err(|error| Failure::answers(error.diagnostics()))?;
    for warning in &reading.warnings {
        // The list says what there is to say; where nobody sees this, it is no reason to give none.
        let _ = writeln!(io::stderr().lock(), "{}\n", warning.as_warning());
    }
    Ok(reading)
}

/// A list, or the full report, in the format that was asked for.
pub(super) fn print(global: &Global, report: &Report<'_>, args: ReportArgs) -> Result<Outcome, Failure> {
    args.check()?;
    let outcome = print::print(global, report, &document(report, args))?;
    Ok(Outcome { exit: exit(global, report), ..outcome })
}

/// The list or the full report.
pub(super) fn document(report: &Report<'_>, args: ReportArgs) -> Document {
    if args.full { report::page::document(report) } else { list::document(report) }
}

/// The exit code of a run that printed a report.
pub(super) fn exit(global: &Global, report: &Report<'_>) -> Exit {
    let is_found = report.urgent.is_some() || report.cautions.iter().any(|caution| caution.state == State::Applies);
    if global.exit_code && is_found { Exit::Found } else { Exit::Done }
}

/// The name of the input in messages, and its bytes: at most one more than allowed.
fn read(file: &Path) -> Result<(String, Vec<u8>), Failure> {
    let most = fhir::LARGEST + 1;
    if file != Path::new("-") {
        let name = file.display().to_string();
        if name.trim_start().starts_with('{') {
            return Err(Failure::usage(language().cli.answers_as_argument));
        }
        return read_at_most(file, most).map_err(|error| Failure::unreadable(&name, &error)).map(|bytes| (name, bytes));
    }
    if io::stdin().is_terminal() {
        return Err(Failure::usage(language().cli.no_answers));
    }
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(u64::try_from(most).unwrap_or(u64::MAX))
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::unreadable(language().cli.standard_input, &error))?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Failure::new(Exit::BadInput, language().cli.empty_input));
    }
    Ok((language().cli.standard_input.to_owned(), bytes))
}
