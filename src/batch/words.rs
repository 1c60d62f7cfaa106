//! The words that answers are written with, found by their bytes at once and without a branch on how long they are.

/// Bytes that are looked at together. A longer word, with its quote, is read by the strict reader only.
const LANE: usize = 8;
const LANES: usize = 4;

/// The bytes of a word with its closing quote, the rest zero.
type Bytes = [u64; LANES];

/// A few words, such as the options of one question, and where each is found by its hash.
#[derive(Clone, Debug)]
pub(super) struct Words {
    /// As many as a power of two; no two words share a slot.
    slots: Vec<Slot>,
    bytes: Vec<Bytes>,
    multipliers: [u64; 2],
    shift: u32,
    /// The first bytes of a text by which the words are told apart, or nothing where the shortest word ends before they
    /// can be, and the end of the word must be looked for.
    reach: Option<[u64; 2]>,
}

/// The word that has a hash, and its length with the quote. Small, so that many stay close at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Slot {
    word: u8,
    length: u8,
}

/// No word stands here: there are never so many.
const FREE: Slot = Slot { word: u8::MAX, length: 0 };

impl Words {
    /// Finds a hash that gives each word a slot of its own. Nothing where a word is too long, or where two have the same
    /// first 16 bytes.
    pub(super) fn new(list: &[&str]) -> Option<Self> {
        let bytes: Vec<Bytes> = list.iter().map(|word| quoted(word)).collect::<Option<_>>()?;
        let reach = reach(list);
        let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
        // From small tables to large ones, and always in the same series: the same words give the same table.
        for bits in list.len().next_power_of_two().trailing_zeros()..12 {
            for _ in 0..200 {
                let multipliers = [next(&mut state) | 1, next(&mut state) | 1];
                let mut found = Self {
                    slots: vec![FREE; 1 << (bits + 1)],
                    bytes: bytes.clone(),
                    multipliers,
                    shift: u64::BITS - bits - 1,
                    reach,
                };
                if found.place(list).is_some() {
                    return Some(found);
                }
            }
        }
        None
    }

    /// Gives each word its slot. Nothing where one is taken.
    fn place(&mut self, list: &[&str]) -> Option<()> {
        for (index, word) in list.iter().enumerate() {
            let at = self.slot(*self.bytes.get(index)?);
            let slot = self.slots.get_mut(at).filter(|slot| **slot == FREE)?;
            *slot = Slot { word: u8::try_from(index).ok()?, length: u8::try_from(word.len() + 1).ok()? };
        }
        Some(())
    }

    #[expect(clippy::inline_always, reason = "measured: a tenth of the time of a batch")]
    #[inline(always)]
    fn slot(&self, [first, second, ..]: Bytes) -> usize {
        let [a, b] = self.multipliers;
        let (first, second) = match self.reach {
            Some([in_first, in_second]) => (first & in_first, second & in_second),
            None => up_to_quote(first, second),
        };
        let hash = first.wrapping_mul(a).wrapping_add(second.wrapping_mul(b));
        usize::try_from(hash.wrapping_shr(self.shift)).unwrap_or(usize::MAX)
    }

    /// The place in the list of the word that stands before the next quote, and what follows the quote. Nothing where it
    /// is none of the words.
    #[expect(clippy::inline_always, reason = "measured: a tenth of the time of a batch")]
    #[inline(always)]
    pub(super) fn read<'t>(&self, text: &'t [u8]) -> Option<(usize, &'t [u8])> {
        let lanes = lanes(text)?;
        let slot = self.slots.get(self.slot(lanes))?;
        let (word, length) = (usize::from(slot.word), usize::from(slot.length));
        if is_same(lanes, *self.bytes.get(word)?, length) { Some((word, text.get(length..)?)) } else { None }
    }
}

