//! A rule set prepared for batches, with the formats of input and output.

use jiff::civil::Date;

use super::bits::Layout;
use super::blocks::Ends;
use super::columns::{ColumnsAs, ColumnsWriter};
use super::compiled::Compiled;
use super::line::LineWriter;
use super::result_table::TableWriter;
use super::rows::RowScanner;
use super::scan::Scanner;
use crate::answers::{Columns, Ignored, RowEnds};
use crate::model::{Caution, RuleSet, WarningSymptom};

/// The output for each line of input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputFormat {
    /// A JSON object with ids.
    Lines,
    /// A JSON object with the whole report, made on this day.
    Reports(Date),
    /// A row of a CSV table.
    Table,
    /// The answers themselves, in columns. Lines with mistakes have no output and are reported to the
    /// [`Watch`](super::Watch).
    Columns(ColumnsAs),
}

/// The format of the input.
#[derive(Debug)]
pub(super) enum Input<'r> {
    /// Lines of JSON, with a scanner if the rule set and the output allow one.
    Json(Option<Box<Scanner>>),
    /// Rows of a table, with a scanner in the same way.
    Table(Columns<'r>, Option<Box<RowScanner>>),
}

/// The writer of the results.
#[derive(Debug)]
pub(super) enum Output<'r> {
    Lines(LineWriter),
    Reports(Date),
    Table(TableWriter),
    Columns(ColumnsWriter<'r>),
}

/// A rule set prepared for batches.
#[derive(Debug)]
pub struct Engine<'r> {
    pub(super) rules: &'r RuleSet,
    pub(super) compiled: Compiled,
    pub(super) input: Input<'r>,
    pub(super) output: Output<'r>,
    /// The name of the input in error messages.
    pub(super) name: String,
    /// Whether a table begins with a byte order mark.
    has_mark: bool,
    /// The keys of objects to leave out.
    pub(super) ignored: Ignored,
}

/// How many lines had which result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Lines with answers that could be read.
    pub records: u64,
    /// Lines with mistakes.
    pub errors: u64,
    /// Lines with only white space, and rows with only empty fields.
    pub blank: u64,
    /// Records with an emergency.
    pub emergency: u64,
    /// Records with something for the same day, but no emergency.
    pub same_day: u64,
    /// Records to which a caution applies.
    pub with_cautions: u64,
    /// Fields with a word that means no answer.
    pub missing: u64,
    /// Keys of objects that were left out.
    pub keys_left_out: u64,
    /// Keys of objects that are no question, which are mistakes.
    pub unknown_keys: u64,
    /// Records that say whose answers they are.
    pub with_whose: u64,
    /// Records that were read with warnings.
    pub with_warnings: u64,
}

impl Counts {
    /// Adds the counts of another part of the batch.
    pub fn add(&mut self, other: Self) {
        let Self {
            records,
            errors,
            blank,
            emergency,
            same_day,
            with_cautions,
            missing,
            keys_left_out,
            unknown_keys,
            with_whose,
            with_warnings,
        } = other;
        self.records += records;
        self.errors += errors;
        self.blank += blank;
        self.emergency += emergency;
        self.same_day += same_day;
        self.with_cautions += with_cautions;
        self.missing += missing;
        self.keys_left_out += keys_left_out;
        self.unknown_keys += unknown_keys;
        self.with_whose += with_whose;
        self.with_warnings += with_warnings;
    }
}

impl<'r> Engine<'r> {
    /// Compiles a rule set for lines of JSON. `name` is the name of the input in error messages.
    pub fn new(rules: &'r RuleSet, name: &str, output_format: OutputFormat) -> Self {
        let (cautions, symptoms) = (in_report_order(rules), symptoms_in_report_order(rules));
        let compiled = Compiled::new(rules, &cautions, &symptoms);
        let output = match output_format {
            OutputFormat::Lines => Output::Lines(LineWriter::new(&cautions, &symptoms, &compiled.doubts)),
            OutputFormat::Reports(date) => Output::Reports(date),
            OutputFormat::Table => Output::Table(TableWriter::new(rules, &cautions, &symptoms, &compiled.doubts)),
            OutputFormat::Columns(written_as) => Output::Columns(ColumnsWriter::new(rules, written_as)),
        };
        let (input, name) = (Input::Json(None), name.to_owned());
        let engine = Self { rules, compiled, input, output, name, has_mark: false, ignored: Ignored::default() };
        let scanner = engine.scanned_layout().and_then(|layout| Scanner::new(rules, layout));
        Self { input: Input::Json(scanner.map(Box::new)), ..engine }
    }

    /// Where the bits of answers are.
    pub(super) fn layout(&self) -> &Layout {
        match &self.output {
            Output::Columns(writer) => &writer.layout,
            Output::Lines(_) | Output::Table(_) | Output::Reports(_) => &self.compiled.layout,
        }
    }

    /// The same for the scanner. `None` where its bits are not enough.
    fn scanned_layout(&self) -> Option<&Layout> {
        match &self.output {
            Output::Lines(_) | Output::Table(_) | Output::Columns(_) => Some(self.layout()),
            Output::Reports(_) => None,
        }
    }

