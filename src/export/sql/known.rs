//! The first steps of a query: the known answers, the questions that can be left out, the named conditions.

use super::columns::{Columns, STEP_ERROR, asked_column, holds_column, not_sure_column};
use super::comment;
use super::step::Step;
use super::table::options;
use crate::model::words::{NOT_SURE, RECORD_ID};
use crate::model::{Condition, Id, Item, NamedCondition, Question};
use crate::text::language;

/// The value of an item whose question was left out. It differs from every option, as ids contain no spaces.
const LEFT_OUT: &str = "left out";

/// The steps, each after those that it reads.
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
    /// Adds the named conditions that a condition reads.
    fn add_named(&mut self, condition: &'r Condition) {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| self.add_named(part)),
            Condition::Holds(named) => self.add(named),
            Condition::Answered(_) | Condition::AnyItem { .. } => {}
        }
    }

    /// Adds a named condition after those that it reads, unless it was added before.
    fn add(&mut self, named: &'r NamedCondition) {
        if self.done.contains(&&named.id) {
            return;
        }
        self.add_named(&named.when);
        self.done.push(&named.id);
        let columns = self.columns;
        let (holds, title) = (holds_column(named), comment::line(4, &named.title));
        let truth = columns.condition(&named.when).render(4);
        let doubt = columns.doubted_while_unknown(&named.when).render(4);
        let added = [
            format!("{title}    {truth} AS {}", columns.name(&holds)),
            format!("    {doubt} AS {}", columns.name(&not_sure_column(&holds))),
        ];
        self.list.push(Step::adding(holds, added));
    }
}

/// For each item, the option that was answered, or NULL, and whether the answer is *not sure*.
fn answers(columns: Columns<'_>) -> Step {
    let mut list = vec![format!("    a.{}", columns.name(RECORD_ID)), first_error(columns)];
    for question in columns.rules.questions() {
        let mut title = comment::line(4, &format!("{}: {}", question.id, question.title));
        for item in &question.items {
            let column = columns.name(&item.column());
            list.push(format!("{title}    {} AS {column}", known_option(columns, &item.column())));
            list.push(format!("    a.{column} = '{NOT_SURE}' AS {}", columns.name(&not_sure_column(&item.column()))));
            title = String::new();
        }
    }
    Step { name: "known".to_owned(), columns: list, fence: columns.dialect.fence(), alias: " AS a" }
}

/// The option that was answered, or NULL. Unknown options are searched for in this expression, not in the column: a
/// column can have a collation in which `YES` equals `yes`, and the expression has not.
fn known_option(columns: Columns<'_>, column: &str) -> String {
    format!("NULLIF(a.{}, '{NOT_SURE}')", columns.name(column))
}

/// The error of a record: names the first column with an unknown option.
fn first_error(columns: Columns<'_>) -> String {
    let when = |item: &Item| {
        let column = item.column();
        let (read, options) = if columns.dialect.checks_raw_column() {
            (format!("a.{}", columns.name(&column)), format!("{}, '{NOT_SURE}'", options(item)))
        } else {
            (known_option(columns, &column), options(item))
        };
        format!("      WHEN {read} NOT IN ({options}) THEN 'unknown_option: {column}'\n")
    };
    let when: String = columns.rules.items().map(when).collect();
    format!("    CASE\n{when}    END AS {}", columns.name(STEP_ERROR))
}

/// The step that marks a question as left out where its condition is definitely false and it has no answer. An answer
/// that was given counts.
fn left_out(columns: Columns<'_>, question: &Question, ask_when: &Condition) -> Step {
    let is_asked = columns.condition(ask_when).render(6);
    let column = |item: &Item| {
        let column = item.column();
        let (name, doubt) = (columns.name(&column), columns.name(&not_sure_column(&column)));
        format!(
            "    CASE\n      WHEN {doubt} THEN NULL\n      WHEN {name} IS NULL AND NOT ({is_asked}) THEN '{LEFT_OUT}'\n      \
             ELSE {name}\n    END AS {}",
            columns.name(&asked_column(&column))
        )
    };
    let mut title = comment::line(4, &(language().export.asked_unless)(question.id.as_str()));
    let added = question.items.iter().map(|item| std::mem::take(&mut title) + &column(item));
    Step::adding(asked_column(question.id.as_str()), added)
}
