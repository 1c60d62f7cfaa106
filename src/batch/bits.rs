//! Answers as bits, one for each option that is told from the others. The bits of 64 records are transposed, so that one
//! `u64` word holds the same option of all 64.

use crate::answers::Answers;
use crate::model::Answer;
use crate::model::{Item, ItemIndex, Leaf, OptionIndex, Question, RuleSet};

/// The number of records that are evaluated together, one in each bit of a word.
pub(super) const RECORDS: usize = 64;

/// The bits of an item. An option that need not be told from the others has none.
#[derive(Clone, Debug)]
pub(super) struct ItemBits {
    /// Index of the word that has the bits.
    pub(super) word: usize,
    /// The bits of all options.
    pub(super) all: u64,
    /// For each option, its bit, or 0.
    pub(super) options: Vec<u64>,
}

/// The bits of every item.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    items: Vec<ItemBits>,
    words: usize,
}

impl Layout {
    /// Gives a bit to each option that a rule reads.
    pub(super) fn new(rules: &RuleSet) -> Self {
        let leaves = leaves(rules);
        let reported: Vec<ItemIndex> = rules.warning_symptoms().iter().filter_map(|one| one.reported_by).collect();
        let is_read = |item: ItemIndex, option: usize| {
            let by_rule = leaves.iter().any(|leaf| leaf.item == item && leaf.options.has(option));
            by_rule || (OptionIndex(option) == OptionIndex::YES && reported.contains(&item))
        };
        Self::with(rules, |item, option| is_read(item.index, option))
    }

    /// Gives a bit to every option.
    pub(super) fn whole(rules: &RuleSet) -> Self {
        Self::with(rules, |_, _| true)
    }

    /// Gives a bit to each of these options. The bits of an item are in one word, and so are those of a question if they
    /// fit.
    fn with(rules: &RuleSet, is_read: impl Fn(&Item, usize) -> bool) -> Self {
        let (mut items, mut word, mut used) = (Vec::new(), 0, 0);
        for question in rules.questions() {
            let read_of = |item: &Item| (0..item.options.len()).filter(|option| is_read(item, *option)).count();
            let of_question: usize = question.items.iter().map(read_of).sum();
            for item in &question.items {
                if used + read_of(item) > RECORDS || (item.index == first(question) && used + of_question > RECORDS) {
                    (word, used) = (word + 1, 0);
                }
                let mut bits = ItemBits { word, all: 0, options: Vec::new() };
                for option in 0..item.options.len() {
                    let bit = if is_read(item, option) { bit(used) } else { 0 };
                    used += usize::from(bit != 0);
                    bits.all |= bit;
                    bits.options.push(bit);
                }
                items.push(bits);
            }
        }
        Self { items, words: word + 1 }
    }

    /// The number of words for each record.
    pub(super) fn words(&self) -> usize {
        self.words
    }

    /// The bits of an item.
    pub(super) fn item(&self, item: ItemIndex) -> Option<&ItemBits> {
        self.items.get(item.0)
    }

    /// The bits that make a leaf true, as indexes over all words: 64 times the word, plus the bit.
    pub(super) fn bits_of(&self, leaf: Leaf) -> Vec<usize> {
        let Some(item) = self.item(leaf.item) else { return Vec::new() };
        let is_meant = |(option, bit): &(usize, &u64)| leaf.options.has(*option) && **bit != 0;
        let meant = item.options.iter().enumerate().filter(is_meant);
        meant.map(|(_, bit)| item.word * RECORDS + lowest_bit(*bit)).collect()
    }
}

fn first(question: &Question) -> ItemIndex {
    question.items.first().map_or(ItemIndex(usize::MAX), |item| item.index)
}

/// The leaves of all conditions that a batch evaluates.
fn leaves(rules: &RuleSet) -> Vec<Leaf> {
    let of_cautions = rules.cautions().iter().flat_map(|caution| {
        [Some(&caution.applies_when), caution.open_when.as_ref(), caution.same_day_when.as_ref()].into_iter().flatten()
    });
    let of_symptoms = rules.warning_symptoms().iter().map(|symptom| &symptom.watch_more_when);
    let of_questions = rules.questions().iter().filter_map(|question| question.ask_when.as_ref());
    of_cautions.chain(of_symptoms).chain(of_questions).flat_map(crate::model::Condition::leaves).collect()
}

