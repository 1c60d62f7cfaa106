//! A report: what the answers of one person give, in its final order. JSON and the page are two printings of it.

mod build;
mod json;
mod level;
pub mod page;
mod parts;
mod printed;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::answers::Answers;
use crate::evaluate::Situation;
use crate::model::{Item, Now, State, Urgent};

pub(crate) use self::level::heading;
pub(crate) use self::parts::rule_set_info;
pub use self::parts::{
    AdviceInfo, CautionInfo, DoctorQuestion, LevelInfo, PassageInfo, Program, RuleSetInfo, SourceInfo, SymptomInfo, Tried,
    UrgentInfo,
};
pub(crate) use self::printed::cites;
pub use self::printed::{Ask, Because, Cite, Disagreement, Given, Items, Signs, Tell, ToDo};

/// What one person's answers give, ready to be printed. There is no score, no risk level and no verdict in it.
#[derive(Clone, Debug)]
pub struct Report<'r> {
    situation: Situation<'r>,
    /// The answers, as they were read.
    pub answers: Answers<'r>,
    /// The day of the report.
    pub date: Date,
    /// Whether it is about an example person.
    pub is_example: bool,
    /// Whether somebody else answered.
    pub is_for_someone_else: bool,
    /// Said first where the content is out of date or the date cannot be.
    pub date_warning: Option<String>,
    /// What to do now.
    pub now: Option<Now>,
    /// What must not wait; none is no clearance.
    pub urgent: Option<UrgentInfo<'r>>,
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
        Self { is_for_someone_else: true, ..self }
    }

    /// How urgent it is; none is no clearance.
    pub fn urgent_level(&self) -> Option<Urgent> {
        self.now.map(Now::level)
    }

    /// Whether a warning symptom that the person reports is among what makes it urgent.
    pub fn is_urgent_for(&self, symptom: &SymptomInfo<'_>) -> bool {
        let mut symptoms = self.rules().warning_symptoms().iter();
        let reported_by = symptoms.find(|known| known.id == *symptom.id).and_then(|known| known.reported_by);
        let mut reasons = self.urgent.iter().flat_map(|urgent| &urgent.because);
        reasons.any(|reason| Some(reason.item.index) == reported_by)
    }

    /// The cautions in a state.
    pub fn in_state(&self, state: State) -> impl Iterator<Item = &CautionInfo<'r>> {
        self.cautions.iter().filter(move |caution| caution.state == state)
    }

    /// The cautions that apply, in the order of the list: those for today first.
    pub fn applying(&self) -> impl Iterator<Item = &CautionInfo<'r>> {
        let applying = || self.in_state(State::Applies);
        applying().filter(|caution| caution.same_day).chain(applying().filter(|caution| !caution.same_day))
    }

    /// What it says of a warning symptom, unless it leaves it out.
    pub fn symptom(&self, id: &str) -> Option<&SymptomInfo<'r>> {
        self.warning_symptoms.iter().find(|symptom| *symptom.id == *id)
    }

    /// What was answered to an item.
    pub fn given(&self, item: &'r Item) -> Option<Given<'r>> {
        Given::new(item, self.situation.answer(item.index))
    }

    /// What was answered about who the person is: the medicine, the illness, the stage, the age.
    pub fn profile(&self) -> Vec<Given<'r>> {
        let questions = self.rules().questions().iter().filter(|question| question.profile);
        questions.flat_map(|question| &question.items).filter_map(|item| self.given(item)).collect()
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
