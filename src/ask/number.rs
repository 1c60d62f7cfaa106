//! Numbers that were typed.

use crate::render::visible::escaped;
use crate::text::language;

/// What is no answer is said back, but no more of it than this.
const LONGEST_WORD: usize = 20;

/// What was typed, as it can be said back.
pub(super) fn said_back(word: &str) -> String {
    escaped(word).chars().take(LONGEST_WORD).collect()
}

/// A typed line as it is compared: small letters, and the wide digits and signs of some keyboards as the narrow ones.
pub(super) fn plain(line: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c),
        '\u{3001}' => ',',
        '\u{3002}' => '.',
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{2019}' => '\'',
        c => c,
    };
    line.chars().map(narrow).collect::<String>().trim().to_lowercase()
}

/// Whether a word is a number, with a full stop behind it or without.
pub(super) fn is_number(word: &str) -> bool {
    let digits = word.strip_suffix('.').unwrap_or(word);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The place, from 0, that a typed number from 1 names.
pub(super) fn place(word: &str, length: usize) -> Result<usize, String> {
    if !is_number(word) {
        return Err((language().asking.not_an_answer)(&said_back(word)));
    }
    let number = word.strip_suffix('.').unwrap_or(word);
    let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    place.filter(|place| *place < length).ok_or_else(|| (language().asking.no_such_number)(&said_back(number), length))
}

#[cfg(test)]
mod tests {
    use super::{place, plain};

    #[test]
    fn numbers_start_at_one() {
        assert_eq!(place("1", 3), Ok(0));
        assert_eq!(place("3.", 3), Ok(2));
        for out in ["0", "4", "", "one", "99999999999999999999", "1.5", "1..", ".", "+1", "-1"] {
            assert!(place(out, 3).is_err(), "{out}");
        }
    }

    #[test]
    fn wide_letters_are_read_as_narrow_ones() {
        assert_eq!(plain(" \u{ff13}\u{3001}\u{ff14}\u{ff1f}\n"), "3,4?");
        assert_eq!(plain("\u{ff22}ack\u{3000}"), "back");
    }
}
