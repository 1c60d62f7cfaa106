//! Texts with holes, made by the functions that fill them elsewhere.

use serde::Serialize;

/// A hole in a text, for the script to fill: a character for private use, which no text of ours has.
const HOLE: &str = "\u{e000}";

/// Other holes, to find where a function puts its arguments.
const HOLES: [&str; 3] = ["\u{e001}", "\u{e002}", "\u{e003}"];

/// Numbers for holes, where a function takes numbers. Nothing is counted that far.
const NUMBERS: [usize; 3] = [900_000_001, 900_000_002, 900_000_003];

/// A text with a hole.
#[derive(Debug, Serialize)]
pub(super) struct Template(String);

impl Template {
    /// From a function of a text.
    pub(super) fn of_text(text: impl FnOnce(&str) -> String) -> Self {
        Self(text(HOLE))
    }

    /// From a function of a number of several things.
    pub(super) fn of_number(text: impl FnOnce(usize) -> String) -> Self {
        let [number, ..] = NUMBERS;
        Self(text(number).replace(&number.to_string(), HOLE))
    }
}

/// A text for a number: for one thing, and for several.
#[derive(Debug, Serialize)]
pub(super) struct Counted {
    one: String,
    many: Template,
}

impl Counted {
    pub(super) fn new(text: impl Fn(usize) -> String) -> Self {
        Self { one: text(1), many: Template::of_number(text) }
    }
}

/// A text with a list in it.
#[derive(Debug, Serialize)]
pub(super) struct Joined {
    before: String,
    between: String,
    last: String,
    after: String,
}

impl Joined {
    /// From a function of several texts.
    pub(super) fn of_texts(text: impl FnOnce(&[&str]) -> String) -> Self {
        Self::split(&text(&HOLES), HOLES.map(str::to_owned))
    }

    /// From a function of several numbers.
    pub(super) fn of_numbers(text: impl FnOnce(&[usize]) -> String) -> Self {
        Self::split(&text(&NUMBERS), NUMBERS.map(|number| number.to_string()))
    }

    /// From a function of two numbers and a text.
    pub(super) fn of_numbers_and_text(text: impl FnOnce(usize, usize, &str) -> String) -> Self {
        let ([one, two, _], [.., hole]) = (NUMBERS, HOLES);
        Self::split(&text(one, two, hole), [one.to_string(), two.to_string(), hole.to_owned()])
    }

    fn split(text: &str, [first, second, third]: [String; 3]) -> Self {
        let (before, rest) = text.split_once(&first).unwrap_or((text, ""));
        let (between, rest) = rest.split_once(&second).unwrap_or((rest, ""));
        let (last, after) = rest.split_once(&third).unwrap_or((rest, ""));
        let [before, between, last, after] = [before, between, last, after].map(str::to_owned);
        Self { before, between, last, after }
    }
}
