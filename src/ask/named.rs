//! Things named in words that were typed: by their whole label, by their id, or by a beginning that only one of them has.

use super::number::said_back;
use crate::text::language;

/// A beginning of fewer letters names nothing.
const SHORTEST_BEGINNING: usize = 3;

/// Something that can be named.
pub(super) struct Named<'n, T> {
    /// What the person reads.
    pub(super) label: &'n str,
    /// What the rules call it.
    pub(super) id: Option<&'n str>,
    /// What it stands for.
    pub(super) means: T,
}

/// What a word names; nothing where it names none of them.
///
/// # Errors
/// What is wrong where it could be more than one.
pub(super) fn find<T: Copy + PartialEq>(word: &str, things: &[Named<'_, T>]) -> Result<Option<T>, String> {
    let whole = |thing: &&Named<'_, T>| thing.label.to_lowercase() == word || thing.id == Some(word);
    if let Some(thing) = things.iter().find(whole) {
        return Ok(Some(thing.means));
    }
    let mut begun = things.iter().filter(|thing| begins(&thing.label.to_lowercase(), word)).map(|thing| thing.means);
    let first = begun.next();
    if first.is_some() && begun.any(|other| Some(other) != first) {
        return Err((language().asking.more_than_one)(&said_back(word)));
    }
    Ok(first)
}

/// Whether a label begins with something that was typed and has a letter in it. One or two letters are a slip, or short for
/// something else, unless they are its whole first word: *y* names no yellow skin.
fn begins(label: &str, word: &str) -> bool {
    let is_first_word = label.split(|c: char| !c.is_alphanumeric()).next() == Some(word);
    let is_long = word.chars().count() >= SHORTEST_BEGINNING;
    word.chars().any(char::is_alphabetic) && label.starts_with(word) && (is_long || is_first_word)
}

#[cfg(test)]
mod tests {
    use super::{Named, find};

    #[test]
    fn a_whole_label_an_id_and_a_beginning_of_one() {
        let labels =
            [("No", "no"), ("No, but I am trying", "trying"), ("Yes, now", "yes_now"), ("Yes, before", "before")];
        let things: Vec<Named<'_, usize>> =
            (0..).zip(labels).map(|(means, (label, id))| Named { label, id: Some(id), means }).collect();
        for (word, found) in [
            ("no", Some(0)),
            ("no, but i am trying", Some(1)),
            ("no, b", Some(1)),
            ("trying", Some(1)),
            ("yes_now", Some(2)),
            ("yes, n", Some(2)),
            ("maybe", None),
            ("", None),
            ("now", None),
            ("n", None),
            ("ye", None),
        ] {
            assert_eq!(find(word, &things), Ok(found), "{word}");
        }
        for word in ["yes", "yes, "] {
            assert!(find(word, &things).is_err(), "{word}");
        }
    }
}
