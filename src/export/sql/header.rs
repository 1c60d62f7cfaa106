//! What stands above a query or a table: which rules these are, how far they were reviewed, what goes in and comes out.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::comment::line;
use super::{Dialect, Shape};
use crate::model::{RuleSet, Source, SourceIndex};
use crate::pages::provenance::{date_warning, review};
use crate::text::language;

/// Above a query.
pub(super) fn of_query(rules: &RuleSet, dialect: Dialect, shape: Shape, date: Date) -> String {
    let mut text = provenance(rules, dialect, date);
    text.push_str(&lines(&[language().export.prompt, language().export.no_match, ""]));
    text.push_str(&lines(&language().export.reads));
    text.push_str(&lines(&[language().export.unknown]));
    let gives = match shape {
        Shape::Wide => language().export.gives,
        Shape::Long => language().export.gives_long,
    };
    text.push_str(&line(0, gives));
    for (column, meaning) in given(shape) {
        text.push_str(&line(0, &format!("- {column}: {meaning}")));
    }
    if shape == Shape::Long {
        text.push_str(&line(0, language().export.long_error));
    }
    text.push_str(&line(0, language().export.no_semicolon));
    text.extend((language().export.fence)(dialect.fence()).map(|fence| line(0, &fence)));
    text.push_str(&lines(&["", language().export.sources]));
    for source in cited(rules) {
        let Source { id, title, publisher, date, read, .. } = source;
        text.push_str(&line(0, &format!("- {id}: {title}. {publisher}, {date}, {}.", (language().safety.read)(*read))));
    }
    text
}

/// Above a table.
pub(super) fn of_table(rules: &RuleSet, dialect: Dialect, date: Date) -> String {
    let checks = if dialect.has_checks() { language().export.checks } else { language().export.no_checks };
    provenance(rules, dialect, date) + &lines(&[language().export.prompt, language().export.unknown, checks])
}

fn provenance(rules: &RuleSet, dialect: Dialect, date: Date) -> String {
    let header = rules.header();
    let mut text = String::new();
    text.extend(date_warning(header, date).map(|warning| line(0, &warning)));
    text.push_str(&line(0, &header.title));
    text.push_str(&line(0, &(language().export.rule_set)(header.id.as_str(), &header.version, &header.digest)));
    text.push_str(&line(0, &(language().export.dates)(&header.checked_on.to_string(), &header.review_by.to_string())));
    text.push_str(&line(0, &review(header).join(" ")));
    text + &line(0, &(language().export.written_for)(env!("CARGO_PKG_VERSION"), engine(dialect)))
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
    let first =
        [("id", language().export.id), ("error", language().export.error), ("urgent", language().export.urgent)];
    let more = match shape {
        Shape::Wide => vec![
            ("one column a caution", language().export.states),
            ("watch_more__SYMPTOM", language().export.watch_more),
        ],
        Shape::Long => vec![
            ("caution", "its id."),
            ("level", language().export.level),
            ("state", language().export.states),
            ("also_not_sure", language().export.also_not_sure),
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