/// The bit with an index below 64.
pub(super) fn bit(index: usize) -> u64 {
    u32::try_from(index).ok().and_then(|shift| 1_u64.checked_shl(shift)).unwrap_or(0)
}

/// The index of the lowest bit that is set, or 64 if none is.
pub(super) fn lowest_bit(bits: u64) -> usize {
    usize::try_from(bits.trailing_zeros()).unwrap_or(RECORDS)
}

/// One word for each of 64 records or, once transposed, one word for each of 64 bits.
pub(super) type Matrix = [u64; RECORDS];

/// The bits that answers set in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Effect {
    /// The options that were chosen.
    pub(super) chosen: u64,
    /// All options of the items that are answered, *not sure* included.
    pub(super) answered: u64,
    /// All options of the items whose answer is *not sure*.
    pub(super) not_sure: u64,
}

impl Effect {
    /// No answer.
    pub(super) const NONE: Self = Self { chosen: 0, answered: 0, not_sure: 0 };

    /// The effect of both answers.
    #[inline]
    #[must_use]
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            chosen: self.chosen | other.chosen,
            answered: self.answered | other.answered,
            not_sure: self.not_sure | other.not_sure,
        }
    }

    /// This effect without the items that the others answer.
    #[inline]
    #[must_use]
    pub(super) fn except(self, others: Self) -> Self {
        let kept = !others.answered;
        Self { chosen: self.chosen & kept, answered: self.answered & kept, not_sure: self.not_sure & kept }
    }
}

/// The answers of one record that is being scanned.
#[derive(Clone, Copy, Debug)]
pub(super) struct ScannedAnswers([Effect; ScannedAnswers::WORDS]);

impl ScannedAnswers {
    /// The most words of a record. A rule set that needs more is read without the scanner.
    pub(super) const WORDS: usize = 4;

    /// No answer.
    pub(super) fn new() -> Self {
        Self([Effect::NONE; Self::WORDS])
    }

    /// Adds answers to items whose bits are in one word.
    #[inline]
    pub(super) fn set(&mut self, word: usize, effect: Effect) {
        if let Some(word) = self.0.get_mut(word) {
            *word = word.and(effect);
        }
    }
}

/// The answers of up to 64 records. Each field has one matrix for each word of the layout; see [`Effect`] for the bits.
#[derive(Clone, Debug)]
pub(super) struct Records {
    pub(super) chosen: Vec<Matrix>,
    pub(super) answered: Vec<Matrix>,
    pub(super) not_sure: Vec<Matrix>,
    length: usize,
}

impl Records {
    /// No record yet.
    pub(super) fn new(layout: &Layout) -> Self {
        let empty = vec![[0; RECORDS]; layout.words()];
        Self { chosen: empty.clone(), answered: empty.clone(), not_sure: empty, length: 0 }
    }

    /// The answers of a record in one word, before they are transposed.
    pub(super) fn effect(&self, word: usize, record: usize) -> Effect {
        let of = |blocks: &[Matrix]| blocks.get(word).and_then(|block| block.get(record)).copied().unwrap_or(0);
        Effect { chosen: of(&self.chosen), answered: of(&self.answered), not_sure: of(&self.not_sure) }
    }

    /// Removes all records.
    pub(super) fn clear(&mut self) {
        for block in self.chosen.iter_mut().chain(&mut self.answered).chain(&mut self.not_sure) {
            *block = [0; RECORDS];
        }
        self.length = 0;
    }

    /// Adds a record from the scanner.
    #[inline]
    pub(super) fn push(&mut self, answers: &ScannedAnswers) {
        let at = self.length;
        let blocks = self.chosen.iter_mut().zip(&mut self.answered).zip(&mut self.not_sure);
        for (((chosen, answered), not_sure), effect) in blocks.zip(answers.0) {
            set(chosen, at, effect.chosen);
            set(answered, at, effect.answered);
            set(not_sure, at, effect.not_sure);
        }
        self.length += 1;
    }

