//! A whole batch: from an input to an output, by one thread or by several, with the same bytes.

use std::io::{Read, Write};

use super::blocks::Blocks;
use super::engine::{Counts, Engine};
use super::stream::{Broken, Watch, tell_refused, write};
use super::threads::spread;
use super::worker::Worker;

/// Reads lines of answers and writes lines of results, in order, as soon as they are there.
///
/// # Errors
/// Where the input cannot be read or the output cannot be written.
pub fn run(
    engine: &Engine<'_>,
    input: impl Read + Send,
    output: &mut (impl Write + Send),
    threads: usize,
    watch: &dyn Watch,
) -> Result<Counts, Broken> {
    let mut header = Vec::new();
    engine.write_header(&mut header);
    write(output, &header).map_err(Broken::Output)?;
    let blocks = Blocks::new(input, engine.bytes_at_once());
    if threads > 1 { spread(engine, blocks, output, threads, watch) } else { alone(engine, blocks, output, watch) }
}

fn alone<R: Read>(
    engine: &Engine<'_>,
    mut blocks: Blocks<R>,
    output: &mut impl Write,
    watch: &dyn Watch,
) -> Result<Counts, Broken> {
    let mut worker = Worker::new(engine);
    let (mut block, mut results, mut counts) = (Blocks::<R>::block(), Vec::new(), Counts::default());
    while blocks.fill(&mut block).map_err(Broken::Input)? {
        for piece in block.pieces(engine.most_lines()) {
            results.clear();
            let first = engine.lines_before() + counts.lines() + 1;
            counts.add(worker.write(piece, first, &mut results));
            tell_refused(watch, worker.refused());
            write(output, &results).map_err(Broken::Output)?;
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
    use crate::batch::{Engine, Face};
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
    fn a_panic_ends_the_run_and_leaves_nobody_waiting() {
        let rules = RuleSet::built_in().unwrap();
        let engine = Engine::new(&rules, "test", Face::Lines);
        let lines = "{}\n".repeat(500_000);
        for threads in [1, 2, 4] {
            let broken = catch_unwind(AssertUnwindSafe(|| {
                run(&engine, lines.as_bytes(), &mut Breaks, threads, &Nobody).is_ok()
            }));
            assert!(broken.is_err(), "{threads}");
        }
    }
}
