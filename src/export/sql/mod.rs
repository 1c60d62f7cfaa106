//! A rule set as SQL: one query over a table of answers, and that table.
//!
//! Every condition becomes an expression of the same shape: SQL's *and* and *or* know the same three values, with NULL for
//! unknown. Beside it stands a second one that tells whether an answer *not sure* is among what an unknown condition waits
//! for. An unknown option makes its row an error, so that it can never be taken for *no*.
//!
//! The text is written by hand, not by a library: it is read by reviewers, with the sources beside each rule.

mod beside;
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

/// A name that an engine would cut off, so that two could become one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", (language().export.name_too_long)(.name, *.longest))]
pub struct NameTooLong {
    /// The name, made of ids.
    pub name: String,
    /// How long it may be.
    pub longest: usize,
}

/// One query over a table `answers`, without a semicolon at its end. `date` is the day on which it is written: rules that
/// are out of date by then say so.
///
/// # Errors
/// A name that the engine would cut off.
pub fn select(rules: &RuleSet, dialect: Dialect, shape: Shape, date: Date) -> Result<String, NameTooLong> {
    let columns = columns::Columns { rules, dialect };
    let mut steps = known::steps(columns);
    steps.push(findings::step(columns, shape == Shape::Long));
    let before = std::iter::once(table::ANSWERS).chain(steps.iter().map(|step| step.name.as_str()));
    let texts: Vec<String> = steps.iter().zip(before).map(|(step, before)| step.text(columns, before)).collect();
    let last = steps.last().map_or(table::ANSWERS, |step| step.name.as_str());
    let states = match shape {
        Shape::Wide => states::wide(columns, last),
        Shape::Long => states::long(columns, last),
    };
    let header = header::of_query(rules, dialect, shape, date);
    checked(format!("{header}WITH\n{}{states}", texts.join(",\n")), dialect)
}

/// The statement that makes the table `answers`.
///
/// # Errors
/// A name that the engine would cut off.
pub fn table(rules: &RuleSet, dialect: Dialect, date: Date) -> Result<String, NameTooLong> {
    checked(header::of_table(rules, dialect, date) + &table::create(rules, dialect), dialect)
}

/// The text, unless a name in it is too long. Quotes stand around names and nowhere else.
fn checked(text: String, dialect: Dialect) -> Result<String, NameTooLong> {
    let Some(longest) = dialect.longest_name() else { return Ok(text) };
    let too_long = text.split(dialect.quote()).skip(1).step_by(2).find(|name| name.len() > longest);
    match too_long {
        Some(name) => Err(NameTooLong { name: name.to_owned(), longest }),
        None => Ok(text),
    }
}
