//! What was chosen at one question, and the answers that it is.

use crate::fhir::{Choice, Said};
use crate::model::{Answer, ItemIndex, Question};

/// What was chosen at one question.
#[derive(Debug, Default)]
pub(super) struct Given<'r, 'a> {
    /// What was chosen, each once.
    pub(super) chosen: Vec<Choice<'r>>,
    /// The answer to each item of a group, where a form cannot say it: one left open, or not sure beside a no.
    pub(super) items: Option<Vec<(ItemIndex, Answer)>>,
    /// Where it stands.
    pub(super) part: &'a str,
}

impl Given<'_, '_> {
    /// Whether both say the same.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let has = |given: &Self, choice: &Choice<'_>| given.chosen.iter().any(|known| known.coding == choice.coding);
        self.chosen.len() == other.chosen.len()
            && self.chosen.iter().all(|choice| has(other, choice))
            && self.items == other.items
    }

    pub(super) fn is_none(&self) -> bool {
        self.chosen.iter().any(|choice| matches!(choice.said, Said::None))
    }

    fn is_not_sure(&self) -> bool {
        self.chosen.iter().any(|choice| matches!(choice.said, Said::NotSure))
    }

    fn chosen_answer(&self, item: ItemIndex) -> Option<Answer> {
        self.chosen.iter().find_map(|choice| match choice.said {
            Said::Answer(chosen, answer) if chosen.index == item => Some(answer),
            Said::Answer(..) | Said::None | Said::NotSure => None,
        })
    }

    /// Whether the answers to the items say yes where something is ticked and nowhere else, and leave open what is open.
    pub(super) fn agrees(&self, question: &Question) -> bool {
        let Some(items) = &self.items else { return true };
        if self.chosen.is_empty() {
            return false;
        }
        let said = |item: ItemIndex| items.iter().find(|(known, _)| *known == item).map(|(_, answer)| *answer);
        let is_like = |item: ItemIndex| (said(item) == Some(Answer::YES)) == self.chosen_answer(item).is_some();
        let is_open = question.items.iter().any(|item| !matches!(said(item.index), Some(Answer::Chosen(_))));
        question.items.iter().all(|item| is_like(item.index)) && is_open == self.is_not_sure()
    }

    /// The answer to each item of the question. Whoever ticks some items says no to the others, unless they are not sure of them.
    pub(super) fn answers(&self, question: &Question) -> Vec<(ItemIndex, Answer)> {
        if let Some(items) = &self.items {
            return items.clone();
        }
        if self.chosen.is_empty() {
            return Vec::new();
        }
        let rest = if self.is_not_sure() { Answer::NotSure } else { Answer::NO };
        let answer = |item: ItemIndex| match self.chosen_answer(item) {
            Some(answer) => Some(answer),
            None if question.is_group || self.is_not_sure() => Some(rest),
            None => None,
        };
        question.items.iter().filter_map(|item| Some((item.index, answer(item.index)?))).collect()
    }
}
