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
use crate::answers::container::is_blank;
use crate::answers::fields::line_breaks;
use crate::answers::{self, Answers, ReadError};
use crate::fhir::{self, Reading};
use crate::load::diagnostic::Code;
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

/// The results of some records.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written<'t> {
    pub(super) counts: Counts,
    /// How many lines they had.
    pub(super) lines: u64,
    /// The lines behind them.
    pub(super) rest: Padded<'t>,
}

/// A line that was read and is not written yet.
#[derive(Debug)]
enum Entry<'e> {
    /// A record from the scanner. Its `id` is a range of bytes in the lines.
    Scanned { line: u64, id: Option<Range<usize>> },
    /// A record from a strict reader.
    Read { line: u64, reading: Box<Reading<'e>> },
    /// A line with mistakes.
    Bad { line: u64, bad: Box<BadLine> },
}

impl<'e> Worker<'e> {
    /// Each thread needs its own worker.
    pub fn new(engine: &'e Engine<'e>) -> Self {
        let (records, findings) = (Records::new(engine.layout()), engine.compiled.findings());
        let order = match &engine.input {
            Input::Json(Some(scanner)) => scanner.order(),
            Input::Json(None) | Input::Table(_, _) => Order::none(),
        };
        Self { engine, records, findings, entries: Vec::new(), order, refused: Vec::new() }
    }

    /// The mistakes and warnings of the last [`Self::write`] for which the output has no place, as lines of JSON.
    pub fn refused(&self) -> &[u8] {
        &self.refused
    }

    /// Appends the results of some lines to `out`. `first` is the number of the first line, from 1.
    pub fn write(&mut self, lines: Padded<'_>, first: u64, out: &mut Vec<u8>) -> Counts {
        self.write_some(lines, first, usize::MAX, out).counts
    }

