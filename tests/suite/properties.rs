//! Properties that hold for every rule and every answer.

use std::collections::BTreeSet;

use jakcheck::answers::Answers;
use jakcheck::evaluate::Evaluation;
use jakcheck::evaluate::Situation;
use jakcheck::load::{RuleFile, RuleFiles};
use jakcheck::model::Answer;
use jakcheck::model::{Now, RuleSet, State};
use jakcheck::pages::report::Report;
use jakcheck::render::json;
use proptest::prelude::*;

use crate::support::random::cases;
use crate::support::{Given, answers_from, built_in, day, options_of, random_answers, text_of, to_json};

fn evaluate(answers: &Answers<'static>) -> Evaluation<'static> {
    Evaluation::new(&Situation::new(answers))
}

/// The order of states by how much they ask of the person. Both open states are equal.
fn weight(state: State) -> u8 {
    match state {
        State::NoMatch => 0,
        State::NotAsked | State::NotSure => 1,
        State::Applies => 2,
    }
}

fn urgency(evaluation: &Evaluation<'_>) -> Option<Now> {
    evaluation.urgent.as_ref().map(|(now, _)| *now)
}

fn watched(evaluation: &Evaluation<'_>) -> BTreeSet<String> {
    evaluation.symptoms.iter().filter(|one| one.watch_more).map(|one| one.symptom.id.to_string()).collect()
}

fn assert_no_less(before: &Evaluation<'_>, after: &Evaluation<'_>, what: &str) {
    for (before, after) in before.findings.iter().zip(&after.findings) {
        let (was, is) = (before.verdict.state, after.verdict.state);
        assert!(weight(is) >= weight(was), "`{}` went from {was:?} to {is:?}: {what}", before.caution.id);
    }
    assert!(urgency(after) >= urgency(before), "less urgent: {what}");
    assert!(watched(after).is_superset(&watched(before)), "fewer symptoms to watch: {what}");
}

/// Whether an answer is no risk: *no* to an item of a group, or an option that no rule reads.
fn is_no_risk(item: &jakcheck::model::Item, answer: Answer) -> bool {
    let options = options_of(item);
    let chosen = options.iter().position(|(option, _)| *option == answer).and_then(|index| item.options.get(index));
    chosen.is_some_and(|option| option.unread.is_some() || (item.reference.contains('.') && option.id == *"no"))
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn adding_a_risk_never_removes_anything(given in random_answers()) {
        let answers = answers_from(built_in(), &given);
        let before = evaluate(&answers);
        for item in built_in().items() {
            if !is_no_risk(item, answers.answer(item.index)) {
                continue;
            }
            for answer in options_of(item).into_iter().map(|(answer, _)| answer).chain([Answer::NotSure]) {
                let mut riskier = answers.clone();
                riskier.set(item.index, answer);
                assert_no_less(&before, &evaluate(&riskier), &format!("{} was no risk", item.reference));
            }
        }
        for item in built_in().items().filter(|item| item.reference.contains('.')) {
            if answers.answer(item.index) == Answer::NotSure {
                let mut riskier = answers.clone();
                riskier.set(item.index, options_of(item)[0].0);
                assert_no_less(&before, &evaluate(&riskier), &format!("{} was not sure", item.reference));
            }
        }
    }

    #[test]
    fn unknown_is_never_no(given in random_answers(), fill in random_answers()) {
        let rules = built_in();
        let before = evaluate(&answers_from(rules, &given));
        // The unknown answers are replaced by random ones.
        let mut complete = given.clone();
        for (item, answer) in fill.iter().filter(|(_, answer)| *answer != "not_sure") {
            if complete.get(item).is_none_or(|known| known == "not_sure") {
                complete.insert(item.clone(), answer.clone());
            }
        }
        let after = evaluate(&answers_from(rules, &complete));
        for (before, after) in before.findings.iter().zip(&after.findings) {
            let id = &before.caution.id;
            match before.verdict.state {
                State::NoMatch => prop_assert_eq!(after.verdict.state, State::NoMatch, "`{}` was settled", id),
                State::Applies => prop_assert_eq!(after.verdict.state, State::Applies, "`{}` was settled", id),
                State::NotSure | State::NotAsked => {}
            }
        }
    }

    #[test]
    fn an_open_caution_names_what_could_settle_it(given in random_answers()) {
        let rules = built_in();
        let answers = answers_from(rules, &given);
        for finding in evaluate(&answers).findings {
            let verdict = &finding.verdict;
            let is_unknown = |answer| matches!(answer, Answer::Unanswered | Answer::NotSure);
            prop_assert!(verdict.settled_by.iter().all(|item| is_unknown(answers.answer(*item))));
            match verdict.state {
                State::Applies | State::NoMatch => prop_assert!(verdict.settled_by.is_empty()),
                State::NotAsked => prop_assert!(!verdict.settled_by.is_empty() && verdict.because.is_empty()),
                State::NotSure => prop_assert!(!verdict.because.is_empty()),
            }
        }
    }

    #[test]
    fn the_order_of_keys_changes_no_byte(given in random_answers(), seed in 0_usize..1000) {
        let members: Vec<String> = {
            let document: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&to_json(&given)).unwrap();
            document.into_iter().map(|(key, value)| format!("\"{key}\": {value}")).collect()
        };
        let mut shuffled = members.clone();
        let length = shuffled.len().max(1);
        for (place, step) in (0..shuffled.len()).zip((seed % length)..) {
            shuffled.swap(place, (step * 7 + place) % length);
        }
        let print = |members: &[String]| {
            let document = format!("{{{}}}", members.join(", "));
            let answers = jakcheck::answers::read(built_in(), "answers", document.as_bytes()).unwrap();
            json::render(&Report::new(&answers, day())).unwrap()
        };
        prop_assert_eq!(print(&members), print(&shuffled));
    }
}

#[test]
fn the_order_of_the_rules_changes_no_byte() {
    let turned: Vec<RuleFile> = RuleFiles::built_in()
        .iter()
        .map(|file| {
            let mut document: serde_json::Value = serde_json::from_slice(&file.bytes).unwrap();
            for key in ["cautions", "warning_symptoms", "conditions", "sources"] {
                if let Some(list) = document.get_mut(key).and_then(serde_json::Value::as_array_mut) {
                    list.reverse();
                }
            }
            RuleFile { bytes: document.to_string().into_bytes().into(), ..file.clone() }
        })
        .collect();
    let turned = RuleSet::load(&RuleFiles::new(turned)).unwrap();
    let mut runner = proptest::test_runner::TestRunner::new(cases(12));
    runner
        .run(&random_answers(), |given: Given| {
            let print = |rules: &RuleSet| {
                let mut report = serde_json::to_value(Report::new(&answers_from(rules, &given), day())).unwrap();
                // These depend on the files themselves.
                for part in ["/rule_set/digest", "/rule_set/built_in", "/notice"] {
                    *report.pointer_mut(part).unwrap() = serde_json::Value::Null;
                }
                json::render(&report).unwrap()
            };
            prop_assert_eq!(print(built_in()), print(&turned));
            Ok(())
        })
        .unwrap();
}

#[test]
fn the_width_changes_only_line_breaks() {
    let answers = answers_from(built_in(), &Given::from([("smoking".to_owned(), "past".to_owned())]));
    let report = Report::new(&answers, day());
    let letters = |width| {
        let text = text_of(&report, width);
        // The line of time beside a plan is as long as the plan.
        let lines = text.lines().map(|line| line.trim_start_matches("| "));
        lines.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect::<String>()
    };
    assert_eq!(letters(40), letters(200));
}
