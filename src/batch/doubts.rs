//! The items that can be answered *not sure* although other answers already raise the caution.

use super::bits::{Layout, RECORDS, lowest_bit};
use crate::model::{Caution, Condition, Item, ItemIndex, Leaf, RuleSet};

/// An item that a caution reads. If its answer is *not sure*, it can be a further reason for the caution.
#[derive(Clone, Debug)]
pub(super) struct Doubt {
    /// Index of the caution in the order of the findings.
    pub(super) caution: usize,
    /// Reference of the item.
    pub(super) item: String,
    /// A slot of the item, whose `doubted` mask has the records with *not sure*.
    pub(super) slot: usize,
    /// For each leaf that reads the item, the slots of the conditions that are joined to it with *and*. The leaf counts
    /// only where all of them may hold.
    pub(super) paths: Vec<Vec<usize>>,
}

/// The doubts of one caution, in questionnaire order. `slot_of` gives the slot of a condition.
pub(super) fn of_caution(
    rules: &RuleSet,
    layout: &Layout,
    (index, caution): (usize, &Caution),
    slot_of: &mut dyn FnMut(&Condition) -> usize,
) -> Vec<Doubt> {
    let leaves: Vec<(Leaf, Vec<usize>)> = caution
        .conditions()
        .flat_map(Condition::leaves_and_beside)
        .map(|(leaf, beside)| (leaf, beside.into_iter().map(&mut *slot_of).collect()))
        .collect();
    let doubt = |item: &Item| {
        let of_item = leaves.iter().filter(|(leaf, _)| leaf.item == item.index);
        let paths: Vec<Vec<usize>> = of_item.map(|(_, path)| path.clone()).collect();
        let slot = slot_of_item(layout, item.index)?;
        (!paths.is_empty()).then(|| Doubt { caution: index, item: item.reference.clone(), slot, paths })
    };
    rules.items().filter_map(doubt).collect()
}

/// The first slot of an item. Every item that a condition reads has one.
fn slot_of_item(layout: &Layout, item: ItemIndex) -> Option<usize> {
    let bits = layout.item(item).filter(|bits| bits.all != 0)?;
    Some(bits.word * RECORDS + lowest_bit(bits.all))
}
