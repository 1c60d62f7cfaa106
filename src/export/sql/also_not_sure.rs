//! The column that lists the items answered *not sure* although other answers already raise the caution.

use super::columns::Columns;
use super::expression::Expression;
use crate::model::words::ALSO_NOT_SURE;
use crate::model::{Caution, Condition, Item, Leaf};

/// A column of a query.
pub(super) struct ListColumn {
    /// Its quoted name.
    pub(super) name: String,
    /// Its SQL expression: the items, separated by commas, or NULL if there are none.
    pub(super) sql: String,
}

/// The items answered *not sure* that could be further reasons for a caution. `None` for a caution that reads only one
/// item.
pub(super) fn also_not_sure(columns: Columns<'_>, caution: &Caution) -> Option<ListColumn> {
    let leaves: Vec<(Leaf, Vec<&Condition>)> = caution.conditions().flat_map(Condition::leaves_and_beside).collect();
    let is_read = |item: &&Item| leaves.iter().any(|(leaf, _)| leaf.item == item.index);
    let items: Vec<&Item> = columns.rules.items().filter(is_read).collect();
    if items.len() < 2 {
        return None;
    }
    // The column is read only where the caution applies, so these parts are true there.
    let whole: &[Condition] = if let Condition::All(parts) = &caution.applies_when { parts } else { &[] };
    let path = |(_, beside): &(Leaf, Vec<&Condition>)| {
        let parts = beside.iter().filter(|part| !whole.iter().any(|one| std::ptr::eq(**part, one)));
        let may_hold = |part: &&Condition| Expression::MayHold(Box::new(columns.condition(part)));
        parts.map(may_hold).collect::<Vec<Expression>>()
    };
    let listed = |item: &&Item| {
        let paths = leaves.iter().filter(|(leaf, _)| leaf.item == item.index).map(path).collect::<Vec<_>>();
        let counts = (!paths.iter().any(Vec::is_empty)).then(|| Expression::or(paths.into_iter().map(Expression::and)));
        let when = Expression::and([columns.not_sure(item.index)].into_iter().chain(counts)).render(8);
        format!("CASE WHEN {when} THEN ',{}' ELSE '' END", item.reference)
    };
    let list = items.iter().map(listed).collect::<Vec<String>>().join("\n      || ");
    let name = columns.name(&format!("{}__{ALSO_NOT_SURE}", caution.id));
    Some(ListColumn { name, sql: format!("NULLIF(SUBSTR(\n      {list}, 2), '')") })
}