/// The bytes up to the quote of the shortest word, at most 16, where they tell all words apart: what follows them in a
/// text can be anything.
fn reach(list: &[&str]) -> Option<[u64; 2]> {
    let length = list.iter().map(|word| word.len() + 1).min()?.min(2 * LANE);
    let [first, second, ..] = *MASKS.get(length)?;
    let mut starts: Vec<[u64; 2]> = Vec::new();
    for word in list {
        let [a, b, ..] = quoted(word)?;
        starts.push([a & first, b & second]);
    }
    starts.sort_unstable();
    let words = starts.len();
    starts.dedup();
    (starts.len() == words).then_some([first, second])
}

/// Text that is expected to stand here, such as a key with its colon.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expected {
    bytes: Bytes,
    length: usize,
}

impl Expected {
    /// Nothing where the text is too long.
    pub(super) fn new(text: &str) -> Option<Self> {
        Some(Self { bytes: bytes_of(text)?, length: text.len() })
    }

    /// What follows, if the text stands here.
    #[inline]
    pub(super) fn strip<'t>(&self, text: &'t [u8]) -> Option<&'t [u8]> {
        if is_same(lanes(text)?, self.bytes, self.length) { text.get(self.length..) } else { None }
    }
}

/// For each length, the bytes of a word of that length.
const MASKS: [Bytes; LANES * LANE + 1] = masks();

const fn masks() -> [Bytes; LANES * LANE + 1] {
    let mut masks = [[0; LANES]; LANES * LANE + 1];
    let mut rest: &mut [Bytes] = &mut masks;
    let mut length = 0;
    while let Some((mask, others)) = rest.split_first_mut() {
        *mask = [lane_mask(length, 0), lane_mask(length, 1), lane_mask(length, 2), lane_mask(length, 3)];
        rest = others;
        length += 1;
    }
    masks
}

/// The bytes of one lane that belong to a word of a length.
const fn lane_mask(length: u32, lane: u32) -> u64 {
    match length.saturating_sub(lane * 8) {
        0 => 0,
        bytes if bytes >= 8 => u64::MAX,
        bytes => u64::MAX >> (64 - 8 * bytes),
    }
}

/// Whether a text begins with the first bytes of a word.
#[inline]
fn is_same(text: Bytes, word: Bytes, length: usize) -> bool {
    let Some(mask) = MASKS.get(length) else { return false };
    let pairs = text.iter().zip(word).zip(mask);
    pairs.fold(0, |difference, ((text, word), mask)| difference | ((text ^ word) & mask)) == 0
}

/// The next bytes of a text.
#[inline]
fn lanes(text: &[u8]) -> Option<Bytes> {
    let bytes = text.first_chunk::<{ LANE * LANES }>()?;
    let mut lanes = [0; LANES];
    for (into, lane) in lanes.iter_mut().zip(bytes.as_chunks::<LANE>().0) {
        *into = u64::from_le_bytes(*lane);
    }
    Some(lanes)
}

const LOW_BITS: u64 = 0x0101_0101_0101_0101;
const HIGH_BITS: u64 = 0x8080_8080_8080_8080;
const QUOTES: u64 = 0x2222_2222_2222_2222;

/// The bytes of two lanes that stand before the first quote, the rest zero.
#[inline]
fn before_quote(first: u64, second: u64) -> (u64, u64) {
    let (in_first, in_second) = (first_quote(first), first_quote(second));
    let second = second & (in_second >> 7).wrapping_sub(1);
    (first & (in_first >> 7).wrapping_sub(1), if in_first == 0 { second } else { 0 })
}

/// The same, out of the way: where it is not needed, it is not to be reckoned just in case.
#[inline(never)]
fn up_to_quote(first: u64, second: u64) -> (u64, u64) {
    before_quote(first, second)
}

/// The high bit of the byte that is the first quote, or zero.
#[inline]
fn first_quote(lane: u64) -> u64 {
    let difference = lane ^ QUOTES;
    // Above the first zero byte bits may be set that mean nothing.
    let zeros = difference.wrapping_sub(LOW_BITS) & !difference & HIGH_BITS;
    zeros & zeros.wrapping_neg()
}

