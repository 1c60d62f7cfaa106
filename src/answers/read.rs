//! An answers document: strict JSON, with every mistake at its place and never a word of what was answered.

use serde_json::Value;
use serde_json::value::RawValue;

use super::container;
use super::fields::BLANKS;
use super::members::{Key, Members};
use super::{Answer, Answers, Ignored, ReadError, word};
use crate::load::diagnostic::{self, Code, Diagnostic, plain};
use crate::load::locate::Position;
use crate::load::suggest;
use crate::model::words::{FOR, NONE, NOT_SURE, RECORD_ID};
use crate::model::{Item, Question, RuleSet, Whose};
use crate::text::language;

/// An answers document is at most this many bytes: 64 KiB.
pub const LARGEST: usize = 64 << 10;

/// Programs write these for what is missing. They are no answer, as an empty field of a table is none.
const MISSING: [&str; 2] = ["null", "\"\""];

/// Some programs write these for what is missing. JSON has no such words, so a text with one cannot be taken apart, not even
/// where its key is to be left out.
const NO_NUMBERS: [&str; 3] = ["NaN", "Infinity", "-Infinity"];

/// Reads a whole document.
///
/// # Errors
/// Everything that is wrong with it, in the order of places, or the one thing that is wrong with it as a whole.
pub fn read<'r>(rules: &'r RuleSet, file: &str, bytes: &[u8]) -> Result<Answers<'r>, ReadError> {
    read_document(rules, file, bytes, None).map(|(answers, _)| answers)
}

/// Reads one of many documents without the keys that have certain names, and counts those. A key that is unknown is met
/// in most of them: what is said of it does not list all that are known.
///
/// # Errors
/// As [`read`].
pub fn read_leaving_out<'r>(
    rules: &'r RuleSet,
    file: &str,
    bytes: &[u8],
    ignored: &Ignored,
) -> Result<(Answers<'r>, u64), ReadError> {
    read_document(rules, file, bytes, Some(ignored))
}

fn read_document<'r>(
    rules: &'r RuleSet,
    file: &str,
    bytes: &[u8],
    ignored: Option<&Ignored>,
) -> Result<(Answers<'r>, u64), ReadError> {
    read_object(rules, file, bytes, ignored).map_err(|error| {
        let mistake = container::of_document(rules, bytes);
        mistake.map_or(error, |mistake| Diagnostic::new(Code::WrongContainer, file, Position::START, mistake).into())
    })
}

fn read_object<'r>(
    rules: &'r RuleSet,
    file: &str,
    bytes: &[u8],
    ignored: Option<&Ignored>,
) -> Result<(Answers<'r>, u64), ReadError> {
    let words = &language().answers;
    let bytes = container::without_mark(bytes);
    let (code, mistake) = if bytes.len() > LARGEST {
        (Code::TooLarge, words.too_large)
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        return Reader::new(rules, file, text, ignored).read(text);
    } else {
        (Code::NotUtf8, words.not_utf8)
    };
    Err(Diagnostic::new(code, file, Position::START, mistake).into())
}

/// Reads an answers document that is a part of a larger text, such as the answers of a worked case.
///
/// # Errors
/// Everything that is wrong with it, placed in the larger text.
pub fn read_part<'r>(rules: &'r RuleSet, file: &str, whole: &str, part: &str) -> Result<Answers<'r>, ReadError> {
    Reader::new(rules, file, whole, None).read(part).map(|(answers, _)| answers)
}

struct Reader<'r, 'a> {
    rules: &'r RuleSet,
    file: &'a str,
    whole: &'a str,
    /// The names to leave out, where this is one of many documents.
    ignored: Option<&'a Ignored>,
    /// How many keys were left out.
    left_out: u64,
    /// Whether a finding lists the questions.
    is_listed: bool,
    found: Vec<Diagnostic>,
    answers: Answers<'r>,
}

impl<'r, 'a> Reader<'r, 'a> {
    fn new(rules: &'r RuleSet, file: &'a str, whole: &'a str, ignored: Option<&'a Ignored>) -> Self {
        let (found, answers) = (Vec::new(), Answers::none(rules));
        Self { rules, file, whole, ignored, left_out: 0, is_listed: false, found, answers }
    }

    fn read(mut self, part: &'a str) -> Result<(Answers<'r>, u64), ReadError> {
        self.document(part);
        diagnostic::sort(&mut self.found);
        if self.found.is_empty() { Ok((self.answers, self.left_out)) } else { Err(ReadError(self.found)) }
    }

    /// A finding about a part of the text.
    fn report(
        &mut self,
        part: &str,
        question: Option<&Question>,
        code: Code,
        mistake: (impl Into<String>, impl Into<String>),
    ) {
        self.report_at(Position::of_part(self.whole, part), question, code, mistake);
    }

    fn report_at(
        &mut self,
        at: Position,
        question: Option<&Question>,
        code: Code,
        mistake: (impl Into<String>, impl Into<String>),
    ) {
        let question = question.map(|question| question.id.to_string());
        self.found.push(Diagnostic { question, ..Diagnostic::new(code, self.file, at, mistake) });
    }

