//! The places of values in rule files, and the log of diagnostics.

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::locate::{Position, value_at};
use crate::load::suggest;
use crate::model::Id;
use crate::model::words::{NONE, NOT_SURE};
use crate::text::language;
use crate::text::rules::Kind;

/// The most diagnostics in a log. More help nobody, and searching for the position of each takes time.
const MOST_FOUND: usize = 1000;

/// The diagnostics so far.
#[derive(Debug, Default)]
pub(crate) struct Log {
    found: RefCell<Vec<Diagnostic>>,
}

impl Log {
    /// Adds a diagnostic, unless the log is full.
    pub(crate) fn add(&self, diagnostic: Diagnostic) {
        let mut found = self.found.borrow_mut();
        if found.len() < MOST_FOUND {
            found.push(diagnostic);
        }
    }

    /// Whether further diagnostics are dropped.
    fn is_full(&self) -> bool {
        self.found.borrow().len() >= MOST_FOUND
    }

    /// All diagnostics, in the order in which they were added.
    pub(crate) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found.into_inner()
    }

    /// Whether there are no diagnostics.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }
}

/// The place of a value in a file. As there is one for every value of the rules, it only borrows the place that
/// contains it, and its JSON Pointer is made only for a diagnostic.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'f> {
    log: &'f Log,
    path: &'f str,
    text: &'f str,
    /// The place that contains it, and the step from there. `None` for the whole document.
    parent: Option<(&'f Place<'f>, Step)>,
}

/// A step from a place to a place inside it.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// To a member of an object.
    Key(&'static str),
    /// To an element of a list.
    Element(usize),
    /// To an element of a list that is a member of an object.
    ElementOf(&'static str, usize),
}

impl<'f> Place<'f> {
    /// The whole document.
    pub(crate) fn root(log: &'f Log, path: &'f str, text: &'f str) -> Self {
        Self { log, path, text, parent: None }
    }

    /// A member of this object.
    pub(crate) fn key(&'f self, key: &'static str) -> Self {
        self.child(Step::Key(key))
    }

    /// An element of this list.
    pub(crate) fn at(&'f self, index: usize) -> Self {
        self.child(Step::Element(index))
    }

    fn child(&'f self, step: Step) -> Self {
        Self { parent: Some((self, step)), ..*self }
    }

    /// The elements of the list at `key`, each with its place.
    pub(crate) fn each<'r, T>(&'f self, key: &'static str, list: &'r [T]) -> impl Iterator<Item = (Place<'f>, &'r T)> {
        list.iter().enumerate().map(move |(index, element)| (self.child(Step::ElementOf(key, index)), element))
    }

    /// The path of the file.
    pub(crate) fn path(&self) -> &'f str {
        self.path
    }

    /// The whole text of the file.
    pub(crate) fn text(&self) -> &'f str {
        self.text
    }

    /// The JSON text of this value.
    pub(crate) fn value(&self) -> &'f str {
        value_at(self.text, &self.pointer())
    }

    fn pointer(&self) -> String {
        let Some((parent, step)) = self.parent else { return String::new() };
        let parent = parent.pointer();
        match step {
            Step::Key(key) => format!("{parent}/{key}"),
            Step::Element(index) => format!("{parent}/{index}"),
            Step::ElementOf(key, index) => format!("{parent}/{key}/{index}"),
        }
    }

    /// Adds a diagnostic about this value. `mistake` is a message and a hint.
    pub(crate) fn report(&self, code: Code, mistake: (impl Into<String>, impl Into<String>)) {
        if !self.log.is_full() {
            self.log.add(Diagnostic::new(code, self.path, Position::of_part(self.text, self.value()), mistake));
        }
    }

    /// Adds a diagnostic about a word that is not one of the allowed ones.
    pub(crate) fn report_unknown<'w>(
        &self,
        code: Code,
        kind: Kind,
        word: &str,
        allowed: impl IntoIterator<Item = &'w str> + Clone,
    ) {
        let rules = &language().rules;
        self.report(code, ((rules.unknown)(kind, word), suggest::hint(word, &(rules.kinds)(kind), allowed)));
    }

    /// Checks an id. Reports one that is reserved or not in `snake_case`; in place of the latter it gives a
    /// placeholder.
    pub(crate) fn id(&self, text: &str) -> Id {
        if [NOT_SURE, NONE].contains(&text) {
            self.report(Code::ReservedId, (language().rules.reserved_id)(text));
        }
        Id::new(text).unwrap_or_else(|| {
            self.report(Code::BadId, (language().rules.bad_id)(text));
            Id::placeholder()
        })
    }
}

/// Reports duplicate ids.
pub(crate) fn report_duplicates<'p, 'r, T: 'r>(
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
