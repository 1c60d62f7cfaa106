//! What stands before the first row of a table: the names of its columns, and what separates them.

use std::io::{self, BufRead};

use super::LARGEST;
use super::container::{BYTE_ORDER_MARK, without_mark};
use super::fields::{Delimiter, RowEnds, line_breaks, take_field};

/// The delimiters that are taken where nobody names one.
const USUAL: [Delimiter; 3] = [Delimiter::COMMA, Delimiter::SEMICOLON, Delimiter::TAB];

/// Reads what stands before the first row of a table: the header and, where there is one, a line `sep=;` above it.
///
/// # Errors
/// The input could not be read.
pub fn read_header(input: &mut impl BufRead, delimiter: Option<Delimiter>) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    read_mark(input, &mut text)?;
    read_row(input, delimiter, &mut text)?;
    if let Some(named) = Header::of(&text).named {
        read_row(input, delimiter.or(Some(named)), &mut text)?;
    }
    Ok(text)
}

/// Reads a byte order mark, if there is one: a quote behind it opens the first field.
fn read_mark(input: &mut impl BufRead, text: &mut Vec<u8>) -> io::Result<()> {
    for byte in BYTE_ORDER_MARK {
        if input.fill_buf()?.first() != Some(byte) {
            break;
        }
        text.push(*byte);
        input.consume(1);
    }
    Ok(())
}

/// Reads a row, or enough of it to see that it is too large.
fn read_row(input: &mut impl BufRead, delimiter: Option<Delimiter>, text: &mut Vec<u8>) -> io::Result<()> {
    let mut ends = delimiter.map_or(RowEnds::with_any(USUAL), RowEnds::new);
    let most = text.len() + LARGEST + 2;
    loop {
        let some = input.fill_buf()?;
        let end = ends.first(some);
        let length = end.unwrap_or(some.len());
        text.extend(some.iter().take(length));
        input.consume(length);
        if end.is_some() || length == 0 || text.len() > most {
            return Ok(());
        }
    }
}

/// What stands before the first row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Header<'t> {
    /// The delimiter that a first line `sep=;` names. Spreadsheets write it for each other.
    pub(super) named: Option<Delimiter>,
    /// The row with the names.
    pub(super) row: &'t [u8],
    /// The number of the line on which that begins.
    pub(super) line: u64,
    /// How many lines there are.
    pub(super) lines: u64,
}

impl<'t> Header<'t> {
    /// What a text that [`read_header`] gave says. A byte order mark is no part of it.
    pub(super) fn of(text: &'t [u8]) -> Self {
        let text = without_mark(text);
        let lines = line_breaks(text) + u64::from(!text.ends_with(b"\n"));
        let first = text.split_inclusive(|byte| *byte == b'\n').next().unwrap_or(&[]);
        match separator(first) {
            Some(named) => Self { named: Some(named), row: text.get(first.len()..).unwrap_or(&[]), line: 2, lines },
            None => Self { named: None, row: text, line: 1, lines },
        }
    }

    /// The delimiter with which the names can be read in one way only; or else the one that the header looks like.
    pub(super) fn delimiter(self, is_known: impl Fn(&str) -> bool) -> Result<Delimiter, Delimiter> {
        let names = |delimiter: &Delimiter| names(self.row, *delimiter);
        let is_whole = |delimiter: &&Delimiter| {
            names(delimiter).is_some_and(|names| names.len() > 1 && names.iter().all(|name| is_known(name)))
        };
        let whole: Vec<&Delimiter> = USUAL.iter().filter(is_whole).collect();
        match whole.as_slice() {
            [only] => return Ok(**only),
            [_, other, ..] => return Err(**other),
            [] => {}
        }
        // With a comma whatever is wrong is told, unless another one makes more of the header.
        let (likely, _) = self.likely((Delimiter::COMMA, (0, 1)), is_known);
        if likely == Delimiter::COMMA { Ok(likely) } else { Err(likely) }
    }

    /// Another delimiter than the one that somebody named, if with that one more names are known.
    pub(super) fn other_than(self, named: Delimiter, is_known: impl Fn(&str) -> bool) -> Option<Delimiter> {
        let known = self.found(named, &is_known).map_or(0, |(known, _)| known);
        let (likely, (most, _)) = self.likely((named, (known, usize::MAX)), is_known);
        (most > known).then_some(likely)
    }

    /// The delimiter that makes the most of the header: known names, then names. One of the two numbers must be more
    /// than with the first.
    fn likely(
        self,
        first: (Delimiter, (usize, usize)),
        is_known: impl Fn(&str) -> bool,
    ) -> (Delimiter, (usize, usize)) {
        let all = USUAL.into_iter().chain([Delimiter::BAR]);
        let found = all.filter_map(|delimiter| Some((delimiter, self.found(delimiter, &is_known)?)));
        found.fold(first, |best, one| if one.1 > best.1 { one } else { best })
    }

    /// How many names are known with a delimiter, and how many there are; nothing if the header is then broken.
    fn found(self, delimiter: Delimiter, is_known: impl Fn(&str) -> bool) -> Option<(usize, usize)> {
        let names = names(self.row, delimiter)?;
        Some((names.iter().filter(|name| is_known(name)).count(), names.len()))
    }
}

/// The delimiter of a line `sep=;`.
fn separator(line: &[u8]) -> Option<Delimiter> {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let line = line.strip_prefix(b"\"").and_then(|line| line.strip_suffix(b"\"")).unwrap_or(line);
    let (word, [named]) = line.split_last_chunk::<1>()?;
    if word.eq_ignore_ascii_case(b"sep=") { Delimiter::of(*named) } else { None }
}

/// The names in a header; nothing if it is broken.
fn names(row: &[u8], delimiter: Delimiter) -> Option<Vec<String>> {
    let (mut names, mut rest) = (Vec::new(), row);
    loop {
        let taken = take_field(rest, delimiter).ok()?;
        names.push(taken.field.text()?.into_owned());
        if taken.is_last {
            return Some(names);
        }
        rest = taken.rest;
    }
}
