//! Which question comes next. No terminal in it: the same session is driven by lists, by lines and by tests.

use std::sync::{Arc, Mutex, PoisonError};

use crate::answers::Answers;
use crate::evaluate::Situation;
use crate::evaluate::{Evaluation, emergency};
use crate::model::Answer;
use crate::model::Truth;
use crate::model::{Item, ItemIndex, Now, Question, RuleSet, Urgency, Urgent};

/// A questionnaire under way.
///
/// Everything is computed anew from the answers, so that going back and changing an answer needs nothing special.
#[derive(Clone, Debug)]
pub struct Session<'r> {
    rules: &'r RuleSet,
    given: Answers<'r>,
    asked: Vec<usize>,
    is_short: bool,
    is_for_someone_else: bool,
    alarm: Alarm,
}

/// The emergency that the answers so far are, if any, for whoever ends the program: it can be read from another thread.
#[derive(Clone, Debug, Default)]
pub struct Alarm(Arc<Mutex<Option<Now>>>);

impl Alarm {
    /// Raises it, or takes it back.
    pub fn set(&self, emergency: Option<Now>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = emergency;
    }

    /// The emergency for which it is raised.
    pub fn raised(&self) -> Option<Now> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How far the questionnaire is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Number of the question, from 1.
    pub number: usize,
    /// How many there will be, as far as can be said now.
    pub about: usize,
    /// Title of its topic.
    pub topic: String,
}

impl<'r> Session<'r> {
    /// A questionnaire before its first question.
    pub fn new(rules: &'r RuleSet) -> Self {
        Self {
            rules,
            given: Answers::none(rules),
            asked: Vec::new(),
            is_short: false,
            is_for_someone_else: false,
            alarm: Alarm::default(),
        }
    }

    /// The short check: only the questions that belong to it. The others stay unanswered.
    pub fn short(rules: &'r RuleSet) -> Self {
        Self { is_short: true, ..Self::new(rules) }
    }

    /// The same questionnaire with answers from before: what they settle is not asked again, but for the warning signs,
    /// which are asked of now.
    #[must_use]
    pub fn resumed(mut self, answers: &Answers<'_>) -> Self {
        let is_answered = |item: &Item| answers.answer(item.index) != Answer::Unanswered;
        let symptoms = self.rules.warning_symptoms();
        let is_of_now = |item: &Item| symptoms.iter().any(|symptom| symptom.reported_by == Some(item.index));
        let is_settled = |item: &Item| is_answered(item) && !is_of_now(item);
        // Answers to questions that are not part of this check count all the same.
        let settled = self.all().filter(|(_, question)| question.items.iter().all(is_settled));
        self.asked = settled.map(|(place, _)| place).collect();
        self.given.id.clone_from(&answers.id);
        for item in self.rules.items().filter(|item| !is_of_now(item)) {
            self.given.set(item.index, answers.answer(item.index));
        }
        self.raise_alarm();
        self
    }

    /// Whether anything was answered, also where the person went back before it.
    pub fn has_answers(&self) -> bool {
        self.rules.items().any(|item| self.given.answer(item.index) != Answer::Unanswered)
    }

    /// Whether no question counts as asked.
    pub fn is_empty(&self) -> bool {
        self.asked.is_empty()
    }

