//! The questions as a Questionnaire of FHIR R4, for patient portals and form tools.
//!
//! Each question has its id as `linkId`; topics and texts have one that no question has, as a point is in it. Nothing is required
//! and nothing is chosen before.

mod resource;

use std::borrow::Cow;

pub use self::resource::Questionnaire;
use self::resource::{AnswerOption, EnableWhen, Node, Period};
use crate::fhir::{self, Choice, Coding, Concept, Extension, Identifier, Said, Value};
use crate::model::{Answer, Condition, Header, Leaf, Question, RuleSet, Topic};
use crate::pages::frame::emergency_line;
use crate::pages::provenance::review;
use crate::text::language;

/// The questions as a Questionnaire.
pub fn questionnaire(rules: &RuleSet) -> Questionnaire {
    let header = rules.header();
    let semver = coding("http://hl7.org/fhir/version-algorithm", "semver");
    Questionnaire {
        resource_type: "Questionnaire",
        id: fhir::resource_id(header),
        language: language().code,
        text: fhir::narrative(&[emergency(rules), notice(header)]),
        extension: vec![Extension {
            url: Cow::Borrowed("http://hl7.org/fhir/StructureDefinition/artifact-versionAlgorithm"),
            value: Value::Coding(semver),
        }],
        url: fhir::canonical("Questionnaire", header),
        identifier: vec![Identifier { system: Some(fhir::DIGEST), value: header.digest.clone() }],
        version: header.version.clone(),
        name: name(header),
        title: header.title.clone(),
        // Nobody but a clinician can make it more than a draft.
        status: if header.clinical_review.is_some() { "active" } else { "draft" },
        experimental: header.clinical_review.is_none(),
        subject_type: ["Patient"],
        date: header.checked_on.to_string(),
        publisher: "jakcheck",
        description: notice(header),
        approval_date: header.clinical_review.as_ref().map(|review| review.on.to_string()),
        effective_period: Period { start: header.checked_on.to_string(), end: header.review_by.to_string() },
        item: items(rules),
    }
}

/// The id of the rules as a name for programs: a capital letter first, and no underscores.
fn name(header: &Header) -> String {
    let words = header.id.as_str().split('_');
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| format!("{}{}", first.to_ascii_uppercase(), letters.as_str()))
    };
    format!("Rules{}", words.map(capital).collect::<String>())
}

/// What the questionnaire is not, and how far it was reviewed.
fn notice(header: &Header) -> String {
    let safety = &language().safety;
    let always = [safety.not_a_verdict].into_iter().chain(safety.keep_taking).map(str::to_owned);
    always.chain(review(header)).collect::<Vec<_>>().join(" ")
}

/// What must not wait.
fn emergency(rules: &RuleSet) -> String {
    format!("{} {}", emergency_line(rules), language().safety.emergency_do)
}

/// What must not wait, what the questionnaire is not, then the questions of each topic.
fn items(rules: &RuleSet) -> Vec<Node> {
    let [of_emergency, of_limits] = fhir::NOTICES;
    let mut items = vec![text(of_emergency, emergency(rules)), text(of_limits, notice(rules.header()))];
    for topic in rules.topics() {
        let questions = rules.questions().iter().filter(|question| question.topic == topic.index);
        let questions: Vec<Node> = questions.map(|question| self::question(rules, question)).collect();
        if !questions.is_empty() {
            items.push(group(topic, questions));
        }
    }
    items
}

fn text(link_id: &str, text: String) -> Node {
    Node {
        extension: Vec::new(),
        link_id: link_id.to_owned(),
        text,
        kind: "display",
        enable_when: Vec::new(),
        enable_behavior: None,
        repeats: None,
        answer_option: Vec::new(),
        item: Vec::new(),
    }
}

fn group(topic: &Topic, item: Vec<Node>) -> Node {
    Node { kind: "group", item, ..text(&format!("topic.{}", topic.id), topic.title.clone()) }
}

