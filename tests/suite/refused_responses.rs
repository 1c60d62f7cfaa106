//! Responses of FHIR that are refused: whatever could be a yes that is not understood.

use std::collections::BTreeSet;

use jakcheck::answers;
use jakcheck::fhir;
use serde_json::{Value, json};

use crate::support::built_in;
use crate::support::responses::{
    MISTAKES, answers_in, changed, codes, everything, read, read_text, response_of, twice,
};

/// Each kind of response that is refused, with the code of the mistake and what its message names.
fn refused_as_a_whole() -> Vec<(Value, &'static str, &'static str)> {
    let plain = response_of(&everything());
    let with = |key: &str, value: Value| {
        let mut response = plain.clone();
        response[key] = value;
        response
    };
    vec![
        (with("resourceType", json!("Questionnaire")), "wrong_resource", "QuestionnaireResponse"),
        (with("resourceType", json!(["QuestionnaireResponse"])), "wrong_resource", "QuestionnaireResponse"),
        (with("questionnaire", json!("https://jakcheck.invalid/fhir/Questionnaire/other")), "other_questionnaire", URL),
        (with("questionnaire", Value::Null), "other_questionnaire", URL),
        (with("questionnaire", json!(format!("{URL}|0.0.1"))), "other_questionnaire", "version"),
        (with("status", json!("entered-in-error")), "entered_in_error", "in error"),
        (with("status", json!("Entered-In-Error ")), "entered_in_error", "in error"),
        (with("_item", plain["item"].clone()), "unknown_element", "no such element"),
        (with("implicitRules", json!("https://elsewhere.invalid")), "forbidden_element", "`implicitRules`"),
        (with("identifier", json!([{ "value": "p1" }])), "wrong_type", "`identifier`"),
        (with("identifier", json!({ "value": "p\u{7}1" })), "bad_record_id", "`id`"),
        (with("source", json!("Patient")), "wrong_type", "`source`"),
        (with("item", json!({})), "wrong_type", "`item`"),
        (with("items", json!([])), "unknown_element", "no such element"),
        (with("group", json!({ "question": [] })), "unknown_element", "no such element"),
        (with("subject", json!(5)), "wrong_type", "`subject`"),
        (with("author", json!([1])), "wrong_type", "`author`"),
        (with("authored", json!(5)), "wrong_type", "`authored`"),
        (with("status", json!(5)), "wrong_type", "`status`"),
        (with("identifier", json!({ "value": 5 })), "wrong_type", "`identifier.value`"),
        (with("item", json!([[]])), "wrong_type", "`item`"),
        (with("item", json!([{ "text": "A" }])), "wrong_type", "`linkId`"),
        (
            with("item", json!([{ "linkId": "other", "answer": [{ "valueBoolean": true }] }])),
            "unknown_element",
            "`linkId`",
        ),
    ]
}

/// Each of them.
fn all_refused() -> impl Iterator<Item = (Value, &'static str, &'static str)> {
    refused_as_a_whole().into_iter().chain(refused_for_an_item()).chain(refused_for_an_answer())
}

/// The same for one of its items.
fn refused_for_an_item() -> Vec<(Value, &'static str, &'static str)> {
    let plain = response_of(&everything());
    let smoking = |change: fn(&mut Value)| changed(&plain, "smoking", change);
    vec![
        (
            smoking(|item| item["modifierExtension"] = json!([{ "url": "https://elsewhere.invalid" }])),
            "forbidden_element",
            "`modifierExtension`",
        ),
        (smoking(|item| item["answer"] = json!({})), "wrong_type", "`answer`"),
        (
            smoking(|item| item["answers"] = item.as_object_mut().unwrap().remove("answer").unwrap()),
            "unknown_element",
            "no such element",
        ),
        (
            smoking(|item| {
                item["valueCoding"] = item.as_object_mut().unwrap().remove("answer").unwrap()[0]["valueCoding"].take();
            }),
            "unknown_element",
            "no such element",
        ),
        (smoking(|item| item["_answer"] = item["answer"].clone()), "unknown_element", "no such element"),
        (
            smoking(|item| item["answer"][0]["_valueCoding"] = item["answer"][0]["valueCoding"].clone()),
            "unknown_element",
            "no such element",
        ),
        (smoking(|item| item["text"] = json!(5)), "wrong_type", "`text`"),
        (smoking(|item| item["answer"][0]["valueCoding"]["display"] = json!(5)), "wrong_type", "`display`"),
    ]
}

