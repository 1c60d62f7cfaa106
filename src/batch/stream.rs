//! The output of a batch, its progress and its errors.

use std::io::{self, Write};

use crate::text::language;

/// Why a batch ended early.
#[derive(Debug, thiserror::Error)]
pub enum BatchError {
    /// The input could not be read.
    #[error("{}", (language().batch.unreadable)(.0))]
    Input(io::Error),
    /// The output could not be written.
    #[error("{}", (language().batch.unwritable)(.0))]
    Output(io::Error),
}

/// Receives the progress of a batch. Its methods are called from several threads.
pub trait Watch: Sync {
    /// `bytes` of the input have been read so far.
    fn read(&self, bytes: u64);

    /// Reports lines with mistakes, where the format of the output has no place for them: as lines of JSON, in order.
    fn refused(&self, lines: &[u8]);
}

pub(super) fn tell_refused(watch: &dyn Watch, lines: &[u8]) {
    if !lines.is_empty() {
        watch.refused(lines);
    }
}

pub(super) fn write(output: &mut impl Write, results: &[u8]) -> io::Result<()> {
    output.write_all(results).and_then(|()| output.flush())
}
