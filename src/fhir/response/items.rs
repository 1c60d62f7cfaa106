//! Reads the items of a response, and the answers in them.

use std::borrow::Cow;

use super::elements::{ANSWER, CODING, ITEM};
use super::given::Given;
use super::read::Reader;
use super::walk::{Members, list, object, string, value};
use crate::answers::members::Key;
use crate::answers::word;
use crate::fhir::coding::{ITEMS, NOTICES, is_choice};
use crate::fhir::{Choice, choices};
use crate::load::diagnostic::Code;
use crate::model::{Answer, ItemIndex, Question};

/// What a `linkId` of the questionnaire names.
enum Place<'r> {
    Question(&'r Question),
    /// A topic, or a text.
    Text {
        text: Option<Cow<'r, str>>,
    },
}

impl<'r, 'a> Reader<'r, 'a> {
    /// Reads the items of a topic, of a question, or of the response.
    pub(super) fn items(&mut self, part: &'a str, topic: Option<&str>) {
        let Some(items) = list(part) else {
            self.refuse(Code::WrongType, part, (Self::words().wrong_type)("item"));
            return;
        };
        for part in items {
            match object(part) {
                Some(members) if self.are_known(ITEM, &members) => self.item(part, &members, topic),
                Some(_) => {}
                None => self.refuse(Code::WrongType, part, (Self::words().wrong_type)("item")),
            }
        }
    }

    fn item(&mut self, part: &'a str, members: &Members<'a>, topic: Option<&str>) {
        let link = value(members, "linkId");
        let Some(name) = link.and_then(string) else {
            self.refuse(Code::WrongType, link.unwrap_or(part), (Self::words().wrong_type)("linkId"));
            return;
        };
        let Some(place) = self.place(&name) else {
            self.refuse(Code::UnknownElement, link.unwrap_or(part), Self::words().unknown_link);
            return;
        };
        let (expected, in_topic) = match &place {
            Place::Question(question) => {
                let topic = self.rules.topics().iter().find(|topic| topic.index == question.topic);
                (Some(question.text.as_str()), topic.map(|topic| format!("topic.{}", topic.id)))
            }
            Place::Text { text } => (text.as_deref(), None),
        };
        if let Some(text) = value(members, "text")
            && expected.is_some_and(|expected| string(text).as_deref() != Some(expected))
        {
            self.warn(Code::OtherText, text, (Self::words().other_text)(&name));
        }
        let is_misplaced = match &in_topic {
            Some(wanted) => Some(wanted.as_str()) != topic,
            // A topic stands in no other, and neither does a notice.
            None => topic.is_some() && name.strip_suffix(".why").is_none(),
        };
        if is_misplaced {
            self.warn(Code::WrongPlace, link.unwrap_or(part), (Self::words().wrong_place)(&name));
        }
        let answers = self.answers_of(members);
        match place {
            Place::Question(question) => {
                let around = self.about.replace(question.id.as_str());
                self.question(question, part, members, &answers);
                self.about = around;
            }
            Place::Text { .. } if !answers.is_empty() => {
                self.refuse(Code::UnreadableAnswer, part, (Self::words().no_question)(&name));
            }
            Place::Text { .. } if !self.texts.insert(name.clone()) => {
                self.warn(Code::RepeatedItem, link.unwrap_or(part), (Self::words().place_twice)(&name));
            }
            Place::Text { .. } => {}
        }
        if let Some(items) = value(members, "item") {
            self.items(items, Some(&name));
        }
    }

