//! The input of an evaluation.

use crate::answers::Answers;
use crate::model::{Answer, ItemIndex, RuleSet, Truth};

/// The answer to every item, in which a missing answer is [`Answer::LeftOut`] if its question was left out.
#[derive(Clone, Debug)]
pub struct Situation<'r> {
    rules: &'r RuleSet,
    answers: Vec<Answer>,
}

impl<'r> Situation<'r> {
    /// Finds the questions that are left out: those without an answer whose `ask_when` is definitely false. An answer
    /// that was given counts even then.
    pub fn new(answers: &Answers<'r>) -> Self {
        let mut situation = Self { rules: answers.rules(), answers: answers.all().to_vec() };
        situation.leave_out_what_is_not_asked();
        situation
    }

    /// Becomes that of other answers: faster than a new one where many are tried one after the other.
    pub(crate) fn renew(&mut self, answers: &Answers<'r>) {
        self.rules = answers.rules();
        self.answers.clear();
        self.answers.extend_from_slice(answers.all());
        self.leave_out_what_is_not_asked();
    }

    fn leave_out_what_is_not_asked(&mut self) {
        // In order, because `ask_when` reads earlier questions only.
        for question in self.rules.questions() {
            if question.ask_when.as_ref().is_some_and(|when| when.evaluate(self) == Truth::False) {
                question.items.iter().for_each(|item| self.leave_out(item.index));
            }
        }
    }

    /// The rules that the answers belong to.
    pub fn rules(&self) -> &'r RuleSet {
        self.rules
    }

    /// The answer to one item.
    #[expect(clippy::indexing_slicing, reason = "there is an answer for each item of the rules")]
    pub fn answer(&self, item: ItemIndex) -> Answer {
        self.answers[item.0]
    }

    #[expect(clippy::indexing_slicing, reason = "there is an answer for each item of the rules")]
    fn leave_out(&mut self, item: ItemIndex) {
        let answer = &mut self.answers[item.0];
        if *answer == Answer::Unanswered {
            *answer = Answer::LeftOut;
        }
    }
}
