//! The rule set built into the program: validated and packed when the program was built.

use crate::rules::{LoadError, RuleFiles, RuleSet};

/// What the build script packed.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.bin"));

impl RuleSet {
    /// The rule set built into the program.
    ///
    /// # Errors
    /// None: rules that do not hold do not build.
    pub fn built_in() -> Result<Self, LoadError> {
        Self::unpack(PACKED).map_or_else(|| Self::load(&RuleFiles::built_in()), Ok)
    }
}

#[cfg(test)]
mod tests {
    use super::{PACKED, RuleFiles, RuleSet};

    #[test]
    fn what_was_packed_is_what_the_files_say() {
        let packed = RuleSet::unpack(PACKED).unwrap();
        let read = RuleSet::load(&RuleFiles::built_in()).unwrap();
        assert!(format!("{packed:?}") == format!("{read:?}"), "the packed rules differ from the files");
    }

    #[test]
    fn other_bytes_are_no_rule_set() {
        assert!(RuleSet::unpack(PACKED.split_at(PACKED.len() / 2).0).is_none());
        assert!(RuleSet::unpack(b"").is_none());
    }
}
