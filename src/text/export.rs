//! What is said of the rules in other forms: queries and tables.

/// What a state is for, and what it never is.
pub const PROMPT: &str = "A state is a prompt to talk to a doctor, never a clearance.";

/// What the state `no_match` does not mean.
pub const NO_MATCH: &str = "no_match means only that the answers did not match. It is no clearance.";

/// What unknown means.
pub const UNKNOWN: &str = "NULL is no answer. not_sure is an answer. Both are unknown, and unknown is never no.";

/// Which forms there are, before their list.
pub const FORMS: &str = "The same rules in other forms. Print one with: jakcheck rules export --to FORM";

/// What a query reads.
pub const READS: [&str; 2] = [
    "It reads a table answers, with a column id and one text column a question. A column holds ids of options.",
    "An item of a group has a column of its own: group__item, with yes, no or not_sure in it.",
];

/// What a query gives.
pub const GIVES: &str = "It gives one row a record, in any order:";

/// What a long query gives.
pub const GIVES_LONG: &str = "It gives one row a record and caution, in any order:";

/// The column `id`.
pub const ID: &str = "as it came in.";

/// The column `error`.
pub const ERROR: &str =
    "NULL, or unknown_option: COLUMN, the first with what is no option. Such a record has no state.";

/// The column `urgent`.
pub const URGENT: &str =
    "emergency (yes or not_sure to such a sign), same_day, or NULL. NULL is no such answer, and no clearance.";

/// The columns of cautions.
pub const STATES: &str =
    "applies, no_match, or open: not_sure where an answer leaves it open, not_asked where a missing one does.";

/// The columns of warning symptoms.
pub const WATCH_MORE: &str =
    "true where it is to be watched for more than others, false where not, NULL while unknown.";

/// The column `level`.
pub const LEVEL: &str = "1 before the first or next dose, 2 at the next visit, 3 plan.";

/// The column `also_not_sure`.
pub const ALSO_NOT_SURE: &str = "where the state is applies: the questions and items answered not_sure that could be further reasons, with commas, or NULL.";

/// What a record with an error looks like in a long table.
pub const LONG_ERROR: &str = "A record with an error has one row, without a caution.";

/// How a query ends.
pub const NO_SEMICOLON: &str = "No semicolon at the end: it can stand behind CREATE TABLE ... AS, or in brackets.";

/// Before the sources.
pub const SOURCES: &str = "Sources, and how well each was read:";

/// What a table refuses.
pub const CHECKS: &str = "Each column of a question takes its options, not_sure and NULL, and nothing else.";

/// Of an engine whose tables refuse nothing.
pub const NO_CHECKS: &str = "Tables of this engine check nothing. The comment of each column names its options. \
                             The query gives a row with an error for what is none of them.";

/// Why some steps are kept apart; nothing where none is.
pub fn fence([hint, end]: [&str; 2]) -> Option<String> {
    let words = [hint.trim_start_matches("AS").trim(), end.trim()].concat();
    (!words.is_empty()).then(|| format!("{words} keeps a step from being worked out anew in each place that reads it."))
}

/// "Rule set `jak_inhibitors` 0.1.0, digest 12ab…."
pub fn rule_set(id: &str, version: &str, digest: &str) -> String {
    format!("Rule set {id} {version}, digest {digest}.")
}

/// "Checked on 2026-11-23, out of date after 2027-05-23."
pub fn dates(checked_on: &str, review_by: &str) -> String {
    format!("Checked on {checked_on}, out of date after {review_by}.")
}

/// "Written by jakcheck 0.1.0 for `DuckDB`."
pub fn written_for(version: &str, engine: &str) -> String {
    format!("Written by jakcheck {version} for {engine}.")
}

/// What is said of the rules in other forms: queries, tables, schemas.
#[derive(Debug)]
pub struct Export {}
