//! A second evaluator, independent of the first: it evaluates with all unknown answers true, then false.

use std::collections::BTreeSet;

use jakcheck::model::State;

use super::rules::built_in;
use super::rules_by_hand::Text::{self, All, Any, Is};
use super::rules_by_hand::{same_day_when, show_when};

/// Answers by item reference. All other items are unanswered.
#[derive(Debug, Default)]
pub(crate) struct Given<'a>(pub(crate) Vec<(&'a str, &'a str)>);

impl<'a> Given<'a> {
    fn get(&self, item: &str) -> Option<&'a str> {
        self.0.iter().find(|(known, _)| *known == item).map(|(_, answer)| *answer)
    }
}

/// The answer to an item: an option, `not_sure`, or `None`.
pub(crate) struct Naive<'a> {
    pub(crate) given: &'a Given<'a>,
}

impl Naive<'_> {
    /// Whether an item without an answer was left out, as the last question is for some illnesses.
    fn is_left_out(&self, item: &str) -> bool {
        item == "prior_other_systemic"
            && !matches!(self.given.get("condition"), None | Some("not_sure" | "ad" | "uc" | "crohns"))
    }

    /// The value if every unknown leaf has the value `unknown`.
    pub(crate) fn value(&self, text: &Text, unknown: bool) -> bool {
        match text {
            Is(item, options) => match self.given.get(item) {
                Some("not_sure") => unknown,
                Some(answer) => options.contains(&answer),
                None => unknown && !self.is_left_out(item),
            },
            All(parts) => parts.iter().all(|part| self.value(part, unknown)),
            Any(parts) => parts.iter().any(|part| self.value(part, unknown)),
        }
    }

    pub(crate) fn is_open(&self, text: &Text) -> bool {
        self.value(text, true) && !self.value(text, false)
    }

    /// Whether an unknown condition is unknown because of an answer *not sure*.
    pub(crate) fn has_not_sure(&self, text: &Text) -> bool {
        self.is_open(text)
            && match text {
                Is(item, _) => self.given.get(item) == Some("not_sure"),
                All(parts) | Any(parts) => parts.iter().any(|part| self.has_not_sure(part)),
            }
    }

    /// The items answered *not sure* in parts that are not definitely false, where the caution applies.
    pub(crate) fn also_not_sure(&self, applies: &Text, open: Option<&Text>) -> BTreeSet<&'static str> {
        let mut items = BTreeSet::new();
        if self.value(applies, false) {
            [Some(applies), open].into_iter().flatten().for_each(|text| self.collect_not_sure(text, &mut items));
        }
        items
    }

    fn collect_not_sure(&self, text: &Text, items: &mut BTreeSet<&'static str>) {
        if !self.value(text, true) {
            return;
        }
        match text {
            Is(item, _) if self.given.get(item) == Some("not_sure") => {
                items.insert(item);
            }
            Is(..) => {}
            All(parts) | Any(parts) => parts.iter().for_each(|part| self.collect_not_sure(part, items)),
        }
    }

    pub(crate) fn state(&self, applies: &Text, open: Option<&Text>) -> State {
        let is_kept_open = open.is_some_and(|open| self.value(open, false));
        let texts = || [Some(applies), open].into_iter().flatten();
        if self.value(applies, false) {
            State::Applies
        } else if is_kept_open || texts().any(|text| self.has_not_sure(text)) {
            State::NotSure
        } else if texts().any(|text| self.is_open(text)) {
            State::NotAsked
        } else {
            State::NoMatch
        }
    }
}

pub(crate) fn items_of(text: &Text, items: &mut Vec<&'static str>) {
    match text {
        Is(item, _) => {
            if !items.contains(item) {
                items.push(item);
            }
        }
        All(parts) | Any(parts) => parts.iter().for_each(|part| items_of(part, items)),
    }
}

/// Whether a warning symptom is printed.
pub(crate) fn is_shown(symptom: &str, naive: &Naive<'_>) -> bool {
    let is_reported = matches!(naive.given.get(&format!("symptoms_now.{symptom}")), Some("yes" | "not_sure"));
    is_reported || show_when(symptom).is_none_or(|text| naive.value(&text, true))
}

pub(crate) fn urgency(given: &Given<'_>) -> Option<&'static str> {
    const EMERGENCY: [&str; 7] =
        ["clot_leg", "clot_lung", "heart_attack", "stroke", "allergic_reaction", "eye", "bowel_tear"];
    const SAME_DAY: [&str; 8] = [
        "serious_infection",
        "tb",
        "shingles",
        "liver",
        "low_blood",
        "low_sugar",
        "pregnant_on_treatment",
        "swollen_glands",
    ];
    const COUNT_NOT_SURE: [&str; 4] = ["serious_infection", "tb", "shingles", "pregnant_on_treatment"];
    let now = |symptom: &&str| given.get(&format!("symptoms_now.{symptom}"));
    let naive = Naive { given };
    let cautions = built_in().cautions().iter().filter_map(|caution| same_day_when(caution.id.as_str()));
    let is_same_day = cautions.into_iter().any(|text| naive.value(&text, false));
    if EMERGENCY.iter().any(|symptom| matches!(now(symptom), Some("yes" | "not_sure"))) {
        Some("emergency")
    } else if SAME_DAY.iter().any(|symptom| now(symptom) == Some("yes"))
        || COUNT_NOT_SURE.iter().any(|symptom| now(symptom) == Some("not_sure"))
        || is_same_day
    {
        Some("same_day")
    } else {
        None
    }
}
