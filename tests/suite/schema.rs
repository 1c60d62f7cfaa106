//! JSON Schemas: the documents of the repository are valid, and those that the program refuses are not.

use std::fs;

use jakcheck::export;
use jakcheck::load::RuleFiles;
use jakcheck::pages::comparison::Comparison;
use jakcheck::pages::explanation::Explanation;
use jakcheck::pages::people::PEOPLE;
use jakcheck::pages::report::Report;
use serde_json::{Value, json};

use crate::support::answers::samples;
use crate::support::{answers, built_in, day, files, run, text, to_json};

fn read(path: &std::path::Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn assert_valid(validator: &jsonschema::Validator, document: &Value, name: &str) {
    let errors: Vec<String> =
        validator.iter_errors(document).map(|error| format!("{} {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
}

#[test]
fn the_schemas_are_valid_schemas_of_the_dialect() {
    let of_rules = [export::answers_schema(built_in()), export::batch_schema(built_in())];
    let written = [
        export::report_schema(),
        export::comparison_schema(),
        export::explanation_schema(),
        export::error_schema(),
        export::hazards_schema(),
        export::proofs_schema(),
        export::cautions_schema(),
        export::people_schema(),
        export::reviews_schema(),
        export::topics_schema(),
        export::topic_schema(),
    ];
    for schema in of_rules.into_iter().chain(written).chain([export::rules_schema()]) {
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        jsonschema::meta::validate(&schema).unwrap();
    }
}

#[test]
fn every_rule_file_is_valid() {
    let validator = jsonschema::validator_for(&export::rules_schema()).unwrap();
    for file in RuleFiles::built_in().iter() {
        assert_valid(&validator, &serde_json::from_slice(&file.bytes).unwrap(), &file.name);
    }
    assert!(!validator.is_valid(&json!({ "id": "x", "title": "X", "about": [], "surprise": 1 })));
}

#[test]
fn every_example_is_valid() {
    let answers = jsonschema::validator_for(&export::answers_schema(built_in())).unwrap();
    for path in files("examples/people", ".json") {
        assert_valid(&answers, &read(&path), &path.display().to_string());
    }
    let report = jsonschema::validator_for(&export::report_schema()).unwrap();
    for path in files("examples/reports", ".json") {
        assert_valid(&report, &read(&path), &path.display().to_string());
    }
}

#[test]
fn every_kind_of_line_of_a_batch_is_valid() {
    let validator = jsonschema::validator_for(&export::batch_schema(built_in())).unwrap();
    let lines = "{\"id\": \"p1\", \"smoking\": \"past\"}\n{}\n{\n{\"smoking\": 1, \"age_band\": 2}\n";
    for arguments in [&["batch"][..], &["batch", "--full"]] {
        let output = run(arguments, lines);
        let results: Vec<Value> =
            text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(results.len(), 4);
        for result in &results {
            assert_valid(&validator, result, &result.to_string());
        }
        assert!(results[3]["more"].is_array());
    }
    for no_line in ["{}", r#"{"line": 1}"#, r#"{"line": 1, "id": "p1", "applies": []}"#] {
        assert!(!validator.is_valid(&serde_json::from_str(no_line).unwrap()), "{no_line}");
    }
}

#[test]
fn the_answers_schema_and_the_program_agree() {
    let validator = jsonschema::validator_for(&export::answers_schema(built_in())).unwrap();
    let is_read = |text: &str| jakcheck::answers::read(built_in(), "answers", text.as_bytes()).is_ok();
    let cases = [
        "{}",
        r#"{"id": "p1", "smoking": "never"}"#,
        r#"{"id": 1}"#,
        r#"{"id": -12}"#,
        r#"{"id": 1.5}"#,
        r#"{"id": true}"#,
        r#"{"id": null, "for": null, "heart_history": null}"#,
        r#"{"id": "", "for": "", "heart_history": "", "smoking": ""}"#,
        r#"{"heart_history": {"stroke": null, "angina": ""}}"#,
        r#"{"heart_history": ["stroke", null]}"#,
        r#"{"heart_history__stroke": "yes", "heart_history.angina": null}"#,
        r#"{"heart_history__stroke": "maybe"}"#,
        r#"{"heart_history_stroke": "yes"}"#,
        r#"{"heart_history__strok": "yes"}"#,
        r#"{"smoking": "no"}"#,
        r#"{"smoking": true}"#,
        r#"{"smoking": null}"#,
        r#"{"smoking": ["never"]}"#,
        r#"{"clott": "yes"}"#,
        r#"{"heart_history": ["none"]}"#,
        r#"{"heart_history": []}"#,
        r#"{"heart_history": {}}"#,
        r#"{"heart_history": ["none", "stroke"]}"#,
        r#"{"heart_history": ["stroke", "stroke"]}"#,
        r#"{"heart_history": ["stroke", "not_sure"]}"#,
        r#"{"heart_history": ["not_sure"]}"#,
        r#"{"heart_history": {"stroke": "yes", "angina": "not_sure"}}"#,
        r#"{"heart_history": {"stroke": "maybe"}}"#,
        r#"{"heart_history": {"none": "yes"}}"#,
        r#"{"heart_history": "stroke"}"#,
        r#"{"heart_history.stroke": "yes"}"#,
        "[]",
        r#""never""#,
    ];
    for text in cases {
        let document = serde_json::from_str(text).unwrap();
        assert_eq!(validator.is_valid(&document), is_read(text), "{text}");
    }
    for given in samples(50) {
        let text = to_json(&given);
        assert_valid(&validator, &serde_json::from_str(&text).unwrap(), &text);
    }
}

#[test]
fn topics_and_lists_are_valid() {
    let printed = |command: &[&str]| {
        let output = run(&[command, &["--format", "json"]].concat(), "");
        assert!(output.status.success(), "{command:?}: {}", text(&output.stderr));
        serde_json::from_slice::<Value>(&output.stdout).unwrap()
    };
    let lists: [(&str, &[&str]); 6] = [
        ("cautions", &["explain"]),
        ("people", &["demo"]),
        ("topics", &["topics"]),
        ("hazards", &["rules", "hazards"]),
        ("proofs", &["rules", "check"]),
        ("review", &["rules", "review"]),
    ];
    for (kind, command) in lists {
        let schema: Value = serde_json::from_slice(&run(&["schema", kind], "").stdout).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        assert_valid(&validator, &printed(command), kind);
        assert!(!validator.is_valid(&json!({})), "{kind}");
    }
    let topic = jsonschema::validator_for(&export::topic_schema()).unwrap();
    let (mut cautions, mut studies) = (0, 0);
    for one in built_in().topics() {
        let lesson = printed(&["topics", one.id.as_str()]);
        assert_valid(&topic, &lesson, one.id.as_str());
        let listed: Vec<&str> =
            lesson["sources"].as_array().unwrap().iter().map(|source| source["id"].as_str().unwrap()).collect();
        for caution in lesson["cautions"].as_array().unwrap() {
            for cite in caution["cites"].as_array().unwrap() {
                let (source, _) = cite.as_str().unwrap().split_once('/').unwrap();
                assert!(listed.contains(&source), "{}: {cite}", one.id);
            }
            cautions += 1;
        }
        studies += lesson["studies"].as_array().unwrap().len();
    }
    assert_eq!(cautions, built_in().cautions().len());
    assert_eq!(studies, built_in().topics().iter().map(|topic| topic.studies.len()).sum::<usize>());
}

#[test]
fn comparisons_and_explanations_are_valid() {
    let (comparisons, explanations) = (
        jsonschema::validator_for(&export::comparison_schema()).unwrap(),
        jsonschema::validator_for(&export::explanation_schema()).unwrap(),
    );
    let rules = built_in();
    let nothing = answers("{}");
    let first = Report::new(&nothing, day());
    for person in PEOPLE {
        let given = person.answers(rules).unwrap();
        let report = Report::new(&given, day()).as_example();
        let comparison = Comparison::new(&first, &report, ["nobody", person.name].map(str::to_owned));
        assert_valid(&comparisons, &serde_json::to_value(comparison).unwrap(), person.name);
        for caution in rules.cautions() {
            let explained = Explanation::new(rules, caution, Some(&given));
            assert_valid(&explanations, &serde_json::to_value(explained).unwrap(), caution.id.as_str());
        }
    }
    assert!(!comparisons.is_valid(&serde_json::to_value(&first).unwrap()));
}

#[test]
fn each_document_has_a_schema_on_the_command_line() {
    let help = text(&run(&["schema", "--help"], "").stdout);
    let (arguments, _) = help.split_once("Options:").unwrap();
    let (_, list) = arguments.split_once("Possible values:").unwrap();
    let documents: Vec<&str> =
        list.lines().filter_map(|line| line.trim().strip_prefix("- ")?.split(':').next()).collect();
    assert!(documents.len() > 10, "{help}");
    for document in documents {
        let output = run(&["schema", document], "");
        assert_eq!(output.status.code(), Some(0), "{document}");
        let schema: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert!(schema["$schema"].is_string() && jsonschema::meta::is_valid(&schema), "{document}");
    }
}
