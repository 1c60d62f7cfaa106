//! What is proved of a rule set, as data and as lines of text.

use schemars::JsonSchema;
use serde::Serialize;

use crate::analysis::proof::{Failure, Proof};
use crate::model::{Property, RuleSet};
use crate::pages::report::{Program, RuleSetInfo, rule_set_info};
use crate::text::language;

/// What is proved of a rule set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Proofs<'r> {
    /// Version of this layout: 1.
    pub schema_version: u32,
    /// The program that proved it.
    pub program: Program,
    /// The rules.
    pub rule_set: RuleSetInfo<'r>,
    /// Whether each state was tried by itself, and not one for all that are alike.
    pub every_state: bool,
    /// Whether every property holds.
    pub holds: bool,
    /// The properties, P1 to P12.
    pub properties: Vec<Proved>,
}

/// Whether one property holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Proved {
    /// Its name: `P1` to `P12`.
    pub property: String,
    /// What it says, in a few words.
    pub claim: &'static str,
    /// Whether it holds.
    pub holds: bool,
    /// How many states were tried.
    pub states: u64,
    /// How many states there are; more than were tried only where they are too many.
    pub of: u64,
    /// How long it took, in milliseconds.
    pub milliseconds: u64,
    /// What breaks it with the fewest answers. Null where it holds.
    pub counterexample: Option<Counterexample>,
}

/// What breaks a property.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Counterexample {
    /// Id of the rule that it is about.
    pub rule: String,
    /// What is wrong.
    pub what: String,
    /// Answers documents that `jakcheck check` reads, each as text: one, two to compare, or none where worked
    /// cases fail.
    pub answers: Vec<String>,
}

impl<'r> Proofs<'r> {
    /// What was proved, each with the milliseconds that it took. Whether the worked cases hold is a part of P12.
    pub fn new(rules: &'r RuleSet, every_state: bool, proofs: Vec<(Proof, u64)>, cases_hold: bool) -> Self {
        let of_cases = || Counterexample {
            rule: rules.header().id.to_string(),
            what: language().proof.cases_fail.to_owned(),
            answers: Vec::new(),
        };
        let of_failure = |Failure { rule, what, answers }: Failure| Counterexample { rule, what, answers };
        let counterexample = |property: Property, failure: Option<Failure>| {
            let fails = property == Property::Sourced && !cases_hold;
            failure.map(of_failure).or_else(|| fails.then(of_cases))
        };
        let proved = |(Proof { property, tried, of, failure }, milliseconds): (Proof, u64)| {
            let counterexample = counterexample(property, failure);
            Proved {
                property: property.to_string(),
                claim: (language().proof.claim)(property),
                holds: counterexample.is_none(),
                states: tried,
                of,
                milliseconds,
                counterexample,
            }
        };
        let properties: Vec<Proved> = proofs.into_iter().map(proved).collect();
        Self {
            schema_version: 1,
            program: Program::THIS,
            rule_set: rule_set_info(rules.header()),
            every_state,
            holds: properties.iter().all(|one| one.holds),
            properties,
        }
    }

    /// A line for each property, with what breaks it below.
    pub fn text(&self) -> String {
        let words = &language().proof;
        let mut lines = Vec::new();
        for Proved { property, claim, holds, states, of, milliseconds, counterexample } in &self.properties {
            let seconds = format!("{}.{:02}", milliseconds / 1000, milliseconds % 1000 / 10);
            lines.push((words.line)(property, *holds, *states, *of, &seconds, claim));
            let Some(Counterexample { rule: _, what, answers }) = counterexample else { continue };
            lines.push(format!("    {what}"));
            for (label, document) in [words.answers, words.beside].iter().zip(answers) {
                lines.push(format!("    {label}: {document}"));
            }
        }
        match self.properties.iter().filter(|one| !one.holds).count() {
            0 if self.every_state => {}
            0 => lines.push(words.every_state.to_owned()),
            broken => lines.push((words.broken)(broken)),
        }
        lines.push(String::new());
        lines.join("\n")
    }
}
