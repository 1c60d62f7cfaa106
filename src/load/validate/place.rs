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
    /// The steps of all places, each with the step before it.
    steps: RefCell<Vec<(Option<usize>, Step)>>,
}

/// One step down into a JSON value.
#[derive(Clone, Copy, Debug)]
enum Step {
    Key(&'static str),
    Element(usize),
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

/// A value in a file. There is one for every value of the rules, so it is small, and its JSON Pointer is only put
/// together where something is wrong.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'f> {
    log: &'f Log,
    path: &'f str,
    text: &'f str,
    /// The last step to it; none for the whole document.
    step: Option<usize>,
}

impl<'f> Place<'f> {
    /// The whole document.
    pub(crate) fn root(log: &'f Log, path: &'f str, text: &'f str) -> Self {
        Self { log, path, text, step: None }
    }

    /// A member of this object.
    pub(crate) fn key(&self, key: &'static str) -> Self {
        self.down(Step::Key(key))
    }

    /// An element of this list.
    pub(crate) fn at(&self, index: usize) -> Self {
        self.down(Step::Element(index))
    }

    fn down(self, step: Step) -> Self {
        let mut steps = self.log.steps.borrow_mut();
        steps.push((self.step, step));
        Self { step: Some(steps.len() - 1), ..self }
    }

    /// The members of a list that stands at `key`, each with its place.
    pub(crate) fn each<'r, T>(&self, key: &'static str, list: &'r [T]) -> impl Iterator<Item = (Place<'f>, &'r T)> {
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
        value_at(self.text, &self.pointer())
    }

    fn pointer(&self) -> String {
        let steps = self.log.steps.borrow();
        let mut parts = Vec::new();
        let mut next = self.step;
        while let Some((before, step)) = next.and_then(|index| steps.get(index)) {
            parts.push(match step {
                Step::Key(key) => format!("/{key}"),
                Step::Element(index) => format!("/{index}"),
            });
            next = *before;
        }
        parts.reverse();
        parts.concat()
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
