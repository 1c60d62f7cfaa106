//! What a form tool makes of answers, written by hand: a response to the questionnaire.

use jakcheck::evaluate::Situation;
use jakcheck::export::questionnaire;
use jakcheck::fhir::{self, Reading};
use jakcheck::load::diagnostic::{Code, Diagnostic};
use jakcheck::model::{Answer, Item, Truth};
use serde_json::{Value, json};

use super::answers::{Given, answers_from};
use super::rules::{built_in, options_of};

/// The extension with the answer to each item of a group.
pub(crate) const ITEMS: &str = "https://jakcheck.invalid/fhir/StructureDefinition/answers-to-items";

/// Mistakes that only a response can have.
pub(crate) const MISTAKES: [Code; 7] = [
    Code::WrongResource,
    Code::OtherQuestionnaire,
    Code::EnteredInError,
    Code::ForbiddenElement,
    Code::UnknownElement,
    Code::UnreadableAnswer,
    Code::TwoAnswers,
];

/// Warnings that only a response can have.
pub(crate) const WARNINGS: [Code; 4] = [Code::OtherText, Code::WrongPlace, Code::NotAsked, Code::BadStatus];

/// The response of somebody who gave these answers, in which every question that has one is answered.
pub(crate) fn response_of(given: &Given) -> Value {
    let questionnaire = serde_json::to_value(questionnaire(built_in())).unwrap();
    let list = |value: &Value| value.as_array().cloned().unwrap_or(Vec::new());
    let topics: Vec<Value> = list(&questionnaire["item"])
        .iter()
        .filter_map(|topic| {
            let questions: Vec<Value> =
                list(&topic["item"]).iter().filter_map(|question| answered(question, given)).collect();
            let said = json!({ "linkId": topic["linkId"], "text": topic["text"], "item": questions });
            (!questions.is_empty()).then_some(said)
        })
        .collect();
    let url = questionnaire["url"].as_str().unwrap();
    let version = questionnaire["version"].as_str().unwrap();
    json!({
        "resourceType": "QuestionnaireResponse",
        "questionnaire": format!("{url}|{version}"),
        "status": "completed",
        "authored": "2026-12-01T10:00:00Z",
        "item": topics,
    })
}

/// What was answered to a question, as boxes and lists can say it.
fn answered(question: &Value, given: &Given) -> Option<Value> {
    let id = question["linkId"].as_str().unwrap();
    let options: Vec<&Value> = question["answerOption"].as_array().unwrap().iter().collect();
    let (not_sure, others) = options.split_last().unwrap();
    let coding = |code: &str| {
        let wanted = |option: &&&Value| option["valueCoding"]["code"] == *code;
        *others.iter().find(wanted).unwrap_or_else(|| panic!("{id} has no {code}"))
    };
    let said = |chosen: Vec<&Value>| {
        let answers: Vec<Value> = chosen.iter().map(|option| json!({ "valueCoding": option["valueCoding"] })).collect();
        json!({ "linkId": id, "text": question["text"], "answer": answers })
    };
    if question["repeats"] != true {
        let answer = given.get(id)?;
        let place = built_in().question(id).unwrap().first().options.iter().position(|option| option.id == **answer);
        return Some(said(vec![place.map_or(*not_sure, |place| others[place])]));
    }
    let items: Vec<(String, Option<&String>)> = built_in()
        .question(id)
        .unwrap()
        .items
        .iter()
        .map(|item| (item.reference.clone(), given.get(&item.reference)))
        .collect();
    let count = |word: Option<&str>| items.iter().filter(|(_, answer)| answer.map(String::as_str) == word).count();
    let (yes, no, open) = (count(Some("yes")), count(Some("no")), count(Some("not_sure")));
    let mut chosen: Vec<&Value> =
        items.iter().filter(|(_, answer)| *answer == Some(&"yes".to_owned())).map(|(item, _)| coding(item)).collect();
    if no == items.len() {
        return Some(said(vec![coding(&format!("{id}.none"))]));
    }
    if yes + no + open == 0 {
        return None;
    }
    if yes > 0 && yes + no == items.len() {
        return Some(said(chosen));
    }
    chosen.push(not_sure);
    let mut answer = said(chosen);
    if yes + open < items.len() {
        let each = items.iter().filter_map(|(item, answer)| {
            let (_, id) = item.split_once('.').unwrap();
            answer.map(|answer| json!({ "url": id, "valueCode": answer }))
        });
        answer["extension"] = json!([{ "url": ITEMS, "extension": each.collect::<Vec<Value>>() }]);
    }
    Some(answer)
}

