//! The help of the command line.

/// The help of the command line.
#[derive(Debug)]
pub struct Help {}
