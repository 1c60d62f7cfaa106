//! A batch spread over threads, with the lines in the order in which they came in.

use std::io::{self, Read, Write};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::blocks::Blocks;
use super::engine::{Counts, Engine};
use super::padded::PaddedLines;
use super::stream::{Broken, Watch, tell_refused, write};
use super::worker::Worker;
use crate::text::language;

/// The input, and who comes next. Whoever holds it reads a block, counts its lines and draws a number.
struct Source<R> {
    blocks: Blocks<R>,
    /// Number of the next line.
    line: u64,
    /// Number of the next block, from 0.
    turn: u64,
    /// Why it can be read no further. What was read before is worked off all the same.
    failed: Option<io::Error>,
}

/// The output, and whose turn it is.
struct Sink<'w, W> {
    output: &'w mut W,
    /// Number of the block to be written next.
    turn: u64,
    counts: Counts,
    /// Why nothing more can be written; then nobody goes on.
    failed: Option<io::Error>,
}

/// The results of a piece of a block.
struct Made<'m> {
    results: &'m [u8],
    refused: &'m [u8],
    counts: Counts,
    /// Whether it is the last piece of its block.
    is_last: bool,
}

/// What the threads share. Each reads, works and writes by itself: nobody hands anything over, and nobody idles while
/// there is work.
struct Shared<'a, R, W> {
    engine: &'a Engine<'a>,
    source: Mutex<Source<R>>,
    sink: Mutex<Sink<'a, W>>,
    turn_changed: Condvar,
    watch: &'a dyn Watch,
}

pub(super) fn spread<R: Read + Send, W: Write + Send>(
    engine: &Engine<'_>,
    blocks: Blocks<R>,
    output: &mut W,
    threads: usize,
    watch: &dyn Watch,
) -> Result<Counts, Broken> {
    let shared = Shared {
        engine,
        source: Mutex::new(Source { blocks, line: engine.lines_before() + 1, turn: 0, failed: None }),
        sink: Mutex::new(Sink { output, turn: 0, counts: Counts::default(), failed: None }),
        turn_changed: Condvar::new(),
        watch,
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            // A system that gives no more threads is served by those there are.
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
        (Some(error), _) => Err(Broken::Output(error)),
        (None, Some(error)) => Err(Broken::Input(error)),
        (None, None) => Ok(sink.counts),
    }
}

impl<R: Read, W: Write> Shared<'_, R, W> {
    /// Takes block after block, until there is none or something is broken.
    fn work(&self) {
        let _release = Release(self);
        let mut worker = Worker::new(self.engine);
        let (mut block, mut results) = (Blocks::<R>::block(), Vec::new());
        while let Some((turn, mut line)) = self.take(&mut block) {
            let mut pieces = block.pieces(self.engine.most_lines()).peekable();
            while let Some(piece) = pieces.next() {
                results.clear();
                let counts = worker.write(piece, line, &mut results);
                line += counts.lines();
                let made =
                    Made { results: &results, refused: worker.refused(), counts, is_last: pieces.peek().is_none() };
                if !self.put(turn, &made) {
                    return;
                }
            }
        }
    }

    /// Fills a block, and gives its turn and the number of its first line.
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
        let (turn, line) = (source.turn, source.line);
        source.turn += 1;
        source.line += block.count();
        self.watch.read(source.blocks.bytes_read());
        Some((turn, line))
    }

    /// Writes results when the turn of their block has come; behind the last of a block it is the next one's turn. False
    /// where nobody should go on.
    fn put(&self, turn: u64, made: &Made<'_>) -> bool {
        let is_early = |sink: &mut Sink<'_, W>| sink.turn != turn && sink.failed.is_none();
        let waited = self.turn_changed.wait_while(lock(&self.sink), is_early);
        let mut sink = waited.unwrap_or_else(PoisonError::into_inner);
        if sink.failed.is_some() {
            return false;
        }
        tell_refused(self.watch, made.refused);
        sink.failed = write(sink.output, made.results).err();
        sink.turn += u64::from(made.is_last);
        sink.counts.add(made.counts);
        self.turn_changed.notify_all();
        sink.failed.is_none()
    }
}

/// Whoever panics must not leave the others waiting for a turn that never ends.
struct Release<'s, 'a, R, W>(&'s Shared<'a, R, W>);

impl<R, W> Drop for Release<'_, '_, R, W> {
    fn drop(&mut self) {
        if thread::panicking() {
            lock(&self.0.sink).failed.get_or_insert_with(|| io::Error::other(language().batch.thread_broke_off));
            self.0.turn_changed.notify_all();
        }
    }
}

/// A thread that panicked ends the program all the same, when the threads are joined.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
