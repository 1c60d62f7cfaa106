//! P7: no question is unreachable, and none is left out while a caution or a warning symptom could depend on it.

use super::certain::{NOTHING, holds};
use super::found::{Broken, Found};
use super::outcome::Outcome;
use super::space::{Breadth, Space};
use crate::answers::Answers;
use crate::evaluate::Situation;
use crate::model::{Answer, Condition, ItemIndex, Question, RuleSet};
use crate::text::language;

pub(super) fn prove(rules: &RuleSet, breadth: Breadth) -> Found<'_> {
    let mut found = Found::default();
    for question in rules.questions() {
        let Some(asked) = &question.ask_when else { continue };
        let space = Space::new(rules, &[asked], breadth);
        let mut is_reached = false;
        let tried = space.until(|answers| {
            is_reached = holds(asked, &Situation::new(answers), NOTHING);
            is_reached
        });
        found.count(tried, tried);
        found.extend((!is_reached).then(|| {
            let what = (language().proof.never_asked)(question.id.as_str());
            Broken::new(&question.id, what, &Answers::none(rules))
        }));
        for outcome in Outcome::of_cautions(rules).chain(Outcome::of_symptoms(rules)) {
            needs_no_hidden_answer(rules, question, asked, outcome, breadth, &mut found);
        }
    }
    found
}

fn needs_no_hidden_answer<'r>(
    rules: &'r RuleSet,
    question: &'r Question,
    asked: &Condition,
    outcome: Outcome<'r>,
    breadth: Breadth,
    found: &mut Found<'r>,
) {
    let read =
        |item: &ItemIndex| outcome.conditions().iter().flat_map(|one| one.leaves()).any(|leaf| leaf.item == *item);
    let items: Vec<ItemIndex> = question.items.iter().map(|item| item.index).filter(read).collect();
    if items.is_empty() {
        return;
    }
    let conditions: Vec<&Condition> = outcome.conditions().into_iter().chain([asked]).collect();
    let space = Space::of_few(rules, &conditions, breadth);
    found.add(space.smallest(|answers, situation| {
        let weight = outcome.weight(situation);
        let hidden = items.iter().filter(|item| situation.answer(**item) == Answer::LeftOut);
        hidden.into_iter().find_map(|item| {
            space.options(*item).chain([Answer::NotSure]).find_map(|answer| {
                let mut with = answers.clone();
                with.set(*item, answer);
                let counts = outcome.weight(&Situation::new(&with)) != weight;
                let what = || (language().proof.hidden_question)(question.id.as_str(), outcome.id().as_str());
                counts.then(|| Broken::new(&question.id, what(), answers).and(with))
            })
        })
    }));
}
