//! What answers can change for a person.

use crate::evaluate::{Situation, SymptomFinding, Verdict};
use crate::model::{
    Advice, Caution, Condition, Coverage, CoveredBy, Heading, Id, Question, RuleSet, State, Statement, Truth,
    WarningSymptom,
};

/// Something that answers can change.
#[derive(Clone, Copy, Debug)]
pub(super) enum Outcome<'r> {
    /// The state of a caution.
    Caution(&'r Caution),
    /// Whether a warning symptom is told, and told to be watched for.
    Symptom(&'r WarningSymptom),
    /// Whether a text is left out, with the rule that it belongs to.
    Text(&'r Id, &'r Condition, &'r [String]),
    /// Whether a level has a heading of its own.
    Heading(&'r Heading, &'r Id),
    /// Whether a question is asked.
    Question(&'r Question, &'r Condition),
}

impl<'r> Outcome<'r> {
    /// The states of the cautions.
    pub(super) fn of_cautions(rules: &'r RuleSet) -> impl Iterator<Item = Self> {
        rules.cautions().iter().map(Self::Caution)
    }

    /// What is said of the warning symptoms.
    pub(super) fn of_symptoms(rules: &'r RuleSet) -> impl Iterator<Item = Self> {
        rules.warning_symptoms().iter().map(Self::Symptom)
    }

    /// Whether the texts are left out that some people do not read.
    pub(super) fn of_texts(rules: &'r RuleSet) -> impl Iterator<Item = Self> {
        let of = |id: &'r Id, statement: &'r Statement| {
            statement.show_when.as_ref().map(|when| Self::Text(id, when, &statement.tell))
        };
        let cautions = rules
            .cautions()
            .iter()
            .flat_map(move |caution| caution.statements().filter_map(move |statement| of(&caution.id, statement)));
        let symptoms = rules
            .warning_symptoms()
            .iter()
            .flat_map(move |symptom| symptom.details.iter().filter_map(move |detail| of(&symptom.id, detail)));
        let advice = rules.always().iter().chain(rules.monitoring()).chain(rules.alternatives());
        let advice = advice.filter_map(move |Advice { id, statement, .. }| of(id, statement));
        let coverage = rules.coverage().iter().filter_map(|Coverage { id, by, .. }| match by {
            CoveredBy::Printed { show_when, tell } => show_when.as_ref().map(|when| Self::Text(id, when, tell)),
            CoveredBy::Questions(_) => None,
        });
        cautions.chain(symptoms).chain(advice).chain(coverage)
    }

    /// Everything that answers can change.
    pub(super) fn all(rules: &'r RuleSet) -> impl Iterator<Item = Self> {
        let headings = rules.headings().iter().map(|heading| Self::Heading(heading, &rules.header().id));
        let asked = |question: &'r Question| Some(Self::Question(question, question.ask_when.as_ref()?));
        let questions = rules.questions().iter().filter_map(asked);
        let shown = Self::of_cautions(rules).chain(Self::of_symptoms(rules)).chain(Self::of_texts(rules));
        shown.chain(headings).chain(questions)
    }

    /// The rule that it belongs to.
    pub(super) fn id(&self) -> &'r Id {
        match self {
            Self::Caution(caution) => &caution.id,
            Self::Symptom(symptom) => &symptom.id,
            Self::Text(id, ..) | Self::Heading(_, id) => id,
            Self::Question(question, _) => &question.id,
        }
    }

    /// The conditions that it depends on.
    pub(super) fn conditions(&self) -> Vec<&'r Condition> {
        match self {
            Self::Caution(caution) => caution.conditions().chain(&caution.same_day_when).collect(),
            Self::Symptom(symptom) => [&symptom.watch_more_when].into_iter().chain(&symptom.show_when).collect(),
            Self::Text(_, condition, _) | Self::Question(_, condition) => vec![condition],
            Self::Heading(heading, _) => vec![&heading.when],
        }
    }

    /// What it is in a situation: the more, the more it asks of the person. Both open states of a caution ask as much.
    pub(super) fn weight(&self, situation: &Situation<'_>) -> u8 {
        let shown = |condition: &Condition| u8::from(condition.evaluate(situation) != Truth::False);
        match self {
            Self::Caution(caution) => {
                let verdict = Verdict::of(caution, situation);
                match verdict.state {
                    State::NoMatch => 0,
                    State::NotAsked | State::NotSure => 1,
                    State::Applies => 2 + u8::from(verdict.same_day),
                }
            }
            Self::Symptom(symptom) => {
                let finding = SymptomFinding::of(symptom, situation);
                u8::from(finding.shown) + u8::from(finding.watch_more)
            }
            Self::Text(_, condition, _) | Self::Question(_, condition) => shown(condition),
            Self::Heading(heading, _) => u8::from(heading.when.evaluate(situation) == Truth::True),
        }
    }
}
