//! Records read at speed: one pass over the bytes, straight to the bits of the answers.
//!
//! It takes only what it recognises whole: known keys, known options, no escapes, nothing twice. Whatever else there is,
//! right or wrong, goes to the strict reader, which alone says what is wrong.

use super::bits::{Layout, Records};
use super::words::{Expected, WordIndex, Words};
use crate::answers::LARGEST;
use crate::rules::{OptionIndex, Question, RuleSet};

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Id,
    Question(usize),
}

/// The bits that one word sets in one question.
#[derive(Clone, Copy, Debug)]
struct Effect {
    word: usize,
    chosen: u64,
    answered: u64,
}

/// An item of a group.
#[derive(Clone, Debug)]
struct GroupItem {
    /// Its place in the group, as one bit.
    place: u64,
    yes: Effect,
    no: Effect,
}

#[derive(Clone, Debug)]
enum Kind {
    /// One effect an option.
    Single { options: Vec<Effect>, not_sure: Effect },
    /// The items.
    Group { items: Vec<GroupItem> },
}

#[derive(Clone, Debug)]
struct Known {
    expected: Option<Expected>,
    /// One bit, to see a key that stands twice.
    seen: u64,
    kind: Kind,
    meanings: Meanings,
}

/// Which option or item a word means in one question. Small, so that those of all questions stay close at hand.
#[derive(Clone, Debug)]
struct Meanings(Vec<u8>);

impl Meanings {
    /// The words of a question, in the order of its options or items.
    fn new(list: &[&str], words: &[&str]) -> Option<Self> {
        let mut meanings = vec![u8::MAX; list.len()];
        for (place, word) in words.iter().enumerate() {
            *meanings.get_mut(list.iter().position(|known| known == word)?)? = u8::try_from(place).ok()?;
        }
        Some(Self(meanings))
    }

    /// The place of what a word means. Past every place where it means nothing.
    #[inline]
    fn place(&self, word: WordIndex) -> usize {
        self.0.get(word.0).map_or(usize::MAX, |place| usize::from(*place))
    }
}

/// Reads records of the questions of one rule set.
#[derive(Clone, Debug)]
pub(super) struct Scanner {
    words: Words,
    keys: Vec<Option<Key>>,
    questions: Vec<Known>,
    yes: Option<WordIndex>,
    no: Option<WordIndex>,
    not_sure: Option<WordIndex>,
    none: Option<WordIndex>,
    id: Option<Expected>,
}

/// A record that was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scanned<'t> {
    /// The `id`, as it stands in the text: printable ASCII without quotes and backslashes.
    pub(super) id: Option<&'t [u8]>,
    /// What follows the line.
    pub(super) rest: &'t [u8],
}

/// Questions and items have one bit each in a word.
const MOST: usize = 64;

/// The longest `id` that is echoed.
const LONGEST_ID: usize = 200;

impl Scanner {
    /// A scanner, or nothing where the rule set has more questions or items than it can tell apart.
    pub(super) fn new(rules: &RuleSet, layout: &Layout) -> Option<Self> {
        let is_small = |question: &Question| question.items.len() <= MOST;
        if rules.questions().len() > MOST || !rules.questions().iter().all(is_small) {
            return None;
        }
        let list = words_of(rules);
        let find = |word: &str| list.iter().position(|known| *known == word);
        let mut keys = vec![None; list.len()];
        let mut questions = Vec::new();
        for (index, question) in rules.questions().iter().enumerate() {
            *keys.get_mut(find(question.id.as_str())?)? = Some(Key::Question(index));
            let kind = if question.is_group { group(question, layout)? } else { single(question, layout)? };
            let named: Vec<&str> = match question.items.as_slice() {
                [item] if !question.is_group => item.options.iter().map(|option| option.id.as_str()).collect(),
                items => items.iter().map(|item| item.id.as_str()).collect(),
            };
            // The key `id` is never a question.
            let expected = Expected::new(question.id.as_str()).filter(|_| question.id != *"id");
            let meanings = Meanings::new(&list, &named)?;
            questions.push(Known { expected, seen: super::bits::bit(index), kind, meanings });
        }
        *keys.get_mut(find("id")?)? = Some(Key::Id);
        let word = |word: &str| find(word).map(WordIndex);
        Some(Self {
            words: Words::new(&list),
            keys,
            questions,
            yes: word("yes"),
            no: word("no"),
            not_sure: word("not_sure"),
            none: word("none"),
            id: Expected::new("id"),
        })
    }

