//! Makes results from lines, up to 64 records at a time. The scanner reads the records that it accepts, a strict reader
//! the others.

use std::ops::Range;

use super::bits::{RECORDS, Records};
use super::compiled::Findings;
use super::engine::{Counts, Engine, Input, Output};
use super::error::BadLine;
use super::line;
use super::padded::Padded;
use super::scan::Order;
use crate::answers::{self, Answers, LARGEST};
use crate::pages::report::Report;

/// Evaluates lines, with buffers that are used again.
#[derive(Debug)]
pub struct Worker<'e> {
    engine: &'e Engine<'e>,
    records: Records,
    findings: Findings,
    entries: Vec<Entry<'e>>,
    order: Order,
    refused: Vec<u8>,
}

/// A line that was read and is not written yet.
#[derive(Debug)]
enum Entry<'e> {
    /// A record from the scanner. Its `id` is a range of bytes in the lines.
    Scanned { line: u64, id: Option<Range<usize>> },
    /// A record from a strict reader.
    Read { line: u64, answers: Box<Answers<'e>> },
    /// A line with mistakes.
    Bad { line: u64, bad: Box<BadLine> },
}

impl<'e> Worker<'e> {
    /// Each thread needs its own worker.
    pub fn new(engine: &'e Engine<'e>) -> Self {
        let (records, findings) = (Records::new(&engine.compiled.layout), engine.compiled.findings());
        let order = match &engine.input {
            Input::Json(Some(scanner)) => scanner.order(),
            Input::Json(None) | Input::Table(_) => Order::none(),
        };
        Self { engine, records, findings, entries: Vec::new(), order, refused: Vec::new() }
    }

    /// The mistakes of the last [`Self::write`] for which the output has no place, as lines of JSON.
    pub fn refused(&self) -> &[u8] {
        &self.refused
    }

    /// Appends the results of some lines to `out`. `first` is the number of the first line, from 1.
    pub fn write(&mut self, lines: Padded<'_>, first: u64, out: &mut Vec<u8>) -> Counts {
        self.refused.clear();
        let mut counts = Counts::default();
        let mut line = first;
        let mut rest = lines;
        while let Some(behind) = self.line(lines, rest, line, &mut counts) {
            rest = behind;
            line += 1;
            if self.records.is_full() || self.entries.len() >= RECORDS {
                self.flush(lines, out, &mut counts);
            }
        }
        self.flush(lines, out, &mut counts);
        counts
    }

    /// Reads the first line of `rest`, a part of `lines`, and gives the lines after it. `None` if there are no lines.
    fn line<'t>(&mut self, lines: Padded<'t>, rest: Padded<'t>, line: u64, counts: &mut Counts) -> Option<Padded<'t>> {
        if rest.is_empty() {
            return None;
        }
        if let Input::Json(Some(scanner)) = &self.engine.input
            && let Some(scanned) = scanner.record(rest, &mut self.order)
        {
            self.records.push(&scanned.answers);
            let id = scanned.id.and_then(|id| lines.range_of(id));
            self.entries.push(Entry::Scanned { line, id });
            return Some(scanned.rest);
        }
        let (text, rest) = rest.first_line()?;
        self.read(text.strip_suffix(b"\r").unwrap_or(text), line, counts);
        Some(rest)
    }

    /// Reads a line with a strict reader.
    fn read(&mut self, text: &[u8], line: u64, counts: &mut Counts) {
        if text.len() <= LARGEST && text.iter().all(u8::is_ascii_whitespace) {
            counts.blank += 1;
            return;
        }
        let Engine { rules, compiled, input, output, name } = self.engine;
        let read = match input {
            Input::Json(_) => answers::read(rules, name, text),
            Input::Table(columns) => columns.read(text),
        };
        self.entries.push(match read {
            Ok(answers) => {
                if !matches!(output, Output::Columns(_)) {
                    self.records.add(&compiled.layout, &answers);
                }
                Entry::Read { line, answers: Box::new(answers) }
            }
            Err(error) => Entry::Bad { line, bad: Box::new(BadLine::new(error.diagnostics())) },
        });
    }

    /// Evaluates the records that were read, and writes all lines.
    fn flush(&mut self, lines: Padded<'_>, out: &mut Vec<u8>, counts: &mut Counts) {
        let Self { engine, records, findings, entries, order: _, refused } = self;
        let is_evaluated = !matches!(engine.output, Output::Columns(_));
        if is_evaluated {
            engine.compiled.evaluate(records, findings);
        }
        let mut record = 0;
        for entry in entries.drain(..) {
            match entry {
                Entry::Scanned { line, id } => {
                    let id = id.and_then(|id| lines.bytes().get(id));
                    write_scanned(engine, findings, out, line, id, record);
                }
                Entry::Read { line, answers } => write_read(engine, findings, out, line, &answers, record),
                Entry::Bad { line, bad } => {
                    counts.errors += 1;
                    match &engine.output {
                        Output::Table(table) => table.write_bad(out, line, &bad),
                        Output::Lines(_) | Output::Reports(_) => line::write_bad(out, line, &bad),
                        Output::Columns(_) => line::write_bad(refused, line, &bad),
                    }
                    continue;
                }
            }
            counts.records += 1;
            if is_evaluated {
                count(counts, findings, record);
            }
            record += 1;
        }
        records.clear();
    }
}

fn count(counts: &mut Counts, findings: &Findings, record: usize) {
    use crate::model::Urgent;
    counts.with_cautions += u64::from(findings.has_caution(record));
    match findings.urgent(record) {
        Some(Urgent::Emergency) => counts.emergency += 1,
        Some(Urgent::SameDay) => counts.same_day += 1,
        None => {}
    }
}

/// Writes the result of a record from the scanner.
#[inline]
fn write_scanned(
    engine: &Engine<'_>,
    findings: &Findings,
    out: &mut Vec<u8>,
    line: u64,
    id: Option<&[u8]>,
    record: usize,
) {
    match &engine.output {
        Output::Lines(writer) => {
            line::write_start(out, line);
            if let Some(id) = id {
                line::write_plain_id(out, id);
            }
            writer.write_findings(out, findings, record);
        }
        Output::Table(table) => {
            let id = id.and_then(|id| std::str::from_utf8(id).ok());
            table.write_findings(out, line, id, findings, record);
        }
        // These have no scanner, as they need the answers.
        Output::Reports(_) | Output::Columns(_) => {}
    }
}

fn write_read(
    engine: &Engine<'_>,
    findings: &Findings,
    out: &mut Vec<u8>,
    line: u64,
    answers: &Answers<'_>,
    record: usize,
) {
    let id = answers.id.as_deref();
    match &engine.output {
        Output::Lines(writer) => {
            line::write_start(out, line);
            if let Some(id) = id {
                line::write_id(out, id);
            }
            writer.write_findings(out, findings, record);
        }
        Output::Table(table) => table.write_findings(out, line, id, findings, record),
        Output::Reports(date) => line::write_report(out, line, &Report::new(answers, *date)),
        Output::Columns(columns) => columns.write(out, answers),
    }
}
