//! Texts of batches. In English.

use std::io;

use crate::text::batch::Batch;

/// Texts of batches.
pub(super) const BATCH: Batch = Batch {
    warnings,
    summary,
    left_out,
    in_columns,
    whose_left_out,
    columns_left_out,
    keys_left_out,
    not_met,
    unknown_keys,
    taken_as_missing,
    with_warnings,
    unreadable,
    unwritable,
    thread_broke_off: "a thread broke off",
    refused: ["this line could not be read", "please report this"],
};

pub(super) fn warnings(emergency: u64, same_day: u64, errors: u64) -> Vec<String> {
    let mut lines = Vec::new();
    if emergency > 0 {
        let of = of(emergency, "record");
        lines.push(format!("URGENT: {of} with an emergency sign. Look for \"emergency\" in `urgent`."));
    }
    if same_day > 0 {
        let of = of(same_day, "record");
        lines.push(format!("TODAY: {of} with something for the same day. Look for \"same_day\" in `urgent`."));
    }
    if errors > 0 {
        lines.push(format!("{} could not be read. Look for `error`.", of(errors, "line")));
    }
    lines
}

pub(super) fn summary(records: u64, blank: u64) -> String {
    format!("{} checked{}. No line says that a medicine is right for a person.", of(records, "record"), skipped(blank))
}

pub(super) fn left_out(errors: u64) -> Option<String> {
    let left_out =
        |verb| format!("{} could not be read and {verb} left out. See the errors above.", of(errors, "line"));
    (errors > 0).then(|| left_out(if errors == 1 { "is" } else { "are" }))
}

pub(super) fn in_columns(records: u64, blank: u64) -> String {
    format!("{} put into columns{}. Nothing was checked yet.", of(records, "record"), skipped(blank))
}

fn whose_left_out(records: u64) -> Option<String> {
    let verb = if records == 1 { "says" } else { "say" };
    (records > 0).then(|| format!("{} {verb} `for`, which has no column and was left out.", of(records, "record")))
}

fn columns_left_out(names: &[String]) -> Option<String> {
    let verb = if names.len() == 1 { "was" } else { "were" };
    let count = of(u64::try_from(names.len()).unwrap_or(u64::MAX), "column");
    (!names.is_empty()).then(|| format!("{count} {verb} left out: {}.", listed(names, "one without a name")))
}

fn keys_left_out(keys: u64) -> Option<String> {
    let verb = if keys == 1 { "was" } else { "were" };
    (keys > 0).then(|| format!("{} of objects {verb} left out.", of(keys, "key")))
}

fn not_met(names: &[&str]) -> Option<String> {
    (!names.is_empty()).then(|| format!("Nothing has this name of --ignore: {}.", listed(names, "the empty one")))
}

/// "`a`, `b`", with other words for a name that is empty.
fn listed(names: &[impl AsRef<str>], empty: &str) -> String {
    let named = |name: &str| if name.is_empty() { empty.to_owned() } else { format!("`{name}`") };
    names.iter().map(|name| named(name.as_ref())).collect::<Vec<String>>().join(", ")
}

fn unknown_keys(keys: u64, questions: &[&str]) -> String {
    let verb = if keys == 1 { "is" } else { "are" };
    format!("{} {verb} no question. The questions are: {}.", of(keys, "key"), questions.join(", "))
}

fn taken_as_missing(fields: u64) -> Option<String> {
    let verb = if fields == 1 { "was" } else { "were" };
    (fields > 0).then(|| format!("{} with a word of --missing {verb} taken as no answer.", of(fields, "field")))
}

fn with_warnings(records: u64) -> Option<String> {
    (records > 0).then(|| format!("{} read with warnings. Look for `warnings`.", of(records, "record")))
}

fn unreadable(error: &io::Error) -> String {
    format!("cannot read the answers: {error}")
}

fn unwritable(error: &io::Error) -> String {
    format!("cannot write the results: {error}")
}

/// "", or ", 2 blank lines skipped".
fn skipped(blank: u64) -> String {
    if blank > 0 { format!(", {} skipped", of(blank, "blank line")) } else { String::new() }
}

/// "1 record", "2 records"
fn of(count: u64, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}
