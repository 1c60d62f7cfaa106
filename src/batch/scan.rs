//! Records read at speed: one pass over the bytes, straight to the bits of the answers.
//!
//! It takes only what it recognises whole: known keys, known options, no escapes, nothing twice. Whatever else there is,
//! right or wrong, goes to the strict reader, which alone says what is wrong.

use super::bits::{Effect, Layout, ScannedAnswers, bit};
use super::padded::Padded;
use super::words::{Expected, Words};
use crate::answers::LARGEST;
use crate::model::words::NOT_SURE;
use crate::model::{Item, OptionIndex, Question, RuleSet};

/// Reads records of the questions of one rule set.
#[derive(Clone, Debug)]
pub(super) struct Scanner {
    questions: Vec<Known>,
    /// The ids of the questions, and `id` last.
    keys: Words,
    /// Yes, no and *not sure*, of an item of a group.
    item_options: Words,
}

#[derive(Clone, Debug)]
struct Known {
    /// How the key is mostly written, with what stands before and behind it, in each of [`STYLES`].
    expected: [Expected; STYLES.len()],
    /// One bit, to see a key that stands twice.
    seen: u64,
    kind: Kind,
    /// The options, or the items, and *not sure* behind the last.
    words: Words,
    /// The word of the answers that it sets.
    word: usize,
}

#[derive(Clone, Debug)]
enum Kind {
    /// What each option sets, and *not sure* last.
    Single(Vec<Effect>),
    Group(Group),
}

#[derive(Clone, Debug)]
struct Group {
    items: Vec<GroupItem>,
    /// No to all items.
    none: Effect,
    /// *Not sure* of all items.
    not_sure: Effect,
}

/// An item of a group.
#[derive(Clone, Copy, Debug)]
struct GroupItem {
    /// Its place in the group, as one bit.
    place: u64,
    /// What yes sets, no, and *not sure*.
    effects: [Effect; 3],
}

/// A record that was recognised.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scanned<'t> {
    /// The `id`, as it stands in the text: printable ASCII without quotes and backslashes.
    pub(super) id: Option<&'t [u8]>,
    /// What it answers.
    pub(super) answers: ScannedAnswers,
    /// The lines that follow.
    pub(super) rest: Padded<'t>,
}

/// Which question came after which in the records before: whoever writes records keeps to an order, whichever it is.
#[derive(Clone, Debug)]
pub(super) struct Order(Vec<usize>);

impl Order {
    /// Nothing is expected.
    pub(super) fn none() -> Self {
        Self(Vec::new())
    }

    /// The question that is expected after one, or at the start.
    #[inline]
    fn after(&self, before: Option<usize>) -> usize {
        self.0.get(before.map_or(0, |place| place + 1)).copied().unwrap_or(usize::MAX)
    }

    /// What really came.
    fn learn(&mut self, before: Option<usize>, place: usize) {
        if let Some(after) = self.0.get_mut(before.map_or(0, |place| place + 1)) {
            *after = place;
        }
    }
}

/// What stands before a key, and before its value, as most programs write JSON: without spaces or with some.
const STYLES: [(&str, &str); 2] = [(",\"", "\":"), (", \"", "\": ")];

/// Questions, and items of a group, have one bit each in a word.
const MOST: usize = 64;

/// The longest `id` that is echoed.
const LONGEST_ID: usize = 200;

impl Scanner {
    /// A scanner, or nothing where the rule set has more questions, items or words than it can tell apart.
    pub(super) fn new(rules: &RuleSet, layout: &Layout) -> Option<Self> {
        let is_small = |question: &Question| question.items.len() <= MOST;
        if rules.questions().len() > MOST
            || !rules.questions().iter().all(is_small)
            || layout.words() > ScannedAnswers::WORDS
        {
            return None;
        }
        let known = |(index, question)| Known::new(index, question, layout);
        let ids = rules.questions().iter().map(|question| question.id.as_str());
        Some(Self {
            questions: rules.questions().iter().enumerate().map(known).collect::<Option<_>>()?,
            keys: Words::new(&ids.chain(["id"]).collect::<Vec<&str>>())?,
            item_options: Words::new(&["yes", "no", NOT_SURE])?,
        })
    }

    /// The order of the questionnaire, to begin with.
    pub(super) fn order(&self) -> Order {
        Order((0..=self.questions.len()).collect())
    }

