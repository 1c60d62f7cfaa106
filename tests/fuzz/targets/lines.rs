//! Any bytes as lines of JSON: each line is answered as `check` answers it, fast way in or not, with a key left out or not.
#![no_main]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jakcheck::answers::{self, Answers, Ignored};
use jakcheck::batch::{Counts, Engine, OutputFormat, PaddedLines, Worker};
use jakcheck::model::RuleSet;
use libfuzzer_sys::fuzz_target;
use serde_json::value::RawValue;

#[path = "../../suite/support/batch_reference.rs"]
mod batch_reference;

/// The keys that a first byte from `1` leaves out. With `0`, which is no part of the lines either, and with any other first
/// byte nothing is left out.
const LEFT_OUT: [&str; 6] = ["id", "smoking", "heart_history", "heart_history__stroke", "heart_history.stroke", "note"];

static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::built_in().expect("the built-in rules load"));
static WAYS: LazyLock<Vec<Way>> = LazyLock::new(|| {
    let left_out = LEFT_OUT.iter().map(|name| Ignored::new(&RULES, [*name]));
    [Ignored::default()].into_iter().chain(left_out).map(Way::new).collect()
});

/// The engines of one way to set `--ignore`.
struct Way {
    ignored: Ignored,
    fast: Engine<'static>,
    strict: Engine<'static>,
}

impl Way {
    fn new(ignored: Ignored) -> Self {
        let engine = || Engine::new(&RULES, "batch", OutputFormat::Lines).leaving_out(ignored.clone());
        Self { fast: engine(), strict: engine().strict(), ignored }
    }
}

fuzz_target!(|bytes: &[u8]| {
    let (way, text) = match bytes {
        [first @ b'0'..=b'6', text @ ..] => (&WAYS[usize::from(first - b'0')], text),
        text => (&WAYS[0], text),
    };
    let lines: Vec<&[u8]> = text.split(|byte| *byte == b'\n').collect();
    let expected: String = lines
        .iter()
        .enumerate()
        .filter_map(|(index, line)| batch_reference::expected(&RULES, line, index + 1, &way.ignored))
        .collect();
    let left_out: u64 = lines.iter().map(|line| left_out(line, &way.ignored)).sum();
    let text = [text, b"\n"].concat();
    let padded = PaddedLines::new(&text);
    for engine in [&way.fast, &way.strict] {
        let mut results = Vec::new();
        let counts = Worker::new(engine).write(padded.all(), 1, &mut results);
        assert_eq!(String::from_utf8(results).expect("UTF-8"), expected);
        let Counts { records, errors, blank, keys_left_out, .. } = counts;
        assert_eq!((records + errors + blank, keys_left_out), (lines.len() as u64, left_out));
    }
});

/// How many keys of a line are left out, after a look at what the line says: that is what it would say without them, without
/// what is missing and with the items of groups named the other way.
fn left_out(line: &[u8], ignored: &Ignored) -> u64 {
    let Ok((answers, left_out)) = answers::read_leaving_out(&RULES, "batch", line, ignored) else { return 0 };
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
    let members: BTreeMap<String, &RawValue> = serde_json::from_slice(line).expect("an object, as it was read");
    let plain = |name: &str, value: &RawValue| !ignored.has(name) && !["null", "\"\""].contains(&value.get());
    for (from, to) in [(".", "__"), ("__", ".")] {
        let members: BTreeMap<String, &RawValue> = members
            .iter()
            .filter(|(name, value)| plain(name, value))
            .map(|(name, value)| (name.replace(from, to), *value))
            .collect();
        let written = serde_json::to_vec(&members).expect("an object");
        let again: Option<Answers<'_>> = answers::read(&RULES, "batch", &written).ok();
        assert!(again.as_ref() == Some(&answers), "{}", String::from_utf8_lossy(&written));
    }
    left_out
}
