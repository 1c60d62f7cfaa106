//! From lines of a batch to lines of results: what is recognised goes to the bits at once, the rest through the strict
//! reader.

use std::ops::Range;

use memchr::memchr;

use super::bits::Records;
use super::compiled::{Compiled, Findings};
use super::error::Bad;
use super::line::{self, Writer};
use super::scan::Scanner;
use crate::answers::{self, Answers};
use crate::rules::{Caution, RuleSet, WarningSymptom};

/// Bytes that must follow a block of lines and belong to none: the scanner reads ahead.
pub const PADDING: usize = 64;

/// A rule set made ready for batches.
#[derive(Debug)]
pub struct Engine<'r> {
    rules: &'r RuleSet,
    compiled: Compiled,
    scanner: Option<Scanner>,
    writer: Writer,
    name: String,
}

/// How many lines came out in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Lines with answers that could be read.
    pub records: u64,
    /// Lines with mistakes.
    pub errors: u64,
    /// Lines with nothing on them.
    pub blank: u64,
    /// Records with an emergency.
    pub emergency: u64,
    /// Records with something for the same day, but no emergency.
    pub same_day: u64,
    /// Records to which a caution applies.
    pub with_cautions: u64,
}

impl Counts {
    /// All lines, blank ones included.
    pub fn lines(&self) -> u64 {
        self.records + self.errors + self.blank
    }

    /// Adds others.
    pub fn add(&mut self, other: Self) {
        let Self { records, errors, blank, emergency, same_day, with_cautions } = other;
        self.records += records;
        self.errors += errors;
        self.blank += blank;
        self.emergency += emergency;
        self.same_day += same_day;
        self.with_cautions += with_cautions;
    }
}

impl<'r> Engine<'r> {
    /// Compiles a rule set. `name` stands for the input in the strict reader's findings.
    pub fn new(rules: &'r RuleSet, name: &str) -> Self {
        let cautions = in_report_order(rules);
        let symptoms = symptoms_in_report_order(rules);
        let compiled = Compiled::new(rules, &cautions, &symptoms);
        let scanner = Scanner::new(rules, &compiled.layout);
        Self { rules, scanner, writer: Writer::new(&cautions, &symptoms), compiled, name: name.to_owned() }
    }

    /// The same without the fast way in: every line goes through the strict reader.
    #[must_use]
    pub fn strict(self) -> Self {
        Self { scanner: None, ..self }
    }

    /// Someone to do the work; each thread has its own.
    pub fn worker(&self) -> Worker<'_> {
        Worker {
            engine: self,
            records: Records::new(&self.compiled.layout),
            findings: self.compiled.findings(),
            entries: Vec::new(),
        }
    }
}

/// The cautions as a report orders those of one state: the pressing ones first, what speaks of one event before what
/// speaks of many, then by topic and id.
pub(super) fn in_report_order(rules: &RuleSet) -> Vec<&Caution> {
    let mut cautions: Vec<&Caution> = rules.cautions().iter().collect();
    cautions.sort_by_key(|caution| caution.place_in_report(rules));
    cautions
}

/// The warning symptoms as a report orders those that are reported alike.
fn symptoms_in_report_order(rules: &RuleSet) -> Vec<&WarningSymptom> {
    let mut symptoms: Vec<&WarningSymptom> = rules.warning_symptoms().iter().collect();
    symptoms.sort_by_key(|symptom| (symptom.urgency, rules.place_of_topic(&symptom.topic), &symptom.id));
    symptoms
}

/// A line that waits for its turn to be written.
#[derive(Debug)]
enum Entry {
    /// A record, with its line number, and its `id` as a range of the block.
    Scanned { line: u64, id: Option<Range<usize>> },
    /// The same with an `id` that the strict reader put together.
    Read { line: u64, id: Option<String> },
    /// A line with mistakes.
    Bad { line: u64, bad: Box<Bad> },
}

/// Turns blocks of lines into blocks of results.
#[derive(Debug)]
pub struct Worker<'e> {
    engine: &'e Engine<'e>,
    records: Records,
    findings: Findings,
    entries: Vec<Entry>,
}

impl Worker<'_> {
    /// Writes the results of the lines of a block to `out`.
    ///
    /// `padded` is whole lines, each with its line break, and [`PADDING`] bytes behind them; `first` is the number of the
    /// first line, from 1.
    pub fn block(&mut self, padded: &[u8], first: u64, out: &mut Vec<u8>) -> Counts {
        let mut counts = Counts::default();
        let mut line = first;
        let mut rest = padded;
        while rest.len() > PADDING {
            rest = self.line(padded, rest, line, &mut counts);
            line += 1;
            if self.records.is_full() || self.entries.len() >= super::bits::RECORDS {
                self.flush(padded, out, &mut counts);
            }
        }
        self.flush(padded, out, &mut counts);
        counts
    }

    /// Takes in the first line of `rest`, and gives what follows.
    fn line<'t>(&mut self, padded: &'t [u8], rest: &'t [u8], line: u64, counts: &mut Counts) -> &'t [u8] {
        if let Some(scanner) = &self.engine.scanner {
            if let Some(scanned) = scanner.record(rest, &mut self.records) {
                self.records.keep();
                let id = scanned.id.and_then(|id| range_of(padded, id));
                self.entries.push(Entry::Scanned { line, id });
                return scanned.rest;
            }
            self.records.drop_unkept();
        }
        let end = memchr(b'\n', rest).unwrap_or(rest.len());
        let (text, rest) = rest.split_at_checked(end).unwrap_or((rest, &[]));
        self.read(text.strip_suffix(b"\r").unwrap_or(text), line, counts);
        rest.get(1..).unwrap_or(&[])
    }

    /// Takes in a line through the strict reader.
    fn read(&mut self, text: &[u8], line: u64, counts: &mut Counts) {
        if text.len() <= answers::LARGEST && text.iter().all(u8::is_ascii_whitespace) {
            counts.blank += 1;
            return;
        }
        let Engine { rules, name, .. } = self.engine;
        match answers::read(rules, name, text) {
            Ok(answers) => self.add(&answers, line),
            Err(found) => self.entries.push(Entry::Bad { line, bad: Box::new(Bad::new(&found)) }),
        }
    }

    fn add(&mut self, answers: &Answers, line: u64) {
        self.records.add(&self.engine.compiled.layout, answers);
        self.entries.push(Entry::Read { line, id: answers.id.clone() });
    }

    /// Evaluates and writes what has come together.
    fn flush(&mut self, padded: &[u8], out: &mut Vec<u8>, counts: &mut Counts) {
        let Self { engine, records, findings, entries } = self;
        engine.compiled.evaluate(records, findings);
        let writer = &engine.writer;
        let mut record = 0;
        for entry in entries.drain(..) {
            match entry {
                Entry::Scanned { line, id } => {
                    line::write_start(out, line);
                    if let Some(id) = id.and_then(|id| padded.get(id)) {
                        line::write_plain_id(out, id);
                    }
                }
                Entry::Read { line, id } => {
                    line::write_start(out, line);
                    if let Some(id) = id {
                        line::write_id(out, &id);
                    }
                }
                Entry::Bad { line, bad } => {
                    counts.errors += 1;
                    line::write_bad(out, line, &bad);
                    continue;
                }
            }
            writer.findings(out, findings, record, counts);
            record += 1;
        }
        records.clear();
    }
}

/// Where a part stands in a whole.
fn range_of(whole: &[u8], part: &[u8]) -> Option<Range<usize>> {
    let start = part.as_ptr().addr().checked_sub(whole.as_ptr().addr())?;
    Some(start..start + part.len())
}
