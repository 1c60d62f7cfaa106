//! What the command line says when something is wrong or written. In English.

use crate::text::cli::Cli;

pub(super) const CLI: Cli = Cli {};
