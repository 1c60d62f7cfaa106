//! The step of a query with what is known of each caution and each warning symptom, and how soon help is needed.

use super::beside::{Beside, also_not_sure};
use super::columns::{CautionColumns, Columns, FOUND, watch_more};
use super::comment;
use super::expression::Expression;
use super::step::Step;
use crate::model::words::{ERROR, RECORD_ID, URGENT};
use crate::model::{Caution, Citation, ItemIndex, RuleSet, Urgency, WarningSymptom};
use crate::text::language;

/// The conditions of cautions and symptoms; `with_beside` what is not sure beside them too.
pub(super) fn step(columns: Columns<'_>, with_beside: bool) -> Step {
    let rules = columns.rules;
    let mut list = vec![
        format!("    {}", columns.name(RECORD_ID)),
        format!("    {} AS {}", columns.name(FOUND), columns.name(ERROR)),
        format!("    {} AS {}", urgent(columns), columns.name(URGENT)),
    ];
    list.extend(rules.cautions().iter().map(|one| caution(columns, one, with_beside)));
    list.extend(rules.warning_symptoms().iter().map(|one| symptom(columns, one)));
    Step { name: "findings".to_owned(), columns: list, fence: columns.dialect.fence(), alias: "" }
}

fn caution(columns: Columns<'_>, caution: &Caution, with_beside: bool) -> String {
    let names = CautionColumns::new(caution, columns);
    let title = (language().export.caution_column)(caution.id.as_str(), caution.level, &caution.title);
    let mut list = vec![
        format!("    {} AS {}", columns.condition(&caution.applies_when).text(4), names.applies),
        format!("    {} AS {}", columns.doubted(&caution.applies_when).text(4), names.not_sure),
    ];
    if let Some(open_when) = &caution.open_when {
        list.push(format!("    {} AS {}", columns.condition(open_when).text(4), names.open));
        list.push(format!("    {} AS {}", columns.doubted(open_when).text(4), names.open_not_sure));
    }
    if with_beside && let Some(Beside { name, text }) = also_not_sure(columns, caution) {
        list.push(format!("    {text} AS {name}"));
    }
    comment::line(4, &title) + &sources(columns.rules, &caution.cites) + &list.join(",\n")
}

fn symptom(columns: Columns<'_>, symptom: &WarningSymptom) -> String {
    let title = comment::line(4, &(language().export.symptom_column)(symptom.id.as_str(), &symptom.title));
    let condition = columns.condition(&symptom.watch_more_when).text(4);
    let sources = sources(columns.rules, &symptom.cites);
    format!("{title}{sources}    {condition} AS {}", columns.name(&watch_more(symptom)))
}

/// "Sources: `topic_page.s14d`, `rinvoq_us_label.lipids`"
fn sources(rules: &RuleSet, cites: &[Citation]) -> String {
    let passages: Vec<String> =
        cites.iter().map(|cite| format!("{}.{}", rules[cite.source].id, rules.passage(cite).id)).collect();
    comment::line(4, &(language().export.cites)(&passages))
}

/// The most urgent thing: an emergency sign; then a sign for the same day, or a caution.
fn urgent(columns: Columns<'_>) -> String {
    let same_day = columns.rules.cautions().iter().filter_map(|caution| caution.same_day_when.as_ref());
    let same_day = same_day.map(|condition| columns.condition(condition));
    let same_day: Vec<Expression> = reported(columns, Urgency::SameDay).into_iter().chain(same_day).collect();
    let when = |parts: Vec<Expression>, word: &str| {
        let text = (!parts.is_empty()).then(|| Expression::or(parts).text(8));
        text.map_or_else(String::new, |text| format!("      WHEN {text}\n      THEN '{word}'\n"))
    };
    let cases = when(reported(columns, Urgency::Emergency), "emergency") + &when(same_day, "same_day");
    if cases.is_empty() {
        return format!("CAST(NULL AS {})", columns.dialect.text());
    }
    format!("CASE\n{cases}    END")
}

/// What reports a symptom of an urgency: yes, and to some symptoms *not sure*.
fn reported(columns: Columns<'_>, urgency: Urgency) -> Vec<Expression> {
    let symptoms = columns.rules.warning_symptoms().iter().filter(|symptom| symptom.urgency == urgency);
    let mut items: Vec<(ItemIndex, bool)> =
        symptoms.filter_map(|symptom| Some((symptom.reported_by?, symptom.not_sure_counts))).collect();
    items.sort_unstable();
    let yes = (!items.is_empty()).then(|| columns.any_yes(items.iter().map(|(item, _)| *item)));
    let doubts = items.iter().filter(|(_, counts)| *counts).map(|(item, _)| columns.not_sure(*item));
    yes.into_iter().chain(doubts).collect()
}
