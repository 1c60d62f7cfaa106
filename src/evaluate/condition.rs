//! The value of a condition, and the items that give it this value.

use super::situation::Situation;
use crate::model::{Answer, Condition, ItemIndex, Leaf, Truth};

impl Leaf {
    /// True or false if there is an answer, false if the question was left out, otherwise unknown.
    pub fn evaluate(self, situation: &Situation<'_>) -> Truth {
        match situation.answer(self.item) {
            Answer::Chosen(option) if self.options.has(option.0) => Truth::True,
            Answer::Chosen(_) | Answer::LeftOut => Truth::False,
            Answer::NotSure | Answer::Unanswered => Truth::Unknown,
        }
    }
}

impl Condition {
    /// The value of this condition in a situation.
    pub fn evaluate(&self, situation: &Situation<'_>) -> Truth {
        match self {
            Self::All(parts) => Truth::all(parts.iter().map(|part| part.evaluate(situation))),
            Self::Any(parts) => Truth::any(parts.iter().map(|part| part.evaluate(situation))),
            Self::Answered(leaf) => leaf.evaluate(situation),
            Self::AnyItem { group: _, leaves } => Truth::any(leaves.iter().map(|leaf| leaf.evaluate(situation))),
            Self::Holds(named) => named.when.evaluate(situation),
        }
    }

    /// The items that give this condition its value: those of the parts, at any depth, that have the same value.
    ///
    /// If it is true, their answers make it true. If it is unknown, their answers can still change it. In questionnaire
    /// order, each once.
    pub fn decisive_items(&self, situation: &Situation<'_>) -> Vec<ItemIndex> {
        let mut items = Vec::new();
        self.walk(self.evaluate(situation), situation, &mut items);
        items.sort_unstable();
        items.dedup();
        items
    }

    fn walk(&self, value: Truth, situation: &Situation<'_>, items: &mut Vec<ItemIndex>) {
        if self.evaluate(situation) != value {
            return;
        }
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.walk(value, situation, items)),
            Self::Holds(named) => named.when.walk(value, situation, items),
            Self::Answered(leaf) => items.push(leaf.item),
            Self::AnyItem { group: _, leaves } => {
                items.extend(leaves.iter().filter(|leaf| leaf.evaluate(situation) == value).map(|leaf| leaf.item));
            }
        }
    }

    /// The items answered *not sure* in parts that are not definitely false, in questionnaire order, each once.
    pub fn not_sure_items(&self, situation: &Situation<'_>) -> Vec<ItemIndex> {
        let mut items = Vec::new();
        self.walk_not_sure(situation, &mut items);
        items.sort_unstable();
        items.dedup();
        items
    }

    fn walk_not_sure(&self, situation: &Situation<'_>, items: &mut Vec<ItemIndex>) {
        let mut add = |leaf: &Leaf| {
            if situation.answer(leaf.item) == Answer::NotSure {
                items.push(leaf.item);
            }
        };
        match self {
            // Only an *all* can be false while one of its parts is unknown.
            Self::All(_) if self.evaluate(situation) == Truth::False => {}
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.walk_not_sure(situation, items)),
            Self::Holds(named) => named.when.walk_not_sure(situation, items),
            Self::Answered(leaf) => add(leaf),
            Self::AnyItem { group: _, leaves } => leaves.iter().for_each(add),
        }
    }
}
