//! Completions: the same answers, and what was unknown answered.

use crate::answers::Answers;
use crate::model::{Answer, ItemIndex};

/// How many completions of the same answers are tried.
const MOST: usize = 1 << 16;

/// The completion with the fewest new answers that is `wanted`. `items` come with the options to try.
pub(super) fn completion<'r>(
    answers: &Answers<'r>,
    items: &[(ItemIndex, Vec<Answer>)],
    wanted: impl Fn(&Answers<'r>) -> bool,
) -> Option<Answers<'r>> {
    let is_unknown = |item: ItemIndex| matches!(answers.answer(item), Answer::Unanswered | Answer::NotSure);
    let unknown = items.iter().filter(|(item, _)| is_unknown(*item));
    let mut tried = vec![answers.clone()];
    for (item, options) in unknown {
        for known in tried.clone() {
            for option in options {
                let mut with = known.clone();
                with.set(*item, *option);
                tried.push(with);
            }
        }
        if tried.len() > MOST {
            break;
        }
    }
    // Those with fewer new answers first.
    let news =
        |with: &&Answers<'r>| items.iter().filter(|(item, _)| with.answer(*item) != answers.answer(*item)).count();
    let mut found: Vec<&Answers<'r>> = tried.iter().filter(|with| wanted(with)).collect();
    found.sort_by_key(news);
    found.first().map(|with| (*with).clone())
}