    /// Reads the record at the start of `text` and sets its answers; nothing where it is not recognised, and then some
    /// answers may be set. Behind the text at least [`super::PADDING`] bytes must follow that are no part of it.
    pub(super) fn record<'t>(&self, text: &'t [u8], records: &mut Records) -> Option<Scanned<'t>> {
        let mut cursor = Cursor { scanner: self, rest: text, id: None, records };
        cursor.object()?;
        let Cursor { scanner: _, rest, id, records: _ } = cursor;
        let length = text.len() - rest.len();
        let rest = rest.strip_prefix(b"\r").unwrap_or(rest).strip_prefix(b"\n")?;
        (length <= LARGEST).then_some(Scanned { id, rest })
    }
}

/// Every word that answers can be written with, each once.
fn words_of(rules: &RuleSet) -> Vec<&str> {
    let mut words = vec!["id", "yes", "no", "not_sure", "none"];
    for question in rules.questions() {
        words.push(question.id.as_str());
        for item in &question.items {
            words.push(item.id.as_str());
            words.extend(item.options.iter().map(|option| option.id.as_str()));
        }
    }
    words.sort_unstable();
    words.dedup();
    words
}

fn single(question: &Question, layout: &Layout) -> Option<Kind> {
    let bits = layout.item(question.items.first()?.index)?;
    let effect = |chosen: &u64| Effect { word: bits.word, chosen: *chosen, answered: bits.all };
    Some(Kind::Single { options: bits.options.iter().map(effect).collect(), not_sure: effect(&0) })
}

fn group(question: &Question, layout: &Layout) -> Option<Kind> {
    let mut items = Vec::new();
    for (place, item) in question.items.iter().enumerate() {
        let bits = layout.item(item.index)?;
        let effect = |option: OptionIndex| {
            let chosen = bits.options.get(option.0).copied()?;
            Some(Effect { word: bits.word, chosen, answered: bits.all })
        };
        let (yes, no) = (effect(OptionIndex::YES)?, effect(OptionIndex::NO)?);
        items.push(GroupItem { place: super::bits::bit(place), yes, no });
    }
    Some(Kind::Group { items })
}

struct Cursor<'s, 't, 'r> {
    scanner: &'s Scanner,
    rest: &'t [u8],
    id: Option<&'t [u8]>,
    records: &'r mut Records,
}

impl<'t> Cursor<'_, 't, '_> {
    /// The next byte, if it is this one, and the spaces behind it.
    #[inline]
    fn take(&mut self, byte: u8) -> Option<()> {
        let (first, rest) = self.rest.split_first()?;
        if *first != byte {
            return None;
        }
        self.rest = rest;
        self.skip_spaces();
        Some(())
    }

    #[inline]
    fn skip_spaces(&mut self) {
        while let Some((b' ' | b'\t', rest)) = self.rest.split_first() {
            self.rest = rest;
        }
    }

    #[inline]
    fn is_next(&self, byte: u8) -> bool {
        self.rest.first() == Some(&byte)
    }

    /// A word in quotes, and the spaces behind it.
    #[inline]
    fn word(&mut self) -> Option<WordIndex> {
        let text = self.rest.strip_prefix(b"\"")?;
        let (word, length) = self.scanner.words.read(text)?;
        self.rest = text.get(length + 1..)?;
        self.skip_spaces();
        Some(word)
    }

    fn object(&mut self) -> Option<()> {
        let scanner = self.scanner;
        self.skip_spaces();
        self.take(b'{')?;
        let (mut seen, mut next) = (0, 0);
        loop {
            match self.key(&scanner.questions, next)? {
                Key::Id => {
                    // A second one is for the strict reader to name.
                    if self.id.is_some() {
                        return None;
                    }
                    self.id = Some(self.record_id()?);
                }
                Key::Question(index) => {
                    let question = scanner.questions.get(index)?;
                    if seen & question.seen != 0 {
                        return None;
                    }
                    seen |= question.seen;
                    match &question.kind {
                        Kind::Single { options, not_sure } => self.single(options, *not_sure, &question.meanings)?,
                        Kind::Group { items } if self.is_next(b'[') => self.list(items, &question.meanings)?,
                        Kind::Group { items } => self.members(items, &question.meanings)?,
                    }
                    next = index + 1;
                }
            }
            if !self.is_next(b',') {
                break;
            }
            self.take(b',')?;
        }
        self.take(b'}')
    }