    /// Reads the record on the first line; nothing where it is not recognised.
    pub(super) fn record<'t>(&self, lines: Padded<'t>, order: &mut Order) -> Option<Scanned<'t>> {
        let text = lines.bytes();
        let (mut reading, mut id) = (Reading { answers: ScannedAnswers::new(), seen: 0, last: None }, None);
        let rest = self.object(text, &mut reading, &mut id, order)?;
        let length = text.len() - rest.len();
        let rest = rest.strip_prefix(b"\r").unwrap_or(rest).strip_prefix(b"\n")?;
        let rest = lines.behind(text.len() - rest.len())?;
        if length <= LARGEST { Some(Scanned { id, answers: reading.answers, rest }) } else { None }
    }
}

impl Known {
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
        // The key `id` is never a question.
        if question.id == *"id" {
            return None;
        }
        let opening = if question.is_group { "[" } else { "\"" };
        let [tight, loose] = STYLES.map(|(before, behind)| format!("{before}{}{behind}{opening}", question.id));
        let expected = [Expected::new(&tight)?, Expected::new(&loose)?];
        Some(Self { expected, seen: bit(index), kind, words: Words::new(&words)?, word })
    }
}

impl Group {
    fn new(items: &[Item], layout: &Layout) -> Option<Self> {
        let item = |(place, item): (usize, &Item)| {
            let effects = effects(item, layout)?;
            let of = |option: OptionIndex| effects.get(option.0).copied();
            let effects = [of(OptionIndex::YES)?, of(OptionIndex::NO)?, *effects.last()?];
            Some(GroupItem { place: bit(place), effects })
        };
        let items: Vec<GroupItem> = items.iter().enumerate().map(item).collect::<Option<_>>()?;
        let all = |effect: fn([Effect; 3]) -> Effect| {
            items.iter().map(|item| effect(item.effects)).fold(Effect::NONE, Effect::and)
        };
        Some(Self { none: all(|[_, no, _]| no), not_sure: all(|[_, _, not_sure]| not_sure), items })
    }
}

/// What each option of an item sets, and *not sure*.
fn effects(item: &Item, layout: &Layout) -> Option<Vec<Effect>> {
    let bits = layout.item(item.index)?;
    let chosen = |chosen: &u64| Effect { chosen: *chosen, answered: bits.all, not_sure: 0 };
    let not_sure = Effect { chosen: 0, answered: bits.all, not_sure: bits.all };
    Some(bits.options.iter().map(chosen).chain([not_sure]).collect())
}

/// The word for no item of a group, in quotes.
const NONE_ALONE: &[u8; 6] = b"\"none\"";

/// The next byte, if it is this one, and what follows the spaces behind it.
#[inline]
fn take(text: &[u8], byte: u8) -> Option<&[u8]> {
    match text.split_first() {
        Some((first, rest)) if *first == byte => Some(skip_spaces(rest)),
        _ => None,
    }
}

/// What follows the spaces that stand here. Mostly there are none.
#[inline]
fn skip_spaces(text: &[u8]) -> &[u8] {
    match text.first() {
        Some(byte) if *byte <= b' ' => skip_some_spaces(text),
        Some(_) | None => text,
    }
}

#[inline(never)]
fn skip_some_spaces(mut text: &[u8]) -> &[u8] {
    while let Some((b' ' | b'\t', rest)) = text.split_first() {
        text = rest;
    }
    text
}

/// The place in a list of the word in quotes that stands here, and what follows the spaces behind it.
#[expect(clippy::inline_always, reason = "measured: a tenth of the time of a batch")]
#[inline(always)]
fn word<'t>(words: &Words, text: &'t [u8]) -> Option<(usize, &'t [u8])> {
    let (place, rest) = words.read(text.strip_prefix(b"\"")?)?;
    Some((place, skip_spaces(rest)))
}

/// A record under way.
struct Reading {
    answers: ScannedAnswers,
    /// The questions that were answered.
    seen: u64,
    /// The last of them.
    last: Option<usize>,
}

impl Reading {
    /// Takes in the answers to a question. Nothing where it was answered before: that is for the strict reader to name.
    #[inline]
    fn take_in(&mut self, question: &Known, place: usize, effect: Effect) -> Option<()> {
        if self.seen & question.seen != 0 {
            return None;
        }
        self.seen |= question.seen;
        self.last = Some(place);
        self.answers.set(question.word, effect);
        Some(())
    }
}

