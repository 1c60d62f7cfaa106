//! Which line of a list is marked, and what each key does to it. No terminal in it.

use std::time::Duration;

use super::keys::Press;
use crate::text::language;

/// Digits that come closer than this belong to one number.
const ONE_NUMBER: Duration = Duration::from_secs(1);

/// Who types more numbers than this without another key is writing, and not choosing.
const MOST_NUMBERS: usize = 2;

/// No list has a line whose number is longer.
const MOST_DIGITS: usize = 2;

/// The line that is marked, and what was typed since it was.
#[derive(Debug)]
pub(super) struct Cursor {
    /// The line from 0, if one is marked.
    at: Option<usize>,
    lines: usize,
    /// Whether Space marks a line.
    is_group: bool,
    typed: Typed,
    /// What stands above the list.
    message: Option<String>,
    hint: Option<&'static str>,
}

/// What was typed since another key was pressed.
#[derive(Debug, PartialEq, Eq)]
enum Typed {
    Nothing,
    /// Digits that are not finished yet; so many numbers came before them.
    Number {
        digits: String,
        before: usize,
    },
    /// Numbers that are finished.
    Numbers(usize),
    /// Something else: Enter behind it chooses nothing.
    Words,
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Nothing that the cursor has not done by itself.
    None,
    /// This line is chosen.
    Choose(usize),
    /// This line is marked with Space.
    Mark(usize),
    /// Esc.
    Escape,
    /// Ctrl-C.
    Stop,
    /// Ctrl-Z.
    Suspend,
}

impl Cursor {
    /// A cursor for so many lines; nothing is marked unless `at` says so.
    pub(super) fn new(lines: usize, at: Option<usize>) -> Self {
        let at = at.filter(|at| *at < lines);
        Self { at, lines, is_group: false, typed: Typed::Nothing, message: None, hint: None }
    }

    /// The same where Space marks lines.
    pub(super) fn of_group(self) -> Self {
        Self { is_group: true, ..self }
    }

    /// Says how to go on, wherever nothing else is said; or leaves the room for what stands above the list.
    pub(super) fn hint(&mut self, hint: Option<&'static str>) {
        self.hint = hint;
    }

    /// The line that is marked.
    pub(super) fn at(&self) -> Option<usize> {
        self.at
    }

    /// The one line above the list.
    pub(super) fn message(&self) -> Option<&str> {
        self.message.as_deref().or(self.hint)
    }

    /// Says something in the line above the list, until the next key.
    pub(super) fn say(&mut self, message: impl Into<String>) {
        self.message = Some(message.into());
    }

    /// How long to wait for a key before it is a pause.
    pub(super) fn patience(&self) -> Option<Duration> {
        matches!(self.typed, Typed::Number { .. }).then_some(ONE_NUMBER)
    }

    /// Takes in a key.
    pub(super) fn press(&mut self, press: Press) -> Effect {
        if press == Press::Pause {
            if let Typed::Number { before, .. } = &self.typed {
                self.typed = Typed::Numbers(before + 1);
            }
            return Effect::None;
        }
        self.message = None;
        match press {
            Press::Letter(letter) => return self.letter(letter),
            Press::Enter => return self.enter(),
            Press::Up => self.move_to(self.at.map_or(0, |at| at.saturating_sub(1))),
            Press::Down => self.move_to(self.at.map_or(0, |at| at + 1)),
            Press::First => self.move_to(0),
            Press::Last => self.move_to(self.lines),
            Press::Erase => self.typed = Typed::Nothing,
            Press::Pasted => {
                self.at = None;
                self.typed = Typed::Nothing;
                self.say(language().asking.pasted);
            }
            Press::Escape => return Effect::Escape,
            Press::Stop => return Effect::Stop,
            Press::Suspend => return Effect::Suspend,
            Press::Pause | Press::Other => {}
        }
        Effect::None
    }

    /// Marks a line, or the last: there is no way round from the bottom to the top.
    fn move_to(&mut self, line: usize) {
        self.at = Some(line.min(self.lines.saturating_sub(1)));
        self.typed = Typed::Nothing;
    }

    fn letter(&mut self, letter: char) -> Effect {
        match (&self.typed, letter) {
            (Typed::Words, _) => {}
            (_, ' ') if self.is_group => {
                self.typed = Typed::Nothing;
                if let Some(at) = self.at {
                    return Effect::Mark(at);
                }
                self.say(language().asking.nothing_chosen);
            }
            (_, '0'..='9') => self.digit(letter),
            _ => self.typed = Typed::Words,
        }
        Effect::None
    }

    fn digit(&mut self, digit: char) {
        let (digits, before) = match &self.typed {
            Typed::Number { digits, before } => (format!("{digits}{digit}"), *before),
            Typed::Numbers(before) => (digit.to_string(), *before),
            Typed::Nothing | Typed::Words => (digit.to_string(), 0),
        };
        let line = digits.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let line = line.filter(|line| *line < self.lines && !digits.starts_with('0'));
        let is_writing = before >= MOST_NUMBERS || digits.len() > MOST_DIGITS;
        self.at = line.filter(|_| !is_writing);
        if self.at.is_none() {
            self.say((language().asking.no_such_line)(self.lines));
        }
        self.typed = if is_writing { Typed::Words } else { Typed::Number { digits, before } };
    }

