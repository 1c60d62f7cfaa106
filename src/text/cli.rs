//! Messages of the command line.

use std::fmt::Display;
use std::io;

/// Messages of the command line. Pairs are an error and a hint.
#[derive(Debug)]
pub struct Cli {
    /// An error and a hint, as they are printed.
    pub failure: fn(&str, &str) -> String,
    /// The error for an invalid date.
    pub bad_date: &'static str,
    /// The name of standard input in messages.
    pub standard_input: &'static str,
    /// The name of the keyboard in messages.
    pub keyboard: &'static str,
    /// `--large-print` needs HTML.
    pub large_print_is_html: [&'static str; 2],
    /// The option `--sheet` no longer exists.
    pub no_sheet: [&'static str; 2],
    /// Standard error is not a terminal, so nobody would see the questions.
    pub questions_unseen: [&'static str; 2],
    /// Standard input is not a terminal.
    pub nobody_to_ask: [&'static str; 2],
    /// `--no-input` without answers.
    pub asking_forbidden: [&'static str; 2],
    /// The input ended before the last question.
    pub questions_left: &'static str,
    /// A command does not print this format.
    pub other_format: [&'static str; 2],
    /// Markdown or JSON could not be made. Takes the format and the error.
    pub unprintable: fn(&str, &dyn Display) -> [String; 2],
    /// Completions or the manual page could not be made.
    pub unmade: fn(&io::Error) -> [String; 2],
    /// The help could not be written.
    pub help_unwritten: fn(&io::Error) -> [String; 2],
    /// The hint after an unknown command.
    pub to_check_a_file: &'static str,
    /// A hint on a line of its own.
    pub hint: fn(&str) -> String,
    /// A warning. Takes what is so, and what was done.
    pub warning: fn(&str, &str) -> String,
    /// The error for wrong usage that has no other name.
    pub wrong_usage: &'static str,
    /// The hint that lists the values of an option.
    pub values_are: fn(&[&str]) -> String,
    /// The hint to read the help.
    pub see_help: &'static str,
    /// The error and hint for a document that was refused without a diagnostic.
    pub refused: [&'static str; 2],
    /// There is no caution with this id.
    pub no_such_caution: &'static str,
    /// There is no example person with this name.
    pub no_such_person: &'static str,
    /// There is no topic with this id.
    pub no_such_topic: &'static str,
    /// Nothing in the rules has this id.
    pub no_such_rule: &'static str,
    /// The hint how to find ids.
    pub where_rules_are: &'static str,
    /// A hint with a close word.
    pub did_you_mean: fn(&str) -> String,
    /// Answers were given as an argument.
    pub answers_as_argument: [&'static str; 2],
    /// `check` has no answers.
    pub no_answers: [&'static str; 2],
    /// Standard input is empty.
    pub empty_input: [&'static str; 2],
    /// `batch` has no input.
    pub no_lines: [&'static str; 2],
    /// The input of `batch` has no record.
    pub no_record: [&'static str; 2],
    /// What is said of a table, where the input is none.
    pub not_a_table: [&'static str; 2],
    /// A word of `--missing` is an option.
    pub missing_is_option: [&'static str; 2],
    /// The error for a delimiter that cannot be one.
    pub bad_delimiter: &'static str,
    /// A byte order mark before something else than CSV.
    pub mark_is_for_csv: [&'static str; 2],
    /// `--to-columns` cannot be used with `--exit-code`.
    pub columns_not_checked: [&'static str; 2],
    /// `--full` cannot be used with CSV.
    pub no_reports_in_table: [&'static str; 2],
    /// The template of the progress bar for an input of known size.
    pub progress_of_file: &'static str,
    /// The template of the progress bar for an input of unknown size.
    pub progress_of_stream: &'static str,
    /// The handler for Ctrl-C could not be installed.
    pub no_ctrl_c: fn(&dyn Display) -> [String; 2],
    /// `--read` prints a file, and no page.
    pub read_has_no_format: [&'static str; 2],
    /// `--dialect` needs SQL.
    pub dialect_is_for_sql: [&'static str; 2],
    /// SQL needs `--dialect`.
    pub sql_needs_dialect: [&'static str; 2],
    /// The hint for names that are too long for an engine.
    pub shorter_names: &'static str,
    /// Something could not be read. Takes its name and the error.
    pub unreadable: fn(&str, &io::Error) -> String,
    /// The hint for a file that does not exist.
    pub check_name: &'static str,
    /// The hint for what is neither an example person nor a file. Takes a hint about the people.
    pub person_or_file: fn(&str) -> String,
    /// The hint for a folder in place of a file.
    pub name_a_file: &'static str,
    /// The hint for other errors of reading.
    pub check_reading: &'static str,
    /// How many errors are not shown.
    pub more_errors: fn(usize) -> String,
    /// The result could not be written to standard output.
    pub unwritten: fn(&io::Error) -> [String; 2],
    /// A file could not be written. Takes its path and the error.
    pub unwritable: fn(&str, &io::Error) -> String,
    /// The hint for an output file that exists.
    pub new_file_or_force: &'static str,
    /// The hint for other errors of writing.
    pub check_writing: &'static str,
    /// Answers could not be saved. Takes the path and the error.
    pub unsaved: fn(&str, &io::Error) -> String,
    /// The hint for a file of answers that exists.
    pub new_file_or_resume: &'static str,
    /// The hint for other errors of saving.
    pub new_folder: &'static str,
    /// The error for a path that is a link.
    pub is_a_link: &'static str,
    /// The error for a path that is a device or a folder.
    pub is_no_file: &'static str,
    /// The error for a file that exists.
    pub is_there: &'static str,
    /// The day of saved answers if the system does not know it.
    pub unknown_day: &'static str,
}
