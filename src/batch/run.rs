//! A whole batch: from an input to an output, by one thread or by several, with the same bytes.

use std::io::{self, Read, Write};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;

use super::blocks::{Block, Blocks};
use super::engine::{Counts, Engine};

/// Blocks that wait for a worker or for the writer, each.
const WAITING: usize = 2;

/// What broke a batch off.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// The input could not be read.
    #[error("cannot read the answers: {0}")]
    Input(io::Error),
    /// The output could not be written.
    #[error("cannot write the results: {0}")]
    Output(io::Error),
}

/// Reads lines of answers and writes lines of results, in order, as soon as they are there. `progress` is told how many
/// bytes were read.
///
/// # Errors
/// Where the input cannot be read or the output cannot be written.
pub fn run(
    engine: &Engine<'_>,
    input: impl Read,
    output: &mut (impl Write + Send),
    threads: usize,
    progress: &dyn Fn(u64),
) -> Result<Counts, Broken> {
    let mut header = Vec::new();
    engine.write_header(&mut header);
    write(output, &header)?;
    let blocks = Blocks::new(input);
    if threads > 1 {
        spread(engine, blocks, output, threads, progress)
    } else {
        alone(engine, blocks, output, progress)
    }
}

fn alone(
    engine: &Engine<'_>,
    mut blocks: Blocks<impl Read>,
    output: &mut impl Write,
    progress: &dyn Fn(u64),
) -> Result<Counts, Broken> {
    let mut worker = engine.worker();
    let (mut block, mut results, mut counts) = (Block::new(), Vec::new(), Counts::default());
    while blocks.fill(&mut block).map_err(Broken::Input)? {
        results.clear();
        let first = engine.lines_before() + counts.lines() + 1;
        counts.add(worker.block(block.padded(), first, &mut results));
        write(output, &results)?;
        progress(blocks.bytes_read());
    }
    Ok(counts)
}

fn write(output: &mut impl Write, results: &[u8]) -> Result<(), Broken> {
    output.write_all(results).and_then(|()| output.flush()).map_err(Broken::Output)
}

/// A block with the number of its first line.
type Work = (Block, u64);

/// The results of a block.
type Done = (Vec<u8>, Counts);

/// One worker after the other gets a block, and one after the other gives its results: so they stay in order.
fn spread(
    engine: &Engine<'_>,
    mut blocks: Blocks<impl Read>,
    output: &mut (impl Write + Send),
    threads: usize,
    progress: &dyn Fn(u64),
) -> Result<Counts, Broken> {
    thread::scope(|scope| {
        // Blocks and results go round: new ones would have to be cleared by the system each time.
        let (free_block, free_blocks) = channel::<Block>();
        let (mut work, mut done) = (Vec::new(), Vec::new());
        for _ in 0..threads {
            let (to_worker, of_reader) = sync_channel::<Work>(WAITING);
            let (to_writer, of_worker) = sync_channel::<Done>(WAITING);
            let (free_result, free_results) = channel::<Vec<u8>>();
            let free_block = free_block.clone();
            scope.spawn(move || labour(engine, &of_reader, &free_block, &to_writer, &free_results));
            work.push(to_worker);
            done.push((of_worker, free_result));
        }
        let writer = scope.spawn(move || collect(output, &done));
        let read = hand_out(&mut blocks, engine.lines_before() + 1, work, &free_blocks, progress);
        let counts = writer.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        read.map(|()| counts).map_err(Broken::Input)
    })
}

/// Reads blocks and hands them to the workers in turn, until the input ends or nobody takes them.
fn hand_out(
    blocks: &mut Blocks<impl Read>,
    mut first: u64,
    work: Vec<SyncSender<Work>>,
    free: &Receiver<Block>,
    progress: &dyn Fn(u64),
) -> io::Result<()> {
    for worker in work.iter().cycle() {
        let mut block = free.try_recv().unwrap_or_else(|_| Block::new());
        if !blocks.fill(&mut block)? {
            break;
        }
        let lines = block.lines();
        if worker.send((block, first)).is_err() {
            break;
        }
        first += lines;
        progress(blocks.bytes_read());
    }
    // The workers wait until nobody can send any more.
    drop(work);
    Ok(())
}

fn labour(
    engine: &Engine<'_>,
    work: &Receiver<Work>,
    free_block: &Sender<Block>,
    done: &SyncSender<Done>,
    free_results: &Receiver<Vec<u8>>,
) {
    let mut worker = engine.worker();
    for (block, first) in work {
        let mut results = free_results.try_recv().unwrap_or_else(|_| Vec::new());
        results.clear();
        let counts = worker.block(block.padded(), first, &mut results);
        // Whoever is gone needs no block, and no results.
        let _ = free_block.send(block);
        if done.send((results, counts)).is_err() {
            return;
        }
    }
}

/// Writes the results of the workers in turn.
fn collect(output: &mut impl Write, done: &[(Receiver<Done>, Sender<Vec<u8>>)]) -> Result<Counts, Broken> {
    let mut counts = Counts::default();
    for (results, free) in done.iter().cycle() {
        let Ok((text, of_block)) = results.recv() else { break };
        counts.add(of_block);
        write(output, &text)?;
        let _ = free.send(text);
    }
    Ok(counts)
}
