//! Writes rows of CSV tables.

use std::borrow::Cow;

/// Characters that begin a formula in a spreadsheet.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The text, with a mark before it if a spreadsheet would run it as a formula. A number with a sign is none.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(FORMULA) && !is_number(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Whether a text is only a number with a sign: digits, and one point or comma at most.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.strip_prefix(['+', '-']).is_some_and(|number| match number.split_once(['.', ',']) {
        Some((whole, part)) => digits(whole) && digits(part),
        None => digits(number),
    })
}

/// Appends a row of fields, quoted where necessary. Writing to a `Vec` cannot fail.
pub(crate) fn write_row<'f>(out: &mut Vec<u8>, fields: impl Iterator<Item = &'f str>) {
    let mut writer = csv::Writer::from_writer(out);
    let _ = writer.write_record(fields);
    let _ = writer.flush();
}

/// Appends a field that is not the only one of its row, quoted where necessary.
pub(crate) fn write_field(out: &mut Vec<u8>, field: &[u8]) {
    if !field.iter().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        return out.extend_from_slice(field);
    }
    out.push(b'"');
    for byte in field {
        out.extend_from_slice(if *byte == b'"' { b"\"\"" } else { std::slice::from_ref(byte) });
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn a_mark_stands_before_a_formula_and_not_before_a_number() {
        for number in ["-12", "+4930123456", "-0.5", "+1,25", "12", "p-1"] {
            assert_eq!(harmless(number), number);
        }
        for formula in ["=1+1", "-1+1", "+A1", "@x", "-", "+", "-1.2.3", "--1", "+.5", "-1e3", "+49 30", "\t1", "\r1"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
    }
}
