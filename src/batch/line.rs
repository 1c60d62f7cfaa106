//! Writes results as lines of JSON, from ids that are quoted in advance.

use serde::Serialize;

use super::bits::{Matrix, RECORDS, bit, lowest_bit};
use super::compiled::Findings;
use super::doubts::Doubt;
use super::error::{BadLine, Mistake, WarnedLine};
use crate::load::diagnostic::Diagnostic;
use crate::model::{Caution, Id, Urgency, Urgent, WarningSymptom};
use crate::pages::report::Report;

/// The most bytes of a [`Piece`]: an id of 60, two quotes and a comma.
const LONGEST: usize = 64;

/// `"an_id",` with its length. Writing copies all bytes and truncates the output, which is faster than copying a
/// varying number of bytes.
#[derive(Clone, Debug)]
struct Piece {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Piece {
    fn new(id: &Id) -> Self {
        let text = format!("\"{id}\",");
        let mut bytes = [0; LONGEST];
        bytes.iter_mut().zip(text.bytes()).for_each(|(into, byte)| *into = byte);
        Self { bytes, length: text.len().min(LONGEST) }
    }
}

/// Writes lines of results.
#[derive(Clone, Debug)]
pub(super) struct LineWriter {
    cautions: Vec<Piece>,
    symptoms: Vec<Piece>,
    /// For each urgency the mask of its symptoms, 64 in a word.
    urgencies: [Vec<u64>; 3],
    doubts: Vec<DoubtPieces>,
}

/// The texts of a [`Doubt`].
#[derive(Clone, Debug)]
struct DoubtPieces {
    /// Index of the caution.
    caution: usize,
    /// `"caution":[`
    opening: String,
    /// `"group.item"`
    item: String,
}

impl LineWriter {
    /// A writer for cautions and symptoms in this order.
    pub(super) fn new(cautions: &[&Caution], symptoms: &[&WarningSymptom], doubts: &[Doubt]) -> Self {
        let doubt = |doubt: &Doubt| {
            let caution = cautions.get(doubt.caution)?;
            let (opening, item) = (format!("\"{}\":[", caution.id), format!("\"{}\"", doubt.item));
            Some(DoubtPieces { caution: doubt.caution, opening, item })
        };
        let of = |urgency: Urgency| {
            let is_of = |chunk: &[&WarningSymptom]| {
                let indexes = chunk.iter().enumerate().filter(|(_, symptom)| symptom.urgency == urgency);
                indexes.fold(0, |mask, (index, _)| mask | bit(index))
            };
            symptoms.chunks(RECORDS).map(is_of).collect()
        };
        Self {
            cautions: cautions.iter().map(|caution| Piece::new(&caution.id)).collect(),
            symptoms: symptoms.iter().map(|symptom| Piece::new(&symptom.id)).collect(),
            urgencies: [Urgency::Emergency, Urgency::SameDay, Urgency::NextVisit].map(of),
            doubts: doubts.iter().filter_map(doubt).collect(),
        }
    }

    /// Writes the line of a record from after its `id`.
    pub(super) fn write_findings(&self, out: &mut Vec<u8>, findings: &Findings, record: usize) {
        out.extend_from_slice(match findings.urgent(record) {
            Some(Urgent::Emergency) => b",\"urgent\":\"emergency\",\"applies\":[",
            Some(Urgent::SameDay) => b",\"urgent\":\"same_day\",\"applies\":[",
            None => b",\"urgent\":null,\"applies\":[",
        });
        self.write_cautions(out, &findings.applies, record);
        out.extend_from_slice(b"],\"not_sure\":[");
        self.write_cautions(out, &findings.not_sure, record);
        out.extend_from_slice(b"],\"not_asked\":[");
        self.write_cautions(out, &findings.not_asked, record);
        out.extend_from_slice(b"],\"watch_more\":[");
        self.write_symptoms(out, findings, record);
        out.push(b']');
        self.write_doubts(out, &findings.also_not_sure, record);
        out.extend_from_slice(b"}\n");
    }

    /// Writes `,"also_not_sure":{"caution":["item"]}`, or nothing.
    fn write_doubts(&self, out: &mut Vec<u8>, blocks: &[Matrix], record: usize) {
        let mut open = None;
        for (block, doubts) in blocks.iter().zip(self.doubts.chunks(RECORDS)) {
            let mut bits = word(block, record);
            while bits != 0 {
                if let Some(doubt) = doubts.get(lowest_bit(bits)) {
                    let same_caution = open == Some(doubt.caution);
                    out.extend_from_slice(match open {
                        None => b",\"also_not_sure\":{".as_slice(),
                        Some(_) if same_caution => b",",
                        Some(_) => b"],",
                    });
                    if !same_caution {
                        out.extend_from_slice(doubt.opening.as_bytes());
                        open = Some(doubt.caution);
                    }
                    out.extend_from_slice(doubt.item.as_bytes());
                }
                bits &= bits - 1;
            }
        }
        if open.is_some() {
            out.extend_from_slice(b"]}");
        }
    }

