//! What each stage costs, in this process: `cargo bench`.
//!
//! `peers/` beside it compares whole programs.

#![expect(clippy::expect_used, reason = "a bench that cannot go on fails, and is no interface")]

use std::fs;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use jakcheck::answers::{self, Answers};
use jakcheck::batch::{Engine, OutputFormat, PaddedLines, Worker};
use jakcheck::load::RuleFiles;
use jakcheck::model::RuleSet;
use jakcheck::pages;
use jakcheck::pages::report::Report;
use jakcheck::render::{Paint, json, text};
use jiff::civil::{Date, date};

/// Records in a block.
const RECORDS: usize = 1000;

const DAY: Date = date(2026, 12, 1);

fn main() {
    divan::main();
}

fn rules() -> RuleSet {
    RuleSet::built_in().expect("the built-in rules load")
}

/// One of the people of the examples, on one line.
fn person() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/people/past_clot.json");
    let document = fs::read_to_string(path).expect("an example");
    document.lines().map(str::trim).collect()
}

fn answers(rules: &RuleSet) -> Answers<'_> {
    answers::read(rules, "answers", person().as_bytes()).expect("good answers")
}

/// The same record many times, ready for an engine.
fn block(record: &str) -> PaddedLines {
    PaddedLines::new(format!("{record}\n").repeat(RECORDS).as_bytes())
}

mod load {
    use super::{Bencher, RuleFiles, RuleSet};

    #[divan::bench]
    fn packed(bencher: Bencher<'_, '_>) {
        bencher.bench(RuleSet::built_in);
    }

    #[divan::bench]
    fn from_json(bencher: Bencher<'_, '_>) {
        let files = RuleFiles::built_in();
        bencher.bench(|| RuleSet::load(&files));
    }
}

mod one {
    use jakcheck::answers::read;

    use super::{Bencher, DAY, Paint, Report, answers, json, pages, person, rules, text};

    #[divan::bench]
    fn parse(bencher: Bencher<'_, '_>) {
        let (rules, person) = (rules(), person());
        bencher.bench(|| read(&rules, "answers", person.as_bytes()));
    }

    #[divan::bench]
    fn evaluate(bencher: Bencher<'_, '_>) {
        let rules = rules();
        let answers = answers(&rules);
        bencher.bench(|| Report::new(&answers, DAY));
    }

    #[divan::bench]
    fn render_text(bencher: Bencher<'_, '_>) {
        let rules = rules();
        let report = Report::new(&answers(&rules), DAY);
        bencher.bench(|| text::render(&pages::report::page::document(&report), 80, Paint::new(false)));
    }

    #[divan::bench]
    fn render_json(bencher: Bencher<'_, '_>) {
        let rules = rules();
        let report = Report::new(&answers(&rules), DAY);
        bencher.bench(|| json::render(&report));
    }
}

mod batch {
    use super::{Bencher, BytesCount, DAY, Engine, ItemsCount, OutputFormat, RECORDS, Worker, block, person, rules};

    fn run(bencher: Bencher<'_, '_>, record: &str, output_format: OutputFormat, is_strict: bool) {
        let rules = rules();
        let engine = Engine::new(&rules, "bench", output_format);
        let engine = if is_strict { engine.strict() } else { engine };
        let (block, bytes) = (block(record), RECORDS * (record.len() + 1));
        let (mut worker, mut results) = (Worker::new(&engine), Vec::new());
        bencher.counter(ItemsCount::new(RECORDS)).counter(BytesCount::new(bytes)).bench_local(|| {
            results.clear();
            worker.write(block.all(), 1, &mut results)
        });
    }

    #[divan::bench]
    fn all_questions(bencher: Bencher<'_, '_>) {
        run(bencher, &person(), OutputFormat::Lines, false);
    }

    /// Nothing to read: what evaluating and writing cost.
    #[divan::bench]
    fn no_answer(bencher: Bencher<'_, '_>) {
        run(bencher, "{}", OutputFormat::Lines, false);
    }

    #[divan::bench]
    fn strict(bencher: Bencher<'_, '_>) {
        run(bencher, &person(), OutputFormat::Lines, true);
    }

    #[divan::bench]
    fn bad_lines(bencher: Bencher<'_, '_>) {
        run(bencher, "{\"smoking\": \"sometimes\"}", OutputFormat::Lines, false);
    }

    #[divan::bench(sample_count = 10)]
    fn whole_reports(bencher: Bencher<'_, '_>) {
        run(bencher, &person(), OutputFormat::Reports(DAY), false);
    }

    #[divan::bench]
    fn table(bencher: Bencher<'_, '_>) {
        run(bencher, &person(), OutputFormat::Table, false);
    }
}