    /// The same for about `most` records; the others stay.
    pub(super) fn write_some<'t>(
        &mut self,
        lines: Padded<'t>,
        first: u64,
        most: usize,
        out: &mut Vec<u8>,
    ) -> Written<'t> {
        self.refused.clear();
        let mut written = Written { counts: Counts::default(), lines: 0, rest: lines };
        let mut records = 0;
        while records < most
            && let Some((rest, read)) = self.record(lines, written.rest, first + written.lines, &mut written.counts)
        {
            written.rest = rest;
            written.lines += read;
            records += 1;
            if self.entries.len() >= RECORDS {
                self.flush(lines, out, &mut written.counts);
            }
        }
        self.flush(lines, out, &mut written.counts);
        written
    }

    /// Reads the first record of `rest`, a part of `lines`, and gives what is behind it and how many lines it has. `None`
    /// if there are no lines.
    fn record<'t>(
        &mut self,
        lines: Padded<'t>,
        rest: Padded<'t>,
        line: u64,
        counts: &mut Counts,
    ) -> Option<(Padded<'t>, u64)> {
        if rest.is_empty() {
            return None;
        }
        let scanned = match &self.engine.input {
            Input::Json(Some(scanner)) => {
                let record = scanner.record(rest, &mut self.order);
                record.map(|record| (record.id, record.answers, record.rest, 1, 0))
            }
            Input::Table(_, Some(scanner)) => {
                scanner.row(rest).map(|row| (row.id, row.answers, row.rest, row.lines, row.missing))
            }
            Input::Json(None) | Input::Table(_, None) => None,
        };
        if let Some((id, answers, rest, count, missing)) = scanned {
            counts.missing += missing;
            self.records.push(&answers);
            let id = id.and_then(|id| lines.range_of(id));
            self.entries.push(Entry::Scanned { line, id });
            return Some((rest, count));
        }
        let Engine { rules, input, name, ignored, .. } = self.engine;
        match input {
            Input::Json(_) => {
                let (text, behind) = rest.first_line()?;
                let text = text.strip_suffix(b"\r").unwrap_or(text);
                let read = if text.len() <= answers::LARGEST && is_blank(text) {
                    Ok(None)
                } else {
                    fhir::read_response(rules, name, text).map_or_else(
                        || {
                            answers::read_leaving_out(rules, name, text, ignored).map(|(answers, left_out)| {
                                counts.keys_left_out += left_out;
                                Some(Reading::from(answers))
                            })
                        },
                        |read| read.map(Some),
                    )
                };
                self.add(read, line, counts);
                Some((behind, 1))
            }
            Input::Table(columns, _) => {
                let text = rest.lines();
                // A row whose quote does not close goes on to the end.
                let length = self.engine.ends().first(text).unwrap_or(text.len());
                let row = text.get(..length)?;
                let read = columns.read(row, line).map(|read| {
                    read.map(|read| {
                        counts.missing += read.missing;
                        Reading::from(read.answers)
                    })
                });
                self.add(read, line, counts);
                Some((rest.behind(length)?, line_breaks(row)))
            }
        }
    }

    /// Adds what a strict reader read, nothing for a blank line.
    fn add(&mut self, read: Result<Option<Reading<'e>>, ReadError>, line: u64, counts: &mut Counts) {
        self.entries.push(match read {
            Ok(None) => {
                counts.blank += 1;
                return;
            }
            Ok(Some(reading)) => {
                counts.with_whose += u64::from(reading.answers.whose.is_some());
                counts.with_warnings += u64::from(!reading.warnings.is_empty());
                self.records.add(self.engine.layout(), &reading.answers);
                Entry::Read { line, reading: Box::new(reading) }
            }
            Err(error) => {
                let unknown = error.diagnostics().iter().filter(|found| found.code == Code::UnknownQuestion);
                counts.unknown_keys += u64::try_from(unknown.count()).unwrap_or(u64::MAX);
                Entry::Bad { line, bad: Box::new(BadLine::new(error.diagnostics())) }
            }
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
                    write_scanned(&engine.output, findings, records, out, line, id, record);
                }
                Entry::Read { line, reading } => {
                    write_read(engine, findings, out, line, &reading.answers, record);
                    match &engine.output {
                        Output::Lines(_) | Output::Reports(_) => line::add_warnings(out, &reading.warnings),
                        Output::Table(_) | Output::Columns(_) => line::write_warned(refused, line, &reading.warnings),
                    }
                }
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
    output: &Output<'_>,
    findings: &Findings,
    records: &Records,
    out: &mut Vec<u8>,
    line: u64,
    id: Option<&[u8]>,
    record: usize,
) {
    match output {
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
        Output::Columns(columns) => columns.write_scanned(out, id, records, record),
        // These have no scanner, as they need more than bits.
        Output::Reports(_) => {}
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

#[cfg(test)]
mod tests {
    use super::{Engine, Input, Worker};
    use crate::answers::{Columns, TableForm};
    use crate::batch::{ColumnsAs, OutputFormat, PaddedLines, template};
    use crate::model::{AnswerOption, Id, Question, RuleSet};

    const OUTPUTS: [OutputFormat; 3] =
        [OutputFormat::Lines, OutputFormat::Table, OutputFormat::Columns(ColumnsAs::Json)];

    /// Every answer to a question as JSON without spaces: each option, or for a group each item in a list and in an object.
    fn answers(question: &Question) -> Vec<String> {
        let of_item = |id: &Id| [format!("[\"{id}\"]"), format!("{{\"{id}\":\"no\"}}")];
        let mut answers: Vec<String> = match question.items.as_slice() {
            [item] if !question.is_group => item.options.iter().map(|option| format!("\"{}\"", option.id)).collect(),
            items => items.iter().flat_map(|item| of_item(&item.id)).chain(["[\"none\"]".to_owned()]).collect(),
        };
        answers.push(if question.is_group { "[\"not_sure\"]" } else { "\"not_sure\"" }.to_owned());
        answers
    }

    #[test]
    fn what_is_behind_the_most_records_stays() {
        let rules = RuleSet::built_in().unwrap();
        let engine = Engine::new(&rules, "batch", OutputFormat::Lines);
        let (text, mut out) = (PaddedLines::new(b"{}\n{}\n{}\n"), Vec::new());
        let written = Worker::new(&engine).write_some(text.all(), 1, 2, &mut out);
        assert_eq!((written.lines, written.rest.lines()), (2, &b"{}\n"[..]));
        assert_eq!(String::from_utf8(out).unwrap().lines().count(), 2);
    }

    /// What the strict reader gives is the same, and takes ten times as long.
    #[test]
    fn plain_records_need_no_strict_reader() {
        let rules = RuleSet::built_in().unwrap();
        for output in OUTPUTS {
            let engine = Engine::new(&rules, "batch", output);
            let Input::Json(Some(scanner)) = &engine.input else { panic!("no fast reader") };
            for question in rules.questions() {
                for answer in answers(question) {
                    let tight = format!("{{\"id\":\"p1\",\"{}\":{answer}}}\n", question.id);
                    let loose = tight.replace(':', ": ").replace(',', ", ");
                    for line in [tight, loose] {
                        let padded = PaddedLines::new(line.as_bytes());
                        let scanned = scanner.record(padded.all(), &mut scanner.order());
                        assert_eq!(scanned.map(|record| record.id), Some(Some(&b"p1"[..])), "{line}");
                    }
                }
            }
        }
    }

    #[test]
    fn plain_rows_need_no_strict_reader() {
        let rules = RuleSet::built_in().unwrap();
        let header = template(&rules);
        for output in OUTPUTS {
            let columns = Columns::new(&rules, "table", header.as_bytes(), &TableForm::default()).unwrap();
            let engine = Engine::new(&rules, "batch", output).for_table(columns);
            let Input::Table(_, Some(scanner)) = &engine.input else { panic!("no fast reader") };
            let most = rules.items().map(|item| item.options.len()).max().unwrap();
            for number in 0..=most {
                let answer = |options: &[AnswerOption]| {
                    options.get(number).map_or_else(|| "not_sure".to_owned(), |option| option.id.to_string())
                };
                let fields: Vec<String> = rules.items().map(|item| answer(&item.options)).collect();
                let row = format!("p1,{}\n", fields.join(","));
                let scanned = scanner.row(PaddedLines::new(row.as_bytes()).all()).map(|row| row.id == Some(b"p1"));
                assert_eq!(scanned, Some(true), "{row}");
            }
        }
    }
}
