//! The questions as a Questionnaire of FHIR: each answer has one code, nothing is chosen or required, and a question is left
//! out only where its condition is definitely false.

use std::collections::BTreeSet;

use jakcheck::answers::{self, Answers};
use jakcheck::evaluate::Situation;
use jakcheck::export::questionnaire;
use jakcheck::fhir::{self, Kept, Response};
use jakcheck::load::{RuleFile, RuleFiles};
use jakcheck::model::{Answer, Item, RuleSet, Truth};
use serde_json::{Value, json};

use crate::support::random::Random;
use crate::support::responses::all;
use crate::support::rules::small_files;
use crate::support::{built_in, day, made_rules, run, text};

const NOT_SURE: &str = "asked-unknown";

fn exported(rules: &RuleSet) -> Value {
    serde_json::to_value(questionnaire(rules)).unwrap()
}

fn array<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// The items of all questions, in order.
fn questions(questionnaire: &Value) -> Vec<&Value> {
    array(questionnaire, "item").iter().flat_map(|topic| array(topic, "item")).collect()
}

fn code(option: &Value) -> &str {
    option["valueCoding"]["code"].as_str().unwrap()
}

#[test]
fn each_question_is_there_with_each_of_its_answers() {
    let exported = exported(built_in());
    let questions = questions(&exported);
    assert_eq!(questions.len(), built_in().questions().len());
    for (item, question) in questions.into_iter().zip(built_in().questions()) {
        assert_eq!((&item["linkId"], &item["text"]), (&json!(question.id.as_str()), &json!(question.text)));
        assert_eq!((&item["type"], item["repeats"] == true), (&json!("choice"), question.is_group));
        let options = array(item, "answerOption");
        let codes: BTreeSet<(&str, &str)> =
            options.iter().map(|option| (option["valueCoding"]["system"].as_str().unwrap(), code(option))).collect();
        assert_eq!(codes.len(), options.len(), "two answers to {} have the same code", question.id);
        let own: Vec<String> = if question.is_group {
            let items = question.items.iter().map(|item| item.id.as_str());
            items.chain(["none"]).map(|item| format!("{}.{item}", question.id)).collect()
        } else {
            let plain = |label: &str, hint: bool, id: &str| match (label, hint) {
                ("Yes", false) if id == "yes" => "Y".to_owned(),
                ("No", false) if id == "no" => "N".to_owned(),
                _ => format!("{}.{id}", question.id),
            };
            let options = question.first().options.iter();
            options.map(|option| plain(&option.label, option.hint.is_some(), option.id.as_str())).collect()
        };
        let found: Vec<&str> = options.iter().map(code).collect();
        assert_eq!(found, own.iter().map(String::as_str).chain([NOT_SURE]).collect::<Vec<_>>());
        let displays: BTreeSet<&str> =
            options.iter().map(|option| option["valueCoding"]["display"].as_str().unwrap()).collect();
        assert_eq!(displays.len(), options.len(), "two answers to {} read alike", question.id);
        let exclusive = options.iter().filter(|option| option["extension"][0]["valueBoolean"] == true).map(code);
        let none = format!("{}.none", question.id);
        assert_eq!(exclusive.collect::<Vec<_>>(), if question.is_group { vec![none.as_str()] } else { Vec::new() });
        assert_eq!(array(item, "item")[0]["text"], question.why.join(" "));
    }
}

