//! Conditions over answers: *all*, *any*, an answer, an item of a group, a named condition. There is no *not*.

use std::sync::Arc;

use super::id::Id;
use super::place::{ItemIndex, QuestionIndex};

/// A condition whose every reference is resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Every part holds.
    All(Vec<Condition>),
    /// One part holds.
    Any(Vec<Condition>),
    /// An item has one of some answers.
    Answered(Leaf),
    /// One item of a group is answered with yes.
    AnyItem {
        /// The group.
        group: QuestionIndex,
        /// One leaf an item.
        leaves: Vec<Leaf>,
    },
    /// A named condition holds.
    Holds(Arc<NamedCondition>),
}

/// A condition under a name.
#[derive(Debug, PartialEq, Eq)]
pub struct NamedCondition {
    /// The name.
    pub id: Id,
    /// What it means, in words.
    pub title: String,
    /// The condition.
    pub when: Condition,
    depth: usize,
    size: usize,
}

impl NamedCondition {
    /// A condition under a name. It is measured once, because named conditions can hold each other many times over.
    pub(crate) fn new(id: Id, title: String, when: Condition) -> Self {
        let (depth, size) = (when.depth(), when.size());
        Self { id, title, when, depth, size }
    }
}

/// An item has one of some answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// The item it reads.
    pub item: ItemIndex,
    /// The options that make it true.
    pub options: OptionMask,
}

/// A set of options of one item, one bit an option in the order of the question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OptionMask(u64);

impl OptionMask {
    /// Options an item can have at most.
    pub const MOST: usize = 64;

    /// The same set and the option at `index`.
    #[must_use]
    pub fn with(self, index: usize) -> Self {
        Self(self.0 | bit(index))
    }

    /// How many options are in the set.
    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether no option is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The options that are in both sets.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The options of this set that are not in the other.
    #[must_use]
    pub fn difference(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The options of both sets.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the option at `index` is in the set.
    pub fn has(self, index: usize) -> bool {
        self.0 & bit(index) != 0
    }
}

fn bit(index: usize) -> u64 {
    u32::try_from(index).ok().and_then(|shift| 1_u64.checked_shl(shift)).unwrap_or(0)
}

impl Condition {
    /// Conditions nest at most this deep.
    pub const DEEPEST: usize = 16;

    /// Conditions have at most this many leaves, counted with their named conditions put in.
    pub const MOST_LEAVES: usize = 1000;

    /// The conditions it is made of: its parts, or what its name stands for.
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::All(parts) | Self::Any(parts) => parts,
            Self::Holds(named) => std::slice::from_ref(&named.when),
            Self::Answered(_) | Self::AnyItem { .. } => &[],
        }
    }

    /// How deep it nests, named conditions included.
    pub fn depth(&self) -> usize {
        match self {
            Self::All(parts) | Self::Any(parts) => 1 + parts.iter().map(Self::depth).max().unwrap_or(0),
            Self::Holds(named) => 1 + named.depth,
            Self::Answered(_) | Self::AnyItem { .. } => 1,
        }
    }

    /// How many leaves it has, named conditions included.
    pub fn size(&self) -> usize {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().map(Self::size).sum(),
            Self::Holds(named) => named.size,
            Self::Answered(_) => 1,
            Self::AnyItem { group: _, leaves } => leaves.len(),
        }
    }

    /// How many answers make it or a part of it true: the fewer, the more specific it is.
    pub fn breadth(&self) -> u32 {
        self.leaves().iter().map(|leaf| leaf.options.len()).sum()
    }

    /// Every leaf, with the other parts of each *all* around it: while the leaf is unknown, only they can make false what
    /// it stands in.
    pub fn leaves_and_beside(&self) -> Vec<(Leaf, Vec<&Condition>)> {
        let mut found = Vec::new();
        self.walk_leaves(&[], &mut found);
        found
    }

    fn walk_leaves<'c>(&'c self, beside: &[&'c Condition], found: &mut Vec<(Leaf, Vec<&'c Condition>)>) {
        match self {
            Self::All(parts) => {
                for (place, part) in parts.iter().enumerate() {
                    let others = parts.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, other)| other);
                    part.walk_leaves(&beside.iter().copied().chain(others).collect::<Vec<&Condition>>(), found);
                }
            }
            Self::Any(parts) => parts.iter().for_each(|part| part.walk_leaves(beside, found)),
            Self::Holds(named) => named.when.walk_leaves(beside, found),
            Self::Answered(leaf) => found.push((*leaf, beside.to_vec())),
            Self::AnyItem { group: _, leaves } => found.extend(leaves.iter().map(|leaf| (*leaf, beside.to_vec()))),
        }
    }

    /// Every leaf, in the order it is written.
    pub fn leaves(&self) -> Vec<Leaf> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::leaves).collect(),
            Self::Answered(leaf) => vec![*leaf],
            Self::AnyItem { group: _, leaves } => leaves.clone(),
            Self::Holds(named) => named.when.leaves(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::OptionMask;

    #[test]
    fn sets_of_options_follow_their_names() {
        let of = |options: &[usize]| options.iter().fold(OptionMask::default(), |mask, option| mask.with(*option));
        let (low, high) = (of(&[0, 2, 2]), of(&[2, 63]));
        assert!(low.has(0) && !low.has(1) && low.has(2) && !low.has(64) && high.has(63));
        assert_eq!((low.len(), of(&[64]).len()), (2, 0));
        assert_eq!((low.union(high), low.intersection(high)), (of(&[0, 2, 63]), of(&[2])));
        assert_eq!((low.difference(high), high.difference(low)), (of(&[0]), of(&[63])));
        assert!(low.difference(low).is_empty() && !low.is_empty() && of(&[]).is_empty());
    }
}
