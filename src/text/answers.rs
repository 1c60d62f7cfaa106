//! What is said of mistakes in answers.

/// What is said of mistakes in answers.
#[derive(Debug)]
pub struct Answers {}
