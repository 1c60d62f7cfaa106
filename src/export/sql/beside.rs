//! What is not sure beside the answers that raise a caution, in a query with one row a record and caution.

use super::columns::Columns;
use super::expression::Expression;
use crate::model::words::ALSO_NOT_SURE;
use crate::model::{Caution, Condition, Item, Leaf};

/// A column, and its expression.
pub(super) struct Beside {
    /// The name of the column.
    pub(super) name: String,
    /// The items, with commas, or NULL.
    pub(super) text: String,
}

/// The items answered *not sure* that could be further reasons for a caution. Nothing for a caution that reads one item.
pub(super) fn also_not_sure(columns: Columns<'_>, caution: &Caution) -> Option<Beside> {
    let leaves: Vec<(Leaf, Vec<&Condition>)> = caution.conditions().flat_map(Condition::leaves_and_beside).collect();
    let is_read = |item: &&Item| leaves.iter().any(|(leaf, _)| leaf.item == item.index);
    let items: Vec<&Item> = columns.rules.items().filter(is_read).collect();
    if items.len() < 2 {
        return None;
    }
    // Every part of the whole holds wherever this is read.
    let whole: &[Condition] = if let Condition::All(parts) = &caution.applies_when { parts } else { &[] };
    let path = |(_, beside): &(Leaf, Vec<&Condition>)| {
        let parts = beside.iter().filter(|part| !whole.iter().any(|one| std::ptr::eq(**part, one)));
        let may_hold = |part: &&Condition| Expression::MayHold(Box::new(columns.condition(part)));
        parts.map(may_hold).collect::<Vec<Expression>>()
    };
    let listed = |item: &&Item| {
        let paths = leaves.iter().filter(|(leaf, _)| leaf.item == item.index).map(path).collect::<Vec<_>>();
        let counts = (!paths.iter().any(Vec::is_empty)).then(|| Expression::or(paths.into_iter().map(Expression::and)));
        let when = Expression::and([columns.not_sure(item.index)].into_iter().chain(counts)).text(8);
        format!("CASE WHEN {when} THEN ',{}' ELSE '' END", item.reference)
    };
    let list = items.iter().map(listed).collect::<Vec<String>>().join("\n      || ");
    let name = columns.name(&format!("{}__{ALSO_NOT_SURE}", caution.id));
    Some(Beside { name, text: format!("NULLIF(SUBSTR(\n      {list}, 2), '')") })
}
