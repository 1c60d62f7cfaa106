//! What nothing reads: options without a reason, and coverage that is only claimed.

use std::collections::{BTreeMap, BTreeSet};

use super::Topic;
use super::place::Place;
use crate::load::diagnostic::Code;
use crate::load::raw;
use crate::model::RuleSet;
use crate::model::{Condition, OptionMask};
use crate::model::{CoveredBy, ItemIndex, Statement};

/// Reports options that no condition reads and that give no reason, reasons that are not needed, and questions of the
/// coverage register that no caution or symptom reads.
pub(super) fn report(rules: &RuleSet, frame: &Place<'_>, raw: &raw::RuleSetFile, topics: &[Topic<'_>]) {
    let read = read_options(rules);
    for topic in topics {
        for (place, question) in topic.place.each("questions", &topic.raw.questions) {
            report_question(rules, &read, &place, question);
        }
    }
    // A reported symptom is read by the urgency of a report.
    let reported = rules.warning_symptoms().iter().filter_map(|symptom| symptom.reported_by);
    let reading: BTreeSet<ItemIndex> = read.keys().copied().chain(reported).collect();
    for ((place, _), coverage) in frame.each("coverage", &raw.coverage).zip(rules.coverage()) {
        let CoveredBy::Questions(questions) = &coverage.by else {
            continue;
        };
        for question in questions.iter().map(|question| &rules[*question]) {
            if !question.items.iter().any(|item| reading.contains(&item.index)) {
                place.key("asked_by").report(
                    Code::NothingReads,
                    format!("no rule reads question `{}`", question.id),
                    "print the topic with `tell` instead",
                );
            }
        }
    }
}

fn report_question(rules: &RuleSet, read: &BTreeMap<ItemIndex, OptionMask>, place: &Place<'_>, raw: &raw::Question) {
    let check = |at: &Place<'_>, reference: &str, option: &str, reason: Option<&String>| {
        let Some(item) = rules.find_item(reference) else {
            return;
        };
        let index = item.options.iter().position(|known| known.id == *option);
        let is_read = index.is_some_and(|index| read.get(&item.index).is_some_and(|options| options.has(index)));
        match (is_read, reason) {
            (false, None) => at.report(
                Code::UnreadOption,
                "no condition reads this answer",
                "say why in `unread`, or write the rule that reads it",
            ),
            (true, Some(_)) => {
                at.key("unread").report(Code::NeedlessReason, "a condition reads this answer", "remove `unread`");
            }
            (false, Some(_)) | (true, None) => {}
        }
    };
    for (at, option) in place.each("options", raw.options.as_deref().unwrap_or(&[])) {
        check(&at, &raw.id, &option.id, option.unread.as_ref());
    }
    for (at, item) in place.each("items", raw.items.as_deref().unwrap_or(&[])) {
        check(&at, &format!("{}.{}", raw.id, item.id), "yes", item.unread.as_ref());
    }
}

/// The options that some condition of a rule set reads, by item.
fn read_options(rules: &RuleSet) -> BTreeMap<ItemIndex, OptionMask> {
    fn shown(statement: &Statement) -> Option<&Condition> {
        statement.show_when.as_ref()
    }
    let advice = rules.always().iter().chain(rules.monitoring()).chain(rules.alternatives());
    let cautions = rules.cautions().iter().flat_map(|caution| {
        [Some(&caution.applies_when), caution.open_when.as_ref(), caution.same_day_when.as_ref()]
            .into_iter()
            .chain(caution.details.iter().map(shown))
    });
    let symptoms = rules.warning_symptoms().iter().flat_map(|symptom| {
        [Some(&symptom.watch_more_when), symptom.show_when.as_ref()]
            .into_iter()
            .chain(symptom.details.iter().map(shown))
    });
    let asked = rules.questions().iter().map(|question| question.ask_when.as_ref());
    let conditions = cautions
        .chain(symptoms)
        .chain(asked)
        .chain(rules.coverage().iter().map(|coverage| match &coverage.by {
            CoveredBy::Printed { show_when, .. } => show_when.as_ref(),
            CoveredBy::Questions(_) => None,
        }))
        .chain(rules.headings().iter().map(|heading| Some(&heading.when)))
        .chain(advice.map(|advice| shown(&advice.statement)))
        .flatten()
        .chain(rules.conditions().map(|named| &named.when));
    let mut read: BTreeMap<ItemIndex, OptionMask> = BTreeMap::new();
    for leaf in conditions.flat_map(Condition::leaves) {
        let options = read.entry(leaf.item).or_default();
        *options = options.union(leaf.options);
    }
    read
}
