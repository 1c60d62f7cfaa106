//! When to speak about the cautions of one level: in the rules' words for a person, or in the program's own.

use super::LevelInfo;
use super::build::merge;
use crate::evaluate::Situation;
use crate::model::Truth;
use crate::model::{Heading, Level, RuleSet};
use crate::text::language;

/// The heading of a level that the rules have for a person; of several that hold the first.
pub(crate) fn heading<'r>(rules: &'r RuleSet, level: Level, situation: &Situation<'_>) -> Option<&'r Heading> {
    let mut of_level = rules.headings().iter().filter(|heading| heading.level == level);
    of_level.find(|heading| heading.when.evaluate(situation) == Truth::True)
}

impl LevelInfo {
    /// What is said over the cautions of a level that apply to a person.
    pub(crate) fn new(rules: &RuleSet, level: Level, situation: &Situation<'_>) -> Self {
        let (words, number) = ((language().safety.level_heading)(level), level.number());
        match heading(rules, level, situation) {
            Some(Heading { title, tell, cites, .. }) => {
                Self { level: number, title: title.clone(), tell: tell.clone(), cites: merge(rules, cites.iter()) }
            }
            None => Self { level: number, title: words.to_owned(), tell: Vec::new(), cites: Vec::new() },
        }
    }
}
