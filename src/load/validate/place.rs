//! Where in the files validation stands, and the list of what it found.

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::locate::{Position, value_at};
use crate::load::suggest;
use crate::model::Id;
use crate::model::words::{NONE, NOT_SURE};
use crate::text::language;
use crate::text::rules::Kind;

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

/// A value in a file. There is one for every value of the rules, so it only borrows the place around it, and its JSON
/// Pointer is put together where something is wrong.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'f> {
    log: &'f Log,
    path: &'f str,
    text: &'f str,
    /// The place around it, and the way from there; nothing for the whole document.
    way: Option<(&'f Place<'f>, Step)>,
}

/// The way down from one place to the next.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// A member of an object.
    Key(&'static str),
    /// An element of a list.
    Element(usize),
    /// An element of the list that is a member of an object.
    ElementOf(&'static str, usize),
}

impl<'f> Place<'f> {
    /// The whole document.
    pub(crate) fn root(log: &'f Log, path: &'f str, text: &'f str) -> Self {
        Self { log, path, text, way: None }
    }

    /// A member of this object.
    pub(crate) fn key(&'f self, key: &'static str) -> Self {
        self.down(Step::Key(key))
    }

    /// An element of this list.
    pub(crate) fn at(&'f self, index: usize) -> Self {
        self.down(Step::Element(index))
    }

    fn down(&'f self, step: Step) -> Self {
        Self { way: Some((self, step)), ..*self }
    }

    /// The members of a list that stands at `key`, each with its place.
    pub(crate) fn each<'r, T>(&'f self, key: &'static str, list: &'r [T]) -> impl Iterator<Item = (Place<'f>, &'r T)> {
        list.iter().enumerate().map(move |(index, element)| (self.down(Step::ElementOf(key, index)), element))
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
        value_at(self.text, &self.pointer())
    }

    fn pointer(&self) -> String {
        let Some((around, step)) = self.way else { return String::new() };
        let around = around.pointer();
        match step {
            Step::Key(key) => format!("{around}/{key}"),
            Step::Element(index) => format!("{around}/{index}"),
            Step::ElementOf(key, index) => format!("{around}/{key}/{index}"),
        }
    }

    /// Adds a finding about this value: what is wrong, and what to do about it.
    pub(crate) fn report(&self, code: Code, mistake: (impl Into<String>, impl Into<String>)) {
        if !self.log.is_full() {
            self.log.add(Diagnostic::new(code, self.path, Position::of_part(self.text, self.value()), mistake));
        }
    }

    /// Adds a finding about a word that is not one of those allowed.
    pub(crate) fn unknown<'w>(
        &self,
        code: Code,
        kind: Kind,
        word: &str,
        allowed: impl IntoIterator<Item = &'w str> + Clone,
    ) {
        let rules = &language().rules;
        self.report(code, ((rules.unknown)(kind, word), suggest::hint(word, &(rules.kinds)(kind), allowed)));
    }

    /// The id that stands here. Where it breaks the grammar that is reported, and a stand-in goes on.
    pub(crate) fn id(&self, text: &str) -> Id {
        if [NOT_SURE, NONE].contains(&text) {
            self.report(Code::ReservedId, (language().rules.reserved_id)(text));
        }
        Id::new(text).unwrap_or_else(|| {
            self.report(Code::BadId, (language().rules.bad_id)(text));
            Id::stand_in()
        })
    }
}

/// Reports every id that stands twice.
pub(crate) fn unique<'p, 'r, T: 'r>(
    kind: Kind,
    list: impl Iterator<Item = (Place<'p>, &'r T)>,
    id_of: impl Fn(&'r T) -> &'r str,
) {
    let mut seen = BTreeSet::new();
    for (place, element) in list {
        if !seen.insert(id_of(element)) {
            place.report(Code::DuplicateId, (language().rules.duplicate_id)(kind, id_of(element)));
        }
    }
}
