//! P11: the short check leaves nothing silently out: it tells each caution that it cannot settle.

use super::certain::{EVERYTHING, holds};
use super::completion::completion;
use super::found::{Broken, Found};
use super::space::{Breadth, Space};
use crate::answers::Answers;
use crate::evaluate::{Situation, Verdict};
use crate::model::{Answer, ItemIndex, RuleSet, State};
use crate::text::language;

pub(super) fn prove(rules: &RuleSet, breadth: Breadth) -> Found<'_> {
    let mut found = Found::default();
    let is_short = |item: ItemIndex| rules.question_of(item).short;
    if !rules.questions().iter().any(|question| question.short) {
        return found;
    }
    // Whoever answers few questions is asked for signs of an emergency first.
    found.extend(rules.emergency_items().into_iter().find(|item| !is_short(*item)).map(|item| {
        let mut answers = Answers::none(rules);
        answers.set(item, Answer::YES);
        let question = &rules.question_of(item).id;
        Broken::new(question, (language().proof.short_without)(question.as_str()), &answers)
    }));
    for caution in rules.cautions() {
        let conditions: Vec<_> = caution.conditions().collect();
        let space = Space::where_answered(rules, &conditions, breadth, is_short);
        let options: Vec<(ItemIndex, Vec<Answer>)> =
            space.items().filter(|item| !is_short(*item)).map(|item| (item, space.options(item).collect())).collect();
        found.add(space.smallest(|answers, situation| {
            let is_left_out = Verdict::of(caution, situation).state == State::NoMatch
                && holds(&caution.applies_when, situation, EVERYTHING);
            if !is_left_out {
                return None;
            }
            let state = |with: &Answers<'_>| Verdict::of(caution, &Situation::new(with)).state;
            let raised = completion(answers, &options, |with| state(with) == State::Applies)?;
            let what = (language().proof.short_hides)(caution.id.as_str());
            Some(Broken::new(&caution.id, what, answers).and(raised))
        }));
    }
    found
}
