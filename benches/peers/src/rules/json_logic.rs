//! Rules in JSON Logic.

use serde_json::{Value, json};

use super::plain::Plain;

/// A condition in JSON Logic.
pub(crate) fn condition(plain: &Plain) -> Value {
    let of = |parts: &[Plain]| Value::Array(parts.iter().map(condition).collect());
    match plain {
        Plain::All(parts) => json!({ "and": of(parts) }),
        Plain::Any(parts) => json!({ "or": of(parts) }),
        Plain::IsOneOf { question, options } => match options.as_slice() {
            [option] => json!({ "===": [{ "var": question }, option] }),
            _ => json!({ "in": [{ "var": question }, options] }),
        },
        Plain::Lists { group, items } => match items.as_slice() {
            [item] => json!({ "in": [item, { "var": group }] }),
            _ => json!({ "some": [{ "var": group }, { "in": [{ "var": "" }, items] }] }),
        },
    }
}