fn question(rules: &RuleSet, question: &Question) -> Node {
    let control = if question.is_group { "check-box" } else { "radio-button" };
    let enable_when = question.ask_when.as_ref().and_then(|when| asked_where(rules, when));
    let enable_when: Vec<EnableWhen> = enable_when.into_iter().flatten().collect();
    Node {
        extension: vec![item_control(control)],
        kind: "choice",
        enable_behavior: (!enable_when.is_empty()).then_some("any"),
        enable_when,
        repeats: question.is_group.then_some(true),
        answer_option: fhir::choices(rules, question).into_iter().map(option).collect(),
        item: vec![help(question)],
        ..text(question.id.as_str(), question.text.clone())
    }
}

fn option(Choice { said, coding }: Choice<'_>) -> AnswerOption {
    let exclusive = Extension {
        url: Cow::Borrowed("http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive"),
        value: Value::Boolean(true),
    };
    let extension = if matches!(said, Said::None) { vec![exclusive] } else { Vec::new() };
    AnswerOption { extension, value_coding: coding }
}

/// Why a question is asked.
fn help(question: &Question) -> Node {
    let instructions = Extension {
        url: Cow::Borrowed("http://hl7.org/fhir/StructureDefinition/questionnaire-displayCategory"),
        value: concept("http://hl7.org/fhir/questionnaire-display-category", "instructions"),
    };
    Node {
        extension: vec![item_control("help"), instructions],
        ..text(&format!("{}.why", question.id), question.why.join(" "))
    }
}

fn item_control(code: &str) -> Extension {
    Extension {
        url: Cow::Borrowed("http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"),
        value: concept("http://hl7.org/fhir/questionnaire-item-control", code),
    }
}

fn concept(system: &'static str, code: &str) -> Value {
    Value::Concept(Concept { coding: [coding(system, code)], text: None })
}

fn coding(system: &'static str, code: &str) -> Coding {
    Coding { system: Cow::Borrowed(system), code: code.to_owned(), display: None }
}

/// The answers with which a condition is not definitely false, of which one is enough. `None` where that cannot be said like this:
/// then the question is always asked, and an answer that was not wanted is left out when it is read.
fn asked_where(rules: &RuleSet, condition: &Condition) -> Option<Vec<EnableWhen>> {
    let leaves = any_of(condition)?;
    let mut wanted = Vec::new();
    let mut questions: Vec<&Question> = Vec::new();
    for leaf in leaves {
        let question = rules.question_of(leaf.item);
        // A question that is left out itself would count as one without an answer.
        if question.ask_when.is_some() {
            return None;
        }
        let is_wanted = |said: Said<'_>| match said {
            Said::Answer(item, Answer::Chosen(option)) => item.index == leaf.item && leaf.options.has(option.0),
            Said::Answer(..) | Said::None | Said::NotSure => false,
        };
        let found: Vec<EnableWhen> = fhir::choices(rules, question)
            .into_iter()
            .filter(|choice| is_wanted(choice.said))
            .map(|choice| equals(question, choice.coding))
            .collect();
        // Of an item of a group only a yes can be chosen.
        if u32::try_from(found.len()) != Ok(leaf.options.len()) {
            return None;
        }
        wanted.extend(found);
        if !questions.iter().any(|known| known.index == question.index) {
            questions.push(question);
        }
    }
    for question in questions {
        wanted.push(equals(question, fhir::not_sure()));
        wanted.push(EnableWhen {
            question: question.id.to_string(),
            operator: "exists",
            answer: Value::AnswerBoolean(false),
        });
    }
    Some(wanted)
}

fn equals(question: &Question, coding: Coding) -> EnableWhen {
    EnableWhen { question: question.id.to_string(), operator: "=", answer: Value::AnswerCoding(coding) }
}

/// The parts of a condition of which one is enough; `None` where one is not.
fn any_of(condition: &Condition) -> Option<Vec<Leaf>> {
    match condition {
        Condition::Answered(leaf) => Some(vec![*leaf]),
        Condition::AnyItem { group: _, leaves } => Some(leaves.clone()),
        Condition::Holds(named) => any_of(&named.when),
        Condition::Any(parts) => parts.iter().map(any_of).collect::<Option<Vec<_>>>().map(|leaves| leaves.concat()),
        Condition::All(parts) if parts.len() == 1 => parts.first().and_then(any_of),
        Condition::All(_) => None,
    }
}
