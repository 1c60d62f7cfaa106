//! Reads a response: what it is an answer to, whose answers they are, and the answers.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time};
use serde_json::value::RawValue;

use super::elements::{RESPONSE, Type, wrong};
use super::given::Given;
use super::reading::{Kept, Reading};
use super::walk::{Members, each_object, object, string, value};
use super::write::as_asked;
use crate::answers::fields::BLANKS;
use crate::answers::{Answers, ReadError, word};
use crate::fhir::canonical;
use crate::load::diagnostic::{self, Code, Diagnostic, plain};
use crate::load::locate::Position;
use crate::model::{QuestionIndex, RuleSet, Whose};
use crate::text::language;
use crate::text::responses::Responses;

/// Elements that can change what all others mean. Whoever does not know them must not go on.
const CHANGING: [&str; 2] = ["modifierExtension", "implicitRules"];

/// More mistakes, or more warnings, are not told: a hostile response can have thousands.
const MOST: usize = 100;

/// What a response can be whose answers count.
const GOOD_STATUS: [&str; 4] = ["in-progress", "completed", "amended", "stopped"];

pub(super) struct Reader<'r, 'a> {
    pub(super) rules: &'r RuleSet,
    file: &'a str,
    whole: &'a str,
    mistakes: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
    kept: Kept,
    /// How many warnings are not told.
    untold: usize,
    /// Each topic and each text that is in it.
    pub(super) texts: BTreeSet<String>,
    /// The question that is read.
    pub(super) about: Option<&'r str>,
    /// What was said to each question that is in it.
    pub(super) given: BTreeMap<QuestionIndex, Given<'r, 'a>>,
}

impl<'r, 'a> Reader<'r, 'a> {
    pub(super) fn new(rules: &'r RuleSet, file: &'a str, whole: &'a str) -> Self {
        Self {
            rules,
            file,
            whole,
            mistakes: Vec::new(),
            warnings: Vec::new(),
            kept: Kept::default(),
            untold: 0,
            texts: BTreeSet::new(),
            about: None,
            given: BTreeMap::new(),
        }
    }