impl Scanner {
    /// What follows the object that stands here, with its answers in `reading`, and its `id`.
    fn object<'t>(
        &self,
        text: &'t [u8],
        reading: &mut Reading,
        id: &mut Option<&'t [u8]>,
        order: &mut Order,
    ) -> Option<&'t [u8]> {
        let mut rest = take(skip_spaces(text), b'{')?;
        loop {
            let (place, value) = self.key(rest)?;
            rest = match self.questions.get(place) {
                Some(question) => {
                    order.learn(reading.last, place);
                    let (effect, rest) = self.answer(question, value)?;
                    reading.take_in(question, place, effect)?;
                    rest
                }
                // A second one is for the strict reader to name.
                None if id.is_some() => return None,
                None => {
                    let (found, rest) = record_id(value)?;
                    *id = Some(found);
                    rest
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

    /// What follows the answers to the next questions in their order, as far as they stand here in one style: most records
    /// keep to both, and then nothing needs to be looked up.
    #[inline]
    fn expected<'t>(&self, style: usize, mut rest: &'t [u8], reading: &mut Reading, order: &Order) -> Option<&'t [u8]> {
        loop {
            let place = order.after(reading.last);
            let Some(question) = self.questions.get(place) else { break };
            let Some(value) = question.expected.get(style).and_then(|expected| expected.strip(rest)) else { break };
            let effect;
            (effect, rest) = match &question.kind {
                Kind::Single(effects) => {
                    let (place, rest) = question.words.read(value)?;
                    (*effects.get(place)?, rest)
                }
                Kind::Group(group) => list(group, &question.words, skip_spaces(value))?,
            };
            reading.take_in(question, place, effect)?;
        }
        Some(skip_spaces(rest))
    }

    /// A key and its colon, as the place of its question, or past all for `id`.
    fn key<'t>(&self, text: &'t [u8]) -> Option<(usize, &'t [u8])> {
        let (place, rest) = word(&self.keys, text)?;
        Some((place, take(rest, b':')?))
    }

    fn answer<'t>(&self, question: &Known, text: &'t [u8]) -> Option<(Effect, &'t [u8])> {
        match &question.kind {
            Kind::Single(effects) => {
                let (place, rest) = word(&question.words, text)?;
                Some((*effects.get(place)?, rest))
            }
            Kind::Group(group) => match take(text, b'[') {
                Some(rest) => list(group, &question.words, rest),
                None => self.members(group, &question.words, take(text, b'{')?),
            },
        }
    }

    /// `{"stroke": "yes", …}`, from behind its brace.
    #[inline]
    fn members<'t>(&self, group: &Group, words: &Words, mut rest: &'t [u8]) -> Option<(Effect, &'t [u8])> {
        let (mut named, mut effect) = (0, Effect::NONE);
        loop {
            let (place, value) = word(words, rest)?;
            let item = group.items.get(place).filter(|item| named & item.place == 0)?;
            named |= item.place;
            let (option, behind) = word(&self.item_options, take(value, b':')?)?;
            effect = effect.and(*item.effects.get(option)?);
            match take(behind, b',') {
                Some(behind) => rest = behind,
                None => return Some((effect, take(behind, b'}')?)),
            }
        }
    }
}

/// `["none"]`, or the items that are yes, and `not_sure` for the others; from behind the bracket.
#[expect(clippy::inline_always, reason = "measured: a tenth of the time of a batch")]
#[inline(always)]
fn list<'t>(group: &Group, words: &Words, mut rest: &'t [u8]) -> Option<(Effect, &'t [u8])> {
    if let Some(behind) = rest.strip_prefix(NONE_ALONE) {
        return Some((group.none, take(skip_spaces(behind), b']')?));
    }
    let (mut named, mut effect, mut others) = (0, Effect::NONE, group.none);
    loop {
        let (place, behind) = word(words, rest)?;
        match group.items.get(place) {
            Some(item) if named & item.place != 0 => return None,
            Some(item) => {
                let [yes, _, _] = item.effects;
                named |= item.place;
                effect = effect.and(yes);
            }
            // Said twice, it is for the strict reader to name.
            None if others == group.not_sure => return None,
            None => others = group.not_sure,
        }
        match take(behind, b',') {
            Some(behind) => rest = behind,
            None => return Some((effect.and(others.except(effect)), take(behind, b']')?)),
        }
    }
}

/// The bytes of an `id` that needs no second look.
fn record_id(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let text = text.strip_prefix(b"\"")?;
    let length = text.iter().take(LONGEST_ID + 1).position(|byte| *byte == b'"')?;
    let (id, rest) = text.split_at_checked(length)?;
    let is_plain = id.iter().all(|byte| matches!(byte, b' '..=b'~') && *byte != b'\\');
    if is_plain { Some((id, skip_spaces(rest.strip_prefix(b"\"")?))) } else { None }
}
