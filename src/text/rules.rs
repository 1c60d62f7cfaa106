//! What is said of mistakes in rule files.

/// What is said of mistakes in rule files.
#[derive(Debug)]
pub struct Rules {}
