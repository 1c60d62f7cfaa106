//! Answers as rows for a database, with a column for each question or item of a group.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::bits::{ItemBits, Layout, Records};
use super::line::{write_json, write_plain_id};
use crate::answers::{Answers, word};
use crate::model::{Answer, Item, OptionIndex, RuleSet};
use crate::render::csv::{write_field, write_row};

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
    /// Where the scanner puts answers.
    pub(super) layout: Layout,
    scanned: Vec<ScannedColumn>,
}

/// How answers from the scanner are written into a column.
#[derive(Clone, Debug)]
struct ScannedColumn {
    bits: ItemBits,
    /// What is written for each option, then for *not sure*, then for no answer.
    texts: Vec<Vec<u8>>,
}

impl<'r> ColumnsWriter<'r> {
    pub(super) fn new(rules: &'r RuleSet, written_as: ColumnsAs) -> Self {
        let layout = Layout::whole(rules);
        let scanned = rules.items().filter_map(|item| ScannedColumn::new(item, &layout, written_as)).collect();
        Self { written_as, columns: rules.items().map(|item| (item.column(), item)).collect(), layout, scanned }
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

    /// Writes the row of a record from the scanner, whose `id` needs no escapes.
    pub(super) fn write_scanned(&self, out: &mut Vec<u8>, id: Option<&[u8]>, records: &Records, record: usize) {
        let texts = self.scanned.iter().map(|column| column.text(records, record));
        match self.written_as {
            ColumnsAs::Json => {
                let from = out.len();
                if let Some(id) = id {
                    write_plain_id(out, id);
                }
                texts.for_each(|text| out.extend_from_slice(text));
                // The first member has no comma before it.
                match out.get_mut(from) {
                    Some(comma) => *comma = b'{',
                    None => out.push(b'{'),
                }
                out.extend_from_slice(b"}\n");
            }
            ColumnsAs::Csv => {
                write_field(out, id.unwrap_or(b""));
                texts.for_each(|text| out.extend_from_slice(text));
                out.push(b'\n');
            }
        }
    }

    /// Writes the row of a record from a strict reader.
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

impl ScannedColumn {
    /// The text of each answer with what stands before it in its row.
    fn new(item: &Item, layout: &Layout, written_as: ColumnsAs) -> Option<Self> {
        let bits = layout.item(item.index)?.clone();
        let options = (0..item.options.len()).map(|option| Answer::Chosen(OptionIndex(option)));
        let text = |answer| match (written_as, word::of(item, answer)) {
            (ColumnsAs::Json, None) => Vec::new(),
            (ColumnsAs::Json, Some(option)) => format!(",\"{}\":\"{option}\"", item.column()).into_bytes(),
            (ColumnsAs::Csv, option) => format!(",{}", option.unwrap_or("")).into_bytes(),
        };
        Some(Self { bits, texts: options.chain([Answer::NotSure, Answer::Unanswered]).map(text).collect() })
    }

    fn text(&self, records: &Records, record: usize) -> &[u8] {
        let ItemBits { word, all, options } = &self.bits;
        let effect = records.effect(*word, record);
        let text = if effect.not_sure & all != 0 {
            options.len()
        } else {
            let chosen = options.iter().position(|bit| effect.chosen & bit != 0);
            chosen.unwrap_or(options.len() + 1)
        };
        self.texts.get(text).map_or(&[], Vec::as_slice)
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
