//! When to speak about the cautions of one level: in the rules' words for a person, or in the program's own.

use super::parts::LevelInfo;
use super::printed::cites;
use crate::evaluate::Situation;
use crate::model::Truth;
use crate::model::{Heading, Level, RuleSet};
use crate::text::language;

/// The heading of a level that the rules have for a person; of several that hold the first.
pub(crate) fn heading<'r>(rules: &'r RuleSet, level: Level, situation: &Situation<'_>) -> Option<&'r Heading> {
    let mut of_level = rules.headings().iter().filter(|heading| heading.level == level);
    of_level.find(|heading| heading.when.evaluate(situation) == Truth::True)
}

impl<'r> LevelInfo<'r> {
    /// What is said over the cautions of a level that apply to a person.
    pub(crate) fn new(rules: &'r RuleSet, level: Level, situation: &Situation<'_>) -> Self {
        Self::under(rules, level, heading(rules, level, situation))
    }

    /// The same under the heading that the rules have for the person, if they have one.
    pub(crate) fn under(rules: &'r RuleSet, level: Level, heading: Option<&'r Heading>) -> Self {
        match heading {
            Some(heading) => {
                Self { level, title: &heading.title, tell: &heading.tell, cites: cites(rules, &heading.cites) }
            }
            None => Self { level, title: (language().safety.level_heading)(level), tell: &[], cites: Vec::new() },
        }
    }
}
