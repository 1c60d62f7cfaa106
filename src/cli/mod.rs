//! One file a command. A command reads what it needs, calls the library and gives text back.

pub(crate) mod arguments;
mod ask;
mod batch;
mod check;
pub(crate) mod color;
mod compare;
mod demo;
mod explain;
mod export;
mod manual;
mod mode;
pub(crate) mod outcome;
mod pipe;
mod print;
mod rules;
mod saved;
mod schema;
mod target;
mod topics;

use std::io::{self, IsTerminal, Write};

use console::Term;
use jakcheck::analysis::Cases;
use jakcheck::load::RuleFiles;
use jakcheck::model::RuleSet;
use jakcheck::render::Paint;
use jakcheck::render::visible::escaped;
use jakcheck::text::language;
use jiff::Zoned;
use jiff::civil::Date;

use self::arguments::{AskArgs, Cli, Command, Format, Global};
use self::mode::{Mode, Surroundings};
use self::outcome::{Exit, Failure, Outcome};
use self::target::Target;

/// Width of text where no terminal tells one.
const WIDTH: usize = 80;

/// Lines longer than this are hard to follow.
const WIDEST: usize = 100;

/// Runs the command that was asked for.
pub(crate) fn run(cli: &Cli) -> Result<Exit, Failure> {
    let global = &cli.global;
    if global.large_print && global.format != Format::Html {
        let hint = "add --format html, or leave out --large-print";
        return Err(Failure::new(Exit::Usage, "--large-print is for HTML", hint));
    }
    Target::of(global).map_or(Ok(()), Target::check)?;
    let outcome = match &cli.command {
        None => answer(global, &cli.ask, false),
        Some(Command::Ask(args)) => answer(global, args, true),
        Some(Command::Check { file, report }) => check::run(global, file, *report),
        Some(Command::Compare { first, second }) => compare::run(global, first, second),
        Some(Command::Demo(args)) => demo::run(global, args),
        Some(Command::Explain { caution, answers }) => explain::run(global, caution.as_deref(), answers.as_deref()),
        Some(Command::Batch(args)) => return batch::run(global, args),
        Some(Command::Topics { topic }) => topics::run(global, topic.as_deref()),
        Some(Command::Rules(command)) => rules::run(global, command),
        Some(Command::Completions { shell }) => manual::completions(*shell),
        Some(Command::Man) => manual::man(),
        Some(Command::Schema { document }) => schema::run(global, *document),
    }?;
    let written = outcome.write(Target::of(global));
    // What took 28 questions is not lost with a full disk.
    if written.is_err() && matches!(cli.command, None | Some(Command::Ask(_))) && global.output.is_some() {
        outcome.write(None)?;
    }
    if let (Ok(_), None | Some(Command::Ask(_)), Some(path), false) =
        (&written, &cli.command, &global.output, global.quiet)
    {
        let _ =
            writeln!(io::stderr().lock(), "{}", escaped(&(language().asking.saved_in)(&path.display().to_string())));
    }
    written
}

/// Comes by answers in the way that fits, and gives the report on them.
fn answer(global: &Global, args: &AskArgs, is_ask: bool) -> Result<Outcome, Failure> {
    const IN_A_FILE: &str = "put the answers in a file and run `jakcheck check FILE`, or pipe them in as JSON";
    let usage = |message, hint: &str| Err(Failure::new(Exit::Usage, message, hint));
    match mode::choose(Surroundings::current(global, is_ask, args.accessible)) {
        Mode::Document => check::run(global, "-".as_ref(), args.report),
        Mode::Lists => ask::run(global, args, ask::Face::Lists),
        Mode::Lines => ask::run(global, args, ask::Face::Lines),
        Mode::Unseen => usage(
            "the questions would not be seen: standard error goes elsewhere",
            "leave standard error in the terminal; --output FILE keeps the report",
        ),
        Mode::NobodyThere => usage(
            "questions need a terminal to ask in",
            &format!("run it in a terminal, add --accessible to read typed answers from a pipe, or {IN_A_FILE}"),
        ),
        Mode::Forbidden => usage("answers are missing, and --no-input forbids to ask", IN_A_FILE),
    }
}

/// The rule set that was asked for. One from a folder must prove its worked cases too; the built-in one did so when it
/// was tested. It stays until the program ends: to take it apart would be a good part of a short run.
fn load(global: &Global) -> Result<&'static RuleSet, Failure> {
    let rules = if global.rules.is_some() { prove(global)?.0 } else { RuleSet::built_in()? };
    Ok(Box::leak(Box::new(rules)))
}

/// The rule set that was asked for, with its worked cases, all of which hold.
fn prove(global: &Global) -> Result<(RuleSet, Cases), Failure> {
    let files = match &global.rules {
        None => RuleFiles::built_in(),
        Some(folder) => RuleFiles::of_folder(folder)?,
    };
    let rules = RuleSet::load(&files)?;
    let cases = Cases::prove(&rules, &files)?;
    Ok((rules, cases))
}

/// The day of the report.
fn date(global: &Global) -> Date {
    global.date.unwrap_or_else(|| Zoned::now().date())
}

/// Columns of the result.
fn width(global: &Global) -> usize {
    let of_terminal = || {
        let is_terminal = global.output.is_none() && io::stdout().is_terminal();
        let (_, columns) = is_terminal.then(|| Term::stdout().size_checked()).flatten()?;
        Some(usize::from(columns).min(WIDEST))
    };
    global.width.map(usize::from).or_else(of_terminal).unwrap_or(WIDTH)
}

/// Colours of the result.
fn paint(global: &Global) -> Paint {
    let is_terminal = global.output.is_none() && io::stdout().is_terminal();
    Paint::new(color::is_on(global.color, is_terminal, &color::Environment::current()))
}

/// Refuses a format that a command does not print.
fn text_only(global: &Global, command: &str) -> Result<(), Failure> {
    match global.format {
        Format::Text => Ok(()),
        Format::Json | Format::Markdown | Format::Html | Format::Csv => Err(Failure::new(
            Exit::Usage,
            &format!("`{command}` prints text only"),
            "leave out --format; `jakcheck check --format json` prints a report as JSON",
        )),
    }
}
