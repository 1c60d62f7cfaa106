//! Conditions over columns. SQL's *and*, *or* and *in* know the same three values as the rules, with NULL for unknown.

use super::dialect::Dialect;
use super::expression::Expression;
use crate::model::words::{HOLDS, WATCH_MORE, YES};
use crate::model::{
    AnswerOption, Caution, Condition, Item, ItemIndex, Leaf, NamedCondition, Question, RuleSet, WarningSymptom,
};

/// The column with what is wrong with a record, beside those of its answers. No id begins like this.
pub(super) const FOUND: &str = "__error";

/// The columns that hold answers and named conditions.
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
    /// It has none.
    Single,
}

impl Columns<'_> {
    /// A name in quotes.
    pub(super) fn name(self, name: &str) -> String {
        self.dialect.name(name)
    }

    /// The column with what is known of an item: an option, or NULL.
    pub(super) fn known(self, index: ItemIndex) -> String {
        self.name(&known(self.rules.question_of(index), &self.rules[index]))
    }

    /// The column that is true where the answer to an item is *not sure*.
    pub(super) fn not_sure(self, index: ItemIndex) -> Expression {
        Expression::Atom(self.name(&not_sure(&self.rules[index].column())))
    }

    /// What is known about a condition.
    pub(super) fn condition(self, condition: &Condition) -> Expression {
        match condition {
            Condition::All(parts) => Expression::and(parts.iter().map(|part| self.condition(part))),
            Condition::Any(parts) => Expression::or(parts.iter().map(|part| self.condition(part))),
            Condition::Answered(leaf) => self.answered(*leaf),
            Condition::AnyItem { group: _, leaves } => self.any_yes(leaves.iter().map(|leaf| leaf.item)),
            Condition::Holds(named) => Expression::Atom(self.name(&holds(named))),
        }
    }

    /// Whether one of these items is answered with yes. *In* is true if one is equal, and unknown if one is NULL.
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

    /// Whether an answer *not sure* is among what an unknown condition waits for. Means nothing where it is not unknown.
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
            Condition::Holds(named) => Expression::Atom(self.name(&not_sure(&holds(named)))),
        }
    }

    /// The same for a part of an unknown condition. It waits for the part only while that is unknown itself. Where both are
    /// joined alike that goes without saying: a settled part has no unknown one in it that counts.
    fn doubted_part(self, part: &Condition, outer: Join) -> Expression {
        let inner = join_of(part);
        if inner == outer || inner == Join::Single {
            return self.doubted(part);
        }
        let is_unknown = Expression::IsUnknown(Box::new(self.condition(part)));
        Expression::and([is_unknown, self.doubted(part)])
    }

    /// The same for a whole condition, false where it is not unknown.
    pub(super) fn doubted_while_unknown(self, condition: &Condition) -> Expression {
        let is_unknown = Expression::IsUnknown(Box::new(self.condition(condition)));
        Expression::and([is_unknown, self.doubted(condition)])
    }
}

/// The columns of a caution between its condition and its state.
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
        // The column of a named condition says by itself whether it is unknown.
        Condition::Answered(_) | Condition::Holds(_) => Join::Single,
    }
}

/// The column with what is known of an item. Where its question can be left out, that was looked at.
fn known(question: &Question, item: &Item) -> String {
    if question.ask_when.is_some() { asked(&item.column()) } else { item.column() }
}

/// Of a column: with *left out* in it where that is so.
pub(super) fn asked(column: &str) -> String {
    format!("{column}__asked")
}

/// Of a column: where it is *not sure*. No item is called so.
pub(super) fn not_sure(column: &str) -> String {
    format!("{column}__not_sure")
}

/// The column of a named condition. No question is called `holds`.
pub(super) fn holds(named: &NamedCondition) -> String {
    format!("{HOLDS}__{}", named.id)
}

/// The column of a warning symptom.
pub(super) fn watch_more(symptom: &WarningSymptom) -> String {
    format!("{WATCH_MORE}__{}", symptom.id)
}

/// An option as text. Ids hold no quote.
pub(super) fn literal(option: &AnswerOption) -> String {
    format!("'{}'", option.id)
}
