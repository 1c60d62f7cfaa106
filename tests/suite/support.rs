//! What several modules need: the built-in rules, answers at random, the program as a command.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::{env, fs};

use jakcheck::answers::{self, Answers};
use jakcheck::model::Answer;
use jakcheck::model::{Item, RuleSet};
use jakcheck::pages;
use jakcheck::pages::report::Report;
use jakcheck::render::{self, Paint};
use jiff::civil::Date;
use proptest::prelude::*;

/// A day on which the content is neither new nor out of date.
pub(crate) const DAY: &str = "2026-12-01";

/// The built-in rule set, loaded once.
pub(crate) fn built_in() -> &'static RuleSet {
    static RULES: OnceLock<RuleSet> = OnceLock::new();
    RULES.get_or_init(|| RuleSet::built_in().expect("the built-in rules load"))
}

/// The answers in a JSON text.
pub(crate) fn answers(json: &str) -> Answers<'static> {
    answers::read(built_in(), "answers", json.as_bytes()).expect("good answers")
}

/// The report on the answers in a JSON text.
pub(crate) fn report(json: &str) -> Report<'static> {
    Report::new(&answers(json), day())
}

/// A report as plain text.
pub(crate) fn text_of(report: &Report<'_>, width: usize) -> String {
    render::text::render(&pages::report::page::document(report), width, Paint::new(false))
}

/// [`DAY`] as a date.
pub(crate) fn day() -> Date {
    DAY.parse().expect("a day")
}

/// The options of an item besides *not sure*, each with the answer that chooses it.
pub(crate) fn options_of(item: &Item) -> Vec<(Answer, String)> {
    // The library gives no way to make up an option, so they are read like anybody's answers.
    let choose = |option: &str| {
        let json = match item.reference.split_once('.') {
            Some((group, id)) => format!("{{\"{group}\": {{\"{id}\": \"{option}\"}}}}"),
            None => format!("{{\"{}\": \"{option}\"}}", item.reference),
        };
        answers(&json).answer(item.index)
    };
    item.options.iter().map(|option| (choose(option.id.as_str()), option.id.to_string())).collect()
}

/// Answers by item reference.
pub(crate) type Given = BTreeMap<String, String>;

/// Answers to some of the items, each an option or *not sure*.
pub(crate) fn random_answers() -> impl Strategy<Value = Given> {
    let items: Vec<(String, Vec<String>)> = built_in()
        .items()
        .map(|item| {
            let options = item.options.iter().map(|option| option.id.to_string());
            (item.reference.clone(), options.chain(["not_sure".to_owned()]).collect())
        })
        .collect();
    let choices: Vec<_> = items
        .iter()
        .map(|(_, options)| prop_oneof![2 => Just(None), 5 => prop::sample::select(options.clone()).prop_map(Some)])
        .collect();
    choices.prop_map(move |chosen| {
        items.iter().zip(chosen).filter_map(|((item, _), option)| Some((item.clone(), option?))).collect()
    })
}

/// The JSON document of answers by item reference.
pub(crate) fn to_json(given: &Given) -> String {
    let mut document = serde_json::Map::new();
    for (item, answer) in given {
        match item.split_once('.') {
            None => {
                document.insert(item.clone(), answer.clone().into());
            }
            Some((group, id)) => {
                let members = document.entry(group).or_insert_with(|| serde_json::json!({}));
                members.as_object_mut().expect("an object").insert(id.to_owned(), answer.clone().into());
            }
        }
    }
    serde_json::Value::Object(document).to_string()
}

/// Answers by item reference, as the program reads them.
pub(crate) fn answers_from<'r>(rules: &'r RuleSet, given: &Given) -> Answers<'r> {
    answers::read(rules, "answers", to_json(given).as_bytes()).expect("good answers")
}

/// The folder of the project.
pub(crate) fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The program in an environment that is the same everywhere, in the folder of the project.
pub(crate) fn jakcheck() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jakcheck"));
    command.env_clear().env("TERM", "dumb").env("LANG", "C.UTF-8").env("COLUMNS", "80").current_dir(project());
    if let Some(path) = env::var_os("PATH") {
        command.env("PATH", path);
    }
    command
}

/// Runs the program with something on its standard input.
pub(crate) fn run(arguments: &[&str], stdin: &str) -> Output {
    use std::io::Write as _;
    let mut child = jakcheck()
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that does not read its input closes it early; that is its business.
    let _ = child.stdin.take().expect("a pipe").write_all(stdin.as_bytes());
    child.wait_with_output().expect("the program ends")
}

/// Text of an output stream.
pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// Files below a folder of the project with an ending, sorted.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![project().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
