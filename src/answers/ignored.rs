//! Names in an input that somebody asked to leave out: columns of a table, keys of an object.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::word;
use crate::model::RuleSet;

/// The names to leave out. A clone shares with its original which of them were met.
#[derive(Clone, Debug, Default)]
pub struct Ignored(Arc<[Name]>);

/// One of the names.
#[derive(Debug)]
struct Name {
    /// As somebody gave it.
    given: String,
    /// The same in each way to write it.
    spellings: [String; 2],
    /// Whether something with this name was left out.
    is_met: AtomicBool,
}

impl Ignored {
    /// These names, without blanks around them. An item of a group is left out as `group.item` and as `group__item`,
    /// whichever was given. An empty name is for columns that have none.
    pub fn new<'n>(rules: &RuleSet, names: impl IntoIterator<Item = &'n str>) -> Self {
        let of = |given: &str| {
            let item = word::item(rules, given);
            let spellings =
                item.map_or_else(|| [given; 2].map(str::to_owned), |one| [one.reference.clone(), one.column()]);
            Name { given: given.to_owned(), spellings, is_met: AtomicBool::new(false) }
        };
        Self(names.into_iter().map(|name| of(name.trim())).collect())
    }

    /// Whether nothing is left out.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this name is left out, with or without blanks around it.
    pub fn has(&self, name: &str) -> bool {
        self.alike(name).next().is_some()
    }

    /// The same for a name that was met in an input.
    pub(super) fn leaves_out(&self, name: &str) -> bool {
        self.alike(name).inspect(|one| one.is_met.store(true, Ordering::Relaxed)).count() > 0
    }

    /// The names, as they were given, that nothing in an input had.
    pub fn not_met(&self) -> Vec<&str> {
        self.0.iter().filter(|name| !name.is_met.load(Ordering::Relaxed)).map(|name| name.given.as_str()).collect()
    }

    fn alike<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Name> {
        let name = name.trim();
        self.0.iter().filter(move |one| one.spellings.iter().any(|spelling| spelling == name))
    }
}
