//! A rule set made ready for batches: what comes in, what goes out.

use jiff::civil::Date;

use super::columns::{ColumnsAs, ColumnsWriter};
use super::compiled::Compiled;
use super::line::LineWriter;
use super::result_table::TableWriter;
use super::scan::Scanner;
use crate::answers::Columns;
use crate::model::{Caution, RuleSet, WarningSymptom};

/// What goes out for each line that comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// A JSON object with ids.
    Lines,
    /// A JSON object with the whole report of that day.
    Reports(Date),
    /// A row of a CSV table.
    Table,
    /// The answers themselves, in columns. Lines with mistakes are left out: a [`Watch`](super::Watch) is told of them.
    Columns(ColumnsAs),
}

/// How lines are read.
#[derive(Debug)]
pub(super) enum Input<'r> {
    /// JSON, with a scanner where the rule set allows one.
    Json(Option<Box<Scanner>>),
    /// Rows of a table.
    Table(Columns<'r>),
}

/// How results are written.
#[derive(Debug)]
pub(super) enum Output<'r> {
    Lines(LineWriter),
    Reports(Date),
    Table(TableWriter),
    Columns(ColumnsWriter<'r>),
}

/// A rule set made ready for batches.
#[derive(Debug)]
pub struct Engine<'r> {
    pub(super) rules: &'r RuleSet,
    pub(super) compiled: Compiled,
    pub(super) input: Input<'r>,
    pub(super) output: Output<'r>,
    /// What the input is called in error messages.
    pub(super) name: String,
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
    /// Compiles a rule set for lines of JSON. `name` is what error messages call the input.
    pub fn new(rules: &'r RuleSet, name: &str, face: Face) -> Self {
        let (cautions, symptoms) = (in_report_order(rules), symptoms_in_report_order(rules));
        let compiled = Compiled::new(rules, &cautions, &symptoms);
        let scanner = match face {
            Face::Lines | Face::Table => Scanner::new(rules, &compiled.layout),
            // These are made from the answers as such, whatever they cost to read.
            Face::Reports(_) | Face::Columns(_) => None,
        };
        let output = match face {
            Face::Lines => Output::Lines(LineWriter::new(&cautions, &symptoms, &compiled.doubts)),
            Face::Reports(date) => Output::Reports(date),
            Face::Table => Output::Table(TableWriter::new(rules, &cautions, &symptoms, &compiled.doubts)),
            Face::Columns(written_as) => Output::Columns(ColumnsWriter::new(rules, written_as)),
        };
        Self { rules, compiled, input: Input::Json(scanner.map(Box::new)), output, name: name.to_owned() }
    }

    /// The same for rows of a CSV table.
    #[must_use]
    pub fn for_table(self, columns: Columns<'r>) -> Self {
        Self { input: Input::Table(columns), ..self }
    }

    /// The same without the scanner: every line goes through the strict reader.
    #[must_use]
    pub fn strict(self) -> Self {
        match self.input {
            Input::Json(_) => Self { input: Input::Json(None), ..self },
            Input::Table(_) => self,
        }
    }

    /// What stands before the results: the header of a table.
    pub(super) fn write_header(&self, out: &mut Vec<u8>) {
        match &self.output {
            Output::Table(table) => table.write_header(out),
            Output::Columns(columns) => columns.write_header(out),
            Output::Lines(_) | Output::Reports(_) => {}
        }
    }

    /// Lines whose results are held at once. A report is a hundred times as long as a line of results.
    pub(super) fn most_lines(&self) -> usize {
        match self.output {
            Output::Lines(_) | Output::Table(_) | Output::Columns(_) => 4096,
            Output::Reports(_) => 64,
        }
    }

    /// Bytes that are read at once: few where results are long, so that every thread has work.
    pub(super) fn bytes_at_once(&self) -> usize {
        match self.output {
            Output::Lines(_) | Output::Table(_) | Output::Columns(_) => 256 << 10,
            Output::Reports(_) => 32 << 10,
        }
    }

    /// How many lines were read before the first block: the header of a table.
    pub(super) fn lines_before(&self) -> u64 {
        match self.input {
            Input::Json(_) => 0,
            Input::Table(_) => 1,
        }
    }
}

/// The cautions as a report orders those of one state.
fn in_report_order(rules: &RuleSet) -> Vec<&Caution> {
    let mut cautions: Vec<&Caution> = rules.cautions().iter().collect();
    cautions.sort_by_cached_key(|caution| caution.place_in_report());
    cautions
}

/// The warning symptoms as a report orders those that are reported alike.
fn symptoms_in_report_order(rules: &RuleSet) -> Vec<&WarningSymptom> {
    let mut symptoms: Vec<&WarningSymptom> = rules.warning_symptoms().iter().collect();
    symptoms.sort_by_key(|symptom| symptom.place_in_report());
    symptoms
}
