//! Rules as a jq program.

use super::joined;
use super::plain::{Plain, Rule};

/// A program that makes the result of a record.
pub(super) fn program(all: &[Rule]) -> String {
    let cases = all
        .iter()
        .map(|rule| format!("  if {} then \"{}\" else empty end", condition(&rule.when), rule.id))
        .collect::<Vec<_>>()
        .join(",\n");
    format!("{{id, applies: [\n{cases}\n]}}\n")
}

/// A list is searched for another list, which jq does without a program of its own: it gives the places.
fn condition(plain: &Plain) -> String {
    match plain {
        Plain::All(parts) => joined(parts, "and", condition),
        Plain::Any(parts) => joined(parts, "or", condition),
        Plain::IsOneOf { question, options } => {
            let tests = options.iter().map(|option| format!(".{question} == \"{option}\""));
            format!("({})", tests.collect::<Vec<_>>().join(" or "))
        }
        Plain::Lists { group, items } => {
            let tests = items.iter().map(|item| format!(".{group}[[\"{item}\"]][0]"));
            format!("({})", tests.collect::<Vec<_>>().join(" or "))
        }
    }
}
