//! P10: the urgency is the highest of what was reported, and what is for today belongs to a caution that applies.

use super::certain::{NOTHING, holds};
use super::found::{Broken, Found, Search};
use super::space::{Breadth, Space};
use crate::answers::Answers;
use crate::evaluate::{Situation, Verdict, urgent};
use crate::model::{Answer, Caution, Condition, ItemIndex, RuleSet, State, Urgency, Urgent, WarningSymptom};
use crate::text::language;

pub(super) fn prove(rules: &RuleSet, breadth: Breadth) -> Found<'_> {
    let mut found = Found::default();
    let reports = reports(rules);
    for report in &reports {
        found.add(Search { tried: 1, of: 1, smallest: is_lower(rules, report) });
    }
    let some = some_of(rules);
    for caution in rules.cautions() {
        let Some(today) = &caution.same_day_when else { continue };
        let conditions: Vec<&Condition> = caution.conditions().chain([today]).collect();
        let space = Space::of_few(rules, &conditions, breadth);
        found.add(space.smallest(|answers, situation| {
            let is_today = holds(today, situation, NOTHING);
            let alone = is_today && Verdict::of(caution, situation).state != State::Applies;
            if alone {
                let what = (language().proof.today_without)(caution.id.as_str());
                return Some(Broken::new(&caution.id, what, answers));
            }
            some.iter().find_map(|signs| is_lower(rules, &with(answers, signs)))
        }));
        found.extend(never_today(rules, caution, &space, today));
    }
    found
}

/// Fails if no answers make a caution one for today.
fn never_today<'r>(rules: &'r RuleSet, caution: &Caution, space: &Space<'r>, today: &Condition) -> Option<Broken<'r>> {
    let mut is_reached = false;
    space.until(|answers| {
        is_reached = holds(today, &Situation::new(answers), NOTHING);
        is_reached
    });
    let what = || (language().proof.never_today)(caution.id.as_str());
    (!is_reached).then(|| Broken::new(&caution.id, what(), &Answers::none(rules)))
}

/// Fails if the urgency is another than the highest of what was said.
fn is_lower<'r>(rules: &'r RuleSet, answers: &Answers<'r>) -> Option<Broken<'r>> {
    let situation = Situation::new(answers);
    let found = urgent(&situation).map(|(now, _)| now.level());
    let expected = highest(rules, &situation);
    let what = || {
        let said = |level: Option<Urgent>| level.map_or_else(|| "null".to_owned(), |level| level.to_string());
        (language().proof.urgency)(&said(found), &said(expected))
    };
    (found != expected).then(|| Broken::new(&rules.header().id, what(), answers))
}

fn highest(rules: &RuleSet, situation: &Situation<'_>) -> Option<Urgent> {
    let is_said = |symptom: &WarningSymptom, urgency: Urgency| {
        let answer = symptom.reported_by.map(|item| situation.answer(item));
        let counts = symptom.not_sure_counts || urgency == Urgency::Emergency;
        symptom.urgency == urgency && (answer == Some(Answer::YES) || (counts && answer == Some(Answer::NotSure)))
    };
    let symptoms = || rules.warning_symptoms().iter();
    let is_today = |caution: &Caution| {
        caution.same_day_when.as_ref().is_some_and(|condition| holds(condition, situation, NOTHING))
    };
    if symptoms().any(|symptom| is_said(symptom, Urgency::Emergency)) {
        Some(Urgent::Emergency)
    } else if symptoms().any(|symptom| is_said(symptom, Urgency::SameDay)) || rules.cautions().iter().any(is_today) {
        Some(Urgent::SameDay)
    } else {
        None
    }
}

const SAID: [Answer; 4] = [Answer::Unanswered, Answer::NotSure, Answer::YES, Answer::NO];

/// Each answer to each sign, beside each answer to each other sign, with one answer to all the rest.
fn reports(rules: &RuleSet) -> Vec<Answers<'_>> {
    let items: Vec<ItemIndex> = rules.warning_symptoms().iter().filter_map(|symptom| symptom.reported_by).collect();
    let mut reports = Vec::new();
    for rest in SAID {
        let mut all = Answers::none(rules);
        for item in &items {
            all.set(*item, rest);
        }
        for (place, one) in items.iter().enumerate() {
            for other in items.iter().skip(place + 1) {
                for (first, second) in SAID.into_iter().flat_map(|first| SAID.map(|second| (first, second))) {
                    let mut answers = all.clone();
                    answers.set(*one, first);
                    answers.set(*other, second);
                    reports.push(answers);
                }
            }
        }
    }
    reports
}

/// No sign, and for each urgency a sign that is there and one of which nobody is sure.
fn some_of(rules: &RuleSet) -> Vec<Vec<(ItemIndex, Answer)>> {
    let first = |urgency| {
        let symptom = rules.warning_symptoms().iter().find(|symptom| symptom.urgency == urgency);
        symptom.and_then(|symptom| symptom.reported_by)
    };
    let urgencies = [Urgency::Emergency, Urgency::SameDay, Urgency::NextVisit];
    let items = urgencies.into_iter().filter_map(first);
    let reported = items.flat_map(|item| [Answer::YES, Answer::NotSure].map(|answer| vec![(item, answer)]));
    [Vec::new()].into_iter().chain(reported).collect()
}

fn with<'r>(answers: &Answers<'r>, given: &[(ItemIndex, Answer)]) -> Answers<'r> {
    let mut answers = answers.clone();
    for (item, answer) in given {
        answers.set(*item, *answer);
    }
    answers
}
