//! Any bytes as rows of a table: the fast reader gives what the strict one gives, and so do the same answers as lines.
#![no_main]

use std::io::{self, Read};
use std::sync::{LazyLock, OnceLock};

use jakcheck::answers::{Columns, Delimiter, Ignored, ReadError, TableForm, read_header};
use jakcheck::batch::{self, ColumnsAs, Counts, Engine, OutputFormat, PaddedLines, Watch, Worker};
use jakcheck::model::RuleSet;
use libfuzzer_sys::fuzz_target;

/// The headers that the first byte chooses from, besides all columns and a header of the input's own.
const HEADERS: [&str; 6] = [
    "id,age_band,smoking,clot_history,heart_history.stroke",
    "heart_history__stroke,heart_history__heart_attack,note,symptoms_now.clot_leg,id",
    "smoking",
    "id",
    "note",
    "smoking,pregnancy,id,note",
];
const OWN: usize = HEADERS.len() + 1;

/// What the second byte chooses from.
const DELIMITERS: [&str; 4] = [",", ";", "tab", "|"];
const MISSING: [&[&str]; 4] = [&[], &["NA"], &["NA", "N/A", "."], &["NA", "n\"a", "a,b"]];
const FORMS: usize = DELIMITERS.len() * MISSING.len();

/// The columns that are left out, one of them a question.
const LEFT_OUT: [&str; 2] = ["note", "pregnancy"];

static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::built_in().expect("the built-in rules load"));
static TABLES: [OnceLock<Table>; OWN * FORMS] = [const { OnceLock::new() }; OWN * FORMS];
static LINES: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::new(&RULES, "lines", OutputFormat::Lines).strict());

/// The engines for the rows of one table.
struct Table {
    fast: Engine<'static>,
    strict: Engine<'static>,
    fast_table: Engine<'static>,
    strict_table: Engine<'static>,
    columns: Engine<'static>,
}

impl Table {
    fn new(header: &[u8], form: &TableForm) -> Result<Self, ReadError> {
        let engine = |format| -> Result<Engine<'static>, ReadError> {
            let columns = Columns::new(&RULES, "table", header, form)?;
            Ok(Engine::new(&RULES, "table", format).for_table(columns))
        };
        Ok(Self {
            fast: engine(OutputFormat::Lines)?,
            strict: engine(OutputFormat::Lines)?.strict(),
            fast_table: engine(OutputFormat::Table)?,
            strict_table: engine(OutputFormat::Table)?.strict(),
            columns: engine(OutputFormat::Columns(ColumnsAs::Json))?,
        })
    }

    fn check(&self, rows: &[u8]) {
        let (expected, counts) = results(&self.strict, rows);
        assert_eq!(results(&self.fast, rows), (expected.clone(), counts));
        assert_eq!(results(&self.fast_table, rows), results(&self.strict_table, rows));
        let mut pieces = Vec::new();
        let counted = batch::run(&self.fast, Pieces(rows), &mut pieces, 1, &Nobody).expect("nothing fails");
        assert_eq!(
            (without_numbers(&String::from_utf8(pieces).expect("UTF-8")), counted),
            (without_numbers(&expected), counts)
        );

        // The same answers once more, in columns and from there as lines of JSON.
        let (columns, _) = results(&self.columns, rows);
        let (again, counted) = results(&LINES, columns.as_bytes());
        let good: Vec<&str> = without_numbers(&expected).into_iter().filter(|result| !is_bad(result)).collect();
        assert_eq!(without_numbers(&again), good);
        assert_eq!((counted.records, counted.errors, counted.blank), (counts.records, 0, 0));
    }
}

/// The results of rows, and their counts.
fn results(engine: &Engine<'_>, rows: &[u8]) -> (String, Counts) {
    let mut out = Vec::new();
    let counts = Worker::new(engine).write(PaddedLines::new(rows).all(), 2, &mut out);
    (String::from_utf8(out).expect("UTF-8"), counts)
}

/// Results without the numbers of their lines.
fn without_numbers(results: &str) -> Vec<&str> {
    results.lines().map(|result| result.split_once(',').expect("a result").1).collect()
}

/// Whether a result, without its number, is a mistake.
fn is_bad(result: &str) -> bool {
    result.starts_with("\"error\":")
}

/// A reader that gives a few bytes at a time, so that rows are cut wherever they can be.
struct Pieces<'t>(&'t [u8]);

impl Read for Pieces<'_> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let length = room.len().min(7);
        self.0.read(&mut room[..length])
    }
}

struct Nobody;

impl Watch for Nobody {
    fn read(&self, _: u64) {}

    fn refused(&self, _: &[u8]) {}
}

/// How a table is written, by the second byte; the delimiter is not named where the header is the input's own.
fn form(choice: usize, is_own: bool) -> TableForm {
    TableForm {
        delimiter: (!is_own).then(|| delimiter(choice)),
        ignored: Ignored::new(&RULES, LEFT_OUT),
        missing: MISSING[choice / DELIMITERS.len()].iter().map(|word| (*word).to_owned()).collect(),
    }
}

fn delimiter(choice: usize) -> Delimiter {
    Delimiter::named(DELIMITERS[choice % DELIMITERS.len()]).expect("a delimiter")
}

/// A header with the delimiter that the second byte chooses.
fn header(number: usize, choice: usize) -> String {
    let names =
        HEADERS.get(number).map_or_else(|| batch::template(&RULES).trim_end().to_owned(), |names| (*names).to_owned());
    let between = DELIMITERS[choice % DELIMITERS.len()].replace("tab", "\t");
    names.replace(',', &between) + "\n"
}

fuzz_target!(|bytes: &[u8]| {
    let [header_choice, form_choice, rows @ ..] = bytes else { return };
    let (number, choice) = (usize::from(*header_choice) % (OWN + 1), usize::from(*form_choice) % FORMS);
    if number == OWN {
        let mut rest = rows;
        let header = read_header(&mut rest, None).expect("nothing fails");
        assert_eq!([header.as_slice(), rest].concat(), rows);
        if let Ok(table) = Table::new(&header, &form(choice, true)) {
            table.check(rest);
        }
        return;
    }
    let table = TABLES[number * FORMS + choice]
        .get_or_init(|| Table::new(header(number, choice).as_bytes(), &form(choice, false)).expect("a good header"));
    table.check(rows);
});
