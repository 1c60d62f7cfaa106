//! Rules in the expression language of ZEN.

use super::joined;
use super::plain::Plain;

/// A condition as an expression.
pub(crate) fn condition(plain: &Plain) -> String {
    match plain {
        Plain::All(parts) => joined(parts, "and", condition),
        Plain::Any(parts) => joined(parts, "or", condition),
        Plain::IsOneOf { question, options } => {
            let tests = options.iter().map(|option| format!("{question} == '{option}'"));
            format!("({})", tests.collect::<Vec<_>>().join(" or "))
        }
        Plain::Lists { group, items } => {
            let tests = items.iter().map(|item| format!("'{item}' in {group}"));
            format!("({})", tests.collect::<Vec<_>>().join(" or "))
        }
    }
}
