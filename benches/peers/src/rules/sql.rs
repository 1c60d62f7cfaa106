//! Rules as a query of `DuckDB` over lines of JSON.

use jakcheck::rules::RuleSet;

use super::joined;
use super::plain::{Plain, Rule};

/// A query for the records of the file that the variable `records` names.
pub(super) fn query(rules: &RuleSet, all: &[Rule]) -> String {
    let columns = rules.questions().iter().map(|question| {
        let kind = if question.is_group { "VARCHAR[]" } else { "VARCHAR" };
        format!("    \"{}\": '{kind}'", question.id)
    });
    let columns = columns.collect::<Vec<_>>().join(",\n");
    let cases = all.iter().map(|rule| format!("    CASE WHEN {} THEN '{}' END", condition(&rule.when), rule.id));
    let cases = cases.collect::<Vec<_>>().join(",\n");
    format!(
        "SELECT id, list_filter([\n{cases}\n  ], lambda caution: caution IS NOT NULL) AS applies\n\
         FROM read_json(getvariable('records'), format = 'newline_delimited', columns = {{\n    \"id\": 'VARCHAR',\n\
         {columns}\n  }})\n"
    )
}

fn condition(plain: &Plain) -> String {
    match plain {
        Plain::All(parts) => joined(parts, "AND", condition),
        Plain::Any(parts) => joined(parts, "OR", condition),
        Plain::IsOneOf { question, options } => format!("\"{question}\" IN ({})", quoted(options)),
        Plain::Lists { group, items } => match items.as_slice() {
            [item] => format!("list_contains(\"{group}\", '{item}')"),
            _ => format!("list_has_any(\"{group}\", [{}])", quoted(items)),
        },
    }
}

fn quoted(ids: &[String]) -> String {
    ids.iter().map(|id| format!("'{id}'")).collect::<Vec<_>>().join(", ")
}
