//! Rules as a Python function.

use std::collections::BTreeSet;

use super::joined;
use super::plain::{Plain, Rule};

/// A function from answers to the ids of the cautions that apply.
pub(super) fn function(all: &[Rule]) -> String {
    let mut read = BTreeSet::new();
    for rule in all {
        questions(&rule.when, &mut read);
    }
    let reads: String = read.iter().map(|id| format!("    q_{id} = answers[\"{id}\"]\n")).collect();
    let cases: String = all
        .iter()
        .map(|rule| format!("    if {}:\n        found.append(\"{}\")\n", condition(&rule.when), rule.id))
        .collect();
    format!("def applies(answers):\n    found = []\n{reads}{cases}    return found\n")
}

fn questions<'r>(plain: &'r Plain, read: &mut BTreeSet<&'r str>) {
    match plain {
        Plain::All(parts) | Plain::Any(parts) => parts.iter().for_each(|part| questions(part, read)),
        Plain::IsOneOf { question: id, .. } | Plain::Lists { group: id, .. } => {
            read.insert(id);
        }
    }
}

/// A literal set is built once, with the function.
fn condition(plain: &Plain) -> String {
    match plain {
        Plain::All(parts) => joined(parts, "and", condition),
        Plain::Any(parts) => joined(parts, "or", condition),
        Plain::IsOneOf { question, options } => {
            let options: String = options.iter().map(|option| format!("\"{option}\", ")).collect();
            format!("q_{question} in {{{options}}}")
        }
        Plain::Lists { group, items } => {
            let tests = items.iter().map(|item| format!("\"{item}\" in q_{group}"));
            format!("({})", tests.collect::<Vec<_>>().join(" or "))
        }
    }
}
