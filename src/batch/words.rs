//! The words that answers are written with, found by their bytes at once.

/// A word is at most this many bytes. A longer id is read by the strict reader only.
pub(super) const LONGEST: usize = 31;

/// Bytes read at a time, and how often.
const LANE: usize = 8;
const LANES: usize = 4;

/// The bytes of a word, the rest zero.
type Bytes = [u64; LANES];

/// A word by its place in the list of [`Words::new`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordIndex(pub(super) usize);

/// A set of words, and where each is found by its hash.
#[derive(Clone, Debug)]
pub(super) struct Words {
    /// As many as a power of two; no two words share a place.
    places: Vec<Word>,
    multipliers: Bytes,
    shift: u32,
}

/// A word of the set. Its length counts: a zero byte in a text is not the end of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Word {
    bytes: Bytes,
    length: usize,
    index: WordIndex,
}

/// No word is that long.
const NO_WORD: Word = Word { bytes: [0; LANES], length: usize::MAX, index: WordIndex(usize::MAX) };

impl Words {
    /// Finds a hash that gives each word a place of its own. Words that are too long are left out.
    pub(super) fn new(words: &[&str]) -> Self {
        let word = |(index, word): (usize, &&str)| {
            Some(Word { bytes: bytes_of(word)?, length: word.len(), index: WordIndex(index) })
        };
        let words: Vec<Word> = words.iter().enumerate().filter_map(word).collect();
        let mut size = words.len().next_power_of_two().max(2) * 4;
        loop {
            // A fixed series: the same words give the same table.
            let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
            for _ in 0..1000 {
                let multipliers = [(); LANES].map(|()| next(&mut state) | 1);
                let shift = u64::BITS - size.trailing_zeros();
                if let Some(places) = place_all(&words, multipliers, shift, size) {
                    return Self { places, multipliers, shift };
                }
            }
            size *= 2;
        }
    }

    /// The word that stands before the next quote, and its length. Nothing where it is not one of the set.
    #[inline]
    pub(super) fn read(&self, text: &[u8]) -> Option<(WordIndex, usize)> {
        let (bytes, length) = up_to_quote(text)?;
        let known = self.places.get(place(bytes, self.multipliers, self.shift))?;
        (known.bytes == bytes && known.length == length).then_some((known.index, length))
    }
}

/// A word with its quote and colon, to be compared with what is expected next.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expected {
    bytes: Bytes,
    mask: Bytes,
    length: usize,
}

impl Expected {
    /// The key `word`, from behind its first quote. Nothing where it is too long.
    pub(super) fn new(word: &str) -> Option<Self> {
        let text = format!("{word}\":");
        let (bytes, length) = (bytes_of(&text)?, text.len());
        let mask = bytes.map(|lane| lane.to_le_bytes().map(|byte| if byte == 0 { 0 } else { u8::MAX }));
        Some(Self { bytes, mask: mask.map(u64::from_le_bytes), length })
    }

    /// What follows the key, if it stands here.
    #[inline]
    pub(super) fn strip<'t>(&self, text: &'t [u8]) -> Option<&'t [u8]> {
        let lanes = text.first_chunk::<{ LANE * LANES }>()?;
        let mut difference = 0;
        for ((lane, bytes), mask) in lanes.chunks_exact(LANE).zip(self.bytes).zip(self.mask) {
            difference |= (lane_of(lane)? ^ bytes) & mask;
        }
        if difference == 0 { text.get(self.length..) } else { None }
    }
}

#[inline]
fn lane_of(bytes: &[u8]) -> Option<u64> {
    bytes.first_chunk::<LANE>().map(|lane| u64::from_le_bytes(*lane))
}

/// The bytes before the next quote. Nothing where there is none within the longest word.
#[inline]
fn up_to_quote(text: &[u8]) -> Option<(Bytes, usize)> {
    let mut bytes = [0; LANES];
    for (index, (into, lane)) in bytes.iter_mut().zip(text.chunks_exact(LANE)).enumerate() {
        let lane = lane_of(lane)?;
        let quotes = zero_bytes(lane ^ QUOTES);
        if quotes == 0 {
            *into = lane;
            continue;
        }
        let first = quotes & quotes.wrapping_neg();
        *into = lane & (first >> 7).wrapping_sub(1);
        return Some((bytes, index * LANE + usize::try_from(first.trailing_zeros()).ok()? / LANE));
    }
    None
}

