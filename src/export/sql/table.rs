//! The table of answers that a query reads.

use super::columns::literal;
use super::comment;
use super::dialect::Dialect;
use crate::model::words::{NOT_SURE, RECORD_ID};
use crate::model::{Item, RuleSet};

pub(super) const ANSWERS: &str = "answers";

/// The `CREATE TABLE` statement.
pub(super) fn create(rules: &RuleSet, dialect: Dialect) -> String {
    let mut columns = vec![format!("  {} {}", dialect.name(RECORD_ID), dialect.text_type())];
    for question in rules.questions() {
        let mut before = comment::line(2, &question.text);
        for item in &question.items {
            let title = if question.is_group { comment::line(2, &format!("- {}", item.title)) } else { String::new() };
            columns.push(format!("{before}{title}{}", column(item, dialect)));
            before = String::new();
        }
    }
    format!("CREATE TABLE {} (\n{}\n);\n", dialect.name(ANSWERS), columns.join(",\n"))
}

fn column(item: &Item, dialect: Dialect) -> String {
    let name = dialect.name(&item.column());
    if dialect.has_checks() {
        return format!("  {name} {} CHECK ({name} IN ({}, '{NOT_SURE}'))", dialect.text_type(), options(item));
    }
    let options: Vec<&str> = item.options.iter().map(|option| option.id.as_str()).collect();
    format!("  {name} {} COMMENT '{}, {NOT_SURE}'", dialect.text_type(), options.join(", "))
}

/// The options of an item as string literals, separated by commas, without *not sure*.
pub(super) fn options(item: &Item) -> String {
    item.options.iter().map(literal).collect::<Vec<String>>().join(", ")
}
