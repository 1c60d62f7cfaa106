//! The rules of a rule set that are reviewed by themselves, each with the digest of what it says.
//!
//! The digest is that of the JSON with sorted keys and without spaces, so that only what is said counts, and not how the
//! file is laid out.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::files::RuleFiles;
use crate::model::{Rule, RuleKind};

/// The keys of conditions.
const CONDITIONS: [&str; 7] =
    ["ask_when", "applies_when", "open_when", "same_day_when", "show_when", "watch_more_when", "when"];

/// The lists of a topic whose entries are rules of their own.
const LISTS: [(&str, RuleKind); 3] =
    [("questions", RuleKind::Question), ("cautions", RuleKind::Caution), ("warning_symptoms", RuleKind::Symptom)];

/// What `rule-set.json` says to people.
const FRAME: [&str; 4] = ["title", "always", "headings", "coverage"];

/// The rules of files that were loaded: by topic, then the passages by source, then what belongs to none.
pub fn rules_to_review(files: &RuleFiles) -> Vec<Rule> {
    let frame = parsed(files, "rule-set.json");
    let digester = Digester { named: list(&frame, "conditions").iter().map(|named| (id(named), named)).collect() };
    let mut rules = Vec::new();
    for topic in list(&frame, "topics").iter().filter_map(Value::as_str) {
        let file = parsed(files, &format!("topics/{topic}.json"));
        let rest = without(&file, &LISTS.map(|(key, _)| key));
        rules.push(digester.rule(RuleKind::Topic, topic.to_owned(), topic, &rest));
        for (key, kind) in LISTS {
            rules.extend(list(&file, key).iter().map(|one| digester.rule(kind, id(one).to_owned(), topic, one)));
        }
    }
    for source in list(&parsed(files, "sources.json"), "sources") {
        let about = without(source, &["passages"]);
        rules.extend(list(source, "passages").iter().map(|passage| {
            let both = json!({ "source": about, "passage": passage });
            digester.rule(RuleKind::Passage, format!("{}/{}", id(source), id(passage)), id(source), &both)
        }));
    }
    let said: Value = FRAME.iter().map(|key| ((*key).to_owned(), frame.get(key).cloned())).collect();
    rules.push(digester.rule(RuleKind::RuleSet, id(&frame).to_owned(), id(&frame), &said));
    rules
}

fn parsed(files: &RuleFiles, name: &str) -> Value {
    let file = files.iter().find(|file| file.name == name);
    file.and_then(|file| serde_json::from_slice(&file.bytes).ok()).unwrap_or(Value::Null)
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn id(value: &Value) -> &str {
    value.get("id").and_then(Value::as_str).unwrap_or("")
}

/// An object without some of its keys.
fn without(value: &Value, keys: &[&str]) -> Value {
    let members = value.as_object().into_iter().flatten();
    members.filter(|(key, _)| !keys.contains(&key.as_str())).map(|(key, value)| (key.clone(), value.clone())).collect()
}

struct Digester<'v> {
    named: BTreeMap<&'v str, &'v Value>,
}

impl<'v> Digester<'v> {
    fn rule(&self, kind: RuleKind, id: String, part: &str, says: &Value) -> Rule {
        let mut held = BTreeMap::new();
        self.hold(says, &mut held);
        let mut text = String::new();
        canonical(&json!({ "rule": says, "conditions": held.values().collect::<Vec<_>>() }), &mut text);
        let digest = format!("{:x}", Sha256::digest(text));
        Rule { kind, id, part: part.to_owned(), digest, has_condition: has_condition(says) }
    }

    /// Collects the named conditions that a rule holds, and those that they hold.
    fn hold(&self, value: &Value, held: &mut BTreeMap<&'v str, &'v Value>) {
        for (key, inner) in members(value) {
            if let (Some("holds"), Some((name, named))) =
                (key, inner.as_str().and_then(|name| self.named.get_key_value(name)))
                && held.insert(name, named).is_none()
            {
                self.hold(named, held);
            }
            self.hold(inner, held);
        }
    }
}

/// What is directly in an object, with its keys, or in a list.
fn members(value: &Value) -> impl Iterator<Item = (Option<&str>, &Value)> {
    let of_object = value.as_object().into_iter().flatten().map(|(key, inner)| (Some(key.as_str()), inner));
    of_object.chain(value.as_array().into_iter().flatten().map(|inner| (None, inner)))
}

fn has_condition(value: &Value) -> bool {
    members(value).any(|(key, inner)| key.is_some_and(|key| CONDITIONS.contains(&key)) || has_condition(inner))
}

/// Writes JSON with sorted keys and without spaces.
fn canonical(value: &Value, text: &mut String) {
    let (open, close) = if value.is_object() { ('{', '}') } else { ('[', ']') };
    if !value.is_object() && !value.is_array() {
        text.push_str(&value.to_string());
        return;
    }
    let mut all: Vec<(Option<&str>, &Value)> = members(value).collect();
    // The entries of a list have no key, so they keep their order.
    all.sort_by_key(|(key, _)| *key);
    text.push(open);
    for (place, (key, inner)) in all.into_iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        if let Some(key) = key {
            text.push_str(&Value::from(key).to_string());
            text.push(':');
        }
        canonical(inner, text);
    }
    text.push(close);
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn keys_are_sorted_and_lists_are_not() {
        let mut text = String::new();
        super::canonical(&json!({ "b": [2, 1, {}], "a\"": { "d": null, "c": "\u{e9}\n" } }), &mut text);
        assert_eq!(text, "{\"a\\\"\":{\"c\":\"\u{e9}\\n\",\"d\":null},\"b\":[2,1,{}]}");
    }
}