const LOW_BITS: u64 = 0x0101_0101_0101_0101;
const HIGH_BITS: u64 = 0x8080_8080_8080_8080;
const QUOTES: u64 = 0x2222_2222_2222_2222;

/// The high bit of the first zero byte; above it bits may be set that mean nothing.
#[inline]
fn zero_bytes(lane: u64) -> u64 {
    lane.wrapping_sub(LOW_BITS) & !lane & HIGH_BITS
}

fn bytes_of(word: &str) -> Option<Bytes> {
    if word.len() > LONGEST {
        return None;
    }
    let mut bytes = [0; LANES];
    for (into, lane) in bytes.iter_mut().zip(word.as_bytes().chunks(LANE)) {
        let mut padded = [0; LANE];
        padded.iter_mut().zip(lane).for_each(|(into, byte)| *into = *byte);
        *into = u64::from_le_bytes(padded);
    }
    Some(bytes)
}

#[inline]
fn place(bytes: Bytes, multipliers: Bytes, shift: u32) -> usize {
    let products = bytes.iter().zip(multipliers).map(|(lane, multiplier)| lane.wrapping_mul(multiplier));
    let hash = products.fold(0_u64, u64::wrapping_add);
    usize::try_from(hash.wrapping_shr(shift)).unwrap_or(usize::MAX)
}

fn place_all(words: &[Word], multipliers: Bytes, shift: u32, size: usize) -> Option<Vec<Word>> {
    let mut places = vec![NO_WORD; size];
    for word in words {
        let free = places.get_mut(place(word.bytes, multipliers, shift))?;
        if *free != NO_WORD {
            return None;
        }
        *free = *word;
    }
    Some(places)
}

/// Numbers that look random, each from the one before.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
    *state ^ (*state >> 29)
}

#[cfg(test)]
mod tests {
    use super::{Expected, LONGEST, WordIndex, Words};

    const PADDING: &[u8] = &[0; 40];

    fn read(words: &Words, text: &str) -> Option<(WordIndex, usize)> {
        words.read(&[text.as_bytes(), PADDING].concat())
    }

    #[test]
    fn every_word_is_found_and_no_other() {
        let long = "a".repeat(LONGEST);
        let list = ["yes", "no", "not_sure", "past", "eightlet", "nine_lett", "sixteen_letters_", &long];
        let words = Words::new(&list);
        for (index, word) in list.iter().enumerate() {
            assert_eq!(read(&words, &format!("{word}\",")), Some((WordIndex(index), word.len())), "{word}");
        }
        for other in ["", "ye", "yess", "Yes", "eightle", "nine_let", "yes\\", "yes\0", "\u{e9}", &"a".repeat(LONGEST + 1)] {
            assert_eq!(read(&words, &format!("{other}\",")), None, "{other}");
        }
        assert_eq!(read(&words, "yes"), None, "no quote");
        assert_eq!(words.read(b"yes\""), None, "too near the end");
    }

    #[test]
    fn a_word_that_is_too_long_is_left_out() {
        let words = Words::new(&["b", &"a".repeat(LONGEST + 1)]);
        assert_eq!(read(&words, "b\""), Some((WordIndex(0), 1)));
        assert_eq!(read(&words, &format!("{}\"", "a".repeat(LONGEST + 1))), None);
    }

    #[test]
    fn an_expected_key_is_taken_off_with_its_colon() {
        let expected = Expected::new("smoking").unwrap();
        let text = [b"smoking\":\"past\"", PADDING].concat();
        assert_eq!(expected.strip(&text), text.get(9..));
        for other in ["smoking\" :", "smokin\":", "Smoking\":", "xsmoking\":"] {
            assert_eq!(expected.strip(&[other.as_bytes(), PADDING].concat()), None, "{other}");
        }
    }
}
