//! Answers as rows for a database: a column a question, and one an item of a group.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::line::write_json;
use crate::answers::{Answers, word};
use crate::model::{Item, RuleSet};
use crate::render::csv::write_row;

/// The column of the record's `id`.
const ID: &str = "id";

/// How a row is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A JSON object with the columns that hold an answer.
    Json,
    /// A row of a CSV table, with an empty field for no answer.
    Csv,
}

/// Writes answers in columns.
#[derive(Clone, Debug)]
pub(super) struct Flat<'r> {
    row: Row,
    columns: Vec<(String, &'r Item)>,
}

impl<'r> Flat<'r> {
    pub(super) fn new(rules: &'r RuleSet, row: Row) -> Self {
        Self { row, columns: rules.items().map(|item| (item.column(), item)).collect() }
    }

    /// The first row, of a table.
    pub(super) fn write_header(&self, out: &mut Vec<u8>) {
        match self.row {
            Row::Json => {}
            Row::Csv => write_row(out, [ID].into_iter().chain(self.columns.iter().map(|(name, _)| name.as_str()))),
        }
    }

    /// The row of a record.
    pub(super) fn write(&self, out: &mut Vec<u8>, answers: &Answers<'_>) {
        match self.row {
            Row::Json => {
                write_json(out, &Object { flat: self, answers });
                out.push(b'\n');
            }
            // What goes into a database goes in as it came, unlike what goes into a spreadsheet.
            Row::Csv => {
                let id = answers.id.as_deref().unwrap_or("");
                let options = self.columns.iter().map(|(_, item)| word::of(item, answers.answer(item.index)));
                write_row(out, [id].into_iter().chain(options.map(|option| option.unwrap_or(""))));
            }
        }
    }
}

/// A record as a JSON object.
struct Object<'a> {
    flat: &'a Flat<'a>,
    answers: &'a Answers<'a>,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(id) = &self.answers.id {
            map.serialize_entry(ID, id)?;
        }
        for (name, item) in &self.flat.columns {
            if let Some(option) = word::of(item, self.answers.answer(item.index)) {
                map.serialize_entry(name, option)?;
            }
        }
        map.end()
    }
}
