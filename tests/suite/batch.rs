//! Batches give for each line the result of `check`.

use std::fmt::Write as _;
use std::fs;

use jakcheck::batch::{Counts, Engine, OutputFormat, PaddedLines, Worker};
use jakcheck::model::RuleSet;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::batch_reference::expected;
use crate::support::random::{Random, cases};
use crate::support::rules::small_rules;
use crate::support::{Given, built_in, files, random_answers, to_json};

/// The results of an engine for some lines.
fn results(engine: &Engine<'_>, text: &[u8]) -> (String, Counts) {
    let padded = PaddedLines::new(text);
    let mut out = Vec::new();
    let counts = Worker::new(engine).write(padded.all(), 1, &mut out);
    (String::from_utf8(out).unwrap(), counts)
}

/// Compares an engine with the reference, line by line.
fn compare(rules: &RuleSet, engine: &Engine<'_>, text: &[u8]) {
    let (results, counts) = results(engine, text);
    let mut results = results.split_inclusive('\n');
    let mut lines: Vec<&[u8]> = text.split(|byte| *byte == b'\n').collect();
    assert_eq!(lines.pop(), Some(&b""[..]), "the text ends with a line break");
    for (index, line) in lines.iter().enumerate() {
        if let Some(expected) = expected(rules, line, index + 1) {
            assert_eq!(results.next(), Some(expected.as_str()), "{}", String::from_utf8_lossy(line));
        }
    }
    assert_eq!(results.next(), None);
    let all = counts.records + counts.errors + counts.blank;
    assert_eq!(all, u64::try_from(lines.len()).unwrap());
}

/// Writes the same answers in another form: groups as lists where possible, spaces, another order.
fn written(given: &Given, way: u64) -> String {
    let mut document: serde_json::Map<String, Value> = serde_json::from_str(&to_json(given)).unwrap();
    if way & 1 == 1 {
        for question in built_in().questions().iter().filter(|question| question.is_group) {
            let Some(members) = document.get(question.id.as_str()).and_then(Value::as_object) else { continue };
            let with = |answer: &str| -> Vec<String> {
                members.iter().filter(|(_, value)| *value == answer).map(|(key, _)| key.clone()).collect()
            };
            let (yes, no, not_sure) = (with("yes"), with("no"), with("not_sure"));
            let is_whole = members.len() == question.items.len();
            let list = if is_whole && not_sure.is_empty() && yes.is_empty() {
                vec!["none".to_owned()]
            } else if is_whole && not_sure.is_empty() {
                yes
            } else if is_whole && no.is_empty() {
                [vec!["not_sure".to_owned()], yes].concat()
            } else {
                continue;
            };
            document.insert(question.id.to_string(), json!(list));
        }
    }
    let mut members: Vec<String> = document.iter().map(|(key, value)| format!("{}: {value}", json!(key))).collect();
    if way & 2 == 2 {
        members.reverse();
    }
    if way & 4 == 4 {
        members.push(r#""id":"p 1 ~ ü""#.to_owned());
    }
    let (open, between) = if way & 8 == 8 { ("{ \t", " , ") } else { ("{", ",") };
    format!("{open}{}}}", members.join(between))
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

/// A line with one to three changes: a byte replaced, removed or inserted, or a part repeated.
fn damaged(line: &str, random: &mut Random) -> Vec<u8> {
    const PUT_IN: &[u8] = b"\"\\{}[],: \t\r\0\x1f\x7fanyu0-\xc3\xa9\xff";
    let mut bytes = line.as_bytes().to_vec();
    for _ in 0..random.within(1..4) {
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

#[test]
fn damaged_lines_give_the_results_of_check() {
    let mut random = Random::new();
    let lines: Vec<String> = files("examples/people", ".json")
        .iter()
        .map(|path| serde_json::from_slice::<Value>(&fs::read(path).unwrap()).unwrap().to_string())
        .collect();
    let mut text = Vec::new();
    for round in 0..6000 {
        text.extend(damaged(&lines[round % lines.len()], &mut random));
        text.push(b'\n');
    }
    let engine = Engine::new(built_in(), "batch", OutputFormat::Lines);
    compare(built_in(), &engine, &text);
    let (_, counts) = results(&engine, &text);
    assert!(counts.errors > 5000 && counts.records > 20, "{counts:?}");
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
