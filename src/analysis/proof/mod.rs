//! Proves properties of a rule set, by trying the answers to what each of its conditions reads.
//!
//! What is tried is all there is: options that no condition tells apart are one choice, and items that stand for each
//! other, such as those of which any is enough, are tried in one order. [`Breadth::EveryState`] does without both. Only where
//! each state is compared with others, it takes that way too if there are more than a million.

mod certain;
mod completion;
mod found;
mod hidden;
mod options;
mod outcome;
mod parts;
mod reachable;
mod risk;
mod settled;
mod short;
mod space;
mod texts;
mod together;
mod told;
mod urgency;

pub use self::found::{Failure, Proof};
pub use self::space::Breadth;
use self::space::Space;
use crate::answers::Answers;
use crate::model::{Caution, Condition, Property, RuleSet};

/// The states that are tried of a caution, one for all that are alike: answers to what it reads. Whoever holds another
/// engine against the evaluation has all of it in them.
pub fn states<'r>(rules: &'r RuleSet, caution: &Caution) -> Vec<Answers<'r>> {
    let conditions: Vec<&Condition> = caution.conditions().chain(&caution.same_day_when).collect();
    let mut states = Vec::new();
    Space::new(rules, &conditions, Breadth::Representative).until(|answers| {
        states.push(answers.clone());
        false
    });
    states
}

/// Proves one property of a rule set, or finds the smallest answers that break it.
pub fn prove(property: Property, rules: &RuleSet, breadth: Breadth) -> Proof {
    let found = match property {
        Property::Reachable => reachable::prove(rules),
        Property::UnknownIsNotNo => settled::unknown_is_not_no(rules, breadth),
        Property::SettledStays => settled::stays(rules, breadth),
        Property::RiskNeverLowers => risk::prove(rules, breadth),
        Property::OptionsMatter => options::prove(rules),
        Property::PartsMatter => parts::prove(rules),
        Property::NoQuestionHidden => hidden::prove(rules, breadth),
        Property::TextsShown => texts::prove(rules, breadth),
        Property::NotSureTold => told::prove(rules, breadth),
        Property::UrgencyHighest => urgency::prove(rules, breadth),
        Property::ShortLeavesNothingOut => short::prove(rules, breadth),
        Property::Sourced => together::prove(rules, breadth),
    };
    found.into_proof(property)
}
