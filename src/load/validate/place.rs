//! Where in the files validation stands, and the list of what it found.

use std::cell::RefCell;

use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::locate::{Position, offset_of, value_at};
use crate::load::suggest;
use crate::model::Id;
use crate::model::words::{NONE, NOT_SURE};

/// More findings than this help nobody, and finding the place of each takes time.
const MOST_FOUND: usize = 1000;

/// Everything found so far.
#[derive(Debug, Default)]
pub(crate) struct Log {
    found: RefCell<Vec<Diagnostic>>,
}

impl Log {
    /// Adds a finding.
    pub(crate) fn add(&self, diagnostic: Diagnostic) {
        let mut found = self.found.borrow_mut();
        if found.len() < MOST_FOUND {
            found.push(diagnostic);
        }
    }

    /// Whether no more findings are taken.
    fn is_full(&self) -> bool {
        self.found.borrow().len() >= MOST_FOUND
    }

    /// All findings.
    pub(crate) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found.into_inner()
    }

    /// Whether nothing was found.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }
}

/// A value in a file: the file's text and a JSON Pointer.
#[derive(Clone, Debug)]
pub(crate) struct Place<'f> {
    log: &'f Log,
    path: &'f str,
    text: &'f str,
    pointer: String,
}

impl<'f> Place<'f> {
    /// The whole document.
    pub(crate) fn root(log: &'f Log, path: &'f str, text: &'f str) -> Self {
        Self { log, path, text, pointer: String::new() }
    }

    /// A member of this object.
    pub(crate) fn key(&self, key: &str) -> Self {
        Self { pointer: format!("{}/{key}", self.pointer), ..self.clone() }
    }

    /// An element of this list.
    pub(crate) fn at(&self, index: usize) -> Self {
        self.key(&index.to_string())
    }

    /// The members of a list that stands at `key`, each with its place.
    pub(crate) fn each<'r, T>(&self, key: &str, list: &'r [T]) -> impl Iterator<Item = (Place<'f>, &'r T)> {
        let list_place = self.key(key);
        list.iter().enumerate().map(move |(index, element)| (list_place.at(index), element))
    }

    /// The path of the file.
    pub(crate) fn path(&self) -> &'f str {
        self.path
    }

    /// The whole text of the file.
    pub(crate) fn text(&self) -> &'f str {
        self.text
    }

    /// The text of this value.
    pub(crate) fn value(&self) -> &'f str {
        value_at(self.text, &self.pointer)
    }

    /// Adds a finding about this value.
    pub(crate) fn report(&self, code: Code, message: impl Into<String>, hint: impl Into<String>) {
        if self.log.is_full() {
            return;
        }
        let at =
            offset_of(self.text, self.value()).map_or(Position::START, |offset| Position::of_offset(self.text, offset));
        self.log.add(Diagnostic {
            code,
            file: self.path.to_owned(),
            at,
            question: None,
            message: message.into(),
            hint: hint.into(),
        });
    }

    /// Adds a finding about a word that is not one of those allowed.
    pub(crate) fn unknown<'w>(
        &self,
        code: Code,
        kind: &str,
        word: &str,
        allowed: impl IntoIterator<Item = &'w str> + Clone,
    ) {
        self.report(code, format!("there is no {kind} `{word}`"), suggest::hint(word, &format!("{kind}s"), allowed));
    }

    /// The id that stands here. Where it breaks the grammar that is reported, and a stand-in goes on.
    pub(crate) fn id(&self, text: &str) -> Id {
        if [NOT_SURE, NONE].contains(&text) {
            self.report(Code::ReservedId, format!("the id `{text}` has a meaning of its own"), "choose another id");
        }
        Id::new(text).unwrap_or_else(|| {
            self.report(
                Code::BadId,
                format!("`{text}` is not an id"),
                "write words of a-z and 0-9 joined by single underscores, at most 60 characters",
            );
            Id::stand_in()
        })
    }
}
