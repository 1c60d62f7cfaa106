//! P1: each caution can be raised, left open by *not sure*, left open by a missing answer, and not matched.

use std::collections::BTreeSet;

use super::found::{Broken, Found};
use super::space::{Breadth, Space};
use crate::answers::Answers;
use crate::evaluate::{Situation, Verdict};
use crate::model::{Answer, Caution, Condition, Leaf, OptionIndex, RuleSet, State};
use crate::text::language;

const STATES: [State; 4] = [State::Applies, State::NotSure, State::NotAsked, State::NoMatch];

pub(super) fn prove(rules: &RuleSet) -> Found<'_> {
    let mut found = Found::default();
    for caution in rules.cautions() {
        // One state of each kind is enough.
        let space = Space::new(rules, &caution.conditions().collect::<Vec<_>>(), Breadth::Representative);
        let mut seen = BTreeSet::new();
        let tried = space.until(|answers| {
            seen.insert(Verdict::of(caution, &Situation::new(answers)).state);
            seen.len() == STATES.len()
        });
        found.count(tried, tried);
        found.extend(STATES.into_iter().find(|state| !seen.contains(state)).map(|state| {
            let what = (language().proof.never)(caution.id.as_str(), &state.to_string());
            Broken::new(&caution.id, what, &example(rules, caution, state))
        }));
    }
    found
}

/// The answers that ought to give this state.
fn example<'r>(rules: &'r RuleSet, caution: &Caution, state: State) -> Answers<'r> {
    let mut answers = Answers::none(rules);
    for Leaf { item, options } in caution.conditions().flat_map(Condition::leaves) {
        let options_that = |read: bool| (0..rules[item].options.len()).find(|option| options.has(*option) == read);
        let option = match state {
            State::NotAsked => None,
            State::NotSure => Some(Answer::NotSure),
            State::Applies => options_that(true).map(|option| Answer::Chosen(OptionIndex(option))),
            State::NoMatch => options_that(false).map(|option| Answer::Chosen(OptionIndex(option))),
        };
        if let Some(option) = option {
            answers.set(item, option);
        }
    }
    answers
}
