//! Lines of an input in blocks of the same size, whatever the length of the input or of a line.

use std::io::{self, ErrorKind, Read};

use memchr::{memchr, memchr_iter, memrchr};

use super::PADDING;
use crate::answers::LARGEST;

/// Bytes that are read at once, at most.
const READ: usize = 256 << 10;

/// Bytes that are kept of a line: enough for the strict reader to see that it is too large, with a carriage return.
const KEPT: usize = LARGEST + 2;

/// Room for a line kept from before, for what is read, and for a line break behind the last line.
const ROOM: usize = KEPT + READ + 1;

/// Whole lines, each with its line break.
#[derive(Debug)]
pub(super) struct Block {
    bytes: Vec<u8>,
    length: usize,
}

impl Block {
    pub(super) fn new() -> Self {
        Self { bytes: vec![0; ROOM + PADDING], length: 0 }
    }

    /// The lines in pieces of at most so many, each with [`PADDING`] bytes behind it.
    pub(super) fn pieces(&self, most: usize) -> impl Iterator<Item = &[u8]> {
        let mut start = 0;
        std::iter::from_fn(move || {
            let rest = self.bytes.get(start..self.length).filter(|rest| !rest.is_empty())?;
            let end = memchr_iter(b'\n', rest).nth(most.saturating_sub(1)).map_or(rest.len(), |at| at + 1);
            let piece = self.bytes.get(start..start + end + PADDING);
            start += end;
            piece
        })
    }

    /// How many lines there are.
    pub(super) fn lines(&self) -> u64 {
        let lines = self.bytes.get(..self.length).map_or(0, |bytes| memchr_iter(b'\n', bytes).count());
        u64::try_from(lines).unwrap_or(u64::MAX)
    }
}

/// Cuts an input into blocks.
#[derive(Debug)]
pub(super) struct Blocks<R> {
    input: R,
    /// The start of a line whose end was not read yet.
    kept: Vec<u8>,
    /// Whether the rest of that line is too long and passed over.
    is_cut: bool,
    is_done: bool,
    read: u64,
    at_once: usize,
}

impl<R: Read> Blocks<R> {
    /// Reads at most `at_once` bytes at a time, and never more than 256 KiB.
    pub(super) fn new(input: R, at_once: usize) -> Self {
        let at_once = at_once.min(READ);
        Self { input, kept: Vec::with_capacity(KEPT), is_cut: false, is_done: false, read: 0, at_once }
    }

    /// Bytes that were read so far.
    pub(super) fn bytes_read(&self) -> u64 {
        self.read
    }

    /// Fills a block with what can be read now, at least one whole line. False at the end of the input.
    ///
    /// # Errors
    /// Whatever reading gives.
    pub(super) fn fill(&mut self, block: &mut Block) -> io::Result<bool> {
        while !self.is_done {
            let start = self.kept.len();
            if let Some(front) = block.bytes.get_mut(..start) {
                front.copy_from_slice(&self.kept);
            }
            let length = self.read_some(block.bytes.get_mut(start..start + self.at_once).unwrap_or(&mut []))?;
            let mut end = start + length;
            if length == 0 {
                self.is_done = true;
                self.kept.clear();
                // A last line without a line break is a line too.
                if let (true, Some(behind)) = (start > 0, block.bytes.get_mut(start)) {
                    *behind = b'\n';
                    block.length = start + 1;
                    return Ok(true);
                }
                return Ok(false);
            }
            if self.is_cut {
                let Some(at) = block.bytes.get(start..end).and_then(|bytes| memchr(b'\n', bytes)) else { continue };
                block.bytes.copy_within(start + at..end, start);
                end -= at;
                self.is_cut = false;
            }
            if self.keep_the_rest(block, end) {
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

    /// Ends the block with its last line break and keeps what follows for the next one. False where there is no line.
    fn keep_the_rest(&mut self, block: &mut Block, end: usize) -> bool {
        let filled = block.bytes.get(..end).unwrap_or(&[]);
        block.length = memrchr(b'\n', filled).map_or(0, |last| last + 1);
        let rest = filled.get(block.length..).unwrap_or(&[]);
        self.kept.clear();
        self.is_cut = rest.len() > KEPT;
        self.kept.extend(rest.iter().take(KEPT));
        block.length > 0
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Read};

    use super::{Block, Blocks, KEPT, PADDING, READ};

    /// Gives a text in pieces of one length.
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
        let (mut block, mut all) = (Block::new(), Vec::new());
        while blocks.fill(&mut block).unwrap() {
            let whole: Vec<u8> =
                block.pieces(2).flat_map(|piece| piece.split_at(piece.len() - PADDING).0.to_vec()).collect();
            let lines = whole.as_slice();
            assert!(lines.ends_with(b"\n"));
            assert_eq!(Ok(block.lines()), lines.split_inclusive(|byte| *byte == b'\n').count().try_into());
            all.extend_from_slice(lines);
        }
        assert_eq!(Ok(blocks.bytes_read()), text.len().try_into());
        all
    }

    #[test]
    fn lines_come_out_whole_whatever_the_pieces() {
        for (text, expected) in
            [("", ""), ("\n", "\n"), ("a", "a\n"), ("a\n\nbc\r\nd", "a\n\nbc\r\nd\n"), ("a\nb\n", "a\nb\n")]
        {
            for piece in [1, 2, 3, 1000] {
                assert_eq!(joined(text.as_bytes(), piece), expected.as_bytes(), "{text:?} {piece}");
            }
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_cut_and_the_next_one_is_whole() {
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
