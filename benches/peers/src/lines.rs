//! Lines of records in, lines of results out: the same for every engine.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use crate::Problem;

/// Bytes that are read or written at a time.
const BLOCK: usize = 256 << 10;

/// Standard output in blocks.
pub(crate) fn output() -> BufWriter<io::StdoutLock<'static>> {
    BufWriter::with_capacity(BLOCK, io::stdout().lock())
}

/// Gives each line of a file to `each`.
///
/// # Errors
/// Where the file cannot be read, and whatever `each` says.
pub(crate) fn for_each(file: &Path, mut each: impl FnMut(&str) -> Result<(), Problem>) -> Result<(), Problem> {
    let mut input = BufReader::with_capacity(BLOCK, File::open(file)?);
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        each(std::str::from_utf8(&line).map_err(io::Error::other)?)?;
        line.clear();
    }
    Ok(())
}

/// Writes the result of a record. Ids of cautions need no escapes.
///
/// # Errors
/// Where the output cannot be written.
pub(crate) fn write_result(out: &mut impl Write, id: &str, applies: &[&str]) -> Result<(), Problem> {
    out.write_all(b"{\"id\":")?;
    serde_json::to_writer(&mut *out, id)?;
    out.write_all(b",\"applies\":[")?;
    for (place, caution) in applies.iter().enumerate() {
        out.write_all(if place == 0 { b"\"" } else { b",\"" })?;
        out.write_all(caution.as_bytes())?;
        out.write_all(b"\"")?;
    }
    out.write_all(b"]}\n")?;
    Ok(())
}
