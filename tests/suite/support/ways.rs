//! The same answers in the ways that programs write them.

use serde_json::{Map, Value, json};

use super::{Given, built_in, to_json};

/// Writes the same answers in another form, by the bits of `way`: groups as lists where possible, items alone, what is
/// missing as null or as an empty text, another order, an `id`, spaces.
pub(crate) fn written(given: &Given, way: u64) -> String {
    let mut document: Map<String, Value> = serde_json::from_str(&to_json(given)).unwrap();
    if way & 1 == 1 {
        lists(&mut document);
    } else if way & 16 == 16 {
        items_alone(&mut document, if way & 32 == 32 { "." } else { "__" });
    }
    if way & 64 == 64 {
        missing(&mut document, &if way & 128 == 128 { json!("") } else { Value::Null });
    }
    let mut members: Vec<String> = document.iter().map(|(key, value)| format!("{}: {value}", json!(key))).collect();
    if way & 2 == 2 {
        members.reverse();
    }
    if way & 4 == 4 {
        members.push(if way & 256 == 256 { "\"id\": -17" } else { "\"id\":\"p 1 ~ ü\"" }.to_owned());
    }
    let (open, between) = if way & 8 == 8 { ("{ \t", " , ") } else { ("{", ",") };
    format!("{open}{}}}", members.join(between))
}

/// Groups of which every item is answered as a list of those that are yes.
fn lists(document: &mut Map<String, Value>) {
    for question in built_in().questions().iter().filter(|question| question.is_group) {
        let Some(members) = document.get(question.id.as_str()).and_then(Value::as_object) else { continue };
        let with = |answer: &str| -> Vec<String> {
            members.iter().filter(|(_, value)| *value == answer).map(|(key, _)| key.clone()).collect()
        };
        let (yes, no, not_sure) = (with("yes"), with("no"), with("not_sure"));
        let is_whole = members.len() == question.items.len();
        let list = if is_whole && not_sure.is_empty() && yes.is_empty() {
            vec!["none".to_owned()]
        } else if is_whole && not_sure.is_empty() {
            yes
        } else if is_whole && no.is_empty() {
            [vec!["not_sure".to_owned()], yes].concat()
        } else {
            continue;
        };
        document.insert(question.id.to_string(), json!(list));
    }
}

/// Every second group as items at the top level.
fn items_alone(document: &mut Map<String, Value>, between: &str) {
    for question in built_in().questions().iter().filter(|question| question.is_group).step_by(2) {
        let Some(Value::Object(members)) = document.remove(question.id.as_str()) else { continue };
        document.extend(members.into_iter().map(|(item, answer)| (format!("{}{between}{item}", question.id), answer)));
    }
}

/// Questions and items without an answer, with a value that says so.
fn missing(document: &mut Map<String, Value>, value: &Value) {
    for question in built_in().questions() {
        match document.get_mut(question.id.as_str()) {
            Some(Value::Object(members)) => {
                for item in &question.items {
                    members.entry(item.id.as_str()).or_insert_with(|| value.clone());
                }
            }
            Some(_) => {}
            None => {
                document.insert(question.id.to_string(), value.clone());
            }
        }
    }
}
