//! Rules as a query of `DuckDB` over lines of JSON.

use jakcheck::model::RuleSet;

use super::joined;
use super::plain::{Plain, Rule};

/// A query for the records of the file that the variable `records` names, one line of text each.
///
/// Building that text in the query is faster than lists that the JSON writer takes apart, `list_contains` with *or*
/// faster than `list_has_any`, and a small `maximum_object_size` lets threads share one file.
pub(super) fn query(rules: &RuleSet, all: &[Rule]) -> String {
    let columns: String = rules
        .questions()
        .iter()
        .map(|question| {
            let kind = if question.is_group { "VARCHAR[]" } else { "VARCHAR" };
            format!(",\n    \"{}\": '{kind}'", question.id)
        })
        .collect();
    let cases: String = all
        .iter()
        .map(|rule| format!(",\n    CASE WHEN {} THEN '\"{}\"' END", condition(&rule.when), rule.id))
        .collect();
    format!(
        "SELECT '{{\"id\":' || to_json(id) || ',\"applies\":[' || concat_ws(','{cases}\n  ) || ']}}'\n\
         FROM read_json(getvariable('records'), format = 'newline_delimited', maximum_object_size = 65536,\n  \
         columns = {{\n    \"id\": 'VARCHAR'{columns}\n  }})\n"
    )
}

fn condition(plain: &Plain) -> String {
    match plain {
        Plain::All(parts) => joined(parts, "AND", condition),
        Plain::Any(parts) => joined(parts, "OR", condition),
        Plain::IsOneOf { question, options } => {
            let options = options.iter().map(|option| format!("'{option}'"));
            format!("\"{question}\" IN ({})", options.collect::<Vec<_>>().join(", "))
        }
        Plain::Lists { group, items } => {
            let tests = items.iter().map(|item| format!("list_contains(\"{group}\", '{item}')"));
            format!("({})", tests.collect::<Vec<_>>().join(" OR "))
        }
    }
}
