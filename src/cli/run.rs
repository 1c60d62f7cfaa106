//! The definition of the command line, and the call of the command.

use std::io::{self, Write};

use clap::{CommandFactory, Parser, Subcommand};
use jakcheck::render::visible::escaped;
use jakcheck::text::language;

use super::ask::{self, AskArgs};
use super::batch::{self, BatchArgs};
use super::check::{self, CheckArgs};
use super::compare::{self, CompareArgs};
use super::demo::{self, DemoArgs};
use super::explain::{self, ExplainArgs};
use super::format::{Format, LIST, PAGE_OR_DATA, TEXT};
use super::global::Global;
use super::manual::{self, CompletionsArgs};
use super::outcome::{Exit, Failure};
use super::page::{self, PageArgs};
use super::rules::{self, RulesCommand};
use super::schema::{self, SchemaArgs};
use super::target::Target;
use super::topics::{self, TopicsArgs};

/// `jakcheck`
#[derive(Debug, Parser)]
#[command(name = "jakcheck", version, max_term_width = 100, disable_help_subcommand = false,
    about = language().help.about, long_about = language().help.long_about,
    after_help = language().help.after_help, after_long_help = language().help.after_long_help)]
pub(crate) struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(flatten)]
    ask: AskArgs,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(about = language().help.ask, arg = Format::one_of(PAGE_OR_DATA))]
    Ask(AskArgs),
    #[command(about = language().help.check, arg = Format::one_of(LIST))]
    Check(CheckArgs),
    #[command(about = language().help.demo, arg = Format::one_of(PAGE_OR_DATA))]
    Demo(DemoArgs),
    #[command(about = language().help.compare, arg = Format::one_of(PAGE_OR_DATA))]
    Compare(CompareArgs),
    #[command(about = language().help.explain, arg = Format::one_of(PAGE_OR_DATA))]
    Explain(ExplainArgs),
    #[command(about = language().help.batch, arg = Format::one_of(&[Format::Json, Format::Csv]))]
    Batch(BatchArgs),
    #[command(about = language().help.topics, arg = Format::one_of(PAGE_OR_DATA))]
    Topics(TopicsArgs),
    #[command(about = language().help.page, arg = Format::one_of(&[Format::Html]))]
    Page(PageArgs),
    #[command(subcommand, about = language().help.rules, arg = Format::one_of(PAGE_OR_DATA))]
    Rules(RulesCommand),
    #[command(about = language().help.completions, arg = Format::one_of(TEXT))]
    Completions(CompletionsArgs),
    #[command(about = language().help.man, arg = Format::one_of(TEXT))]
    Man,
    #[command(about = language().help.schema, arg = Format::one_of(&[Format::Json]))]
    Schema(SchemaArgs),
}

/// Runs the command of the arguments.
pub(crate) fn run(cli: &Cli) -> Result<Exit, Failure> {
    let global = &cli.global;
    if global.large_print && global.format != Format::Html {
        return Err(Failure::usage(language().cli.large_print_is_html));
    }
    let target = Target::of(global);
    target.check()?;
    let outcome = match &cli.command {
        None => ask::run(global, &cli.ask, false),
        Some(Command::Ask(args)) => ask::run(global, args, true),
        Some(Command::Check(args)) => check::run(global, args),
        Some(Command::Compare(args)) => compare::run(global, args),
        Some(Command::Demo(args)) => demo::run(global, args),
        Some(Command::Explain(args)) => explain::run(global, args),
        Some(Command::Batch(args)) if args.template => batch::template(global),
        Some(Command::Batch(args)) => return batch::run(global, args, target),
        Some(Command::Topics(args)) => topics::run(global, args),
        Some(Command::Page(args)) => page::run(global, *args),
        Some(Command::Rules(command)) => rules::run(global, command),
        Some(Command::Completions(args)) => manual::completions(Cli::command(), *args),
        Some(Command::Man) => manual::man(Cli::command()),
        Some(Command::Schema(args)) => schema::run(global, *args),
    }?;
    let written = target.write(&outcome).map_err(|failure| failure.with_now(outcome.now));
    // Whoever writes into a file does not see at once what must not wait.
    if let (Ok(_), Some(now), false) = (&written, outcome.now, global.quiet || target == Target::StandardOutput) {
        let _ = writeln!(io::stderr().lock(), "{}", (language().safety.urgent_line)(now));
    }
    let is_asking = matches!(cli.command, None | Some(Command::Ask(_)));
    // If the file cannot be written, the report is printed: its answers cannot be entered again easily.
    if written.is_err() && is_asking && target != Target::StandardOutput {
        Target::StandardOutput.write(&outcome)?;
    }
    if let (Ok(_), true, Some(path), false) = (&written, is_asking, target.file(), global.quiet) {
        let saved = (language().asking.saved_in)(&path.display().to_string());
        let _ = writeln!(io::stderr().lock(), "{}", escaped(&saved));
    }
    written
}
