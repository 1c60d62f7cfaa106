//! The items of a group that were typed in one line.

use super::named::{Named, find};
use super::number::{is_number, place};
use crate::model::{Answer, Item};
use crate::text::language;

/// "2, 4?": the second is yes, of the fourth the person is not sure, the others are no; "2, ?": they are not sure of the
/// others. An item can also be named in words. The same item twice is refused.
pub(super) fn read_list(line: &str, items: &[Item]) -> Result<Vec<Answer>, String> {
    let named: Vec<Named<'_, usize>> =
        (0..).zip(items).map(|(means, item)| Named { label: &item.title, id: Some(item.id.as_str()), means }).collect();
    let mut list = List { named, answers: vec![None; items.len()] };
    let mut others = Answer::NO;
    // A title can have commas in it.
    if list.take_named(line)? {
        return Ok(list.with(others));
    }
    for part in line.split(',').map(str::trim) {
        if part == "?" {
            others = Answer::NotSure;
        } else if !list.take_named(part)? {
            for word in part.split_whitespace() {
                list.take_number(word)?;
            }
        }
    }
    if list.answers.iter().all(Option::is_none) && others == Answer::NO {
        return Err(language().asking.nothing_typed.to_owned());
    }
    Ok(list.with(others))
}

/// What was typed so far.
struct List<'n> {
    named: Vec<Named<'n, usize>>,
    answers: Vec<Option<Answer>>,
}

impl List<'_> {
    /// Takes in an item that is named in words, if some words do.
    fn take_named(&mut self, words: &str) -> Result<bool, String> {
        let (words, answer) = with_answer(words);
        let Some(place) = find(words.trim_end(), &self.named)? else { return Ok(false) };
        self.set(place, answer)?;
        Ok(true)
    }

    /// Takes in a number.
    fn take_number(&mut self, word: &str) -> Result<(), String> {
        let asking = &language().asking;
        let (number, answer) = with_answer(word);
        if number.is_empty() {
            return Err(asking.lone_question_mark.to_owned());
        }
        if is_number(number) && number.trim_end_matches('.') == "0" {
            return Err(asking.zero_stands_alone.to_owned());
        }
        let word = if is_number(number) { number } else { word };
        self.set(place(word, self.answers.len())?, answer)
    }

    fn set(&mut self, place: usize, answer: Answer) -> Result<(), String> {
        match self.answers.get_mut(place).and_then(|slot| slot.replace(answer)) {
            Some(_) => Err((language().asking.typed_twice)(place + 1)),
            None => Ok(()),
        }
    }

    fn with(self, others: Answer) -> Vec<Answer> {
        self.answers.into_iter().map(|answer| answer.unwrap_or(others)).collect()
    }
}

/// What was typed without the question mark behind it, which says *not sure*.
fn with_answer(typed: &str) -> (&str, Answer) {
    typed.strip_suffix('?').map_or((typed, Answer::YES), |typed| (typed, Answer::NotSure))
}

#[cfg(test)]
mod tests {
    use super::{language, read_list};
    use crate::ask::number::plain;
    use crate::model::Answer::{self, NotSure};
    use crate::model::RuleSet;

    const YES: Answer = Answer::YES;
    const NO: Answer = Answer::NO;

    /// The first four answers of the heart history, which has five items.
    fn list(typed: &str) -> Result<Vec<Answer>, String> {
        let rules = RuleSet::built_in().unwrap();
        let answers = read_list(&plain(typed), &rules.question("heart_history").unwrap().items)?;
        assert_eq!(answers.len(), 5);
        Ok(answers[..4].to_vec())
    }

    #[test]
    fn a_list_names_what_is_yes_and_what_is_not_sure() {
        assert_eq!(list("2, 4?"), Ok(vec![NO, YES, NO, NotSure]));
        assert_eq!(list("1 3"), Ok(vec![YES, NO, YES, NO]));
        assert_eq!(list("1., 3."), Ok(vec![YES, NO, YES, NO]));
        assert_eq!(list("1, ?"), Ok(vec![YES, NotSure, NotSure, NotSure]));
        assert_eq!(list("2?,1,?"), Ok(vec![YES, NotSure, NotSure, NotSure]));
        assert_eq!(list("\u{ff12}\u{3001}\u{ff14}\u{ff1f}"), Ok(vec![NO, YES, NO, NotSure]));
    }

    #[test]
    fn items_are_named_in_words() {
        assert_eq!(list("Stroke"), Ok(vec![NO, YES, NO, NO]));
        assert_eq!(list("Heart attack, stroke?"), Ok(vec![YES, NotSure, NO, NO]));
        assert_eq!(list("stroke, 1?, ?"), Ok(vec![NotSure, YES, NotSure, NotSure]));
        assert_eq!(list("heart"), Err((language().asking.more_than_one)("heart")));
        for typed in ["no stroke", "not 3", "yes, 3", "stroke 3", "no, 2"] {
            assert!(list(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn each_mistake_is_named() {
        for (typed, mistake) in [
            ("6", (language().asking.no_such_number)("6", 5)),
            ("1, 17?", (language().asking.no_such_number)("17", 5)),
            ("99999999999999999999999", (language().asking.no_such_number)("99999999999999999999", 5)),
            ("0, 3", language().asking.zero_stands_alone.to_owned()),
            ("x", (language().asking.not_an_answer)("x")),
            ("-1", (language().asking.not_an_answer)("-1")),
            ("+1", (language().asking.not_an_answer)("+1")),
            ("2?x", (language().asking.not_an_answer)("2?x")),
            ("\u{1b}[2J", (language().asking.not_an_answer)("\\u{1b}[2j")),
            ("1,1", (language().asking.typed_twice)(1)),
            ("1, 1?", (language().asking.typed_twice)(1)),
            ("2, stroke", (language().asking.typed_twice)(2)),
            ("2 ?", language().asking.lone_question_mark.to_owned()),
            (",", language().asking.nothing_typed.to_owned()),
        ] {
            assert_eq!(list(typed), Err(mistake), "{typed}");
        }
    }
}
