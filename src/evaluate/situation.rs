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
