//! From lines to results, up to 64 records at a time: what is recognised goes to the bits at once, the rest through a
//! strict reader.

use std::ops::Range;

use super::bits::{RECORDS, Records};
use super::compiled::Findings;
use super::engine::{Counts, Engine, Input, Output};
use super::error::Bad;
use super::line;
use super::padded::Padded;
use super::scan::Order;
use crate::answers::{self, Answers, LARGEST};
use crate::pages::report::Report;

/// Turns blocks of lines into blocks of results.
#[derive(Debug)]
pub struct Worker<'e> {
    engine: &'e Engine<'e>,
    records: Records,
    findings: Findings,
    entries: Vec<Entry<'e>>,
    order: Order,
    refused: Vec<u8>,
}

/// A line that waits for its turn to be written.
#[derive(Debug)]
enum Entry<'e> {
    /// A record that was recognised, with its line number, and its `id` as a range of the block.
    Scanned { line: u64, id: Option<Range<usize>> },
    /// A record that a strict reader read.
    Read { line: u64, answers: Box<Answers<'e>> },
    /// A line with mistakes.
    Bad { line: u64, bad: Box<Bad> },
}

impl<'e> Worker<'e> {
    /// Each thread has its own.
    pub fn new(engine: &'e Engine<'e>) -> Self {
        let (records, findings) = (Records::new(&engine.compiled.layout), engine.compiled.findings());
        let order = match &engine.input {
            Input::Json(Some(scanner)) => scanner.order(),
            Input::Json(None) | Input::Table(_) => Order::none(),
        };
        Self { engine, records, findings, entries: Vec::new(), order, refused: Vec::new() }
    }

    /// Lines with mistakes in the last block for which the results have no place, as lines of JSON.
    pub fn refused(&self) -> &[u8] {
        &self.refused
    }

    /// Writes the results of some lines to `out`; `first` is the number of the first line, from 1.
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

    /// Takes in the first line of `rest`, and gives what follows; nothing where there is no line.
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

    /// Takes in a line through a strict reader.
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
            Err(error) => Entry::Bad { line, bad: Box::new(Bad::new(error.diagnostics())) },
        });
    }

    /// Evaluates and writes what has come together.
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

/// The result of a record whose `id` needs no second look.
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
        // These need the answers as such, and so never come this way.
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