    /// Adds a record.
    pub(super) fn add(&mut self, layout: &Layout, answers: &Answers<'_>) {
        for (index, item) in layout.items.iter().enumerate() {
            let (chosen, not_sure) = match answers.answer(ItemIndex(index)) {
                Answer::Chosen(option) => (item.options.get(option.0).copied().unwrap_or(0), 0),
                Answer::NotSure => (0, item.all),
                Answer::Unanswered | Answer::LeftOut => continue,
            };
            for (blocks, bits) in
                [(&mut self.chosen, chosen), (&mut self.answered, item.all), (&mut self.not_sure, not_sure)]
            {
                if let Some(block) = blocks.get_mut(item.word) {
                    set(block, self.length, bits);
                }
            }
        }
        self.length += 1;
    }
}

#[inline]
fn set(block: &mut Matrix, record: usize, bits: u64) {
    if let Some(word) = block.get_mut(record) {
        *word |= bits;
    }
}

/// Transposes the matrix: bit *c* of word *r* becomes bit *r* of word *c*.
pub(super) fn transpose(block: &mut Matrix) {
    let mut half = RECORDS / 2;
    let mut low_halves = u64::MAX >> half;
    while half > 0 {
        for pair in block.chunks_exact_mut(2 * half) {
            let (upper, lower) = pair.split_at_mut(half);
            for (a, b) in upper.iter_mut().zip(lower) {
                let swapped = ((*a >> half) ^ *b) & low_halves;
                *a ^= swapped << half;
                *b ^= swapped;
            }
        }
        half /= 2;
        low_halves ^= low_halves << half;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Effect, Layout, RECORDS, ScannedAnswers, bit, lowest_bit, transpose};
    use crate::model::RuleSet;

    #[test]
    fn the_same_answer_twice_is_one() {
        let answer = Effect { chosen: 1, answered: 3, not_sure: 2 };
        assert_eq!(answer.and(answer), answer);
    }

    #[test]
    fn every_option_has_a_bit_of_its_own_and_a_question_one_word() {
        let rules = RuleSet::built_in().unwrap();
        for (layout, is_whole) in [(Layout::new(&rules), false), (Layout::whole(&rules), true)] {
            let mut taken = BTreeSet::new();
            for question in rules.questions() {
                let words: BTreeSet<usize> =
                    question.items.iter().map(|item| layout.item(item.index).unwrap().word).collect();
                assert_eq!(words.len(), 1, "{}", question.id);
                for item in &question.items {
                    let bits = layout.item(item.index).unwrap();
                    assert_eq!(bits.options.len(), item.options.len());
                    assert_eq!(bits.options.iter().fold(0, |all, bit| all | bit), bits.all);
                    for bit in &bits.options {
                        assert!(*bit != 0 || !is_whole, "{}", item.reference);
                        assert!(*bit == 0 || taken.insert((bits.word, *bit)), "{}", item.reference);
                    }
                }
            }
            assert_eq!(layout.words(), taken.last().unwrap().0 + 1);
            assert!(layout.words() <= ScannedAnswers::WORDS, "too many for the fast reader");
        }
    }

    #[test]
    fn transpose_swaps_rows_and_columns() {
        let mut block = [0; RECORDS];
        for (row, column) in [(0, 0), (0, 63), (5, 40), (63, 1), (31, 32)] {
            block[row] |= bit(column);
        }
        let before = block;
        transpose(&mut block);
        for (row, before) in before.iter().enumerate() {
            for (column, after) in block.iter().enumerate() {
                assert_eq!(after & bit(row) != 0, before & bit(column) != 0, "{row} {column}");
            }
        }
        transpose(&mut block);
        assert_eq!(block, before);
    }

    #[test]
    fn lowest_bit_is_the_inverse_of_bit() {
        assert!((0..RECORDS).all(|at| lowest_bit(bit(at)) == at));
        assert_eq!(bit(64), 0);
    }
}
