//! Runs a batch on several threads and keeps the order of its lines.

use std::io::{self, Read, Write};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::blocks::Blocks;
use super::engine::{Counts, Engine};
use super::padded::PaddedLines;
use super::stream::{BatchError, Watch, tell_refused, write};
use super::worker::Worker;
use crate::text::language;

/// The input. The thread that has the lock reads a block and gets its number.
struct Source<R> {
    blocks: Blocks<R>,
    /// Number of the next block, from 0.
    turn: u64,
    /// The error that ended reading. Blocks that were read before are still processed.
    failed: Option<io::Error>,
}

/// The output.
struct Sink<'w, W> {
    output: &'w mut W,
    /// Number of the block to be written next, from 0.
    turn: u64,
    counts: Counts,
    /// The error that ended writing. It stops all threads.
    failed: Option<io::Error>,
}

/// The results of a piece of a block.
struct PieceResults<'m> {
    results: &'m [u8],
    refused: &'m [u8],
    counts: Counts,
    /// Whether the piece is the last of its block.
    is_last: bool,
}

/// The state that the threads share. Each thread reads, evaluates and writes by itself, without queues between threads.
struct Shared<'a, R, W> {
    engine: &'a Engine<'a>,
    source: Mutex<Source<R>>,
    sink: Mutex<Sink<'a, W>>,
    turn_changed: Condvar,
    watch: &'a dyn Watch,
}

pub(super) fn run_on_threads<R: Read + Send, W: Write + Send>(
    engine: &Engine<'_>,
    blocks: Blocks<R>,
    output: &mut W,
    threads: usize,
    watch: &dyn Watch,
) -> Result<Counts, BatchError> {
    let shared = Shared {
        engine,
        source: Mutex::new(Source { blocks, turn: 0, failed: None }),
        sink: Mutex::new(Sink { output, turn: 0, counts: Counts::default(), failed: None }),
        turn_changed: Condvar::new(),
        watch,
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            // If the system gives no more threads, the batch runs on those that started.
            if thread::Builder::new().spawn_scoped(scope, || shared.work()).is_err() {
                break;
            }
        }
        shared.work();
    });
    let Shared { source, sink, .. } = shared;
    let sink = sink.into_inner().unwrap_or_else(PoisonError::into_inner);
    let source = source.into_inner().unwrap_or_else(PoisonError::into_inner);
    match (sink.failed, source.failed) {
        (Some(error), _) => Err(BatchError::Output(error)),
        (None, Some(error)) => Err(BatchError::Input(error)),
        (None, None) => Ok(sink.counts),
    }
}

impl<R: Read, W: Write> Shared<'_, R, W> {
    /// Processes blocks until the end of the input or an error.
    fn work(&self) {
        let _release = ReleaseOnPanic(self);
        let mut worker = Worker::new(self.engine);
        let (mut block, mut results) = (Blocks::<R>::block(), Vec::new());
        while let Some((turn, mut line)) = self.take(&mut block) {
            let mut rest = block.all();
            while !rest.is_empty() {
                results.clear();
                let written = worker.write_some(rest, line, self.engine.most_records(), &mut results);
                (rest, line) = (written.rest, line + written.lines);
                let done = PieceResults {
                    results: &results,
                    refused: worker.refused(),
                    counts: written.counts,
                    is_last: rest.is_empty(),
                };
                if !self.put(turn, &done) {
                    return;
                }
            }
        }
    }

    /// Fills a block. Gives the numbers of the block and of its first line.
    fn take(&self, block: &mut PaddedLines) -> Option<(u64, u64)> {
        let mut source = lock(&self.source);
        if source.failed.is_some() {
            return None;
        }
        match source.blocks.fill(block) {
            Ok(true) => {}
            Ok(false) => return None,
            Err(error) => {
                source.failed = Some(error);
                return None;
            }
        }
        let (turn, line) = (source.turn, source.blocks.first_line());
        source.turn += 1;
        self.watch.read(source.blocks.bytes_read());
        Some((turn, line))
    }

    /// Waits for the turn of a block, then writes the results of a piece of it. The last piece gives the turn to the
    /// next block. False after an error.
    fn put(&self, turn: u64, done: &PieceResults<'_>) -> bool {
        let is_early = |sink: &mut Sink<'_, W>| sink.turn != turn && sink.failed.is_none();
        let waited = self.turn_changed.wait_while(lock(&self.sink), is_early);
        let mut sink = waited.unwrap_or_else(PoisonError::into_inner);
        if sink.failed.is_some() {
            return false;
        }
        tell_refused(self.watch, done.refused);
        sink.failed = write(sink.output, done.results).err();
        sink.turn += u64::from(done.is_last);
        sink.counts.add(done.counts);
        self.turn_changed.notify_all();
        sink.failed.is_none()
    }
}

/// Wakes the other threads if this one panics, as they may be waiting for its turn to end.
struct ReleaseOnPanic<'s, 'a, R, W>(&'s Shared<'a, R, W>);

impl<R, W> Drop for ReleaseOnPanic<'_, '_, R, W> {
    fn drop(&mut self) {
        if thread::panicking() {
            lock(&self.0.sink).failed.get_or_insert_with(|| io::Error::other(language().batch.thread_broke_off));
            self.0.turn_changed.notify_all();
        }
    }
}

/// Ignores poisoning: the panic of a thread ends the program anyway, when the threads are joined.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
