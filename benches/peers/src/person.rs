//! Made-up people who answer every question.

use jakcheck::model::{Question, RuleSet};

use crate::random::Random;

/// The word for no item of a group.
pub(crate) const NONE: &str = "none";

/// The word for *not sure*.
pub(crate) const NOT_SURE: &str = "not_sure";

/// The answer of one person to one question.
#[derive(Debug)]
pub(crate) struct Reply<'r> {
    /// The question.
    pub(crate) question: &'r Question,
    /// The one option, or the list of a group.
    pub(crate) words: Vec<&'r str>,
}

/// One reply to each question, in the order they are asked.
pub(crate) fn replies<'r>(rules: &'r RuleSet, random: &mut Random) -> Vec<Reply<'r>> {
    let reply = |question: &'r Question| {
        let words = if question.is_group { listed(question, random) } else { vec![chosen(question, random)] };
        Reply { question, words }
    };
    rules.questions().iter().map(reply).collect()
}

/// One in twelve is not sure.
fn chosen<'r>(question: &'r Question, random: &mut Random) -> &'r str {
    if random.below(12) == 0 {
        return NOT_SURE;
    }
    let options = question.items.first().map_or(&[][..], |item| &item.options);
    random.pick(options).map_or(NOT_SURE, |option| option.id.as_str())
}

/// 55 of 100 list nothing and 5 are not sure; the others list one to three items.
fn listed<'r>(question: &'r Question, random: &mut Random) -> Vec<&'r str> {
    match random.below(100) {
        0..55 => vec![NONE],
        55..60 => vec![NOT_SURE],
        _ => {
            let mut places: Vec<usize> = (0..question.items.len()).collect();
            random.shuffle(&mut places);
            places.truncate(1 + random.below(3));
            places.sort_unstable();
            places.into_iter().filter_map(|place| question.items.get(place)).map(|item| item.id.as_str()).collect()
        }
    }
}