    fn place(&self, name: &str) -> Option<Place<'r>> {
        let rules = self.rules;
        if let Some(question) = rules.question(name) {
            return Some(Place::Question(question));
        }
        if let Some(question) = name.strip_suffix(".why") {
            let text = |question: &Question| Some(Cow::Owned(question.why.join(" ")));
            return rules.question(question).map(|question| Place::Text { text: text(question) });
        }
        if let Some(topic) = name.strip_prefix("topic.").and_then(|topic| rules.topic(topic)) {
            let is_asked = rules.questions().iter().any(|question| question.topic == topic.index);
            return is_asked.then_some(Place::Text { text: Some(Cow::Borrowed(&topic.title)) });
        }
        NOTICES.contains(&name).then_some(Place::Text { text: None })
    }

    /// The answers of an item. An empty list is none.
    fn answers_of(&mut self, members: &Members<'a>) -> Vec<&'a str> {
        let Some(part) = value(members, "answer") else { return Vec::new() };
        let Some(answers) = list(part) else {
            self.refuse(Code::WrongType, part, (Self::words().wrong_type)("answer"));
            return Vec::new();
        };
        answers
    }

    fn question(&mut self, question: &'r Question, part: &'a str, members: &Members<'a>, answers: &[&'a str]) {
        let id = question.id.as_str();
        let all = choices(self.rules, question);
        let mut given = Given { part, ..Given::default() };
        let is_empty = |answer: &&str| object(answer).is_some_and(|members| members.is_empty());
        // Some forms leave this where nothing is ticked any more. Beside other answers it may be one that was lost.
        let answers = match answers {
            [answer] if is_empty(answer) => {
                self.warn(Code::UnreadableAnswer, answer, (Self::words().empty_answer)(id));
                &[]
            }
            _ => answers,
        };
        for answer in answers.iter().copied() {
            let Some(choice) = self.choice(question, &all, answer) else { continue };
            if given.chosen.iter().any(|known| known.coding == choice.coding) {
                self.warn(Code::RepeatedItem, answer, (Self::words().option_twice)(id));
            } else {
                given.chosen.push(choice);
            }
        }
        if !question.is_group && given.chosen.len() > 1 {
            self.refuse(Code::TwoAnswers, part, (Self::words().two_answers)(id));
        }
        if given.is_none() && given.chosen.len() > 1 {
            self.refuse(Code::NoneWithOthers, part, (Self::words().none_beside)(id));
        }
        given.items = self.items_said(question, part, members);
        if !given.agrees(question) || answers.iter().any(|answer| has_items(answer)) {
            self.warn(Code::UnreadableAnswer, part, (Self::words().items_disagree)(id));
            given.items = None;
        }
        match self.given.get(&question.index) {
            Some(known) if known.is_like(&given) => {
                self.warn(Code::RepeatedItem, part, (Self::words().twice_alike)(id));
            }
            Some(_) => self.refuse(Code::TwoAnswers, part, (Self::words().twice)(id)),
            None => {
                self.given.insert(question.index, given);
            }
        }
    }

    /// What one answer chooses.
    fn choice(&mut self, question: &'r Question, all: &[Choice<'r>], part: &'a str) -> Option<Choice<'r>> {
        let id = question.id.as_str();
        let members: Vec<(Key<'a>, &'a str)> = object(part).into_iter().flatten().collect();
        if !self.are_known(ANSWER, &members) {
            return None;
        }
        let values: Vec<&(Key<'a>, &'a str)> = members.iter().filter(|(key, _)| key.0.starts_with("value")).collect();
        let coding = match values.as_slice() {
            [(key, coding)] if key.0 == "valueCoding" => object(coding),
            [_] | [] => None,
            [_, _, ..] => {
                self.refuse(Code::TwoAnswers, part, (Self::words().two_values)(id));
                return None;
            }
        };
        let Some(coding) = coding else {
            self.refuse(Code::UnreadableAnswer, part, (Self::words().no_coding)(id));
            return None;
        };
        if let Some(items) = value(&members, "item") {
            self.items(items, Some(id));
        }
        if !self.are_known(CODING, &coding) {
            return None;
        }
        let text = |name: &str| value(&coding, name).and_then(string);
        let (system, code) = (text("system"), text("code"));
        let found =
            system.zip(code).and_then(|(system, code)| all.iter().find(|choice| is_choice(choice, &system, &code)));
        let Some(choice) = found else {
            self.refuse(Code::UnknownOption, part, (Self::words().no_option)(id));
            return None;
        };
        if let Some(part) = value(&coding, "display").filter(|part| string(part) != choice.coding.display) {
            let display = string(part);
            if all.iter().any(|other| other.coding.display == display) {
                self.refuse(Code::TwoAnswers, part, (Self::words().display_of_another)(id));
            } else {
                self.warn(Code::OtherText, part, (Self::words().other_display)(id));
            }
        }
        Some(choice.clone())
    }

    /// The answer to each item of a group, where the extension of ours is there and can be read.
    fn items_said(
        &mut self,
        question: &'r Question,
        part: &'a str,
        members: &Members<'a>,
    ) -> Option<Vec<(ItemIndex, Answer)>> {
        let extensions = value(members, "extension")?;
        let Some(extensions) = list(extensions) else {
            self.refuse(Code::WrongType, extensions, (Self::words().wrong_type)("extension"));
            return None;
        };
        let mut ours = extensions.into_iter().filter_map(object).filter(|extension| is_ours(extension));
        let first = ours.next()?;
        let said = value(&first, "extension").and_then(list).and_then(|said| items_of(question, &said));
        let is_plain = has_only(&first, &["url", "extension"]) && question.is_group;
        let said = said.filter(|said| is_plain && !said.is_empty() && ours.next().is_none());
        if said.is_none() {
            self.warn(Code::UnreadableAnswer, part, (Self::words().items_disagree)(question.id.as_str()));
        }
        said
    }
}

/// Whether an extension is the one with the answer to each item.
fn is_ours(extension: &Members<'_>) -> bool {
    value(extension, "url").and_then(string).as_deref() == Some(ITEMS)
}

/// Whether an element has no others than these, and perhaps an id.
fn has_only(members: &Members<'_>, names: &[&str]) -> bool {
    members.iter().all(|(key, _)| key.0 == "id" || names.contains(&key.0.as_ref()))
}

/// Whether an answer has that extension, which belongs to its question.
fn has_items(answer: &str) -> bool {
    let extensions = object(answer).and_then(|members| value(&members, "extension").and_then(list));
    extensions.into_iter().flatten().filter_map(object).any(|extension| is_ours(&extension))
}

/// The answer to each item, from the parts of the extension. No item is there twice.
fn items_of(question: &Question, parts: &[&str]) -> Option<Vec<(ItemIndex, Answer)>> {
    let mut said: Vec<(ItemIndex, Answer)> = Vec::new();
    for part in parts {
        let extension = object(part).filter(|extension| has_only(extension, &["url", "valueCode"]))?;
        let name = value(&extension, "url").and_then(string)?;
        let item = question.items.iter().find(|item| item.id == *name)?;
        let answer = word::answer(item, &value(&extension, "valueCode").and_then(string)?)?;
        if said.iter().any(|(known, _)| *known == item.index) {
            return None;
        }
        said.push((item.index, answer));
    }
    Some(said)
}
