//! What stands above a query or a table: which rules these are, how far they were reviewed, what goes in and comes out.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::comment::line;
use super::{Dialect, Shape};
use crate::model::{RuleSet, Source, SourceIndex};
use crate::pages::provenance::{date_warning, review};
use crate::text::{self, export};

/// Above a query.
pub(super) fn of_query(rules: &RuleSet, dialect: Dialect, shape: Shape, date: Date) -> String {
    let mut text = provenance(rules, dialect, date);
    text.push_str(&lines(&[export::PROMPT, export::NO_MATCH, ""]));
    text.push_str(&lines(&export::READS));
    text.push_str(&lines(&[export::UNKNOWN]));
    let gives = match shape {
        Shape::Wide => export::GIVES,
        Shape::Long => export::GIVES_LONG,
    };
    text.push_str(&line(0, gives));
    for (column, meaning) in given(shape) {
        text.push_str(&line(0, &format!("- {column}: {meaning}")));
    }
    if shape == Shape::Long {
        text.push_str(&line(0, export::LONG_ERROR));
    }
    text.push_str(&line(0, export::NO_SEMICOLON));
    text.extend(export::fence(dialect.fence()).map(|fence| line(0, &fence)));
    text.push_str(&lines(&["", export::SOURCES]));
    for source in cited(rules) {
        let Source { id, title, publisher, date, read, .. } = source;
        text.push_str(&line(0, &format!("- {id}: {title}. {publisher}, {date}, {}.", text::read(*read))));
    }
    text
}

/// Above a table.
pub(super) fn of_table(rules: &RuleSet, dialect: Dialect, date: Date) -> String {
    let checks = if dialect.has_checks() { export::CHECKS } else { export::NO_CHECKS };
    provenance(rules, dialect, date) + &lines(&[export::PROMPT, export::UNKNOWN, checks])
}

fn provenance(rules: &RuleSet, dialect: Dialect, date: Date) -> String {
    let header = rules.header();
    let mut text = String::new();
    text.extend(date_warning(header, date).map(|warning| line(0, &warning)));
    text.push_str(&line(0, &header.title));
    text.push_str(&line(0, &export::rule_set(header.id.as_str(), &header.version, &header.digest)));
    text.push_str(&line(0, &export::dates(&header.checked_on.to_string(), &header.review_by.to_string())));
    text.push_str(&line(0, &review(header).join(" ")));
    text + &line(0, &export::written_for(env!("CARGO_PKG_VERSION"), engine(dialect)))
}

fn engine(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::DuckDb => "DuckDB",
        Dialect::Spark => "Spark SQL",
        Dialect::Postgres => "PostgreSQL",
        Dialect::Sqlite => "SQLite",
    }
}

fn lines(texts: &[&str]) -> String {
    texts.iter().map(|text| line(0, text)).collect()
}

/// The columns that come out, and what each says.
fn given(shape: Shape) -> Vec<(&'static str, &'static str)> {
    let first = [("id", export::ID), ("error", export::ERROR), ("urgent", export::URGENT)];
    let more = match shape {
        Shape::Wide => vec![("one column a caution", export::STATES), ("watch_more__SYMPTOM", export::WATCH_MORE)],
        Shape::Long => vec![
            ("caution", "its id."),
            ("level", export::LEVEL),
            ("state", export::STATES),
            ("also_not_sure", export::ALSO_NOT_SURE),
        ],
    };
    first.into_iter().chain(more).collect()
}

/// The sources of cautions and warning symptoms.
fn cited(rules: &RuleSet) -> impl Iterator<Item = &Source> {
    let cautions = rules.cautions().iter().flat_map(|caution| &caution.cites);
    let symptoms = rules.warning_symptoms().iter().flat_map(|symptom| &symptom.cites);
    let cited: BTreeSet<SourceIndex> = cautions.chain(symptoms).map(|cite| cite.source).collect();
    cited.into_iter().map(|source| &rules[source])
}
