//! What is said of the rules in other forms: queries, tables, schemas.

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
    /// Why some steps are kept apart; nothing where none is.
    pub fence: fn([&str; 2]) -> Option<String>,
    /// "Rule set `jak_inhibitors` 0.1.0, digest 12ab…."
    pub rule_set: fn(&str, &str, &str) -> String,
    /// "Checked on 2026-11-23, out of date after 2027-05-23."
    pub dates: fn(&str, &str) -> String,
    /// "Written by jakcheck 0.1.0 for `DuckDB`."
    pub written_for: fn(&str, &str) -> String,
}
