//! An answers document: strict JSON, with every mistake at its place and never a word of what was answered.

use serde_json::Value;
use serde_json::value::RawValue;

use super::members::{Key, Members};
use super::word;
use super::{Answer, Answers};
use crate::load::diagnostic::{self, Code, Diagnostic, plain};
use crate::load::locate::{Position, offset_of};
use crate::load::suggest;
use crate::model::words::{NONE, NOT_SURE, RECORD_ID};
use crate::model::{Item, Question, RuleSet};

/// An answers document is at most this many bytes: 64 KiB.
pub const LARGEST: usize = 64 << 10;

/// Reads a whole document.
///
/// # Errors
/// Everything that is wrong with it, in the order of places.
pub fn read<'r>(rules: &'r RuleSet, file: &str, bytes: &[u8]) -> Result<Answers<'r>, Vec<Diagnostic>> {
    let whole = |code, message: &str, hint: &str| {
        vec![Diagnostic {
            code,
            file: file.to_owned(),
            at: Position::START,
            question: None,
            message: message.to_owned(),
            hint: hint.to_owned(),
        }]
    };
    if bytes.len() > LARGEST {
        return Err(whole(
            Code::TooLarge,
            "the answers are larger than 64 KiB",
            "one document holds the answers of one person",
        ));
    }
    if bytes.starts_with(b"\xef\xbb\xbf") {
        return Err(whole(
            Code::ByteOrderMark,
            "the document begins with a byte order mark",
            "save it as UTF-8 without a byte order mark",
        ));
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Err(whole(Code::NotUtf8, "the document is not UTF-8 text", "save it as UTF-8"));
    };
    read_part(rules, file, text, text)
}

/// Reads an answers document that is a part of a larger text, such as the answers of a worked case.
///
/// # Errors
/// Everything that is wrong with it, placed in the larger text.
pub fn read_part<'r>(rules: &'r RuleSet, file: &str, whole: &str, part: &str) -> Result<Answers<'r>, Vec<Diagnostic>> {
    let mut reader = Reader { rules, file, whole, found: Vec::new(), answers: Answers::none(rules) };
    reader.document(part);
    let Reader { mut found, answers, .. } = reader;
    diagnostic::sort(&mut found);
    if found.is_empty() { Ok(answers) } else { Err(found) }
}

struct Reader<'r, 'a> {
    rules: &'r RuleSet,
    file: &'a str,
    whole: &'a str,
    found: Vec<Diagnostic>,
    answers: Answers<'r>,
}

