//! Runs a batch from an input to an output. The output does not depend on the number of threads.

use std::io::{Read, Write};

use super::blocks::Blocks;
use super::engine::{Counts, Engine};
use super::stream::{BatchError, Watch, tell_refused, write};
use super::threads::run_on_threads;
use super::worker::Worker;

/// Reads lines of answers and writes lines of results, in order and without waiting for the end of the input.
///
/// # Errors
/// The input could not be read, or the output could not be written.
pub fn run(
    engine: &Engine<'_>,
    input: impl Read + Send,
    output: &mut (impl Write + Send),
    threads: usize,
    watch: &dyn Watch,
) -> Result<Counts, BatchError> {
    let mut header = Vec::new();
    engine.write_header(&mut header);
    write(output, &header).map_err(BatchError::Output)?;
    let blocks = Blocks::new(input, engine.bytes_at_once(), engine.ends(), engine.lines_before() + 1);
    if threads > 1 {
        run_on_threads(engine, blocks, output, threads, watch)
    } else {
        run_on_this_thread(engine, blocks, output, watch)
    }
}

fn run_on_this_thread<R: Read>(
    engine: &Engine<'_>,
    mut blocks: Blocks<R>,
    output: &mut impl Write,
    watch: &dyn Watch,
) -> Result<Counts, BatchError> {
    let mut worker = Worker::new(engine);
    let (mut block, mut results, mut counts) = (Blocks::<R>::block(), Vec::new(), Counts::default());
    while blocks.fill(&mut block).map_err(BatchError::Input)? {
        let (mut rest, mut line) = (block.all(), blocks.first_line());
        while !rest.is_empty() {
            results.clear();
            let written = worker.write_some(rest, line, engine.most_records(), &mut results);
            (rest, line) = (written.rest, line + written.lines);
            counts.add(written.counts);
            tell_refused(watch, worker.refused());
            write(output, &results).map_err(BatchError::Output)?;
        }
        watch.read(blocks.bytes_read());
    }
    Ok(counts)
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::{Watch, run};
    use crate::batch::{Engine, OutputFormat};
    use crate::model::RuleSet;

    struct Nobody;

    impl Watch for Nobody {
        fn read(&self, _: u64) {}

        fn refused(&self, _: &[u8]) {}
    }

    struct Breaks;

    impl Write for Breaks {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            panic!("a defect")
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_panic_in_one_thread_ends_the_run() {
        let rules = RuleSet::built_in().unwrap();
        let engine = Engine::new(&rules, "test", OutputFormat::Lines);
        let lines = "{}\n".repeat(500_000);
        for threads in [1, 2, 4] {
            let broken = catch_unwind(AssertUnwindSafe(|| {
                run(&engine, lines.as_bytes(), &mut Breaks, threads, &Nobody).is_ok()
            }));
            assert!(broken.is_err(), "{threads}");
        }
    }
}