    /// A key and its colon: first the one that is expected, because most records keep to the order of the questions.
    #[inline]
    fn key(&mut self, questions: &[Known], next: usize) -> Option<Key> {
        let text = self.rest.strip_prefix(b"\"")?;
        let expected = questions.get(next).and_then(|question| question.expected.as_ref());
        if let Some(rest) = expected.and_then(|expected| expected.strip(text)) {
            self.rest = rest;
            self.skip_spaces();
            return Some(Key::Question(next));
        }
        if let Some(rest) = self.scanner.id.as_ref().and_then(|id| id.strip(text)) {
            self.rest = rest;
            self.skip_spaces();
            return Some(Key::Id);
        }
        let word = self.word()?;
        self.take(b':')?;
        *self.scanner.keys.get(word.0)?
    }

    /// The bytes of an `id` that needs no second look.
    fn record_id(&mut self) -> Option<&'t [u8]> {
        let text = self.rest.strip_prefix(b"\"")?;
        let length = text.iter().take(LONGEST_ID + 1).position(|byte| *byte == b'"')?;
        let (id, rest) = text.split_at_checked(length)?;
        let is_plain = id.iter().all(|byte| matches!(byte, b' '..=b'~') && *byte != b'\\');
        self.rest = rest.strip_prefix(b"\"")?;
        self.skip_spaces();
        is_plain.then_some(id)
    }

    #[inline]
    fn single(&mut self, options: &[Effect], not_sure: Effect, meanings: &Meanings) -> Option<()> {
        let word = self.word()?;
        if let Some(effect) = options.get(meanings.place(word)) {
            self.choose(*effect);
        } else if Some(word) == self.scanner.not_sure {
            self.records.doubt(not_sure.word, not_sure.answered);
        } else {
            return None;
        }
        Some(())
    }

    #[inline]
    fn choose(&mut self, effect: Effect) {
        self.records.choose(effect.word, effect.chosen, effect.answered);
    }

    /// `["none"]`, or the items that are yes, and `not_sure` for the others.
    fn list(&mut self, items: &[GroupItem], meanings: &Meanings) -> Option<()> {
        self.take(b'[')?;
        let (mut named, mut is_none, mut is_not_sure, mut length) = (0, false, false, 0);
        loop {
            let word = self.word()?;
            length += 1;
            if let Some(item) = items.get(meanings.place(word)) {
                if named & item.place != 0 {
                    return None;
                }
                named |= item.place;
                self.choose(item.yes);
            } else if Some(word) == self.scanner.none {
                is_none = true;
            } else if Some(word) == self.scanner.not_sure && !is_not_sure {
                is_not_sure = true;
            } else {
                return None;
            }
            if !self.is_next(b',') {
                break;
            }
            self.take(b',')?;
        }
        self.take(b']')?;
        if is_none && length > 1 {
            return None;
        }
        for item in items.iter().filter(|item| named & item.place == 0) {
            if is_not_sure {
                self.records.doubt(item.no.word, item.no.answered);
            } else {
                self.choose(item.no);
            }
        }
        Some(())
    }

    /// `{"stroke": "yes", …}`
    fn members(&mut self, items: &[GroupItem], meanings: &Meanings) -> Option<()> {
        self.take(b'{')?;
        let mut named = 0;
        loop {
            let key = self.word()?;
            self.take(b':')?;
            let item = items.get(meanings.place(key))?;
            if named & item.place != 0 {
                return None;
            }
            named |= item.place;
            let word = self.word();
            if word.is_some() && word == self.scanner.yes {
                self.choose(item.yes);
            } else if word.is_some() && word == self.scanner.no {
                self.choose(item.no);
            } else if word.is_some() && word == self.scanner.not_sure {
                self.records.doubt(item.no.word, item.no.answered);
            } else {
                return None;
            }
            if !self.is_next(b',') {
                break;
            }
            self.take(b',')?;
        }
        self.take(b'}')
    }
}
