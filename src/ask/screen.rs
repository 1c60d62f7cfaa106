//! A question as it is put.

use super::alarm::Alarm;
use super::session::{Progress, Session};
use crate::model::{Answer, ItemIndex, Question};

/// A question as it is put.
#[derive(Clone, Debug)]
pub struct Screen<'r> {
    /// The question.
    pub question: &'r Question,
    /// How far the questionnaire is.
    pub progress: Progress,
    /// The answers its items had before.
    pub given: Vec<Answer>,
    /// The items about emergency signs.
    pub emergencies: Vec<ItemIndex>,
    /// Raised while one of them is marked, before the answer is given.
    pub alarm: Alarm,
    /// Whether its answer is changed from the review: who leaves it then leaves it as it was.
    pub is_changed: bool,
    /// Whether it is answered for somebody else.
    pub is_for_someone_else: bool,
}

impl<'r> Screen<'r> {
    /// The question to ask now, or nothing where all were asked.
    pub(super) fn next(session: &Session<'r>) -> Option<Self> {
        Some(Self::new(session, session.question()?, session.progress()?, false))
    }

    /// A question that was asked before.
    pub(super) fn again(session: &Session<'r>, question: &'r Question) -> Self {
        Self::new(session, question, session.progress_of(question), true)
    }

    fn new(session: &Session<'r>, question: &'r Question, progress: Progress, is_changed: bool) -> Self {
        Self {
            question,
            progress,
            given: question.items.iter().map(|item| session.given(item.index)).collect(),
            emergencies: session.rules().emergency_items(),
            alarm: session.alarm(),
            is_changed,
            is_for_someone_else: session.is_for_someone_else(),
        }
    }

    /// The answers from before, where every item was answered.
    pub fn answer_before(&self) -> Option<Vec<(ItemIndex, Answer)>> {
        let is_answer = |answer: Answer| matches!(answer, Answer::Chosen(_) | Answer::NotSure);
        self.items().map(|(item, given)| is_answer(given).then_some((item, given))).collect()
    }

    /// The items that were marked before, where others were not: no answer to the question as a whole.
    pub fn marks_before(&self) -> Option<Vec<(ItemIndex, Answer)>> {
        let marks: Vec<(ItemIndex, Answer)> = self.items().filter(|(_, given)| *given != Answer::Unanswered).collect();
        (!marks.is_empty()).then_some(marks)
    }

    /// The items, each with the answer it had before.
    pub(super) fn items(&self) -> impl Iterator<Item = (ItemIndex, Answer)> {
        self.question.items.iter().map(|item| item.index).zip(self.given.iter().copied())
    }
}
