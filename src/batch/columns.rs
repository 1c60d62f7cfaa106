//! Answers as rows for a database, with a column for each question or item of a group.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::line::write_json;
use crate::answers::{Answers, word};
use crate::model::{Item, RuleSet};
use crate::render::csv::write_row;

/// The column of the record's `id`.
const ID: &str = "id";

/// The format of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnsAs {
    /// A JSON object with the columns that have an answer.
    Json,
    /// A row of a CSV table, with an empty field where there is no answer.
    Csv,
}

/// Writes answers as columns.
#[derive(Clone, Debug)]
pub(super) struct ColumnsWriter<'r> {
    written_as: ColumnsAs,
    columns: Vec<(String, &'r Item)>,
}

impl<'r> ColumnsWriter<'r> {
    pub(super) fn new(rules: &'r RuleSet, written_as: ColumnsAs) -> Self {
        Self { written_as, columns: rules.items().map(|item| (item.column(), item)).collect() }
    }

    /// Writes the header row, for CSV only.
    pub(super) fn write_header(&self, out: &mut Vec<u8>) {
        match self.written_as {
            ColumnsAs::Json => {}
            ColumnsAs::Csv => {
                write_row(out, [ID].into_iter().chain(self.columns.iter().map(|(name, _)| name.as_str())));
            }
        }
    }

    /// Writes the row of a record.
    pub(super) fn write(&self, out: &mut Vec<u8>, answers: &Answers<'_>) {
        match self.written_as {
            ColumnsAs::Json => {
                write_json(out, &Object { writer: self, answers });
                out.push(b'\n');
            }
            // Unlike for a spreadsheet, nothing is escaped that could be a formula: a database needs the exact value.
            ColumnsAs::Csv => {
                let id = answers.id.as_deref().unwrap_or("");
                let options = self.columns.iter().map(|(_, item)| word::of(item, answers.answer(item.index)));
                write_row(out, [id].into_iter().chain(options.map(|option| option.unwrap_or(""))));
            }
        }
    }
}

/// A table of answers without rows: its header, with a column for the `id` and for each question or item of a group.
pub fn template(rules: &RuleSet) -> String {
    let mut header = Vec::new();
    ColumnsWriter::new(rules, ColumnsAs::Csv).write_header(&mut header);
    String::from_utf8_lossy(&header).into_owned()
}

/// Serializes a record as a JSON object.
struct Object<'a> {
    writer: &'a ColumnsWriter<'a>,
    answers: &'a Answers<'a>,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(id) = &self.answers.id {
            map.serialize_entry(ID, id)?;
        }
        for (name, item) in &self.writer.columns {
            if let Some(option) = word::of(item, self.answers.answer(item.index)) {
                map.serialize_entry(name, option)?;
            }
        }
        map.end()
    }
}
