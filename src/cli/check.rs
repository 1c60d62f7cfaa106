//! `jakcheck check`: one answers document, one report.

use std::io::{self, IsTerminal, Read};
use std::path::Path;

use jakcheck::answers::{self, Answers};
use jakcheck::load::read_at_most;
use jakcheck::model::{RuleSet, State};
use jakcheck::pages::report::{self, Report};
use jakcheck::pages::sheet::{self, Sheet};

use super::arguments::{Global, ReportArgs};
use super::outcome::{Exit, Failure, Outcome};
use super::{date, load, print};

/// Checks the answers in `file`; `-` is standard input.
pub(super) fn run(global: &Global, file: &Path, args: ReportArgs) -> Result<Outcome, Failure> {
    let rules = load(global)?;
    print(global, &Report::new(&answers(rules, file)?, date(global)), args)
}

/// The answers in `file`; `-` is standard input.
pub(super) fn answers<'r>(rules: &'r RuleSet, file: &Path) -> Result<Answers<'r>, Failure> {
    let (name, bytes) = read(file)?;
    answers::read(rules, &name, &bytes).map_err(|error| Failure::answers(error.diagnostics()))
}

/// A report, or its visit sheet, in the format that was asked for.
pub(super) fn print(global: &Global, report: &Report, args: ReportArgs) -> Result<Outcome, Failure> {
    let outcome = if args.sheet {
        print::print(global, &Sheet::new(report), &sheet::page::document(report))?
    } else {
        print::print(global, report, &report::page::document(report))?
    };
    Ok(Outcome { exit: exit(global, report), ..outcome })
}

/// How a run ends that printed a report.
pub(super) fn exit(global: &Global, report: &Report) -> Exit {
    let is_found =
        report.urgent.level.is_some() || report.cautions.iter().any(|caution| caution.state == State::Applies);
    if global.exit_code && is_found { Exit::Found } else { Exit::Done }
}

/// The name for messages, and the bytes: at most one more than are allowed.
fn read(file: &Path) -> Result<(String, Vec<u8>), Failure> {
    let most = answers::LARGEST + 1;
    if file != Path::new("-") {
        let name = file.display().to_string();
        if name.trim_start().starts_with('{') {
            let hint = "pipe them in or name a file: what stands in a command can be seen by others and is kept";
            return Err(Failure::new(Exit::Usage, "answers do not belong on the command line", hint));
        }
        return read_at_most(file, most).map_err(|error| Failure::unreadable(&name, &error)).map(|bytes| (name, bytes));
    }
    if io::stdin().is_terminal() {
        let hint = "name a file, pipe JSON in, or run `jakcheck ask` to answer questions";
        return Err(Failure::new(Exit::Usage, "there are no answers to check", hint));
    }
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(u64::try_from(most).unwrap_or(u64::MAX))
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::unreadable("standard input", &error))?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        let hint = "pipe a JSON object in, name a file, or run `jakcheck` in a terminal to answer questions";
        return Err(Failure::new(Exit::BadInput, "standard input is empty", hint));
    }
    Ok(("standard input".to_owned(), bytes))
}
