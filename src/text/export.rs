//! Texts in exports of the rules: SQL, tables, schemas.

use crate::model::Level;

/// Texts in exports of the rules: SQL, tables, schemas.
#[derive(Debug)]
pub struct Export {
    /// What a state is for, and what it never is.
    pub prompt: &'static str,
    /// What the state `no_match` does not mean.
    pub no_match: &'static str,
    /// What unknown values mean.
    pub unknown: &'static str,
    /// Before the titles of questions without an answer.
    pub not_answered: &'static str,
    /// Before the titles of questions answered *not sure*.
    pub not_sure_about: &'static str,
    /// Before the list of export forms.
    pub forms: &'static str,
    /// Which table a query reads.
    pub reads: [&'static str; 2],
    /// The rows of a wide result.
    pub gives: &'static str,
    /// The rows of a long result.
    pub gives_long: &'static str,
    /// The meaning of the column `caution`.
    pub caution: &'static str,
    /// Stands for the names of the columns of cautions.
    pub one_a_caution: &'static str,
    /// The meaning of the column `id`.
    pub id: &'static str,
    /// The meaning of the column `error`.
    pub error: &'static str,
    /// The column `urgent`.
    pub urgent: &'static str,
    /// The meaning of the columns of cautions.
    pub states: &'static str,
    /// The columns of warning symptoms.
    pub watch_more: &'static str,
    /// The meaning of the column `level`.
    pub level: &'static str,
    /// The column `also_not_sure`.
    pub also_not_sure: &'static str,
    /// The row of a record with an error in a long result.
    pub long_error: &'static str,
    /// The note that the query has no final semicolon.
    pub no_semicolon: &'static str,
    /// Before the list of sources.
    pub sources: &'static str,
    /// The note that the table refuses unknown options.
    pub checks: &'static str,
    /// The note that the table cannot refuse unknown options.
    pub no_checks: &'static str,
    /// How a CSV table of answers is loaded into `DuckDB`.
    pub load_duckdb: &'static str,
    /// The same for `SQLite`.
    pub load_sqlite: &'static str,
    /// The error for a name that an engine would truncate. Takes the name and the most bytes.
    pub name_too_long: fn(&str, usize) -> String,
    /// Why some steps are not inlined; `None` for an engine without fences. Takes the text before and after them.
    pub fence: fn([&str; 2]) -> Option<String>,
    /// "Rule set `jak_inhibitors` 0.1.0, digest 12ab…."
    pub rule_set: fn(&str, &str, &str) -> String,
    /// "Checked on 2026-11-23, out of date after 2027-05-23."
    pub dates: fn(&str, &str) -> String,
    /// "Written by jakcheck 0.1.0 for `DuckDB`."
    pub written_for: fn(&str, &str) -> String,
    /// The comment above the columns of a question with a condition. Takes its id.
    pub asked_unless: fn(&str) -> String,
    /// The comment above the columns of a caution. Takes its id, level and title.
    pub caution_column: fn(&str, Level, &str) -> String,
    /// The comment above the column of a warning symptom. Takes its id and title.
    pub symptom_column: fn(&str, &str) -> String,
    /// The sources of a rule. Takes passages as `source.passage`.
    pub cites: fn(&[String]) -> String,
    /// The texts of the schemas.
    pub schema: Schema,
}

/// Texts of the JSON Schemas.
#[derive(Debug)]
pub struct Schema {
    /// Title of the schema of answers, by the id of the rules.
    pub answers_title: fn(&str) -> String,
    /// The description of an answers document.
    pub answers: &'static str,
    /// The description of `id` in answers.
    pub record_id: &'static str,
    /// Whose answers they are.
    pub whose: &'static str,
    /// Title of the schema of a batch.
    pub batch_title: &'static str,
    /// What it means that a caution is in none of the lists of a line.
    pub batch: &'static str,
    /// The title of a line with a result.
    pub result: &'static str,
    /// The title of a line with a whole report.
    pub report: &'static str,
    /// The title of a line with mistakes.
    pub mistake: &'static str,
    /// What was strange about a record that was read.
    pub warnings: &'static str,
    /// The description of the number of a line.
    pub line: &'static str,
    /// The description of `id` in a line.
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
    /// Items that could be further reasons for a caution.
    pub also_not_sure: &'static str,
    /// Title of the schema of rule files.
    pub rules_title: &'static str,
    /// The description of rule files.
    pub rules: &'static str,
}