    fn enter(&mut self) -> Effect {
        let typed = std::mem::replace(&mut self.typed, Typed::Nothing);
        match self.at {
            Some(at) if typed != Typed::Words => return Effect::Choose(at),
            Some(_) => self.say(language().asking.words_choose_nothing),
            None => self.say(language().asking.nothing_chosen),
        }
        Effect::None
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursor, Effect};
    use crate::ask::keys::Press;
    use crate::text::language;

    /// What the last of some keys does to a list; `_` is a pause.
    fn keys(cursor: &mut Cursor, keys: &str) -> Effect {
        let press = |c| match c {
            '\n' => Press::Enter,
            '_' => Press::Pause,
            '^' => Press::Up,
            'v' => Press::Down,
            '<' => Press::First,
            '>' => Press::Last,
            '\u{8}' => Press::Erase,
            letter => Press::Letter(letter),
        };
        keys.chars().map(|c| cursor.press(press(c))).last().unwrap()
    }

    fn effect(lines: usize, typed: &str) -> Effect {
        keys(&mut Cursor::new(lines, None), typed)
    }

    #[test]
    fn a_number_moves_and_enter_chooses() {
        assert_eq!(effect(5, "3\n"), Effect::Choose(2));
        assert_eq!(effect(5, "3_4\n"), Effect::Choose(3), "another number after a pause");
        assert_eq!(effect(17, "12\n"), Effect::Choose(11));
        assert_eq!(effect(17, "1_\n"), Effect::Choose(0));
        assert_eq!(effect(17, "1_7\n"), Effect::Choose(6));
        assert_eq!(effect(5, "9\u{8}4\n"), Effect::Choose(3));
        assert_eq!(effect(5, "9_4\n"), Effect::Choose(3));
        assert_eq!(effect(5, "3^\n"), Effect::Choose(1));
    }

    #[test]
    fn home_and_end_and_no_way_round() {
        assert_eq!(effect(5, ">\n"), Effect::Choose(4));
        assert_eq!(effect(5, "><\n"), Effect::Choose(0));
        assert_eq!(effect(5, "^\n"), Effect::Choose(0), "up from nothing");
        assert_eq!(effect(5, "vvvvvvvv\n"), Effect::Choose(4));
        assert_eq!(effect(5, "v^^\n"), Effect::Choose(0));
    }

    #[test]
    fn words_and_telephone_numbers_choose_nothing() {
        for typed in [
            "just thinking\n",
            "yes please\n",
            "q\n",
            "no 3\n",
            "3 tablets\n",
            "take 2\n",
            "0\n",
            "911\n",
            "9_1_1\n",
            "5_5_5_1_2\n",
            "555123_4\n",
            "5551234\n",
            "555 12 34\n",
            "03\n",
            "12345678901234567890123\n",
            "jjj\n",
            "1_2_3\n",
        ] {
            for lines in [5, 17] {
                assert_eq!(effect(lines, typed), Effect::None, "{typed:?} of {lines}");
            }
        }
        assert_eq!(effect(5, "9\n"), Effect::None);
        // What was marked before with an arrow stays, but it is not chosen by words.
        let mut cursor = Cursor::new(5, None);
        assert_eq!(keys(&mut cursor, "vvno\n"), Effect::None);
        assert_eq!(cursor.message(), Some(language().asking.words_choose_nothing));
        assert_eq!(keys(&mut cursor, "\n"), Effect::Choose(1));
    }

    #[test]
    fn of_all_short_texts_only_the_number_of_a_line_chooses() {
        let letters = ['1', '5', '0', ' ', 'j', '_'];
        let mut texts = vec![String::new()];
        for _ in 0..4 {
            texts = texts.iter().flat_map(|text| letters.map(|letter| format!("{text}{letter}"))).collect();
            for text in &texts {
                for lines in [9, 17] {
                    let Effect::Choose(place) = effect(lines, &format!("{text}\n")) else { continue };
                    let numbers: Vec<&str> = text.split('_').filter(|number| !number.is_empty()).collect();
                    assert!(numbers.len() <= 2, "{text}: a telephone number");
                    assert_eq!(numbers.last().unwrap().parse(), Ok(place + 1), "{text}");
                }
            }
        }
    }

    #[test]
    fn space_marks_in_a_group_only() {
        assert_eq!(effect(5, "3 "), Effect::None);
        let mut group = Cursor::new(5, None).of_group();
        assert_eq!(keys(&mut group, "3 "), Effect::Mark(2));
        assert_eq!(keys(&mut group, " "), Effect::Mark(2), "and again");
        assert_eq!(keys(&mut group, "no "), Effect::None);
    }

    #[test]
    fn a_message_stands_until_the_next_key() {
        let mut cursor = Cursor::new(5, None);
        keys(&mut cursor, "\n");
        assert_eq!(cursor.message(), Some(language().asking.nothing_chosen));
        keys(&mut cursor, "v");
        assert_eq!(cursor.message(), None);
        cursor.press(Press::Pasted);
        assert_eq!((cursor.at(), cursor.message()), (None, Some(language().asking.pasted)));
    }
}
