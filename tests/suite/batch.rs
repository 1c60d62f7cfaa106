//! Batches give for each line the result of `check`.

use std::fmt::Write as _;
use std::fs;

use jakcheck::analysis::proof::states;
use jakcheck::answers::Ignored;
use jakcheck::batch::{ColumnsAs, Counts, Engine, OutputFormat, PaddedLines, Worker};
use jakcheck::model::RuleSet;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::batch_reference::expected;
use crate::support::made_rules;
use crate::support::random::{Random, cases};
use crate::support::records::{line, records};
use crate::support::rules::small_rules;
use crate::support::ways::written;
use crate::support::{built_in, files, random_answers};

/// The results of an engine for some lines.
fn results(engine: &Engine<'_>, text: &[u8]) -> (String, Counts) {
    let padded = PaddedLines::new(text);
    let mut out = Vec::new();
    let counts = Worker::new(engine).write(padded.all(), 1, &mut out);
    (String::from_utf8(out).unwrap(), counts)
}

/// Compares an engine with the reference, line by line.
fn compare(rules: &RuleSet, engine: &Engine<'_>, text: &[u8]) {
    let (written, counts) = results(engine, text);
    let mut results = written.split_inclusive('\n');
    let mut lines: Vec<&[u8]> = text.split(|byte| *byte == b'\n').collect();
    assert_eq!(lines.pop(), Some(&b""[..]), "the text ends with a line break");
    for (index, line) in lines.iter().enumerate() {
        if let Some(expected) = expected(rules, line, index + 1, &Ignored::default()) {
            assert_eq!(results.next(), Some(expected.as_str()), "{}", String::from_utf8_lossy(line));
        }
    }
    assert_eq!(results.next(), None);
    let with = |part: &str| u64::try_from(written.matches(part).count()).unwrap();
    assert_eq!(
        (counts.emergency, counts.same_day),
        (with("\"urgent\":\"emergency\""), with("\"urgent\":\"same_day\""))
    );
    assert_eq!(counts.with_cautions, with("\"applies\":[\""));
    let all = counts.records + counts.errors + counts.blank;
    assert_eq!(all, u64::try_from(lines.len()).unwrap());
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_batch_gives_the_results_of_check(people in prop::collection::vec((random_answers(), any::<u64>()), 1..8)) {
        let lines: String = people.iter().map(|(given, way)| written(given, *way) + "\n").collect();
        let engine = Engine::new(built_in(), "batch", OutputFormat::Lines);
        compare(built_in(), &engine, lines.as_bytes());
        compare(built_in(), &engine.strict(), lines.as_bytes());
    }
}

#[test]
fn worked_cases_and_examples_give_the_results_of_check() {
    let mut lines = String::new();
    for path in files("rules/jak-inhibitors/cases", ".json") {
        let cases: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        for case in cases["cases"].as_array().unwrap() {
            writeln!(lines, "{}", case["answers"]).unwrap();
        }
    }
    for path in files("examples/people", ".json") {
        let person: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        writeln!(lines, "{person}").unwrap();
    }
    assert!(lines.lines().count() > 300);
    let engine = Engine::new(built_in(), "batch", OutputFormat::Lines);
    compare(built_in(), &engine, lines.as_bytes());
    let (fast, slow) = (results(&engine, lines.as_bytes()), results(&engine.strict(), lines.as_bytes()));
    assert_eq!(fast, slow);
}

#[test]
fn every_state_of_each_caution_gives_the_results_of_check() {
    let rules = built_in();
    let engine = Engine::new(rules, "records", OutputFormat::Lines);
    for caution in rules.cautions() {
        let states = states(rules, caution);
        assert!(states.len() > 3, "{}", caution.id);
        let lines: Vec<String> = states.iter().map(|answers| answers.in_one_line() + "\n").collect();
        compare(rules, &engine, lines.concat().as_bytes());
    }
}

#[test]
fn another_rule_set_gives_the_results_of_check() {
    let rules = small_rules();
    let mut lines = String::from("{}\n");
    for question in rules.questions() {
        for item in &question.items {
            for option in item.options.iter().map(|option| option.id.as_str()).chain(["not_sure"]) {
                let value = if question.is_group { json!({ item.id.as_str(): option }) } else { json!(option) };
                writeln!(lines, "{}", json!({ question.id.as_str(): value })).unwrap();
            }
        }
    }
    compare(&rules, &Engine::new(&rules, "batch", OutputFormat::Lines), lines.as_bytes());
}

