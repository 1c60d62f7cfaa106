//! `jakcheck batch`: checks many records and prints a line of results for each.

use std::fs::{self, File};
use std::io::{self, ErrorKind, IsTerminal, Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use jakcheck::answers::{self, Ignored, container};
use jakcheck::batch::{self, BatchError, ColumnsAs, Counts, Engine, OutputFormat, Watch};
use jakcheck::model::RuleSet;
use jakcheck::pages;
use jakcheck::render::visible::escaped;
use jakcheck::text::language;

use super::format::Format;
use super::global::Global;
use super::outcome::{Exit, Failure, Outcome};
use super::pipe;
use super::rule_set::load;
use super::table::TableArgs;
use super::target::{Begun, Target};

/// How to check many records.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[derive(Clone, Debug, Args)]
pub(crate) struct BatchArgs {
    #[arg(default_value = "-", help = language().help.batch_file)]
    file: PathBuf,
    #[arg(long, value_name = "N", help = language().help.batch_threads)]
    threads: Option<NonZero<usize>>,
    #[arg(long, help = language().help.batch_full)]
    full: bool,
    #[arg(long, conflicts_with = "full", help = language().help.batch_to_columns)]
    to_columns: bool,
    #[arg(long, value_enum, value_name = "FORMAT", help = language().help.batch_from)]
    from: Option<BatchInput>,
    #[arg(long, value_name = "NAME,...", value_delimiter = ',', help = language().help.batch_ignore)]
    ignore: Vec<String>,
    #[command(flatten)]
    table: TableArgs,
    #[arg(long, help = language().help.batch_bom)]
    bom: bool,
    #[arg(long, conflicts_with_all = ["file", "threads", "full", "to_columns", "from", "ignore", "delimiter", "missing", "bom"],
        help = language().help.batch_template)]
    pub(super) template: bool,
}

/// What comes into a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum BatchInput {
    #[value(aliases = ["lines", "json"], help = language().help.batch_from_ndjson)]
    Ndjson,
    #[value(help = language().help.batch_from_csv)]
    Csv,
}

/// The progress bar appears after this time.
const LONG: Duration = Duration::from_secs(1);

/// The empty table of `--template`.
pub(super) fn template(global: &Global) -> Result<Outcome, Failure> {
    Ok(Outcome::done(batch::template(load(global)?)))
}

/// Checks every record of the input. Results are written before the end of the input is read.
pub(super) fn run(global: &Global, args: &BatchArgs, target: Target<'_>) -> Result<Exit, Failure> {
    let output_format = output_format(global, args)?;
    let rules = load(global)?;
    let ignored = Ignored::new(rules, args.ignore.iter().map(String::as_str));
    let (name, size, mut input) = open(&args.file)?;
    if !args.is_table() {
        must_be_lines(rules, &name, &mut input)?;
    }
    let engine = Engine::new(rules, &name, output_format);
    let mut left_out = Vec::new();
    let engine = if args.is_table() {
        let columns = args.table.columns(rules, ignored.clone(), &name, &mut input)?;
        columns.left_out().clone_into(&mut left_out);
        engine.for_table(columns)
    } else {
        engine.leaving_out(ignored.clone())
    };
    let engine = if args.bom { engine.with_byte_order_mark() } else { engine };
    // Printed before the first result, and even with `--quiet`.
    for warning in pages::warnings(rules.header(), global.day()) {
        let _ = writeln!(io::stderr().lock(), "{warning}");
    }
    let progress = Progress::new(global.quiet, size);
    let threads = args.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get);
    let counts = match target.begin()? {
        Begun::File(mut file) => {
            remove_when_stopped(file.unfinished())?;
            let counts = batch::run(&engine, input, file.writer(), threads, &progress)
                .map_err(|broken| failure(&name, target, &broken));
            // An empty file would look like results in which nothing was found.
            file.keep_if(counts.and_then(some_record))?
        }
        Begun::Stream(mut stream) => match batch::run(&engine, input, &mut stream, threads, &progress) {
            // A closed pipe is not an error: its reader has read enough.
            Err(BatchError::Output(error)) if error.kind() == ErrorKind::BrokenPipe => return Ok(Exit::Done),
            counts => counts.map_err(|broken| failure(&name, target, &broken)).and_then(some_record)?,
        },
    };
    progress.end();
    print_summary(
        global.quiet,
        args.to_columns,
        rules,
        &counts,
        &LeftOut { columns: &left_out, not_met: &ignored.not_met() },
    );
    Ok(exit(global, &counts))
}

