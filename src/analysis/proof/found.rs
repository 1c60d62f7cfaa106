//! What a proof finds.

use crate::answers::Answers;
use crate::model::{Id, Property};

/// Whether a rule set has a property.
#[derive(Clone, Debug)]
pub struct Proof {
    /// The property.
    pub property: Property,
    /// How many states were tried.
    pub tried: u64,
    /// How many there are: more than were tried only where they are too many.
    pub of: u64,
    /// What breaks it, with the fewest answers; nothing where it holds.
    pub failure: Option<Failure>,
}

/// What breaks a property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The rule that it is about.
    pub rule: String,
    /// What is wrong, in a sentence.
    pub what: String,
    /// Answers documents that show it, each in one line: one, or two to compare.
    pub answers: Vec<String>,
}

/// Answers that break a property.
#[derive(Debug)]
pub(super) struct Broken<'r> {
    pub(super) rule: String,
    pub(super) what: String,
    pub(super) answers: Vec<Answers<'r>>,
}

impl<'r> Broken<'r> {
    pub(super) fn new(rule: &Id, what: String, answers: &Answers<'r>) -> Self {
        Self { rule: rule.to_string(), what, answers: vec![answers.clone()] }
    }

    /// The same, with answers to compare.
    pub(super) fn and(mut self, answers: Answers<'r>) -> Self {
        self.answers.push(answers);
        self
    }

    /// How many answers it takes.
    pub(super) fn size(&self) -> usize {
        self.answers.iter().map(|answers| answers.given().count()).sum()
    }
}

/// What a search found.
#[derive(Debug)]
pub(super) struct Search<'r> {
    /// How many states were tried.
    pub(super) tried: u64,
    /// How many there are.
    pub(super) of: u64,
    /// What breaks the property with the fewest answers.
    pub(super) smallest: Option<Broken<'r>>,
}

/// What was tried so far, and what breaks the property with the fewest answers.
#[derive(Debug, Default)]
pub(super) struct Found<'r> {
    tried: u64,
    of: u64,
    smallest: Option<Broken<'r>>,
}

impl<'r> Found<'r> {
    /// Adds what a search found.
    pub(super) fn add(&mut self, search: Search<'r>) {
        self.count(search.tried, search.of);
        self.extend(search.smallest);
    }

    /// Adds states of which nothing breaks the property.
    pub(super) fn count(&mut self, tried: u64, of: u64) {
        self.tried = self.tried.saturating_add(tried);
        self.of = self.of.saturating_add(of);
    }

    pub(super) fn into_proof(self, property: Property) -> Proof {
        let failure = self.smallest.map(|broken| Failure {
            rule: broken.rule,
            what: broken.what,
            answers: broken.answers.iter().map(Answers::in_one_line).collect(),
        });
        Proof { property, tried: self.tried, of: self.of, failure }
    }
}

/// Adds what breaks the property. Of what has as few answers the first counts.
impl<'r> Extend<Broken<'r>> for Found<'r> {
    fn extend<I: IntoIterator<Item = Broken<'r>>>(&mut self, broken: I) {
        for broken in broken {
            if self.smallest.as_ref().is_none_or(|known| broken.size() < known.size()) {
                self.smallest = Some(broken);
            }
        }
    }
}
