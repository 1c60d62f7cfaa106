//! Places in the questionnaire.

/// The place of an item in the questionnaire: single questions and the items of groups, counted through from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemIndex(pub(crate) usize);

/// The place of an option among the options of its item, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OptionIndex(pub(crate) usize);

impl OptionIndex {
    /// Yes, of an item of a group.
    pub const YES: Self = Self(0);
    /// No, of an item of a group.
    pub const NO: Self = Self(1);
}
