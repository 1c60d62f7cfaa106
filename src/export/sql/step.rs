//! A step of a query: a common table expression that reads the one before it.

use super::columns::Columns;

/// A common table expression.
pub(super) struct Step {
    /// Its name, without quotes.
    pub(super) name: String,
    /// The columns, each on one or more lines.
    pub(super) columns: Vec<String>,
    /// See [`Dialect::fence`](super::dialect::Dialect::fence).
    pub(super) fence: [&'static str; 2],
    /// The alias of the step before, with ` AS ` in front, or nothing.
    pub(super) alias: &'static str,
}

impl Step {
    /// A step that keeps every column of the one before and adds some. It has no fence, as it is cheap to compute
    /// again.
    pub(super) fn adding(name: String, columns: impl IntoIterator<Item = String>) -> Self {
        let columns = ["    a.*".to_owned()].into_iter().chain(columns).collect();
        Self { name, columns, fence: ["AS", ""], alias: " AS a" }
    }

    /// The SQL of the step; `before` is the name of the step that it reads.
    pub(super) fn render(&self, columns: Columns<'_>, before: &str) -> String {
        let Self { name, fence: [hint, end], alias, .. } = self;
        let (name, before, list) = (columns.name(name), columns.name(before), self.columns.join(",\n"));
        format!("{name} {hint} (\n  SELECT\n{list}\n  FROM {before}{alias}{end}\n)")
    }
}
