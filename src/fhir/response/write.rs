//! A response of FHIR for some answers: what [`super::read()`] reads back as the same.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use super::reading::Kept;
use crate::answers::{Answers, word};
use crate::evaluate::Situation;
use crate::fhir::coding::{Choice, Coding, ITEMS, Said, canonical, choices};
use crate::fhir::element::{Extension, Identifier, Narrative, Value, narrative};
use crate::model::{Answer, Question, RuleSet, Topic, Truth, Whose};
use crate::text::language;

/// A `QuestionnaireResponse` of FHIR R4.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Response {
    resource_type: &'static str,
    text: Narrative,
    #[serde(skip_serializing_if = "Option::is_none")]
    contained: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<Box<RawValue>>,
    questionnaire: String,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    authored: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    item: Vec<Node>,
}

/// A topic, or a question with what was answered to it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    extension: Vec<Extension>,
    link_id: String,
    text: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    answer: Vec<AnswerNode>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    item: Vec<Node>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct AnswerNode {
    value_coding: Coding,
}

/// Who gave the answers.
#[derive(Serialize)]
struct Source {
    #[serde(rename = "type")]
    kind: &'static str,
    display: &'static str,
}

impl Response {
    /// The response of somebody who gave these answers on a day, with what another one said of whom and by whom it is. An answer to a
    /// question that is not asked is not in it.
    pub fn new(answers: &Answers<'_>, date: Date, kept: Kept) -> Self {
        let (rules, header) = (answers.rules(), answers.rules().header());
        let Kept { contained, identifier, subject, authored, author, source } = kept;
        let answers = as_asked(answers).0;
        let situation = Situation::new(&answers);
        let asked: Vec<&Question> =
            rules.questions().iter().filter(|question| is_asked(question, &situation)).collect();
        let said = |question: &&Question| said(rules, question, &answers);
        let topics = rules.topics().iter().filter_map(|topic| {
            let of_topic = asked.iter().copied().filter(|question| question.topic == topic.index);
            let questions: Vec<Node> = of_topic.filter_map(|question| said(&question)).collect();
            (!questions.is_empty()).then(|| node(topic, questions))
        });
        let item: Vec<Node> = topics.collect();
        let own_identifier = || answers.id.clone().map(|value| Identifier { system: None, value });
        Self {
            resource_type: "QuestionnaireResponse",
            text: in_words(&item),
            contained,
            identifier: identifier.or_else(|| raw(&own_identifier()?)),
            questionnaire: format!("{}|{}", canonical("Questionnaire", header), header.version),
            status: if asked.iter().all(|question| said(question).is_some()) { "completed" } else { "in-progress" },
            subject,
            authored: authored.or_else(|| raw(&date.to_string())),
            author,
            source: source.or_else(|| raw(&answers.whose.map(by)?)),
            item,
        }
    }
}

/// Each question with its topic, and with what was answered to it.
fn in_words(topics: &[Node]) -> Narrative {
    let of_topic = |topic: &Node| {
        topic
            .item
            .iter()
            .map(|question| {
                let answers = question.answer.iter().filter_map(|answer| answer.value_coding.display.as_deref());
                format!("{}: {} {}", topic.text, question.text, answers.collect::<Vec<_>>().join("; "))
            })
            .collect::<Vec<_>>()
    };
    let said: Vec<String> = topics.iter().flat_map(of_topic).collect();
    if said.is_empty() { narrative(&[language().responses.nothing_answered]) } else { narrative(&said) }
}

fn raw(value: &impl Serialize) -> Option<Box<RawValue>> {
    to_raw_value(value).ok()
}

fn by(whose: Whose) -> Source {
    match whose {
        Whose::Own => Source { kind: "Patient", display: whose.word() },
        Whose::SomeoneElses => Source { kind: "RelatedPerson", display: whose.word() },
    }
}

/// The same answers without those to questions that are not asked, and these questions.
pub fn as_asked<'r>(answers: &Answers<'r>) -> (Answers<'r>, Vec<&'r Question>) {
    let (mut kept, mut not_asked) = (answers.clone(), Vec::new());
    // In order, because whether a question is asked hangs on earlier ones only, which may not be asked themselves.
    for question in answers.rules().questions() {
        let is_answered = question.items.iter().any(|item| kept.answer(item.index) != Answer::Unanswered);
        if is_answered && !is_asked(question, &Situation::new(&kept)) {
            question.items.iter().for_each(|item| kept.set(item.index, Answer::Unanswered));
            not_asked.push(question);
        }
    }
    (kept, not_asked)
}

/// Whether a question is asked where these answers were given.
fn is_asked(question: &Question, situation: &Situation<'_>) -> bool {
    question.ask_when.as_ref().is_none_or(|when| when.evaluate(situation) != Truth::False)
}

fn node(topic: &Topic, item: Vec<Node>) -> Node {
    let (link_id, text) = (format!("topic.{}", topic.id), topic.title.clone());
    Node { extension: Vec::new(), link_id, text, answer: Vec::new(), item }
}

/// What was answered to a question; nothing without an answer.
fn said(rules: &RuleSet, question: &Question, answers: &Answers<'_>) -> Option<Node> {
    let each: Vec<Answer> = question.items.iter().map(|item| answers.answer(item.index)).collect();
    if each.iter().all(|answer| *answer == Answer::Unanswered) {
        return None;
    }
    let is_no = |answer: &Answer| question.is_group && *answer == Answer::NO;
    let is_plain = each.iter().all(|answer| matches!(answer, Answer::Chosen(_)));
    // Boxes say no to all that is not ticked, or not sure of all of it.
    let is_unsure_of_the_rest = each.iter().all(|answer| *answer == Answer::NotSure || *answer == Answer::YES);
    let is_chosen = |choice: &Choice<'_>| match choice.said {
        Said::Answer(item, answer) => answers.answer(item.index) == answer,
        Said::None => each.iter().all(is_no),
        Said::NotSure => !is_plain,
    };
    let chosen = choices(rules, question).into_iter().filter(is_chosen);
    let needs_each = question.is_group && !is_plain && !is_unsure_of_the_rest;
    Some(Node {
        extension: if needs_each { vec![items(question, answers)] } else { Vec::new() },
        link_id: question.id.to_string(),
        text: question.text.clone(),
        answer: chosen.map(|choice| AnswerNode { value_coding: choice.coding }).collect(),
        item: Vec::new(),
    })
}

/// The answer to each item of a group that has one.
fn items(question: &Question, answers: &Answers<'_>) -> Extension {
    let parts = question.items.iter().filter_map(|item| {
        let word = word::of(item, answers.answer(item.index))?;
        Some(Extension { url: Cow::Owned(item.id.to_string()), value: Value::Code(word.to_owned()) })
    });
    Extension { url: Cow::Borrowed(ITEMS), value: Value::Parts(parts.collect()) }
}
