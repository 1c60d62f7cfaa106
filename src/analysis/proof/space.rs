//! All answers to the items that some conditions read.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::resume_unwind;
use std::thread;

use super::found::{Broken, Search};
use crate::answers::Answers;
use crate::evaluate::Situation;
use crate::model::{Answer, Condition, ItemIndex, OptionIndex, OptionMask, RuleSet};

/// How many states are tried of a space that has more, unless all are wanted.
const SOME: u64 = 1 << 19;

/// How many states are tried at most where all are wanted: of more those at even distances.
const MOST: u64 = 1 << 30;

/// More states than this are too many to compare each with others.
const MANY: u64 = 1 << 20;

/// Fewer states than this are not worth another thread.
const SHARE: u64 = 1 << 12;

/// How many ways to answer some items are listed at most.
const LONGEST_AXIS: usize = 10_000;

/// How much of a space is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breadth {
    /// Options that no condition tells apart are one choice, items that stand for each other are tried in one order only,
    /// and a space that is large all the same is tried at even distances.
    Representative,
    /// Each state by itself, up to a billion; where a property compares states with others, up to a million of them.
    EveryState,
}

/// Answers to some items. Whatever is not in it stays as it is.
type Setting = Vec<(ItemIndex, Answer)>;

/// All answers to some items, the product of its axes.
#[derive(Debug)]
pub(super) struct Space<'r> {
    rules: &'r RuleSet,
    /// For each item that the conditions read its options, in lists of those that they do not tell apart.
    classes: BTreeMap<ItemIndex, Vec<Vec<OptionIndex>>>,
    /// For each item the options that make a part of a condition true.
    read: BTreeMap<ItemIndex, OptionMask>,
    /// For each item, or for some that stand for each other, every way to answer them.
    axes: Vec<Vec<Setting>>,
    stride: u64,
}

impl<'r> Space<'r> {
    /// The answers to what these conditions read, and to what decides whether those questions are asked.
    pub(super) fn new(rules: &'r RuleSet, conditions: &[&Condition], breadth: Breadth) -> Self {
        let uses = Uses::new(rules, conditions, breadth);
        let items: Vec<ItemIndex> = uses.items().collect();
        Self::of(&uses, &uses.bundles(&items), |item| uses.choices(item))
    }

    /// The same, for a property that compares each state with others: of many states one for all that are alike is enough.
    pub(super) fn of_few(rules: &'r RuleSet, conditions: &[&Condition], breadth: Breadth) -> Self {
        let space = Self::new(rules, conditions, breadth);
        if space.states() > MANY { Self::new(rules, conditions, Breadth::Representative) } else { space }
    }

    /// The same, where some items stay without an answer.
    pub(super) fn where_answered(
        rules: &'r RuleSet,
        conditions: &[&Condition],
        breadth: Breadth,
        is_answered: impl Fn(ItemIndex) -> bool,
    ) -> Self {
        let uses = Uses::new(rules, conditions, breadth);
        let items: Vec<ItemIndex> = uses.items().filter(|item| is_answered(*item)).collect();
        Self::of(&uses, &uses.bundles(&items), |item| uses.choices(item))
    }

    /// The same, where nothing is unknown but what can be left out. Each item stands for itself only.
    pub(super) fn complete(rules: &'r RuleSet, conditions: &[&Condition]) -> Self {
        let uses = Uses::new(rules, conditions, Breadth::Representative);
        let can_be_left_out = |item| rules.question_of(item).ask_when.is_some();
        let is_known = |item, answer: &Answer| {
            matches!(answer, Answer::Chosen(_)) || (*answer == Answer::Unanswered && can_be_left_out(item))
        };
        let alone: Vec<Vec<ItemIndex>> = uses.items().map(|item| vec![item]).collect();
        Self::of(&uses, &alone, |item| uses.choices(item).into_iter().filter(|answer| is_known(item, answer)).collect())
    }

