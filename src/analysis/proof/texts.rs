//! P8: no text is hidden by an unknown answer, or from those of whom it speaks.

use super::certain::{ASKED, NOTHING, holds};
use super::completion::completion;
use super::found::{Broken, Found};
use super::outcome::Outcome;
use super::space::{Breadth, Space};
use crate::answers::Answers;
use crate::evaluate::Situation;
use crate::model::{Answer, AnswerOption, Condition, Id, ItemIndex, OptionIndex, RuleSet, Truth};
use crate::text::language;

pub(super) fn prove(rules: &RuleSet, breadth: Breadth) -> Found<'_> {
    let mut found = Found::default();
    for outcome in Outcome::of_texts(rules) {
        let Outcome::Text(id, condition, tell) = outcome else { continue };
        hidden_by_unknown(rules, id, condition, breadth, &mut found);
        found.extend(hidden_from_who_it_names(rules, id, condition, tell));
    }
    found
}

fn is_hidden(condition: &Condition, answers: &Answers<'_>) -> bool {
    condition.evaluate(&Situation::new(answers)) == Truth::False
}

/// A text is shown to somebody, and left out only where no answer that is missing could make it count.
fn hidden_by_unknown<'r>(rules: &'r RuleSet, id: &Id, condition: &Condition, breadth: Breadth, found: &mut Found<'r>) {
    let space = Space::of_few(rules, &[condition], breadth);
    let mut is_shown = false;
    let tried = space.until(|answers| {
        is_shown = holds(condition, &Situation::new(answers), NOTHING);
        is_shown
    });
    found.count(tried, tried);
    found.extend((!is_shown).then(|| {
        let what = (language().proof.never_shown)(id.as_str());
        Broken::new(id, what, &Answers::none(rules))
    }));
    let options: Vec<(ItemIndex, Vec<Answer>)> =
        space.items().map(|item| (item, space.options(item).collect())).collect();
    found.add(space.smallest(|answers, situation| {
        if !is_hidden(condition, answers) || !holds(condition, situation, ASKED) {
            return None;
        }
        // What is left out is no missing answer: whether it may be is another property.
        let asked: Vec<(ItemIndex, Vec<Answer>)> =
            options.iter().filter(|(item, _)| situation.answer(*item) != Answer::LeftOut).cloned().collect();
        let shown = completion(answers, &asked, |with| !is_hidden(condition, with))?;
        Some(Broken::new(id, (language().proof.hidden_text)(id.as_str()), answers).and(shown))
    }));
}

/// A text that names options of a question that decides whether it is shown is shown to those who chose one of them. It may
/// name others to tell them apart.
fn hidden_from_who_it_names<'r>(
    rules: &'r RuleSet,
    id: &Id,
    condition: &Condition,
    tell: &[String],
) -> Option<Broken<'r>> {
    let text = tell.join(" ").to_lowercase();
    condition.leaves().into_iter().find_map(|leaf| {
        let is_named = |(_, option): &(usize, &AnswerOption)| {
            let name = option.label.split(" (").next().unwrap_or(&option.label).to_lowercase();
            let is_name = name.chars().count() >= SHORTEST_NAME && name.chars().all(char::is_alphabetic);
            is_name && text.split(|c: char| !c.is_alphabetic()).any(|word| word == name)
        };
        let named = rules[leaf.item].options.iter().enumerate().filter(is_named);
        let chosen = |place: usize| {
            let mut answers = Answers::none(rules);
            answers.set(leaf.item, Answer::Chosen(OptionIndex(place)));
            answers
        };
        let named: Vec<(Answers<'r>, &AnswerOption)> = named.map(|(place, option)| (chosen(place), option)).collect();
        let is_hidden_from_all = named.iter().all(|(answers, _)| is_hidden(condition, answers));
        named.first().filter(|_| is_hidden_from_all).map(|(answers, option)| {
            Broken::new(id, (language().proof.hidden_from_named)(id.as_str(), option.id.as_str()), answers)
        })
    })
}

/// Shorter labels, such as *yes*, are no names, and neither are labels of several words.
const SHORTEST_NAME: usize = 5;