    pub(super) fn words() -> &'static Responses {
        &language().responses
    }

    fn diagnostic(&self, code: Code, at: Position, words: (impl Into<String>, impl Into<String>)) -> Diagnostic {
        let question = self.about.map(str::to_owned);
        Diagnostic { question, ..Diagnostic::new(code, self.file, at, words) }
    }

    /// A mistake in a part of the text.
    pub(super) fn refuse(&mut self, code: Code, part: &str, words: (impl Into<String>, impl Into<String>)) {
        if self.mistakes.len() >= MOST {
            return;
        }
        let at = Position::of_part(self.whole, part);
        let mistake = self.diagnostic(code, at, words);
        self.mistakes.push(mistake);
    }

    /// A warning about a part of the text. That an answer is not as it was said is always told, once of each question.
    pub(super) fn warn(&mut self, code: Code, part: &str, words: (impl Into<String>, impl Into<String>)) {
        if code == Code::UnreadableAnswer
            && self.warnings.iter().any(|told| told.code == code && told.question.as_deref() == self.about)
        {
            return;
        }
        if self.warnings.len() >= MOST && !matches!(code, Code::NotAsked | Code::UnreadableAnswer) {
            self.untold += 1;
            return;
        }
        let at = Position::of_part(self.whole, part);
        let warning = self.diagnostic(code, at, words);
        self.warnings.push(warning);
    }

    /// Refuses elements that R4 does not have there, or that are of the wrong type. Whether there are none.
    pub(super) fn are_known(&mut self, elements: &'static [(&'static str, Type)], members: &Members<'a>) -> bool {
        let wrong = wrong(elements, members);
        for one in &wrong {
            match one.name {
                Some(name) => self.refuse(Code::WrongType, one.part, (Self::words().wrong_type)(name)),
                None => self.refuse(Code::UnknownElement, one.part, Self::words().unknown_element),
            }
        }
        wrong.is_empty()
    }

    pub(super) fn read(mut self) -> Result<Reading<'r>, ReadError> {
        let answers = self.response();
        diagnostic::sort(&mut self.mistakes);
        diagnostic::sort(&mut self.warnings);
        if self.untold > 0 {
            let more = self.diagnostic(Code::OtherText, Position::START, (Self::words().more_warnings)(self.untold));
            self.warnings.push(more);
        }
        match ReadError::of(self.mistakes) {
            Some(error) => Err(error),
            None => Ok(Reading { answers, warnings: self.warnings, is_response: true, kept: self.kept }),
        }
    }

    fn response(&mut self) -> Answers<'r> {
        let mut answers = Answers::none(self.rules);
        // A text in it that cannot be decoded is found here.
        if let Err(error) = serde_json::from_str::<serde_json::Value>(self.whole) {
            let at = Position::of_parse_error(self.whole, &error);
            let full = error.to_string();
            let sentence = full.rsplit_once(" at line ").map_or(full.as_str(), |(sentence, _)| sentence);
            let message = (language().answers.not_json)(&plain(sentence));
            let mistake = self.diagnostic(Code::BadJson, at, (message, Self::words().check_json));
            self.mistakes.push(mistake);
            return answers;
        }
        self.look_everywhere();
        let Some(members) = object(self.whole).filter(|_| self.mistakes.is_empty()) else { return answers };
        let kind = value(&members, "resourceType");
        if kind.and_then(string).as_deref() != Some("QuestionnaireResponse") {
            self.refuse(Code::WrongResource, kind.unwrap_or(self.whole), Self::words().wrong_resource);
            return answers;
        }
        if !self.are_known(RESPONSE, &members) {
            return answers;
        }
        self.questionnaire(&members);
        self.status(&members);
        self.about(&members, &mut answers);
        let raw = |name: &str| value(&members, name).and_then(|part| serde_json::from_str(part).ok());
        let [contained, identifier, subject, authored, author, source]: [Option<Box<RawValue>>; 6] =
            ["contained", "identifier", "subject", "authored", "author", "source"].map(raw);
        let authored = authored.filter(|part| string(part.get()).is_some_and(|text| is_moment(&text)));
        self.kept = Kept { contained, identifier, subject, authored, author, source }.without_unused();
        if let Some(items) = value(&members, "item") {
            self.items(items, None);
        }
        if self.mistakes.is_empty() {
            self.fill(&mut answers);
        }
        answers
    }

    /// No key may be twice in an object, and no element may be there that changes what others mean.
    fn look_everywhere(&mut self) {
        let (whole, file) = (self.whole, self.file);
        let mut mistakes = Vec::new();
        each_object(whole, &mut |members| {
            let mut keys = BTreeSet::new();
            for (key, value) in members {
                let mut found = |code, words: (String, &'static str)| {
                    if mistakes.len() < MOST {
                        mistakes.push(Diagnostic::new(code, file, key.position(value, whole), words));
                    }
                };
                if !keys.insert(&key.0) {
                    let (message, hint) = language().answers.duplicate_key;
                    found(Code::DuplicateKey, (message.to_owned(), hint));
                }
                if let Some(name) = CHANGING.into_iter().find(|name| *name == key.0) {
                    found(Code::ForbiddenElement, (Self::words().changing)(name));
                }
            }
        });
        self.mistakes.extend(mistakes);
    }

    /// Which questionnaire was answered: this one, in this version where one is named.
    fn questionnaire(&mut self, members: &Members<'a>) {
        let header = self.rules.header();
        let found = value(members, "questionnaire");
        let named = found.and_then(string);
        let own = canonical("Questionnaire", header);
        let named = named.as_deref().map(|named| named.split_once('|').unwrap_or((named, "")));
        let Some((_, version)) = named.filter(|(url, _)| *url == own) else {
            let words = (Self::words().other_questionnaire)(&own);
            self.refuse(Code::OtherQuestionnaire, found.unwrap_or(self.whole), words);
            return;
        };
        if !version.is_empty() && version != header.version {
            let words = (Self::words().other_version)(&header.version);
            self.refuse(Code::OtherQuestionnaire, found.unwrap_or(self.whole), words);
        }
    }

    fn status(&mut self, members: &Members<'a>) {
        let found = value(members, "status");
        match found.and_then(string).as_deref() {
            // Written otherwise it still says that.
            Some(status) if status.trim().eq_ignore_ascii_case("entered-in-error") => {
                self.refuse(Code::EnteredInError, found.unwrap_or(self.whole), Self::words().entered_in_error);
            }
            Some(status) if GOOD_STATUS.contains(&status) => {}
            Some(_) | None => self.warn(Code::BadStatus, found.unwrap_or(self.whole), Self::words().bad_status),
        }
        let authored = value(members, "authored");
        if let Some(part) = authored.filter(|part| !string(part).is_some_and(|text| is_moment(&text))) {
            self.warn(Code::BadDate, part, Self::words().bad_authored);
        }
    }

    /// What a script calls the person, and whose answers they are.
    fn about(&mut self, members: &Members<'a>, answers: &mut Answers<'r>) {
        let identifier = value(members, "identifier").and_then(object);
        let named = identifier.as_ref().and_then(|identifier| value(identifier, "value")).or(value(members, "id"));
        if let Some(part) = named {
            match string(part).as_deref().map(|id| id.trim_matches(BLANKS)) {
                Some(id) if word::is_record_id(id) => answers.id = (!id.is_empty()).then(|| id.to_owned()),
                Some(_) => self.refuse(Code::BadRecordId, part, word::bad_record_id()),
                None => self.refuse(Code::WrongType, part, (Self::words().wrong_type)("identifier.value")),
            }
        }
        let source = value(members, "source").and_then(object);
        let of_source = |name: &str| source.as_ref().and_then(|source| value(source, name)).and_then(string);
        // A reference is `Patient/7`, or a web address that ends so.
        let referred = of_source("reference").and_then(|to| to.rsplit('/').nth(1).map(str::to_owned));
        answers.whose = match of_source("type").or(referred).as_deref() {
            Some("Patient") => Some(Whose::Own),
            Some("RelatedPerson") => Some(Whose::SomeoneElses),
            Some(_) | None => None,
        };
    }

    /// Fills in the answers. One to a question that is not asked is left out, with a warning.
    fn fill(&mut self, answers: &mut Answers<'r>) {
        for (question, given) in &self.given {
            for (item, answer) in given.answers(&self.rules[*question]) {
                answers.set(item, answer);
            }
        }
        let (asked, not_asked) = as_asked(answers);
        *answers = asked;
        for question in not_asked {
            let part = self.given.get(&question.index).map_or(self.whole, |given| given.part);
            self.about = Some(question.id.as_str());
            self.warn(Code::NotAsked, part, (Self::words().not_asked)(question.id.as_str()));
            self.about = None;
        }
    }
}

