//! P6: each part of each condition matters by itself: two sets of answers that differ in that part alone give the
//! condition another value.

use super::found::{Broken, Found};
use super::outcome::Outcome;
use super::space::Space;
use crate::analysis::minimal::{AnswerSet, smallest_sets};
use crate::answers::Answers;
use crate::evaluate::Situation;
use crate::model::{Answer, Condition, Id, Leaf, OptionIndex, OptionMask, RuleSet};
use crate::text::language;

pub(super) fn prove(rules: &RuleSet) -> Found<'_> {
    let mut found = Found::default();
    let of_outcomes = Outcome::all(rules)
        .flat_map(|outcome| outcome.conditions().into_iter().map(move |condition| (outcome.id(), condition)));
    let named = rules.conditions().map(|named| (&named.id, &named.when));
    for (id, condition) in of_outcomes.chain(named) {
        prove_condition(rules, id, condition, &mut found);
    }
    found
}

fn prove_condition<'r>(rules: &'r RuleSet, id: &Id, condition: &Condition, found: &mut Found<'r>) {
    let space = Space::complete(rules, &[condition]);
    let leaves = condition.leaves();
    let mut open: Vec<usize> = (0..leaves.len()).collect();
    let mut visit = |answers: &Answers<'r>| {
        let situation = Situation::new(answers);
        if value(condition, &situation, None) {
            open.retain(|place| {
                let is_needed = !value(condition, &situation, Some(*place));
                !is_needed
                    || !leaves.get(*place).is_some_and(|leaf| can_be_taken_away(rules, condition, *leaf, answers))
            });
        }
        open.is_empty()
    };
    // What raises it with nothing to spare shows most parts at once.
    let raising = smallest_sets(condition).into_iter().flatten();
    let tried = raising.map(|set| visit(&barely(&space, &set))).take_while(|is_done| !is_done).count();
    let tried = u64::try_from(tried).unwrap_or(0) + if visit(&Answers::none(rules)) { 0 } else { space.until(visit) };
    found.count(tried, tried);
    found.extend(open.first().and_then(|place| leaves.get(*place)).map(|leaf| idle(rules, id, *leaf)));
}

/// The answers of a set, and to all other items those that make least true.
fn barely<'r>(space: &Space<'r>, set: &AnswerSet) -> Answers<'r> {
    let mut answers = Answers::none(space.rules());
    for item in space.items() {
        let of_set = |options: &OptionMask| (0..OptionMask::MOST).find(|option| options.has(*option)).map(OptionIndex);
        let least = || space.classes(item).last().and_then(|class| class.first()).copied();
        if let Some(option) = set.get(&item).and_then(of_set).or_else(least) {
            answers.set(item, Answer::Chosen(option));
        }
    }
    answers
}

/// Whether another answer to the item of a leaf makes the condition false.
fn can_be_taken_away(rules: &RuleSet, condition: &Condition, leaf: Leaf, answers: &Answers<'_>) -> bool {
    let mut options = (0..rules[leaf.item].options.len()).filter(|option| !leaf.options.has(*option));
    options.any(|option| {
        let mut with = answers.clone();
        with.set(leaf.item, Answer::Chosen(OptionIndex(option)));
        !value(condition, &Situation::new(&with), None)
    })
}

/// Whether a condition holds; with `without` as if that leaf, in the order they are written, did not.
fn value(condition: &Condition, situation: &Situation<'_>, without: Option<usize>) -> bool {
    fn walk(condition: &Condition, situation: &Situation<'_>, without: Option<usize>, next: &mut usize) -> bool {
        let of_leaf = |leaf: &Leaf, next: &mut usize| {
            let place = *next;
            *next += 1;
            let is_chosen = matches!(situation.answer(leaf.item), Answer::Chosen(option) if leaf.options.has(option.0));
            is_chosen && without != Some(place)
        };
        let mut of_parts = |parts: &[Condition]| -> Vec<bool> {
            parts.iter().map(|part| walk(part, situation, without, next)).collect()
        };
        // Every part is visited, so that each leaf keeps its place.
        match condition {
            Condition::Answered(leaf) => of_leaf(leaf, next),
            Condition::AnyItem { group: _, leaves } => {
                let values: Vec<bool> = leaves.iter().map(|leaf| of_leaf(leaf, next)).collect();
                values.contains(&true)
            }
            Condition::Holds(_) | Condition::Any(_) => of_parts(condition.parts()).contains(&true),
            Condition::All(parts) => !of_parts(parts).contains(&false),
        }
    }
    walk(condition, situation, without, &mut 0)
}

/// The part, with an answer that makes it true and one that does not.
fn idle<'r>(rules: &'r RuleSet, id: &Id, leaf: Leaf) -> Broken<'r> {
    let item = &rules[leaf.item];
    let options: Vec<&str> = item.options_in(leaf.options).map(|option| option.id.as_str()).collect();
    let with = |is_read: bool| {
        let mut answers = Answers::none(rules);
        let option = (0..item.options.len()).find(|option| leaf.options.has(*option) == is_read);
        if let Some(option) = option {
            answers.set(leaf.item, Answer::Chosen(OptionIndex(option)));
        }
        answers
    };
    let what = (language().proof.idle_part)(id.as_str(), &item.reference, &options);
    Broken::new(id, what, &with(true)).and(with(false))
}
