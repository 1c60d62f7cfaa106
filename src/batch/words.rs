//! A perfect hash table of short words, such as the options of a question. A lookup compares whole words without a
//! branch on their length. Behind each word stands the byte that ends it: a quote in JSON, a delimiter in a table.

/// Bytes in a lane. A word that with its end is longer than all lanes is left to the strict reader.
const LANE: usize = 8;
const LANES: usize = 4;

/// The bytes of a word with the byte that ends it, then zeros.
type Bytes = [u64; LANES];

/// A hash table of words.
#[derive(Clone, Debug)]
pub(super) struct Words {
    /// The table, whose size is a power of two. No two words share a slot.
    slots: Vec<Slot>,
    bytes: Vec<Bytes>,
    multipliers: [u64; 2],
    shift: u32,
    /// The mask of the first bytes of a text, which are hashed. `None` if the words differ only after the end of the
    /// shortest, so that the end of the word must be searched for.
    first_bytes: Option<[u64; 2]>,
    /// The byte that ends a word, in every byte of a lane.
    end: u64,
}

/// The index of a word, and its length with its end. Small, so that tables fit in the cache.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Slot {
    word: u8,
    length: u8,
}

/// An empty slot. No table has so many words.
const FREE: Slot = Slot { word: u8::MAX, length: 0 };

impl Words {
    /// Words that end with a quote. `None` if a word is too long, or if two have the same first 16 bytes.
    pub(super) fn new(list: &[&str]) -> Option<Self> {
        Self::ended_by(b'"', list)
    }

    /// Searches for a hash that gives each word a slot of its own. `None` as above.
    pub(super) fn ended_by(end: u8, list: &[&str]) -> Option<Self> {
        let bytes: Vec<Bytes> = list.iter().map(|word| ended(word, end)).collect::<Option<_>>()?;
        let first_bytes = first_bytes_mask(list, end);
        let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
        // From small tables to large ones. The series of multipliers is fixed, so the same words give the same table.
        for bits in list.len().next_power_of_two().trailing_zeros()..12 {
            for _ in 0..200 {
                let multipliers = [next(&mut state) | 1, next(&mut state) | 1];
                let mut found = Self {
                    slots: vec![FREE; 1 << (bits + 1)],
                    bytes: bytes.clone(),
                    multipliers,
                    shift: u64::BITS - bits - 1,
                    first_bytes,
                    end: LOW_BITS * u64::from(end),
                };
                if found.insert_all(list).is_some() {
                    return Some(found);
                }
            }
        }
        None
    }

    /// Puts each word in its slot. `None` if a slot is taken.
    fn insert_all(&mut self, list: &[&str]) -> Option<()> {
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
        let (first, second) = match self.first_bytes {
            Some([in_first, in_second]) => (first & in_first, second & in_second),
            None => up_to_end(first, second, self.end),
        };
        let hash = first.wrapping_mul(a).wrapping_add(second.wrapping_mul(b));
        usize::try_from(hash.wrapping_shr(self.shift)).unwrap_or(usize::MAX)
    }

    /// Reads a word up to its end. Gives the index of the word and the text after the end, or `None` if it is none of
    /// the words.
    #[expect(clippy::inline_always, reason = "measured: a tenth of the time of a batch")]
    #[inline(always)]
    pub(super) fn read<'t>(&self, text: &'t [u8]) -> Option<(usize, &'t [u8])> {
        let lanes = lanes(text)?;
        let slot = self.slots.get(self.slot(lanes))?;
        let (word, length) = (usize::from(slot.word), usize::from(slot.length));
        if is_same(lanes, *self.bytes.get(word)?, length) { Some((word, text.get(length..)?)) } else { None }
    }
}

/// The mask of as many bytes as the shortest word has with its end, at most 16. `None` if two words are the same in
/// these bytes.
fn first_bytes_mask(list: &[&str], end: u8) -> Option<[u64; 2]> {
    let length = list.iter().map(|word| word.len() + 1).min()?.min(2 * LANE);
    let [first, second, ..] = *MASKS.get(length)?;
    let mut starts: Vec<[u64; 2]> = Vec::new();
    for word in list {
        let [a, b, ..] = ended(word, end)?;
        starts.push([a & first, b & second]);
    }
    starts.sort_unstable();
    let words = starts.len();
    starts.dedup();
    (starts.len() == words).then_some([first, second])
}

/// A text that is expected next, such as a key with its colon.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expected {
    bytes: Bytes,
    length: usize,
}

impl Expected {
    /// `None` if the text is too long.
    pub(super) fn new(text: &str) -> Option<Self> {
        Some(Self { bytes: bytes_of(text)?, length: text.len() })
    }

    /// Strips the expected text. `None` if another text is there.
    #[inline]
    pub(super) fn strip<'t>(&self, text: &'t [u8]) -> Option<&'t [u8]> {
        if is_same(lanes(text)?, self.bytes, self.length) { text.get(self.length..) } else { None }
    }
}

/// For each length, the mask of the bytes of a word of that length.
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

/// The mask of one lane for a word of this length.
const fn lane_mask(length: u32, lane: u32) -> u64 {
    match length.saturating_sub(lane * 8) {
        0 => 0,
        bytes if bytes >= 8 => u64::MAX,
        bytes => u64::MAX >> (64 - 8 * bytes),
    }
}

