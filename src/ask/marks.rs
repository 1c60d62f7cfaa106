//! What is marked in the list of a group.

use super::alarm::emergency_in;
use super::screen::Screen;
use crate::model::{Answer, ItemIndex, Now};
use crate::text::language;

/// The mark of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Open,
    Yes,
    NotSure,
}

impl Mark {
    /// The mark in front of a line.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Open => language().asking.mark_open,
            Self::Yes => language().asking.mark_yes,
            Self::NotSure => language().asking.mark_not_sure,
        }
    }

    fn next(self) -> Self {
        match self {
            Self::Open => Self::Yes,
            Self::Yes => Self::NotSure,
            Self::NotSure => Self::Open,
        }
    }
}

/// The marks of the items of a group; of a single question there are none.
#[derive(Debug)]
pub(super) struct Marks {
    items: Vec<(ItemIndex, Mark)>,
}

impl Marks {
    /// Items that were yes or not sure before are marked again.
    pub(super) fn new(screen: &Screen<'_>) -> Self {
        let mark = |answer: Answer| match answer {
            Answer::YES => Mark::Yes,
            Answer::NotSure => Mark::NotSure,
            Answer::Chosen(_) | Answer::Unanswered | Answer::LeftOut => Mark::Open,
        };
        let items = screen.items().filter(|_| screen.question.is_group);
        Self { items: items.map(|(item, given)| (item, mark(given))).collect() }
    }

    /// Gives an item its next mark.
    pub(super) fn turn(&mut self, item: ItemIndex) {
        for (_, mark) in self.items.iter_mut().filter(|(known, _)| *known == item) {
            *mark = mark.next();
        }
    }

    /// The mark of each item, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = Mark> {
        self.items.iter().map(|(_, mark)| *mark)
    }

    /// Whether nothing is marked.
    pub(super) fn is_empty(&self) -> bool {
        self.iter().all(|mark| mark == Mark::Open)
    }

    /// Whether an item is marked.
    pub(super) fn is_marked(&self, item: ItemIndex) -> bool {
        self.items.iter().any(|(known, mark)| *known == item && *mark != Mark::Open)
    }

    /// The emergency that is marked, if any.
    pub(super) fn emergency(&self, screen: &Screen<'_>) -> Option<Now> {
        emergency_in(&self.answers(Answer::Unanswered), &screen.emergencies)
    }

    /// The answers that the marks give, with the answer to the items that are not marked.
    pub(super) fn answers(&self, others: Answer) -> Vec<(ItemIndex, Answer)> {
        let answer = |mark: Mark| match mark {
            Mark::Open => others,
            Mark::Yes => Answer::YES,
            Mark::NotSure => Answer::NotSure,
        };
        self.items.iter().map(|(item, mark)| (*item, answer(*mark))).collect()
    }
}
