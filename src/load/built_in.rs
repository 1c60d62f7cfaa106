//! The rule set built into the program.

use super::{LoadError, RuleFiles};
use crate::model::RuleSet;

impl RuleSet {
    /// The rule set built into the program.
    ///
    /// # Errors
    /// None that a test would not have found.
    pub fn built_in() -> Result<Self, LoadError> {
        Self::load(&RuleFiles::built_in())
    }
}
