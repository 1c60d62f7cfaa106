//! Answers for tests: from JSON, and random ones.

use std::collections::BTreeMap;

use jakcheck::answers::{self, Answers};
use jakcheck::model::RuleSet;
use jakcheck::pages;
use jakcheck::pages::report::Report;
use jakcheck::render::{self, Paint};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::rules::{built_in, day};

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

/// `count` random answers, the same in every run.
pub(crate) fn samples(count: usize) -> impl Iterator<Item = Given> {
    let mut runner = TestRunner::deterministic();
    let all = random_answers();
    (0..count).map(move |_| all.new_tree(&mut runner).expect("answers").current())
}
