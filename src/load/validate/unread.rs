//! Reports options and questions that no condition reads.

use std::collections::{BTreeMap, BTreeSet};

use super::documents::TopicFile;
use super::place::Place;
use crate::load::diagnostic::Code;
use crate::load::raw;
use crate::model::{Condition, CoveredBy, Item, ItemIndex, OptionIndex, OptionMask, Question, RuleSet, Statement};
use crate::text::language;

/// Reports options that no condition reads and that have no reason in `unread`, reasons that are not needed, and
/// questions of the coverage register that no caution or symptom reads.
pub(super) fn report(rules: &RuleSet, frame: &Place<'_>, raw: &raw::RuleSetFile<'_>, topics: &[TopicFile<'_>]) {
    let read = read_options(rules);
    let written = topics.iter().flat_map(|topic| topic.place.each("questions", &topic.raw.questions));
    for ((place, raw), question) in written.zip(rules.questions()) {
        report_question(&read, &place, raw, question);
    }
    // The urgency of a report depends on the items that report symptoms, although no condition reads them.
    let reported = rules.warning_symptoms().iter().filter_map(|symptom| symptom.reported_by);
    let reading: BTreeSet<ItemIndex> = read.keys().copied().chain(reported).collect();
    for ((place, _), coverage) in frame.each("coverage", &raw.coverage).zip(rules.coverage()) {
        let CoveredBy::Questions(questions) = &coverage.by else {
            continue;
        };
        for question in questions.iter().map(|question| &rules[*question]) {
            if !question.items.iter().any(|item| reading.contains(&item.index)) {
                let mistake = (language().rules.unread_question)(question.id.as_str());
                place.key("asked_by").report(Code::NothingReads, mistake);
            }
        }
    }
}

fn report_question(
    read: &BTreeMap<ItemIndex, OptionMask>,
    place: &Place<'_>,
    raw: &raw::Question<'_>,
    question: &Question,
) {
    let check = |at: &Place<'_>, item: &Item, option: OptionIndex, reason: Option<&raw::Text<'_>>| {
        let is_read = read.get(&item.index).is_some_and(|options| options.has(option.0));
        match (is_read, reason) {
            (false, None) => at.report(Code::UnreadOption, language().rules.unread_option),
            (true, Some(_)) => at.key("unread").report(Code::NeedlessReason, language().rules.needless_reason),
            (false, Some(_)) | (true, None) => {}
        }
    };
    for (index, (at, option)) in place.each("options", raw.options.as_deref().unwrap_or(&[])).enumerate() {
        check(&at, question.first(), OptionIndex(index), option.unread.as_ref());
    }
    for ((at, raw), item) in place.each("items", raw.items.as_deref().unwrap_or(&[])).zip(&question.items) {
        check(&at, item, OptionIndex::YES, raw.unread.as_ref());
    }
}

/// The options that the conditions of a rule set read, by item.
fn read_options(rules: &RuleSet) -> BTreeMap<ItemIndex, OptionMask> {
    fn shown(statement: &Statement) -> Option<&Condition> {
        statement.show_when.as_ref()
    }
    let advice = rules.always().iter().chain(rules.monitoring()).chain(rules.alternatives());
    let cautions = rules.cautions().iter().flat_map(|caution| {
        [Some(&caution.applies_when), caution.open_when.as_ref(), caution.same_day_when.as_ref()]
            .into_iter()
            .chain(caution.statements().map(shown))
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
