//! What is proved of a rule set, and what breaks it.

use crate::model::Property;

/// What is proved of a rule set, and what breaks it.
#[derive(Debug)]
pub struct Proof {
    /// Before answers that show what is wrong.
    pub answers: &'static str,
    /// Before answers to compare with those.
    pub beside: &'static str,
    /// A property in a few words.
    pub claim: fn(Property) -> &'static str,
    /// The line of a property. Takes its name, whether it holds, how many states were tried and of how many, and the
    /// seconds that it took.
    pub line: fn(&str, bool, u64, u64, &str, &str) -> String,
    /// Below the lines: how to try every state.
    pub every_state: &'static str,
    /// How many properties do not hold.
    pub broken: fn(usize) -> String,
    /// A worked case does not hold.
    pub cases_fail: &'static str,
    /// No answers give a caution this state.
    pub never: fn(&str, &str) -> String,
    /// Answers that are missing would raise a caution that does not match.
    pub raised_later: fn(&str) -> String,
    /// What was settled changes from one state to another.
    pub unsettled: fn(&str, &str, &str) -> String,
    /// A riskier answer lowers a rule. Takes the rule and the item.
    pub lowered: fn(&str, &str) -> String,
    /// An option changes nothing. Takes the item and the option.
    pub idle_option: fn(&str, &str) -> String,
    /// A part of a condition changes nothing. Takes the rule, the item and the options.
    pub idle_part: fn(&str, &str, &[&str]) -> String,
    /// No answers lead to a question.
    pub never_asked: fn(&str) -> String,
    /// A question is left out although a rule reads it. Takes the question and the rule.
    pub hidden_question: fn(&str, &str) -> String,
    /// Nobody can read a text of a rule.
    pub never_shown: fn(&str) -> String,
    /// A missing answer hides a text of a rule.
    pub hidden_text: fn(&str) -> String,
    /// A text is hidden from those whose option it names. Takes the rule and the option.
    pub hidden_from_named: fn(&str, &str) -> String,
    /// An answer *not sure* beside a caution that applies is not told, or one that is no reason is.
    pub untold: fn(&str) -> String,
    /// What is for today belongs to a caution that does not apply.
    pub today_without: fn(&str) -> String,
    /// No answers make a caution one for today.
    pub never_today: fn(&str) -> String,
    /// The urgency is another than it should be. Takes both.
    pub urgency: fn(&str, &str) -> String,
    /// The short check does not ask the question about signs of an emergency.
    pub short_without: fn(&str) -> String,
    /// The short check does not tell a caution that it cannot settle.
    pub short_hides: fn(&str) -> String,
    /// Two phrases that contradict each other can be read together. Takes both, and the rules that have them.
    pub contrary: fn(&str, &str, &str, &str) -> String,
    /// No text has a phrase.
    pub no_such_phrase: fn(&str) -> String,
}
