//! P2: an unknown answer is never *no*. P3: what is settled stays so when more is known.

use super::certain::{EVERYTHING, NOTHING, holds};
use super::completion::completion;
use super::found::{Broken, Found};
use super::space::{Breadth, Space};
use crate::answers::Answers;
use crate::evaluate::{Situation, Verdict};
use crate::model::{Answer, Caution, ItemIndex, RuleSet, State};
use crate::text::language;

/// P2: a caution that some completion of the answers would raise is never *no match*.
pub(super) fn unknown_is_not_no(rules: &RuleSet, breadth: Breadth) -> Found<'_> {
    let mut found = Found::default();
    for caution in rules.cautions() {
        let (space, options) = of_caution(rules, caution, breadth);
        found.add(space.smallest(|answers, situation| {
            let is_no_match = Verdict::of(caution, situation).state == State::NoMatch;
            if !is_no_match || !holds(&caution.applies_when, situation, EVERYTHING) {
                return None;
            }
            let raised = completion(answers, &options, |with| state(caution, with) == State::Applies)?;
            let what = (language().proof.raised_later)(caution.id.as_str());
            Some(Broken::new(&caution.id, what, answers).and(raised))
        }));
    }
    found
}

/// P3: *applies* and *no match* stay when an unknown answer becomes known.
pub(super) fn stays(rules: &RuleSet, breadth: Breadth) -> Found<'_> {
    let mut found = Found::default();
    for caution in rules.cautions() {
        let (space, options) = of_caution(rules, caution, breadth);
        found.add(space.smallest(|answers, situation| {
            let settled = Verdict::of(caution, situation).state;
            // Where even the most and the least that can become of the unknown answers change nothing, no answer does.
            let could_change = match settled {
                State::Applies => !holds(&caution.applies_when, situation, NOTHING),
                State::NoMatch => caution.conditions().any(|condition| holds(condition, situation, EVERYTHING)),
                State::NotSure | State::NotAsked => false,
            };
            if !could_change {
                return None;
            }
            let changed = completion(answers, &options, |with| state(caution, with) != settled)?;
            let is = state(caution, &changed);
            let what = (language().proof.unsettled)(caution.id.as_str(), &settled.to_string(), &is.to_string());
            Some(Broken::new(&caution.id, what, answers).and(changed))
        }));
    }
    found
}

/// Items with the options to try.
type Options = Vec<(ItemIndex, Vec<Answer>)>;

fn of_caution<'r>(rules: &'r RuleSet, caution: &Caution, breadth: Breadth) -> (Space<'r>, Options) {
    let space = Space::new(rules, &caution.conditions().collect::<Vec<_>>(), breadth);
    let options = space.items().map(|item| (item, space.options(item).collect())).collect();
    (space, options)
}

fn state(caution: &Caution, answers: &Answers<'_>) -> State {
    Verdict::of(caution, &Situation::new(answers)).state
}
