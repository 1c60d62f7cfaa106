//! Responses of FHIR among the lines of a batch: each gives what `check` says of it, with its warnings beside it.

use jakcheck::export::batch_schema;
use jakcheck::fhir;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::random::cases;
use crate::support::responses::{as_asked, changed, everything, given, response_of};
use crate::support::{built_in, random_answers, run, text, to_json};

/// The lines of a batch: what it printed, as JSON, and what it said.
fn batch(arguments: &[&str], lines: &[String]) -> (Vec<Value>, String) {
    let output = run(&[&["batch"], arguments].concat(), &lines.join("\n"));
    let printed = text(&output.stdout);
    (printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), text(&output.stderr))
}

proptest! {
    #![proptest_config(cases(8))]
    #[test]
    fn many_responses_are_in_a_batch_what_their_answers_are(people in prop::collection::vec(random_answers(), 40)) {
        let people: Vec<_> = people.iter().map(as_asked).collect();
        let own: Vec<String> = people.iter().map(to_json).collect();
        let theirs: Vec<String> = people.iter().map(|given| response_of(given).to_string()).collect();
        for arguments in [&["--to-columns", "--format", "csv"][..], &["--full"], &["--format", "csv"]] {
            let printed = |lines: &[String]| run(&[&["batch", "--quiet"], arguments].concat(), &lines.join("\n"));
            let (own, theirs) = (printed(&own), printed(&theirs));
            prop_assert!(own.status.success() && theirs.status.success());
            prop_assert_eq!(text(&own.stderr), text(&theirs.stderr));
            prop_assert!(own.stdout == theirs.stdout, "{:?}", arguments);
        }
    }
}

/// A response with an answer to a question that is not asked.
fn with_a_hidden_answer() -> Value {
    let mut answers = everything();
    answers.insert("prior_other_systemic".to_owned(), "tried".to_owned());
    response_of(&answers)
}

#[test]
fn responses_and_answers_stand_in_one_batch() {
    let (response, other) = (response_of(&everything()), given(&[("smoking", "current")]));
    let mut named = response.clone();
    named["identifier"] = json!({ "value": "p7" });
    let refused =
        changed(&response, "smoking", |item| item["answer"][0]["valueCoding"]["code"] = json!("smoking.other"));
    let lines = [
        response.to_string(),
        to_json(&everything()),
        to_json(&other),
        refused.to_string(),
        named.to_string(),
        with_a_hidden_answer().to_string(),
    ];
    let (printed, said) = batch(&[], &lines);
    let without_line = |number: usize| {
        let mut line = printed[number].clone();
        line.as_object_mut().unwrap().remove("line");
        line
    };
    assert_eq!(printed.len(), 6);
    assert_eq!(without_line(0), without_line(1));
    assert_ne!(without_line(1), without_line(2));
    assert_eq!(printed[3]["error"]["code"], "unknown_option");
    assert!(printed[3].get("applies").is_none());
    assert_eq!((&printed[4]["id"], &printed[4]["applies"]), (&json!("p7"), &printed[0]["applies"]));
    let warnings = printed[5]["warnings"].as_array().unwrap();
    assert_eq!((warnings.len(), &warnings[0]["code"]), (1, &json!("not_asked")));
    assert!(warnings[0]["message"].as_str().unwrap().contains("`prior_other_systemic`"));
    assert_eq!(printed[5]["applies"], printed[0]["applies"]);
    assert!(said.contains("1 record read with warnings") && said.contains("1 line could not be read"), "{said}");
    let schema = jsonschema::validator_for(&batch_schema(built_in())).unwrap();
    for line in &printed {
        assert!(schema.is_valid(line), "{line}");
    }
}

#[test]
fn whole_reports_have_their_warnings_too() {
    let (printed, _) = batch(&["--full", "--date", "2026-12-01"], &[with_a_hidden_answer().to_string()]);
    assert_eq!(printed[0]["warnings"][0]["code"], "not_asked");
    let alone = run(&["check", "--format", "json", "--date", "2026-12-01"], &with_a_hidden_answer().to_string());
    assert_eq!(printed[0]["report"], serde_json::from_slice::<Value>(&alone.stdout).unwrap());
    assert!(jsonschema::validator_for(&batch_schema(built_in())).unwrap().is_valid(&printed[0]));
}

#[test]
fn columns_of_responses_are_those_of_the_answers() {
    let columns = |document: String| run(&["batch", "--to-columns", "--format", "csv"], &document);
    let (own, theirs) = (columns(to_json(&everything())), columns(response_of(&everything()).to_string()));
    assert_eq!(text(&own.stdout), text(&theirs.stdout));
    // There is no column for a warning: it is told beside them.
    for arguments in [&["batch", "--to-columns"][..], &["batch", "--format", "csv"]] {
        let output = run(arguments, &with_a_hidden_answer().to_string());
        let said = text(&output.stderr);
        assert!(
            output.status.success() && said.contains("not_asked") && said.contains("prior_other_systemic"),
            "{said}"
        );
        assert!(!text(&output.stdout).contains("warning"));
    }
}

#[test]
fn a_response_may_be_longer_than_answers() {
    let long = |length: usize| {
        let mut response = response_of(&everything());
        response["text"] = json!({ "status": "generated", "div": "a".repeat(length) });
        response.to_string()
    };
    let room = fhir::LARGEST - long(0).len();
    let lines =
        [long(100_000), long(room), to_json(&everything()), long(room + 1), format!("{{{}}}", " ".repeat(70_000))];
    let (printed, _) = batch(&[], &lines);
    assert_eq!(printed.len(), 5);
    for place in 0..3 {
        assert_eq!(printed[place]["applies"], printed[2]["applies"]);
    }
    assert_eq!(printed[3]["error"]["code"], "too_large");
    assert_eq!(printed[4]["error"]["code"], "too_large");
}
