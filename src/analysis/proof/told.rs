//! P9: where a caution applies, each *not sure* that could say more about it is told: as a further reason, or, where it is
//! about today, by a text that is shown because of it.

use super::certain::{ASKED, holds, not_sure};
use super::found::{Broken, Found};
use super::space::{Breadth, Space};
use crate::evaluate::{Situation, Verdict};
use crate::model::{Caution, Condition, ItemIndex, RuleSet, State};
use crate::text::language;

pub(super) fn prove(rules: &RuleSet, breadth: Breadth) -> Found<'_> {
    let mut found = Found::default();
    for caution in rules.cautions() {
        let mut conditions: Vec<&Condition> = caution.conditions().chain(&caution.same_day_when).collect();
        if caution.same_day_when.is_some() {
            conditions.extend(caution.statements().filter_map(|statement| statement.show_when.as_ref()));
        }
        found.add(Space::new(rules, &conditions, breadth).smallest(|answers, situation| {
            let verdict = Verdict::of(caution, situation);
            if verdict.state != State::Applies {
                return None;
            }
            let reasons = items(caution.conditions(), situation);
            let about_today = items(&caution.same_day_when, situation);
            let is_told = verdict.also_not_sure == reasons
                && about_today.iter().all(|item| reasons.contains(item) || is_spoken_of(caution, *item, situation));
            let what = || (language().proof.untold)(caution.id.as_str());
            (!is_told).then(|| Broken::new(&caution.id, what(), answers))
        }));
    }
    found
}

/// The items answered *not sure* in the parts of conditions that can still hold, in questionnaire order.
fn items<'c>(conditions: impl IntoIterator<Item = &'c Condition>, situation: &Situation<'_>) -> Vec<ItemIndex> {
    let mut items = Vec::new();
    conditions.into_iter().for_each(|condition| not_sure(condition, situation, &mut items));
    items.sort_unstable();
    items.dedup();
    items
}

/// Whether a text of a caution is shown that depends on an item.
fn is_spoken_of(caution: &Caution, item: ItemIndex, situation: &Situation<'_>) -> bool {
    let conditions = caution.statements().filter_map(|statement| statement.show_when.as_ref());
    let mut about = conditions.filter(|condition| condition.leaves().iter().any(|leaf| leaf.item == item));
    about.any(|condition| holds(condition, situation, ASKED))
}
