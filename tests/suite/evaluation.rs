//! Compares the evaluation with the second evaluator: for each caution and warning symptom, and for whole answers.

use std::collections::BTreeSet;
use std::env;
use std::ops::Range;
use std::thread;

use jakcheck::answers::Answers;
use jakcheck::evaluate::Situation;
use jakcheck::evaluate::{Evaluation, Verdict};
use jakcheck::model::Answer;
use jakcheck::model::{Caution, Item, ItemIndex, RuleSet};
use jakcheck::pages::report::Report;
use proptest::prelude::*;

use crate::support::random::cases;
use crate::support::rules_by_hand::{Text, applies_when, open_when, same_day_when, show_when, watch_more_when};
use crate::support::second_evaluator::{Given, Naive, is_shown, items_of, urgency};
use crate::support::{answers_from, built_in, day, options_of, random_answers};

/// All answers to an item: none, *not sure*, each option.
fn answers_to(item: &Item) -> Vec<(Answer, Option<String>)> {
    let mut all = vec![(Answer::Unanswered, None), (Answer::NotSure, Some("not_sure".to_owned()))];
    all.extend(options_of(item).into_iter().map(|(answer, option)| (answer, Some(option))));
    all
}

/// Up to this number all combinations of answers are tried.
const STATES_IN_EACH_RUN: usize = 60_000;

/// The same with `JAKCHECK_EVERY_STATE` set. One caution has more.
const STATES_BY_HAND: usize = 10_000_000;

/// Above the limit every `n`th combination is tried, where `n` is a prime that divides no number of answers.
const STRIDES: [usize; 3] = [7, 211, 4999];

#[test]
fn every_state_of_every_caution_agrees_with_the_second_evaluator() {
    let rules = built_in();
    let every_state = env::var_os("JAKCHECK_EVERY_STATE").is_some();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    for caution in rules.cautions() {
        let space = Space::new(rules, caution);
        let stride = space.stride(if every_state { STATES_BY_HAND } else { STATES_IN_EACH_RUN });
        let share = space.states().div_ceil(threads * stride) * stride;
        thread::scope(|scope| {
            for first in (0..space.states()).step_by(share.max(1)) {
                let space = &space;
                scope.spawn(move || space.compare(first..(first + share).min(space.states()), stride));
            }
        });
    }
}

/// All combinations of answers to the items that one caution reads.
struct Space<'r> {
    rules: &'r RuleSet,
    caution: &'r Caution,
    applies: Text,
    open: Option<Text>,
    same_day: Option<Text>,
    names: Vec<&'static str>,
    items: Vec<&'r Item>,
    choices: Vec<Vec<(Answer, Option<String>)>>,
}

impl<'r> Space<'r> {
    fn new(rules: &'r RuleSet, caution: &'r Caution) -> Self {
        let (applies, open) = (applies_when(caution.id.as_str()), open_when(caution.id.as_str()));
        let same_day = same_day_when(caution.id.as_str());
        let mut names = Vec::new();
        for text in [Some(&applies), open.as_ref(), same_day.as_ref()].into_iter().flatten() {
            items_of(text, &mut names);
        }
        let items: Vec<&Item> = names.iter().map(|name| rules.find_item(name).unwrap()).collect();
        let choices = items.iter().map(|item| answers_to(item)).collect();
        Self { rules, caution, applies, open, same_day, names, items, choices }
    }

    fn states(&self) -> usize {
        self.choices.iter().map(Vec::len).product()
    }

    fn stride(&self, most: usize) -> usize {
        let is_enough = |stride: &&usize| self.states() / **stride <= most;
        [1].iter().chain(&STRIDES).find(is_enough).copied().unwrap_or(STRIDES[2])
    }

    fn compare(&self, states: Range<usize>, stride: usize) {
        let mut answers = Answers::none(self.rules);
        for state in states.step_by(stride) {
            let mut rest = state;
            let mut given = Given::default();
            for ((item, name), choices) in self.items.iter().zip(&self.names).zip(&self.choices) {
                let (answer, option) = &choices[rest % choices.len()];
                rest /= choices.len();
                answers.set(item.index, *answer);
                given.0.extend(option.as_ref().map(|option| (*name, option.as_str())));
            }
            let (naive, open) = (Naive { given: &given }, self.open.as_ref());
            let found = Verdict::of(self.caution, &Situation::new(&answers));
            let told = || format!("`{}` with {given:?}", self.caution.id);
            assert_eq!(found.state, naive.state(&self.applies, open), "{}", told());
            assert_eq!(
                references(self.rules, &found.also_not_sure),
                naive.also_not_sure(&self.applies, open),
                "{}",
                told()
            );
            let same_day = self.same_day.as_ref().is_some_and(|text| naive.value(text, false));
            assert_eq!(found.same_day, same_day, "{}", told());
        }
    }
}

