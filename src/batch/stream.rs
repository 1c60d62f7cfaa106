//! What is around a batch: where results go, who is told how it goes, and why it can end early.

use std::io::{self, Write};

use crate::text::language;

/// Why a batch ended early.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// The input could not be read.
    #[error("{}", (language().batch.unreadable)(.0))]
    Input(io::Error),
    /// The output could not be written.
    #[error("{}", (language().batch.unwritable)(.0))]
    Output(io::Error),
}

/// Who is told how a batch goes.
pub trait Watch: Sync {
    /// So many bytes were read.
    fn read(&self, bytes: u64);

    /// These lines have mistakes, and the results have no place for them: lines of JSON, in order, like those of a batch.
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
