//! The two shapes of what a query gives.

/// What a query gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One row a record, with a column a caution.
    Wide,
    /// One row a record and caution.
    Long,
}
