//! What the command line says when something is wrong or written.

/// What the command line says when something is wrong or written.
#[derive(Debug)]
pub struct Cli {}
