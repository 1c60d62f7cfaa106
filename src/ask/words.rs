//! Answers in words.

use crate::model::{Answer, Item, ItemIndex, Question};
use crate::text::language;

/// What the person said: "65 or older", or "Stroke, yes; all others: no".
pub(super) fn said(question: &Question, answers: &[(ItemIndex, Answer)]) -> String {
    if answers.len() > 1 && answers.iter().all(|(_, answer)| *answer == Answer::NotSure) {
        return language().asking.all_not_sure.to_owned();
    }
    let answered = question.items.iter().filter_map(|item| {
        let (_, answer) = answers.iter().find(|(known, _)| *known == item.index)?;
        Some((item, *answer))
    });
    let others = if question.is_group { others(answers) } else { None };
    let parts: Vec<String> = answered
        .filter(|(_, answer)| others.is_none_or(|(other, _)| other != *answer))
        .filter_map(|(item, answer)| {
            let label = label(item, answer)?;
            Some(if question.is_group { format!("{}, {label}", item.title) } else { label.to_owned() })
        })
        .collect();
    match others {
        _ if parts.is_empty() => language().asking.none_said.to_owned(),
        Some((_, words)) => format!("{}; {words}", parts.join("; ")),
        None => parts.join("; "),
    }
}

fn label(item: &Item, answer: Answer) -> Option<&str> {
    match answer {
        Answer::Chosen(option) => item.options.get(option.0).map(|option| option.label.as_str()),
        Answer::NotSure => Some(language().safety.not_sure_label),
        Answer::Unanswered | Answer::LeftOut => None,
    }
}

/// The answer to all items of a group that were not marked, if it is the same, and its words: a *no* that nobody typed
/// must be seen.
fn others(answers: &[(ItemIndex, Answer)]) -> Option<(Answer, &'static str)> {
    let number = |wanted: Answer| answers.iter().filter(|(_, answer)| *answer == wanted).count();
    match (number(Answer::NO), number(Answer::NotSure)) {
        (1.., _) => Some((Answer::NO, language().asking.others_no)),
        (0, 2..) => Some((Answer::NotSure, language().asking.others_not_sure)),
        (0, _) => None,
    }
}

/// A label with its examples.
pub(super) fn with_hint(label: &str, hint: Option<&str>) -> String {
    (language().phrase.with_hint)(label, hint)
}
