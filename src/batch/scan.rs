//! The fast reader: one pass over the JSON of a record, directly to the bits of its answers.
//!
//! It accepts only simple records: known keys, known options, no escapes, no duplicates. All others, valid or not, go
//! to the strict reader, so that only that one reports mistakes.

use super::bits::{Effect, Layout, ScannedAnswers, bit};
use super::padded::Padded;
use super::pieces::{missing, record_id, skip_spaces, take};
use super::words::{Expected, Words};
use crate::answers::LARGEST;
use crate::model::words::NOT_SURE;
use crate::model::{Item, OptionIndex, Question, RuleSet};

/// Reads records for one rule set.
#[derive(Clone, Debug)]
pub(super) struct Scanner {
    questions: Vec<KnownQuestion>,
    /// The ids of the questions in order, then `id`.
    keys: Words,
}

#[derive(Clone, Debug)]
struct KnownQuestion {
    /// The key with its punctuation in each of the [`STYLES`].
    expected: [Expected; STYLES.len()],
    /// The bit of this question in [`Reading::seen`].
    seen: u64,
    kind: Kind,
    /// The options or, in a group, the items; then *not sure*.
    words: Words,
    /// Index of the word of the answers that has the bits of this question.
    word: usize,
}

#[derive(Clone, Debug)]
enum Kind {
    /// The effect of each option, then of *not sure*.
    Single(Vec<Effect>),
    Group(Group),
}

#[derive(Clone, Debug)]
struct Group {
    items: Vec<GroupItem>,
    /// The effect of no to all items.
    none: Effect,
    /// The effect of *not sure* to all items.
    not_sure: Effect,
}

/// An item of a group.
#[derive(Clone, Copy, Debug)]
struct GroupItem {
    /// A bit of its own within the group, to find duplicates.
    bit: u64,
    /// The effects of yes, no and *not sure*.
    effects: [Effect; 3],
    /// Its key up to the quote of its answer, without a space and with one. `None` if that is too long to be compared.
    expected: [Option<Expected>; 2],
}

impl GroupItem {
    /// Strips the key of this item up to the quote of its answer.
    #[inline]
    fn strip<'t>(&self, text: &'t [u8]) -> Option<&'t [u8]> {
        self.expected.iter().flatten().find_map(|expected| expected.strip(text))
    }
}

/// A record that the scanner accepted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scanned<'t> {
    /// The `id`: printable ASCII without quotes and backslashes.
    pub(super) id: Option<&'t [u8]>,
    pub(super) answers: ScannedAnswers,
    /// The lines after the record.
    pub(super) rest: Padded<'t>,
}

/// For the start and for each question, the index of the question that came next in the last record. Most files keep
/// one order of keys, so this predicts the next key.
#[derive(Clone, Debug)]
pub(super) struct Order(Vec<usize>);

impl Order {
    /// An order that predicts nothing, for inputs without a scanner.
    pub(super) fn none() -> Self {
        Self(Vec::new())
    }

    /// The question that is expected after `before`, or at the start.
    #[inline]
    fn after(&self, before: Option<usize>) -> usize {
        self.0.get(before.map_or(0, |index| index + 1)).copied().unwrap_or(usize::MAX)
    }

    /// Stores that `index` came after `before`.
    fn learn(&mut self, before: Option<usize>, index: usize) {
        if let Some(after) = self.0.get_mut(before.map_or(0, |index| index + 1)) {
            *after = index;
        }
    }
}

/// The text before and after a key in the two common styles of JSON: without spaces and with them.
const STYLES: [(&str, &str); 2] = [(",\"", "\":"), (", \"", "\": ")];

/// The most questions, and the most items of a group, as each has a bit in a word.
const MOST: usize = 64;

