//! A report: the result of one person's answers, in its final order. It is printed as JSON or as a page.

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
use crate::model::words::YES;
use crate::model::{Condition, Item, ItemIndex, Now, State, Urgent, Whose};
use crate::text::demo::Card;
use crate::text::language;

pub(crate) use self::level::heading;
pub(crate) use self::parts::rule_set_info;
pub use self::parts::{
    AdviceInfo, CardInfo, CautionInfo, DoctorQuestion, LevelInfo, Program, RuleSetInfo, SourceInfo, SymptomInfo, Tried,
    UrgentInfo,
};
pub use self::printed::{Ask, Because, Cite, Disagreement, Given, Items, Signs, Tell, ToDo};
pub(crate) use self::printed::{cites, disagreements};

/// The result of one person's answers, ready to be printed. It has no score, no risk level and no verdict.
#[derive(Clone, Debug)]
pub struct Report<'r> {
    situation: Situation<'r>,
    /// The answers, as they were read.
    pub answers: Answers<'r>,
    /// The day of the report.
    pub date: Date,
    /// Whether the person is one of the example people.
    pub is_example: bool,
    /// Who the example person is, unless an answer was changed.
    pub card: Option<Card>,
    /// Whose the answers are, where that was said.
    pub whose: Option<Whose>,
    /// The warning to print first if the rules are out of date or the date is before they were checked.
    pub date_warning: Option<String>,
    /// What to do now.
    pub now: Option<Now>,
    /// The answers that are urgent, and what to do about them. `None` is no all-clear.
    pub urgent: Option<UrgentInfo<'r>>,
    /// Advice that every report has.
    pub always: Vec<AdviceInfo<'r>>,
    /// The heading of each level, for the cautions that apply.
    pub levels: Vec<LevelInfo<'r>>,
    /// Every caution: those that apply first, then those left open, then those that did not match. Within each, by
    /// level.
    pub cautions: Vec<CautionInfo<'r>>,
    /// Every item answered *not sure*.
    pub not_sure: Items<'r>,
    /// The items answered *not sure* that no caution, warning symptom or earlier treatment mentions.
    pub other_not_sure: Items<'r>,
    /// The warning symptoms, without those that are definitely about others. The most urgent first, then those to watch
    /// for.
    pub warning_symptoms: Vec<SymptomInfo<'r>>,
    /// Advice on tests and plans during treatment.
    pub monitoring: Vec<AdviceInfo<'r>>,
    /// Advice on other kinds of treatment.
    pub alternatives: Vec<AdviceInfo<'r>>,
    /// The treatments that were tried before.
    pub tried: Vec<Tried<'r>>,
    /// The items without an answer, in questionnaire order.
    pub unanswered: Items<'r>,
    /// Known risks that the checklist does not ask about.
    pub not_asked_about: Vec<AdviceInfo<'r>>,
}

impl<'r> Report<'r> {
    /// The same report, marked as that of an example person.
    #[must_use]
    pub fn as_example(self) -> Self {
        Self { is_example: true, ..self }
    }

    /// The same report for somebody who answered for the person. It begins with a sentence that says who "you" is.
    #[must_use]
    pub fn for_someone_else(self) -> Self {
        Self { whose: Some(Whose::SomeoneElses), ..self }
    }

    /// Whether somebody else answered.
    pub fn is_for_someone_else(&self) -> bool {
        self.whose == Some(Whose::SomeoneElses)
    }

    /// How urgent it is; none is no clearance.
    pub fn urgent_level(&self) -> Option<Urgent> {
        self.now.map(Now::level)
    }

    /// Whether what makes it urgent tells of a warning symptom: the person reports it, or it is for an answer told there.
    pub fn is_urgent_for(&self, symptom: &SymptomInfo<'_>) -> bool {
        let is_told = |item: ItemIndex| {
            let mut reasons = self.urgent.iter().flat_map(|urgent| &urgent.because);
            reasons.any(|reason| reason.item.index == item)
        };
        let is_for = |when: &Condition| when.leaves().iter().all(|leaf| is_told(leaf.item));
        let mut symptoms = self.rules().warning_symptoms().iter().filter(|known| known.id == *symptom.id);
        symptoms.any(|known| known.reported_by.is_some_and(is_told) || known.show_when.as_ref().is_some_and(is_for))
    }

    /// The same report with the card of the example person.
    #[must_use]
    pub fn with_card(self, card: Option<Card>) -> Self {
        Self { card, ..self }
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

    /// The warning symptom with this id, if the report shows it.
    pub fn symptom(&self, id: &str) -> Option<&SymptomInfo<'r>> {
        self.warning_symptoms.iter().find(|symptom| *symptom.id == *id)
    }

    /// The answer to an item, or `None` if it has none.
    pub fn given(&self, item: &'r Item) -> Option<Given<'r>> {
        Given::new(item, self.situation.answer(item.index))
    }

    /// The answers to the questions about who the person is: medicine, illness, stage, age.
    pub fn profile(&self) -> Vec<Because<'r>> {
        let questions = self.rules().questions().iter().filter(|question| question.profile);
        let answer = |item: &'r Item| Because::new(item, self.situation.answer(item.index));
        questions.flat_map(|question| &question.items).filter_map(answer).collect()
    }

    /// An answer in few words: of who the person is, only the option; of an item answered yes, only its name.
    pub(in crate::pages) fn in_short(&self, answer: &Because<'_>) -> String {
        match answer.answer {
            Given::NotSure => answer.said(),
            Given::Chosen(option) if self.rules().question_of(answer.item.index).profile => {
                (language().list.in_profile)(&answer.item.title, &option.label)
            }
            Given::Chosen(option) if option.id == *YES => answer.item.title.clone(),
            Given::Chosen(option) => (language().list.answer)(&answer.item.title, &option.label),
        }
    }

    /// What was answered to an item, with the item; `None` without an answer.
    pub(in crate::pages) fn reason(&self, item: &'r Item) -> Option<Because<'r>> {
        Because::new(item, self.situation.answer(item.index))
    }

    /// How many things are worth finding out: the cautions that an answer *not sure* leaves open, and the items
    /// answered *not sure* that leave none open, each counted once.
    pub fn worth_finding_out(&self) -> usize {
        let (open, others): (Vec<&CautionInfo<'_>>, Vec<&CautionInfo<'_>>) =
            self.cautions.iter().partition(|caution| caution.state == State::NotSure);
        let leave_open: BTreeSet<_> =
            open.iter().flat_map(|caution| caution.settled_by.iter()).map(|item| item.index).collect();
        let further: BTreeSet<_> =
            others.iter().flat_map(|caution| caution.also_not_sure.iter()).map(|item| item.index).collect();
        open.len() + further.difference(&leave_open).count() + self.other_not_sure.len()
    }

    /// The questions of every caution that applies or is *not sure*.
    pub fn questions_for_doctor(&self) -> Vec<DoctorQuestion<'r>> {
        let asking = self.cautions.iter().filter(|caution| matches!(caution.state, State::Applies | State::NotSure));
        asking
            .flat_map(|caution| caution.ask.iter().map(|ask| DoctorQuestion { caution: caution.id, ask: *ask }))
            .collect()
    }

    /// The same without duplicates, as two cautions can have the same question.
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
