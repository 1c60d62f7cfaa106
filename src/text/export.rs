//! What is said of the rules in other forms: queries, tables, schemas.

use crate::model::Level;

/// What is said of the rules in other forms: queries, tables, schemas.
#[derive(Debug)]
pub struct Export {
    /// What a state is for, and what it never is.
    pub prompt: &'static str,
    /// What the state `no_match` does not mean.
    pub no_match: &'static str,
    /// What unknown means.
    pub unknown: &'static str,
    /// Which forms there are, before their list.
    pub forms: &'static str,
    /// What a query reads.
    pub reads: [&'static str; 2],
    /// What a query gives.
    pub gives: &'static str,
    /// What a long query gives.
    pub gives_long: &'static str,
    /// The column `caution`.
    pub caution: &'static str,
    /// What stands for the names of the columns of cautions.
    pub one_a_caution: &'static str,
    /// The column `id`.
    pub id: &'static str,
    /// The column `error`.
    pub error: &'static str,
    /// The column `urgent`.
    pub urgent: &'static str,
    /// The columns of cautions.
    pub states: &'static str,
    /// The columns of warning symptoms.
    pub watch_more: &'static str,
    /// The column `level`.
    pub level: &'static str,
    /// The column `also_not_sure`.
    pub also_not_sure: &'static str,
    /// What a record with an error looks like in a long table.
    pub long_error: &'static str,
    /// How a query ends.
    pub no_semicolon: &'static str,
    /// Before the sources.
    pub sources: &'static str,
    /// What a table refuses.
    pub checks: &'static str,
    /// Of an engine whose tables refuse nothing.
    pub no_checks: &'static str,
    /// A name that an engine would cut off.
    pub name_too_long: fn(&str, usize) -> String,
    /// Why some steps are kept apart; nothing where none is.
    pub fence: fn([&str; 2]) -> Option<String>,
    /// "Rule set `jak_inhibitors` 0.1.0, digest 12ab…."
    pub rule_set: fn(&str, &str, &str) -> String,
    /// "Checked on 2026-11-23, out of date after 2027-05-23."
    pub dates: fn(&str, &str) -> String,
    /// "Written by jakcheck 0.1.0 for `DuckDB`."
    pub written_for: fn(&str, &str) -> String,
    /// The condition of a question, in the comment above its columns.
    pub asked_unless: fn(&str) -> String,
    /// A caution above its columns: its id, level and title.
    pub caution_column: fn(&str, Level, &str) -> String,
    /// A warning symptom above its column: its id and title.
    pub symptom_column: fn(&str, &str) -> String,
    /// The sources of a rule, as `source.passage`.
    pub cites: fn(&[String]) -> String,
    /// What the schemas say.
    pub schema: Schema,
}

/// What the schemas say, beside the words of the rules.
#[derive(Debug)]
pub struct Schema {
    /// Title of the schema of answers, by the id of the rules.
    pub answers_title: fn(&str) -> String,
    /// What a document of answers is.
    pub answers: &'static str,
    /// The id of a person, in answers.
    pub record_id: &'static str,
    /// Whose answers they are.
    pub whose: &'static str,
    /// Title of the schema of a batch.
    pub batch_title: &'static str,
    /// What a caution that stands nowhere in a line says.
    pub batch: &'static str,
    /// A line with what answers say.
    pub result: &'static str,
    /// A line with a whole report.
    pub report: &'static str,
    /// A line with a mistake.
    pub mistake: &'static str,
    /// The number of a line.
    pub line: &'static str,
    /// The id of a person, in a line.
    pub echoed_id: &'static str,
    /// How soon a person needs help.
    pub urgent: &'static str,
    /// Cautions that apply.
    pub applies: &'static str,
    /// Cautions that an answer *not sure* leaves open.
    pub not_sure: &'static str,
    /// Cautions that a missing answer leaves open.
    pub not_asked: &'static str,
    /// Warning symptoms to watch for more than others.
    pub watch_more: &'static str,
    /// What could be a further reason for a caution.
    pub also_not_sure: &'static str,
    /// Title of the schema of rule files.
    pub rules_title: &'static str,
    /// Which files these are.
    pub rules: &'static str,
}
