//! Ids that were used before.

use super::id::Id;

/// An id that was used before and never will be again.
#[derive(Clone, Debug)]
pub struct RetiredId {
    /// The id.
    pub id: Id,
    /// The ids that took its place; never empty.
    pub now: Vec<Id>,
}
