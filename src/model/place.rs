//! Places in a rule set. Only loading makes them, each of something that is there: `rules[place]` always finds it.

/// The place of a topic, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicIndex(pub(crate) usize);

/// The place of a question in the questionnaire, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionIndex(pub(crate) usize);

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

/// The place of a source, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceIndex(pub(crate) usize);

/// The place of a passage in its source, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PassageIndex(pub(crate) usize);
