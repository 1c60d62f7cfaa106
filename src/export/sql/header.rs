//! The comment above a query or a table: which rules these are, how far they were reviewed, the columns in and out.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::comment::line;
use super::dialect::Dialect;
use super::shape::Shape;
use crate::model::words::{ALSO_NOT_SURE, ERROR, RECORD_ID, URGENT, WATCH_MORE};
use crate::model::{RuleSet, Source, SourceIndex};
use crate::pages::provenance::{date_warning, review};
use crate::text::language;

/// The comment above a query.
pub(super) fn of_query(rules: &RuleSet, dialect: Dialect, shape: Shape, date: Date) -> String {
    let texts = &language().export;
    let mut text = provenance(rules, dialect, date);
    text.push_str(&lines(&[texts.prompt, texts.no_match, ""]));
    text.push_str(&lines(&texts.reads));
    text.push_str(&lines(&[texts.unknown]));
    let gives = match shape {
        Shape::Wide => texts.gives,
        Shape::Long => texts.gives_long,
    };
    text.push_str(&line(0, gives));
    for (column, meaning) in result_columns(shape) {
        text.push_str(&line(0, &format!("- {column}: {meaning}")));
    }
    if shape == Shape::Long {
        text.push_str(&line(0, texts.long_error));
    }
    text.push_str(&line(0, texts.no_semicolon));
    text.extend((texts.fence)(dialect.fence()).map(|fence| line(0, &fence)));
    text.push_str(&lines(&["", texts.sources]));
    for source in cited_sources(rules) {
        let Source { id, title, publisher, date, read, .. } = source;
        text.push_str(&line(0, &format!("- {id}: {title}. {publisher}, {date}, {}.", (language().safety.read)(*read))));
    }
    text
}

/// The comment above the statement that creates the table.
pub(super) fn of_table(rules: &RuleSet, dialect: Dialect, date: Date) -> String {
    let checks = if dialect.has_checks() { language().export.checks } else { language().export.no_checks };
    let load = match dialect {
        Dialect::DuckDb => Some(language().export.load_duckdb),
        Dialect::Sqlite => Some(language().export.load_sqlite),
        Dialect::Postgres | Dialect::Spark => None,
    };
    let told = lines(&[language().export.prompt, language().export.unknown, checks]);
    provenance(rules, dialect, date) + &told + &load.map_or(String::new(), |load| line(0, load))
}

fn provenance(rules: &RuleSet, dialect: Dialect, date: Date) -> String {
    let header = rules.header();
    let mut text = String::new();
    text.extend(date_warning(header, date).map(|warning| line(0, &warning)));
    text.push_str(&line(0, &header.title));
    text.push_str(&line(0, &(language().export.rule_set)(header.id.as_str(), &header.version, &header.digest)));
    text.push_str(&line(0, &(language().export.dates)(&header.checked_on.to_string(), &header.review_by.to_string())));
    text.push_str(&line(0, &review(header).join(" ")));
    text + &line(0, &(language().export.written_for)(env!("CARGO_PKG_VERSION"), dialect.engine()))
}

fn lines(texts: &[&str]) -> String {
    texts.iter().map(|text| line(0, text)).collect()
}

/// The columns of the result, and what each means.
fn result_columns(shape: Shape) -> Vec<(String, &'static str)> {
    let texts = &language().export;
    let first = [(RECORD_ID, texts.id), (ERROR, texts.error), (URGENT, texts.urgent)];
    let more = match shape {
        Shape::Wide => {
            vec![(texts.one_a_caution.to_owned(), texts.states), (format!("{WATCH_MORE}__SYMPTOM"), texts.watch_more)]
        }
        Shape::Long => vec![
            ("caution".to_owned(), texts.caution),
            ("level".to_owned(), texts.level),
            ("state".to_owned(), texts.states),
            (ALSO_NOT_SURE.to_owned(), texts.also_not_sure),
        ],
    };
    first.map(|(column, meaning)| (column.to_owned(), meaning)).into_iter().chain(more).collect()
}

/// The sources that cautions and warning symptoms cite.
fn cited_sources(rules: &RuleSet) -> impl Iterator<Item = &Source> {
    let cautions = rules.cautions().iter().flat_map(|caution| &caution.cites);
    let symptoms = rules.warning_symptoms().iter().flat_map(|symptom| &symptom.cites);
    let cited: BTreeSet<SourceIndex> = cautions.chain(symptoms).map(|cite| cite.source).collect();
    cited.into_iter().map(|source| &rules[source])
}