/// The same for one of its answers.
fn refused_for_an_answer() -> Vec<(Value, &'static str, &'static str)> {
    let plain = response_of(&everything());
    let smoking = |change: fn(&mut Value)| changed(&plain, "smoking", change);
    let heart = |change: fn(&mut Value)| changed(&plain, "heart_history", change);
    vec![
        (smoking(|item| item["answer"] = json!([null])), "unreadable_answer", "`smoking`"),
        (smoking(|item| item["answer"].as_array_mut().unwrap().push(json!({}))), "unreadable_answer", "`smoking`"),
        (smoking(|item| item["answer"] = json!([{ "id": "a" }])), "unreadable_answer", "`smoking`"),
        (heart(|item| item["answer"].as_array_mut().unwrap().push(json!({}))), "unreadable_answer", "`heart_history`"),
        (smoking(|item| item["answer"] = json!([{ "valueString": "past" }])), "unreadable_answer", "`smoking`"),
        (smoking(|item| item["answer"] = json!([{ "valueBoolean": true }])), "unreadable_answer", "`smoking`"),
        (smoking(|item| item["answer"][0]["valueCoding"] = json!("past")), "unreadable_answer", "`smoking`"),
        (smoking(|item| item["answer"][0]["valueString"] = json!("past")), "two_answers", "`smoking`"),
        (
            smoking(|item| item["answer"][0]["valueCoding"]["code"] = json!("smoking.other")),
            "unknown_option",
            "`smoking`",
        ),
        (
            smoking(|item| item["answer"][0]["valueCoding"]["system"] = json!("urn:other")),
            "unknown_option",
            "`smoking`",
        ),
        (
            smoking(|item| drop(item["answer"][0]["valueCoding"].as_object_mut().unwrap().remove("system"))),
            "unknown_option",
            "`smoking`",
        ),
        (
            smoking(|item| {
                let other = json!({ "valueCoding": { "system": OWN, "code": "smoking.never" } });
                item["answer"].as_array_mut().unwrap().push(other);
            }),
            "two_answers",
            "`smoking`",
        ),
        (
            heart(|item| {
                let none = json!({ "valueCoding": { "system": OWN, "code": "heart_history.none" } });
                item["answer"].as_array_mut().unwrap().push(none);
            }),
            "none_with_others",
            "`heart_history`",
        ),
        (heart(|item| item["extension"] = json!({})), "wrong_type", "`extension`"),
        (
            twice(&plain, "smoking", |item| {
                item["answer"][0]["valueCoding"] = json!({ "system": OWN, "code": "smoking.never" });
            }),
            "two_answers",
            "`smoking`",
        ),
        (twice(&plain, "smoking", |item| item["answer"] = json!([])), "two_answers", "`smoking`"),
        (
            changed(&plain, "clot_history", |item| item["answer"][0]["valueCoding"]["display"] = json!("No")),
            "two_answers",
            "`clot_history`",
        ),
        (topic_with_an_answer(&plain), "unreadable_answer", "`topic."),
    ]
}

const URL: &str = "https://jakcheck.invalid/fhir/Questionnaire/jak-inhibitors";

const OWN: &str = "https://jakcheck.invalid/fhir/CodeSystem/jak-inhibitors";

fn topic_with_an_answer(response: &Value) -> Value {
    let mut response = response.clone();
    response["item"][0]["answer"] = json!([{ "valueBoolean": true }]);
    response
}

/// Words that only an answer has.
const ANSWERED: [&str; 4] = ["past", "never", "Yes, in", "smoking.other"];

#[test]
fn a_response_that_could_lose_an_answer_is_refused_where_it_is_wrong() {
    for (response, code, named) in all_refused() {
        let found = read(&response).map(|reading| answers_in(&reading)).expect_err(&response.to_string());
        assert_eq!(codes(&found), [code], "{response}");
        assert!(found[0].message.contains(named), "{}", found[0].message);
        let told = found[0].to_string();
        assert!(ANSWERED.iter().all(|answer| !told.contains(answer)), "{told}");
        assert!(found[0].at.column > 1, "{told}");
    }
}