#[test]
fn the_emergency_text_is_first_and_nothing_is_chosen_or_required() {
    let exported = exported(built_in());
    let first = &exported["item"][0];
    assert!(first["type"] == "display" && first["text"].as_str().unwrap().starts_with("EMERGENCY: call "));
    let limits = exported["item"][1]["text"].as_str().unwrap();
    assert!(limits.contains("does not say if the medicine is right") && limits.contains("No doctor or nurse"));
    let mut values = Vec::new();
    all(&exported, &mut values);
    let keys: BTreeSet<&str> = values
        .iter()
        .filter_map(|value| value.as_object())
        .flat_map(|object| object.keys().map(String::as_str))
        .collect();
    for never in
        ["required", "initial", "initialSelected", "modifierExtension", "implicitRules", "approvalDate", "valueUri"]
    {
        assert!(!keys.contains(never), "there is a `{never}`");
    }
    // Extensions are named under hl7.org only where HL7 defines them.
    let urls: BTreeSet<&str> = values
        .iter()
        .flat_map(|value| array(value, "extension"))
        .map(|extension| extension["url"].as_str().unwrap().rsplit_once('/').unwrap())
        .map(|(base, name)| {
            assert_eq!(base, "http://hl7.org/fhir/StructureDefinition");
            name
        })
        .collect();
    let known = [
        "artifact-versionAlgorithm",
        "questionnaire-displayCategory",
        "questionnaire-itemControl",
        "questionnaire-optionExclusive",
    ];
    assert_eq!(urls.into_iter().collect::<Vec<_>>(), known);
    let links: Vec<&Value> = values.iter().filter_map(|value| value.get("linkId")).collect();
    let distinct: BTreeSet<String> = links.iter().map(ToString::to_string).collect();
    assert_eq!(links.len(), distinct.len());
}

#[test]
fn it_says_which_rules_it_is_made_of_and_that_nobody_reviewed_them() {
    let header = built_in().header();
    let exported = exported(built_in());
    assert_eq!(exported["status"], "draft");
    assert_eq!(exported["experimental"], true);
    assert_eq!(exported["version"], header.version);
    assert_eq!(exported["identifier"][0]["value"], header.digest);
    assert_eq!(exported["date"], header.checked_on.to_string());
    assert_eq!(exported["effectivePeriod"]["end"], header.review_by.to_string());
    assert_eq!(exported["name"], "RulesJakInhibitors");
    let url = exported["url"].as_str().unwrap();
    assert!(url.ends_with("/Questionnaire/jak-inhibitors") && !url.contains(['|', '#']) && !url.contains("example"));
}

#[test]
fn the_command_prints_it_the_same_on_every_day() {
    let printed = |day: &str| run(&["rules", "export", "--to", "fhir-questionnaire", "--date", day], "");
    let (early, late) = (printed("2026-12-01"), printed("2031-01-01"));
    assert_eq!(early.stdout, late.stdout);
    assert!(text(&late.stderr).starts_with("OUT OF DATE"));
    assert_eq!(serde_json::from_slice::<Value>(&early.stdout).unwrap(), exported(built_in()));
}

/// Whether a form asks a question, as FHIR defines it: without a condition always, otherwise where one part of it holds.
fn is_asked(item: &Value, given: &dyn Fn(&str) -> Vec<String>) -> bool {
    let parts = array(item, "enableWhen");
    let holds = |part: &Value| {
        let codes = given(part["question"].as_str().unwrap());
        match part["operator"].as_str().unwrap() {
            "=" => codes.iter().any(|code| *code == part["answerCoding"]["code"]),
            "exists" => part["answerBoolean"] == !codes.is_empty(),
            other => panic!("{other} is understood otherwise by each form"),
        }
    };
    assert!(parts.len() < 2 || item["enableBehavior"] == "any");
    parts.is_empty() || parts.iter().any(holds)
}

/// Every answer to an item, with the codes of it in a form.
fn answers_to(rules: &RuleSet, item: &Item) -> Vec<(Answer, Vec<String>)> {
    let mut all = vec![(Answer::Unanswered, Vec::new()), (Answer::NotSure, vec![NOT_SURE.to_owned()])];
    for option in item.options.iter().map(|option| option.id.as_str()) {
        let (json, codes) = match (item.reference.split_once('.'), option) {
            (Some((group, id)), "yes") => (json!({ group: { id: option } }), vec![item.reference.clone()]),
            // A box that is not ticked has no code.
            (Some((group, id)), _) => (json!({ group: { id: option } }), Vec::new()),
            (None, "yes") => (json!({ &item.reference: option }), vec!["Y".to_owned()]),
            (None, "no") => (json!({ &item.reference: option }), vec!["N".to_owned()]),
            (None, _) => (json!({ &item.reference: option }), vec![format!("{}.{option}", item.id)]),
        };
        let answers = answers::read(rules, "answers", json.to_string().as_bytes()).unwrap();
        all.push((answers.answer(item.index), codes));
    }
    all
}