/// Whether the first `length` bytes are the same.
#[inline]
fn is_same(text: Bytes, word: Bytes, length: usize) -> bool {
    let Some(mask) = MASKS.get(length) else { return false };
    let pairs = text.iter().zip(word).zip(mask);
    pairs.fold(0, |difference, ((text, word), mask)| difference | ((text ^ word) & mask)) == 0
}

/// The first bytes of a text, or `None` if there are too few.
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

/// The bytes of two lanes before the first end, then zeros.
#[inline]
fn before_end(first: u64, second: u64, end: u64) -> (u64, u64) {
    let (in_first, in_second) = (first_end(first, end), first_end(second, end));
    let second = second & (in_second >> 7).wrapping_sub(1);
    (first & (in_first >> 7).wrapping_sub(1), if in_first == 0 { second } else { 0 })
}

/// The same, not inlined, so that it is not computed speculatively where it is not needed.
#[inline(never)]
fn up_to_end(first: u64, second: u64, end: u64) -> (u64, u64) {
    before_end(first, second, end)
}

/// The high bit of the byte that is the first end, or zero.
#[inline]
fn first_end(lane: u64, end: u64) -> u64 {
    let difference = lane ^ end;
    // Bits above the first zero byte may be set wrongly.
    let zeros = difference.wrapping_sub(LOW_BITS) & !difference & HIGH_BITS;
    zeros & zeros.wrapping_neg()
}

fn ended(word: &str, end: u8) -> Option<Bytes> {
    bytes_of(&format!("{word}{}", char::from(end)))
}

fn bytes_of(text: &str) -> Option<Bytes> {
    if text.len() > LANES * LANE {
        return None;
    }
    let mut padded = [0; LANES * LANE];
    padded.iter_mut().zip(text.bytes()).for_each(|(into, byte)| *into = byte);
    lanes(&padded)
}

/// The next pseudo-random number.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
    *state ^ (*state >> 29)
}

#[cfg(test)]
mod tests {
    use super::{Expected, LANE, LANES, Words};

    /// The most bytes of a word, without its quote.
    const LONGEST: usize = LANES * LANE - 1;

    const PADDING: &[u8] = &[0; 40];

    /// The index of the word at the start, and its length with the quote.
    fn read(words: &Words, text: &str) -> Option<(usize, usize)> {
        let padded = [text.as_bytes(), PADDING].concat();
        words.read(&padded).map(|(index, rest)| (index, padded.len() - rest.len()))
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
    fn words_end_with_any_byte() {
        for list in [["yes", "no", "not_sure"], ["past", "eightlet", "nine_lett"], ["no", "not_sure", "."]] {
            for end in *b",;\t|\"" {
                let (words, end_text) = (Words::ended_by(end, &list).unwrap(), char::from(end));
                for (index, word) in list.iter().enumerate() {
                    assert_eq!(read(&words, &format!("{word}{end_text}x")), Some((index, word.len() + 1)), "{word}");
                    for other in [format!("{word}x{end_text}"), format!("{word}\n"), format!("{word} {end_text}")] {
                        assert_eq!(read(&words, &other), None, "{other}");
                    }
                }
            }
        }
    }

    #[test]
    fn only_the_first_bytes_are_hashed_if_they_differ() {
        let words = Words::new(&["no", "yes", "not_sure"]).unwrap();
        assert!(words.first_bytes.is_some());
        for (index, word) in ["no", "yes", "not_sure"].iter().enumerate() {
            for behind in ["", ",", "}", "\n", " , \"x\":", "\\\"\""] {
                assert_eq!(read(&words, &format!("{word}\"{behind}")), Some((index, word.len() + 1)));
            }
        }
        for other in ["noo", "n", "not_sur", "not_suree", "yes ", "no\\"] {
            assert_eq!(read(&words, &format!("{other}\"")), None, "{other}");
        }
        let words = Words::new(&["tb", "low_blood", "low_sugar"]).unwrap();
        assert!(words.first_bytes.is_none());
        for behind in ["", "\":\"yes\",\"low_pulse"] {
            assert_eq!(read(&words, &format!("tb\"{behind}")), Some((0, 3)), "{behind}");
            assert_eq!(read(&words, &format!("low_sugar\"{behind}")), Some((2, 10)), "{behind}");
        }
    }

    #[test]
    fn words_with_the_same_first_bytes_are_refused() {
        assert!(Words::new(&["b", &"a".repeat(LONGEST + 1)]).is_none());
        assert!(Words::new(&["the_same_sixteen_a", "the_same_sixteen_b"]).is_none());
        assert!(Words::new(&["the_same_fifteea", "the_same_fifteeb"]).is_some());
    }

    #[test]
    fn an_expected_key_is_stripped_with_its_colon() {
        let expected = Expected::new("smoking\":").unwrap();
        let text = [b"smoking\":\"past\"", PADDING].concat();
        assert_eq!(expected.strip(&text), text.get(9..));
        for other in ["smoking\" :", "smokin\":", "Smoking\":", "xsmoking\":", "smoking\0\":"] {
            assert_eq!(expected.strip(&[other.as_bytes(), PADDING].concat()), None, "{other}");
        }
        let twice = Expected::new("aaaaaaaabbbbbbbb").unwrap();
        let text = [&b"baaaaaaaabbbbbbb"[..], PADDING].concat();
        assert_eq!(twice.strip(&text), None, "both lanes differ in the same bits");
        assert!(Expected::new(&"a".repeat(LONGEST + 1)).is_some());
        assert!(Expected::new(&"a".repeat(LONGEST + 2)).is_none());
    }
}
