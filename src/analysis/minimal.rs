//! Finds all smallest sets of answers that make a condition true.

use std::collections::BTreeMap;

use crate::model::{Condition, ItemIndex, Leaf, OptionMask};

/// The most sets, intermediate ones included. More are too many to list.
const MOST: usize = 1000;

/// Answers that together make a condition true: items with those of their options that do. Every item must be answered
/// with one of its options.
pub type AnswerSet = BTreeMap<ItemIndex, OptionMask>;

/// The smallest sets of answers that make a condition true, whatever the other answers are. No answer of a set can be
/// left out. The shortest come first.
///
/// `None` if there are too many to list.
pub fn smallest_sets(condition: &Condition) -> Option<Vec<AnswerSet>> {
    let sets = expand(condition)?;
    let mut smallest: Vec<AnswerSet> = Vec::new();
    for set in &sets {
        let mut left = vec![set.clone()];
        for other in sets.iter().filter(|other| has_fewer_items(other, set)) {
            left = left.iter().flat_map(|part| difference(part, other)).collect();
        }
        smallest.extend(left);
        if smallest.len() > MOST {
            return None;
        }
    }
    let mut smallest = merge(remove_implied(smallest));
    smallest.sort_by_cached_key(|set| (set.len(), keys(set)));
    Some(smallest)
}

fn keys(set: &AnswerSet) -> Vec<ItemIndex> {
    set.keys().copied().collect()
}

/// Sets that make the condition true, the smallest among them.
fn expand(condition: &Condition) -> Option<Vec<AnswerSet>> {
    let sets = match condition {
        Condition::Answered(leaf) => set_of_leaf(leaf).into_iter().collect(),
        Condition::AnyItem { group: _, leaves } => leaves.iter().filter_map(set_of_leaf).collect(),
        Condition::Holds(named) => expand(&named.when)?,
        Condition::Any(parts) => parts.iter().map(expand).collect::<Option<Vec<_>>>()?.concat(),
        Condition::All(parts) => {
            let mut sets = vec![AnswerSet::new()];
            for part in parts {
                let of_part = expand(part)?;
                if sets.len().saturating_mul(of_part.len()) > MOST {
                    return None;
                }
                sets = remove_implied(
                    sets.iter().flat_map(|set| of_part.iter().filter_map(|other| conjunction(set, other))).collect(),
                );
            }
            sets
        }
    };
    (sets.len() <= MOST).then(|| remove_implied(sets))
}

fn set_of_leaf(leaf: &Leaf) -> Option<AnswerSet> {
    (!leaf.options.is_empty()).then(|| AnswerSet::from([(leaf.item, leaf.options)]))
}

/// The set that makes both true, or `None` if an item would need two answers.
fn conjunction(set: &AnswerSet, other: &AnswerSet) -> Option<AnswerSet> {
    let mut both = set.clone();
    for (item, options) in other {
        let shared = both.get(item).map_or(*options, |known| known.intersection(*options));
        if shared.is_empty() {
            return None;
        }
        both.insert(*item, shared);
    }
    Some(both)
}

/// Whether all answers of `set` are also answers of `other`.
fn implies(set: &AnswerSet, other: &AnswerSet) -> bool {
    other.iter().all(|(item, options)| set.get(item).is_some_and(|own| own.difference(*options).is_empty()))
}

/// Removes the sets that imply another set.
fn remove_implied(sets: Vec<AnswerSet>) -> Vec<AnswerSet> {
    let mut kept: Vec<AnswerSet> = Vec::new();
    for set in sets {
        if !kept.iter().any(|other| implies(&set, other)) {
            kept.retain(|other| !implies(other, &set));
            kept.push(set);
        }
    }
    kept
}

/// Whether `other` needs only some of the items of `set`.
fn has_fewer_items(other: &AnswerSet, set: &AnswerSet) -> bool {
    other.len() < set.len() && other.keys().all(|item| set.contains_key(item))
}

/// The difference of `set` and `other`, as sets that do not overlap.
fn difference(set: &AnswerSet, other: &AnswerSet) -> Vec<AnswerSet> {
    let mut inside = set.clone();
    let mut outside = Vec::new();
    for (item, options) in other {
        let Some(own) = inside.get(item).copied() else { continue };
        let (rest, shared) = (own.difference(*options), own.intersection(*options));
        if !rest.is_empty() {
            let mut part = inside.clone();
            part.insert(*item, rest);
            outside.push(part);
        }
        if shared.is_empty() {
            return outside;
        }
        inside.insert(*item, shared);
    }
    outside
}

/// Joins sets that differ only in the options of one item.
fn merge(mut sets: Vec<AnswerSet>) -> Vec<AnswerSet> {
    let mut index = 0;
    while let Some(set) = sets.get(index).cloned() {
        let candidates = sets.iter().enumerate().skip(index + 1);
        let found = candidates.into_iter().find_map(|(later, other)| Some((later, join(&set, other)?)));
        match found {
            Some((later, joined)) => {
                sets.remove(later);
                if let Some(own) = sets.get_mut(index) {
                    *own = joined;
                }
                // Earlier sets may now match the joined one.
                index = 0;
            }
            None => index += 1,
        }
    }
    sets
}

fn join(set: &AnswerSet, other: &AnswerSet) -> Option<AnswerSet> {
    if !set.keys().eq(other.keys()) {
        return None;
    }
    let mut different = set.iter().filter(|(item, options)| other.get(item) != Some(options));
    let (item, options) = different.next()?;
    let theirs = other.get(item)?;
    different.next().is_none().then(|| {
        let mut joined = set.clone();
        joined.insert(*item, options.union(*theirs));
        joined
    })
}
