//! Reads records in blocks of limited size, so that memory does not grow with the input or with a record.

use std::io::{self, ErrorKind, Read};

use memchr::{memchr, memrchr};

use super::padded::PaddedLines;
use crate::answers::RowEnds;
use crate::answers::fields::line_breaks;
use crate::fhir::LARGEST;

/// The most bytes in one read.
const READ: usize = 256 << 10;

/// The most bytes that are kept of a record: of the largest that can be read, which is a response of FHIR, enough for the strict
/// reader to see that it is too large, even if one of them is a carriage return.
const KEPT: usize = LARGEST + 2;

/// Bytes of a block: an unfinished record or what one read left behind it, one read, and a line break after the last
/// record.
const ROOM: usize = KEPT + 2 * READ + 1;

/// Finds where records end.
#[derive(Clone, Debug)]
pub(super) enum Ends {
    /// With each line.
    Lines,
    /// With each line break of a table that does not stand in quotes.
    Rows(RowEnds),
}

impl Ends {
    /// The length of a text up to the end of its first record. With none, the next text goes on where this one stops.
    pub(super) fn first(&mut self, text: &[u8]) -> Option<usize> {
        match self {
            Self::Lines => memchr(b'\n', text).map(|at| at + 1),
            Self::Rows(ends) => ends.first(text),
        }
    }

    /// The same for its last record. The next text goes on behind this one.
    fn last(&mut self, text: &[u8]) -> Option<usize> {
        match self {
            Self::Lines => memrchr(b'\n', text).map(|at| at + 1),
            Self::Rows(ends) => ends.last(text),
        }
    }
}

/// Reads an input in blocks of whole records.
#[derive(Debug)]
pub(super) struct Blocks<R> {
    input: R,
    ends: Ends,
    /// What was read and is in no block yet.
    kept: Vec<u8>,
    /// How much of that was searched for the end of its record.
    searched: usize,
    /// Whether the record that was searched is too long, so that the rest of it is skipped.
    is_cut: bool,
    is_done: bool,
    read: u64,
    at_once: usize,
    /// The number of the first line of the last block.
    first_line: u64,
    /// The number of the line behind the last block.
    next_line: u64,
    /// The number of line breaks that were skipped in a record that is too long.
    skipped: u64,
}

impl<R: Read> Blocks<R> {
    /// `at_once` is the most bytes of one read; it is limited to 256 KiB. `line` is the number of the first line.
    pub(super) fn new(input: R, at_once: usize, ends: Ends, line: u64) -> Self {
        Self {
            input,
            ends,
            kept: Vec::with_capacity(KEPT),
            searched: 0,
            is_cut: false,
            is_done: false,
            read: 0,
            at_once: at_once.min(READ),
            first_line: line,
            next_line: line,
            skipped: 0,
        }
    }

    /// The number of bytes read so far.
    pub(super) fn bytes_read(&self) -> u64 {
        self.read
    }

    /// The number of the first line of the last block.
    pub(super) fn first_line(&self) -> u64 {
        self.first_line
    }

    /// An empty block of the right size for [`Self::fill`].
    pub(super) fn block() -> PaddedLines {
        PaddedLines::with_room(ROOM)
    }

