//! Rule files to a rule set: each mistake at its place, with what to do next.

mod built_in;
pub mod diagnostic;
mod files;
pub mod locate;
pub mod raw;
pub mod suggest;
mod validate;

use std::io;
use std::path::PathBuf;

use self::diagnostic::Diagnostic;
pub use self::files::{LARGEST, RuleFile, RuleFiles, read_at_most};
pub(crate) use self::validate::{Log, Place, checked_text, shape, unique_ids};
use crate::model::RuleSet;

/// Why a rule set could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A file or folder could not be read.
    #[error("cannot read {}: {error}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The files are not a valid rule set.
    #[error("the rule set has {} errors", .0.len())]
    Invalid(Vec<Diagnostic>),
}

impl RuleSet {
    /// The rule set of some files.
    ///
    /// # Errors
    /// Everything that is wrong with the rules.
    pub fn load(files: &RuleFiles) -> Result<Self, LoadError> {
        validate::validate(files).map_err(LoadError::Invalid)
    }
}
