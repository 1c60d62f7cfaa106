//! The shape of the result of a query.

/// The rows and columns of the result of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One row for each record, with a column for each caution.
    Wide,
    /// One row for each record and caution.
    Long,
}
