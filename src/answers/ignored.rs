//! Names in an input that somebody asked to leave out: columns of a table, keys of an object.

use std::collections::BTreeSet;

/// The names to leave out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ignored(BTreeSet<String>);

impl Ignored {
    /// These names, without blanks around them. An empty one is for columns that have no name.
    pub fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        Self(names.into_iter().map(|name| name.trim().to_owned()).collect())
    }

    /// Whether nothing is left out.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this name is left out.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }
}
