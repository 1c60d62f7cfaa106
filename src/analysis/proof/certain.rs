//! What a condition is for whatever the unknown answers are: a second evaluation, with two values instead of three.

use crate::evaluate::Situation;
use crate::model::{Answer, Condition, ItemIndex, Leaf};

/// What counts for an answer that is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unknown {
    /// Where there is no answer, or *not sure*.
    pub(super) asked: bool,
    /// Where a question was left out.
    pub(super) left_out: bool,
}

/// Nothing unknown counts: what holds like this holds whatever the unknown answers are.
pub(super) const NOTHING: Unknown = Unknown { asked: false, left_out: false };

/// Everything unknown counts: what does not hold like this can never hold.
pub(super) const EVERYTHING: Unknown = Unknown { asked: true, left_out: true };

/// Everything unknown counts but what was rightly left out.
pub(super) const ASKED: Unknown = Unknown { asked: true, left_out: false };

/// Whether a condition holds, with what counts for unknown answers.
pub(super) fn holds(condition: &Condition, situation: &Situation<'_>, unknown: Unknown) -> bool {
    match condition {
        Condition::All(parts) => parts.iter().all(|part| holds(part, situation, unknown)),
        Condition::Any(parts) => parts.iter().any(|part| holds(part, situation, unknown)),
        Condition::Answered(leaf) => leaf_holds(*leaf, situation, unknown),
        Condition::AnyItem { group: _, leaves } => leaves.iter().any(|leaf| leaf_holds(*leaf, situation, unknown)),
        Condition::Holds(named) => holds(&named.when, situation, unknown),
    }
}

fn leaf_holds(leaf: Leaf, situation: &Situation<'_>, unknown: Unknown) -> bool {
    match situation.answer(leaf.item) {
        Answer::Chosen(option) => leaf.options.has(option.0),
        Answer::NotSure | Answer::Unanswered => unknown.asked,
        Answer::LeftOut => unknown.left_out,
    }
}

/// The items answered *not sure* in the parts of a condition that can still hold.
pub(super) fn not_sure(condition: &Condition, situation: &Situation<'_>, items: &mut Vec<ItemIndex>) {
    if !holds(condition, situation, ASKED) {
        return;
    }
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                not_sure(part, situation, items);
            }
        }
        Condition::Holds(named) => not_sure(&named.when, situation, items),
        Condition::Answered(leaf) => items.extend(is_not_sure(*leaf, situation)),
        Condition::AnyItem { group: _, leaves } => {
            items.extend(leaves.iter().filter_map(|leaf| is_not_sure(*leaf, situation)));
        }
    }
}

fn is_not_sure(leaf: Leaf, situation: &Situation<'_>) -> Option<ItemIndex> {
    (situation.answer(leaf.item) == Answer::NotSure).then_some(leaf.item)
}
