//! Texts in exports of the rules: SQL, tables, schemas. In English.

use crate::model::Level;
use crate::text::export::{Export, Schema};

/// Texts in exports of the rules: SQL, tables, schemas.
pub(super) const EXPORT: Export = Export {
    prompt: "A state is a prompt to talk to a doctor, never a clearance.",
    no_match: "no_match means only that the answers did not match. It is no clearance.",
    unknown: "NULL is no answer. not_sure is an answer. Both are unknown, and unknown is never no.",
    not_answered: "Not answered:",
    not_sure_about: "Not sure about:",
    forms: "The same rules in other forms. Print one with: jakcheck rules export --to FORM",
    reads: [
        "It reads a table answers, with a column id and one text column a question. A column holds ids of options.",
        "An item of a group has a column of its own: group__item, with yes, no or not_sure in it.",
    ],
    gives: "It gives one row a record, in any order:",
    gives_long: "It gives one row a record and caution, in any order:",
    caution: "its id.",
    one_a_caution: "one column a caution",
    id: "as it came in.",
    error: "NULL, or unknown_option: COLUMN, the first with what is no option. Such a record has no state.",
    urgent: "emergency (yes or not_sure to such a sign), same_day, or NULL. NULL is no such answer, and no clearance.",
    states: "applies, no_match, or open: not_sure where an answer leaves it open, not_asked where a missing one does.",
    watch_more: "true where it is to be watched for more than others, false where not, NULL while unknown.",
    level: "1 before the first or next dose, 2 at the next visit, 3 plan.",
    also_not_sure: "where the state is applies: the questions and items answered not_sure that could be further reasons, with commas, or NULL.",
    long_error: "A record with an error has one row, without a caution.",
    no_semicolon: "No semicolon at the end: it can stand behind CREATE TABLE ... AS, or in brackets.",
    sources: "Sources, and how well each was read:",
    checks: "Each column of a question takes its options, not_sure and NULL, and nothing else.",
    no_checks: "Tables of this engine check nothing. The comment of each column names its options. \
                The query gives a row with an error for what is none of them.",
    load_duckdb: "A CSV file is loaded as text: INSERT INTO answers BY NAME FROM read_csv(FILE, all_varchar = true). \
                  Without all_varchar, yes and no become true and false, which this table refuses.",
    load_sqlite: "An empty field of a CSV file comes in as an empty text, which this table refuses: import into a table of its own \
                  first, and take NULLIF(column, empty text) from there.",
    name_too_long,
    fence,
    rule_set,
    dates,
    written_for,
    asked_unless,
    caution_column,
    symptom_column,
    cites,
    schema: SCHEMA,
};

const SCHEMA: Schema = Schema {
    answers_title,
    answers: "The answers of one person. A question left out is unanswered, never \"no\".",
    record_id: "What a script calls this person; it is echoed.",
    whose: "Whose answers they are, where that is known.",
    batch_title: "A line of the results of a batch",
    batch: "A caution that stands in no list did not match. That is no clearance.",
    result: "What the answers on a line say",
    report: "The whole report, with --full",
    mistake: "Why a line could not be read",
    warnings: "What was strange about a response of FHIR, and whether an answer was left out because of it",
    line: "Number of the line that came in.",
    echoed_id: "The `id` that came in.",
    urgent: "How soon help is needed.",
    applies: "Cautions that apply.",
    not_sure: "Cautions that an answer `not_sure` leaves open.",
    not_asked: "Cautions that a missing answer leaves open.",
    watch_more: "Warning symptoms to watch for more than others.",
    also_not_sure: "By caution that applies: the questions and items answered `not_sure` that could be further reasons.",
    rules_title: "A file of a rule set",
    rules: "rule-set.json, sources.json, topics/TOPIC.json or cases/TOPIC.json",
};

fn name_too_long(name: &str, longest: usize) -> String {
    format!("the name `{name}` has more than {longest} letters, and this engine would cut it off")
}

fn fence([hint, end]: [&str; 2]) -> Option<String> {
    let words = [hint.trim_start_matches("AS").trim(), end.trim()].concat();
    (!words.is_empty()).then(|| format!("{words} keeps a step from being worked out anew in each place that reads it."))
}

fn rule_set(id: &str, version: &str, digest: &str) -> String {
    format!("Rule set {id} {version}, digest {digest}.")
}

fn dates(checked_on: &str, review_by: &str) -> String {
    format!("Checked on {checked_on}, out of date after {review_by}.")
}

fn written_for(version: &str, engine: &str) -> String {
    format!("Written by jakcheck {version} for {engine}.")
}

fn asked_unless(question: &str) -> String {
    format!("{question}: asked unless this is definitely false")
}

fn caution_column(id: &str, level: Level, title: &str) -> String {
    format!("{id}, level {}: {title}", level.number())
}

fn symptom_column(id: &str, title: &str) -> String {
    format!("Warning symptom {id}: {title}")
}

fn cites(passages: &[String]) -> String {
    format!("Sources: {}", passages.join(", "))
}

fn answers_title(rules: &str) -> String {
    format!("Answers to the questions of {rules}")
}
