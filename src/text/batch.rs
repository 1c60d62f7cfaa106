//! What is said of many records.

use std::io;

/// What is said of many records.
#[derive(Debug)]
pub struct Batch {
    /// What must not be missed: emergencies first, then what is for today, then lines that could not be read.
    pub warnings: fn(u64, u64, u64) -> Vec<String>,
    /// How much was done.
    pub summary: fn(u64, u64) -> String,
    /// Lines that are not among answers in columns.
    pub left_out: fn(u64) -> Option<String>,
    /// How much was put into columns.
    pub in_columns: fn(u64, u64) -> String,
    /// The input could not be read.
    pub unreadable: fn(&io::Error) -> String,
    /// The output could not be written.
    pub unwritable: fn(&io::Error) -> String,
    /// A thread panicked.
    pub thread_broke_off: &'static str,
    /// A line that is refused without a reason, and what to do next.
    pub refused: [&'static str; 2],
}