    /// Fills a block with at least one whole record, as soon as there is one. False at the end of the input.
    ///
    /// # Errors
    /// The input could not be read.
    pub(super) fn fill(&mut self, block: &mut PaddedLines) -> io::Result<bool> {
        self.first_line = self.next_line;
        while !self.is_done {
            let start = self.kept.len();
            if let Some(front) = block.room().get_mut(..start) {
                front.copy_from_slice(&self.kept);
            }
            let mut end = start;
            // What was kept behind a record that was too long may have whole records.
            if self.searched == start {
                end += self.read_some(block.room().get_mut(start..start + self.at_once).unwrap_or(&mut []))?;
                if end == start {
                    self.is_done = true;
                    self.kept.clear();
                    // The last record needs no line break.
                    return Ok(start > 0 && block.end_with_line_break(start));
                }
            }
            let is_whole = if self.is_cut { self.end_of_cut(block, end) } else { self.whole_records(block, end) };
            if is_whole {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Keeps the whole records in the first `end` bytes of a block. False if there are none.
    fn whole_records(&mut self, block: &mut PaddedLines, end: usize) -> bool {
        let unsearched = block.room().get(self.searched..end).unwrap_or(&[]);
        let length = self.ends.last(unsearched).map_or(0, |length| self.searched + length);
        let rest = block.room().get(length..end).unwrap_or(&[]);
        self.is_cut = rest.len() > KEPT;
        self.skipped = line_breaks(rest.get(KEPT..).unwrap_or(&[]));
        self.kept.clear();
        self.kept.extend(rest.iter().take(KEPT));
        self.searched = self.kept.len();
        block.end_at(length);
        self.next_line += line_breaks(block.all().lines());
        !block.is_empty()
    }

    /// Keeps what there is of a record that is too long, if its end is in the first `end` bytes of a block, and keeps what
    /// stands behind it for the next block.
    fn end_of_cut(&mut self, block: &mut PaddedLines, end: usize) -> bool {
        let start = self.kept.len();
        let more = block.room().get(start..end).unwrap_or(&[]);
        let Some(length) = self.ends.first(more) else {
            self.skipped += line_breaks(more);
            return false;
        };
        let (skipped, behind) = more.split_at(length);
        self.next_line += line_breaks(&self.kept) + self.skipped + line_breaks(skipped);
        self.is_cut = false;
        self.searched = 0;
        self.kept.clear();
        self.kept.extend(behind);
        block.end_with_line_break(start)
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

    use super::{Blocks, Ends, KEPT, READ};
    use crate::answers::{Delimiter, RowEnds};

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

    /// The blocks of a text, each with the number of its first line.
    fn blocks(text: &[u8], piece: usize, ends: Ends) -> Vec<(u64, Vec<u8>)> {
        let mut blocks = Blocks::new(Pieces(text, piece), READ, ends, 1);
        let (mut block, mut all) = (Blocks::<Pieces<'_>>::block(), Vec::new());
        while blocks.fill(&mut block).unwrap() {
            let lines = block.all().lines().to_vec();
            assert!(lines.ends_with(b"\n"));
            all.push((blocks.first_line(), lines));
        }
        assert_eq!(Ok(blocks.bytes_read()), text.len().try_into());
        all
    }

    fn joined(text: &[u8], piece: usize, ends: Ends) -> Vec<u8> {
        blocks(text, piece, ends).into_iter().flat_map(|(_, lines)| lines).collect()
    }

    fn rows() -> Ends {
        Ends::Rows(RowEnds::new(Delimiter::COMMA))
    }

    #[test]
    fn lines_are_whole_for_every_read_size() {
        for (text, expected) in
            [("", ""), ("\n", "\n"), ("a", "a\n"), ("a\n\nbc\r\nd", "a\n\nbc\r\nd\n"), ("a\nb\n", "a\nb\n")]
        {
            for piece in [1, 2, 3, 1000] {
                for ends in [Ends::Lines, rows()] {
                    assert_eq!(joined(text.as_bytes(), piece, ends), expected.as_bytes(), "{text:?} {piece}");
                }
            }
        }
    }

    #[test]
    fn a_row_is_whole_with_the_line_breaks_in_its_quotes() {
        let rows_of = ["a,\"b\n\"\"\nc\"\r\n", "d\n", "\u{a0} \"\n\n\",e\n", "f\"\n", "\"g\"h\"\n", "i"];
        let text = rows_of.concat();
        for piece in 1..20 {
            let (mut rest, mut line) = (text.as_str(), 1);
            let mut known = rows_of.iter().peekable();
            for (first, block) in blocks(text.as_bytes(), piece, rows()) {
                assert_eq!(first, line, "{piece}");
                let block = std::str::from_utf8(&block).unwrap();
                line += u64::try_from(block.matches('\n').count()).unwrap();
                rest = rest.strip_prefix(block).unwrap_or("");
                let mut left = block;
                while let Some(row) = known.next_if(|row| !left.is_empty() && left.starts_with(**row)) {
                    left = left.strip_prefix(row).unwrap();
                }
                assert!(left.is_empty() || left == "\n", "{piece}: {left:?}");
            }
            assert!(rest.is_empty() && known.next().is_none(), "{piece}");
        }
    }

    #[test]
    fn a_record_that_is_too_long_is_cut_and_the_next_is_whole() {
        for length in [KEPT - 1, KEPT, KEPT + 1, 3 * KEPT, 2_000_000] {
            let text = [b"first\n", "x".repeat(length).as_bytes(), b"\nsecond\nlast"].concat();
            for piece in [1000, 65_536, 1 << 20] {
                for ends in [Ends::Lines, rows()] {
                    let joined = joined(&text, piece, ends);
                    let lines: Vec<&[u8]> = joined.split(|byte| *byte == b'\n').collect();
                    let [b"first", long, b"second", b"last", b""] = lines.as_slice() else {
                        panic!("{} lines", lines.len())
                    };
                    assert!(long.iter().all(|byte| *byte == b'x'));
                    assert!((length.min(KEPT)..=length).contains(&long.len()), "{length} {piece}: {}", long.len());
                }
            }
        }
    }

    #[test]
    fn the_lines_of_a_row_that_is_cut_are_counted() {
        let text = format!("first\n\"{}\"\nsecond\nlast", "x\n".repeat(200_000));
        for piece in [1000, 65_536, 1 << 20] {
            let blocks = blocks(text.as_bytes(), piece, rows());
            let (line, last) =
                blocks.iter().rfind(|(_, lines)| lines.starts_with(b"second") || lines == b"last\n").unwrap();
            let before = if last.starts_with(b"second") { 200_003 } else { 200_004 };
            assert_eq!(*line, before, "{piece}");
        }
    }
}
