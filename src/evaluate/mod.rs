//! Evaluates answers: the state of each caution and each warning symptom, with reasons. Pure functions without errors.

mod condition;
mod situation;
mod urgent;

pub use self::situation::Situation;
pub use self::urgent::{emergency, is_yes, urgent};
use crate::model::{Answer, Caution, Condition, ItemIndex, Now, State, Truth, WarningSymptom};

/// The result of one person's answers.
#[derive(Clone, Debug)]
pub struct Evaluation<'r> {
    /// One finding for each caution, in the order of the rule set.
    pub findings: Vec<Finding<'r>>,
    /// One finding for each warning symptom, in the order of the rule set.
    pub symptoms: Vec<SymptomFinding<'r>>,
    /// What to do now, and the items whose answers are the reason; `None` if nothing is urgent.
    pub urgent: Option<(Now, Vec<ItemIndex>)>,
}

/// The state of a caution, with its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The state of the caution.
    pub state: State,
    /// The items whose answers are the reason for the state, in questionnaire order. Empty if no answer is.
    pub because: Vec<ItemIndex>,
    /// The items whose answers are unknown and still count, in questionnaire order.
    pub settled_by: Vec<ItemIndex>,
    /// The items answered *not sure* that could be further reasons, in questionnaire order. Empty unless it applies.
    pub also_not_sure: Vec<ItemIndex>,
    /// Whether the doctor is to be called about it today. False unless it applies.
    pub same_day: bool,
}

/// A caution and its verdict.
#[derive(Clone, Debug)]
pub struct Finding<'r> {
    /// The caution, as the rules define it.
    pub caution: &'r Caution,
    /// Its state for the answers.
    pub verdict: Verdict,
}

/// A warning symptom and its result for the answers.
#[derive(Clone, Debug)]
pub struct SymptomFinding<'r> {
    /// The symptom, as the rules define it.
    pub symptom: &'r WarningSymptom,
    /// Whether this person should watch for it more than others.
    pub watch_more: bool,
    /// The items whose answers are the reason to watch for it.
    pub because: Vec<ItemIndex>,
    /// Whether it is printed. False only if its condition `show_when` is definitely false.
    pub shown: bool,
    /// The answer to whether the person has it now.
    pub reported: Answer,
}

impl<'r> Evaluation<'r> {
    /// Evaluates every rule.
    pub fn new(situation: &Situation<'r>) -> Self {
        let rules = situation.rules();
        let finding = |caution| Finding { caution, verdict: Verdict::of(caution, situation) };
        let symptom = |symptom| SymptomFinding::of(symptom, situation);
        Self {
            findings: rules.cautions().iter().map(finding).collect(),
            symptoms: rules.warning_symptoms().iter().map(symptom).collect(),
            urgent: urgent(situation),
        }
    }
}

impl Verdict {
    /// Evaluates one caution.
    pub fn of(caution: &Caution, situation: &Situation<'_>) -> Self {
        let applies = caution.applies_when.evaluate(situation);
        let open = caution.open_when.as_ref().map_or(Truth::False, |open| open.evaluate(situation));
        let unknown = |truth, condition: &Condition| {
            if truth == Truth::Unknown { condition.decisive_items(situation) } else { Vec::new() }
        };
        if applies == Truth::True {
            let same_day = caution.same_day_when.as_ref().is_some_and(|when| when.evaluate(situation) == Truth::True);
            let because = caution.applies_when.decisive_items(situation);
            let mut also_not_sure: Vec<ItemIndex> =
                caution.conditions().flat_map(|condition| condition.not_sure_items(situation)).collect();
            also_not_sure.sort_unstable();
            also_not_sure.dedup();
            return Self { state: State::Applies, because, settled_by: Vec::new(), also_not_sure, same_day };
        }
        let open_state = |state, because, settled_by| Self {
            state,
            because,
            settled_by,
            also_not_sure: Vec::new(),
            same_day: false,
        };
        let mut settled_by = unknown(applies, &caution.applies_when);
        if let Some(condition) = &caution.open_when {
            if open == Truth::True {
                return open_state(State::NotSure, condition.decisive_items(situation), settled_by);
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
        open_state(state, because, settled_by)
    }
}

impl<'r> SymptomFinding<'r> {
    /// Evaluates one warning symptom.
    pub fn of(symptom: &'r WarningSymptom, situation: &Situation<'_>) -> Self {
        let watch_more = symptom.watch_more_when.evaluate(situation) == Truth::True;
        let reported = symptom.reported_by.map_or(Answer::Unanswered, |item| situation.answer(item));
        let may_concern = symptom.show_when.as_ref().is_none_or(|when| when.evaluate(situation) != Truth::False);
        Self {
            symptom,
            watch_more,
            because: if watch_more { symptom.watch_more_when.decisive_items(situation) } else { Vec::new() },
            shown: may_concern || watch_more || is_yes(reported) || reported == Answer::NotSure,
            reported,
        }
    }
}