    fn of(uses: &Uses<'r>, bundles: &[Vec<ItemIndex>], choices: impl Fn(ItemIndex) -> Vec<Answer>) -> Self {
        let axis = |bundle: &Vec<ItemIndex>| {
            let choices: Vec<Vec<Answer>> = bundle.iter().map(|item| choices(*item)).collect();
            in_one_order(bundle, &choices)
        };
        let classes = uses.items().map(|item| (item, uses.classes(item))).collect();
        let union = |uses: &Vec<Use>| uses.iter().fold(OptionMask::default(), |all, (_, options)| all.union(*options));
        let read = uses.of_item.iter().map(|(item, uses)| (*item, union(uses))).collect();
        let axes = bundles.iter().map(axis).collect();
        let mut space = Self { rules: uses.rules, classes, read, axes, stride: 1 };
        let most = if uses.breadth == Breadth::Representative { SOME } else { MOST };
        if space.states() > most {
            space.stride = space.fair_stride(most);
        }
        space
    }

    /// How many states it has; more than can be counted are `u64::MAX`.
    pub(super) fn states(&self) -> u64 {
        self.axes.iter().fold(1, |product, axis| product.saturating_mul(count(axis)))
    }

    /// The rules that the answers belong to.
    pub(super) fn rules(&self) -> &'r RuleSet {
        self.rules
    }

    /// The items that the conditions read.
    pub(super) fn items(&self) -> impl Iterator<Item = ItemIndex> {
        self.classes.keys().copied()
    }

    /// The options of an item, in lists of those that the conditions do not tell apart.
    pub(super) fn classes(&self, item: ItemIndex) -> &[Vec<OptionIndex>] {
        self.classes.get(&item).map_or(&[], Vec::as_slice)
    }

    /// Whether a condition names an option of an item.
    pub(super) fn reads(&self, item: ItemIndex, option: OptionIndex) -> bool {
        self.read.get(&item).is_some_and(|options| options.has(option.0))
    }

    /// An option of an item for each of those lists.
    pub(super) fn options(&self, item: ItemIndex) -> impl Iterator<Item = Answer> {
        self.classes(item).iter().filter_map(|class| class.first()).map(|option| Answer::Chosen(*option))
    }

    /// A distance between the states to try that leaves out no answer: it has no divisor in common with an axis.
    fn fair_stride(&self, most: u64) -> u64 {
        let shares_a_divisor = |stride: u64| self.axes.iter().any(|axis| divisor(stride, count(axis)) > 1);
        let least = self.states() / most + 1;
        (least..2 * least).find(|stride| !shares_a_divisor(*stride)).unwrap_or(least)
    }

    /// Tries its states one after the other until `visit` has seen enough. How many were tried.
    pub(super) fn until(&self, mut visit: impl FnMut(&Answers<'r>) -> bool) -> u64 {
        let mut walk = Walk::from(self, 0);
        for tried in 1..=self.tries() {
            if visit(&walk.answers) {
                return tried;
            }
            walk.advance(self.stride);
        }
        self.tries()
    }

    /// Tries its states and keeps what `look` finds with the fewest answers. Of several the first counts.
    pub(super) fn smallest(
        &self,
        look: impl Fn(&Answers<'r>, &Situation<'r>) -> Option<Broken<'r>> + Sync,
    ) -> Search<'r> {
        let tries = self.tries();
        let threads = thread::available_parallelism().map_or(1, |threads| u64::try_from(threads.get()).unwrap_or(1));
        let threads = threads.min(tries.div_ceil(SHARE)).max(1);
        let share = tries.div_ceil(threads);
        let in_share = |number: u64| {
            let mut walk = Walk::from(self, number * share * self.stride);
            let mut situation = Situation::new(&walk.answers);
            let mut smallest: Option<((usize, u64), Broken<'r>)> = None;
            for place in number * share..tries.min((number + 1) * share) {
                situation.renew(&walk.answers);
                if let Some(found) = look(&walk.answers, &situation) {
                    let size = (found.size(), place);
                    if smallest.as_ref().is_none_or(|(known, _)| size < *known) {
                        smallest = Some((size, found));
                    }
                }
                walk.advance(self.stride);
            }
            smallest
        };
        let found: Vec<_> = thread::scope(|scope| {
            let started: Vec<_> = (0..threads).map(|number| scope.spawn(move || in_share(number))).collect();
            // A thread that broke off has proved nothing.
            let ended = started.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
            ended.flatten().collect()
        });
        let smallest = found.into_iter().min_by_key(|(size, _)| *size).map(|(_, found)| found);
        Search { tried: tries, of: self.states(), smallest }
    }

    /// How many of its states are tried.
    fn tries(&self) -> u64 {
        self.states().div_ceil(self.stride)
    }
}

