//! The first steps of a query: what is known of each item, each named condition, each question that can be left out.

use super::columns::{Columns, FOUND, asked, holds, not_sure};
use super::comment;
use super::step::Step;
use super::table::options;
use crate::model::words::{NOT_SURE, RECORD_ID};
use crate::model::{Condition, Id, Item, NamedCondition, Question};
use crate::text::language;

/// The text in the column of an item that was rightly not asked. No option is called so: ids have no space.
const LEFT_OUT: &str = "left out";

/// The answers, the questions that can be left out, the named conditions: each after what it reads.
pub(super) fn steps(columns: Columns<'_>) -> Vec<Step> {
    let mut steps = Steps { columns, done: Vec::new(), list: vec![answers(columns)] };
    for question in columns.rules.questions() {
        if let Some(ask_when) = &question.ask_when {
            steps.add_named(ask_when);
            steps.list.push(left_out(columns, question, ask_when));
        }
    }
    columns.rules.conditions().for_each(|named| steps.add(named));
    steps.list
}

struct Steps<'r> {
    columns: Columns<'r>,
    done: Vec<&'r Id>,
    list: Vec<Step>,
}

impl<'r> Steps<'r> {
    /// The named conditions in a condition.
    fn add_named(&mut self, condition: &'r Condition) {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| self.add_named(part)),
            Condition::Holds(named) => self.add(named),
            Condition::Answered(_) | Condition::AnyItem { .. } => {}
        }
    }

    /// A named condition, unless it is there; those in it first.
    fn add(&mut self, named: &'r NamedCondition) {
        if self.done.contains(&&named.id) {
            return;
        }
        self.add_named(&named.when);
        self.done.push(&named.id);
        let columns = self.columns;
        let (holds, title) = (holds(named), comment::line(4, &named.title));
        let truth = columns.condition(&named.when).text(4);
        let doubt = columns.doubted_while_unknown(&named.when).text(4);
        let added = [
            format!("{title}    {truth} AS {}", columns.name(&holds)),
            format!("    {doubt} AS {}", columns.name(&not_sure(&holds))),
        ];
        self.list.push(Step::adding(holds, added));
    }
}

/// What is known of each item: its option, or NULL; and whether it is *not sure*.
fn answers(columns: Columns<'_>) -> Step {
    let mut list = vec![format!("    a.{}", columns.name(RECORD_ID)), error(columns)];
    for question in columns.rules.questions() {
        let mut title = comment::line(4, &format!("{}: {}", question.id, question.title));
        for item in &question.items {
            let column = columns.name(&item.column());
            list.push(format!("{title}    {} AS {column}", option(columns, &item.column())));
            list.push(format!("    a.{column} = '{NOT_SURE}' AS {}", columns.name(&not_sure(&item.column()))));
            title = String::new();
        }
    }
    Step { name: "known".to_owned(), columns: list, fence: columns.dialect.fence(), alias: " AS a" }
}

/// An option, or NULL. An unknown option is searched for in the same expression that is read later: a column can have a
/// way of its own to compare, by which YES is yes, and the expression has not.
fn option(columns: Columns<'_>, column: &str) -> String {
    format!("NULLIF(a.{}, '{NOT_SURE}')", columns.name(column))
}

/// The first column with an unknown option.
fn error(columns: Columns<'_>) -> String {
    let when = |item: &Item| {
        let column = item.column();
        let (read, options) = if columns.dialect.compares_alike() {
            (format!("a.{}", columns.name(&column)), format!("{}, '{NOT_SURE}'", options(item)))
        } else {
            (option(columns, &column), options(item))
        };
        format!("      WHEN {read} NOT IN ({options}) THEN 'unknown_option: {column}'\n")
    };
    let when: String = columns.rules.items().map(when).collect();
    format!("    CASE\n{when}    END AS {}", columns.name(FOUND))
}

/// A question that is left out where its condition is definitely false. An answer that was given counts all the same.
fn left_out(columns: Columns<'_>, question: &Question, ask_when: &Condition) -> Step {
    let is_asked = columns.condition(ask_when).text(6);
    let column = |item: &Item| {
        let column = item.column();
        let (name, doubt) = (columns.name(&column), columns.name(&not_sure(&column)));
        format!(
            "    CASE\n      WHEN {doubt} THEN NULL\n      WHEN {name} IS NULL AND NOT ({is_asked}) THEN '{LEFT_OUT}'\n      \
             ELSE {name}\n    END AS {}",
            columns.name(&asked(&column))
        )
    };
    let mut title = comment::line(4, &(language().export.asked_unless)(question.id.as_str()));
    let added = question.items.iter().map(|item| std::mem::take(&mut title) + &column(item));
    Step::adding(asked(question.id.as_str()), added)
}
