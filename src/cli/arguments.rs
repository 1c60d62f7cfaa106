//! The command line.

use std::num::NonZero;
use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;

const ABOUT: &str = "A checklist about JAK inhibitors (baricitinib, tofacitinib, upadacitinib) to take to your doctor";

const LONG_ABOUT: &str = "\
A checklist about JAK inhibitors (baricitinib, tofacitinib, upadacitinib) to take to your doctor.

It asks about your health, and prints which cautions and warning signs apply, with their sources. It does not say \
whether a medicine is right for you, and it gives no score. No clinician has reviewed it yet.

In an emergency (chest pain, trouble breathing, weakness on one side, slurred speech) call your local emergency \
number. Do not use this program first.";

const AFTER_HELP: &str = "In an emergency call your local emergency number. `jakcheck --help` says more.";

const AFTER_LONG_HELP: &str = "\
Examples:
  Answer questions in the terminal:
    jakcheck
  The 12 most important ones, the list in a new file:
    jakcheck ask --short --output list.txt
  One answers file, one report:
    jakcheck check answers.json
  The same by pipe, as JSON:
    echo '{\"smoking\": \"past\"}' | jakcheck --format json
  Many records, one JSON object a line:
    jakcheck batch people.ndjson --output results.ndjson
  The same rules as a query for a database:
    jakcheck rules export --to sql --dialect duckdb
  What the list teaches about a topic:
    jakcheck topics blood_clots
  A rule in words, with its sources:
    jakcheck rules show clot_history

Exit codes:
  0    done, whatever was found
  1    with --exit-code: a caution applies, or something is urgent
  2    wrong usage
  3    bad or incomplete answers, some lines of a batch too, or bad rules
  4    a file or stream could not be read or written
  130  stopped

Environment:
  NO_COLOR, CLICOLOR, CLICOLOR_FORCE, TERM: colour; --color comes first
  ACCESSIBLE: ask in numbered lines, as with --accessible
  COLUMNS: width of this help

Answers go in by file, by pipe or by hand, never as flags. Nothing is saved unless you ask for it, and nothing leaves \
this computer.";

/// `jakcheck`
#[derive(Debug, Parser)]
#[command(name = "jakcheck", version, about = ABOUT, long_about = LONG_ABOUT, after_help = AFTER_HELP,
    after_long_help = AFTER_LONG_HELP, max_term_width = 100, disable_help_subcommand = false)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(flatten)]
    pub(crate) ask: AskArgs,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// Flags that every command knows.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[derive(Debug, Args)]
pub(crate) struct Global {
    /// Use the rule set in this folder instead of the built-in one
    #[arg(long, global = true, hide_short_help = true, value_name = "DIR")]
    pub(crate) rules: Option<PathBuf>,
    /// How to print
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Write to this new file, which only you can read; `-` is standard output
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Write over the file that --output names, if it is there
    #[arg(long, global = true, hide_short_help = true, requires = "output")]
    pub(crate) force: bool,
    /// Print HTML in large letters: 18 points on paper
    #[arg(long, global = true, hide_short_help = true)]
    pub(crate) large_print: bool,
    /// When to use colour
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    pub(crate) color: ColorChoice,
    /// Wrap text at this many columns [default: the terminal's width, 80 without one]
    #[arg(long, global = true, hide_short_help = true, value_name = "N", value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub(crate) width: Option<u16>,
    /// The day of the report, as YYYY-MM-DD [default: today]
    #[arg(long, global = true, hide_short_help = true, value_name = "DATE", value_parser = parse_date)]
    pub(crate) date: Option<Date>,
    /// Never ask; fail where answers would be needed
    #[arg(long, global = true, hide_short_help = true)]
    pub(crate) no_input: bool,
    /// Exit with 1 if a caution applies or something is urgent
    #[arg(long, global = true, hide_short_help = true)]
    pub(crate) exit_code: bool,
    /// Say nothing on standard error but what is wrong; results stay as they are
    #[arg(long, short, global = true, hide_short_help = true)]
    pub(crate) quiet: bool,
}

fn parse_date(text: &str) -> Result<Date, &'static str> {
    text.parse().map_err(|_| "write a real day as YYYY-MM-DD, such as 2026-12-01")
}