fn quoted(word: &str) -> Option<Bytes> {
    bytes_of(&format!("{word}\""))
}

fn bytes_of(text: &str) -> Option<Bytes> {
    if text.len() > LANES * LANE {
        return None;
    }
    let mut padded = [0; LANES * LANE];
    padded.iter_mut().zip(text.bytes()).for_each(|(into, byte)| *into = byte);
    lanes(&padded)
}

/// Numbers that look random, each from the one before.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
    *state ^ (*state >> 29)
}

#[cfg(test)]
mod tests {
    use super::{Expected, LANE, LANES, Words};

    /// The longest word that fits with its quote.
    const LONGEST: usize = LANES * LANE - 1;

    const PADDING: &[u8] = &[0; 40];

    /// The place of the word at the start, and how many bytes it takes with its quote.
    fn read(words: &Words, text: &str) -> Option<(usize, usize)> {
        let padded = [text.as_bytes(), PADDING].concat();
        words.read(&padded).map(|(place, rest)| (place, padded.len() - rest.len()))
    }

    #[test]
    fn every_word_is_found_and_no_other() {
        let long = "a".repeat(LONGEST);
        let list = ["yes", "no", "not_sure", "past", "eightlet", "nine_lett", "sixteen_letters_", &long];
        let words = Words::new(&list).unwrap();
        for (index, word) in list.iter().enumerate() {
            assert_eq!(read(&words, &format!("{word}\",")), Some((index, word.len() + 1)), "{word}");
            assert_eq!(read(&words, &format!("{word}\0\"")), None, "a zero byte is no end");
        }
        for other in ["", "ye", "yess", "Yes", "eightle", "nine_let", "yes\\", "\u{e9}", &"a".repeat(LONGEST + 1)] {
            assert_eq!(read(&words, &format!("{other}\",")), None, "{other}");
        }
        assert_eq!(read(&words, "yes"), None, "no quote");
        assert!(words.read(b"yes\"").is_none(), "too near the end");
    }

    #[test]
    fn words_are_told_apart_by_their_first_bytes_where_that_is_enough() {
        let words = Words::new(&["no", "yes", "not_sure"]).unwrap();
        assert!(words.reach.is_some());
        for (place, word) in ["no", "yes", "not_sure"].iter().enumerate() {
            for behind in ["", ",", "}", "\n", " , \"x\":", "\\\"\""] {
                assert_eq!(read(&words, &format!("{word}\"{behind}")), Some((place, word.len() + 1)));
            }
        }
        for other in ["noo", "n", "not_sur", "not_suree", "yes ", "no\\"] {
            assert_eq!(read(&words, &format!("{other}\"")), None, "{other}");
        }
        assert!(Words::new(&["tb", "low_blood", "low_sugar"]).unwrap().reach.is_none());
    }

    #[test]
    fn words_that_cannot_be_told_apart_are_refused() {
        assert!(Words::new(&["b", &"a".repeat(LONGEST + 1)]).is_none());
        assert!(Words::new(&["the_same_sixteen_a", "the_same_sixteen_b"]).is_none());
        assert!(Words::new(&["the_same_fifteea", "the_same_fifteeb"]).is_some());
    }

    #[test]
    fn an_expected_key_is_taken_off_with_its_colon() {
        let expected = Expected::new("smoking\":").unwrap();
        let text = [b"smoking\":\"past\"", PADDING].concat();
        assert_eq!(expected.strip(&text), text.get(9..));
        for other in ["smoking\" :", "smokin\":", "Smoking\":", "xsmoking\":", "smoking\0\":"] {
            assert_eq!(expected.strip(&[other.as_bytes(), PADDING].concat()), None, "{other}");
        }
        assert!(Expected::new(&"a".repeat(LONGEST + 1)).is_some());
        assert!(Expected::new(&"a".repeat(LONGEST + 2)).is_none());
    }
}