/// A walk through the states of a space, which are numbered: the first axis changes fastest.
struct Walk<'s, 'r> {
    axes: &'s [Vec<Setting>],
    /// Which setting of each axis it has reached.
    places: Vec<u64>,
    /// The answers there.
    answers: Answers<'r>,
}

impl<'s, 'r> Walk<'s, 'r> {
    fn from(space: &'s Space<'r>, place: u64) -> Self {
        let mut answers = Answers::none(space.rules);
        for setting in space.axes.iter().filter_map(|axis| axis.first()) {
            give(setting, &mut answers);
        }
        let mut walk = Self { axes: &space.axes, places: vec![0; space.axes.len()], answers };
        walk.advance(place);
        walk
    }

    /// Goes on by so many states. Only what is answered otherwise there is set.
    fn advance(&mut self, by: u64) {
        let mut rest = by;
        for (axis, place) in self.axes.iter().zip(&mut self.places) {
            if rest == 0 {
                return;
            }
            let (of, sum) = (count(axis), *place + rest);
            (*place, rest) = (sum % of, sum / of);
            if let Some(setting) = usize::try_from(*place).ok().and_then(|place| axis.get(place)) {
                give(setting, &mut self.answers);
            }
        }
    }
}

/// Gives items the answers of a setting.
fn give(setting: &Setting, answers: &mut Answers<'_>) {
    for (item, answer) in setting {
        answers.set(*item, *answer);
    }
}

fn count(axis: &[Setting]) -> u64 {
    u64::try_from(axis.len()).unwrap_or(u64::MAX).max(1)
}

fn divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { divisor(b, a % b) }
}

/// Every way to answer some items that stand for each other: of those that differ only in their order the first.
fn in_one_order(items: &[ItemIndex], choices: &[Vec<Answer>]) -> Vec<Setting> {
    let mut settings: Vec<(usize, Setting)> = vec![(0, Vec::new())];
    for (item, choices) in items.iter().zip(choices) {
        settings =
            settings
                .iter()
                .flat_map(|(least, setting)| {
                    choices.iter().enumerate().skip(*least).map(move |(place, answer)| {
                        (place, setting.iter().copied().chain([(*item, *answer)]).collect())
                    })
                })
                .collect();
    }
    settings.into_iter().map(|(_, setting)| setting).collect()
}

/// Where conditions read an item: in which part of which condition, and which of its options.
type Use = (Vec<usize>, OptionMask);

/// How some conditions read their items.
struct Uses<'r> {
    rules: &'r RuleSet,
    breadth: Breadth,
    of_item: BTreeMap<ItemIndex, Vec<Use>>,
    /// Items that stand for no other: what decides whether a question is asked, and the items of such questions.
    apart: BTreeSet<ItemIndex>,
}

/// Stands in a path for a part of an *any*: its order means nothing, and an *any* in it is the same as its parts.
const ANY: usize = usize::MAX;

impl<'r> Uses<'r> {
    fn new(rules: &'r RuleSet, conditions: &[&Condition], breadth: Breadth) -> Self {
        let mut uses = Self { rules, breadth, of_item: BTreeMap::new(), apart: BTreeSet::new() };
        for (place, condition) in conditions.iter().enumerate() {
            uses.add(condition, &[place]);
        }
        let mut seen = BTreeSet::new();
        while let Some(item) = uses.of_item.keys().copied().find(|item| !seen.contains(item)) {
            seen.insert(item);
            if let Some(condition) = &rules.question_of(item).ask_when {
                uses.add(condition, &[conditions.len() + seen.len()]);
                uses.apart.insert(item);
                uses.apart.extend(condition.leaves().iter().map(|leaf| leaf.item));
            }
        }
        uses
    }

