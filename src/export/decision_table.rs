//! A rule set as a CSV table for spreadsheets, with one row for each caution.

use crate::model::{Caution, Citation, Condition, RuleSet, Source};
use crate::pages::condition::sentence;
use crate::pages::provenance::review;
use crate::render::csv::{harmless, write_row};
use crate::text::language;

const COLUMNS: [&str; 11] = [
    "caution",
    "topic",
    "title",
    "level",
    "how_soon",
    "applies_when",
    "stays_open_when",
    "call_today_when",
    "sources",
    "rule_set",
    "review",
];

/// The table, with a header row. Every row names the rule set and its review, as rows are sorted and copied out of the
/// table.
pub fn decision_table(rules: &RuleSet) -> String {
    let mut out = Vec::new();
    write_row(&mut out, COLUMNS.into_iter());
    for caution in rules.cautions() {
        let row = row(rules, caution);
        let row: Vec<_> = row.iter().map(|field| harmless(field)).collect();
        write_row(&mut out, row.iter().map(AsRef::as_ref));
    }
    String::from_utf8(out).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn row(rules: &RuleSet, caution: &Caution) -> [String; COLUMNS.len()] {
    let header = rules.header();
    let words =
        |condition: Option<&Condition>| condition.map_or_else(String::new, |condition| sentence(rules, condition));
    let mut sources: Vec<String> = Vec::new();
    for source in caution.cites.iter().map(|cite| source(rules, cite)) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    [
        caution.id.to_string(),
        rules[caution.topic].id.to_string(),
        caution.title.clone(),
        caution.level.number().to_string(),
        (language().safety.level_meaning)(caution.level).to_owned(),
        words(Some(&caution.applies_when)),
        words(caution.open_when.as_ref()),
        words(caution.same_day_when.as_ref()),
        sources.join(" "),
        (language().export.rule_set)(header.id.as_str(), &header.version, &header.digest),
        review(header).join(" "),
    ]
}

/// A source and the section of it, as an explanation names them.
fn source(rules: &RuleSet, cite: &Citation) -> String {
    let source = &rules[cite.source];
    let Source { title, publisher, date, .. } = source;
    (language().explanation.source)(title, publisher, date, source.read, rules.passage(cite).section.as_deref())
}