impl Scanner {
    /// `None` if the rule set has too many questions, items or words.
    pub(super) fn new(rules: &RuleSet, layout: &Layout) -> Option<Self> {
        let is_small = |question: &Question| question.items.len() <= MOST;
        if rules.questions().len() > MOST
            || !rules.questions().iter().all(is_small)
            || layout.words() > ScannedAnswers::WORDS
        {
            return None;
        }
        let known = |(index, question)| KnownQuestion::new(index, question, layout);
        let ids = rules.questions().iter().map(|question| question.id.as_str());
        Some(Self {
            questions: rules.questions().iter().enumerate().map(known).collect::<Option<_>>()?,
            keys: Words::new(&ids.chain(["id"]).collect::<Vec<&str>>())?,
        })
    }

    /// The order to begin with, that of the questionnaire.
    pub(super) fn order(&self) -> Order {
        Order((0..=self.questions.len()).collect())
    }

    /// Reads the record on the first line. `None` if the strict reader must read it.
    pub(super) fn record<'t>(&self, lines: Padded<'t>, order: &mut Order) -> Option<Scanned<'t>> {
        let text = lines.bytes();
        let (mut reading, mut id) =
            (Reading { answers: ScannedAnswers::new(), seen: 0, has_id: false, last: None }, None);
        let rest = self.object(text, &mut reading, &mut id, order)?;
        let length = text.len() - rest.len();
        let rest = rest.strip_prefix(b"\r").unwrap_or(rest).strip_prefix(b"\n")?;
        let rest = lines.behind(text.len() - rest.len())?;
        if length <= LARGEST { Some(Scanned { id, answers: reading.answers, rest }) } else { None }
    }
}

impl KnownQuestion {
    fn new(index: usize, question: &Question, layout: &Layout) -> Option<Self> {
        let (kind, mut words) = match question.items.as_slice() {
            [item] if !question.is_group => {
                let words: Vec<&str> = item.options.iter().map(|option| option.id.as_str()).collect();
                (Kind::Single(effects(item, layout)?), words)
            }
            items => (Kind::Group(Group::new(items, layout)?), items.iter().map(|item| item.id.as_str()).collect()),
        };
        words.push(NOT_SURE);
        let mut in_words = question.items.iter().map(|item| Some(layout.item(item.index)?.word));
        let word = in_words.next()??;
        if in_words.any(|other| other != Some(word)) {
            return None;
        }
        // `id` is the key of the record.
        if question.id == *"id" {
            return None;
        }
        let opening = if question.is_group { "" } else { "\"" };
        let [tight, loose] = STYLES.map(|(before, behind)| format!("{before}{}{behind}{opening}", question.id));
        let expected = [Expected::new(&tight)?, Expected::new(&loose)?];
        Some(Self { expected, seen: bit(index), kind, words: Words::new(&words)?, word })
    }
}

impl Group {
    fn new(items: &[Item], layout: &Layout) -> Option<Self> {
        let item = |(index, item): (usize, &Item)| {
            let effects = effects(item, layout)?;
            let of = |option: OptionIndex| effects.get(option.0).copied();
            let effects = [of(OptionIndex::YES)?, of(OptionIndex::NO)?, *effects.last()?];
            let expected = ["", " "].map(|space| Expected::new(&format!("\"{}\":{space}\"", item.id)));
            Some(GroupItem { bit: bit(index), effects, expected })
        };
        let items: Vec<GroupItem> = items.iter().enumerate().map(item).collect::<Option<_>>()?;
        let all = |effect: fn([Effect; 3]) -> Effect| {
            items.iter().map(|item| effect(item.effects)).fold(Effect::NONE, Effect::and)
        };
        Some(Self { none: all(|[_, no, _]| no), not_sure: all(|[_, _, not_sure]| not_sure), items })
    }
}

