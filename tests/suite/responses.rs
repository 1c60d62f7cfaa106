//! Responses of FHIR: what was answered in a form is read as it was said, and nothing else.

use jakcheck::model::Whose;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::responses::{
    ITEMS, WARNINGS, answers_in, as_asked, changed, codes, everything, read, read_text, response_of, twice,
};
use crate::support::{Given, built_in, random_answers, run, text, to_json};

proptest! {
    #[test]
    fn a_response_is_read_as_the_answers_it_was_made_of(given in random_answers()) {
        let asked = as_asked(&given);
        let reading = read(&response_of(&asked)).unwrap();
        prop_assert_eq!(codes(&reading.warnings), Vec::<&str>::new());
        prop_assert_eq!(to_json(&asked), to_json(&answers_in(&reading)));
    }

    #[test]
    fn an_answer_that_is_not_asked_is_named_and_left_out(given in random_answers()) {
        let asked = as_asked(&given);
        let reading = read(&response_of(&given)).unwrap();
        prop_assert_eq!(to_json(&asked), to_json(&answers_in(&reading)));
        let hidden = usize::from(asked.len() < given.len());
        prop_assert_eq!(codes(&reading.warnings), vec!["not_asked"; hidden]);
    }
}

#[test]
fn what_clients_write_otherwise_is_read_alike() {
    let plain = response_of(&everything());
    let expected = to_json(&everything());
    let with = |key: &str, value: Value| {
        let mut response = plain.clone();
        response[key] = value;
        response
    };
    let url = plain["questionnaire"].as_str().unwrap().split_once('|').unwrap().0.to_owned();
    let no_texts = regex::Regex::new(r#""display":"[^"]*","#).unwrap().replace_all(&plain.to_string(), "").into_owned();
    assert!(!no_texts.contains("display"));
    let same = [
        plain.to_string(),
        format!("\u{feff}{plain}"),
        serde_json::to_string_pretty(&plain).unwrap().replace('\n', "\r\n"),
        with("questionnaire", json!(url)).to_string(),
        with("status", json!("in-progress")).to_string(),
        with("authored", json!("2026")).to_string(),
        with("authored", json!("2026-12")).to_string(),
        with("authored", json!("2026-12-01")).to_string(),
        with("authored", json!("9999-12-31T23:59:60.123456789012-14:00")).to_string(),
        with("_authored", json!({ "id": "a" })).to_string(),
        with("status", json!("amended")).to_string(),
        with("status", json!("stopped")).to_string(),
        with("meta", json!({ "profile": ["x"], "tag": [{ "code": "y" }] })).to_string(),
        with("extension", json!([{ "url": "https://elsewhere.invalid", "valueCode": "z" }])).to_string(),
        with("text", json!({ "status": "generated", "div": "<div>A</div>" })).to_string(),
        no_texts,
        plain.to_string().replace("v2-0136", "v2-0532"),
        changed(&plain, "smoking", |item| item["id"] = json!("id-9")).to_string(),
        changed(&plain, "smoking", |item| drop(item.as_object_mut().unwrap().remove("text"))).to_string(),
        with("item", plain["item"].as_array().unwrap().iter().rev().cloned().collect()).to_string(),
    ];
    for response in same {
        let reading = read_text(&response).unwrap_or_else(|error| panic!("{error:?}: {response}"));
        assert_eq!(to_json(&answers_in(&reading)), expected, "{response}");
        assert_eq!(codes(&reading.warnings), Vec::<&str>::new(), "{response}");
    }
}

#[test]
fn no_item_no_answer_and_an_empty_list_are_no_answer() {
    let plain = response_of(&everything());
    let mut without = everything();
    without.remove("smoking");
    let empty = changed(&plain, "smoking", |item| item["answer"] = json!([]));
    let none = changed(&plain, "smoking", |item| drop(item.as_object_mut().unwrap().remove("answer")));
    for response in [&empty, &none, &response_of(&without)] {
        let reading = read(response).unwrap();
        assert_eq!(to_json(&answers_in(&reading)), to_json(&without));
        assert!(reading.warnings.is_empty());
    }
    // What a form leaves where all boxes were unticked.
    let unticked = changed(&plain, "smoking", |item| item["answer"] = json!([{}]));
    for response in [unticked.to_string(), unticked.to_string().replace("[{}]", "[ {\n} ]")] {
        let reading = read_text(&response).unwrap();
        assert_eq!(to_json(&answers_in(&reading)), to_json(&without));
        assert_eq!(codes(&reading.warnings), ["unreadable_answer"]);
        assert!(reading.warnings[0].message.contains("`smoking`"));
    }
    let mut nothing = plain;
    nothing.as_object_mut().unwrap().remove("item");
    assert_eq!(answers_in(&read(&nothing).unwrap()), Given::new());
}

#[test]
fn what_is_strange_but_clear_is_read_with_a_warning() {
    let plain = response_of(&everything());
    let with = |key: &str, value: Value| {
        let mut response = plain.clone();
        response[key] = value;
        response
    };
    let smoking = |change: fn(&mut Value)| changed(&plain, "smoking", change);
    let more = |item: Value| {
        let mut response = plain.clone();
        response["item"].as_array_mut().unwrap().push(item);
        response
    };
    let mut flat = plain.clone();
    let questions: Vec<Value> =
        plain["item"].as_array().unwrap().iter().flat_map(|topic| topic["item"].as_array().unwrap().clone()).collect();
    let number = questions.len();
    flat["item"] = json!(questions);
    let cases = [
        (with("status", json!("done")), vec!["bad_status"]),
        (with("authored", json!("yesterday")), vec!["bad_date"]),
        (with("authored", json!("0000")), vec!["bad_date"]),
        (with("authored", json!("2026-13")), vec!["bad_date"]),
        (with("authored", json!("2026-12-01T10:00Z")), vec!["bad_date"]),
        (with("authored", json!("2026-12-01T10:00:00")), vec!["bad_date"]),
        (with("authored", json!("2026-12-01T10:00:00.Z")), vec!["bad_date"]),
        (with("authored", json!("2026-12-01T10:00:00,5Z")), vec!["bad_date"]),
        (with("authored", json!("2026-12-01T10:00:00+0100")), vec!["bad_date"]),
        (with("authored", json!("2026-12-01T10:00:00+15:00")), vec!["bad_date"]),
        (with("authored", json!("2026-12-01T10:00:00+01:00[Europe/Paris]")), vec!["bad_date"]),
        (with("authored", json!("2026-12-01T10:61:00Z")), vec!["bad_date"]),
        (with("authored", json!("2026-12-0\u{e9}T10:61:00Z")), vec!["bad_date"]),
        (smoking(|item| item["text"] = json!("Do you dance?")), vec!["other_text"]),
        (smoking(|item| item["answer"][0]["valueCoding"]["display"] = json!("No")), vec!["other_text"]),
        (
            smoking(|item| {
                let again = item["answer"][0].clone();
                item["answer"].as_array_mut().unwrap().push(again);
            }),
            vec!["repeated_item"],
        ),
        (twice(&plain, "smoking", |_| {}), vec!["repeated_item"]),
        (flat, vec!["wrong_place"; number]),
        (more(json!({ "linkId": "smoking.why", "text": "To dance." })), vec!["other_text"]),
        (more(json!({ "linkId": plain["item"][0]["linkId"] })), vec!["repeated_item"]),
    ];
    let given: Vec<&str> =
        cases.iter().flat_map(|(_, warnings)| warnings.iter().copied()).chain(["not_asked"]).collect();
    assert!(WARNINGS.iter().all(|code| given.contains(&code.name())), "{given:?}");
    for (response, warnings) in cases {
        let reading = read(&response).unwrap_or_else(|error| panic!("{error:?}: {response}"));
        assert_eq!(to_json(&answers_in(&reading)), to_json(&everything()), "{response}");
        assert_eq!(codes(&reading.warnings), warnings, "{response}");
        assert!(reading.warnings.iter().all(|one| !one.to_string().contains("dance")));
    }
}

#[test]
fn items_that_do_not_agree_with_the_boxes_are_not_believed() {
    let plain = response_of(&everything());
    let say = |item: &mut Value, id: &str, word: &str| {
        let said = item["extension"][0]["extension"].as_array_mut().unwrap();
        match said.iter_mut().find(|one| one["url"] == id) {
            Some(one) => one["valueCode"] = json!(word),
            None => said.push(json!({ "url": id, "valueCode": word })),
        }
    };
    let mut ticked = everything();
    for item in &built_in().question("heart_history").unwrap().items {
        ticked.entry(item.reference.clone()).or_insert_with(|| "not_sure".to_owned());
    }
    for (id, word) in [("heart_attack", "no"), ("stroke", "yes"), ("stroke", "perhaps"), ("wings", "no")] {
        let response = changed(&plain, "heart_history", |item| say(item, id, word));
        let reading = read(&response).unwrap();
        assert_eq!(codes(&reading.warnings), ["unreadable_answer"], "{id}: {word}");
        assert_eq!(to_json(&answers_in(&reading)), to_json(&ticked), "{id}: {word}");
    }
}

#[test]
fn the_extension_counts_alone_on_the_item_of_a_group_and_with_something_in_it() {
    let plain = response_of(&everything());
    let mut ticked = everything();
    for item in &built_in().question("heart_history").unwrap().items {
        ticked.entry(item.reference.clone()).or_insert_with(|| "not_sure".to_owned());
    }
    let ours = |item: &Value| item["extension"][0].clone();
    let heart = |change: &dyn Fn(&mut Value)| changed(&plain, "heart_history", change);
    let empty = heart(&|item| item["extension"][0]["extension"] = json!([]));
    let doubled = heart(&|item| item["extension"] = json!([ours(item), ours(item)]));
    let misplaced = heart(&|item| {
        item["answer"][0]["extension"] = json!([ours(item)]);
        item.as_object_mut().unwrap().remove("extension");
    });
    let both = heart(&|item| item["extension"][0]["extension"][0]["valueString"] = json!("yes"));
    let beside = heart(&|item| item["extension"][0]["valueCode"] = json!("no"));
    for response in [empty, doubled, misplaced, both, beside] {
        let reading = read(&response).unwrap();
        assert_eq!(codes(&reading.warnings), ["unreadable_answer"], "{response}");
        assert_eq!(reading.warnings[0].question.as_deref(), Some("heart_history"));
        assert_eq!(to_json(&answers_in(&reading)), to_json(&ticked), "{response}");
    }
    // It says nothing of a question that is no group, and nothing where no box is ticked.
    let extension = json!([{ "url": ITEMS, "extension": [] }]);
    let unsure = changed(&plain, "age_band", |item| item["extension"] = extension.clone());
    let reading = read(&unsure).unwrap();
    assert_eq!(codes(&reading.warnings), ["unreadable_answer"]);
    assert_eq!(to_json(&answers_in(&reading)), to_json(&everything()));
    let nothing = changed(&plain, "heart_history", |item| item["answer"] = json!([]));
    assert_eq!(codes(&read(&nothing).unwrap().warnings), ["unreadable_answer"]);
}

#[test]
fn a_warning_about_an_answer_is_told_among_a_hundred_others() {
    let mut ticked = Given::new();
    for item in built_in().items().filter(|item| item.reference.contains('.')) {
        ticked.insert(item.reference.clone(), "yes".to_owned());
    }
    let translated = response_of(&ticked).to_string().replace("\"display\":\"", "\"display\":\"Q");
    let mut response: Value = serde_json::from_str(&translated.replace("\"text\":\"", "\"text\":\"Q")).unwrap();
    for topic in response["item"].as_array_mut().unwrap() {
        for item in topic["item"].as_array_mut().unwrap() {
            let again = item["answer"].as_array().unwrap().clone();
            item["answer"].as_array_mut().unwrap().extend(again);
        }
    }
    let before = read(&response).unwrap().warnings.len();
    let topics = response["item"].as_array_mut().unwrap();
    let last = topics.last_mut().unwrap()["item"].as_array_mut().unwrap().last_mut().unwrap();
    last["extension"] = json!([{ "url": ITEMS, "extension": [] }]);
    let warnings = read(&response).unwrap().warnings;
    assert!(codes(&warnings).contains(&"unreadable_answer"));
    assert_eq!((before, warnings.len()), (101, 102));
    assert!(warnings.last().unwrap().message.contains("more warnings"));
}

#[test]
fn who_it_is_and_whose_answers_they_are_is_read() {
    let plain = response_of(&everything());
    let about = |members: Value| {
        let mut response = plain.clone();
        for (key, value) in members.as_object().unwrap() {
            response[key] = value.clone();
        }
        let answers = read(&response).unwrap().answers;
        (answers.id, answers.whose.map(Whose::word))
    };
    assert_eq!(about(json!({})), (None, None));
    assert_eq!(about(json!({ "id": "r7" })), (Some("r7".to_owned()), None));
    let named =
        json!({ "id": "r7", "identifier": { "system": "urn:a", "value": "p1" }, "source": { "type": "Patient" } });
    assert_eq!(about(named), (Some("p1".to_owned()), Some("self")));
    assert_eq!(about(json!({ "source": { "type": "RelatedPerson" } })), (None, Some("someone_else")));
    assert_eq!(about(json!({ "source": { "type": "Practitioner" } })), (None, None));
    let referred = json!({ "source": { "reference": "https://portal.invalid/fhir/RelatedPerson/3" } });
    assert_eq!(about(referred), (None, Some("someone_else")));
    assert_eq!(about(json!({ "identifier": { "value": " p1\t" } })), (Some("p1".to_owned()), None));
}

#[test]
fn a_response_gives_the_report_of_the_same_answers() {
    let answers = as_asked(&everything());
    let response = response_of(&answers).to_string();
    for format in ["text", "json", "markdown", "html"] {
        let printed = |input: &str| run(&["check", "--full", "--format", format, "--date", "2026-12-01"], input);
        let (own, theirs) = (printed(&to_json(&answers)), printed(&response));
        assert!(own.status.success() && theirs.stderr.is_empty(), "{}", text(&theirs.stderr));
        assert_eq!(text(&own.stdout), text(&theirs.stdout), "{format}");
    }
}

#[test]
fn warnings_and_mistakes_of_a_response_are_told() {
    let mut answers = everything();
    answers.insert("prior_other_systemic".to_owned(), "tried".to_owned());
    let output = run(&["check", "--date", "2026-12-01"], &response_of(&answers).to_string());
    assert!(output.status.success());
    let said = text(&output.stderr);
    assert!(said.starts_with("warning[not_asked]: `prior_other_systemic` is not asked"), "{said}");
    assert!(!said.contains("tried"), "{said}");
    let mut other = response_of(&everything());
    other["questionnaire"] = json!("https://elsewhere.invalid/q");
    let output = run(&["check"], &other.to_string());
    assert_eq!(output.status.code(), Some(3));
    assert!(text(&output.stderr).contains("error[other_questionnaire]") && text(&output.stderr).contains("emergency"));
}

#[test]
fn a_warning_names_its_question_behind_one_that_stands_inside_it() {
    let plain = response_of(&everything());
    let nested = |response: &Value, outer: &str, inner: &str| {
        let mut moved = Value::Null;
        let mut response = changed(response, inner, |item| moved = item.clone());
        for topic in response["item"].as_array_mut().unwrap() {
            topic["item"].as_array_mut().unwrap().retain(|item| item["linkId"] != inner);
        }
        changed(&response, outer, |item| {
            item["answer"][0]["item"] = json!([moved]);
            item["extension"] = json!([{ "url": ITEMS, "extension": [{ "url": "wings", "valueCode": "yes" }] }]);
        })
    };
    let response = nested(&nested(&plain, "heart_history", "age_band"), "heart_risks", "smoking");
    let warnings = read(&response).unwrap().warnings;
    let named = |code: &str| -> Vec<&str> {
        let found = warnings.iter().filter(|warning| warning.code.name() == code);
        found.filter_map(|warning| warning.question.as_deref()).collect()
    };
    assert_eq!(named("unreadable_answer"), ["heart_history", "heart_risks"], "{warnings:?}");
    assert_eq!(named("wrong_place"), ["heart_history", "heart_risks"], "{warnings:?}");
    let hidden = [("prior_other_systemic".to_owned(), "tried".to_owned())];
    let response = response_of(&everything().into_iter().chain(hidden).collect());
    assert_eq!(read(&response).unwrap().warnings[0].question.as_deref(), Some("prior_other_systemic"));
}
