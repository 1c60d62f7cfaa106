//! The answers of one person, and the situation they describe.

mod members;
mod read;

use crate::rules::{ItemIndex, OptionIndex, RuleSet};
use crate::truth::Truth;

pub use self::read::{LARGEST, read, read_part};

/// What was answered to an item. There is no default: what is missing is `Unanswered`, never *no*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// No answer was given.
    Unanswered,
    /// No answer was given, and the question was rightly left out.
    LeftOut,
    /// The answer is *not sure*.
    NotSure,
    /// One of the options.
    Chosen(OptionIndex),
}

/// The answers of one person to the questions of one rule set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// What a script calls this person; it is echoed.
    pub id: Option<String>,
    given: Vec<Answer>,
}

impl Answers {
    /// No answer to anything.
    pub fn none(rules: &RuleSet) -> Self {
        Self { id: None, given: vec![Answer::Unanswered; rules.items().count()] }
    }

    /// Sets the answer to one item; an item that the rule set does not have is passed over.
    pub fn set(&mut self, item: ItemIndex, answer: Answer) {
        if let Some(place) = self.given.get_mut(item.0) {
            *place = answer;
        }
    }

    /// The answer to one item.
    pub fn answer(&self, item: ItemIndex) -> Answer {
        self.given.get(item.0).copied().unwrap_or(Answer::Unanswered)
    }
}

/// Answers, together with which of the missing ones belong to questions that were rightly left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Situation {
    answers: Vec<Answer>,
}

impl Situation {
    /// The situation that answers describe.
    ///
    /// A question is left out only where its `ask_when` is definitely false; an answer that was given counts all the
    /// same.
    pub fn new(rules: &RuleSet, answers: &Answers) -> Self {
        let mut situation = Self { answers: answers.given.clone() };
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

    fn leave_out(&mut self, item: ItemIndex) {
        if let Some(answer) = self.answers.get_mut(item.0)
            && *answer == Answer::Unanswered
        {
            *answer = Answer::LeftOut;
        }
    }

    /// The answer to one item.
    pub fn answer(&self, item: ItemIndex) -> Answer {
        self.answers.get(item.0).copied().unwrap_or(Answer::Unanswered)
    }
}
