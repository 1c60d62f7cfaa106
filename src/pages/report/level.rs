//! The heading over the cautions of one level: one of the rules for this person, or the default of the program.

use super::parts::LevelInfo;
use super::printed::cites;
use crate::evaluate::Situation;
use crate::model::Truth;
use crate::model::{Heading, Level, RuleSet};
use crate::text::language;

/// The first heading of a level in the rules whose condition is true for this person.
pub(crate) fn heading<'r>(rules: &'r RuleSet, level: Level, situation: &Situation<'_>) -> Option<&'r Heading> {
    let mut of_level = rules.headings().iter().filter(|heading| heading.level == level);
    of_level.find(|heading| heading.when.evaluate(situation) == Truth::True)
}

impl<'r> LevelInfo<'r> {
    /// The heading over the cautions of a level that apply to a person.
    pub(crate) fn new(rules: &'r RuleSet, level: Level, situation: &Situation<'_>) -> Self {
        Self::under(rules, level, heading(rules, level, situation))
    }

    /// The same from the result of [`heading`]; `None` gives the default.
    pub(crate) fn under(rules: &'r RuleSet, level: Level, heading: Option<&'r Heading>) -> Self {
        match heading {
            Some(heading) => {
                Self { level, title: &heading.title, tell: &heading.tell, cites: cites(rules, &heading.cites) }
            }
            None => Self { level, title: (language().safety.level_heading)(level), tell: &[], cites: Vec::new() },
        }
    }
}
