//! Errors with `--format json`: one JSON document on standard error, which says what the text says.

use std::process::Output;

use jakcheck::export;
use jakcheck::text::language;
use serde_json::{Value, json};

use crate::support::{run, text};

/// Runs that fail: the arguments, the standard input, the exit code and a word of the message or the hint.
const FAILURES: [(&[&str], &str, i32, &str); 22] = [
    (&["check"], "{\"smoking\": \"sometimes\"}", 3, "`smoking` has no such option"),
    (&["check"], "{\"smoking\": 1, \"age_band\": [\"x\"]}", 3, "age_band"),
    (&["check"], "{", 3, "bad_json"),
    (&["check"], "", 3, "standard input is empty"),
    (&["check", "no_such_file.json"], "", 4, "no_such_file.json"),
    (&["check", "examples"], "", 4, "not a folder"),
    (&["check", "{\"smoking\": \"sometimes\"}"], "", 2, "command line"),
    (&["explain", "smokin"], "", 2, "did you mean `smoking`?"),
    (&["check", "--rules", "examples"], "{}", 3, "rule-set.json"),
    (&["check", "--rules", "no_such_folder"], "{}", 4, "no_such_folder"),
    (&["batch", "--from", "csv"], "id,smokin\n", 3, "did you mean `smoking`?"),
    (&["batch"], "\n", 3, "no record at all"),
    (&["ask"], "", 2, "--accessible"),
    (&["rules", "show", "smokin"], "", 2, "the values are: text"),
    (&["schema", "reports"], "", 2, "did you mean `report`?"),
    (&["check", "--no-inputs"], "", 2, "did you mean `--no-input`?"),
    (&["check", "--width", "sometimes"], "", 2, "--width <N>"),
    (&["check", "--date", "sometimes"], "", 2, "write a real day as YYYY-MM-DD"),
    (&["check", "--width", "7"], "", 2, "--width <N>"),
    (&["compare", "a.json"], "", 2, "<RIGHT>"),
    (&["smoking=sometimes"], "", 2, "jakcheck check FILE"),
    (&["check", "--smoking=sometimes"], "", 2, "unexpected argument"),
];

fn document(output: &Output) -> Value {
    assert!(output.stdout.is_empty());
    serde_json::from_slice(&output.stderr).unwrap_or_else(|error| panic!("{error}: {}", text(&output.stderr)))
}

#[test]
fn a_failure_is_one_document_with_the_same_exit_code() {
    let validator = jsonschema::validator_for(&export::error_schema()).unwrap();
    for (arguments, stdin, code, part) in FAILURES {
        let plain = run(arguments, stdin);
        assert_eq!(plain.status.code(), Some(code), "{arguments:?}: {}", text(&plain.stderr));
        for arguments in [[&["--format", "json"], arguments].concat(), [arguments, &["--format=json"]].concat()] {
            let output = run(&arguments, stdin);
            assert_eq!(output.status.code(), Some(code), "{arguments:?}");
            let document = document(&output);
            assert!(validator.is_valid(&document), "{arguments:?}: {document}");
            let said = text(&output.stderr).replace("\\\"", "\"");
            assert!(said.contains(part), "{arguments:?}: {said}");
            assert!(!said.contains("sometimes") && !said.contains(" 7 "), "what was given is said again: {said}");
            for key in ["message", "hint"] {
                assert!(document["error"][key].as_str().is_some_and(|text| !text.is_empty()), "{arguments:?}: {key}");
            }
        }
    }
    for no_error in [json!({}), json!({"error": {"message": "a"}}), json!({"error": "a"})] {
        assert!(!validator.is_valid(&no_error), "{no_error}");
    }
}

#[test]
fn every_mistake_in_answers_has_its_place_and_the_emergency_sentence_stays() {
    let stdin = "{\n  \"smoking\": \"sometimes\",\n  \"age_band\": \"old\",\n  \"clot_histroy\": 1\n}";
    let output = run(&["check", "--format", "json"], stdin);
    let document = document(&output);
    let (error, more) = (&document["error"], document["more"].as_array().unwrap());
    assert_eq!(
        error,
        &json!({
            "code": "unknown_option", "file": "standard input", "line": 2, "column": 14, "question": "smoking",
            "message": "`smoking` has no such option", "hint": "the options are: current, past, never, not_sure"
        })
    );
    assert_eq!(more.iter().map(|wrong| &wrong["line"]).collect::<Vec<_>>(), [3, 4]);
    assert_eq!(document["emergency"], language().safety.emergency_again);
    // The same words as in the text.
    let plain = text(&run(&["check"], stdin).stderr);
    for wrong in [error].into_iter().chain(more) {
        for key in ["code", "message", "hint"] {
            assert!(plain.contains(wrong[key].as_str().unwrap()), "{key}");
        }
    }
    let rules = self::document(&run(&["check", "--format", "json", "--rules", "examples"], "{}"));
    assert_eq!(rules["emergency"], Value::Null, "nobody's answers were read");
}

#[test]
fn only_the_first_of_thousands_of_mistakes_are_listed() {
    let hostile = format!("{{{}}}", vec!["\"a\": 1"; 2000].join(","));
    let document = document(&run(&["check", "--format", "json"], &hostile));
    assert_eq!(document["more"].as_array().unwrap().len(), 99);
    assert_eq!(document["not_listed"], 3899);
}

#[test]
fn other_formats_and_formats_that_are_not_asked_for_leave_errors_as_text() {
    let is_text = |arguments: &[&str]| text(&run(arguments, "{").stderr).starts_with("error");
    assert!(is_text(&["check", "--format", "html"]) && is_text(&["check"]));
    assert!(is_text(&["check", "--format", "json", "--format", "html"]));
    // JSON is what these print without being asked.
    assert!(is_text(&["batch", "no_such_file"]) && is_text(&["schema", "nothing"]));
    // What stands behind `--` is no option.
    assert!(is_text(&["check", "--", "--format=json"]));
}

#[test]
fn the_last_words_to_a_person_who_was_asked_are_text() {
    let output = run(&["--accessible", "--format", "json"], "1\n0\n2\n");
    let stderr = text(&output.stderr);
    assert_eq!(output.status.code(), Some(3));
    assert!(stderr.ends_with(&format!("{}\n", language().safety.emergency_again)), "{stderr}");
}
