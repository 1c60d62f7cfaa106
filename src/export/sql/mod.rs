//! A rule set as SQL: one query over a table of answers, and that table.
//!
//! Every condition becomes an expression of the same shape: `AND` and `OR` of SQL have the same three values, with NULL
//! for unknown. A second expression tells whether an unknown condition is unknown because of an answer *not sure*. An
//! unknown option makes its row an error, so that it can never be taken for *no*.
//!
//! The SQL is written without a library, as reviewers read it with the sources next to each rule.

mod also_not_sure;
mod columns;
mod comment;
mod dialect;
mod expression;
mod findings;
mod header;
mod known;
mod shape;
mod states;
mod step;
mod table;

use jiff::civil::Date;

pub use self::dialect::Dialect;
pub use self::shape::Shape;
use crate::model::RuleSet;
use crate::text::language;

/// A name that an engine would truncate, so that two names could become the same.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", (language().export.name_too_long)(.name, *.longest))]
pub struct NameTooLong {
    /// The name, without quotes.
    pub name: String,
    /// The most bytes that the engine keeps.
    pub longest: usize,
}

/// A query over the table `answers`, without a final semicolon. `date` is the day of writing, for the warning that
/// rules are out of date.
///
/// # Errors
/// A name that the engine would truncate.
pub fn select(rules: &RuleSet, dialect: Dialect, shape: Shape, date: Date) -> Result<String, NameTooLong> {
    let columns = columns::Columns { rules, dialect };
    let mut steps = known::steps(columns);
    steps.push(findings::step(columns, shape == Shape::Long));
    let before = std::iter::once(table::ANSWERS).chain(steps.iter().map(|step| step.name.as_str()));
    let texts: Vec<String> = steps.iter().zip(before).map(|(step, before)| step.render(columns, before)).collect();
    let last = steps.last().map_or(table::ANSWERS, |step| step.name.as_str());
    let states = match shape {
        Shape::Wide => states::wide(columns, last),
        Shape::Long => states::long(columns, last),
    };
    let header = header::of_query(rules, dialect, shape, date);
    check_names(format!("{header}WITH\n{}{states}", texts.join(",\n")), dialect)
}

/// The statement that creates the table `answers`.
///
/// # Errors
/// A name that the engine would truncate.
pub fn table(rules: &RuleSet, dialect: Dialect, date: Date) -> Result<String, NameTooLong> {
    check_names(header::of_table(rules, dialect, date) + &table::create(rules, dialect), dialect)
}

/// Checks the length of every name in the text. Its quotes are all around names.
fn check_names(text: String, dialect: Dialect) -> Result<String, NameTooLong> {
    let Some(longest) = dialect.max_name_bytes() else { return Ok(text) };
    let too_long = text.split(dialect.quote()).skip(1).step_by(2).find(|name| name.len() > longest);
    match too_long {
        Some(name) => Err(NameTooLong { name: name.to_owned(), longest }),
        None => Ok(text),
    }
}
