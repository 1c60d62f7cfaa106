//! Rule files to a rule set: each mistake at its place, with what to do next.

pub mod diagnostic;
mod error;
mod files;
pub mod locate;
pub mod raw;
pub mod suggest;
mod validate;

pub use self::error::LoadError;
pub use self::files::{LARGEST, RuleFile, RuleFiles, read_at_most};
pub(crate) use self::validate::{Log, Place, shape, text, unique};
use crate::model::RuleSet;

impl RuleSet {
    /// The rule set built into the program.
    ///
    /// # Errors
    /// None that a test would not have found.
    pub fn built_in() -> Result<Self, LoadError> {
        Self::load(&RuleFiles::built_in())
    }

    /// The rule set of some files.
    ///
    /// # Errors
    /// Everything that is wrong with the rules.
    pub fn load(files: &RuleFiles) -> Result<Self, LoadError> {
        validate::validate(files).map_err(LoadError::Invalid)
    }
}
