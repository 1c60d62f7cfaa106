//! Answers, together with which questions were rightly left out.

use crate::answers::Answers;
use crate::model::{Answer, ItemIndex, RuleSet, Truth};

/// Answers, together with which of the missing ones belong to questions that were rightly left out.
#[derive(Clone, Debug)]
pub struct Situation<'r> {
    rules: &'r RuleSet,
    answers: Vec<Answer>,
}

impl<'r> Situation<'r> {
    /// The situation that answers describe.
    ///
    /// A question is left out only where its `ask_when` is definitely false; an answer that was given counts all the
    /// same.
    pub fn new(answers: &Answers<'r>) -> Self {
        let rules = answers.rules();
        let given = rules.items().map(|item| answers.answer(item.index)).collect();
        let mut situation = Self { rules, answers: given };
        // In order, because `ask_when` reads earlier questions only.
        for question in rules.questions() {
            if question.ask_when.as_ref().is_some_and(|when| when.evaluate(&situation) == Truth::False) {
                question.items.iter().for_each(|item| situation.leave_out(item.index));
            }
        }
        situation
    }

    /// The rules whose questions were answered.
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