    fn document(&mut self, text: &'a str) {
        // Every text in it decoded first: whatever is wrong with the JSON itself is said before anything else.
        if let Err(error) = serde_json::from_str::<Value>(text) {
            self.bad_json(text, &error);
            return;
        }
        let Ok(Members(mut members)) = serde_json::from_str::<Members<'_>>(text) else {
            self.report(text.trim_start(), None, Code::WrongType, language().answers.no_object);
            return;
        };
        let all = members.len();
        members.retain(|(key, _)| !self.ignored.is_some_and(|ignored| ignored.leaves_out(&key.0)));
        self.left_out += u64::try_from(all - members.len()).unwrap_or(u64::MAX);
        self.report_duplicates(&members, None);
        // An item at the top level can be in its group too, wherever that stands: the groups are read first.
        let mut items = Vec::new();
        for (key, value) in &members {
            match word::item_alone(self.rules, &key.0) {
                Some(item) => items.push((item, key, value)),
                None => self.member(key, value),
            }
        }
        for (item, key, value) in items.into_iter().filter(|(_, _, value)| !is_missing(value)) {
            self.item(item, key, value.get());
        }
    }

    /// Takes in an item of a group that stands at the top level.
    fn item(&mut self, item: &Item, key: &Key<'_>, value: &'a str) {
        let question = self.rules.question_of(item.index);
        if self.answers.answer(item.index) == Answer::Unanswered {
            self.answer(question, item, value);
        } else {
            let at = key.position(value, self.whole);
            self.report_at(at, Some(question), Code::DuplicateKey, language().answers.item_twice);
        }
    }

    fn bad_json(&mut self, text: &'a str, error: &serde_json::Error) {
        let words = &language().answers;
        let full = error.to_string();
        let sentence = full.rsplit_once(" at line ").map_or(full.as_str(), |(sentence, _)| sentence);
        let is_empty = text.trim().is_empty();
        let message = if is_empty { words.empty.to_owned() } else { (words.not_json)(&plain(sentence)) };
        let at = Position::of_parse_error(text, error);
        let start = Position::of_part(self.whole, text);
        let at = if at.line == 1 {
            Position { line: start.line, column: start.column + at.column - 1 }
        } else {
            Position { line: start.line + at.line - 1, column: at.column }
        };
        let rest = Position::rest_at_parse_error(text, error);
        let is_no_number = NO_NUMBERS.iter().any(|word| rest.starts_with(word));
        let hint = if is_no_number { words.no_numbers } else { words.check_json };
        self.report_at(at, None, Code::BadJson, (message, hint));
    }

    fn report_duplicates(&mut self, members: &[(Key<'_>, &RawValue)], question: Option<&Question>) {
        for (place, (key, value)) in members.iter().enumerate() {
            let is_second = members.iter().take(place).any(|(earlier, _)| earlier.0 == key.0);
            if is_second {
                let at = key.position(value.get(), self.whole);
                self.report_at(at, question, Code::DuplicateKey, language().answers.duplicate_key);
            }
        }
    }

    fn member(&mut self, key: &Key<'_>, value: &'a RawValue) {
        let question = self.rules.question(&key.0);
        let is_known = question.is_some() || key.0 == RECORD_ID || key.0 == FOR;
        if is_known && is_missing(value) {
            return;
        }
        let value = value.get();
        match question {
            Some(question) if question.is_group => self.group(question, value),
            Some(question) => self.answer(question, question.first(), value),
            None if key.0 == RECORD_ID => self.record_id(value),
            None if key.0 == FOR => self.whose(value),
            None => {
                let at = key.position(value, self.whole);
                let hint = self.hint_for_unknown(&key.0);
                self.report_at(at, None, Code::UnknownQuestion, (language().answers.unknown_question, hint));
            }
        }
    }

    fn hint_for_unknown(&mut self, key: &str) -> String {
        if let Some(hint) = word::retired_name_hint(self.rules, key) {
            return hint;
        }
        let group = key.split_once('.').or_else(|| key.split_once("__")).map(|(group, _)| group);
        if let Some(group) = group.and_then(|group| self.rules.question(group)) {
            return word::items_hint(self.rules, group);
        }
        let words = &language().answers;
        let ids = self.rules.questions().iter().map(|question| question.id.as_str());
        match (self.ignored, suggest::closest(key, ids.clone())) {
            (_, Some(close)) => (words.did_you_mean)(close),
            (Some(_), None) => words.leave_key_out.to_owned(),
            (None, None) if self.is_listed => words.listed_above.to_owned(),
            (None, None) => {
                self.is_listed = true;
                suggest::listing(words.questions, ids)
            }
        }
    }

    fn record_id(&mut self, value: &'a str) {
        let words = &language().answers;
        let is_whole = |value: &str| value.strip_prefix('-').unwrap_or(value).bytes().all(|byte| byte.is_ascii_digit());
        match serde_json::from_str::<String>(value) {
            // A whole number is echoed with the digits that were written, however many.
            Err(_) if is_whole(value) => self.record_id_is(value, value),
            Ok(id) => self.record_id_is(value, &id),
            Err(_) => {
                let plain = if value.starts_with('{') { words.unbox } else { words.write_in_quotes };
                let hint = word::in_brackets(value).unwrap_or(plain);
                self.report(value, None, Code::WrongType, (words.id_not_text, hint));
            }
        }
    }

    /// Takes in an `id`, without blanks around it, as from a table. One that is only blanks is none.
    fn record_id_is(&mut self, value: &'a str, id: &str) {
        let id = id.trim_matches(BLANKS);
        if word::is_record_id(id) {
            self.answers.id = (!id.is_empty()).then(|| id.to_owned());
        } else {
            self.report(value, None, Code::BadRecordId, word::bad_record_id());
        }
    }

    /// Takes in whose answers they are.
    fn whose(&mut self, value: &'a str) {
        let words = &language().answers;
        let Ok(word) = serde_json::from_str::<String>(value) else {
            let hint = word::in_brackets(value).unwrap_or(words.for_whom);
            self.report(value, None, Code::WrongType, (words.for_not_text, hint));
            return;
        };
        match Whose::ALL.into_iter().find(|whose| whose.word() == word) {
            Some(whose) => self.answers.whose = Some(whose),
            None => self.report(value, None, Code::UnknownOption, words.for_nobody),
        }
    }

    /// Takes in the answer that a JSON string gives to an item.
    fn answer(&mut self, question: &Question, item: &Item, value: &'a str) {
        let Ok(text) = serde_json::from_str::<String>(value) else {
            let message = (language().answers.answer_not_text)(&item.reference);
            let hint = word::not_a_word(value, word::options_hint(self.rules, item));
            self.report(value, Some(question), Code::WrongType, (message, hint));
            return;
        };
        match word::answer(item, &text) {
            Some(answer) => self.answers.set(item.index, answer),
            None => {
                self.report(value, Some(question), Code::UnknownOption, word::unknown_option(self.rules, item, &text));
            }
        }
    }

    fn group(&mut self, question: &Question, value: &'a str) {
        if let Ok(Members(members)) = serde_json::from_str::<Members<'_>>(value) {
            self.group_object(question, value, &members);
        } else if let Ok(elements) = serde_json::from_str::<Vec<&'a RawValue>>(value) {
            self.group_list(question, value, &elements);
        } else {
            let (message, form) = (language().answers.not_a_group)(question.id.as_str(), question.first().id.as_str());
            self.report(value, Some(question), Code::WrongType, (message, word::not_a_word(value, form)));
        }
    }

    fn group_object(&mut self, question: &Question, value: &'a str, members: &[(Key<'_>, &'a RawValue)]) {
        self.report_duplicates(members, Some(question));
        if members.is_empty() {
            self.report(value, Some(question), Code::EmptyList, (language().answers.empty_group)(question.id.as_str()));
        }
        for (key, value) in members {
            if is_missing(value) && question.items.iter().any(|item| item.id == *key.0) {
                continue;
            }
            if let Some(item) = question.items.iter().find(|item| item.id == *key.0) {
                self.answer(question, item, value.get());
            } else {
                let at = key.position(value.get(), self.whole);
                self.report_at(at, Some(question), Code::UnknownItem, self.unknown_item(question));
            }
        }
    }

    fn unknown_item(&self, question: &Question) -> (String, String) {
        let message = (language().answers.unknown_item)(question.id.as_str());
        (message, word::items_hint(self.rules, question))
    }

    fn group_list(&mut self, question: &Question, value: &'a str, elements: &[&'a RawValue]) {
        let words = &language().answers;
        let id = question.id.as_str();
        if elements.is_empty() {
            self.report(value, Some(question), Code::EmptyList, (words.empty_list)(id));
            return;
        }
        let mut named: Vec<String> = Vec::new();
        for element in elements.iter().map(|element| element.get()) {
            let Ok(word) = serde_json::from_str::<String>(element) else {
                // Some programs write a whole group in brackets.
                let is_boxed = elements.len() == 1 && element.starts_with('{') && word::in_brackets(element).is_none();
                let hint = word::not_a_word(element, word::items_hint(self.rules, question));
                let mistake = ((words.items_not_texts)(id), if is_boxed { words.unbox.to_owned() } else { hint });
                self.report(element, Some(question), Code::WrongType, mistake);
                continue;
            };
            let is_known =
                word == NONE || word == NOT_SURE || question.items.iter().any(|item| item.id == *word.as_str());
            if !is_known {
                self.report(element, Some(question), Code::UnknownItem, self.unknown_item(question));
            }
            if named.contains(&word) {
                self.report(element, Some(question), Code::RepeatedItem, words.repeated_item);
            }
            named.push(word);
        }
        if named.iter().any(|word| word == NONE) && named.iter().any(|word| word != NONE) {
            self.report(value, Some(question), Code::NoneWithOthers, (words.none_with_others)(id));
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

/// Whether a value says that there is no answer.
fn is_missing(value: &RawValue) -> bool {
    MISSING.contains(&value.get())
}
