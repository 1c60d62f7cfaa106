//! Answers *not sure* beside others that already raise a caution: which items of which cautions they can stand at.

use super::bits::{Layout, RECORDS, place};
use crate::model::{Caution, Condition, Item, ItemIndex, Leaf, RuleSet};

/// An item that a caution reads.
#[derive(Clone, Debug)]
pub(super) struct Doubt {
    /// The place of the caution in the order of the findings.
    pub(super) caution: usize,
    /// The reference of the item.
    pub(super) item: String,
    /// A slot of the item: it knows where the answer is *not sure*.
    pub(super) slot: usize,
    /// What stands beside each leaf that reads the item: a leaf counts where all of that may hold.
    pub(super) paths: Vec<Vec<usize>>,
}

/// The items of one caution, in the order of the questionnaire. `slot_of` gives the slot that holds a condition.
pub(super) fn of_caution(
    rules: &RuleSet,
    layout: &Layout,
    (place, caution): (usize, &Caution),
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
        (!paths.is_empty()).then(|| Doubt { caution: place, item: item.reference.clone(), slot, paths })
    };
    rules.items().filter_map(doubt).collect()
}

/// The first slot of an item. Every item that a condition reads has one.
fn slot_of_item(layout: &Layout, item: ItemIndex) -> Option<usize> {
    let bits = layout.item(item).filter(|bits| bits.all != 0)?;
    Some(bits.word * RECORDS + place(bits.all))
}
