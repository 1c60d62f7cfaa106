//! What is said to the reviewer of rules.

/// What is said to the reviewer of rules.
#[derive(Debug)]
pub struct Review {}
