//! Rows of CSV tables.

use std::borrow::Cow;

/// Characters with which a spreadsheet begins a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The text, with a mark before it where a spreadsheet would run it, whoever wrote it.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(FORMULA) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// A row of fields, as they are. A `Vec` takes every row.
pub(crate) fn write_row<'f>(out: &mut Vec<u8>, fields: impl Iterator<Item = &'f str>) {
    let mut writer = csv::Writer::from_writer(out);
    let _ = writer.write_record(fields);
    let _ = writer.flush();
}