    /// The rules it asks for.
    pub fn rules(&self) -> &'r RuleSet {
        self.rules
    }

    /// The question to ask now, or nothing where all were asked.
    pub fn question(&self) -> Option<&'r Question> {
        self.rules.questions().get(self.next_place()?)
    }

    /// How far the questionnaire is, with the question to ask now.
    pub fn progress(&self) -> Option<Progress> {
        let place = self.next_place()?;
        let situation = self.situation();
        let before = self.planned().filter(|(known, question)| *known < place && is_asked(question, &situation));
        Some(self.progress_at(place, before.count() + 1))
    }

    /// How far the questionnaire is, with a question that was asked before.
    pub fn progress_of(&self, question: &Question) -> Option<Progress> {
        let place = self.place_of(question)?;
        let number = self.answered().position(|(known, _)| known == place)? + 1;
        Some(self.progress_at(place, number))
    }

    fn progress_at(&self, place: usize, number: usize) -> Progress {
        let situation = self.situation();
        let to_come =
            self.planned().filter(|(known, question)| !self.asked.contains(known) && is_asked(question, &situation));
        let topic = self.rules.questions().get(place).map(|question| &self.rules[question.topic]);
        let planned = self.answered().filter(|(_, question)| question.short || !self.is_short);
        Progress {
            number,
            about: planned.count() + to_come.count(),
            topic: topic.map_or_else(String::new, |topic| topic.title.clone()),
        }
    }

    /// What was answered to an item, also where the person went back before it.
    pub fn given(&self, item: ItemIndex) -> Answer {
        self.given.answer(item)
    }

    /// Records the answers to the question asked now, and goes on.
    pub fn record(&mut self, answers: &[(ItemIndex, Answer)]) {
        if let Some(place) = self.next_place() {
            self.set(answers);
            self.asked.push(place);
            self.raise_alarm();
        }
    }

    /// Records other answers to a question that was asked before. What newly applies is asked next; what no longer
    /// applies does not count.
    pub fn change(&mut self, answers: &[(ItemIndex, Answer)]) {
        self.set(answers);
        self.raise_alarm();
    }

    /// Raises the alarm or takes it back, as the answers have it.
    pub fn raise_alarm(&self) {
        let urgent = self.urgent().filter(|now| now.level() == Urgent::Emergency);
        self.alarm.set(self.emergency().max(urgent));
    }

    fn set(&mut self, answers: &[(ItemIndex, Answer)]) {
        for (item, answer) in answers {
            self.given.set(*item, *answer);
        }
    }

    /// The alarm that follows the answers.
    pub fn alarm(&self) -> Alarm {
        self.alarm.clone()
    }

    /// The same questionnaire, with an alarm that others hold as well.
    #[must_use]
    pub fn with_alarm(self, alarm: Alarm) -> Self {
        Self { alarm, ..self }
    }

    /// Says whether the person answers for somebody else.
    pub fn set_for_someone_else(&mut self, is_for_someone_else: bool) {
        self.is_for_someone_else = is_for_someone_else;
    }

    /// Whether the person answers for somebody else.
    pub fn is_for_someone_else(&self) -> bool {
        self.is_for_someone_else
    }

    /// Goes back to the question before the one asked now. False at the first.
    pub fn back(&mut self) -> bool {
        let next = self.next_place();
        let before =
            self.answered().map(|(place, _)| place).filter(|place| next.is_none_or(|next| *place < next)).last();
        self.asked.retain(|place| Some(*place) != before);
        before.is_some()
    }

    /// The questions that were asked and still apply, in order.
    pub fn answered(&self) -> impl Iterator<Item = (usize, &'r Question)> {
        let situation = self.situation();
        let asked = self.asked.clone();
        self.all().filter(move |(place, question)| asked.contains(place) && is_asked(question, &situation))
    }

    /// The answers to the questions that were asked and still apply. An answer to a question that was then left out,
    /// because the person went back or changed an answer, does not count.
    pub fn answers(&self) -> Answers<'r> {
        let mut answers = Answers::none(self.rules);
        answers.id.clone_from(&self.given.id);
        // In order, because `ask_when` reads earlier questions only.
        for (place, question) in self.all() {
            let situation = Situation::new(&answers);
            if self.asked.contains(&place) && is_asked(question, &situation) {
                for item in &question.items {
                    answers.set(item.index, self.given.answer(item.index));
                }
            }
        }
        answers
    }

    /// The emergency that was reported, with yes or *not sure*. Going back to the question does not take it back; another
    /// answer does.
    pub fn emergency(&self) -> Option<Now> {
        let symptoms = self.rules.warning_symptoms().iter();
        let emergencies = symptoms.filter(|symptom| symptom.urgency == Urgency::Emergency);
        let items = emergencies.filter_map(|symptom| symptom.reported_by);
        emergency(items.map(|item| self.given.answer(item)))
    }

    /// What the answers so far ask for now.
    pub fn urgent(&self) -> Option<Now> {
        Evaluation::new(&self.situation()).urgent.map(|(now, _)| now)
    }

    /// The answers to keep for another day: those of [`Session::answers`], and those that the person went back behind. The
    /// question that is asked now is to be asked again.
    pub fn answers_to_keep(&self) -> Answers<'r> {
        let mut kept = self.clone();
        let now = self.next_place();
        let is_given = |item: &Item| self.given.answer(item.index) != Answer::Unanswered;
        // A group that was answered in part is asked again in any case, so that its part can stay.
        let is_kept = |(place, question): &(usize, &Question)| {
            let is_open = Some(*place) != now || !question.items.iter().all(is_given);
            is_open && question.items.iter().any(is_given)
        };
        let given = self.all().filter(is_kept);
        kept.asked = given.map(|(place, _)| place).collect();
        kept.answers()
    }

    fn situation(&self) -> Situation<'r> {
        Situation::new(&self.answers())
    }

    /// The questions of this check, with their places in the rule set.
    fn planned(&self) -> impl Iterator<Item = (usize, &'r Question)> {
        let is_short = self.is_short;
        self.all().filter(move |(_, question)| question.short || !is_short)
    }

    /// All questions, with their places.
    fn all(&self) -> impl Iterator<Item = (usize, &'r Question)> + use<'r> {
        self.rules.questions().iter().enumerate()
    }

    fn place_of(&self, question: &Question) -> Option<usize> {
        self.rules.questions().iter().position(|known| known.id == question.id)
    }

    fn next_place(&self) -> Option<usize> {
        let situation = self.situation();
        self.planned()
            .find(|(place, question)| !self.asked.contains(place) && is_asked(question, &situation))
            .map(|(place, _)| place)
    }
}

/// A question is left out only where its `ask_when` is definitely false.
fn is_asked(question: &Question, situation: &Situation<'_>) -> bool {
    question.ask_when.as_ref().is_none_or(|condition| condition.evaluate(situation) != Truth::False)
}