/// Of every second rule set the answers, and often the results too, need several words of bits.
#[test]
fn random_rule_sets_give_the_results_of_check() {
    let mut random = Random::new();
    for number in 0..60 {
        let mut documents = made_rules::documents(&mut random);
        if number % 2 == 1 {
            made_rules::widen(&mut random, &mut documents);
        }
        let rules = RuleSet::load(&made_rules::files_of(&documents)).unwrap();
        let records = records(&rules, &mut random, 70);
        let lines: String = records.iter().enumerate().map(|(number, record)| line(&rules, number, record)).collect();
        let engine = Engine::new(&rules, "batch", OutputFormat::Lines);
        compare(&rules, &engine, lines.as_bytes());
        compare(&rules, &engine.strict(), lines.as_bytes());
        for written_as in [ColumnsAs::Json, ColumnsAs::Csv] {
            let engine = || Engine::new(&rules, "batch", OutputFormat::Columns(written_as));
            assert!(results(&engine(), lines.as_bytes()) == results(&engine().strict(), lines.as_bytes()));
        }
    }
}

/// A line with one to three changes: a byte replaced, removed or inserted, or a part repeated.
fn damaged(line: &str, random: &mut Random) -> Vec<u8> {
    const PUT_IN: &[u8] = b"\"\\{}[],: \t\r\0\x1f\x7fanyu0-\xc3\xa9\xff";
    let mut bytes = line.as_bytes().to_vec();
    for _ in 0..random.within(1..4) {
        if bytes.is_empty() {
            break;
        }
        let at = random.within(0..bytes.len());
        match random.within(0..6) {
            0 => bytes[at] = PUT_IN[random.within(0..PUT_IN.len())],
            1 => drop(bytes.remove(at)),
            2 => bytes.insert(at, PUT_IN[random.within(0..PUT_IN.len())]),
            3 => bytes.truncate(at.max(1)),
            4 => {
                let end = (at + random.within(1..40)).min(bytes.len());
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            _ => bytes[at] ^= 1 << random.within(0..8),
        }
    }
    bytes.retain(|byte| *byte != b'\n');
    bytes
}

/// The same record with some values missing, the items of a group by themselves, and a number as `id`.
fn odd(record: &Value, random: &mut Random) -> Value {
    let mut members = serde_json::Map::new();
    for (key, value) in record.as_object().unwrap() {
        match (random.within(0..8), value) {
            (0, _) => drop(members.insert(key.clone(), Value::Null)),
            (1, _) => drop(members.insert(key.clone(), json!(""))),
            (2, Value::Object(items)) => {
                members.extend(items.iter().map(|(item, answer)| (format!("{key}__{item}"), answer.clone())));
            }
            (3 | 4, Value::Object(_)) => drop(members.insert(key.clone(), odd(value, random))),
            (3, _) if key == "id" => drop(members.insert(key.clone(), json!(17))),
            (4 | 5, Value::String(id)) if key == "id" => {
                const BLANKS: [&str; 4] = ["", " ", "\t", "\u{a0}  "];
                let [before, behind] = [(); 2].map(|()| *random.one_of(&BLANKS));
                let id = if random.one_in(4) { "" } else { id };
                members.insert(key.clone(), json!(format!("{before}{id}{behind}")));
            }
            _ => drop(members.insert(key.clone(), value.clone())),
        }
    }
    Value::Object(members)
}

#[test]
fn damaged_and_odd_lines_give_the_results_of_check() {
    let mut random = Random::new();
    let people: Vec<Value> = files("examples/people", ".json")
        .iter()
        .map(|path| serde_json::from_slice(&fs::read(path).unwrap()).unwrap())
        .collect();
    let engine = Engine::new(built_in(), "batch", OutputFormat::Lines);
    let mut all = Counts::default();
    for _ in 0..20 {
        let mut text = Vec::new();
        for round in 0..1000 {
            let person = &people[round % people.len()];
            let line = if round % 2 == 0 { person.to_string() } else { odd(person, &mut random).to_string() };
            text.extend(if round % 3 == 1 { line.into_bytes() } else { damaged(&line, &mut random) });
            text.push(b'\n');
        }
        compare(built_in(), &engine, &text);
        all.add(results(&engine, &text).1);
        for written_as in [ColumnsAs::Json, ColumnsAs::Csv] {
            let engine = || Engine::new(built_in(), "batch", OutputFormat::Columns(written_as));
            assert_eq!(results(&engine(), &text), results(&engine().strict(), &text));
        }
    }
    assert!(all.errors > 8000 && all.records > 5000, "{all:?}");
}

#[test]
fn bad_answers_files_give_the_results_of_check() {
    let mut text = Vec::new();
    for path in files("tests/data/bad_answers", ".json") {
        let bytes = fs::read(path).unwrap();
        text.extend(bytes.iter().map(|byte| if *byte == b'\n' { b' ' } else { *byte }));
        text.push(b'\n');
    }
    assert!(text.len() > 2000);
    compare(built_in(), &Engine::new(built_in(), "batch", OutputFormat::Lines), &text);
}
