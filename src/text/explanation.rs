//! What is said of one caution explained.

use crate::model::{Read, State};

/// What is said of one caution explained.
#[derive(Debug)]
pub struct Explanation {
    /// Every part holds.
    pub all: &'static str,
    /// One part holds.
    pub any: &'static str,
    /// Between parts that must all hold, in one sentence.
    pub and: &'static str,
    /// Between parts of which one must hold, in one sentence.
    pub or: &'static str,
    /// When a caution applies.
    pub applies_when: &'static str,
    /// The smallest sets of answers that raise it.
    pub raised_by: &'static str,
    /// What the list of sets is.
    pub each_is_enough: &'static str,
    /// There are more sets than can be listed.
    pub too_many: &'static str,
    /// What leaves it open.
    pub left_open: &'static str,
    /// How.
    pub not_sure_leaves_open: &'static str,
    /// What leaves it open although everything was answered.
    pub open_when: &'static str,
    /// What makes it something for today.
    pub call_today: &'static str,
    /// That each part counts.
    pub parts: &'static str,
    /// How that is shown.
    pub parts_lead: &'static str,
    /// A part for which it could not be shown.
    pub no_pair: &'static str,
    /// What the person reads.
    pub reads: &'static str,
    /// What the person reads while an answer is *not sure*.
    pub while_not_sure: &'static str,
    /// What the sources say.
    pub sources: &'static str,
    /// What given answers did.
    pub these_answers: &'static str,
    /// Title of the list of cautions.
    pub list: &'static str,
    /// How to go on from the list.
    pub how: &'static str,
    /// "Topic: Blood clots. Rule: `clot_history`."
    pub place: fn(&str, &str) -> String,
    /// `Smoking: "Yes, now" or "Yes, in the past"`
    pub answered: fn(&str, &[&str]) -> String,
    /// One item of a group is yes.
    pub any_of: fn(&str) -> String,
    /// Parts that belong together, in a sentence.
    pub in_brackets: fn(&str) -> String,
    /// A named condition.
    pub holds: fn(&str) -> String,
    /// Answers together.
    pub together: fn(&[&str]) -> String,
    /// With one answer it applies.
    pub applies_with: fn(&str, &[String]) -> String,
    /// With another it does not match.
    pub no_match_with: fn(&str, &[String]) -> String,
    /// Only for one medicine or one situation.
    pub unless_not: fn(&str) -> String,
    /// A source: "Title. Publisher, date (read in part). Section: Warnings."
    pub source: fn(&str, &str, &str, Read, Option<&str>) -> String,
    /// What it says.
    pub says: fn(&[String]) -> String,
    /// The state of the caution.
    pub outcome: fn(State) -> String,
}
