//! Why a rule set could not be loaded.

use std::io;
use std::path::PathBuf;

use super::diagnostic::Diagnostic;
use crate::text::language;

/// Why a rule set could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A file or folder could not be read.
    #[error("{}", (language().rules.cannot_read)(path, error))]
    Io {
        /// The path of the file or folder.
        path: PathBuf,
        /// The error of the operating system.
        error: io::Error,
    },
    /// The files are not a valid rule set.
    #[error("{}", (language().rules.errors)(.0.len()))]
    Invalid(Vec<Diagnostic>),
}