#[test]
fn a_key_that_stands_twice_is_refused_wherever_it_is() {
    let plain = response_of(&everything()).to_string();
    for (one, both) in [
        ("\"status\":\"completed\"", "\"status\":\"completed\",\"status\":\"completed\""),
        ("{\"linkId\":\"smoking\"", "{\"linkId\":\"age_band\",\"linkId\":\"smoking\""),
        ("\"code\":\"smoking.past\"", "\"code\":\"smoking.never\",\"code\":\"smoking.past\""),
    ] {
        // serde_json writes keys in the order of the alphabet.
        let spoiled = if plain.contains(one) {
            plain.replacen(one, both, 1)
        } else {
            plain.replacen("\"linkId\":\"smoking\"", "\"linkId\":\"age_band\",\"linkId\":\"smoking\"", 1)
        };
        assert_ne!(spoiled, plain);
        assert_eq!(codes(&read_text(&spoiled).unwrap_err()), ["duplicate_key"], "{both}");
    }
}

#[test]
fn what_is_too_deep_too_large_or_no_json_is_an_error() {
    let plain = response_of(&everything()).to_string();
    let deep = plain.replacen(
        "\"status\"",
        &format!("\"contained\":{}{},\"status\"", "[".repeat(20_000), "]".repeat(20_000)),
        1,
    );
    assert_eq!(codes(&read_text(&deep).unwrap_err()), ["bad_json"]);
    let large =
        plain.replacen("\"status\"", &format!("\"text\":{{\"div\":\"{}\"}},\"status\"", "a".repeat(fhir::LARGEST)), 1);
    let told = read_text(&large).unwrap_err();
    assert!(codes(&told) == ["too_large"] && told[0].message.contains("1 MiB"), "{told:?}");
    // A response that is larger than an answers document can be is read.
    let larger = plain.replacen(
        "\"status\"",
        &format!("\"text\":{{\"div\":\"{}\"}},\"status\"", "a".repeat(answers::LARGEST)),
        1,
    );
    assert!(read_text(&larger).is_ok());
    let told = read_text(larger.trim_end_matches('}')).unwrap_err();
    assert!(codes(&told) == ["bad_json"] && told[0].at.column > answers::LARGEST, "{told:?}");
    let mut bytes = larger.into_bytes();
    let at = bytes.iter().position(|byte| *byte == b'a').unwrap();
    bytes[at] = 0xe9;
    let told = fhir::read(built_in(), "response", &bytes).unwrap_err();
    assert_eq!(codes(told.diagnostics()), ["not_utf8"]);
    assert_eq!(codes(&read_text(&plain.replacen("\"answer\"", "\"answ\\ud800er\"", 1)).unwrap_err()), ["bad_json"]);
    assert!(read_text(plain.trim_end_matches('}')).is_err());
}

#[test]
fn every_mistake_that_only_a_response_has_is_tested() {
    let given: BTreeSet<&str> = all_refused().map(|(_, code, _)| code).collect();
    for code in MISTAKES {
        assert!(given.contains(code.name()), "no response gives {}", code.name());
    }
}

#[test]
fn of_a_hostile_response_few_things_are_told() {
    let plain = response_of(&everything());
    let mut many = plain.clone();
    let other = json!({ "linkId": "topic.blood_clots", "text": "A", "item": [] });
    many["item"] = (0..10_000).map(|_| other.clone()).collect();
    let told = read(&many).unwrap().warnings.len();
    assert_eq!(told, 101);
    let keys: Vec<String> = (0..80_000).map(|number| format!("\"k{number}\":0")).collect();
    let wide =
        plain.to_string().replacen("\"status\"", &format!("\"contained\":[{{{}}}],\"status\"", keys.join(",")), 1);
    assert!(read_text(&wide).is_ok());
    let twice = wide.replacen("\"k79999\"", "\"k0\"", 1);
    assert_eq!(codes(&read_text(&twice).unwrap_err()), ["duplicate_key"]);
}
