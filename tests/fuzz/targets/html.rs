//! Any text in every place of a page: its HTML is well formed and has only what a page may consist of.
#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use jakcheck::answers;
use jakcheck::load::{RuleFile, RuleFiles};
use jakcheck::model::RuleSet;
use jakcheck::pages::report::Report;
use jakcheck::pages::{self, frame, topic};
use jakcheck::render::document::{Block, Document, Item, Line, Section, Table};
use jakcheck::render::{html, visible};
use jiff::civil::{Date, date};
use libfuzzer_sys::fuzz_target;
use scraper::Html;
use serde_json::{Value, json};

#[path = "../../suite/support/allowed.rs"]
mod allowed;

const DAY: Date = date(2026, 1, 20);

/// Keys whose texts people read.
const KEYS: [&str; 13] = [
    "title",
    "text",
    "why",
    "tell",
    "ask",
    "label",
    "hint",
    "says",
    "disagrees",
    "signs",
    "brief",
    "said",
    "publisher",
];

static FILES: LazyLock<Vec<(RuleFile, Value)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/small_rules");
    let files = RuleFiles::of_folder(&folder).expect("the small rule set");
    let parsed = |file: &RuleFile| (file.clone(), serde_json::from_slice(&file.bytes).expect("JSON"));
    files.iter().filter(|file| !file.name.starts_with("cases/")).map(parsed).collect()
});
static RULES: LazyLock<RuleSet> = LazyLock::new(|| load(None).expect("the small rules load"));

/// The small rule set, with a text in the place of each that people read.
fn load(text: Option<&str>) -> Option<RuleSet> {
    let file = |(file, parsed): &(RuleFile, Value)| {
        let mut parsed = parsed.clone();
        if let Some(text) = text {
            put(&mut parsed, "", text);
        }
        RuleFile { bytes: parsed.to_string().into_bytes().into(), ..file.clone() }
    };
    RuleSet::load(&RuleFiles::new(FILES.iter().map(file).collect())).ok()
}

fn put(value: &mut Value, key: &str, text: &str) {
    match value {
        Value::String(old) if KEYS.contains(&key) => text.clone_into(old),
        Value::Array(list) => list.iter_mut().for_each(|value| put(value, key, text)),
        Value::Object(members) => members.iter_mut().for_each(|(key, value)| put(value, key, text)),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn check(document: &Document) {
    let page = html::render(document, html::Size::Normal);
    assert!(!page.chars().any(|c| c != '\n' && visible::is_unprintable(c)), "{page}");
    let page = Html::parse_document(&page);
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    allowed::assert_allowed(&page);
}

/// A page with the text in blocks of several kinds, whatever it is.
fn made(text: &str) -> Document {
    let line = Line::from(text);
    let blocks = vec![
        Block::Line(line.clone()),
        Block::List(vec![Item::of(text)]),
        Block::Entry { title: text.to_owned(), lines: vec![line.clone()] },
        Block::Signs(vec![text.to_owned()]),
        Block::Ticks { list: vec![text.to_owned()], blank: 1 },
        Block::Table(Table { headings: vec![text.to_owned()], rows: vec![vec![line]] }),
        Block::Sources(vec![text.to_owned()]),
    ];
    let frame = frame::of_rules(RULES.header(), DAY, true);
    Document { title: text.to_owned(), sections: vec![Section::new(text, blocks)], ..frame }
}

/// The rule set with the text, where it takes it, and answers to its questions.
fn with_rules(text: &str, check: impl FnOnce(&RuleSet, &Report<'_>)) {
    if let Some(rules) = load(Some(text)) {
        let given = answers::read(&rules, "answers", br#"{"wheel_wear": {"worn_tyre": "yes"}}"#).expect("good answers");
        check(&rules, &Report::new(&given, DAY));
    }
}

// The first byte chooses the page, as reading HTML takes long.
fuzz_target!(|bytes: &[u8]| {
    let [choice, bytes @ ..] = bytes else { return };
    let text = String::from_utf8_lossy(bytes);
    match choice % 4 {
        0 => check(&made(&text)),
        1 => {
            let named = json!({ "id": text, "wheel_wear": { "worn_tyre": "yes" }, "weather": ["rain"] }).to_string();
            if let Ok(named) = answers::read(&RULES, "answers", named.as_bytes()) {
                check(&pages::list::document(&Report::new(&named, DAY)));
            }
        }
        2 => with_rules(&text, |_, report| check(&pages::report::page::document(report))),
        _ => with_rules(&text, |rules, _| {
            check(&topic::page::all(rules, frame::of_rules(rules.header(), DAY, false)));
        }),
    }
});
