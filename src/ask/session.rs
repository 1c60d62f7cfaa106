//! Which question comes next. No terminal in it: the same session is driven by lists, by lines and by tests.

use super::alarm::Alarm;
use crate::answers::Answers;
use crate::evaluate::{Evaluation, Situation, emergency};
use crate::model::{Answer, Item, ItemIndex, Now, Question, QuestionIndex, RuleSet, Truth, Urgent, Whose};

/// A questionnaire under way.
///
/// Everything is computed anew from the answers, so that going back and changing an answer needs nothing special.
#[derive(Clone, Debug)]
pub struct Session<'r> {
    rules: &'r RuleSet,
    given: Answers<'r>,
    asked: Vec<QuestionIndex>,
    is_short: bool,
    alarm: Alarm,
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
        Self { rules, given: Answers::none(rules), asked: Vec::new(), is_short: false, alarm: Alarm::default() }
    }

    /// The short check: only the questions that belong to it. The others stay unanswered.
    pub fn short(rules: &'r RuleSet) -> Self {
        Self { is_short: true, ..Self::new(rules) }
    }

    /// The same questionnaire with answers from before. What they settle is not asked again, except for warning signs:
    /// those are about now.
    #[must_use]
    pub fn resumed(mut self, answers: &Answers<'_>) -> Self {
        let symptoms = self.rules.warning_symptoms();
        let is_of_now = |item: &Item| symptoms.iter().any(|symptom| symptom.reported_by == Some(item.index));
        let is_settled = |item: &Item| answers.answer(item.index) != Answer::Unanswered && !is_of_now(item);
        // Answers to questions that are not part of this check count all the same.
        let settled = self.rules.questions().iter().filter(|question| question.items.iter().all(is_settled));
        self.asked = settled.map(|question| question.index).collect();
        self.given.id.clone_from(&answers.id);
        self.given.whose = answers.whose;
        for item in self.rules.items().filter(|item| !is_of_now(item)) {
            self.given.set(item.index, answers.answer(item.index));
        }
        self.raise_alarm();
        self
    }

    /// The same questionnaire, with an alarm that others hold as well.
    #[must_use]
    pub fn with_alarm(self, alarm: Alarm) -> Self {
        Self { alarm, ..self }
    }

    /// The rules it asks for.
    pub fn rules(&self) -> &'r RuleSet {
        self.rules
    }

    /// Whether no question counts as asked.
    pub fn is_empty(&self) -> bool {
        self.asked.is_empty()
    }

    /// Whether anything was answered, also where the person went back before it.
    pub fn has_answers(&self) -> bool {
        self.rules.items().any(|item| self.is_given(item))
    }

    /// What was answered to an item, also where the person went back before it.
    pub fn given(&self, item: ItemIndex) -> Answer {
        self.given.answer(item)
    }

    fn is_given(&self, item: &Item) -> bool {
        self.given(item.index) != Answer::Unanswered
    }

    /// The question to ask now, or nothing where all were asked.
    pub fn question(&self) -> Option<&'r Question> {
        self.to_come().next()
    }

    /// How far the questionnaire is, with the question to ask now.
    pub fn progress(&self) -> Option<Progress> {
        self.question().map(|question| self.progress_of(question))
    }

    /// How far the questionnaire is, with a question that was asked before.
    pub fn progress_of(&self, question: &Question) -> Progress {
        // Answers from a longer check are not counted, as they are not in what there will be.
        let before = self.answered().filter(|known| self.is_planned(known) && known.index < question.index);
        let is_counted = |known: &&Question| self.is_planned(known) || known.index == question.index;
        Progress {
            number: before.count() + 1,
            about: self.answered().filter(is_counted).count() + self.to_come().count(),
            topic: self.rules[question.topic].title.clone(),
        }
    }

    /// Records the answers to the question asked now, and goes on.
    pub fn record(&mut self, answers: &[(ItemIndex, Answer)]) {
        if let Some(question) = self.question() {
            self.asked.push(question.index);
            self.change(answers);
        }
    }

    /// Records other answers to a question that was asked before. What newly applies is asked next; what no longer
    /// applies does not count.
    pub fn change(&mut self, answers: &[(ItemIndex, Answer)]) {
        for (item, answer) in answers {
            self.given.set(*item, *answer);
        }
        self.raise_alarm();
    }

    /// Goes back to the question before the one asked now. False at the first.
    pub fn back(&mut self) -> bool {
        let next = self.question().map(|question| question.index);
        let is_before = |place: &QuestionIndex| next.is_none_or(|next| *place < next);
        let before = self.answered().map(|question| question.index).filter(is_before).last();
        self.asked.retain(|place| Some(*place) != before);
        before.is_some()
    }

    /// The alarm that follows the answers.
    pub fn alarm(&self) -> Alarm {
        self.alarm.clone()
    }

    /// Raises the alarm or takes it back, as the answers have it.
    pub fn raise_alarm(&self) {
        let urgent = self.urgent().filter(|now| now.level() == Urgent::Emergency);
        self.alarm.set(self.emergency().max(urgent));
    }

    /// The emergency that was reported, with yes or *not sure*. Going back to the question does not take it back; another
    /// answer does.
    pub fn emergency(&self) -> Option<Now> {
        emergency(self.rules.emergency_items().into_iter().map(|item| self.given(item)))
    }

    /// What the answers so far ask for now.
    pub fn urgent(&self) -> Option<Now> {
        Evaluation::new(&self.situation()).urgent.map(|(now, _)| now)
    }

    /// Says whose answers they are.
    pub fn set_whose(&mut self, whose: Whose) {
        self.given.whose = Some(whose);
    }

    /// Whether the person answers for somebody else.
    pub fn is_for_someone_else(&self) -> bool {
        self.given.whose == Some(Whose::SomeoneElses)
    }

    /// The answers to the questions that were asked and still apply. An answer to a question that was then left out,
    /// because the person went back or changed an answer, does not count.
    pub fn answers(&self) -> Answers<'r> {
        let mut answers = Answers::none(self.rules);
        answers.id.clone_from(&self.given.id);
        answers.whose = self.given.whose;
        // In order, because `ask_when` reads earlier questions only.
        for question in self.rules.questions() {
            if self.was_asked(question) && applies(question, &Situation::new(&answers)) {
                for item in &question.items {
                    answers.set(item.index, self.given(item.index));
                }
            }
        }
        answers
    }

    /// The answers to keep for another day: those of [`Session::answers`], and those before which the person went back.
    /// The question that is asked now is to be asked again.
    pub fn answers_to_keep(&self) -> Answers<'r> {
        let now = self.question().map(|question| question.index);
        let is_kept = |question: &&Question| {
            // A group that was answered in part is asked again in any case, so that its part can stay.
            let is_asked_now = Some(question.index) == now && question.items.iter().all(|item| self.is_given(item));
            !is_asked_now && question.items.iter().any(|item| self.is_given(item))
        };
        let kept = self.rules.questions().iter().filter(is_kept).map(|question| question.index);
        Self { asked: kept.collect(), ..self.clone() }.answers()
    }

    /// The questions that were asked and still apply, in order.
    pub fn answered(&self) -> impl Iterator<Item = &'r Question> {
        self.applying().filter(|question| self.was_asked(question))
    }

    /// The questions of this check that are still to be asked, in order.
    fn to_come(&self) -> impl Iterator<Item = &'r Question> {
        self.applying().filter(|question| self.is_planned(question) && !self.was_asked(question))
    }

    /// All questions but those that the answers so far leave out.
    fn applying(&self) -> impl Iterator<Item = &'r Question> + use<'r> {
        let situation = self.situation();
        self.rules.questions().iter().filter(move |question| applies(question, &situation))
    }

    fn situation(&self) -> Situation<'r> {
        Situation::new(&self.answers())
    }

    fn is_planned(&self, question: &Question) -> bool {
        question.short || !self.is_short
    }

    fn was_asked(&self, question: &Question) -> bool {
        self.asked.contains(&question.index)
    }
}

/// A question is left out only where its `ask_when` is definitely false.
fn applies(question: &Question, situation: &Situation<'_>) -> bool {
    question.ask_when.as_ref().is_none_or(|condition| condition.evaluate(situation) != Truth::False)
}
