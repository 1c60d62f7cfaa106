//! What to do with a file that is no answers in JSON.

use super::rules::Mistake;

/// What to do with a file that is no answers in JSON, as its first bytes tell.
#[derive(Debug)]
pub struct Containers {
    /// Text in UTF-16.
    pub utf_16: Mistake,
    /// Compressed data.
    pub compressed: Mistake,
    /// An archive, such as a workbook of a spreadsheet.
    pub archive: Mistake,
    /// A database or its columns in a file.
    pub database: Mistake,
    /// A JSON list, where the answers of one person belong.
    pub list_for_one: Mistake,
    /// A JSON list, where lines belong.
    pub list_for_lines: Mistake,
    /// Several JSON objects, where the answers of one person belong.
    pub several_for_one: Mistake,
    /// Several JSON objects in one line.
    pub several_in_one_line: Mistake,
    /// A JSON object on several lines, where each line should be one.
    pub several_lines: Mistake,
    /// A table, where the answers of one person belong.
    pub table_for_one: Mistake,
    /// The same with bars between its columns.
    pub barred_table_for_one: Mistake,
    /// A table, where lines of JSON belong.
    pub table_for_lines: Mistake,
    /// The same with bars between its columns.
    pub barred_table_for_lines: Mistake,
}
