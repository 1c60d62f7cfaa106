//! Words that mean something by themselves wherever ids stand, so that nothing else may be called so.

/// The answer *not sure*. No option or item may be called so.
pub(crate) const NOT_SURE: &str = "not_sure";

/// No item of a group, as the only word of a list. No option or item may be called so.
pub(crate) const NONE: &str = "none";

/// The key, or column, with what a script calls a person. No question may be called so.
pub(crate) const RECORD_ID: &str = "id";

/// What the columns of named conditions begin with in a query: `holds__NAME`, as `GROUP__ITEM`. No question may be called
/// so.
pub(crate) const HOLDS: &str = "holds";

/// The columns of a table of results beside those of the cautions. No caution may be called so.
pub(crate) const RESULTS: [&str; 6] = ["line", RECORD_ID, "error", "urgent", "watch_more", "also_not_sure"];
