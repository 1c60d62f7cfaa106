//! What was typed, and what it means.

use crate::model::{Answer, ItemIndex, OptionIndex, Question};
use crate::render::visible::escaped;
use crate::text::language;

/// A word that is no answer is said back, but no more of it than this.
const LONGEST_WORD: usize = 20;

/// What was typed.
pub(super) enum Typed {
    Answers(Vec<(ItemIndex, Answer)>),
    Why,
    Back,
    Stop,
    Again,
    Nothing,
    /// Something else, with what is wrong.
    Unclear(String),
}

/// Reads a line typed at a question.
pub(super) fn read(line: &str, question: &Question) -> Typed {
    let items = &question.items;
    let answers = match line {
        "w" | "why" => return Typed::Why,
        "r" | "again" => return Typed::Again,
        "b" | "back" => return Typed::Back,
        "s" | "stop" => return Typed::Stop,
        "" => return Typed::Nothing,
        "?" | "not sure" => Ok(vec![Answer::NotSure; items.len()]),
        "0" | "none" if question.is_group => Ok(vec![Answer::NO; items.len()]),
        line if question.is_group => read_list(line, items.len()),
        // "2?" says of an item of a group that it is not sure, and has no meaning here.
        line if line.strip_suffix('?').is_some_and(|number| number.trim().parse::<usize>().is_ok()) => {
            Err(language().asking.question_mark_alone.to_owned())
        }
        line => {
            let options = items.iter().flat_map(|item| &item.options).count();
            read_place(line, options).map(|place| vec![Answer::Chosen(OptionIndex(place))])
        }
    };
    match answers {
        Ok(answers) => Typed::Answers(items.iter().map(|item| item.index).zip(answers).collect()),
        Err(problem) => Typed::Unclear(problem),
    }
}

/// "2, 4?": the second is yes, of the fourth the person is not sure, the others are no; "2, ?": they are not sure of the
/// others. The same number twice is refused.
fn read_list(line: &str, length: usize) -> Result<Vec<Answer>, String> {
    let mut answers = vec![None; length];
    let mut others = Answer::NO;
    for part in line.split(',') {
        let words: Vec<&str> = part.split_whitespace().collect();
        if words == ["?"] {
            others = Answer::NotSure;
            continue;
        }
        for word in words {
            let (number, answer) =
                word.strip_suffix('?').map_or((word, Answer::YES), |number| (number, Answer::NotSure));
            let place = match number {
                "" => return Err(language().asking.lone_question_mark.to_owned()),
                "0" => return Err(language().asking.zero_stands_alone.to_owned()),
                number => read_place(number, length)?,
            };
            if answers.get_mut(place).and_then(|slot| slot.replace(answer)).is_some() {
                return Err((language().asking.typed_twice)(place + 1));
            }
        }
    }
    if answers.iter().all(Option::is_none) && others == Answer::NO {
        return Err(language().asking.nothing_typed.to_owned());
    }
    Ok(answers.into_iter().map(|answer| answer.unwrap_or(others)).collect())
}

/// The place, from 0, that a typed number from 1 names.
pub(super) fn read_place(word: &str, length: usize) -> Result<usize, String> {
    let said: String = escaped(word).chars().take(LONGEST_WORD).collect();
    if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err((language().asking.not_a_number)(&said));
    }
    let place = word.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    place.filter(|place| *place < length).ok_or_else(|| (language().asking.no_such_number)(&said, length))
}

#[cfg(test)]
mod tests {
    use super::{language, read_list, read_place};
    use crate::model::Answer::{self, NotSure};

    const YES: Answer = Answer::YES;
    const NO: Answer = Answer::NO;

    #[test]
    fn a_list_names_what_is_yes_and_what_is_not_sure() {
        assert_eq!(read_list("2, 4?", 4), Ok(vec![NO, YES, NO, NotSure]));
        assert_eq!(read_list("1 3", 3), Ok(vec![YES, NO, YES]));
        assert_eq!(read_list("1, ?", 3), Ok(vec![YES, NotSure, NotSure]));
        assert_eq!(read_list("2?,1,?", 3), Ok(vec![YES, NotSure, NotSure]));
    }

    #[test]
    fn each_mistake_is_named() {
        for (typed, mistake) in [
            ("5", (language().asking.no_such_number)("5", 4)),
            ("1, 17?", (language().asking.no_such_number)("17", 4)),
            ("99999999999999999999999", (language().asking.no_such_number)("99999999999999999999", 4)),
            ("0, 3", language().asking.zero_stands_alone.to_owned()),
            ("x", (language().asking.not_a_number)("x")),
            ("-1", (language().asking.not_a_number)("-1")),
            ("+1", (language().asking.not_a_number)("+1")),
            ("2?x", (language().asking.not_a_number)("2?x")),
            ("\u{1b}[2J", (language().asking.not_a_number)("\\u{1b}[2j")),
            ("1,1", (language().asking.typed_twice)(1)),
            ("1, 1?", (language().asking.typed_twice)(1)),
            ("2 ?", language().asking.lone_question_mark.to_owned()),
            (",", language().asking.nothing_typed.to_owned()),
        ] {
            assert_eq!(read_list(&typed.to_lowercase(), 4), Err(mistake), "{typed}");
        }
    }

    #[test]
    fn numbers_start_at_one() {
        assert_eq!(read_place("1", 3), Ok(0));
        assert_eq!(read_place("3", 3), Ok(2));
        for out in ["0", "4", "", "one", "99999999999999999999"] {
            assert!(read_place(out, 3).is_err(), "{out}");
        }
    }
}
