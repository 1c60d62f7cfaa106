//! Any bytes as a batch: each line is answered as `check` answers it, fast way in or not.
#![no_main]

use std::sync::LazyLock;

use jakcheck::batch::{Engine, OutputFormat, PaddedLines, Worker};
use jakcheck::model::RuleSet;
use libfuzzer_sys::fuzz_target;

#[path = "../../suite/support/batch_reference.rs"]
mod batch_reference;

static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::built_in().expect("the built-in rules load"));
static FAST: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::new(&RULES, "batch", OutputFormat::Lines));
static STRICT: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::new(&RULES, "batch", OutputFormat::Lines).strict());

fuzz_target!(|bytes: &[u8]| {
    let text = [bytes, b"\n"].concat();
    let padded = PaddedLines::new(&text);
    let expected: String = text[..text.len() - 1]
        .split(|byte| *byte == b'\n')
        .enumerate()
        .filter_map(|(index, line)| batch_reference::expected(&RULES, line, index + 1))
        .collect();
    for engine in [&*FAST, &*STRICT] {
        let mut results = Vec::new();
        Worker::new(engine).write(padded.all(), 1, &mut results);
        assert_eq!(String::from_utf8(results).expect("UTF-8"), expected);
    }
});