    fn write_cautions(&self, out: &mut Vec<u8>, blocks: &[Matrix], record: usize) {
        let from = out.len();
        for (block, pieces) in blocks.iter().zip(self.cautions.chunks(RECORDS)) {
            write_pieces(out, pieces, word(block, record));
        }
        cut_comma(out, from);
    }

    /// By urgency, and of each the reported ones first, as in a report.
    fn write_symptoms(&self, out: &mut Vec<u8>, findings: &Findings, record: usize) {
        let from = out.len();
        for urgency in &self.urgencies {
            for wanted in [true, false] {
                let blocks = findings.watch_more.iter().zip(&findings.reported).zip(urgency);
                for (((watch_more, reported), of_urgency), pieces) in blocks.zip(self.symptoms.chunks(RECORDS)) {
                    let reported = word(reported, record);
                    let these = if wanted { reported } else { !reported };
                    write_pieces(out, pieces, word(watch_more, record) & of_urgency & these);
                }
            }
        }
        cut_comma(out, from);
    }
}

/// Writes the start of a line, up to its number.
pub(super) fn write_start(out: &mut Vec<u8>, line: u64) {
    out.extend_from_slice(b"{\"line\":");
    out.extend_from_slice(itoa::Buffer::new().format(line).as_bytes());
}

/// Writes an `id` that needs no escapes.
pub(super) fn write_plain_id(out: &mut Vec<u8>, id: &[u8]) {
    out.extend_from_slice(b",\"id\":\"");
    out.extend_from_slice(id);
    out.push(b'"');
}

/// Writes an `id`, escaped where necessary.
pub(super) fn write_id(out: &mut Vec<u8>, id: &str) {
    out.extend_from_slice(b",\"id\":");
    write_json(out, &id);
}

/// Writes a line with mistakes.
pub(super) fn write_bad(out: &mut Vec<u8>, line: u64, bad: &BadLine) {
    write_start(out, line);
    write_members(out, bad);
}

/// Writes a line with warnings alone, if there are any.
pub(super) fn write_warned(out: &mut Vec<u8>, line: u64, warnings: &[Diagnostic]) {
    if !warnings.is_empty() {
        write_start(out, line);
        write_members(out, &warned(warnings));
    }
}

/// Adds warnings to the line that was written last.
pub(super) fn add_warnings(out: &mut Vec<u8>, warnings: &[Diagnostic]) {
    if !warnings.is_empty() {
        out.truncate(out.len().saturating_sub("}\n".len()));
        write_members(out, &warned(warnings));
    }
}

fn warned(warnings: &[Diagnostic]) -> WarnedLine {
    WarnedLine { warnings: warnings.iter().map(Mistake::new).collect() }
}

/// Writes the members of an object that is not empty, behind others, and the end of the line.
fn write_members(out: &mut Vec<u8>, members: &impl Serialize) {
    let from = out.len();
    write_json(out, members);
    // The opening brace of the object becomes the comma after the line number.
    if let Some(brace) = out.get_mut(from) {
        *brace = b',';
    }
    out.push(b'\n');
}

fn word(block: &Matrix, record: usize) -> u64 {
    block.get(record).copied().unwrap_or(0)
}

#[inline]
fn write_pieces(out: &mut Vec<u8>, pieces: &[Piece], mut bits: u64) {
    while bits != 0 {
        if let Some(piece) = pieces.get(lowest_bit(bits)) {
            let end = out.len() + piece.length;
            out.extend_from_slice(&piece.bytes);
            out.truncate(end);
        }
        bits &= bits - 1;
    }
}

/// Removes the comma after the last piece, if anything was written after `from`.
fn cut_comma(out: &mut Vec<u8>, from: usize) {
    if out.len() > from {
        out.pop();
    }
}

/// Writes the line of a record with its whole report.
pub(super) fn write_report(out: &mut Vec<u8>, line: u64, report: &Report<'_>) {
    write_start(out, line);
    out.extend_from_slice(b",\"report\":");
    write_json(out, report);
    out.extend_from_slice(b"}\n");
}

/// Appends a value as JSON. This cannot fail: all values are text, numbers and lists, and writing to a `Vec` has no
/// errors.
pub(super) fn write_json(out: &mut Vec<u8>, value: &impl Serialize) {
    let _ = serde_json::to_writer(out, value);
}
