//! Messages of the command line. In English.

use std::fmt::Display;
use std::io;

use crate::text::cli::Cli;

const REPORT_THIS: &str = "please report this";

/// Messages of the command line.
pub(super) const CLI: Cli = Cli {
    failure,
    bad_date: "write a real day as YYYY-MM-DD, such as 2026-12-01",
    standard_input: "standard input",
    keyboard: "the keyboard",
    no_sheet: [
        "there is no --sheet any more",
        "leave it out: the list is what --sheet was, and --full prints everything",
    ],
    large_print_is_html: ["--large-print is for HTML", "add --format html, or leave out --large-print"],
    questions_unseen: [
        "the questions would not be seen: standard error goes elsewhere",
        "leave standard error in the terminal; --output FILE keeps the report",
    ],
    nobody_to_ask: [
        "questions need a terminal to ask in",
        "run it in a terminal, add --accessible to read typed answers from a pipe, or put the answers in a file and run `jakcheck check FILE`, or pipe them in as JSON",
    ],
    asking_forbidden: [
        "answers are missing, and --no-input forbids to ask",
        "put the answers in a file and run `jakcheck check FILE`, or pipe them in as JSON",
    ],
    questions_left: "answer all questions, or choose to stop",
    other_format: ["this command does not print this format", "its help lists the formats that it prints"],
    unprintable,
    unmade,
    help_unwritten,
    hint,
    warning,
    wrong_usage: "wrong usage",
    values_are,
    see_help: "`jakcheck --help` lists commands and options, `jakcheck COMMAND --help` those of a command",
    refused: ["this could not be read", REPORT_THIS],
    to_check_a_file: "to check a file of answers, run `jakcheck check FILE`",
    no_such_caution: "there is no caution with this id",
    no_such_person: "there is no example person with this name",
    no_such_topic: "there is no topic with this id",
    no_such_rule: "there is no topic, question, caution or warning symptom with this id",
    where_rules_are: "`jakcheck topics` lists the topics; `jakcheck rules show TOPIC` shows everything in one",
    did_you_mean,
    answers_as_argument: [
        "answers do not belong on the command line",
        "pipe them in or name a file: what stands in a command can be seen by others and is kept",
    ],
    no_answers: [
        "there are no answers to check",
        "name a file, pipe JSON in, or run `jakcheck ask` to answer questions",
    ],
    empty_input: [
        "standard input is empty",
        "pipe a JSON object in, name a file, or run `jakcheck` in a terminal to answer questions",
    ],
    no_lines: [
        "there are no answers to check",
        "name a file, or pipe lines in: each line holds the answers of one person as JSON",
    ],
    no_record: [
        "there was no record at all",
        "each line holds the answers of one person, as a JSON object or as a row below the header of a table",
    ],
    not_a_table: ["--delimiter and --missing are for tables", "add --from csv if the input is one, or leave them out"],
    missing_is_option: [
        "a word of --missing is an answer to a question",
        "leave it out: an answer is never taken as missing",
    ],
    bad_delimiter: "write one ASCII character that stands in no name, such as ';', or the word tab",
    mark_is_for_csv: ["--bom is for a table", "add --format csv, or leave out --bom"],
    columns_not_checked: [
        "answers in columns are not checked",
        "leave out --exit-code; the results of a batch without --to-columns have it",
    ],
    no_reports_in_table: ["a table has no room for whole reports", "leave out --full, or --format csv"],
    progress_of_file: "{bar:30} {percent}% of {total_bytes}, {eta} left",
    progress_of_stream: "{bytes} read, {elapsed}",
    no_ctrl_c,
    read_has_no_format: ["--read prints reviews.json, and nothing in another format", "leave out --format"],
    dialect_is_for_sql: ["--dialect is for SQL", "add --to sql, or leave out --dialect"],
    sql_needs_dialect: ["SQL differs between engines", "add --dialect duckdb, spark, postgres or sqlite"],
    shorter_names: "choose shorter ids, or another engine",
    unreadable,
    check_name: "check the name and the folder",
    person_or_file: |hint| format!("name an example person or a file; {hint}"),
    name_a_file: "name a file, not a folder",
    check_reading: "check that it is there and that you may read it",
    more_errors,
    unwritten,
    unwritable,
    new_file_or_force: "name a new file, or write over this one with --force",
    check_writing: "check the folder and that you may write there",
    unsaved,
    new_file_or_resume: "name a new file; with --resume FILE saved answers are replaced, a FHIR response never",
    new_folder: "name a new file in a folder where you may write",
    is_a_link: "it is a link",
    is_no_file: "it is no ordinary file",
    is_there: "a file is there already",
    unknown_day: "an unknown day",
};

fn failure(error: &str, hint: &str) -> String {
    format!("error: {error}\n  hint: {hint}")
}

fn unprintable(format: &str, error: &dyn Display) -> [String; 2] {
    [format!("cannot write {format}: {error}"), REPORT_THIS.to_owned()]
}

fn unmade(error: &io::Error) -> [String; 2] {
    [format!("cannot make this text: {error}"), REPORT_THIS.to_owned()]
}

fn help_unwritten(error: &io::Error) -> [String; 2] {
    [format!("cannot write the help: {error}"), "check where the output goes".to_owned()]
}

fn warning(what: &str, done: &str) -> String {
    format!("warning: {what}\n  hint: {done}")
}

fn hint(hint: &str) -> String {
    format!("hint: {hint}")
}

fn values_are(values: &[&str]) -> String {
    format!("the values are: {}", values.join(", "))
}

fn did_you_mean(word: &str) -> String {
    format!("did you mean `{word}`?")
}

fn no_ctrl_c(error: &dyn Display) -> [String; 2] {
    [format!("cannot watch for Ctrl-C: {error}"), REPORT_THIS.to_owned()]
}

fn unreadable(what: &str, error: &io::Error) -> String {
    format!("cannot read {what}: {error}")
}

fn more_errors(count: usize) -> String {
    format!("and {count} errors more")
}

fn unwritten(error: &io::Error) -> [String; 2] {
    [
        format!("cannot write the result: {error}"),
        "check the disk and where the output goes, then run it again".to_owned(),
    ]
}

fn unwritable(path: &str, error: &io::Error) -> String {
    format!("cannot write {path}: {error}")
}

fn unsaved(path: &str, error: &io::Error) -> String {
    format!("cannot save answers in {path}: {error}")
}
