//! How a table is written: where its rows end, and what stands in its fields.
//!
//! A quote opens only where a field begins. Within quotes a line break is a part of the field, and a quote is written
//! twice. A quote anywhere else, or text behind a closing quote, breaks the row. With text behind a closing quote that one may
//! have been meant as text: the row goes on until its quotes are even, so that no line within it is taken for a person. The
//! library `csv` takes such rows, so it writes our tables and does not read them; tests read what it writes.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memchr2, memrchr};

const QUOTE: u8 = b'"';

/// A no-break space in UTF-8.
const NO_BREAK_SPACE: [u8; 2] = [0xc2, 0xa0];

/// The blanks that are no part of a field. A tab that separates fields is none.
pub(crate) const BLANKS: [char; 3] = [' ', '\t', '\u{a0}'];

/// The character between two fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delimiter(u8);

impl Delimiter {
    /// `,`
    pub const COMMA: Self = Self(b',');
    /// `;`
    pub(crate) const SEMICOLON: Self = Self(b';');
    /// A tab.
    pub(crate) const TAB: Self = Self(b'\t');
    /// `|`
    pub(crate) const BAR: Self = Self(b'|');

    /// The delimiter that somebody names: one ASCII character, or the word `tab`.
    pub fn named(name: &str) -> Option<Self> {
        match name.as_bytes() {
            b"tab" | b"\\t" => Some(Self::TAB),
            [byte] => Self::of(*byte),
            _ => None,
        }
    }

    /// The delimiter that this byte is. What stands in names and answers is none, and neither is a quote.
    pub(crate) fn of(byte: u8) -> Option<Self> {
        let is_none = byte.is_ascii_alphanumeric() || b"\0\r\n \"_.".contains(&byte);
        (byte.is_ascii() && !is_none).then_some(Self(byte))
    }

    /// The byte that it is.
    pub(crate) fn byte(self) -> u8 {
        self.0
    }

    /// Whether a byte is a blank: a space, or a tab that does not separate fields.
    fn is_blank(self, byte: u8) -> bool {
        byte == b' ' || (byte == b'\t' && self.0 != b'\t')
    }

    /// The text from its first byte that is no blank.
    #[inline]
    pub(crate) fn skip_blanks(self, mut text: &[u8]) -> &[u8] {
        loop {
            text = match text {
                [first, rest @ ..] if self.is_blank(*first) => rest,
                [first, second, rest @ ..] if [*first, *second] == NO_BREAK_SPACE => rest,
                _ => return text,
            }
        }
    }

    /// The text without blanks around it.
    fn trim(self, text: &[u8]) -> &[u8] {
        let mut text = self.skip_blanks(text);
        loop {
            text = match text {
                [rest @ .., last] if self.is_blank(*last) => rest,
                [rest @ .., before, last] if [*before, *last] == NO_BREAK_SPACE => rest,
                _ => return text,
            }
        }
    }

    /// Whether what stands in quotes looks as if each of them were a field of its own, in different rows.
    fn is_between_marks(self, inner: &[u8]) -> bool {
        let inner = self.trim(inner);
        let [first, last] = [inner.first(), inner.last()].map(|byte| byte.copied().unwrap_or(0));
        let is_end = |byte| byte == self.0 || byte == b'\n' || byte == b'\r';
        is_end(first) && is_end(last) && (first == self.0 || last == self.0)
    }
}

/// What stands in a field, without quotes and blanks around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Field<'t> {
    bytes: &'t [u8],
    /// Whether quotes in it are still doubled.
    is_doubled: bool,
}

impl<'t> Field<'t> {
    /// Whether nothing stands in it.
    pub(crate) fn is_empty(self) -> bool {
        self.bytes.is_empty()
    }

    /// Its bytes, if they stand in the row as they are.
    pub(crate) fn plain(self) -> Option<&'t [u8]> {
        (!self.is_doubled).then_some(self.bytes)
    }

    /// Its text; nothing if it is not UTF-8.
    pub(crate) fn text(self) -> Option<Cow<'t, str>> {
        let text = std::str::from_utf8(self.bytes).ok()?;
        Some(if self.is_doubled { Cow::Owned(text.replace("\"\"", "\"")) } else { Cow::Borrowed(text) })
    }
}

/// What breaks a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Broken {
    /// A quote within a field that did not begin with one.
    QuoteWithin,
    /// Text behind a closing quote.
    BehindQuote,
    /// A quote that does not close.
    Open,
    /// Two quotes in different rows that each stand alone in their field, as marks for "the same as above".
    Marks,
}

/// The first field of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Taken<'t> {
    pub(crate) field: Field<'t>,
    /// How many line breaks stand in it.
    pub(crate) line_breaks: u64,
    /// The text behind the field and its delimiter or line break.
    pub(crate) rest: &'t [u8],
    /// Whether the row ends with it.
    pub(crate) is_last: bool,
}

