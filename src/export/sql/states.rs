//! The end of a query: the state of each caution.

use super::also_not_sure::{ListColumn, also_not_sure};
use super::columns::{CautionColumns, Columns, watch_more_column};
use crate::model::Caution;
use crate::model::words::{ALSO_NOT_SURE, ERROR, RECORD_ID, URGENT};

/// One row for each record: a column for each caution and each symptom.
pub(super) fn wide(columns: Columns<'_>, from: &str) -> String {
    select(columns, from, 0, |_| None)
}

/// One row for each record and caution. A record with an error has one row, without a caution.
pub(super) fn long(columns: Columns<'_>, from: &str) -> String {
    let cautions = columns.rules.cautions();
    let rows: Vec<String> = cautions.iter().map(|one| format!("    ('{}', {})", one.id, one.level.number())).collect();
    let when = |caution: &Caution| format!("    WHEN '{}' THEN s.{}\n", caution.id, columns.name(caution.id.as_str()));
    let when: String = cautions.iter().map(when).collect();
    let list_name = |caution: &Caution| also_not_sure(columns, caution).map(|ListColumn { name, .. }| name);
    let listed = |caution: &Caution| Some(format!("    WHEN '{}' THEN s.{}\n", caution.id, list_name(caution)?));
    let listed: String = cautions.iter().filter_map(listed).collect();
    let [states, names, caution, level, state, id, error, urgent, also_not_sure] =
        ["states", "cautions", "caution", "level", "state", RECORD_ID, ERROR, URGENT, ALSO_NOT_SURE]
            .map(|name| columns.name(name));
    let listed = if listed.is_empty() {
        format!("CAST(NULL AS {})", columns.dialect.text_type())
    } else {
        format!("CASE c.{caution}\n{listed}  END")
    };
    format!(
        ",\n{states} AS ({}),\n{names} ({caution}, {level}) AS (\n  VALUES\n{}\n)\nSELECT\n  s.{id},\n  s.{error},\n  \
         s.{urgent},\n  c.{caution},\n  c.{level},\n  CASE c.{caution}\n{when}  END AS {state},\n  {listed} AS \
         {also_not_sure}\nFROM {states} AS s\nLEFT JOIN {names} AS c ON s.{error} IS NULL\n",
        select(columns, from, 2, list_name),
        rows.join(",\n"),
    )
}

/// One row for each record, indented by `indent` spaces. `list_name` gives the name of the column of [`also_not_sure`],
/// if a caution has one.
fn select(columns: Columns<'_>, from: &str, indent: usize, list_name: impl Fn(&Caution) -> Option<String>) -> String {
    let (rules, inner) = (columns.rules, indent + 2);
    let name = |name: &str| format!("f.{}", columns.name(name));
    let error = name(ERROR);
    let unless_error = |name: &str| {
        let column = columns.name(name);
        format!("CASE WHEN {error} IS NULL THEN f.{column} END AS {column}")
    };
    let list_column = |caution: &Caution| {
        let column = list_name(caution)?;
        let applies = name(caution.id.as_str());
        Some(format!("CASE WHEN {error} IS NULL AND {applies} THEN f.{column} END AS {column}"))
    };
    let mut list = vec![name(RECORD_ID), error.clone(), unless_error(URGENT)];
    list.extend(rules.cautions().iter().map(|caution| state(columns, caution, inner)));
    list.extend(rules.warning_symptoms().iter().map(|symptom| unless_error(&watch_more_column(symptom))));
    list.extend(rules.cautions().iter().filter_map(list_column));
    let list = list.join(&format!(",\n{:inner$}", ""));
    format!("\n{0:indent$}SELECT\n{0:inner$}{list}\n{0:indent$}FROM {1} AS f\n", "", columns.name(from))
}

/// The state of a caution. It is `no_match` only where its conditions are definitely false.
fn state(columns: Columns<'_>, caution: &Caution, indent: usize) -> String {
    let CautionColumns { applies, not_sure, open, open_not_sure } = CautionColumns::new(caution, columns);
    let cases = if caution.open_when.is_some() {
        vec![
            format!("WHEN f.{applies} THEN 'applies'"),
            format!("WHEN f.{open} THEN 'not_sure'"),
            format!("WHEN NOT f.{applies} AND NOT f.{open} THEN 'no_match'"),
            format!("WHEN f.{applies} IS NULL AND f.{not_sure} THEN 'not_sure'"),
            format!("WHEN f.{open} IS NULL AND f.{open_not_sure} THEN 'not_sure'"),
        ]
    } else {
        vec![
            format!("WHEN f.{applies} THEN 'applies'"),
            format!("WHEN NOT f.{applies} THEN 'no_match'"),
            format!("WHEN f.{not_sure} THEN 'not_sure'"),
        ]
    };
    let first = format!("WHEN f.{} IS NOT NULL THEN NULL", columns.name(ERROR));
    let last = "ELSE 'not_asked'".to_owned();
    let cases: Vec<String> = [first].into_iter().chain(cases).chain([last]).collect();
    let inner = indent + 2;
    let cases = cases.join(&format!("\n{:inner$}", ""));
    format!("CASE\n{0:inner$}{cases}\n{0:indent$}END AS {applies}", "")
}