/// How to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Plain text
    Text,
    /// JSON
    Json,
    /// Markdown
    Markdown,
    /// One page for a browser, to read or to print; it needs nothing else
    Html,
    /// A table for spreadsheets, of `batch` only
    Csv,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorChoice {
    /// In a terminal, unless the environment says no
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// How to ask.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct AskArgs {
    /// Ask the 12 most important questions only; the report says what was not asked
    #[arg(long)]
    pub(crate) short: bool,
    /// Ask in numbered lines, for screen readers; also reads typed answers from a pipe
    #[arg(long)]
    pub(crate) accessible: bool,
    /// Save the answers in this new file, at the end and when you choose to stop
    #[arg(long, value_name = "FILE")]
    pub(crate) save_answers: Option<PathBuf>,
    /// Go on with the answers saved in this file
    #[arg(long, value_name = "FILE")]
    pub(crate) resume: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

/// Which part of a report to print.
#[derive(Clone, Copy, Debug, Default, Args)]
pub(crate) struct ReportArgs {
    /// Print the visit sheet: the report in short, with room to write
    #[arg(long)]
    pub(crate) sheet: bool,
}

/// How to check many records.
#[derive(Clone, Debug, Args)]
pub(crate) struct BatchArgs {
    /// Answers, one JSON object a line, or a CSV table; `-` is standard input
    #[arg(default_value = "-")]
    pub(crate) file: PathBuf,
    /// How many threads work [default: as many as the machine has]
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<NonZero<usize>>,
    /// Put the whole report on each line
    #[arg(long)]
    pub(crate) full: bool,
    /// Put the answers themselves into columns for a database, as lines of JSON, or as a table with --format csv
    #[arg(long, conflicts_with = "full")]
    pub(crate) to_columns: bool,
    /// What comes in [default: csv for a file named so, otherwise ndjson]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) from: Option<BatchInput>,
}

/// Which example person, and what to change.
#[derive(Clone, Debug, Args)]
pub(crate) struct DemoArgs {
    /// Name of the person; without one, everybody is listed
    pub(crate) person: Option<String>,
    /// Change an answer and print what that does, such as `smoking=never` or `heart_history.stroke=yes`
    #[arg(long, value_name = "QUESTION=OPTION", requires = "person")]
    pub(crate) change: Vec<String>,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

/// What comes into a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum BatchInput {
    /// One JSON object a line
    Ndjson,
    /// A table whose header names questions, and items of groups as `group.item` or `group__item`
    Csv,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Answer questions in the terminal, then read the report
    Ask(AskArgs),
    /// Check one answers document and print its report
    Check {
        /// An answers file; `-` is standard input
        #[arg(default_value = "-")]
        file: PathBuf,
        #[command(flatten)]
        report: ReportArgs,
    },
    /// Print an example person's report, and what one answer changes
    Demo(DemoArgs),
    /// Print what differs between two answers files, and what that does
    Compare {
        /// An answers file; `-` is standard input
        first: PathBuf,
        /// Another one
        second: PathBuf,
    },
    /// Tell what raises a caution, what leaves it open, and its sources
    Explain {
        /// Id of the caution; without one, they are listed
        caution: Option<String>,
        /// Also tell what the answers in this file did to it; `-` is standard input
        #[arg(long, value_name = "FILE", requires = "caution")]
        answers: Option<PathBuf>,
    },
    /// Check many records: a line of JSON in, a line of JSON out
    Batch(BatchArgs),
    /// Print what the list teaches about a topic; without a topic, list them
    Topics {
        /// Id of the topic
        topic: Option<String>,
    },
    /// Prove a rule set, or print it for review
    #[command(subcommand)]
    Rules(RulesCommand),
    /// Print completions for a shell
    Completions {
        /// Which shell
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Print the manual page
    Man,
    /// Print the JSON Schema of a document
    Schema {
        /// Which document
        #[arg(value_enum)]
        document: Document,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// Prove the rule set: every file, every reference, every worked case
    Check,
    /// Print rules with their sources, conditions in words and worked cases
    Show {
        /// Id of a topic, question, caution or warning symptom; without one, everything
        id: Option<String>,
    },
    /// Print the rules in another form: SQL, JSON Schema, a table, Markdown; without --to, list the forms
    Export(ExportArgs),
}

/// Which form of the rules.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct ExportArgs {
    /// The form
    #[arg(long, value_enum, value_name = "FORM")]
    pub(crate) to: Option<Form>,
    /// The engine that SQL is for
    #[arg(long, value_enum, value_name = "ENGINE", required_if_eq("to", "sql"))]
    pub(crate) dialect: Option<Engine>,
    /// Print the table of answers that the query reads, not the query
    #[arg(long, requires = "dialect")]
    pub(crate) ddl: bool,
    /// Give one row a record and caution, not one a record
    #[arg(long, requires = "dialect", conflicts_with = "ddl")]
    pub(crate) long: bool,
}

/// A form of the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// A query that says of each record in a database what `batch` says; with --ddl the table that it reads
    Sql,
    /// JSON Schema of the answers of one person
    JsonSchema,
    /// A decision table: one row a caution
    Csv,
    /// The reviewer's copy
    Markdown,
}

impl Form {
    /// Every form as it is written, and what it is.
    pub(crate) fn all() -> impl Iterator<Item = (String, String)> {
        let help = |value: &PossibleValue| value.get_help().map_or_else(String::new, ToString::to_string);
        let values = Self::value_variants().iter().filter_map(Self::to_possible_value);
        values.map(move |value| (value.get_name().to_owned(), help(&value)))
    }
}

/// An engine that SQL is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    /// `DuckDB`
    #[value(help = "DuckDB")]
    Duckdb,
    /// Spark SQL
    Spark,
    /// `PostgreSQL`
    #[value(help = "PostgreSQL")]
    Postgres,
    /// `SQLite`
    #[value(help = "SQLite")]
    Sqlite,
}

/// A document that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Document {
    /// Answers of one person
    Answers,
    /// A report in JSON
    Report,
    /// A visit sheet in JSON
    Sheet,
    /// What differs between two people, in JSON
    Comparison,
    /// A caution explained, in JSON
    Explanation,
    /// A line of the results of a batch
    Batch,
    /// Files of a rule set
    Rules,
}