/// The format of the output.
fn output_format(global: &Global, args: &BatchArgs) -> Result<OutputFormat, Failure> {
    if args.to_columns && global.exit_code {
        return Err(Failure::usage(language().cli.columns_not_checked));
    }
    if !args.is_table() && !args.table.is_empty() {
        return Err(Failure::usage(language().cli.not_a_table));
    }
    if args.bom && !matches!(global.format, Format::Csv) {
        return Err(Failure::usage(language().cli.mark_is_for_csv));
    }
    match (global.format, args.full, args.to_columns) {
        (Format::Csv, true, _) => Err(Failure::usage(language().cli.no_reports_in_table)),
        (Format::Csv, false, true) => Ok(OutputFormat::Columns(ColumnsAs::Csv)),
        (Format::Csv, false, false) => Ok(OutputFormat::Table),
        (Format::Json, _, true) => Ok(OutputFormat::Columns(ColumnsAs::Json)),
        (Format::Json, true, false) => Ok(OutputFormat::Reports(global.day())),
        (Format::Json, false, false) => Ok(OutputFormat::Lines),
        (Format::Text | Format::Markdown | Format::Html | Format::Fhir, _, _) => {
            Err(Failure::usage(language().cli.other_format))
        }
    }
}

/// Removes the unfinished output file if the program is stopped.
#[expect(clippy::exit, reason = "called from the thread that watches for signals, where no return can end the program")]
fn remove_when_stopped(unfinished: PathBuf) -> Result<(), Failure> {
    let stop = move || {
        let _ = fs::remove_file(&unfinished);
        std::process::exit(130)
    };
    ctrlc::set_handler(stop).map_err(|error| Failure::new(Exit::Io, (language().cli.no_ctrl_c)(&error)))
}

fn failure(name: &str, target: Target<'_>, broken: &BatchError) -> Failure {
    match broken {
        BatchError::Input(error) => Failure::unreadable(name, error),
        BatchError::Output(error) => target.unwritten(error),
    }
}

/// The counts, if anything was checked at all.
fn some_record(counts: Counts) -> Result<Counts, Failure> {
    if counts.records + counts.errors == 0 {
        return Err(Failure::new(Exit::BadInput, language().cli.no_record));
    }
    Ok(counts)
}

fn exit(global: &Global, counts: &Counts) -> Exit {
    let is_found = counts.with_cautions + counts.emergency + counts.same_day > 0;
    if counts.errors > 0 {
        Exit::BadInput
    } else if global.exit_code && is_found {
        Exit::Found
    } else {
        Exit::Done
    }
}

/// What `--ignore` did.
struct LeftOut<'a> {
    /// The names of the columns that were left out.
    columns: &'a [String],
    /// The names that nothing had.
    not_met: &'a [&'a str],
}

/// Prints urgent results and mistakes and, unless quiet, the counts.
fn print_summary(quiet: bool, is_columns: bool, rules: &RuleSet, counts: &Counts, left_out: &LeftOut<'_>) {
    let Counts { records, errors, blank, emergency, same_day, missing, keys_left_out, unknown_keys, .. } = *counts;
    let mut lines = if is_columns {
        (language().batch.left_out)(errors).into_iter().collect()
    } else {
        (language().batch.warnings)(emergency, same_day, errors)
    };
    lines.extend((language().batch.with_warnings)(counts.with_warnings));
    if !quiet {
        let summary = if is_columns { language().batch.in_columns } else { language().batch.summary };
        lines.push(summary(records, blank));
        if is_columns {
            lines.extend((language().batch.whose_left_out)(counts.with_whose));
        }
        lines.extend((language().batch.columns_left_out)(left_out.columns).map(|line| escaped(&line)));
        lines.extend((language().batch.keys_left_out)(keys_left_out));
        lines.extend((language().batch.not_met)(left_out.not_met).map(|line| escaped(&line)));
        lines.extend((language().batch.taken_as_missing)(missing));
        if unknown_keys > 0 {
            let questions: Vec<&str> = rules.questions().iter().map(|question| question.id.as_str()).collect();
            lines.push((language().batch.unknown_keys)(unknown_keys, &questions));
        }
    }
    let mut stderr = io::stderr().lock();
    for line in lines {
        let _ = writeln!(stderr, "{line}");
    }
}