    /// Changes the input to rows of a CSV table with these columns.
    #[must_use]
    pub fn for_table(self, columns: Columns<'r>) -> Self {
        let scanner = self.scanned_layout().and_then(|layout| RowScanner::new(self.rules, &columns, layout));
        Self { input: Input::Table(columns, scanner.map(Box::new)), ..self }
    }

    /// Leaves out the keys of objects that have these names.
    #[must_use]
    pub fn leaving_out(self, ignored: Ignored) -> Self {
        match self.input {
            // The scanner knows only what is read, and would read a question that is to be left out.
            Input::Json(Some(_)) if !ignored.is_empty() => Self { input: Input::Json(None), ignored, ..self },
            Input::Json(_) | Input::Table(..) => Self { ignored, ..self },
        }
    }

    /// Puts a byte order mark before a table, without which some spreadsheets take its text for another encoding.
    #[must_use]
    pub fn with_byte_order_mark(self) -> Self {
        Self { has_mark: true, ..self }
    }

    /// Removes the scanner, so that the strict reader reads every line.
    #[must_use]
    pub fn strict(self) -> Self {
        match self.input {
            Input::Json(_) => Self { input: Input::Json(None), ..self },
            Input::Table(columns, _) => Self { input: Input::Table(columns, None), ..self },
        }
    }

    /// Writes the header row, if the output is a table.
    pub(super) fn write_header(&self, out: &mut Vec<u8>) {
        if self.has_mark {
            out.extend_from_slice(b"\xef\xbb\xbf");
        }
        match &self.output {
            Output::Table(table) => table.write_header(out),
            Output::Columns(columns) => columns.write_header(out),
            Output::Lines(_) | Output::Reports(_) => {}
        }
    }

    /// The most records whose results are kept in memory. A report is a hundred times as long as a line of results.
    pub(super) fn most_records(&self) -> usize {
        match self.output {
            Output::Lines(_) | Output::Table(_) | Output::Columns(_) => 4096,
            Output::Reports(_) => 64,
        }
    }

    /// The most bytes of one read: few where results are long, so that every thread has work.
    pub(super) fn bytes_at_once(&self) -> usize {
        match self.output {
            Output::Lines(_) | Output::Table(_) | Output::Columns(_) => 256 << 10,
            Output::Reports(_) => 32 << 10,
        }
    }

    /// The number of lines before the first record: those of the header of a table.
    pub(super) fn lines_before(&self) -> u64 {
        match &self.input {
            Input::Json(_) => 0,
            Input::Table(columns, _) => columns.lines(),
        }
    }

    /// What finds where a record ends, at the start of one.
    pub(super) fn ends(&self) -> Ends {
        match &self.input {
            Input::Json(_) => Ends::Lines,
            Input::Table(columns, _) => Ends::Rows(RowEnds::new(columns.delimiter())),
        }
    }
}

/// The cautions in the order of a report.
fn in_report_order(rules: &RuleSet) -> Vec<&Caution> {
    let mut cautions: Vec<&Caution> = rules.cautions().iter().collect();
    cautions.sort_by_cached_key(|caution| caution.place_in_report());
    cautions
}

/// The warning symptoms in the order of a report.
fn symptoms_in_report_order(rules: &RuleSet) -> Vec<&WarningSymptom> {
    let mut symptoms: Vec<&WarningSymptom> = rules.warning_symptoms().iter().collect();
    symptoms.sort_by_key(|symptom| symptom.place_in_report());
    symptoms
}

#[cfg(test)]
mod tests {
    use super::{Counts, Engine, Input, OutputFormat};
    use crate::answers::{Columns, Ignored, TableForm};
    use crate::model::RuleSet;

    #[test]
    fn counts_are_added_one_by_one() {
        let counts = |of: [u64; 11]| {
            let [records, errors, blank, emergency, same_day, with_cautions, missing, left_out, unknown, whose, warned] =
                of;
            Counts {
                records,
                errors,
                blank,
                emergency,
                same_day,
                with_cautions,
                missing,
                keys_left_out: left_out,
                unknown_keys: unknown,
                with_whose: whose,
                with_warnings: warned,
            }
        };
        let mut sum = counts([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        sum.add(counts([20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120]));
        assert_eq!(sum, counts([21, 32, 43, 54, 65, 76, 87, 98, 109, 120, 131]));
    }

    #[test]
    fn who_asks_for_the_strict_reader_gets_it() {
        let rules = RuleSet::built_in().unwrap();
        let engine = || Engine::new(&rules, "batch", OutputFormat::Lines);
        assert!(matches!(engine().strict().input, Input::Json(None)));
        let columns = Columns::new(&rules, "table", b"stage\n", &TableForm::default()).unwrap();
        assert!(matches!(engine().for_table(columns).strict().input, Input::Table(_, None)));
    }

    #[test]
    fn keys_are_left_out_by_the_strict_reader_and_by_no_other() {
        let rules = RuleSet::built_in().unwrap();
        let engine = || Engine::new(&rules, "batch", OutputFormat::Lines);
        let engine_of_none = engine().leaving_out(Ignored::default());
        assert!(matches!(engine_of_none.input, Input::Json(Some(_))), "nothing is left out");
        for engine in [engine(), engine().strict()] {
            let engine = engine.leaving_out(Ignored::new(&rules, ["note"]));
            assert!(matches!(engine.input, Input::Json(None)) && !engine.ignored.is_empty());
        }
    }
}
