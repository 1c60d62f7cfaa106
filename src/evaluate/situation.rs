//! Answers, and which of the missing ones are missing by right.

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
            let Some(ask_when) = &question.ask_when else {
                continue;
            };
            if ask_when.evaluate(&situation) != Truth::False {
                continue;
            }
            for item in &question.items {
                situation.leave_out(item.index);
            }
        }
        situation
    }

    /// The rules whose questions were answered.
    pub fn rules(&self) -> &'r RuleSet {
        self.rules
    }

    /// The answer to one item.
    pub fn answer(&self, item: ItemIndex) -> Answer {
        self.answers.get(item.0).copied().unwrap_or(Answer::Unanswered)
    }

    fn leave_out(&mut self, item: ItemIndex) {
        if let Some(answer) = self.answers.get_mut(item.0)
            && *answer == Answer::Unanswered
        {
            *answer = Answer::LeftOut;
        }
    }
}
