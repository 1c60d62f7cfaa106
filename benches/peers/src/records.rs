//! Lines of answers. The same people in every shape, so that the results must be the same too.

use std::io::{self, Write};

use jakcheck::model::RuleSet;

use crate::person::{self, NOT_SURE, Reply};
use crate::random::Random;

/// Who answers what.
const PEOPLE: u64 = 20_240_601;

/// Which key stands where in shuffled records.
const PLACES: u64 = 7_919;

/// How a record is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Shape {
    /// Groups as lists of the items that are yes.
    Lists,
    /// Groups as objects that say yes, no or not sure of each item.
    Members,
    /// Groups as lists, keys in any order, spaces behind colons and commas.
    Shuffled,
}

/// Writes the records of the first `count` people.
///
/// # Errors
/// Where the output cannot be written.
pub(crate) fn write(rules: &RuleSet, count: usize, shape: Shape, out: &mut impl Write) -> io::Result<()> {
    let (mut people, mut places) = (Random::new(PEOPLE), Random::new(PLACES));
    let (colon, comma) = if shape == Shape::Shuffled { (": ", ", ") } else { (":", ",") };
    for number in 1..=count {
        let mut members = vec![format!("\"id\"{colon}\"p{number}\"")];
        for reply in person::replies(rules, &mut people) {
            members.push(format!("\"{}\"{colon}{}", reply.question.id, value(&reply, shape, comma)));
        }
        if shape == Shape::Shuffled {
            places.shuffle(&mut members);
        }
        writeln!(out, "{{{}}}", members.join(comma))?;
    }
    out.flush()
}

/// Ids and reserved words are `a-z`, `0-9` and `_`: none needs an escape.
fn value(reply: &Reply<'_>, shape: Shape, comma: &str) -> String {
    let quoted = |word: &&str| format!("\"{word}\"");
    if !reply.question.is_group {
        return reply.words.iter().map(quoted).collect();
    }
    if shape == Shape::Members {
        let members = reply.question.items.iter().map(|item| {
            let id = item.id.as_str();
            format!("\"{id}\":\"{}\"", said_of(id, &reply.words))
        });
        return format!("{{{}}}", members.collect::<Vec<_>>().join(","));
    }
    format!("[{}]", reply.words.iter().map(quoted).collect::<Vec<_>>().join(comma))
}

/// What a list says of an item.
fn said_of(item: &str, listed: &[&str]) -> &'static str {
    if listed.contains(&item) {
        "yes"
    } else if listed.contains(&NOT_SURE) {
        NOT_SURE
    } else {
        "no"
    }
}
