//! Any bytes as the answers of many people: the masks of a batch give what the plain evaluation gives.
#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use jakcheck::answers::Ignored;
use jakcheck::batch::{Engine, OutputFormat, PaddedLines, Worker};
use jakcheck::load::RuleFiles;
use jakcheck::model::{Item, RuleSet};
use libfuzzer_sys::fuzz_target;

#[path = "../../suite/support/batch_reference.rs"]
mod batch_reference;

/// Behind it the next person begins, and what was not said before is unanswered: so few bytes are many people.
const NEXT_PERSON: u8 = b'/';

static RULES: LazyLock<[RuleSet; 2]> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/small_rules");
    let small = RuleFiles::of_folder(&folder).expect("the small rule set");
    [RuleSet::built_in().expect("the built-in rules load"), RuleSet::load(&small).expect("the small rules load")]
});
static ENGINES: LazyLock<[Engine<'static>; 2]> =
    LazyLock::new(|| RULES.each_ref().map(|rules| Engine::new(rules, "batch", OutputFormat::Lines)));

/// The answers of a person as a line of JSON, from a byte an item in the order of the questionnaire.
fn person(rules: &RuleSet, bytes: &[u8]) -> String {
    let answer = |(item, byte): (&Item, &u8)| {
        let options = item.options.iter().map(|option| option.id.as_str()).chain(["not_sure", ""]);
        let options: Vec<&str> = options.collect();
        (item.reference.clone(), options[usize::from(*byte) % options.len()].into())
    };
    serde_json::Value::Object(rules.items().zip(bytes).map(answer).collect()).to_string() + "\n"
}

fuzz_target!(|bytes: &[u8]| {
    let [first, people @ ..] = bytes else { return };
    let (rules, engine) = (&RULES[usize::from(first % 2)], &ENGINES[usize::from(first % 2)]);
    let lines: Vec<String> = people.split(|byte| *byte == NEXT_PERSON).map(|bytes| person(rules, bytes)).collect();
    let expected: String = lines
        .iter()
        .zip(1..)
        .filter_map(|(line, number)| {
            batch_reference::expected(rules, line.trim_end().as_bytes(), number, &Ignored::default())
        })
        .collect();
    let text = lines.concat();
    let mut results = Vec::new();
    Worker::new(engine).write(PaddedLines::new(text.as_bytes()).all(), 1, &mut results);
    assert_eq!(String::from_utf8(results).expect("UTF-8"), expected);
});
