//! What was typed at a question, and what it means.

use super::list_of::read_list;
use super::named::{Named, find};
use super::number::{is_number, place};
use crate::model::{Answer, ItemIndex, OptionIndex, Question};
use crate::text::language;

/// What was typed.
pub(super) enum Typed {
    Answers(Vec<(ItemIndex, Answer)>),
    Why,
    Back,
    Stop,
    Again,
    Help,
    Nothing,
    /// Something else, with what is wrong.
    Unclear(String),
}

/// Reads a line typed at a question.
pub(super) fn read(line: &str, question: &Question) -> Typed {
    let words = &language().asking.words;
    let items = &question.items;
    let line = words.short_for.iter().find(|(short, _)| *short == line).map_or(line, |(_, long)| *long);
    let is = |known: &[&str]| known.contains(&line);
    let answers = match line {
        "" => return Typed::Nothing,
        _ if is(words.why) => return Typed::Why,
        _ if is(words.again) => return Typed::Again,
        _ if is(words.back) => return Typed::Back,
        _ if is(words.stop) => return Typed::Stop,
        _ if is(words.help) => return Typed::Help,
        _ if is(words.not_sure) => Ok(vec![Answer::NotSure; items.len()]),
        _ if question.is_group && is(words.none) => Ok(vec![Answer::NO; items.len()]),
        _ if question.is_group => read_list(line, items),
        // "2?" says of an item of a group that it is not sure, and has no meaning here.
        _ if line.strip_suffix('?').is_some_and(|number| is_number(number.trim())) => {
            Err(language().asking.question_mark_alone.to_owned())
        }
        _ => read_option(line, question).map(|answer| vec![answer]),
    };
    match answers {
        Ok(answers) => Typed::Answers(items.iter().map(|item| item.index).zip(answers).collect()),
        Err(problem) => Typed::Unclear(problem),
    }
}

/// One option of a single question, by its number or in words.
fn read_option(line: &str, question: &Question) -> Result<Answer, String> {
    let options = || question.items.iter().flat_map(|item| &item.options);
    let mut named: Vec<Named<'_, Answer>> = (0..)
        .zip(options())
        .map(|(place, option)| Named {
            label: &option.label,
            id: Some(option.id.as_str()),
            means: Answer::Chosen(OptionIndex(place)),
        })
        .collect();
    named.push(Named { label: language().asking.not_sure, id: None, means: Answer::NotSure });
    match find(line, &named)? {
        Some(answer) => Ok(answer),
        None => place(line, options().count()).map(|place| Answer::Chosen(OptionIndex(place))),
    }
}

#[cfg(test)]
mod tests {
    use super::{Typed, read};
    use crate::model::{Answer, OptionIndex, RuleSet};
    use crate::text::language;

    fn typed(question: &str, line: &str) -> Result<Vec<Answer>, String> {
        let rules = RuleSet::built_in().unwrap();
        match read(line, rules.question(question).unwrap()) {
            Typed::Answers(answers) => Ok(answers.into_iter().map(|(_, answer)| answer).collect()),
            Typed::Unclear(problem) => Err(problem),
            Typed::Why | Typed::Back | Typed::Stop | Typed::Again | Typed::Help | Typed::Nothing => Err(String::new()),
        }
    }

    #[test]
    fn an_option_has_a_number_a_label_an_id_and_a_beginning() {
        let taking_now = Ok(vec![Answer::Chosen(OptionIndex(2))]);
        for line in ["3", "3.", "taking it now", "taking_now", "taking", "tak"] {
            assert_eq!(typed("stage", line), taking_now, "{line}");
        }
        for line in ["?", "not sure", "i am not sure", "not_sure", "i am"] {
            assert_eq!(typed("stage", line), Ok(vec![Answer::NotSure]), "{line}");
        }
        for (line, place) in [("yes", 0), ("no", 1), ("y", 0), ("n", 1)] {
            assert_eq!(typed("clot_history", line), Ok(vec![Answer::Chosen(OptionIndex(place))]), "{line}");
        }
    }

    #[test]
    fn what_could_be_several_or_none_is_no_answer() {
        assert_eq!(typed("smoking", "yes"), Err((language().asking.more_than_one)("yes")));
        assert_eq!(typed("stage", "now"), Err((language().asking.not_an_answer)("now")));
        assert_eq!(typed("stage", "3 or 4"), Err((language().asking.not_an_answer)("3 or 4")));
        assert_eq!(typed("stage", "2?"), Err(language().asking.question_mark_alone.to_owned()));
        assert_eq!(typed("stage", "6"), Err((language().asking.no_such_number)("6", 5)));
    }

    #[test]
    fn none_of_a_group_is_said_in_several_ways_and_yes_names_nothing() {
        for line in ["0", "none", "none of these", "no", "n"] {
            assert!(typed("symptoms_now", line).unwrap().iter().all(|answer| *answer == Answer::NO), "{line}");
        }
        for line in ["yes", "y"] {
            assert_eq!(typed("symptoms_now", line), Err((language().asking.not_an_answer)("yes")), "no yellow skin");
        }
        assert_eq!(
            typed("symptoms_now", "ne"),
            Err((language().asking.not_an_answer)("ne")),
            "no new trouble breathing"
        );
        assert!(typed("symptoms_now", "not sure").unwrap().iter().all(|answer| *answer == Answer::NotSure));
    }
}
