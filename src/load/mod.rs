//! Loads a rule set from its files. Each mistake has a position and a hint.

pub mod diagnostic;
mod digest;
mod error;
mod files;
mod hazards;
pub mod locate;
pub mod raw;
pub mod suggest;
mod validate;

pub use self::digest::rules_to_review;
pub use self::error::LoadError;
pub use self::files::{LARGEST, RuleFile, RuleFiles, read_at_most};
pub use self::validate::read_reviews;
pub(crate) use self::validate::{Log, Place, parse_file, report_duplicates, text};
use crate::model::RuleSet;

impl RuleSet {
    /// The rule set built into the program.
    ///
    /// # Errors
    /// None in practice, as the tests load it.
    pub fn built_in() -> Result<Self, LoadError> {
        Self::load(&RuleFiles::built_in())
    }

    /// Loads a rule set from its files.
    ///
    /// # Errors
    /// All mistakes in the rules.
    pub fn load(files: &RuleFiles) -> Result<Self, LoadError> {
        validate::validate(files).map_err(LoadError::Invalid)
    }
}
