//! A report: what the answers of one person give, in its final order. JSON and the page are two printings of it.

mod build;
mod json;
mod level;
pub mod page;
mod parts;
mod printed;

use std::collections::BTreeSet;

use crate::evaluate::Situation;
use crate::model::{Item, Now, State, Whose};

pub(crate) use self::level::heading;
pub(crate) use self::parts::rule_set_info;
pub use self::parts::{
    AdviceInfo, CautionInfo, DoctorQuestion, LevelInfo, Program, RuleSetInfo, SourceInfo, SymptomInfo, Tried,
    UrgentInfo,
};
pub use self::printed::{Ask, Because, Cite, Given, Items, Signs, ToDo};

/// What one person's answers give, ready to be printed. There is no score, no risk level and no verdict in it.
#[derive(Clone, Debug)]
pub struct Report<'r> {
    situation: Situation<'r>,
    /// What a script calls this person, as given in the answers.
    pub id: Option<String>,
    /// Whether it is about an example person.
    pub is_example: bool,
    /// Whose the answers are, where that was said.
    pub whose: Option<Whose>,
    /// Said first where the content is out of date or the date cannot be.
    pub date_warning: Option<String>,
    /// What to do now.
    pub now: Option<Now>,
    /// What must not wait, and the emergency text that everybody gets.
    pub urgent: UrgentInfo<'r>,
    /// Advice that everybody gets.
    pub always: Vec<AdviceInfo<'r>>,
    /// When to speak about the cautions of each level that apply.
    pub levels: Vec<LevelInfo<'r>>,
    /// Every caution: those that apply first, then those left open, then those that did not match; by level.
    pub cautions: Vec<CautionInfo<'r>>,
    /// Everything that the person is not sure of.
    pub not_sure: Items<'r>,
    /// Of that what none of the cautions, warning symptoms and earlier treatments names.
    pub other_not_sure: Items<'r>,
    /// The warning symptoms that may concern this person: the most urgent first; among them those to watch for most.
    pub warning_symptoms: Vec<SymptomInfo<'r>>,
    /// Tests and plans for the medicine.
    pub monitoring: Vec<AdviceInfo<'r>>,
    /// Other kinds of treatment.
    pub alternatives: Vec<AdviceInfo<'r>>,
    /// What was tried before.
    pub tried: Vec<Tried<'r>>,
    /// What has no answer, in questionnaire order.
    pub unanswered: Items<'r>,
    /// What this list does not ask about.
    pub not_asked_about: Vec<AdviceInfo<'r>>,
}

impl<'r> Report<'r> {
    /// The same report, marked as that of an example person.
    #[must_use]
    pub fn as_example(self) -> Self {
        Self { is_example: true, ..self }
    }

    /// The same report for a person who answered for somebody else: it says first who is meant by "you".
    #[must_use]
    pub fn for_someone_else(self) -> Self {
        Self { whose: Some(Whose::SomeoneElses), ..self }
    }

    /// Whether somebody else answered.
    pub fn is_for_someone_else(&self) -> bool {
        self.whose == Some(Whose::SomeoneElses)
    }

    /// The cautions in a state.
    pub fn in_state(&self, state: State) -> impl Iterator<Item = &CautionInfo<'r>> {
        self.cautions.iter().filter(move |caution| caution.state == state)
    }

    /// What it says of a warning symptom, unless it leaves it out.
    pub fn symptom(&self, id: &str) -> Option<&SymptomInfo<'r>> {
        self.warning_symptoms.iter().find(|symptom| *symptom.id == *id)
    }

    /// What was answered to an item.
    pub fn given(&self, item: &'r Item) -> Option<Given<'r>> {
        Given::new(item, self.situation.answer(item.index))
    }

    /// How many things are worth finding out: cautions that an answer *not sure* leaves open, and answers *not sure* that
    /// leave none open, each once.
    pub fn worth_finding_out(&self) -> usize {
        let (open, others): (Vec<&CautionInfo<'_>>, Vec<&CautionInfo<'_>>) =
            self.cautions.iter().partition(|caution| caution.state == State::NotSure);
        let leave_open: BTreeSet<_> =
            open.iter().flat_map(|caution| caution.settled_by.iter()).map(|item| item.index).collect();
        let beside: BTreeSet<_> =
            others.iter().flat_map(|caution| caution.also_not_sure.iter()).map(|item| item.index).collect();
        open.len() + beside.difference(&leave_open).count() + self.other_not_sure.len()
    }

    /// The questions of every caution that applies or is worth finding out.
    pub fn questions_for_doctor(&self) -> Vec<DoctorQuestion<'r>> {
        let asking = self.cautions.iter().filter(|caution| matches!(caution.state, State::Applies | State::NotSure));
        asking
            .flat_map(|caution| caution.ask.iter().map(|ask| DoctorQuestion { caution: caution.id, ask: *ask }))
            .collect()
    }

    /// The same, each once: two cautions can have the same.
    pub fn questions(&self) -> Vec<Ask<'r>> {
        let mut asked: Vec<Ask<'r>> = Vec::new();
        for DoctorQuestion { ask, caution: _ } in self.questions_for_doctor() {
            if !asked.contains(&ask) {
                asked.push(ask);
            }
        }
        asked
    }
}
