//! The step of a query that evaluates the conditions of cautions and warning symptoms, and how soon help is needed.

use super::also_not_sure::{ListColumn, also_not_sure};
use super::columns::{CautionColumns, Columns, STEP_ERROR, watch_more_column};
use super::comment;
use super::expression::Expression;
use super::step::Step;
use crate::model::words::{ERROR, RECORD_ID, URGENT};
use crate::model::{Caution, Citation, ItemIndex, RuleSet, Urgency, WarningSymptom};
use crate::text::language;

/// The step. `with_also_not_sure` adds the columns of [`also_not_sure`].
pub(super) fn step(columns: Columns<'_>, with_also_not_sure: bool) -> Step {
    let rules = columns.rules;
    let mut list = vec![
        format!("    {}", columns.name(RECORD_ID)),
        format!("    {} AS {}", columns.name(STEP_ERROR), columns.name(ERROR)),
        format!("    {} AS {}", urgent(columns), columns.name(URGENT)),
    ];
    list.extend(rules.cautions().iter().map(|one| caution(columns, one, with_also_not_sure)));
    list.extend(rules.warning_symptoms().iter().map(|one| symptom(columns, one)));
    Step { name: "findings".to_owned(), columns: list, fence: columns.dialect.fence(), alias: "" }
}

fn caution(columns: Columns<'_>, caution: &Caution, with_also_not_sure: bool) -> String {
    let names = CautionColumns::new(caution, columns);
    let title = (language().export.caution_column)(caution.id.as_str(), caution.level, &caution.title);
    let mut list = vec![
        format!("    {} AS {}", columns.condition(&caution.applies_when).render(4), names.applies),
        format!("    {} AS {}", columns.doubted(&caution.applies_when).render(4), names.not_sure),
    ];
    if let Some(open_when) = &caution.open_when {
        list.push(format!("    {} AS {}", columns.condition(open_when).render(4), names.open));
        list.push(format!("    {} AS {}", columns.doubted(open_when).render(4), names.open_not_sure));
    }
    if with_also_not_sure && let Some(ListColumn { name, sql }) = also_not_sure(columns, caution) {
        list.push(format!("    {sql} AS {name}"));
    }
    comment::line(4, &title) + &sources(columns.rules, &caution.cites) + &list.join(",\n")
}

fn symptom(columns: Columns<'_>, symptom: &WarningSymptom) -> String {
    let title = comment::line(4, &(language().export.symptom_column)(symptom.id.as_str(), &symptom.title));
    let condition = columns.condition(&symptom.watch_more_when).render(4);
    let sources = sources(columns.rules, &symptom.cites);
    format!("{title}{sources}    {condition} AS {}", columns.name(&watch_more_column(symptom)))
}

/// A comment such as `-- Sources: topic_page.s14d, rinvoq_us_label.lipids`.
fn sources(rules: &RuleSet, cites: &[Citation]) -> String {
    let passages: Vec<String> =
        cites.iter().map(|cite| format!("{}.{}", rules[cite.source].id, rules.passage(cite).id)).collect();
    comment::line(4, &(language().export.cites)(&passages))
}

/// `emergency` if a sign of an emergency is reported; else `same_day` if a sign for the same day is reported or a
/// caution says so; else NULL.
fn urgent(columns: Columns<'_>) -> String {
    let same_day = columns.rules.cautions().iter().filter_map(|caution| caution.same_day_when.as_ref());
    let same_day = same_day.map(|condition| columns.condition(condition));
    let same_day: Vec<Expression> = reported(columns, Urgency::SameDay).into_iter().chain(same_day).collect();
    let when = |parts: Vec<Expression>, word: &str| {
        let text = (!parts.is_empty()).then(|| Expression::or(parts).render(8));
        text.map_or_else(String::new, |text| format!("      WHEN {text}\n      THEN '{word}'\n"))
    };
    let cases = when(reported(columns, Urgency::Emergency), "emergency") + &when(same_day, "same_day");
    if cases.is_empty() {
        return format!("CAST(NULL AS {})", columns.dialect.text_type());
    }
    format!("CASE\n{cases}    END")
}

/// The expressions under which a symptom of this urgency is reported: the answer is yes, or, for some symptoms, *not
/// sure*.
fn reported(columns: Columns<'_>, urgency: Urgency) -> Vec<Expression> {
    let symptoms = columns.rules.warning_symptoms().iter().filter(|symptom| symptom.urgency == urgency);
    let mut items: Vec<(ItemIndex, bool)> =
        symptoms.filter_map(|symptom| Some((symptom.reported_by?, symptom.not_sure_counts))).collect();
    items.sort_unstable();
    let yes = (!items.is_empty()).then(|| columns.any_yes(items.iter().map(|(item, _)| *item)));
    let doubts = items.iter().filter(|(_, counts)| *counts).map(|(item, _)| columns.not_sure(*item));
    yes.into_iter().chain(doubts).collect()
}
