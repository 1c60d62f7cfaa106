//! Reserved words: nothing in the rules may have one of them as its id where it would be confused.

/// The answer *not sure*. No option or item may be called so.
pub(crate) const NOT_SURE: &str = "not_sure";

/// No item of a group, as the only word of a list. No option or item may be called so.
pub(crate) const NONE: &str = "none";

/// The key, or column, with what a script calls a person. No question may be called so.
pub(crate) const RECORD_ID: &str = "id";

/// The key with whose answers they are. No question may be called so.
pub(crate) const FOR: &str = "for";

/// What the columns of named conditions begin with in a query: `holds__NAME`, as `GROUP__ITEM`. No question may be called
/// so.
pub(crate) const HOLDS: &str = "holds";

/// The answer *yes* to an item of a group.
pub(crate) const YES: &str = "yes";

/// The column with what is wrong with a record.
pub(crate) const ERROR: &str = "error";

/// The column with how soon a person needs help.
pub(crate) const URGENT: &str = "urgent";

/// The column with the warning symptoms to watch for more than others, or what the columns of these symptoms begin with.
pub(crate) const WATCH_MORE: &str = "watch_more";

/// The column with what is not sure beside the answers that raise a caution.
pub(crate) const ALSO_NOT_SURE: &str = "also_not_sure";

/// The columns of a table of results beside those of the cautions. No caution may be called so.
pub(crate) const RESULTS: [&str; 6] = ["line", RECORD_ID, ERROR, URGENT, WATCH_MORE, ALSO_NOT_SURE];