/// What is read of a response, or what is wrong with it.
pub(crate) fn read(response: &Value) -> Result<Reading<'static>, Vec<Diagnostic>> {
    read_text(&response.to_string())
}

/// The same of its text.
pub(crate) fn read_text(response: &str) -> Result<Reading<'static>, Vec<Diagnostic>> {
    fhir::read(built_in(), "response", response.as_bytes()).map_err(|error| error.diagnostics().to_vec())
}

/// The codes of what was found.
pub(crate) fn codes(found: &[Diagnostic]) -> Vec<&'static str> {
    found.iter().map(|one| one.code.name()).collect()
}

/// Answers by the references of items.
pub(crate) fn given(pairs: &[(&str, &str)]) -> Given {
    pairs.iter().map(|(item, answer)| ((*item).to_owned(), (*answer).to_owned())).collect()
}

/// Everything that can be said, by one person.
pub(crate) fn everything() -> Given {
    given(&[
        ("clot_history", "yes"),
        ("smoking", "past"),
        ("condition", "ra"),
        ("age_band", "not_sure"),
        ("heart_history.heart_attack", "yes"),
        ("heart_history.stroke", "not_sure"),
        ("heart_risks.diabetes", "yes"),
    ])
}

/// The answers that were read.
pub(crate) fn answers_in(reading: &Reading<'_>) -> Given {
    let word = |answer: Answer, item: &Item| match answer {
        Answer::Unanswered | Answer::LeftOut => None,
        Answer::NotSure => Some("not_sure".to_owned()),
        Answer::Chosen(_) => options_of(item).into_iter().find(|(known, _)| *known == answer).map(|(_, option)| option),
    };
    let answered =
        built_in().items().map(|item| (item.reference.clone(), word(reading.answers.answer(item.index), item)));
    answered.filter_map(|(item, answer)| Some((item, answer?))).collect()
}

/// A response with a question, whose item can be changed.
pub(crate) fn changed(response: &Value, question: &str, change: impl FnOnce(&mut Value)) -> Value {
    let mut response = response.clone();
    let topics = response["item"].as_array_mut().unwrap();
    let items = topics.iter_mut().flat_map(|topic| topic["item"].as_array_mut().unwrap());
    change(items.into_iter().find(|item| item["linkId"] == question).unwrap());
    response
}

/// A response in which a question is there twice, once changed.
pub(crate) fn twice(response: &Value, question: &str, change: fn(&mut Value)) -> Value {
    let mut response = response.clone();
    for topic in response["item"].as_array_mut().unwrap() {
        let items = topic["item"].as_array_mut().unwrap();
        let mut again: Vec<Value> = items.iter().filter(|item| item["linkId"] == question).cloned().collect();
        again.iter_mut().for_each(change);
        items.extend(again);
    }
    response
}

/// Answers without those to questions that are not asked.
pub(crate) fn as_asked(given: &Given) -> Given {
    let answers = answers_from(built_in(), given);
    let situation = Situation::new(&answers);
    let is_asked = |item: &String| {
        let question = built_in().question_of(built_in().find_item(item).unwrap().index);
        question.ask_when.as_ref().is_none_or(|when| when.evaluate(&situation) != Truth::False)
    };
    given.iter().filter(|(item, _)| is_asked(item)).map(|(item, answer)| (item.clone(), answer.clone())).collect()
}

/// Everything in a value, itself included.
pub(crate) fn all<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    found.push(value);
    match value {
        Value::Array(values) => values.iter().for_each(|value| all(value, found)),
        Value::Object(members) => members.values().for_each(|value| all(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
