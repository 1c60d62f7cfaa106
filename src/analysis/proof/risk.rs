//! P4: one more risk never takes away or lowers a caution, an urgency or a warning.

use std::cmp::Ordering;

use super::found::{Broken, Found};
use super::outcome::Outcome;
use super::space::{Breadth, Space};
use crate::evaluate::Situation;
use crate::model::{Answer, Condition, ItemIndex, OptionIndex, OptionMask, RuleSet};
use crate::text::language;

pub(super) fn prove(rules: &RuleSet, breadth: Breadth) -> Found<'_> {
    let risks = Risks::new(rules);
    let mut found = Found::default();
    for outcome in Outcome::of_cautions(rules).chain(Outcome::of_symptoms(rules)) {
        let space = Space::of_few(rules, &outcome.conditions(), breadth);
        let items: Vec<ItemIndex> = space.items().collect();
        found.add(space.smallest(|answers, situation| {
            let before = outcome.weight(situation);
            items.iter().find_map(|item| {
                let riskier = risks.riskier(rules, *item, answers.answer(*item));
                riskier.into_iter().find_map(|answer| {
                    let mut with = answers.clone();
                    with.set(*item, answer);
                    let is_less = outcome.weight(&Situation::new(&with)) < before;
                    let what = || (language().proof.lowered)(outcome.id().as_str(), &rules[*item].reference);
                    is_less.then(|| Broken::new(outcome.id(), what(), answers).and(with))
                })
            })
        }));
    }
    found
}

/// Which answers are a risk: those that a caution or a warning symptom reads.
struct Risks {
    read: Vec<Vec<OptionMask>>,
}

impl Risks {
    fn new(rules: &RuleSet) -> Self {
        let cautions = rules.cautions().iter().flat_map(|caution| caution.conditions().chain(&caution.same_day_when));
        let symptoms = rules.warning_symptoms().iter().map(|symptom| &symptom.watch_more_when);
        let mut read = vec![Vec::new(); rules.items().count()];
        for leaf in cautions.chain(symptoms).flat_map(Condition::leaves) {
            if let Some(masks) = read.get_mut(leaf.item.0) {
                masks.push(leaf.options);
            }
        }
        Self { read }
    }

    /// The answers that are more of a risk than this one, and less of one in no condition. What is unknown is between no
    /// and yes.
    fn riskier(&self, rules: &RuleSet, item: ItemIndex, than: Answer) -> Vec<Answer> {
        let options = (0..rules[item].options.len()).map(|option| Answer::Chosen(OptionIndex(option)));
        options.chain([Answer::NotSure]).filter(|answer| self.is_riskier(item, *answer, than)).collect()
    }

    fn is_riskier(&self, item: ItemIndex, answer: Answer, than: Answer) -> bool {
        let masks = self.read.get(item.0).into_iter().flatten();
        let compared: Vec<Ordering> = masks.map(|mask| risk(*mask, answer).cmp(&risk(*mask, than))).collect();
        !compared.contains(&Ordering::Less) && compared.contains(&Ordering::Greater)
    }
}

fn risk(mask: OptionMask, answer: Answer) -> u8 {
    match answer {
        Answer::Chosen(option) => 2 * u8::from(mask.has(option.0)),
        Answer::Unanswered | Answer::NotSure | Answer::LeftOut => 1,
    }
}