    fn add(&mut self, condition: &Condition, path: &[usize]) {
        let within = |part: usize| [path, &[part]].concat();
        let of_any = || if path.last() == Some(&ANY) { path.to_vec() } else { within(ANY) };
        match unnamed(condition) {
            Condition::Answered(leaf) => self.of_item.entry(leaf.item).or_default().push((path.to_vec(), leaf.options)),
            Condition::AnyItem { group: _, leaves } => {
                for leaf in leaves {
                    self.of_item.entry(leaf.item).or_default().push((of_any(), leaf.options));
                }
            }
            Condition::Any(parts) => {
                for (number, part) in parts.iter().enumerate() {
                    let is_all = matches!(unnamed(part), Condition::All(_));
                    let path = if is_all { [of_any().as_slice(), &[number]].concat() } else { of_any() };
                    self.add(part, &path);
                }
            }
            Condition::All(parts) => {
                for (number, part) in parts.iter().enumerate() {
                    let is_leaf = matches!(unnamed(part), Condition::Answered(_));
                    self.add(part, &if is_leaf { path.to_vec() } else { within(number) });
                }
            }
            Condition::Holds(_) => {}
        }
    }

    /// Which of its uses an option of an item makes true.
    fn made_true(&self, item: ItemIndex, option: usize) -> Vec<bool> {
        self.of_item.get(&item).into_iter().flatten().map(|(_, options)| options.has(option)).collect()
    }

    fn items(&self) -> impl Iterator<Item = ItemIndex> {
        self.of_item.keys().copied()
    }

    /// The options of an item, in lists of those that no condition tells apart. First those that make more true.
    fn classes(&self, item: ItemIndex) -> Vec<Vec<OptionIndex>> {
        let mut classes: BTreeMap<(Reverse<Vec<bool>>, usize), Vec<OptionIndex>> = BTreeMap::new();
        for option in 0..self.rules[item].options.len() {
            let own = if self.breadth == Breadth::EveryState { option } else { 0 };
            classes.entry((Reverse(self.made_true(item, option)), own)).or_default().push(OptionIndex(option));
        }
        classes.into_values().collect()
    }

    /// What can be said to an item: nothing, *not sure*, and an option for each list of its options.
    fn choices(&self, item: ItemIndex) -> Vec<Answer> {
        let classes = self.classes(item);
        let options = classes.iter().filter_map(|class| class.first()).map(|option| Answer::Chosen(*option));
        [Answer::Unanswered, Answer::NotSure].into_iter().chain(options).collect()
    }

    /// The items in lists of those that can be exchanged for each other without a change of any condition.
    fn bundles(&self, items: &[ItemIndex]) -> Vec<Vec<ItemIndex>> {
        let read = |item: ItemIndex| {
            let paths: Vec<&Vec<usize>> = self.of_item.get(&item).into_iter().flatten().map(|(path, _)| path).collect();
            let first = |class: Vec<OptionIndex>| class.first().map(|option| self.made_true(item, option.0));
            let made_true: Vec<Option<Vec<bool>>> = self.classes(item).into_iter().map(first).collect();
            (paths, made_true)
        };
        let mut bundles: Vec<Vec<ItemIndex>> = Vec::new();
        for item in items {
            let is_alone = self.breadth == Breadth::EveryState || self.apart.contains(item);
            let settings = |bundle: &[ItemIndex]| settings(bundle.len() + 1, self.choices(*item).len());
            let like = bundles.iter_mut().filter(|_| !is_alone).find(|bundle| {
                let first = bundle.first().copied();
                first.is_some_and(|first| !self.apart.contains(&first) && read(first) == read(*item))
                    && settings(bundle) <= LONGEST_AXIS
            });
            match like {
                Some(bundle) => bundle.push(*item),
                None => bundles.push(vec![*item]),
            }
        }
        bundles
    }
}

/// A condition without the names that stand for it.
fn unnamed(condition: &Condition) -> &Condition {
    match condition {
        Condition::Holds(named) => unnamed(&named.when),
        Condition::All(_) | Condition::Any(_) | Condition::Answered(_) | Condition::AnyItem { .. } => condition,
    }
}

/// In how many ways so many items can be answered, if their order means nothing.
fn settings(items: usize, choices: usize) -> usize {
    (1..=items).fold(1, |product: usize, item| product.saturating_mul(choices + item - 1) / item)
}
