//! Results as FHIR: the response as it was given, each caution that applies or is open with its reasons, and no all-clear.

use std::collections::{BTreeMap, BTreeSet};

use jakcheck::answers::Answers;
use jakcheck::export;
use jakcheck::fhir::{self, Kept, Response};
use jakcheck::model::{Now, Question, Reported, State, Urgent};
use jakcheck::pages::report::{Because, Report, SymptomInfo};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::responses::{all, answers_in, as_asked, everything, read, response_of};
use crate::support::{DAY, Given, answers_from, built_in, day, random_answers, run, text, to_json};

fn response(answers: &Answers<'_>) -> Value {
    serde_json::to_value(Response::new(answers, day(), Kept::default())).unwrap()
}

/// The same without what it says in words.
fn without_words(mut response: Value) -> (Value, String) {
    let text = response.as_object_mut().unwrap().remove("text").unwrap();
    assert_eq!(text["status"], "generated");
    (response, text["div"].as_str().unwrap().to_owned())
}

fn bundle(given: &Given) -> (Report<'static>, Value) {
    let report = Report::new(&answers_from(built_in(), given), day());
    let bundle = serde_json::to_value(export::bundle(&report, Kept::default())).unwrap();
    (report, bundle)
}

fn entries(bundle: &Value) -> Vec<&Value> {
    bundle["entry"].as_array().unwrap().iter().map(|entry| &entry["resource"]).collect()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// Whether every question that is asked has an answer, and no other.
fn is_complete(given: &Given) -> bool {
    let is_answered = |question: &Question| question.items.iter().any(|item| given.contains_key(&item.reference));
    let mut with_all = given.clone();
    for question in built_in().questions() {
        if !is_answered(question) {
            with_all.insert(question.items[0].reference.clone(), "not_sure".to_owned());
        }
    }
    as_asked(&with_all).len() == as_asked(given).len()
}

proptest! {
    #[test]
    fn a_response_is_what_a_form_gives_and_is_read_back_the_same(given in random_answers()) {
        let asked = as_asked(&given);
        let written = response(&answers_from(built_in(), &given));
        let mut by_hand = response_of(&asked);
        by_hand["authored"] = json!(DAY);
        by_hand["status"] = json!(if is_complete(&given) { "completed" } else { "in-progress" });
        prop_assert_eq!(&without_words(written.clone()).0, &by_hand);
        let reading = read(&written).unwrap();
        prop_assert!(reading.warnings.is_empty());
        prop_assert_eq!(to_json(&answers_in(&reading)), to_json(&asked));
        // On another day it is still the response of its day.
        let again = Response::new(&reading.answers, day().tomorrow().unwrap(), reading.kept);
        prop_assert_eq!(serde_json::to_value(again).unwrap(), written);
    }

    #[test]
    fn each_caution_that_applies_or_is_open_is_an_issue_with_its_reasons(given in random_answers()) {
        let (report, bundle) = bundle(&given);
        let entries = entries(&bundle);
        let open = report.cautions.iter().filter(|caution| matches!(caution.state, State::NotSure | State::NotAsked));
        let expected: Vec<_> = report.applying().chain(open).collect();
        prop_assert_eq!(entries.len(), expected.len() + 2);
        prop_assert_eq!(&entries[0]["resourceType"], "QuestionnaireResponse");
        for (caution, issue) in expected.iter().zip(&entries[1..]) {
            prop_assert_eq!(&issue["resourceType"], "DetectedIssue");
            prop_assert_eq!(&issue["code"]["coding"][0]["code"], caution.id.as_str());
            prop_assert_eq!(&issue["extension"][0]["valueCode"], &caution.state.to_string());
            prop_assert_eq!(&issue["status"], "preliminary");
            let named: BTreeSet<&str> =
                list(issue, "evidence").iter().map(|one| one["code"][0]["coding"][0]["code"].as_str().unwrap()).collect();
            let because = caution.because.iter().map(|Because { item, .. }| item.reference.as_str());
            let open = caution.also_not_sure.references().into_iter().chain(caution.settled_by.references());
            prop_assert_eq!(named, because.chain(open).collect());
            for one in list(issue, "evidence") {
                prop_assert_eq!(&one["detail"][0]["reference"], &bundle["entry"][0]["fullUrl"]);
            }
        }
    }

    #[test]
    fn guidance_begins_with_what_must_not_wait_and_clears_nobody(given in random_answers()) {
        let (report, bundle) = bundle(&given);
        let guidance = *entries(&bundle).last().unwrap();
        prop_assert_eq!(&guidance["resourceType"], "GuidanceResponse");
        let is_settled = report.unanswered.is_empty()
            && report.not_sure.is_empty()
            && report.cautions.iter().all(|caution| matches!(caution.state, State::Applies | State::NoMatch));
        prop_assert_eq!(&guidance["status"], if is_settled { "success" } else { "data-required" });
        prop_assert_eq!(list(guidance, "dataRequirement").is_empty(), is_settled);
        let said = guidance["text"]["div"].as_str().unwrap();
        let first = if report.now.map(Now::level) == Some(Urgent::Emergency) { "<p>URGENT: " } else { "<p>EMERGENCY: " };
        prop_assert!(said.contains(&format!("xhtml\">{first}")) && said.contains("<p>EMERGENCY: "), "{}", said);
        prop_assert_eq!(said.contains("<p>TODAY: "), report.now.map(Now::level) == Some(Urgent::SameDay));
        prop_assert!(said.ends_with("<p>This does not mean the medicine is safe for you.</p></div>"), "{}", said);
        let notes: Vec<&str> = list(guidance, "note").iter().map(|note| note["text"].as_str().unwrap()).collect();
        prop_assert!(report.notice().iter().all(|sentence| notes.contains(&sentence.as_str())));
        let contained = list(guidance, "contained");
        let actions = contained.first().map_or(&[][..], |group| list(group, "action"));
        let open = report.cautions.iter().filter(|one| matches!(one.state, State::NotSure | State::NotAsked));
        let titles: Vec<&str> = report.applying().chain(open).map(|one| one.title).collect();
        let is_marked = |symptom: &&SymptomInfo<'_>| matches!(symptom.reported, Some(Reported::Yes | Reported::NotSure));
        let marked: Vec<&str> = report.warning_symptoms.iter().filter(is_marked).map(|symptom| symptom.title).collect();
        let urgent = usize::from(report.now.is_some());
        for (action, title) in actions.iter().skip(urgent).zip(&marked) {
            prop_assert!(action["title"].as_str().unwrap().starts_with(title));
        }
        prop_assert_eq!(said.contains("You marked a warning sign"), !marked.is_empty());
        let urgent = urgent + marked.len();
        prop_assert_eq!(actions.len(), urgent + titles.len());
        for (action, title) in actions[urgent..].iter().zip(titles) {
            prop_assert_eq!(&action["title"], title);
        }
        if let Some(now) = report.now {
            let priority = if now.level() == Urgent::Emergency { "stat" } else { "asap" };
            prop_assert_eq!(&actions[0]["priority"], priority);
            let payload = contained[1]["payload"].to_string();
            for because in report.urgent.iter().flat_map(|urgent| &urgent.because) {
                prop_assert!(payload.contains(&because.said()), "{}", payload);
            }
        }
        let highest = ["stat", "asap", "urgent", "routine"].into_iter().find(|one| actions.iter().any(|action| action["priority"] == *one));
        prop_assert_eq!(contained.first().and_then(|group| group["priority"].as_str()), highest);
        // What is contained is referred to, and what is referred to is there.
        let ids: Vec<String> = contained.iter().map(|one| format!("#{}", one["id"].as_str().unwrap())).collect();
        let mut values = Vec::new();
        all(&bundle, &mut values);
        let references: BTreeSet<&str> = values.iter().filter_map(|value| value["reference"].as_str()).collect();
        let inner: BTreeSet<&str> = references.iter().copied().filter(|one| one.starts_with('#')).collect();
        prop_assert_eq!(inner, ids.iter().map(String::as_str).collect());
        let kinds: BTreeSet<&str> = values.iter().filter_map(|value| value["resourceType"].as_str()).collect();
        for never in ["Condition", "Flag", "RiskAssessment", "Communication", "Observation"] {
            prop_assert!(!kinds.contains(never));
        }
        let urls: Vec<&Value> = bundle["entry"].as_array().unwrap().iter().map(|entry| &entry["fullUrl"]).collect();
        let distinct: BTreeSet<String> = urls.iter().map(ToString::to_string).collect();
        prop_assert_eq!(urls.len(), distinct.len());
    }
}

#[test]
fn another_day_changes_days_and_names_made_from_them_only() {
    let printed = |day: &str| {
        let output = run(&["check", "examples/people/past_clot.json", "--format", "fhir", "--date", day], "");
        assert!(output.status.success() && output.stderr.is_empty(), "{}", text(&output.stderr));
        let names =
            regex::Regex::new("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}").unwrap();
        let text = text(&output.stdout);
        (text.clone(), names.replace_all(&text, "NAME").replace(day, "DAY"))
    };
    assert_eq!(printed("2026-12-01"), printed("2026-12-01"));
    let ((one, one_plain), (other, other_plain)) = (printed("2026-12-01"), printed("2026-12-02"));
    assert_ne!(one, other);
    assert_eq!(one_plain, other_plain);
}

#[test]
fn a_response_that_was_read_is_in_its_result() {
    let mut given = response_of(&everything());
    let kept = json!({
        "contained": [{ "resourceType": "Patient", "id": "p" }],
        "identifier": { "system": "urn:portal", "value": "p1" },
        "subject": { "reference": "#p" },
        "authored": "2026-11-30T09:00:00+01:00",
        "author": { "reference": "Device/2" },
        "source": { "type": "RelatedPerson", "reference": "RelatedPerson/3" },
    });
    for (key, value) in kept.as_object().unwrap() {
        given[key] = value.clone();
    }
    given["status"] = json!("in-progress");
    let output = run(&["check", "--format", "fhir", "--date", DAY], &given.to_string());
    let bundle: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(without_words(entries(&bundle)[0].clone()).0, given);
}

#[test]
fn an_answer_to_a_question_that_is_not_asked_is_named_and_is_not_in_the_response() {
    let mut answers = everything();
    answers.insert("prior_other_systemic".to_owned(), "tried".to_owned());
    let output = run(&["check", "--format", "fhir", "--date", DAY], &to_json(&answers));
    assert!(text(&output.stderr).contains("`prior_other_systemic` is not asked"));
    let bundle: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(!entries(&bundle)[0].to_string().contains("prior_other_systemic"));
    // What it says as a whole is what its response says by itself.
    answers.insert("prior_other_systemic".to_owned(), "not_sure".to_owned());
    let output = run(&["check", "--format", "fhir", "--date", DAY], &to_json(&answers));
    let bundle: Value = serde_json::from_slice(&output.stdout).unwrap();
    let again = run(&["check", "--format", "fhir", "--date", DAY], &entries(&bundle)[0].to_string());
    assert_eq!(text(&again.stdout), text(&output.stdout));
    let answers = answers_from(built_in(), &answers);
    let named: Vec<&str> = fhir::as_asked(&answers).1.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(named, ["prior_other_systemic"]);
}

#[test]
fn only_the_list_of_one_person_is_printed_as_fhir() {
    for arguments in [
        &["ask", "--format", "fhir"][..],
        &["compare", "past_clot", "pregnant", "--format", "fhir"],
        &["--format", "fhir", "batch"],
    ] {
        let output = run(arguments, "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains("values"), "{}", text(&output.stderr));
    }
    assert!(run(&["--format", "fhir", "check"], "{}").status.success());
    assert_eq!(run(&["--format", "fhir", "check", "--sheet"], "{}").status.code(), Some(2));
}

#[test]
fn each_sign_that_is_marked_is_in_the_result() {
    let symptoms = built_in().warning_symptoms().iter();
    for (symptom, item) in symptoms.filter_map(|symptom| Some((symptom, symptom.reported_by?))) {
        for answer in ["yes", "not_sure"] {
            let answers = [(built_in()[item].reference.clone(), answer.to_owned())].into_iter().collect();
            let (_, bundle) = bundle(&answers);
            let guidance = *entries(&bundle).last().unwrap();
            let actions = list(&guidance["contained"][0], "action");
            let named = |action: &&Value| action["title"].as_str().unwrap().starts_with(&symptom.title);
            let id = format!("#sign-{}", symptom.id.as_str().replace('_', "-"));
            assert!(
                actions.iter().any(|action| named(&action) && action["resource"]["reference"] == *id),
                "{}",
                symptom.id
            );
        }
    }
}

#[test]
fn a_code_reads_the_same_wherever_it_is() {
    let mut displays: BTreeMap<String, String> = BTreeMap::new();
    let questionnaire = serde_json::to_value(export::questionnaire(built_in())).unwrap();
    let unsure = built_in().items().map(|item| (item.reference.clone(), "not_sure".to_owned())).collect();
    for resource in [questionnaire, bundle(&everything()).1, bundle(&unsure).1] {
        let mut values = Vec::new();
        all(&resource, &mut values);
        for coding in values.into_iter().filter(|value| value["system"].is_string() && value["display"].is_string()) {
            let known = displays
                .entry(format!("{}|{}", coding["system"], coding["code"]))
                .or_insert(coding["display"].to_string());
            assert_eq!(known, &coding["display"].to_string());
        }
    }
    assert!(displays.len() > 150, "{}", displays.len());
}

#[test]
fn what_is_inside_a_response_is_kept_only_where_something_refers_to_it() {
    let mut given = response_of(&everything());
    let named = |kind: &str, id: &str| json!({ "resourceType": kind, "id": id });
    given["encounter"] = json!({ "reference": "#e" });
    given["identifier"] = json!({ "value": "p1", "assigner": { "reference": "#o" } });
    given["subject"] = json!({ "reference": "#p" });
    let mut patient = named("Patient", "p");
    patient["generalPractitioner"] = json!([{ "reference": "#d" }]);
    given["contained"] =
        json!([named("Encounter", "e"), named("Practitioner", "d"), patient, named("Organization", "o")]);
    let output = run(&["check", "--format", "fhir", "--date", DAY], &given.to_string());
    let bundle: Value = serde_json::from_slice(&output.stdout).unwrap();
    let response = entries(&bundle)[0];
    assert!(response.get("encounter").is_none());
    let kept: BTreeSet<&str> = list(response, "contained").iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(kept, ["d", "o", "p"].into_iter().collect());
    given["subject"] = json!({ "reference": "Patient/7" });
    given["identifier"] = json!({ "value": "p1" });
    let output = run(&["check", "--format", "fhir", "--date", DAY], &given.to_string());
    let bundle: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(entries(&bundle)[0].get("contained").is_none());
}

#[test]
fn a_response_says_in_words_what_was_answered() {
    let words = |given: &Value| {
        let answers = jakcheck::answers::read(built_in(), "a", given.to_string().as_bytes()).unwrap();
        without_words(response(&answers)).1
    };
    let div = |said: &str| format!("<div xmlns=\"http://www.w3.org/1999/xhtml\">{said}</div>");
    assert_eq!(words(&json!({})), div("<p>No question was answered.</p>"));
    let smoking = built_in().question("smoking").unwrap();
    let history = built_in().question("heart_history").unwrap();
    let title =
        |question: &Question| built_in().topics().iter().find(|one| one.index == question.topic).unwrap().title.clone();
    let expected = [
        format!("<p>{}: {} I am not sure</p>", title(history), history.text),
        format!("<p>{}: {} Yes, in the past</p>", title(smoking), smoking.text),
    ];
    assert_eq!(words(&json!({ "smoking": "past", "heart_history": ["not_sure"] })), div(&expected.concat()));
}
