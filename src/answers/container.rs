//! What a file is that is no answers in JSON, as its first bytes tell: one finding with the way out, and not one for
//! each line that cannot be read.

use serde_json::value::RawValue;

use super::word;
use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::locate::Position;
use crate::model::RuleSet;
use crate::text::containers::Containers;
use crate::text::language;
use crate::text::rules::Mistake;

/// Some programs write it at the start of a text in UTF-8. It is no part of the text.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// What is said of a file.
type Words = fn(&Containers) -> Mistake;

/// First bytes of formats that are no text in UTF-8, each with what it is.
const SIGNATURES: [(&[u8], Words); 9] = [
    (b"\x1f\x8b", |words| words.compressed),
    (b"BZh", |words| words.compressed),
    (b"\xfd7zXZ\0", |words| words.compressed),
    (b"\x28\xb5\x2f\xfd", |words| words.compressed),
    (b"PK\x03\x04", |words| words.archive),
    (b"\xff\xfe", |words| words.utf_16),
    (b"\xfe\xff", |words| words.utf_16),
    (b"SQLite format 3\0", |words| words.database),
    (b"PAR1", |words| words.database),
];

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// No text in UTF-8.
    Other(Mistake),
    /// A JSON list.
    List,
    /// JSON objects, and where the first one ends.
    Objects(First),
    /// A table, as a header tells.
    Table {
        /// Whether bars stand between its columns, as some databases write it. They must be named.
        has_bars: bool,
    },
}

/// The first of some JSON objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct First {
    /// Whether it has line breaks in it.
    has_lines: bool,
    /// Whether another one begins on the line where it ends.
    is_beside_another: bool,
    /// Whether another one follows.
    is_before_another: bool,
}

/// What is wrong with the document of one person as a whole, if that is known.
pub(super) fn of_document(rules: &RuleSet, bytes: &[u8]) -> Option<Mistake> {
    let words = &language().containers;
    match kind(rules, bytes)? {
        Kind::List => Some(words.list_for_one),
        Kind::Objects(first) => first.is_before_another.then_some(words.several_for_one),
        Kind::Table { has_bars: false } => Some(words.table_for_one),
        Kind::Table { has_bars: true } => Some(words.barred_table_for_one),
        Kind::Other(mistake) => Some(mistake),
    }
}

/// What is wrong with lines of JSON as a whole, if their first bytes tell. `name` is that of the input.
pub fn of_lines(rules: &RuleSet, name: &str, first: &[u8]) -> Option<Diagnostic> {
    let words = &language().containers;
    let mistake = match kind(rules, first)? {
        Kind::List => words.list_for_lines,
        Kind::Objects(First { has_lines: true, .. }) => words.several_lines,
        Kind::Objects(First { is_beside_another: true, .. }) => words.several_in_one_line,
        Kind::Objects(_) => return None,
        Kind::Table { has_bars: false } => words.table_for_lines,
        Kind::Table { has_bars: true } => words.barred_table_for_lines,
        Kind::Other(mistake) => mistake,
    };
    Some(Diagnostic::new(Code::WrongContainer, name, Position::START, mistake))
}

/// What is wrong with a table as a whole, if its first bytes tell. `name` is that of the input.
pub fn of_table(name: &str, first: &[u8]) -> Option<Diagnostic> {
    Some(Diagnostic::new(Code::WrongContainer, name, Position::START, no_text(first)?))
}

/// What a file is that is no text in UTF-8.
fn no_text(bytes: &[u8]) -> Option<Mistake> {
    let words = &language().containers;
    if let Some((_, what)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Some(what(words));
    }
    match bytes {
        // UTF-16 without its mark: every second byte of what is ASCII is zero.
        [first, second, ..] if (*first == 0) != (*second == 0) => Some(words.utf_16),
        _ => None,
    }
}

fn kind(rules: &RuleSet, bytes: &[u8]) -> Option<Kind> {
    if let Some(mistake) = no_text(bytes) {
        return Some(Kind::Other(mistake));
    }
    let text = without_mark(bytes);
    // What was cut in the middle of a character is text up to there.
    let text = match std::str::from_utf8(text) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(text.get(..error.valid_up_to())?).ok()?,
    };
    let text = text.trim_start();
    match text.as_bytes().first()? {
        b'[' => Some(Kind::List),
        b'{' => First::of(text).map(Kind::Objects),
        _ => table(rules, text.trim_end()),
    }
}

impl First {
    /// `None` where the first object is no whole one.
    fn of(text: &str) -> Option<Self> {
        let mut values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
        match values.next()? {
            Ok(_) => {}
            // It goes on behind the bytes that were read.
            Err(error) if error.is_eof() && text.trim_end().contains('\n') => {
                return Some(Self { has_lines: true, is_beside_another: false, is_before_another: false });
            }
            Err(_) => return None,
        }
        let (first, rest) = text.split_at_checked(values.byte_offset())?;
        // Objects of a list that lost its brackets have commas between them.
        let begins = |text: &str| text.trim_start_matches([' ', '\t', ',']).starts_with('{');
        let (is_beside_another, is_before_another) = (begins(rest), begins(rest.trim_start()));
        Some(Self { has_lines: first.contains('\n'), is_beside_another, is_before_another })
    }
}

/// Whether a line of JSON is no record: nothing but blanks stands in it. A file of nobody can begin with a byte order mark, too.
pub(crate) fn is_blank(line: &[u8]) -> bool {
    without_mark(line).iter().all(u8::is_ascii_whitespace)
}

/// The text without a byte order mark.
pub(super) fn without_mark(text: &[u8]) -> &[u8] {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)
}

/// Whether the beginning of lines is enough for [`of_lines`]: it has a whole object, or two lines.
pub fn is_enough(first: &[u8]) -> bool {
    let first = without_mark(first);
    let mut lines = first.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    let is_whole = lines.next().is_some_and(|line| serde_json::from_slice::<&RawValue>(line).is_ok());
    (is_whole && first.contains(&b'\n')) || lines.next().is_some()
}

/// A table, if the first line of a text has the name of a column. A name alone in a text is no header, as nothing has it.
fn table(rules: &RuleSet, text: &str) -> Option<Kind> {
    let line = text.lines().next()?;
    let is_column = |field: &str| word::is_column(rules, field.trim().trim_matches('"'));
    let delimiter = [',', ';', '\t', '|'].into_iter().find(|one| line.split(*one).any(is_column))?;
    (text.contains('\n') || line.contains(delimiter)).then_some(Kind::Table { has_bars: delimiter == '|' })
}
