//! Lines with padding after them, as the scanner compares many bytes at once, even at the end of the last line. Only
//! [`PaddedLines`] makes [`Padded`], so the padding is always there.

use std::ops::Range;

use memchr::memchr;

/// The number of bytes after the lines.
const PADDING: usize = 64;

/// A buffer of whole lines, with padding after them.
#[derive(Clone, Debug)]
pub struct PaddedLines {
    bytes: Vec<u8>,
    /// The number of bytes of the lines, the last line break included.
    length: usize,
}

impl PaddedLines {
    /// A copy of these lines. The last one needs no line break.
    pub fn new(lines: &[u8]) -> Self {
        let mut bytes = lines.to_vec();
        if !(lines.is_empty() || lines.ends_with(b"\n")) {
            bytes.push(b'\n');
        }
        let length = bytes.len();
        bytes.resize(length + PADDING, 0);
        Self { bytes, length }
    }

    /// An empty buffer for `room` bytes.
    pub(super) fn with_room(room: usize) -> Self {
        Self { bytes: vec![0; room + PADDING], length: 0 }
    }

    /// The bytes to write lines to, without the padding.
    pub(super) fn room(&mut self) -> &mut [u8] {
        let room = self.bytes.len() - PADDING;
        self.bytes.get_mut(..room).unwrap_or(&mut [])
    }

    /// Makes the first `filled` bytes one last line, and adds its line break. False if there is no room for that.
    pub(super) fn end_with_line_break(&mut self, filled: usize) -> bool {
        let Some(behind) = self.room().get_mut(filled) else { return false };
        *behind = b'\n';
        self.length = filled + 1;
        true
    }

    /// Keeps the whole lines that the first `length` bytes are.
    pub(super) fn end_at(&mut self, length: usize) {
        self.length = length.min(self.bytes.len() - PADDING);
    }

    /// Whether there are no lines.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// All lines.
    pub fn all(&self) -> Padded<'_> {
        Padded { bytes: self.bytes.get(..self.length + PADDING).unwrap_or(&[]) }
    }
}

/// Any number of whole lines with their line breaks, and the padding after them.
#[derive(Clone, Copy, Debug)]
pub struct Padded<'b> {
    bytes: &'b [u8],
}

impl<'b> Padded<'b> {
    /// Whether there are no lines.
    #[inline]
    pub(super) fn is_empty(self) -> bool {
        self.bytes.len() <= PADDING
    }

    /// The lines without the padding.
    pub(super) fn lines(self) -> &'b [u8] {
        self.bytes.get(..self.bytes.len().saturating_sub(PADDING)).unwrap_or(&[])
    }

    /// The lines and the padding.
    #[inline]
    pub(super) fn bytes(self) -> &'b [u8] {
        self.bytes
    }

    /// The lines after the first `length` bytes, which must end with a line break. `None` if there are fewer bytes.
    #[inline]
    pub(super) fn behind(self, length: usize) -> Option<Self> {
        let bytes = self.bytes.get(length..).filter(|bytes| bytes.len() >= PADDING)?;
        Some(Self { bytes })
    }

    /// The first line, without its line break, and the lines after it.
    pub(super) fn first_line(self) -> Option<(&'b [u8], Self)> {
        let end = memchr(b'\n', self.bytes)?;
        Some((self.bytes.get(..end)?, self.behind(end + 1)?))
    }

    /// The range of a slice of these bytes.
    pub(super) fn range_of(self, part: &[u8]) -> Option<Range<usize>> {
        let start = part.as_ptr().addr().checked_sub(self.bytes.as_ptr().addr())?;
        Some(start..start + part.len())
    }
}

#[cfg(test)]
mod tests {
    use super::PaddedLines;

    #[test]
    fn no_line_is_lost_with_or_without_a_last_line_break() {
        for (given, lines) in [("", ""), ("\n", "\n"), ("a", "a\n"), ("a\n", "a\n"), ("a\n\nb", "a\n\nb\n")] {
            let padded = PaddedLines::new(given.as_bytes());
            assert_eq!(padded.all().lines(), lines.as_bytes(), "{given:?}");
            assert_eq!(padded.is_empty(), lines.is_empty());
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
