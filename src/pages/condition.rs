//! Conditions in a reviewer's words: with the ids that the rule files use, and the parts below what they are parts of.

use crate::model::{Condition, Leaf, RuleSet};
use crate::render::document::Item;

/// A condition in words, its parts below it.
pub(super) fn in_words(rules: &RuleSet, condition: &Condition) -> Item {
    let (text, parts): (String, &[Condition]) = match condition {
        Condition::All(parts) => ("all of these:".to_owned(), parts),
        Condition::Any(parts) => ("any of these:".to_owned(), parts),
        Condition::Answered(leaf) => (answered(rules, *leaf), &[]),
        Condition::AnyItem { group, leaves: _ } => (format!("any item of `{}` is yes", rules[*group].id), &[]),
        Condition::Holds(named) => (format!("`{}` ({}):", named.id, named.title), std::slice::from_ref(&named.when)),
    };
    Item { lines: vec![text.into()], items: parts.iter().map(|part| in_words(rules, part)).collect() }
}

fn answered(rules: &RuleSet, leaf: Leaf) -> String {
    let item = &rules[leaf.item];
    let options: Vec<&str> = item
        .options
        .iter()
        .enumerate()
        .filter(|(index, _)| leaf.options.has(*index))
        .map(|(_, option)| option.id.as_str())
        .collect();
    format!("`{}` ({}) is {}", item.reference, item.title, or(&options))
}

/// "a", "a or b", "a, b or c".
fn or(words: &[&str]) -> String {
    match words.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, first)) => format!("{} or {last}", first.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::or;

    #[test]
    fn lists_read_as_a_sentence() {
        assert_eq!(or(&["a"]), "a");
        assert_eq!(or(&["a", "b"]), "a or b");
        assert_eq!(or(&["a", "b", "c"]), "a, b or c");
    }
}
