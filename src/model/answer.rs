//! One answer.

use super::place::OptionIndex;

/// What was answered to an item. There is no default: what is missing is `Unanswered`, never *no*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// No answer was given.
    Unanswered,
    /// No answer was given, and the question was rightly left out. Found out from the other answers, never given.
    LeftOut,
    /// The answer is *not sure*.
    NotSure,
    /// One of the options.
    Chosen(OptionIndex),
}

impl Answer {
    /// Yes, of an item of a group.
    pub const YES: Self = Self::Chosen(OptionIndex::YES);
    /// No, of an item of a group.
    pub const NO: Self = Self::Chosen(OptionIndex::NO);
}
