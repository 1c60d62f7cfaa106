//! Conditions as plain boolean logic.
//!
//! Conditions have no *not*, so whether one definitely holds depends only on which of its leaves definitely hold: an
//! answer *not sure* or a missing one is simply not true here.

use jakcheck::model::{Condition, ItemIndex, Leaf, Question, RuleSet};

/// When a caution applies.
#[derive(Debug)]
pub(crate) struct Rule {
    /// Id of the caution.
    pub(crate) id: String,
    /// When it applies.
    pub(crate) when: Plain,
}

/// A condition that holds or does not.
#[derive(Debug)]
pub(crate) enum Plain {
    /// Every part holds.
    All(Vec<Plain>),
    /// One part holds.
    Any(Vec<Plain>),
    /// The answer is one of these.
    IsOneOf {
        /// A question with options.
        question: String,
        /// Ids of options.
        options: Vec<String>,
    },
    /// The list has one of these.
    Lists {
        /// A question with items.
        group: String,
        /// Ids of items.
        items: Vec<String>,
    },
}

/// A rule that other engines are not given.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unsupported {
    /// A list tells only which items are yes.
    #[error("a rule reads an answer to `{0}` other than yes, which lists of items do not tell plainly")]
    NotYes(String),
    /// An item that no question has.
    #[error("a rule reads an item that no question has")]
    NoItem,
}

/// The rules for the cautions of a rule set, in its order.
///
/// # Errors
/// A rule that other engines are not given.
pub(crate) fn plain(rules: &RuleSet) -> Result<Vec<Rule>, Unsupported> {
    let rule = |caution: &jakcheck::model::Caution| {
        Ok(Rule { id: caution.id.to_string(), when: condition(rules, &caution.applies_when)? })
    };
    rules.cautions().iter().map(rule).collect()
}

fn condition(rules: &RuleSet, from: &Condition) -> Result<Plain, Unsupported> {
    let of = |parts: &[Condition]| parts.iter().map(|part| condition(rules, part)).collect::<Result<Vec<_>, _>>();
    match from {
        Condition::All(parts) => Ok(all(of(parts)?)),
        Condition::Any(parts) => Ok(any(of(parts)?)),
        Condition::Answered(leaf) => answered(rules, *leaf),
        Condition::AnyItem { group: _, leaves } => {
            let leaves = leaves.iter().map(|leaf| answered(rules, *leaf)).collect::<Result<Vec<_>, _>>()?;
            Ok(any(leaves))
        }
        Condition::Holds(named) => condition(rules, &named.when),
    }
}

fn answered(rules: &RuleSet, leaf: Leaf) -> Result<Plain, Unsupported> {
    let question = question_of(rules, leaf.item).ok_or(Unsupported::NoItem)?;
    let item = question.items.iter().find(|item| item.index == leaf.item).ok_or(Unsupported::NoItem)?;
    let chosen = item.options.iter().enumerate().filter(|(place, _)| leaf.options.has(*place));
    let options: Vec<String> = chosen.map(|(_, option)| option.id.to_string()).collect();
    if question.is_group {
        if options != ["yes"] {
            return Err(Unsupported::NotYes(item.reference.clone()));
        }
        return Ok(Plain::Lists { group: question.id.to_string(), items: vec![item.id.to_string()] });
    }
    Ok(Plain::IsOneOf { question: question.id.to_string(), options })
}

fn question_of(rules: &RuleSet, item: ItemIndex) -> Option<&Question> {
    rules.questions().iter().find(|question| question.items.iter().any(|candidate| candidate.index == item))
}

/// Every part, with the parts of such a part in its place.
fn all(parts: Vec<Plain>) -> Plain {
    let mut flat = Vec::new();
    for part in parts {
        if let Plain::All(inner) = part { flat.extend(inner) } else { flat.push(part) }
    }
    only(flat).unwrap_or_else(Plain::All)
}

/// One part, with the parts of such a part in its place, and one list test a group.
fn any(parts: Vec<Plain>) -> Plain {
    let mut flat = Vec::new();
    for part in parts {
        if let Plain::Any(inner) = part {
            for part in inner {
                add(&mut flat, part);
            }
        } else {
            add(&mut flat, part);
        }
    }
    only(flat).unwrap_or_else(Plain::Any)
}

fn add(flat: &mut Vec<Plain>, part: Plain) {
    let Plain::Lists { group, items } = part else {
        flat.push(part);
        return;
    };
    let same = flat.iter_mut().find_map(|other| match other {
        Plain::Lists { group: other, items } if *other == group => Some(items),
        Plain::Lists { .. } | Plain::IsOneOf { .. } | Plain::All(_) | Plain::Any(_) => None,
    });
    match same {
        Some(known) => known.extend(items),
        None => flat.push(Plain::Lists { group, items }),
    }
}

/// The part, where it is the only one.
fn only(mut parts: Vec<Plain>) -> Result<Plain, Vec<Plain>> {
    if parts.len() != 1 {
        return Err(parts);
    }
    parts.pop().ok_or(parts)
}