fn references<'r>(rules: &'r RuleSet, items: &[ItemIndex]) -> BTreeSet<&'r str> {
    items.iter().map(|item| rules[*item].reference.as_str()).collect()
}

#[test]
fn the_conditions_read_exactly_the_items_of_the_second_evaluator() {
    let rules = built_in();
    for caution in rules.cautions() {
        let mut named = Vec::new();
        items_of(&applies_when(caution.id.as_str()), &mut named);
        if let Some(open) = open_when(caution.id.as_str()) {
            items_of(&open, &mut named);
        }
        let conditions = [Some(&caution.applies_when), caution.open_when.as_ref()];
        let mut read: Vec<&str> = conditions
            .into_iter()
            .flatten()
            .flat_map(jakcheck::model::Condition::leaves)
            .map(|leaf| rules[leaf.item].reference.as_str())
            .collect();
        named.sort_unstable();
        read.sort_unstable();
        read.dedup();
        assert_eq!(read, named, "`{}`", caution.id);
    }
}

/// Tries every answer to a warning symptom and to the items of its `show_when`.
#[test]
fn every_state_of_every_warning_symptom_agrees_with_the_second_evaluator() {
    let rules = built_in();
    let mut hidden = 0;
    for symptom in rules.warning_symptoms() {
        let own = format!("symptoms_now.{}", symptom.id);
        let mut names = Vec::new();
        if let Some(text) = show_when(symptom.id.as_str()) {
            items_of(&text, &mut names);
        }
        assert!(names.len() <= 1, "`{}`", symptom.id);
        let other = rules.find_item(names.first().copied().unwrap_or("smoking")).unwrap();
        let reported = rules.find_item(&own).unwrap();
        for (answer, option) in answers_to(other) {
            for (now, sign) in answers_to(reported) {
                let mut answers = Answers::none(rules);
                answers.set(other.index, answer);
                answers.set(reported.index, now);
                let given = [(other.reference.as_str(), option.as_deref()), (own.as_str(), sign.as_deref())];
                let given = Given(given.into_iter().filter_map(|(item, answer)| Some((item, answer?))).collect());
                let evaluation = Evaluation::new(&Situation::new(&answers));
                let found = evaluation.symptoms.iter().find(|one| one.symptom.id == symptom.id).unwrap();
                assert_eq!(found.shown, is_shown(symptom.id.as_str(), &Naive { given: &given }), "{given:?}");
                assert!(found.shown || !matches!(sign.as_deref(), Some("yes" | "not_sure")), "{given:?}");
                let report = Report::new(&answers, day());
                let is_printed = report.warning_symptoms.iter().any(|one| symptom.id == *one.id.as_str());
                assert_eq!(is_printed, found.shown, "{given:?}");
                let level = evaluation.urgent.map(|(now, _)| serde_json::to_value(now.level()).unwrap());
                assert_eq!(level.as_ref().and_then(serde_json::Value::as_str), urgency(&given), "{given:?}");
                hidden += usize::from(!found.shown);
            }
        }
    }
    // Unanswered and no, with answers that leave out low sugar and pregnancy, and three other medicines.
    assert_eq!(hidden, 2 + 2 + 6);
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn whole_answer_sets_agree_with_the_second_evaluator(given in random_answers()) {
        let rules = built_in();
        let answers = answers_from(rules, &given);
        let given = Given(given.iter().map(|(item, answer)| (item.as_str(), answer.as_str())).collect());
        let naive = Naive { given: &given };
        let evaluation = Evaluation::new(&Situation::new(&answers));
        for finding in &evaluation.findings {
            let id = finding.caution.id.as_str();
            let expected = naive.state(&applies_when(id), open_when(id).as_ref());
            prop_assert_eq!(finding.verdict.state, expected, "`{}`", id);
            let beside = naive.also_not_sure(&applies_when(id), open_when(id).as_ref());
            prop_assert_eq!(references(rules, &finding.verdict.also_not_sure), beside, "`{}`", id);
            let same_day = same_day_when(id).is_some_and(|text| naive.value(&text, false));
            prop_assert_eq!(finding.verdict.same_day, same_day, "`{}`", id);
        }
        for finding in &evaluation.symptoms {
            let id = finding.symptom.id.as_str();
            prop_assert_eq!(finding.watch_more, naive.value(&watch_more_when(id), false), "`{}`", id);
            prop_assert_eq!(finding.shown, is_shown(id, &naive), "`{}`", id);
        }
        let level = evaluation.urgent.map(|(now, _)| serde_json::to_value(now.level()).unwrap());
        prop_assert_eq!(level.as_ref().and_then(serde_json::Value::as_str), urgency(&given));
    }
}
