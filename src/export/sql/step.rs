//! One step of a query: a table expression over the one before it.

use super::columns::Columns;

/// A table expression over the one before it.
pub(super) struct Step {
    /// Its name.
    pub(super) name: String,
    /// Each as a line, or several.
    pub(super) columns: Vec<String>,
    /// What stands before and behind it.
    pub(super) fence: [&'static str; 2],
    /// What it calls the one before, behind AS.
    pub(super) alias: &'static str,
}

impl Step {
    /// A step that keeps every column of the one before and adds some. It is cheap enough to be put where it is read.
    pub(super) fn adding(name: String, columns: impl IntoIterator<Item = String>) -> Self {
        let columns = ["    a.*".to_owned()].into_iter().chain(columns).collect();
        Self { name, columns, fence: ["AS", ""], alias: " AS a" }
    }

    /// The step over the one called `before`.
    pub(super) fn text(&self, columns: Columns<'_>, before: &str) -> String {
        let Self { name, fence: [hint, end], alias, .. } = self;
        let (name, before, list) = (columns.name(name), columns.name(before), self.columns.join(",\n"));
        format!("{name} {hint} (\n  SELECT\n{list}\n  FROM {before}{alias}{end}\n)")
    }
}
