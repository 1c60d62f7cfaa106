//! Records for batches and databases: the answer to each item, as lines and as a table.

use jakcheck::answers;
use jakcheck::model::{Item, RuleSet};
use serde_json::Value;

use super::answers::to_json;
use super::random::Random;

/// The answer of a record to each item, in the order of the rule set: an option, or `None`.
pub(crate) type Record = Vec<Option<String>>;

/// A random record, with the percentages of items without an answer and with *not sure*.
pub(crate) fn record(rules: &RuleSet, random: &mut Random, unanswered: usize, not_sure: usize) -> Record {
    let answer = |item: &Item| match random.within(0..100) {
        chance if chance < unanswered => None,
        chance if chance < unanswered + not_sure => Some("not_sure".to_owned()),
        _ => Some(random.one_of(&item.options).id.to_string()),
    };
    rules.items().map(answer).collect()
}

/// Records from nearly empty to full, and from none to all answers *not sure*. In every second one few items of groups
/// are *yes*, so that conditions with many parts are not always true.
pub(crate) fn records(rules: &RuleSet, random: &mut Random, count: usize) -> Vec<Record> {
    let shares = [(0, 0), (5, 5), (20, 20), (50, 10), (3, 50), (90, 5), (0, 2)];
    let mut records = Vec::new();
    for number in 0..count {
        let (unanswered, not_sure) = shares[number % shares.len()];
        let mut record = record(rules, random, unanswered, not_sure);
        if number % 2 == 0 {
            let yes = record.iter_mut().filter(|answer| answer.as_deref() == Some("yes"));
            yes.filter(|_| !random.one_in(10)).for_each(|answer| *answer = Some("no".to_owned()));
        }
        records.push(record);
    }
    records
}

/// The answers in a document, as a record.
pub(crate) fn record_of(rules: &RuleSet, document: &str) -> Record {
    let answers = answers::read(rules, "answers", document.as_bytes()).unwrap();
    let document: Value = serde_json::from_str(&answers::write(&answers).unwrap()).unwrap();
    let answer = |item: &Item| {
        let path = format!("/{}", item.reference.replace('.', "/"));
        document.pointer(&path).map(|answer| answer.as_str().unwrap().to_owned())
    };
    rules.items().map(answer).collect()
}

/// A record as a line of answers, with its number as `id`.
pub(crate) fn line(rules: &RuleSet, number: usize, record: &Record) -> String {
    let answered =
        rules.items().zip(record).filter_map(|(item, answer)| Some((item.reference.clone(), answer.clone()?)));
    let document = to_json(&answered.collect());
    let rest = document.strip_prefix('{').unwrap();
    let comma = if rest == "}" { "" } else { "," };
    format!("{{\"id\":\"{number}\"{comma}{rest}\n")
}

/// The records as a table, with their numbers as ids.
pub(crate) fn csv(rules: &RuleSet, records: &[Record]) -> String {
    let header: Vec<String> = rules.items().map(Item::column).collect();
    let row = |(number, record): (usize, &Record)| {
        let fields: Vec<&str> = record.iter().map(|answer| answer.as_deref().unwrap_or("")).collect();
        format!("{number},{}\n", fields.join(","))
    };
    let rows: Vec<String> = records.iter().enumerate().map(row).collect();
    format!("id,{}\n{}", header.join(","), rows.concat())
}