/// The effect of each option of an item, then of *not sure*.
pub(super) fn effects(item: &Item, layout: &Layout) -> Option<Vec<Effect>> {
    let bits = layout.item(item.index)?;
    let chosen = |chosen: &u64| Effect { chosen: *chosen, answered: bits.all, not_sure: 0 };
    let not_sure = Effect { chosen: 0, answered: bits.all, not_sure: bits.all };
    Some(bits.options.iter().map(chosen).chain([not_sure]).collect())
}

/// The only word of a list that means no item of a group.
const NONE_ALONE: &[u8; 6] = b"\"none\"";

/// Reads a word in quotes and the spaces after it. Gives the index of the word and the rest of the text.
#[expect(clippy::inline_always, reason = "measured: a tenth of the time of a batch")]
#[inline(always)]
fn word<'t>(words: &Words, text: &'t [u8]) -> Option<(usize, &'t [u8])> {
    let (index, rest) = words.read(text.strip_prefix(b"\"")?)?;
    Some((index, skip_spaces(rest)))
}

/// The answers of the record that is being read.
struct Reading {
    answers: ScannedAnswers,
    /// The questions that have been answered, one bit each.
    seen: u64,
    /// Whether there was an `id`, which can say that there is none.
    has_id: bool,
    /// Index of the last question.
    last: Option<usize>,
}

impl Reading {
    /// Adds the answers to a question. `None` if it was answered before, which the strict reader must report.
    #[inline]
    fn add(&mut self, question: &KnownQuestion, index: usize, effect: Effect) -> Option<()> {
        if self.seen & question.seen != 0 {
            return None;
        }
        self.seen |= question.seen;
        self.last = Some(index);
        self.answers.set(question.word, effect);
        Some(())
    }
}

impl Scanner {
    /// Reads an object into `reading` and `id`, and gives the rest of the text.
    fn object<'t>(
        &self,
        text: &'t [u8],
        reading: &mut Reading,
        id: &mut Option<&'t [u8]>,
        order: &mut Order,
    ) -> Option<&'t [u8]> {
        let mut rest = take(skip_spaces(text), b'{')?;
        loop {
            let (index, value) = self.key(rest)?;
            rest = match self.questions.get(index) {
                Some(question) => {
                    order.learn(reading.last, index);
                    let (effect, rest) = Self::answer(question, value)?;
                    reading.add(question, index, effect)?;
                    rest
                }
                // The strict reader must report a duplicate `id`.
                None if reading.has_id => return None,
                None => {
                    reading.has_id = true;
                    if let Some(rest) = missing(value) {
                        rest
                    } else {
                        let (found, rest) = record_id(value)?;
                        *id = Some(found);
                        rest
                    }
                }
            };
            for style in 0..STYLES.len() {
                rest = self.expected(style, rest, reading, order)?;
            }
            match take(rest, b',') {
                Some(behind) => rest = behind,
                None => return take(rest, b'}'),
            }
        }
    }

    /// Reads the next members as long as they are in the expected order and style, where no key needs to be looked up.
    /// Gives the rest of the text.
    #[inline]
    fn expected<'t>(&self, style: usize, mut rest: &'t [u8], reading: &mut Reading, order: &Order) -> Option<&'t [u8]> {
        loop {
            let index = order.after(reading.last);
            let Some(question) = self.questions.get(index) else { break };
            let Some(value) = question.expected.get(style).and_then(|expected| expected.strip(rest)) else { break };
            let effect;
            (effect, rest) = match &question.kind {
                Kind::Single(effects) => match question.words.read(value) {
                    Some((index, rest)) => (*effects.get(index)?, rest),
                    // An empty text, from after its first quote.
                    None => (Effect::NONE, value.strip_prefix(b"\"")?),
                },
                Kind::Group(group) => Self::group(group, &question.words, value)?,
            };
            reading.add(question, index, effect)?;
        }
        Some(skip_spaces(rest))
    }

    /// Reads a key and its colon. Gives the index of its question; `id` has the index after the last question.
    fn key<'t>(&self, text: &'t [u8]) -> Option<(usize, &'t [u8])> {
        let (index, rest) = word(&self.keys, text)?;
        Some((index, take(rest, b':')?))
    }

    fn answer<'t>(question: &KnownQuestion, text: &'t [u8]) -> Option<(Effect, &'t [u8])> {
        if let Some(rest) = missing(text) {
            return Some((Effect::NONE, rest));
        }
        match &question.kind {
            Kind::Single(effects) => {
                let (index, rest) = word(&question.words, text)?;
                Some((*effects.get(index)?, rest))
            }
            Kind::Group(group) => Self::group(group, &question.words, text),
        }
    }

    #[inline]
    fn group<'t>(group: &Group, words: &Words, text: &'t [u8]) -> Option<(Effect, &'t [u8])> {
        match take(text, b'[') {
            Some(rest) => list(group, words, rest),
            None => Self::members(group, words, take(text, b'{')?),
        }
    }

    /// Reads `{"stroke": "yes", …}` from after its brace. Items mostly come in their order, and their keys need not be
    /// looked up.
    #[inline]
    fn members<'t>(group: &Group, words: &Words, mut rest: &'t [u8]) -> Option<(Effect, &'t [u8])> {
        let (mut named, mut effect, mut next) = (0, Effect::NONE, 0);
        loop {
            let expected = group.items.get(next).and_then(|item| Some((item, item_option(item.strip(rest)?)?)));
            let (item, behind) = if let Some((item, (option, behind))) = expected {
                effect = effect.and(*item.effects.get(option)?);
                (item, skip_spaces(behind))
            } else {
                let (index, value) = word(words, rest)?;
                let item = group.items.get(index)?;
                let value = take(value, b':')?;
                next = index;
                match value.strip_prefix(b"\"").and_then(item_option) {
                    Some((option, behind)) => {
                        effect = effect.and(*item.effects.get(option)?);
                        (item, skip_spaces(behind))
                    }
                    None => (item, missing(value)?),
                }
            };
            if named & item.bit != 0 {
                return None;
            }
            named |= item.bit;
            next += 1;
            match take(behind, b',') {
                Some(behind) => rest = behind,
                None => return Some((effect, take(behind, b'}')?)),
            }
        }
    }
}

