//! Reads lines in blocks of limited size, so that memory does not grow with the input or with a line.

use std::io::{self, ErrorKind, Read};

use memchr::memchr;

use super::padded::PaddedLines;
use crate::answers::LARGEST;

/// The most bytes in one read.
const READ: usize = 256 << 10;

/// The most bytes that are kept of a line: enough for the strict reader to see that it is too large, even if one of
/// them is a carriage return.
const KEPT: usize = LARGEST + 2;

/// Bytes of a block: an unfinished line, one read, and a line break after the last line.
const ROOM: usize = KEPT + READ + 1;

/// Reads an input in blocks of whole lines.
#[derive(Debug)]
pub(super) struct Blocks<R> {
    input: R,
    /// The start of a line whose end has not been read yet.
    kept: Vec<u8>,
    /// Whether that line is too long, so that the rest of it is skipped.
    is_cut: bool,
    is_done: bool,
    read: u64,
    at_once: usize,
}

impl<R: Read> Blocks<R> {
    /// `at_once` is the most bytes of one read; it is limited to 256 KiB.
    pub(super) fn new(input: R, at_once: usize) -> Self {
        let at_once = at_once.min(READ);
        Self { input, kept: Vec::with_capacity(KEPT), is_cut: false, is_done: false, read: 0, at_once }
    }

    /// The number of bytes read so far.
    pub(super) fn bytes_read(&self) -> u64 {
        self.read
    }

    /// An empty block of the right size for [`Self::fill`].
    pub(super) fn block() -> PaddedLines {
        PaddedLines::with_room(ROOM)
    }

    /// Fills a block with at least one whole line, as soon as there is one. False at the end of the input.
    ///
    /// # Errors
    /// The input could not be read.
    pub(super) fn fill(&mut self, block: &mut PaddedLines) -> io::Result<bool> {
        while !self.is_done {
            let start = self.kept.len();
            if let Some(front) = block.room().get_mut(..start) {
                front.copy_from_slice(&self.kept);
            }
            let length = self.read_some(block.room().get_mut(start..start + self.at_once).unwrap_or(&mut []))?;
            let mut end = start + length;
            if length == 0 {
                self.is_done = true;
                self.kept.clear();
                // The last line needs no line break.
                return Ok(start > 0 && block.end_with_line_break(start));
            }
            if self.is_cut {
                let Some(at) = block.room().get(start..end).and_then(|bytes| memchr(b'\n', bytes)) else { continue };
                block.room().copy_within(start + at..end, start);
                end -= at;
                self.is_cut = false;
            }
            let rest = block.end_with_whole_lines(end);
            self.kept.clear();
            self.is_cut = rest.len() > KEPT;
            self.kept.extend(rest.iter().take(KEPT));
            if !block.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn read_some(&mut self, room: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.input.read(room) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Ok(length) => {
                    self.read += u64::try_from(length).unwrap_or(u64::MAX);
                    return Ok(length);
                }
                Err(error) => return Err(error),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Read};

    use super::{Blocks, KEPT, READ};

    /// Reads a text in pieces of one length.
    struct Pieces<'t>(&'t [u8], usize);

    impl Read for Pieces<'_> {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            let length = self.1.min(room.len()).min(self.0.len());
            room[..length].copy_from_slice(&self.0[..length]);
            self.0 = &self.0[length..];
            Ok(length)
        }
    }

    fn joined(text: &[u8], piece: usize) -> Vec<u8> {
        let mut blocks = Blocks::new(Pieces(text, piece), READ);
        let (mut block, mut all) = (Blocks::<Pieces<'_>>::block(), Vec::new());
        while blocks.fill(&mut block).unwrap() {
            let whole: Vec<u8> = block.pieces(2).flat_map(|piece| piece.lines().to_vec()).collect();
            let lines = whole.as_slice();
            assert!(lines.ends_with(b"\n"));
            assert_eq!(Ok(block.count()), lines.split_inclusive(|byte| *byte == b'\n').count().try_into());
            all.extend_from_slice(lines);
        }
        assert_eq!(Ok(blocks.bytes_read()), text.len().try_into());
        all
    }

    #[test]
    fn lines_are_whole_for_every_read_size() {
        for (text, expected) in
            [("", ""), ("\n", "\n"), ("a", "a\n"), ("a\n\nbc\r\nd", "a\n\nbc\r\nd\n"), ("a\nb\n", "a\nb\n")]
        {
            for piece in [1, 2, 3, 1000] {
                assert_eq!(joined(text.as_bytes(), piece), expected.as_bytes(), "{text:?} {piece}");
            }
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_cut_and_the_next_is_whole() {
        for length in [KEPT - 1, KEPT, KEPT + 1, 3 * KEPT, 2_000_000] {
            let text = [b"first\n", "x".repeat(length).as_bytes(), b"\nlast"].concat();
            for piece in [1000, 65_536, 1 << 20] {
                let joined = joined(&text, piece);
                let lines: Vec<&[u8]> = joined.split(|byte| *byte == b'\n').collect();
                let [b"first", long, b"last", b""] = lines.as_slice() else { panic!("{} lines", lines.len()) };
                assert!(long.iter().all(|byte| *byte == b'x'));
                assert!((length.min(KEPT)..=length).contains(&long.len()), "{length} {piece}: {}", long.len());
            }
        }
    }
}
