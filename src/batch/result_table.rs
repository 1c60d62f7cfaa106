//! Writes results as rows of a CSV table, with a column for the state of each caution.

use super::bits::{Matrix, RECORDS, bit};
use super::compiled::Findings;
use super::doubts::Doubt;
use super::error::BadLine;
use crate::model::words::RESULTS;
use crate::model::{Caution, RuleSet, Urgent, WarningSymptom};
use crate::render::csv::{harmless, write_row};

/// Writes rows of results.
#[derive(Clone, Debug)]
pub(super) struct TableWriter {
    header: Vec<String>,
    /// For each caution, in the order of the rule set, its index in the findings.
    indexes: Vec<usize>,
    /// The ids of the symptoms, in the order of the findings.
    symptoms: Vec<String>,
    /// `caution:item` for each doubt, in the order of the findings.
    doubts: Vec<String>,
}

impl TableWriter {
    /// A writer for findings in these orders.
    pub(super) fn new(rules: &RuleSet, cautions: &[&Caution], symptoms: &[&WarningSymptom], doubts: &[Doubt]) -> Self {
        let ids: Vec<String> = rules.cautions().iter().map(|caution| caution.id.to_string()).collect();
        let index = |id: &String| cautions.iter().position(|caution| caution.id == *id.as_str());
        Self {
            indexes: ids.iter().filter_map(index).collect(),
            header: RESULTS.iter().map(|name| (*name).to_owned()).chain(ids).collect(),
            symptoms: symptoms.iter().map(|symptom| symptom.id.to_string()).collect(),
            doubts: doubts
                .iter()
                .filter_map(|doubt| Some(format!("{}:{}", cautions.get(doubt.caution)?.id, doubt.item)))
                .collect(),
        }
    }

    /// Writes the header row.
    pub(super) fn write_header(&self, out: &mut Vec<u8>) {
        write_row(out, self.header.iter().map(String::as_str));
    }

    /// Writes the row of a record.
    pub(super) fn write_findings(
        &self,
        out: &mut Vec<u8>,
        line: u64,
        id: Option<&str>,
        findings: &Findings,
        record: usize,
    ) {
        let watch_more = named(&self.symptoms, &findings.watch_more, record);
        let also_not_sure = named(&self.doubts, &findings.also_not_sure, record);
        let urgent = match findings.urgent(record) {
            Some(Urgent::Emergency) => "emergency",
            Some(Urgent::SameDay) => "same_day",
            None => "",
        };
        let id = harmless(id.unwrap_or(""));
        let state = |index: &usize| {
            if is_set(&findings.applies, *index, record) {
                "applies"
            } else if is_set(&findings.not_sure, *index, record) {
                "not_sure"
            } else if is_set(&findings.not_asked, *index, record) {
                "not_asked"
            } else {
                "no_match"
            }
        };
        let line = line.to_string();
        let first = [line.as_str(), &id, "", urgent, &watch_more, &also_not_sure];
        write_row(out, first.into_iter().chain(self.indexes.iter().map(state)));
    }

    /// Writes the row of a line with mistakes, which has no states.
    pub(super) fn write_bad(&self, out: &mut Vec<u8>, line: u64, bad: &BadLine) {
        let line = line.to_string();
        let error = format!("{} at {}: {}", bad.error.code, bad.error.column, bad.error.message);
        let rest = self.header.len().saturating_sub(3);
        write_row(out, [line.as_str(), "", &error].into_iter().chain(std::iter::repeat_n("", rest)));
    }
}

/// The names whose bits are set for a record, separated by spaces.
fn named(names: &[String], blocks: &[Matrix], record: usize) -> String {
    let names = names.iter().enumerate().filter(|(index, _)| is_set(blocks, *index, record));
    names.map(|(_, name)| name.as_str()).collect::<Vec<&str>>().join(" ")
}

fn is_set(blocks: &[Matrix], index: usize, record: usize) -> bool {
    let block = blocks.get(index / RECORDS).and_then(|block| block.get(record));
    block.is_some_and(|word| word & bit(index % RECORDS) != 0)
}