/// Holds what a form asks against what the program asks, for every answer to one item. How many questions were left out.
fn hold(rules: &RuleSet) -> usize {
    let exported = exported(rules);
    let mut left_out = 0;
    for (form, question) in questions(&exported).into_iter().zip(rules.questions()) {
        let Some(when) = &question.ask_when else {
            assert!(array(form, "enableWhen").is_empty());
            continue;
        };
        for item in when.leaves().into_iter().map(|leaf| &rules[leaf.item]) {
            for (answer, codes) in answers_to(rules, item) {
                let mut answers = Answers::none(rules);
                answers.set(item.index, answer);
                let asks = when.evaluate(&Situation::new(&answers)) != Truth::False;
                let asked = rules.question_of(item.index);
                let given = |id: &str| if asked.id.as_str() == id { codes.clone() } else { Vec::new() };
                let is_asked = is_asked(form, &given);
                assert!(is_asked || !asks, "a form does not ask {} with {answer:?}", question.id);
                left_out += usize::from(!is_asked);
            }
        }
    }
    left_out
}

#[test]
fn a_form_asks_whatever_the_program_asks() {
    // Ten illnesses are neither of the three for which the question is asked.
    assert_eq!(hold(built_in()), built_in().question("condition").unwrap().first().options.len() - 3);
}

/// The small rules, where the question about the weather is asked under another condition.
fn weather_where(condition: &str) -> RuleSet {
    let files = small_files();
    let changed = files.iter().map(|file| {
        let text = String::from_utf8(file.bytes.to_vec()).unwrap();
        let text = text.replace(
            "\"ask_when\": { \"holds\": \"rides_outside\" },\n      \"items\"",
            &format!("\"ask_when\": {condition},\n      \"items\""),
        );
        RuleFile { bytes: text.into_bytes().into(), ..file.clone() }
    });
    RuleSet::load(&RuleFiles::new(changed.collect())).unwrap_or_else(|error| panic!("{condition}: {error}"))
}

#[test]
fn a_condition_that_a_form_cannot_say_leaves_nothing_out() {
    let town = r#"{ "question": "bicycle_use", "is": ["town"] }"#;
    let trails = r#"{ "question": "bicycle_use", "is": ["trails"] }"#;
    let [either, both] = ["any", "all"].map(|word| format!(r#"{{ "{word}": [{town}, {trails}] }}"#));
    let count = |condition: &str| hold(&weather_where(condition));
    // Each part of a condition is tried with each answer to its item.
    assert_eq!(count(town), count(&either) / 2 + 1);
    assert_eq!(count(&both), 0);
}

#[test]
fn questions_that_hang_on_each_other_are_asked_by_a_form_and_read_back() {
    let mut random = Random::new();
    let (mut hidden, mut left_out) = (0, 0);
    for _ in 0..30 {
        let rules = made_rules::rules(&mut random);
        let exported = exported(&rules);
        for _ in 0..30 {
            let answers = made_rules::answers(&mut random, &rules);
            let answers = answers::read(&rules, "answers", answers.as_bytes()).unwrap();
            let not_asked: Vec<&str> = fhir::as_asked(&answers).1.iter().map(|question| question.id.as_str()).collect();
            let response = serde_json::to_value(Response::new(&answers, day(), Kept::default())).unwrap();
            let reading = fhir::read(&rules, "response", response.to_string().as_bytes()).unwrap();
            assert!(reading.warnings.is_empty(), "{:?}", reading.warnings);
            let said = questions(&response);
            let given = |id: &str| -> Vec<String> {
                let question = said.iter().filter(|item| item["linkId"] == id);
                question.flat_map(|item| array(item, "answer")).map(|answer| code(answer).to_owned()).collect()
            };
            for (form, question) in questions(&exported).into_iter().zip(rules.questions()) {
                let (id, is_asked) = (question.id.as_str(), is_asked(form, &given));
                for item in &question.items {
                    let kept = if not_asked.contains(&id) { Answer::Unanswered } else { answers.answer(item.index) };
                    assert_eq!(reading.answers.answer(item.index), kept, "{}", item.reference);
                }
                assert!(is_asked || given(id).is_empty(), "a form does not ask {id}");
                left_out += usize::from(!is_asked);
            }
            hidden += not_asked.len();
        }
    }
    assert!(hidden > 100 && left_out > 100, "{hidden} were not asked, {left_out} are left out by a form");
}
