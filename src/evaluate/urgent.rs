//! What is urgent: the answers that are an emergency, and those for the same day.

use super::situation::Situation;
use crate::model::{Answer, ItemIndex, Now, Truth, Urgency, WarningSymptom};

/// What to do now, and the items whose answers are the reason. An emergency if an emergency sign is reported; the same
/// day if a sign for the same day is reported or the `same_day_when` of a caution is true. A *not sure* about an
/// emergency sign does not hide what is for the same day.
pub fn urgent(situation: &Situation<'_>) -> Option<(Now, Vec<ItemIndex>)> {
    let is_sure = |items: &[ItemIndex]| items.iter().any(|item| situation.answer(*item) != Answer::NotSure);
    let mut items = situation.rules().emergency_items();
    items.retain(|item| emergency([situation.answer(*item)]).is_some());
    let emergency = emergency(items.iter().map(|item| situation.answer(*item)));
    let mut now = emergency;
    if emergency != Some(Now::Emergency) {
        let same_day = same_day(situation);
        if !same_day.is_empty() {
            now = match emergency {
                Some(_) => Some(Now::MaybeEmergencyOrSameDay),
                None if is_sure(&same_day) => Some(Now::SameDay),
                None => Some(Now::MaybeSameDay),
            };
        }
        items.extend(same_day);
    }
    items.sort_unstable();
    items.dedup();
    now.map(|now| (now, items))
}

/// The urgency of answers about emergency signs: any yes is an emergency, and otherwise any *not sure* may be one.
pub fn emergency(answers: impl IntoIterator<Item = Answer>) -> Option<Now> {
    let of = |answer: Answer| match answer {
        _ if is_yes(answer) => Some(Now::Emergency),
        Answer::NotSure => Some(Now::MaybeEmergency),
        Answer::Chosen(_) | Answer::Unanswered | Answer::LeftOut => None,
    };
    answers.into_iter().filter_map(of).max()
}

/// The items whose answers need a call today.
fn same_day(situation: &Situation<'_>) -> Vec<ItemIndex> {
    let rules = situation.rules();
    let symptoms = rules.warning_symptoms().iter().filter(|symptom| symptom.urgency == Urgency::SameDay);
    let reported = symptoms.filter_map(|symptom| {
        let item = symptom.reported_by?;
        is_reported(symptom, situation.answer(item)).then_some(item)
    });
    let mut items: Vec<ItemIndex> = reported.collect();
    for condition in rules.cautions().iter().filter_map(|caution| caution.same_day_when.as_ref()) {
        if condition.evaluate(situation) == Truth::True {
            items.extend(condition.decisive_items(situation));
        }
    }
    items
}

/// Whether an answer reports a symptom: yes, and *not sure* where that counts like yes.
fn is_reported(symptom: &WarningSymptom, answer: Answer) -> bool {
    is_yes(answer) || (symptom.not_sure_counts && answer == Answer::NotSure)
}

/// Whether an item of a group is answered with yes.
pub fn is_yes(answer: Answer) -> bool {
    answer == Answer::YES
}
