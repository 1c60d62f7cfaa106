//! Shows that each part of a condition counts, with two sets of answers that differ in one answer: the caution applies
//! with one and not with the other.

use std::collections::BTreeMap;

use super::minimal::AnswerSet;
use crate::answers::Answers;
use crate::evaluate::{Situation, Verdict};
use crate::model::{Answer, Caution, Condition, ItemIndex, Leaf, OptionIndex, OptionMask, RuleSet, State};

/// The most combinations of other answers to try for a part.
const TRIES: usize = 512;

/// Two sets of answers that differ in one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The item whose answer differs.
    pub item: ItemIndex,
    /// The answer with which the caution applies.
    pub applies: OptionIndex,
    /// The answer with which it does not match.
    pub no_match: OptionIndex,
    /// The other answers that raise the caution, the same in both sets.
    pub with: Vec<(ItemIndex, OptionIndex)>,
    /// The answers to all other items that the caution reads, the same in both sets.
    pub others: Vec<(ItemIndex, OptionIndex)>,
}

/// The parts of the condition of a caution, each once, with a pair if one was found. A part is a leaf: an answer to an
/// item, or any item of a group.
pub fn pairs<'c>(rules: &RuleSet, caution: &'c Caution, sets: &[AnswerSet]) -> Vec<(&'c Condition, Option<Pair>)> {
    let mut parts: Vec<&Condition> = Vec::new();
    collect(&caution.applies_when, &mut parts);
    let finder = Finder::new(rules, caution);
    parts.into_iter().map(|part| (part, finder.pair(part, sets))).collect()
}

fn collect<'c>(condition: &'c Condition, parts: &mut Vec<&'c Condition>) {
    match condition {
        Condition::All(inner) | Condition::Any(inner) => inner.iter().for_each(|part| collect(part, parts)),
        Condition::Holds(named) => collect(&named.when, parts),
        Condition::Answered(_) | Condition::AnyItem { .. } => {
            if !parts.iter().any(|known| known.leaves() == condition.leaves()) {
                parts.push(condition);
            }
        }
    }
}

struct Finder<'c> {
    rules: &'c RuleSet,
    caution: &'c Caution,
    /// The items that the caution reads, with their options. Options that fewer conditions read come first, so that the
    /// first combinations raise as little else as possible.
    items: BTreeMap<ItemIndex, Vec<OptionIndex>>,
}

impl<'c> Finder<'c> {
    fn new(rules: &'c RuleSet, caution: &'c Caution) -> Self {
        let open = caution.open_when.iter().flat_map(Condition::leaves);
        let leaves: Vec<Leaf> = caution.applies_when.leaves().into_iter().chain(open).collect();
        let options = |item: ItemIndex| {
            let length = rules[item].options.len();
            let read =
                |index: &usize| leaves.iter().filter(|leaf| leaf.item == item && leaf.options.has(*index)).count();
            let mut indices: Vec<usize> = (0..length).collect();
            indices.sort_by_key(read);
            indices.into_iter().map(OptionIndex).collect()
        };
        let items = leaves.iter().map(|leaf| (leaf.item, options(leaf.item))).collect();
        Self { rules, caution, items }
    }

    fn pair(&self, part: &Condition, sets: &[AnswerSet]) -> Option<Pair> {
        let leaves = part.leaves();
        let candidates = leaves.iter().flat_map(|leaf| {
            sets.iter().filter_map(move |set| {
                let shared = set.get(&leaf.item)?.intersection(leaf.options);
                (!shared.is_empty()).then_some((*leaf, set, shared))
            })
        });
        candidates.into_iter().find_map(|(leaf, set, shared)| self.pair_in(leaf, set, shared))
    }

    /// A pair whose first answers contain `set`. `shared` has the options of `leaf` that are in the set.
    fn pair_in(&self, leaf: Leaf, set: &AnswerSet, shared: OptionMask) -> Option<Pair> {
        let with: Vec<(ItemIndex, OptionIndex)> = set
            .iter()
            .filter(|(item, _)| **item != leaf.item)
            .filter_map(|(item, options)| Some((*item, first(*options)?)))
            .collect();
        let own = self.items.get(&leaf.item)?;
        let free: Vec<(&ItemIndex, &Vec<OptionIndex>)> =
            self.items.iter().filter(|(item, _)| !set.contains_key(item)).collect();
        for others in combinations(&free).take(TRIES) {
            for applies in own.iter().filter(|option| shared.has(option.0)) {
                for no_match in own.iter().filter(|option| !leaf.options.has(option.0)) {
                    let state = |option: OptionIndex| {
                        let own = [(leaf.item, option)];
                        self.state(with.iter().chain(&others).chain(&own))
                    };
                    if state(*applies) == State::Applies && state(*no_match) == State::NoMatch {
                        let (applies, no_match) = (*applies, *no_match);
                        return Some(Pair { item: leaf.item, applies, no_match, with, others });
                    }
                }
            }
        }
        None
    }

    fn state<'a>(&self, given: impl Iterator<Item = &'a (ItemIndex, OptionIndex)>) -> State {
        let mut answers = Answers::none(self.rules);
        for (item, option) in given {
            answers.set(*item, Answer::Chosen(*option));
        }
        Verdict::of(self.caution, &Situation::new(&answers)).state
    }
}

fn first(options: OptionMask) -> Option<OptionIndex> {
    (0..OptionMask::MOST).find(|index| options.has(*index)).map(OptionIndex)
}

/// The first [`TRIES`] ways to answer some items. They begin with the first option of each item.
fn combinations<'i>(
    items: &'i [(&'i ItemIndex, &'i Vec<OptionIndex>)],
) -> impl Iterator<Item = Vec<(ItemIndex, OptionIndex)>> + 'i {
    (0..TRIES).map_while(move |number| {
        let mut rest = number;
        let mut chosen = Vec::new();
        for (item, options) in items {
            let length = options.len().max(1);
            chosen.push((**item, *options.get(rest % length)?));
            rest /= length;
        }
        (rest == 0).then_some(chosen)
    })
}
