//! Texts of batches.

use std::io;

/// Texts of batches.
#[derive(Debug)]
pub struct Batch {
    /// Urgent results and mistakes. Takes the numbers of emergencies, records for the same day, and lines with
    /// mistakes.
    pub warnings: fn(u64, u64, u64) -> Vec<String>,
    /// How many records were checked. Takes the numbers of records and of blank lines.
    pub summary: fn(u64, u64) -> String,
    /// How many lines with mistakes are missing from answers in columns; `None` if none are.
    pub left_out: fn(u64) -> Option<String>,
    /// How many records were written as columns. Takes the numbers of records and of blank lines.
    pub in_columns: fn(u64, u64) -> String,
    /// How many records say whose answers they are, for which there is no column; `None` if none do.
    pub whose_left_out: fn(u64) -> Option<String>,
    /// Which columns were left out, if any were. Takes their names.
    pub columns_left_out: fn(&[String]) -> Option<String>,
    /// How many keys of objects were left out, in all records; `None` if none were.
    pub keys_left_out: fn(u64) -> Option<String>,
    /// Which names of `--ignore` nothing had, if there are any.
    pub not_met: fn(&[&str]) -> Option<String>,
    /// How many keys are no questions, and which questions there are.
    pub unknown_keys: fn(u64, &[&str]) -> String,
    /// How many fields were taken as no answer, if any were.
    pub taken_as_missing: fn(u64) -> Option<String>,
    /// How many records were read with warnings; `None` if none were.
    pub with_warnings: fn(u64) -> Option<String>,
    /// The input could not be read.
    pub unreadable: fn(&io::Error) -> String,
    /// The output could not be written.
    pub unwritable: fn(&io::Error) -> String,
    /// The error for a thread that panicked.
    pub thread_broke_off: &'static str,
    /// The error and hint for a line that was refused without a diagnostic.
    pub refused: [&'static str; 2],
}
