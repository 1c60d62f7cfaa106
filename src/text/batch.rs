//! What is said of many records.

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
}
