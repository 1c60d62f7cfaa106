//! The answers of one person, and the situation they describe.

mod change;
mod members;
mod read;
pub(crate) mod word;
mod write;

use crate::rules::{ItemIndex, OptionIndex, RuleSet};
use crate::truth::Truth;

pub use self::change::Change;
pub use self::read::{LARGEST, read, read_part};
pub use self::write::write;

/// What was answered to an item. There is no default: what is missing is `Unanswered`, never *no*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// No answer was given.
    Unanswered,
    /// No answer was given, and the question was rightly left out. Found out from the other answers, never given.
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
    given: Vec<Given>,
}

/// The answer to one item, and how many options the item has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Given {
    answer: Answer,
    options: usize,
}

impl Answers {
    /// No answer to anything.
    pub fn none(rules: &RuleSet) -> Self {
        let open = |options| Given { answer: Answer::Unanswered, options };
        Self { id: None, given: rules.items().map(|item| open(item.options.len())).collect() }
    }

    /// Sets the answer to one item. What cannot be said leaves it unanswered: an option that the item does not have,
    /// and that it was left out, which only a [`Situation`] can know.
    pub fn set(&mut self, item: ItemIndex, answer: Answer) {
        let Some(given) = self.given.get_mut(item.0) else { return };
        given.answer = match answer {
            Answer::Chosen(option) if option.0 < given.options => answer,
            Answer::NotSure => Answer::NotSure,
            Answer::Chosen(_) | Answer::LeftOut | Answer::Unanswered => Answer::Unanswered,
        };
    }

    /// The answer to one item.
    pub fn answer(&self, item: ItemIndex) -> Answer {
        self.given.get(item.0).map_or(Answer::Unanswered, |given| given.answer)
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
        let mut situation = Self { answers: answers.given.iter().map(|given| given.answer).collect() };
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
