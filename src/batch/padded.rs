//! Lines with spare bytes behind them: the scanner compares many bytes at once, also at the end of the last line. Only
//! [`PaddedLines`] makes [`Padded`], so the spare bytes cannot be forgotten and no line is lost.

use std::ops::Range;

use memchr::{memchr, memchr_iter, memrchr};

/// How many bytes stand behind the lines.
const PADDING: usize = 64;

/// Room for whole lines, and the padding behind them.
#[derive(Clone, Debug)]
pub struct PaddedLines {
    bytes: Vec<u8>,
    /// Where the lines end, and with them the last line break.
    length: usize,
}

impl PaddedLines {
    /// A copy of these lines. A last line without a line break is a line too.
    pub fn new(lines: &[u8]) -> Self {
        let mut bytes = lines.to_vec();
        if !(lines.is_empty() || lines.ends_with(b"\n")) {
            bytes.push(b'\n');
        }
        let length = bytes.len();
        bytes.resize(length + PADDING, 0);
        Self { bytes, length }
    }

    /// No line yet, and room for so many bytes.
    pub(super) fn with_room(room: usize) -> Self {
        Self { bytes: vec![0; room + PADDING], length: 0 }
    }

    /// Where to put lines.
    pub(super) fn room(&mut self) -> &mut [u8] {
        let room = self.bytes.len() - PADDING;
        self.bytes.get_mut(..room).unwrap_or(&mut [])
    }

    /// Makes the first `filled` bytes of the room one last line, its line break behind them. False where there is no room.
    pub(super) fn end_with_line_break(&mut self, filled: usize) -> bool {
        let Some(behind) = self.room().get_mut(filled) else { return false };
        *behind = b'\n';
        self.length = filled + 1;
        true
    }

    /// Ends with the last line break of the first `filled` bytes of the room, and gives those that follow it.
    pub(super) fn end_with_whole_lines(&mut self, filled: usize) -> &[u8] {
        let filled = filled.min(self.bytes.len() - PADDING);
        let bytes = self.bytes.get(..filled).unwrap_or(&[]);
        self.length = memrchr(b'\n', bytes).map_or(0, |last| last + 1);
        bytes.get(self.length..).unwrap_or(&[])
    }

    /// Whether there is no line.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// All lines.
    pub fn all(&self) -> Padded<'_> {
        Padded { bytes: self.bytes.get(..self.length + PADDING).unwrap_or(&[]) }
    }

    /// The lines in pieces of at most so many.
    pub(super) fn pieces(&self, most: usize) -> impl Iterator<Item = Padded<'_>> {
        let mut rest = self.all();
        std::iter::from_fn(move || {
            let lines = Some(rest.lines()).filter(|lines| !lines.is_empty())?;
            let end = memchr_iter(b'\n', lines).nth(most.saturating_sub(1)).map_or(lines.len(), |at| at + 1);
            let piece = Padded { bytes: rest.bytes.get(..end + PADDING)? };
            rest = rest.behind(end)?;
            Some(piece)
        })
    }

    /// How many lines there are.
    pub(super) fn count(&self) -> u64 {
        u64::try_from(memchr_iter(b'\n', self.all().lines()).count()).unwrap_or(u64::MAX)
    }
}

/// Whole lines, each with its line break, or none; and the padding behind them.
#[derive(Clone, Copy, Debug)]
pub struct Padded<'b> {
    bytes: &'b [u8],
}

impl<'b> Padded<'b> {
    /// Whether there is no line.
    #[inline]
    pub(super) fn is_empty(self) -> bool {
        self.bytes.len() <= PADDING
    }

    /// The lines alone.
    pub(super) fn lines(self) -> &'b [u8] {
        self.bytes.get(..self.bytes.len().saturating_sub(PADDING)).unwrap_or(&[])
    }

    /// The lines and the padding, to be looked at only.
    #[inline]
    pub(super) fn bytes(self) -> &'b [u8] {
        self.bytes
    }

    /// What follows the first `length` bytes, which end with a line break; nothing where that is past the lines.
    #[inline]
    pub(super) fn behind(self, length: usize) -> Option<Self> {
        let bytes = self.bytes.get(length..).filter(|bytes| bytes.len() >= PADDING)?;
        Some(Self { bytes })
    }

    /// The first line, without its line break, and what follows it.
    pub(super) fn first_line(self) -> Option<(&'b [u8], Self)> {
        let end = memchr(b'\n', self.bytes)?;
        Some((self.bytes.get(..end)?, self.behind(end + 1)?))
    }

    /// Where a part stands.
    pub(super) fn range_of(self, part: &[u8]) -> Option<Range<usize>> {
        let start = part.as_ptr().addr().checked_sub(self.bytes.as_ptr().addr())?;
        Some(start..start + part.len())
    }
}

#[cfg(test)]
mod tests {
    use super::PaddedLines;

    #[test]
    fn every_line_is_there_whether_or_not_the_last_has_a_line_break() {
        for (given, lines) in [("", ""), ("\n", "\n"), ("a", "a\n"), ("a\n", "a\n"), ("a\n\nb", "a\n\nb\n")] {
            let padded = PaddedLines::new(given.as_bytes());
            assert_eq!(padded.all().lines(), lines.as_bytes(), "{given:?}");
            assert_eq!(Ok(padded.count()), lines.matches('\n').count().try_into());
            assert_eq!(padded.is_empty(), lines.is_empty());
            for most in [1, 2, 100] {
                let pieces: Vec<u8> = padded.pieces(most).flat_map(|piece| piece.lines().to_vec()).collect();
                assert_eq!(pieces, lines.as_bytes(), "{given:?} {most}");
            }
            let mut rest = padded.all();
            for line in lines.lines() {
                let (first, behind) = rest.first_line().unwrap();
                assert_eq!(first, line.as_bytes());
                rest = behind;
            }
            assert!(rest.is_empty() && rest.first_line().is_none());
        }
    }
}