impl<'a> Reader<'_, 'a> {
    /// A finding about a part of the text.
    fn report(&mut self, part: &str, question: Option<&str>, code: Code, message: String, hint: String) {
        let at = Position::of_offset(self.whole, offset_of(self.whole, part).unwrap_or(0));
        self.report_at(at, question, code, message, hint);
    }

    fn report_at(&mut self, at: Position, question: Option<&str>, code: Code, message: String, hint: String) {
        let (file, question) = (self.file.to_owned(), question.map(str::to_owned));
        self.found.push(Diagnostic { code, file, at, question, message, hint });
    }

    fn document(&mut self, text: &'a str) {
        // Every text in it decoded first: whatever is wrong with the JSON itself is said before anything else, and
        // nothing below can fail to be read.
        if let Err(error) = serde_json::from_str::<Value>(text) {
            self.bad_json(text, &error);
            return;
        }
        let Ok(Members(members)) = serde_json::from_str::<Members<'_>>(text) else {
            let hint = "write one JSON object, such as {\"smoking\": \"never\"}".to_owned();
            self.report(text.trim_start(), None, Code::WrongType, "answers must be one JSON object".to_owned(), hint);
            return;
        };
        self.report_duplicates(&members, None);
        for (key, value) in &members {
            self.member(key, value.get());
        }
    }

    fn bad_json(&mut self, text: &'a str, error: &serde_json::Error) {
        let full = error.to_string();
        let sentence = full.rsplit_once(" at line ").map_or(full.as_str(), |(sentence, _)| sentence);
        let message = if text.trim().is_empty() {
            "there are no answers: the document is empty".to_owned()
        } else {
            format!("this is not JSON: {}", plain(sentence))
        };
        let at = Position::of_parse_error(text, error);
        let start = Position::of_offset(self.whole, offset_of(self.whole, text).unwrap_or(0));
        let at = if at.line == 1 {
            Position { line: start.line, column: start.column + at.column - 1 }
        } else {
            Position { line: start.line + at.line - 1, column: at.column }
        };
        let hint = "write one JSON object, such as {\"smoking\": \"never\"}; check brackets, commas and quotes";
        self.report_at(at, None, Code::BadJson, message, hint.to_owned());
    }

    fn report_duplicates(&mut self, members: &[(Key<'_>, &RawValue)], question: Option<&str>) {
        for (place, (key, value)) in members.iter().enumerate() {
            let is_second = members.iter().take(place).any(|(earlier, _)| earlier.0 == key.0);
            if is_second {
                let at = key.position(value.get(), self.whole);
                self.report_at(
                    at,
                    question,
                    Code::DuplicateKey,
                    "this key stands twice".to_owned(),
                    "keep one of the two".to_owned(),
                );
            }
        }
    }

    fn member(&mut self, key: &Key<'_>, value: &'a str) {
        if key.0 == RECORD_ID {
            self.record_id(value);
            return;
        }
        let rules = self.rules;
        match rules.question(&key.0) {
            Some(question) if question.is_group => self.group(question, value),
            Some(question) => self.single(question, value),
            None => {
                let at = key.position(value, self.whole);
                let hint = self.hint_for_unknown(&key.0);
                self.report_at(at, None, Code::UnknownQuestion, "there is no question with this name".to_owned(), hint);
            }
        }
    }

    fn hint_for_unknown(&self, key: &str) -> String {
        if let Some(hint) = word::retired_name_hint(self.rules, key) {
            return hint;
        }
        if let Some((question, item)) = key.split_once('.')
            && self.rules.find_item(key).is_some()
        {
            return format!("write the group as {{\"{question}\": {{\"{item}\": \"yes\"}}}}");
        }
        let ids = self.rules.questions().iter().map(|question| question.id.as_str());
        suggest::hint(key, "questions", ids)
    }

    fn record_id(&mut self, value: &'a str) {
        match serde_json::from_str::<String>(value) {
            Ok(id) if word::is_record_id(&id) => self.answers.id = Some(id),
            Ok(_) => {
                let (message, hint) = word::bad_record_id();
                self.report(value, None, Code::BadRecordId, message, hint);
            }
            Err(_) => {
                self.report(
                    value,
                    None,
                    Code::WrongType,
                    "`id` must be a text".to_owned(),
                    "write it in quotes".to_owned(),
                );
            }
        }
    }

    fn single(&mut self, question: &Question, value: &'a str) {
        let Some(item) = question.items.first() else {
            return;
        };
        if let Some(answer) = self.answer(question, item, value) {
            self.answers.set(item.index, answer);
        }
    }

    /// The answer that a JSON string gives to an item.
    fn answer(&mut self, question: &Question, item: &Item, value: &'a str) -> Option<Answer> {
        let Ok(text) = serde_json::from_str::<String>(value) else {
            let message = format!("the answer to `{}` must be a text", item.reference);
            self.report(
                value,
                Some(question.id.as_str()),
                Code::WrongType,
                message,
                word::options_hint(self.rules, item),
            );
            return None;
        };
        let answer = word::answer(item, &text);
        if answer.is_none() {
            let (message, hint) = word::unknown_option(self.rules, item);
            self.report(value, Some(question.id.as_str()), Code::UnknownOption, message, hint);
        }
        answer
    }

    fn group(&mut self, question: &Question, value: &'a str) {
        if value.starts_with('{') {
            self.group_object(question, value);
        } else if value.starts_with('[') {
            self.group_list(question, value);
        } else {
            let message = format!("`{}` must be a group of items", question.id);
            let hint = group_hint(question);
            self.report(value, Some(question.id.as_str()), Code::WrongType, message, hint);
        }
    }

    fn group_object(&mut self, question: &Question, value: &'a str) {
        let Ok(Members(members)) = serde_json::from_str::<Members<'_>>(value) else {
            return;
        };
        self.report_duplicates(&members, Some(question.id.as_str()));
        if members.is_empty() {
            let message = format!("`{}` says nothing", question.id);
            self.report(value, Some(question.id.as_str()), Code::EmptyList, message, empty_hint(question));
        }
        for (key, value) in &members {
            let Some(item) = question.items.iter().find(|item| item.id == *key.0) else {
                let at = key.position(value.get(), self.whole);
                let message = format!("`{}` has no item with this name", question.id);
                let hint = word::items_hint(self.rules, question);
                self.report_at(at, Some(question.id.as_str()), Code::UnknownItem, message, hint);
                continue;
            };
            if let Some(answer) = self.answer(question, item, value.get()) {
                self.answers.set(item.index, answer);
            }
        }
    }

    fn group_list(&mut self, question: &Question, value: &'a str) {
        let Ok(elements) = serde_json::from_str::<Vec<&'a RawValue>>(value) else {
            return;
        };
        let id = question.id.as_str();
        if elements.is_empty() {
            self.report(
                value,
                Some(id),
                Code::EmptyList,
                format!("the list of `{id}` is empty, which says neither yes nor no"),
                empty_hint(question),
            );
            return;
        }
        let mut named: Vec<String> = Vec::new();
        for element in elements {
            let Ok(word) = serde_json::from_str::<String>(element.get()) else {
                self.report(
                    element.get(),
                    Some(id),
                    Code::WrongType,
                    format!("the items of `{id}` must be texts"),
                    word::items_hint(self.rules, question),
                );
                continue;
            };
            let is_known =
                word == NONE || word == NOT_SURE || question.items.iter().any(|item| item.id == *word.as_str());
            if !is_known {
                self.report(
                    element.get(),
                    Some(id),
                    Code::UnknownItem,
                    format!("`{id}` has no item with this name"),
                    word::items_hint(self.rules, question),
                );
            }
            if named.contains(&word) {
                self.report(
                    element.get(),
                    Some(id),
                    Code::RepeatedItem,
                    "this item stands twice in the list".to_owned(),
                    "keep one of the two".to_owned(),
                );
            }
            named.push(word);
        }
        if named.iter().any(|word| word == NONE) && named.iter().any(|word| word != NONE) {
            let hint = "write `none` alone, or leave it out".to_owned();
            self.report(
                value,
                Some(id),
                Code::NoneWithOthers,
                format!("`none` stands beside other items of `{id}`"),
                hint,
            );
        }
        self.set_listed(question, &named);
    }

    /// Listed items are yes; the others are no, or not sure where the list says so.
    fn set_listed(&mut self, question: &Question, named: &[String]) {
        let others_not_sure = named.iter().any(|word| word == NOT_SURE);
        for item in &question.items {
            let answer = if named.iter().any(|word| item.id == *word.as_str()) {
                Answer::YES
            } else if others_not_sure {
                Answer::NotSure
            } else {
                Answer::NO
            };
            self.answers.set(item.index, answer);
        }
    }
}

fn group_hint(question: &Question) -> String {
    let example = question.items.first().map_or("item", |item| item.id.as_str());
    format!("write {{\"{}\": {{\"{example}\": \"yes\"}}}}, or a list of the items that are yes", question.id)
}

fn empty_hint(question: &Question) -> String {
    format!("write [\"none\"] if no item is yes, or leave `{}` out", question.id)
}
