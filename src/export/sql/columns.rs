//! Conditions as expressions over columns. `AND`, `OR` and `IN` of SQL have the same three values as the rules, with
//! NULL for unknown.

use super::dialect::Dialect;
use super::expression::Expression;
use crate::model::words::{HOLDS, WATCH_MORE, YES};
use crate::model::{
    AnswerOption, Caution, Condition, Item, ItemIndex, Leaf, NamedCondition, Question, RuleSet, WarningSymptom,
};

/// The column with the error of a record, in the steps that also have a column for each item. No id begins with `__`.
pub(super) const STEP_ERROR: &str = "__error";

/// Gives the columns of the items and named conditions of a rule set, as an engine writes them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns<'r> {
    pub(super) rules: &'r RuleSet,
    pub(super) dialect: Dialect,
}

/// How the parts of a condition are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    All,
    Any,
    /// It has no parts.
    Single,
}

impl Columns<'_> {
    /// Quotes a name.
    pub(super) fn name(self, name: &str) -> String {
        self.dialect.name(name)
    }

    /// The column with the known answer to an item: the id of an option, `left out`, or NULL.
    pub(super) fn known(self, index: ItemIndex) -> String {
        self.name(&known_column(self.rules.question_of(index), &self.rules[index]))
    }

    /// True where the answer to an item is *not sure*.
    pub(super) fn not_sure(self, index: ItemIndex) -> Expression {
        Expression::Atom(self.name(&not_sure_column(&self.rules[index].column())))
    }

    /// The value of a condition: true, false, or NULL for unknown.
    pub(super) fn condition(self, condition: &Condition) -> Expression {
        match condition {
            Condition::All(parts) => Expression::and(parts.iter().map(|part| self.condition(part))),
            Condition::Any(parts) => Expression::or(parts.iter().map(|part| self.condition(part))),
            Condition::Answered(leaf) => self.answered(*leaf),
            Condition::AnyItem { group: _, leaves } => self.any_yes(leaves.iter().map(|leaf| leaf.item)),
            Condition::Holds(named) => Expression::Atom(self.name(&holds_column(named))),
        }
    }

    /// Whether one of these items is answered with yes: `IN` is true if one is equal, otherwise NULL if one is NULL.
    pub(super) fn any_yes(self, items: impl IntoIterator<Item = ItemIndex>) -> Expression {
        Expression::In(format!("'{YES}'"), items.into_iter().map(|item| self.known(item)).collect())
    }

    fn answered(self, leaf: Leaf) -> Expression {
        let chosen: Vec<String> = self.rules[leaf.item].options_in(leaf.options).map(literal).collect();
        let column = self.known(leaf.item);
        match chosen.as_slice() {
            [only] => Expression::Atom(format!("{column} = {only}")),
            _ => Expression::In(column, chosen),
        }
    }

    /// Whether an unknown condition is unknown because of an answer *not sure*. Has no meaning where the condition is
    /// known.
    pub(super) fn doubted(self, condition: &Condition) -> Expression {
        let join = join_of(condition);
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                Expression::or(parts.iter().map(|part| self.doubted_part(part, join)))
            }
            Condition::Answered(leaf) => self.not_sure(leaf.item),
            Condition::AnyItem { group: _, leaves } => {
                Expression::or(leaves.iter().map(|leaf| self.not_sure(leaf.item)))
            }
            Condition::Holds(named) => Expression::Atom(self.name(&not_sure_column(&holds_column(named)))),
        }
    }

    /// The same for a part of an unknown condition. A part counts only while it is unknown itself. No test of that is
    /// needed where both are joined in the same way: an *and* in an *and* that is known has no unknown part that
    /// counts.
    fn doubted_part(self, part: &Condition, outer: Join) -> Expression {
        let inner = join_of(part);
        if inner == outer || inner == Join::Single {
            return self.doubted(part);
        }
        let is_unknown = Expression::IsUnknown(Box::new(self.condition(part)));
        Expression::and([is_unknown, self.doubted(part)])
    }

    /// The same for a whole condition, but false where the condition is known.
    pub(super) fn doubted_while_unknown(self, condition: &Condition) -> Expression {
        let is_unknown = Expression::IsUnknown(Box::new(self.condition(condition)));
        Expression::and([is_unknown, self.doubted(condition)])
    }
}

/// The quoted names of the columns from which the state of a caution is computed.
pub(super) struct CautionColumns {
    pub(super) applies: String,
    pub(super) not_sure: String,
    pub(super) open: String,
    pub(super) open_not_sure: String,
}

impl CautionColumns {
    pub(super) fn new(caution: &Caution, columns: Columns<'_>) -> Self {
        let name = |ending: &str| columns.name(&format!("{}{ending}", caution.id));
        Self {
            applies: name(""),
            not_sure: name("__not_sure"),
            open: name("__open"),
            open_not_sure: name("__open_not_sure"),
        }
    }
}

fn join_of(condition: &Condition) -> Join {
    match condition {
        Condition::All(_) => Join::All,
        Condition::Any(_) | Condition::AnyItem { .. } => Join::Any,
        // The column of a named condition is already false where the condition is known.
        Condition::Answered(_) | Condition::Holds(_) => Join::Single,
    }
}

/// The name of the column with the known answer to an item.
fn known_column(question: &Question, item: &Item) -> String {
    if question.ask_when.is_some() { asked_column(&item.column()) } else { item.column() }
}

/// The name of the column of an item whose question can be left out, or of the step that makes these columns.
pub(super) fn asked_column(column: &str) -> String {
    format!("{column}__asked")
}

/// The name of the column that is true where another is *not sure*. No item has this name.
pub(super) fn not_sure_column(column: &str) -> String {
    format!("{column}__not_sure")
}

/// The name of the column of a named condition. No question has the id `holds`.
pub(super) fn holds_column(named: &NamedCondition) -> String {
    format!("{HOLDS}__{}", named.id)
}

/// The name of the column of a warning symptom.
pub(super) fn watch_more_column(symptom: &WarningSymptom) -> String {
    format!("{WATCH_MORE}__{}", symptom.id)
}

/// An option as a string literal. Ids contain no quotes.
pub(super) fn literal(option: &AnswerOption) -> String {
    format!("'{}'", option.id)
}