/// The name of an input, its size in bytes if known, and its stream.
type Opened = (String, Option<u64>, Box<dyn Read + Send>);

fn open(file: &Path) -> Result<Opened, Failure> {
    if file != Path::new("-") {
        let name = file.display().to_string();
        let unreadable = |error: &io::Error| Failure::unreadable(&name, error);
        let opened = File::open(file).map_err(|error| unreadable(&error))?;
        let found = opened.metadata().map_err(|error| unreadable(&error))?;
        if found.is_dir() {
            return Err(unreadable(&ErrorKind::IsADirectory.into()));
        }
        return Ok((name, found.is_file().then_some(found.len()), Box::new(opened)));
    }
    if io::stdin().is_terminal() {
        return Err(Failure::usage(language().cli.no_lines));
    }
    Ok((language().cli.standard_input.to_owned(), None, Box::new(pipe::with_larger_buffer(io::stdin()))))
}

/// Refuses at its first bytes what is no lines of JSON. It waits for no more than it needs, as results are written
/// before the end of the input is read.
fn must_be_lines(rules: &RuleSet, name: &str, input: &mut Box<dyn Read + Send>) -> Result<(), Failure> {
    let (mut first, mut part) = (Vec::new(), vec![0; answers::LARGEST]);
    while first.len() < answers::LARGEST && !container::is_enough(&first) {
        match input.read(&mut part) {
            Ok(0) => break,
            Ok(length) => first.extend(part.iter().take(length)),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(Failure::unreadable(name, &error)),
        }
    }
    if let Some(found) = container::of_lines(rules, name, &first) {
        return Err(Failure::diagnostics(&[found]));
    }
    let rest = std::mem::replace(input, Box::new(io::empty()));
    *input = Box::new(io::Cursor::new(first).chain(rest));
    Ok(())
}

impl BatchArgs {
    /// Whether the input is a CSV table.
    fn is_table(&self) -> bool {
        let is_csv = |file: &PathBuf| {
            let names = ["csv", "tsv"];
            file.extension().is_some_and(|extension| names.iter().any(|name| extension.eq_ignore_ascii_case(name)))
        };
        match self.from {
            Some(BatchInput::Csv) => true,
            Some(BatchInput::Ndjson) => false,
            None => is_csv(&self.file),
        }
    }
}

/// The progress bar, in a terminal only.
struct Progress {
    bar: ProgressBar,
    since: Instant,
}

impl Progress {
    fn new(quiet: bool, size: Option<u64>) -> Self {
        let is_watched = !quiet && io::stderr().is_terminal();
        let bar = match size {
            _ if !is_watched => ProgressBar::hidden(),
            Some(size) => ProgressBar::new(size).with_style(style(language().cli.progress_of_file)),
            None => ProgressBar::no_length().with_style(style(language().cli.progress_of_stream)),
        };
        Self { bar, since: Instant::now() }
    }

    fn end(&self) {
        self.bar.finish_and_clear();
    }
}

impl Watch for Progress {
    fn read(&self, bytes: u64) {
        if self.since.elapsed() > LONG {
            self.bar.set_position(bytes);
        }
    }

    fn refused(&self, lines: &[u8]) {
        let _ = self.bar.suspend(|| io::stderr().lock().write_all(lines));
    }
}

/// Parses a template. A test draws it, so the fallback to the default style is never used.
fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
