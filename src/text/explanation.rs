//! Texts of the explanation of a caution.

use crate::model::{Read, State};

/// Texts of the explanation of a caution.
#[derive(Debug)]
pub struct Explanation {
    /// Before a list of parts that must all be true.
    pub all: &'static str,
    /// Before a list of parts of which one must be true.
    pub any: &'static str,
    /// Between parts in a sentence that must all be true.
    pub and: &'static str,
    /// Between parts in a sentence of which one must be true.
    pub or: &'static str,
    /// The heading over the condition of the caution.
    pub applies_when: &'static str,
    /// The heading over the smallest sets of answers that raise it.
    pub raised_by: &'static str,
    /// The explanation of that list.
    pub each_is_enough: &'static str,
    /// The message that there are too many sets to list.
    pub too_many: &'static str,
    /// The heading over the items that leave it open.
    pub left_open: &'static str,
    /// The explanation that *not sure* or a missing answer leaves it open.
    pub not_sure_leaves_open: &'static str,
    /// Before the condition under which it stays open although everything was answered.
    pub open_when: &'static str,
    /// The heading over the condition to call the doctor today.
    pub call_today: &'static str,
    /// The heading over the parts of the condition.
    pub parts: &'static str,
    /// The explanation of how the answers of a pair differ.
    pub parts_lead: &'static str,
    /// The message that no pair was found for a part.
    pub no_pair: &'static str,
    /// The heading over the texts for the patient.
    pub reads: &'static str,
    /// Before the text that is shown while an answer is *not sure*.
    pub while_not_sure: &'static str,
    /// The heading over what the sources say.
    pub sources: &'static str,
    /// The heading over the result of the given answers.
    pub these_answers: &'static str,
    /// The title of the list of cautions.
    pub list: &'static str,
    /// How to explain a caution from the list.
    pub how: &'static str,
    /// "Topic: Blood clots. Rule: `clot_history`." Takes the title of the topic and the id.
    pub place: fn(&str, &str) -> String,
    /// `Smoking: "Yes, now" or "Yes, in the past"`. Takes the title and the labels.
    pub answered: fn(&str, &[&str]) -> String,
    /// Yes to any item of a group. Takes the title.
    pub any_of: fn(&str) -> String,
    /// Puts the parts of a sentence that belong together in brackets.
    pub in_brackets: fn(&str) -> String,
    /// A named condition. Takes its title.
    pub holds: fn(&str) -> String,
    /// Several answers that are all needed. Takes their texts.
    pub together: fn(&[&str]) -> String,
    /// The answer with which the caution applies. Takes its text and those of the other answers that raise it.
    pub applies_with: fn(&str, &[String]) -> String,
    /// The answer with which it does not match, likewise.
    pub no_match_with: fn(&str, &[String]) -> String,
    /// A text for one medicine or situation. Takes the condition in a sentence.
    pub unless_not: fn(&str) -> String,
    /// A source: "Title. Publisher, date (read in part). Section: Warnings."
    pub source: fn(&str, &str, &str, Read, Option<&str>) -> String,
    /// What a source says.
    pub says: fn(&[String]) -> String,
    /// The state of the caution for the given answers.
    pub outcome: fn(State) -> String,
}
