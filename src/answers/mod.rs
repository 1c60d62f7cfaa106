//! The answers of one person: read, changed, written.

mod change;
pub mod container;
mod error;
pub(crate) mod fields;
mod header;
mod ignored;
pub(crate) mod members;
mod read;
mod table;
pub(crate) mod word;
mod write;

pub use self::change::{Change, ChangeError};
pub use self::error::ReadError;
pub use self::fields::{Delimiter, RowEnds};
pub use self::header::read_header;
pub use self::ignored::Ignored;
pub use self::read::{LARGEST, read, read_leaving_out, read_part};
pub(crate) use self::table::Column;
pub use self::table::{Columns, TableForm, is_option};
pub use self::write::write;
use crate::model::{Answer, ItemIndex, RuleSet, Whose};

/// The answers of one person to the questions of one rule set, which it borrows: they can be read by no other.
#[derive(Clone, Debug)]
pub struct Answers<'r> {
    /// What a script calls this person; it is echoed.
    pub id: Option<String>,
    /// Whose they are, where that was said.
    pub whose: Option<Whose>,
    rules: &'r RuleSet,
    given: Vec<Answer>,
}

impl<'r> Answers<'r> {
    /// No answer to anything.
    pub fn none(rules: &'r RuleSet) -> Self {
        Self { id: None, whose: None, rules, given: rules.items().map(|_| Answer::Unanswered).collect() }
    }

    /// The rules whose questions were answered.
    pub fn rules(&self) -> &'r RuleSet {
        self.rules
    }

    /// Sets the answer to one item. An option that it does not have, and *left out*, which only the other answers can
    /// tell, leave it unanswered.
    #[expect(clippy::indexing_slicing, reason = "there is an answer for each item of the rules")]
    pub fn set(&mut self, item: ItemIndex, answer: Answer) {
        self.given[item.0] = match answer {
            Answer::Chosen(option) if option.0 < self.rules[item].options.len() => answer,
            Answer::NotSure => Answer::NotSure,
            Answer::Chosen(_) | Answer::LeftOut | Answer::Unanswered => Answer::Unanswered,
        };
    }

    /// The items that were answered, *not sure* included, in questionnaire order.
    pub fn given(&self) -> impl Iterator<Item = ItemIndex> {
        self.rules.items().map(|item| item.index).filter(|item| self.answer(*item) != Answer::Unanswered)
    }

    /// The answer to each item, in questionnaire order.
    pub(crate) fn all(&self) -> &[Answer] {
        &self.given
    }

    /// The answer to one item.
    #[expect(clippy::indexing_slicing, reason = "there is an answer for each item of the rules")]
    pub fn answer(&self, item: ItemIndex) -> Answer {
        self.given[item.0]
    }
}

/// The same answers to the same questions.
impl PartialEq for Answers<'_> {
    fn eq(&self, other: &Self) -> bool {
        let Self { id, whose, rules, given } = self;
        std::ptr::eq(*rules, other.rules) && *id == other.id && *whose == other.whose && *given == other.given
    }
}

impl Eq for Answers<'_> {}
