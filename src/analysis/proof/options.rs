//! P5: each option of each question changes what somebody reads, or says why not.

use std::collections::BTreeSet;

use super::found::{Broken, Found};
use super::outcome::Outcome;
use super::space::Space;
use crate::answers::Answers;
use crate::evaluate::Situation;
use crate::model::{Answer, ItemIndex, OptionIndex, RuleSet};
use crate::text::language;

pub(super) fn prove(rules: &RuleSet) -> Found<'_> {
    let mut found = Found::default();
    // Whatever is said about a warning symptom is told in the report.
    let reported = rules.warning_symptoms().iter().filter_map(|symptom| symptom.reported_by);
    let mut mattering: BTreeSet<(ItemIndex, OptionIndex)> =
        reported.flat_map(|item| [(item, OptionIndex::YES), (item, OptionIndex::NO)]).collect();
    for outcome in Outcome::all(rules) {
        let space = Space::complete(rules, &outcome.conditions());
        let mut open: BTreeSet<ItemIndex> = space.items().collect();
        let tried = space.until(|answers| {
            let is = outcome.weight(&Situation::new(answers));
            for item in open.clone() {
                let Answer::Chosen(own) = answers.answer(item) else { continue };
                let differs = |option: &OptionIndex| {
                    let mut with = answers.clone();
                    with.set(item, Answer::Chosen(*option));
                    outcome.weight(&Situation::new(&with)) != is
                };
                for class in space.classes(item) {
                    if class.first().is_some_and(|option| !class.contains(&own) && differs(option)) {
                        let own = space.classes(item).iter().filter(|class| class.contains(&own)).flatten();
                        let both = class.iter().chain(own).filter(|option| space.reads(item, **option));
                        mattering.extend(both.map(|option| (item, *option)));
                    }
                }
                let mut named = space.classes(item).iter().flatten().filter(|option| space.reads(item, **option));
                if named.all(|option| mattering.contains(&(item, *option))) {
                    open.remove(&item);
                }
            }
            open.is_empty()
        });
        found.count(tried, tried);
    }
    for item in rules.items() {
        for (place, option) in item.options.iter().enumerate() {
            let own = OptionIndex(place);
            // The *no* of an item of a group is the other side of its *yes*.
            let is_no = rules.question_of(item.index).is_group && own == OptionIndex::NO;
            if option.unread.is_some() || is_no || mattering.contains(&(item.index, own)) {
                continue;
            }
            let chosen = |option| {
                let mut answers = Answers::none(rules);
                answers.set(item.index, Answer::Chosen(option));
                answers
            };
            let other = if place == 0 { OptionIndex(1) } else { OptionIndex(0) };
            let what = (language().proof.idle_option)(&item.reference, option.id.as_str());
            let question = &rules.question_of(item.index).id;
            found.extend([Broken::new(question, what, &chosen(own)).and(chosen(other))]);
        }
    }
    found
}