/// Takes the first field of a text, up to a delimiter, a line break or the end.
pub(crate) fn take_field(text: &[u8], delimiter: Delimiter) -> Result<Taken<'_>, Broken> {
    let (bytes, behind, is_doubled, breaks) = if let [QUOTE, quoted @ ..] = delimiter.skip_blanks(text) {
        let (inner, behind, is_doubled) = up_to_closing(quoted)?;
        let breaks = line_breaks(inner);
        if breaks > 0 && delimiter.is_between_marks(inner) {
            return Err(Broken::Marks);
        }
        (inner, delimiter.skip_blanks(behind), is_doubled, breaks)
    } else {
        let end = memchr2(delimiter.0, b'\n', text).unwrap_or(text.len());
        let (bytes, behind) = text.split_at(end);
        if memchr(QUOTE, bytes).is_some() {
            return Err(Broken::QuoteWithin);
        }
        let ends_line = behind.first() != Some(&delimiter.0);
        let kept = bytes.iter().rposition(|byte| *byte != b'\r').map_or(0, |last| last + 1);
        (if ends_line { bytes.get(..kept).unwrap_or(bytes) } else { bytes }, behind, false, 0)
    };
    // Some programs write two carriage returns before a line break.
    let returns = behind.iter().take_while(|byte| **byte == b'\r').count();
    let (rest, is_last) = match (behind, behind.get(returns..)) {
        ([first, rest @ ..], _) if *first == delimiter.0 => (rest, false),
        (_, Some([b'\n', rest @ ..])) => (rest, true),
        (_, Some([]) | None) => (&[][..], true),
        (_, Some(_)) => return Err(Broken::BehindQuote),
    };
    Ok(Taken { field: Field { bytes: delimiter.trim(bytes), is_doubled }, line_breaks: breaks, rest, is_last })
}

/// How many line breaks stand in a text.
pub(crate) fn line_breaks(text: &[u8]) -> u64 {
    u64::try_from(memchr_iter(b'\n', text).count()).unwrap_or(u64::MAX)
}

/// What stands before the closing quote, what stands behind it, and whether there are doubled quotes.
fn up_to_closing(quoted: &[u8]) -> Result<(&[u8], &[u8], bool), Broken> {
    let (mut from, mut is_doubled) = (0, false);
    loop {
        let rest = quoted.get(from..).unwrap_or(&[]);
        let at = from + memchr(QUOTE, rest).ok_or(Broken::Open)?;
        let (inner, behind) = (quoted.get(..at).unwrap_or(&[]), quoted.get(at + 1..).unwrap_or(&[]));
        if behind.first() != Some(&QUOTE) {
            return Ok((inner, behind, is_doubled));
        }
        (from, is_doubled) = (at + 2, true);
    }
}

/// Where in a field the next byte stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// At the start, with nothing but blanks before.
    Start,
    /// At the start, behind the first byte of what may be a no-break space.
    HalfBlank,
    Within,
    Quoted,
    /// Behind a quote within quotes, which closes them or is the first of two.
    Quote,
    /// Behind the blanks behind a closing quote.
    Behind,
    /// In a row that text behind a closing quote has broken, with an even number of quotes.
    Broken,
    /// The same with an odd number.
    BrokenOpen,
}

/// Finds where rows end, in a table that comes in pieces.
#[derive(Clone, Copy, Debug)]
pub struct RowEnds {
    delimiters: [Delimiter; 3],
    place: Place,
}

impl RowEnds {
    /// At the start of a row.
    pub fn new(delimiter: Delimiter) -> Self {
        Self::with_any([delimiter; 3])
    }

    /// At the start of a header of which it is not known yet which delimiter it has.
    pub(crate) fn with_any(delimiters: [Delimiter; 3]) -> Self {
        Self { delimiters, place: Place::Start }
    }

    /// The length of the text up to and with the first line break that ends a row. With none, the next text goes on
    /// where this one stops.
    pub fn first(&mut self, text: &[u8]) -> Option<usize> {
        let end = text.iter().position(|byte| self.step(*byte));
        end.map(|at| at + 1)
    }

    /// The same for the last line break that ends a row. The next text goes on behind all of this one.
    pub fn last(&mut self, text: &[u8]) -> Option<usize> {
        let is_quoted =
            !matches!(self.place, Place::Start | Place::HalfBlank | Place::Within) || memchr(QUOTE, text).is_some();
        if !is_quoted && let Some(last) = memrchr(b'\n', text) {
            self.place = Place::Start;
            for byte in text.get(last + 1..).unwrap_or(&[]) {
                self.step(*byte);
            }
            return Some(last + 1);
        }
        let ends = text.iter().enumerate().filter(|(_, byte)| self.step(**byte));
        ends.last().map(|(at, _)| at + 1)
    }

    /// Goes past a byte. Whether it ends a row.
    fn step(&mut self, byte: u8) -> bool {
        self.place = match (self.place, byte) {
            (Place::Quoted, QUOTE) => Place::Quote,
            (Place::Quoted, _) | (Place::Start | Place::Quote, QUOTE) => Place::Quoted,
            (Place::BrokenOpen, QUOTE) => Place::Broken,
            (Place::BrokenOpen, _) | (Place::Behind | Place::Broken, QUOTE) => Place::BrokenOpen,
            (_, b'\n') => Place::Start,
            (Place::Broken, _) => Place::Broken,
            _ if self.delimiters.contains(&Delimiter(byte)) => Place::Start,
            (Place::Quote | Place::Behind, b' ' | b'\t' | b'\r') => Place::Behind,
            (Place::Quote | Place::Behind, _) => Place::Broken,
            (Place::Start, b' ' | b'\t') | (Place::HalfBlank, 0xa0) => Place::Start,
            (Place::Start, 0xc2) => Place::HalfBlank,
            _ => Place::Within,
        };
        byte == b'\n' && self.place == Place::Start
    }
}
