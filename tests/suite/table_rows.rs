//! The fast reader of tables and the strict one give the same results, however a table is written, damaged and cut into
//! pieces.

use std::io::{self, Read};

use jakcheck::answers::{Columns, Delimiter, Ignored, TableForm};
use jakcheck::batch::{self, ColumnsAs, Counts, Engine, OutputFormat, PaddedLines, Watch, Worker};

use crate::support::built_in;
use crate::support::random::Random;
use crate::support::records::{Record, records};

struct Nobody;

impl Watch for Nobody {
    fn read(&self, _: u64) {}

    fn refused(&self, _: &[u8]) {}
}

/// A reader that gives pieces of one length.
struct Pieces<'t>(&'t [u8], usize);

impl Read for Pieces<'_> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let length = self.1.min(room.len()).min(self.0.len());
        room[..length].copy_from_slice(&self.0[..length]);
        self.0 = &self.0[length..];
        Ok(length)
    }
}

/// Some of the columns, in any order.
fn columns(random: &mut Random) -> Vec<usize> {
    let items = built_in().items().count();
    let mut columns: Vec<usize> = Vec::new();
    for _ in 0..random.within(1..12) {
        let column = random.within(0..items);
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    columns
}

/// A field as some program writes it.
fn written(text: &str, delimiter: char, random: &mut Random) -> String {
    const BLANKS: [&str; 4] = [" ", "\u{a0}", "\u{a0}  ", "  "];
    let mut blank = |chance: usize| if random.one_in(chance) { *random.one_of(&BLANKS) } else { "" };
    let (before, behind) = (blank(12), blank(12));
    let text = format!("{}{text}{}", blank(20), blank(20));
    if text.contains([delimiter, '"', '\n']) || random.one_in(4) {
        return format!("{before}\"{}\"{behind}", text.replace('"', "\"\""));
    }
    format!("{before}{text}{behind}")
}

fn id(number: usize, random: &mut Random) -> String {
    const IDS: [&str; 8] = ["", "a,b", "\"", "a \"b\" c", "ü", "\\", "a\nb", "\u{200b}"];
    if random.one_in(5) { (*random.one_of(&IDS)).to_owned() } else { format!("p{number}") }
}

/// A row, or what is left of it.
fn row(number: usize, record: &Record, columns: &[usize], delimiter: char, random: &mut Random) -> Vec<u8> {
    const PUT_IN: [&str; 14] =
        ["\"", ",", "\n", "\r", " ", "\u{a0}", ";", "\t", "yes", "\"\"", "\",", "'", "NA", "n\"a"];
    const NOTES: [&str; 7] = ["", "seen twice,\nthen not", "\"so\"", "ü", "NA", ",a\nb,", "\nso\n"];
    let mut texts: Vec<String> = Vec::new();
    for column in columns {
        let missing = if random.one_in(3) { "NA" } else { "" };
        texts.push(record[*column].as_deref().unwrap_or(missing).to_owned());
    }
    texts.extend([id(number, random), (*random.one_of(&NOTES)).to_owned()]);
    if random.one_in(15) {
        texts.fill(String::new());
    }
    let fields: Vec<String> = texts.iter().map(|text| written(text, delimiter, random)).collect();
    let mut row = fields.join(&delimiter.to_string()).into_bytes();
    if random.one_in(3) {
        for _ in 0..random.within(1..4) {
            let at = random.within(0..row.len() + 1);
            match random.within(0..4) {
                0 => drop(row.splice(at..at, random.one_of(&PUT_IN).bytes())),
                1 => row.truncate(at),
                2 if at < row.len() => row[at] ^= 1 << random.within(0..8),
                _ if at < row.len() => drop(row.remove(at)),
                _ => {}
            }
        }
    }
    row.extend_from_slice(random.one_of(&["\n", "\n", "\n", "\r\n", "\r\r\n"]).as_bytes());
    row
}

/// The results of the rows of a table, whole.
fn results(engine: &Engine<'_>, rows: &[u8]) -> (String, Counts) {
    let mut out = Vec::new();
    let counts = Worker::new(engine).write(PaddedLines::new(rows).all(), 2, &mut out);
    (String::from_utf8(out).unwrap(), counts)
}

#[test]
fn the_fast_reader_and_the_strict_one_agree() {
    let mut random = Random::new();
    let mut all = Counts::default();
    for _ in 0..340 {
        let columns = columns(&mut random);
        let names: Vec<String> =
            columns.iter().map(|column| built_in().items().nth(*column).unwrap().column()).collect();
        let delimiter = *random.one_of(&[',', ';', '\t', '|']);
        let header = format!("{},id,note\n", names.join(",")).replace(',', &delimiter.to_string());
        let missing: &[&str] = if random.one_in(3) { &[] } else { &["NA", "n\"a", "it's"] };
        let form = TableForm {
            delimiter: Delimiter::named(&delimiter.to_string()),
            ignored: Ignored::new(built_in(), ["note"]),
            missing: missing.iter().map(|word| (*word).to_owned()).collect(),
        };
        let records = records(built_in(), &mut random, 60);
        let rows: Vec<u8> = records
            .iter()
            .enumerate()
            .flat_map(|(number, record)| row(number, record, &columns, delimiter, &mut random))
            .collect();
        let written_as = random.within(0..6);
        let engine = || {
            let columns = Columns::new(built_in(), "table", header.as_bytes(), &form).unwrap();
            let output = match written_as {
                0 => OutputFormat::Columns(ColumnsAs::Json),
                1 => OutputFormat::Columns(ColumnsAs::Csv),
                2 => OutputFormat::Table,
                _ => OutputFormat::Lines,
            };
            Engine::new(built_in(), "table", output).for_table(columns)
        };
        let (fast, strict) = (engine(), engine().strict());
        let (expected, counts) = results(&strict, &rows);
        assert_eq!(results(&fast, &rows), (expected.clone(), counts), "{}", String::from_utf8_lossy(&rows));
        for (piece, threads) in [(1, 1), (7, 2), (1000, 1)] {
            let mut out = Vec::new();
            let counted = batch::run(&fast, Pieces(&rows, piece), &mut out, threads, &Nobody).unwrap();
            let out = String::from_utf8(out).unwrap();
            let has_header = matches!(written_as, 1 | 2);
            let found = if has_header { out.split_once('\n').unwrap().1 } else { &out };
            assert_eq!((found, counted), (expected.as_str(), counts), "{piece}");
        }
        all.add(counts);
    }
    assert!(all.records > 9000 && all.errors > 1000 && all.blank > 20 && all.missing > 2000, "{all:?}");
}

#[test]
fn what_is_said_of_a_huge_row_does_not_depend_on_the_pieces_it_comes_in() {
    const HEADER: &[u8] = b"id,note,smoking\n";
    let form = TableForm { ignored: Ignored::new(built_in(), ["note"]), ..TableForm::default() };
    let engine = || {
        let columns = Columns::new(built_in(), "table", HEADER, &form).unwrap();
        Engine::new(built_in(), "table", OutputFormat::Lines).for_table(columns)
    };
    let fields = ["\"*\"", "*", "\"*\"\"*\"", "\"\"*", "\"*\"a\"\n\"", "\"*"];
    for (field, length) in
        fields.iter().flat_map(|field| [65_500, 65_530, 65_537, 200_000, 900_000].map(|length| (field, length)))
    {
        for text in ["x", "x\n", "x\"\"", "\"\"x"] {
            let is_quoted = field.starts_with("\"*");
            if text != "x" && !is_quoted {
                continue;
            }
            let huge = field.replace('*', &text.repeat(length / text.len()));
            let rows = format!("p1,,past\np2,{huge},past\np3,,past\n");
            let (expected, counts) = results(&engine(), rows.as_bytes());
            let second = expected.lines().nth(1).unwrap();
            assert!(huge.len() < 65_537 || second.contains("\"code\":\"too_large\""), "{field} {length}: {second}");
            for (piece, threads) in [(4096, 1), (65_536, 2), (usize::MAX, 1)] {
                for engine in [engine(), engine().strict()] {
                    let mut out = Vec::new();
                    let counted =
                        batch::run(&engine, Pieces(rows.as_bytes(), piece), &mut out, threads, &Nobody).unwrap();
                    assert_eq!(
                        (String::from_utf8(out).unwrap(), counted),
                        (expected.clone(), counts),
                        "{field} {length} {piece}"
                    );
                }
            }
        }
    }
}
