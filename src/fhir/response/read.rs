//! Reads a response: what it is an answer to, whose answers they are, and the answers.

use std::collections::{BTreeMap, BTreeSet};

use super::given::Given;
use super::reading::{Kept, Reading};
use super::walk::{each_object, object, string, value};
use super::write::is_asked;
use crate::answers::members::Key;
use crate::answers::{Answers, ReadError, word};
use crate::evaluate::Situation;
use crate::fhir::canonical;
use crate::load::diagnostic::{self, Code, Diagnostic, plain};
use crate::load::locate::Position;
use crate::model::{Answer, QuestionIndex, RuleSet, Whose};
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
    /// What was said to each question that is in it.
    pub(super) given: BTreeMap<QuestionIndex, Given<'r, 'a>>,
}

/// The members of an object.
pub(super) type Members<'a> = [(Key<'a>, &'a str)];

impl<'r, 'a> Reader<'r, 'a> {
    pub(super) fn new(rules: &'r RuleSet, file: &'a str, whole: &'a str) -> Self {
        Self {
            rules,
            file,
            whole,
            mistakes: Vec::new(),
            warnings: Vec::new(),
            kept: Kept::default(),
            given: BTreeMap::new(),
        }
    }

    pub(super) fn words() -> &'static Responses {
        &language().responses
    }

    fn diagnostic(&self, code: Code, at: Position, words: (impl Into<String>, impl Into<String>)) -> Diagnostic {
        Diagnostic::new(code, self.file, at, words)
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

    /// A warning about a part of the text. One about an answer that was left out is always told.
    pub(super) fn warn(&mut self, code: Code, part: &str, words: (impl Into<String>, impl Into<String>)) {
        if self.warnings.len() >= MOST && code != Code::NotAsked {
            return;
        }
        let at = Position::of_part(self.whole, part);
        let warning = self.diagnostic(code, at, words);
        self.warnings.push(warning);
    }

    pub(super) fn read(mut self) -> Result<Reading<'r>, ReadError> {
        let answers = self.response();
        diagnostic::sort(&mut self.mistakes);
        diagnostic::sort(&mut self.warnings);
        match ReadError::of(self.mistakes) {
            Some(error) => Err(error),
            None => Ok(Reading { answers, warnings: self.warnings, kept: self.kept }),
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
        self.questionnaire(&members);
        self.status(&members);
        self.about(&members, &mut answers);
        let raw = |name: &str| value(&members, name).and_then(|part| serde_json::from_str(part).ok());
        let [identifier, subject, authored, author, source] =
            ["identifier", "subject", "authored", "author", "source"].map(raw);
        self.kept = Kept { identifier, subject, authored, author, source };
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
        let Some((url, version)) = named.as_deref().map(|named| named.split_once('|').unwrap_or((named, ""))) else {
            self.refuse(Code::OtherQuestionnaire, found.unwrap_or(self.whole), Self::words().other_questionnaire);
            return;
        };
        if url != canonical("Questionnaire", header) {
            self.refuse(Code::OtherQuestionnaire, found.unwrap_or(self.whole), Self::words().other_questionnaire);
        } else if !version.is_empty() && version != header.version {
            let words = (Self::words().other_version)(&header.version);
            self.refuse(Code::OtherQuestionnaire, found.unwrap_or(self.whole), words);
        }
    }

    fn status(&mut self, members: &Members<'a>) {
        let found = value(members, "status");
        match found.and_then(string).as_deref() {
            Some("entered-in-error") => {
                self.refuse(Code::EnteredInError, found.unwrap_or(self.whole), Self::words().entered_in_error);
            }
            Some(status) if GOOD_STATUS.contains(&status) => {}
            Some(_) | None => self.warn(Code::BadStatus, found.unwrap_or(self.whole), Self::words().bad_status),
        }
        let authored = value(members, "authored");
        // A year or a month is enough.
        let is_day = |text: &String| {
            let rest = match text.len() {
                4 => "-01-01",
                7 => "-01",
                _ => "",
            };
            let day = format!("{text}{rest}");
            day.get(..10).is_some_and(|day| day.parse::<jiff::civil::Date>().is_ok())
        };
        if let Some(part) = authored.filter(|part| !string(part).as_ref().is_some_and(is_day)) {
            self.warn(Code::BadDate, part, Self::words().bad_authored);
        }
    }

    /// The members of an element that is an object, where it is there.
    fn object_of(&mut self, members: &Members<'a>, name: &str) -> Option<Vec<(Key<'a>, &'a str)>> {
        let part = value(members, name)?;
        let found = object(part);
        if found.is_none() {
            self.refuse(Code::WrongType, part, (Self::words().wrong_type)(name));
        }
        found
    }

    /// What a script calls the person, and whose answers they are.
    fn about(&mut self, members: &Members<'a>, answers: &mut Answers<'r>) {
        let identifier = self.object_of(members, "identifier");
        let named = identifier.as_ref().and_then(|identifier| value(identifier, "value")).or(value(members, "id"));
        match named.map(|part| (part, string(part))) {
            Some((_, Some(id))) if word::is_record_id(&id) => answers.id = Some(id).filter(|id| !id.is_empty()),
            Some((part, _)) => self.refuse(Code::BadRecordId, part, word::bad_record_id()),
            None => {}
        }
        let source = self.object_of(members, "source");
        let kind = source.as_ref().and_then(|source| value(source, "type")).and_then(string);
        answers.whose = match kind.as_deref() {
            Some("Patient") => Some(Whose::Own),
            Some("RelatedPerson") => Some(Whose::SomeoneElses),
            Some(_) | None => None,
        };
    }

    /// Fills in the answers. One to a question that is not asked is left out, with a warning.
    fn fill(&mut self, answers: &mut Answers<'r>) {
        let rules = self.rules;
        for question in rules.questions() {
            let Some(given) = self.given.remove(&question.index) else { continue };
            let said = given.answers(question);
            if !is_asked(question, &Situation::new(answers))
                && said.iter().any(|(_, answer)| *answer != Answer::Unanswered)
            {
                self.warn(Code::NotAsked, given.part, (Self::words().not_asked)(question.id.as_str()));
                continue;
            }
            for (item, answer) in said {
                answers.set(item, answer);
            }
        }
    }
}