/// Whether a text is a year, a month, a day, or a moment with its place on earth, as R4 writes them.
fn is_moment(text: &str) -> bool {
    let is_day = |text: &str| text.parse::<Date>().is_ok() && !text.starts_with("0000");
    match text.split_at_checked(10).filter(|(_, time)| !time.is_empty()) {
        Some((day, time)) => is_day(day) && is_time(time),
        None => match text.len() {
            4 => is_day(&format!("{text}-01-01")),
            7 => is_day(&format!("{text}-01")),
            10 => is_day(text),
            _ => false,
        },
    }
}

/// Whether a text is `T10:00:00`, perhaps with a fraction, and then `Z` or `+01:00`.
fn is_time(text: &str) -> bool {
    let is_clock = |text: &str, like: &str| {
        let is_alike = |(one, like): (u8, u8)| if like == b'0' { one.is_ascii_digit() } else { one == like };
        text.len() == like.len() && text.bytes().zip(like.bytes()).all(is_alike)
    };
    let Some((clock, rest)) = text.split_at_checked(9) else { return false };
    let behind_fraction = rest.strip_prefix('.').map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    // A fraction has one digit at least.
    let place = match behind_fraction {
        Some(place) if place.len() + 1 < rest.len() => place,
        Some(_) => return false,
        None => rest,
    };
    let is_place = place == "Z"
        || place.strip_prefix(['+', '-']).is_some_and(|place| is_clock(place, "00:00") && place <= "14:00");
    is_clock(clock, "T00:00:00") && clock.get(1..).is_some_and(|clock| clock.parse::<Time>().is_ok()) && is_place
}
