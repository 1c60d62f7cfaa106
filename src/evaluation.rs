//! What answers say about each caution and each warning symptom, with reasons. Pure and total.

use crate::answers::{Answer, Situation};
use crate::rules::{Caution, ItemIndex, OptionIndex, RuleSet, State, Urgency, Urgent, WarningSymptom};
use crate::truth::Truth;

/// What the answers of one person give.
#[derive(Clone, Debug)]
pub struct Evaluation<'r> {
    /// One finding a caution, in the order of the rule set.
    pub findings: Vec<Finding<'r>>,
    /// One a warning symptom, in the order of the rule set.
    pub symptoms: Vec<SymptomFinding<'r>>,
    /// The most urgent thing, and the items whose answers make it so.
    pub urgent: Option<(Urgent, Vec<ItemIndex>)>,
}

/// What the answers say about a caution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The state of the caution.
    pub state: State,
    /// The items whose answers make it so, in questionnaire order; none where nothing was answered to that end.
    pub because: Vec<ItemIndex>,
    /// The items whose answers are unknown and still count, in questionnaire order.
    pub settled_by: Vec<ItemIndex>,
}

/// A caution and what the answers say about it.
#[derive(Clone, Debug)]
pub struct Finding<'r> {
    /// The caution.
    pub caution: &'r Caution,
    /// What the answers say about it.
    pub verdict: Verdict,
}

/// A warning symptom and what the answers say about it.
#[derive(Clone, Debug)]
pub struct SymptomFinding<'r> {
    /// The symptom.
    pub symptom: &'r WarningSymptom,
    /// Whether this person should watch for it more than others.
    pub watch_more: bool,
    /// The items whose answers make it so.
    pub because: Vec<ItemIndex>,
    /// What the person said about having it now.
    pub reported: Answer,
}

impl<'r> Evaluation<'r> {
    /// Evaluates every rule.
    pub fn new(rules: &'r RuleSet, situation: &Situation) -> Self {
        let finding = |caution| Finding { caution, verdict: Verdict::of(caution, situation) };
        let symptom = |symptom| SymptomFinding::new(symptom, situation);
        Self {
            findings: rules.cautions().iter().map(finding).collect(),
            symptoms: rules.warning_symptoms().iter().map(symptom).collect(),
            urgent: urgent(rules, situation),
        }
    }
}

impl Verdict {
    /// What a situation says about a caution.
    pub fn of(caution: &Caution, situation: &Situation) -> Self {
        let applies = caution.applies_when.evaluate(situation);
        let open = caution.open_when.as_ref().map_or(Truth::False, |open| open.evaluate(situation));
        let unknown = |truth, condition: &crate::rules::Condition| {
            if truth == Truth::Unknown { condition.decisive_items(situation) } else { Vec::new() }
        };
        if applies == Truth::True {
            let because = caution.applies_when.decisive_items(situation);
            return Self { state: State::Applies, because, settled_by: Vec::new() };
        }
        let mut settled_by = unknown(applies, &caution.applies_when);
        if let Some(condition) = &caution.open_when {
            if open == Truth::True {
                return Self { state: State::NotSure, because: condition.decisive_items(situation), settled_by };
            }
            settled_by.extend(unknown(open, condition));
        }
        settled_by.sort_unstable();
        settled_by.dedup();
        let because: Vec<ItemIndex> =
            settled_by.iter().copied().filter(|item| situation.answer(*item) == Answer::NotSure).collect();
        let state = match (settled_by.is_empty(), because.is_empty()) {
            (true, _) => State::NoMatch,
            (false, true) => State::NotAsked,
            (false, false) => State::NotSure,
        };
        Self { state, because, settled_by }
    }
}

impl<'r> SymptomFinding<'r> {
    fn new(symptom: &'r WarningSymptom, situation: &Situation) -> Self {
        let watch_more = symptom.watch_more_when.evaluate(situation) == Truth::True;
        Self {
            symptom,
            watch_more,
            because: if watch_more { symptom.watch_more_when.decisive_items(situation) } else { Vec::new() },
            reported: symptom.reported_by.map_or(Answer::Unanswered, |item| situation.answer(item)),
        }
    }
}

/// Emergency if an emergency symptom is reported, *not sure* included; the same day if a same-day symptom is reported
/// or a caution says so.
fn urgent(rules: &RuleSet, situation: &Situation) -> Option<(Urgent, Vec<ItemIndex>)> {
    let reported = |urgency, counts: &dyn Fn(Answer) -> bool| -> Vec<ItemIndex> {
        rules
            .warning_symptoms()
            .iter()
            .filter(|symptom| symptom.urgency == urgency)
            .filter_map(|symptom| symptom.reported_by)
            .filter(|item| counts(situation.answer(*item)))
            .collect()
    };
    let mut emergency = reported(Urgency::Emergency, &|answer| is_yes(answer) || answer == Answer::NotSure);
    if !emergency.is_empty() {
        emergency.sort_unstable();
        return Some((Urgent::Emergency, emergency));
    }
    let mut same_day = reported(Urgency::SameDay, &is_yes);
    for condition in rules.cautions().iter().filter_map(|caution| caution.same_day_when.as_ref()) {
        if condition.evaluate(situation) == Truth::True {
            same_day.extend(condition.decisive_items(situation));
        }
    }
    same_day.sort_unstable();
    same_day.dedup();
    (!same_day.is_empty()).then_some((Urgent::SameDay, same_day))
}

/// Whether an item of a group is answered with yes.
pub fn is_yes(answer: Answer) -> bool {
    answer == Answer::Chosen(OptionIndex::YES)
}
