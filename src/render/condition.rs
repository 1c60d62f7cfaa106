//! Conditions in words, made from the condition itself.

use crate::rules::{Condition, Leaf, RuleSet};

/// A line of a condition in words, and how deep it stands under the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// 0 for the condition itself, 1 for its parts, and so on.
    pub depth: usize,
    /// The words.
    pub text: String,
}

/// A condition in words: one line for itself, one for each part below it.
pub fn in_words(rules: &RuleSet, condition: &Condition) -> Vec<Words> {
    let mut lines = Vec::new();
    describe(rules, condition, 0, &mut lines);
    lines
}

fn describe(rules: &RuleSet, condition: &Condition, depth: usize, lines: &mut Vec<Words>) {
    let (text, parts): (String, &[Condition]) = match condition {
        Condition::All(parts) => ("all of these:".to_owned(), parts),
        Condition::Any(parts) => ("any of these:".to_owned(), parts),
        Condition::Answered(leaf) => (answered(rules, *leaf), &[]),
        Condition::AnyItem { group, leaves: _ } => (format!("any item of `{group}` is yes"), &[]),
        Condition::Holds(named) => (format!("`{}` ({}):", named.id, named.title), std::slice::from_ref(&named.when)),
    };
    lines.push(Words { depth, text });
    for part in parts {
        describe(rules, part, depth + 1, lines);
    }
}

fn answered(rules: &RuleSet, leaf: Leaf) -> String {
    let Some(item) = rules.item(leaf.item) else {
        return String::new();
    };
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