/// Reads the answer to an item of a group from after its quote: the index of its effect, and the rest of the text. Most
/// answers are the same, so that the processor foretells these branches.
#[inline]
fn item_option(text: &[u8]) -> Option<(usize, &[u8])> {
    match text {
        [b'n', b'o', b'"', rest @ ..] => Some((1, rest)),
        [b'y', b'e', b's', b'"', rest @ ..] => Some((0, rest)),
        _ => Some((2, text.strip_prefix(NOT_SURE.as_bytes())?.strip_prefix(b"\"")?)),
    }
}

/// Reads a list from after its bracket: `none` alone, or the items that are yes, with `not_sure` for all others.
#[expect(clippy::inline_always, reason = "measured: a tenth of the time of a batch")]
#[inline(always)]
fn list<'t>(group: &Group, words: &Words, mut rest: &'t [u8]) -> Option<(Effect, &'t [u8])> {
    if let Some(behind) = rest.strip_prefix(NONE_ALONE) {
        return Some((group.none, take(skip_spaces(behind), b']')?));
    }
    let (mut named, mut effect, mut others) = (0, Effect::NONE, group.none);
    loop {
        let (index, behind) = word(words, rest)?;
        match group.items.get(index) {
            Some(item) if named & item.bit != 0 => return None,
            Some(item) => {
                let [yes, _, _] = item.effects;
                named |= item.bit;
                effect = effect.and(yes);
            }
            // The strict reader must report a duplicate.
            None if others == group.not_sure => return None,
            None => others = group.not_sure,
        }
        match take(behind, b',') {
            Some(behind) => rest = behind,
            None => return Some((effect.and(others.except(effect)), take(behind, b']')?)),
        }
    }
}
