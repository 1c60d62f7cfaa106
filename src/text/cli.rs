//! What the command line says when something is wrong or written.

use std::fmt::Display;
use std::io;

/// What the command line says when something is wrong or written. Two texts are an error and what to do next.
#[derive(Debug)]
pub struct Cli {
    /// An error and what to do next, as they are printed.
    pub failure: fn(&str, &str) -> String,
    /// A date that is none.
    pub bad_date: &'static str,
    /// What standard input is called.
    pub standard_input: &'static str,
    /// What the keyboard is called.
    pub keyboard: &'static str,
    /// `--large-print` for another format than HTML.
    pub large_print_is_html: [&'static str; 2],
    /// There is no `--sheet` any more.
    pub no_sheet: [&'static str; 2],
    /// Questions would go where nobody sees them.
    pub questions_unseen: [&'static str; 2],
    /// Standard input is no terminal.
    pub nobody_to_ask: [&'static str; 2],
    /// `--no-input`, and no answers.
    pub asking_forbidden: [&'static str; 2],
    /// Typed answers ended before the last question.
    pub questions_left: &'static str,
    /// A command that has no other format than text.
    pub text_only: fn(&str) -> [String; 2],
    /// A page that is not printed as JSON.
    pub no_json: [&'static str; 2],
    /// A page that is not printed as a table.
    pub no_table: [&'static str; 2],
    /// Markdown or JSON that could not be made.
    pub unprintable: fn(&str, &dyn Display) -> [String; 2],
    /// Completions or a manual page that could not be made.
    pub unmade: fn(&io::Error) -> [String; 2],
    /// Help that could not be written.
    pub help_unwritten: fn(&io::Error) -> [String; 2],
    /// After a word that is no command.
    pub to_check_a_file: &'static str,
    /// An id of no caution.
    pub no_such_caution: &'static str,
    /// A name of no example person.
    pub no_such_person: &'static str,
    /// An id of no topic.
    pub no_such_topic: &'static str,
    /// An id of nothing in the rules.
    pub no_such_rule: &'static str,
    /// How to find the ids of the rules.
    pub where_rules_are: &'static str,
    /// A word that is close.
    pub did_you_mean: fn(&str) -> String,
    /// Answers typed into the command itself.
    pub answers_as_argument: [&'static str; 2],
    /// `check` without answers.
    pub no_answers: [&'static str; 2],
    /// Nothing on standard input.
    pub empty_input: [&'static str; 2],
    /// `batch` without an input.
    pub no_lines: [&'static str; 2],
    /// `--to-columns` with `--exit-code`.
    pub columns_not_checked: [&'static str; 2],
    /// `--full` with a table.
    pub no_reports_in_table: [&'static str; 2],
    /// A batch as Markdown or HTML.
    pub no_pages_in_batch: [&'static str; 2],
    /// Progress where the size of the input is known.
    pub progress_of_file: &'static str,
    /// Progress where it is not.
    pub progress_of_stream: &'static str,
    /// Ctrl-C could not be watched for.
    pub no_ctrl_c: fn(&dyn Display) -> [String; 2],
    /// `--dialect` for another form than SQL.
    pub dialect_is_for_sql: [&'static str; 2],
    /// SQL for no engine.
    pub sql_needs_dialect: [&'static str; 2],
    /// What to do about names that an engine finds too long.
    pub shorter_names: &'static str,
    /// Something that could not be read.
    pub unreadable: fn(&str, &io::Error) -> String,
    /// What to do where nothing is there to read.
    pub check_name: &'static str,
    /// What to do where a folder is there.
    pub name_a_file: &'static str,
    /// What to do where something else keeps it from being read.
    pub check_reading: &'static str,
    /// So many errors are not shown.
    pub more_errors: fn(usize) -> String,
    /// A result that could not be written to standard output.
    pub unwritten: fn(&io::Error) -> [String; 2],
    /// A file that could not be written.
    pub unwritable: fn(&str, &io::Error) -> String,
    /// What to do where a file is there already.
    pub new_file_or_force: &'static str,
    /// What to do where something else keeps it from being written.
    pub check_writing: &'static str,
    /// Answers that could not be saved.
    pub unsaved: fn(&str, &io::Error) -> String,
    /// What to do where a file of answers is there already.
    pub new_file_or_resume: &'static str,
    /// What to do where answers cannot be saved for another reason.
    pub new_folder: &'static str,
    /// Why a file is not written: a link is there.
    pub is_a_link: &'static str,
    /// Why a file is not written: a device or a folder is there.
    pub is_no_file: &'static str,
    /// Why a file is not written: one is there.
    pub is_there: &'static str,
    /// When answers were saved, where the system does not know.
    pub unknown_day: &'static str,
}
