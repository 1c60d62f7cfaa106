//! Rules in JSON Logic.

use serde_json::{Value, json};

use super::plain::Plain;

/// A condition in JSON Logic.
pub fn condition(plain: &Plain) -> Value {
    let v = std::env::var("JL").unwrap_or_default();
    let eq = if v.contains("loose") {"=="} else {"==="};
    let of = |parts: &[Plain]| Value::Array(parts.iter().map(condition).collect());
    match plain {
        Plain::All(parts) => json!({ "and": of(parts) }),
        Plain::Any(parts) => json!({ "or": of(parts) }),
        Plain::IsOneOf { question, options } => match options.as_slice() {
            [option] if !v.contains("allin") => json!({ eq: [{ "var": question }, option] }),
            _ if v.contains("oreq") => { let a: Vec<Value> = options.iter().map(|o| json!({ eq: [{ "var": question }, o] })).collect(); json!({"or": a}) }
            _ => json!({ "in": [{ "var": question }, options] }),
        },
        Plain::Lists { group, items } => match items.as_slice() {
            [item] if !v.contains("allsome") => json!({ "in": [item, { "var": group }] }),
            _ if v.contains("orin") => { let a: Vec<Value> = items.iter().map(|o| json!({ "in": [o, {"var": group}] })).collect(); json!({"or": a}) }
            _ => json!({ "some": [{ "var": group }, { "in": [{ "var": "" }, items] }] }),
        },
    }
}
