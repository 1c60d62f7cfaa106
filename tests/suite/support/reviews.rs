//! Rule sets in which made-up people have reviewed rules.

use jakcheck::load::{RuleFile, RuleFiles, rules_to_review};
use jakcheck::model::{Rule, RuleSet};
use serde_json::{Value, json};

use super::rules::small_files;

/// The files of a rule set with one file more, or another in its place.
pub(crate) fn with_file(files: &RuleFiles, name: &str, bytes: Vec<u8>) -> RuleFiles {
    let others = files.iter().filter(|file| file.name != name).cloned();
    let added = RuleFile { name: name.to_owned(), path: name.to_owned(), bytes: bytes.into() };
    RuleFiles::new(others.chain([added]).collect())
}

/// The files with other words in one of them.
pub(crate) fn changed(files: &RuleFiles, name: &str, from: &str, to: &str) -> RuleFiles {
    let file = files.iter().find(|file| file.name == name).unwrap();
    let text = String::from_utf8(file.bytes.to_vec()).unwrap();
    assert!(text.contains(from), "{name} has no `{from}`");
    with_file(files, name, text.replacen(from, to, 1).into_bytes())
}

/// The record of a clinician who checked all of a rule, and agreed.
pub(crate) fn record(rule: &Rule) -> Value {
    let checked: &[&str] = if rule.has_condition { &["fact", "wording", "condition"] } else { &["fact", "wording"] };
    json!({
        "kind": rule.kind, "id": rule.id, "digest": rule.digest,
        "by": { "name": "Robin Example", "profession": "rheumatologist", "clinician": true },
        "on": "2026-01-10", "checked": checked, "outcome": "agreed",
    })
}

/// The files with these records.
pub(crate) fn with_records(files: &RuleFiles, records: &[Value]) -> RuleFiles {
    with_file(files, "reviews.json", serde_json::to_vec(&json!({ "reviews": records })).unwrap())
}

/// A record of each rule of the small rule set.
pub(crate) fn all_records() -> Vec<Value> {
    rules_to_review(&small_files()).iter().map(record).collect()
}

/// Who reviewed all of a rule set, and the day of the last review.
pub(crate) fn reviewed_by(files: &RuleFiles) -> Option<(Vec<String>, String)> {
    let rules = RuleSet::load(files).unwrap_or_else(|error| panic!("{error:?}"));
    rules.header().clinical_review.as_ref().map(|review| (review.by.clone(), review.on.to_string()))
}
