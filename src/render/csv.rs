//! Writes rows of CSV tables.

use std::borrow::Cow;

/// Characters that begin a formula in a spreadsheet.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The text, with a mark before it if a spreadsheet would run it as a formula.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(FORMULA) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Appends a row of fields, quoted where necessary. Writing to a `Vec` cannot fail.
pub(crate) fn write_row<'f>(out: &mut Vec<u8>, fields: impl Iterator<Item = &'f str>) {
    let mut writer = csv::Writer::from_writer(out);
    let _ = writer.write_record(fields);
    let _ = writer.flush();
}
