//! Which question comes next. No terminal in it: the same session is driven by lists, by lines and by tests.

use crate::answers::{Answer, Answers, Situation};
use crate::evaluation::Evaluation;
use crate::rules::{ItemIndex, Question, RuleSet, Urgent};
use crate::truth::Truth;

/// A questionnaire under way.
///
/// Everything is computed anew from the answers, so that going back and changing an answer needs nothing special.
#[derive(Clone, Debug)]
pub struct Session<'r> {
    rules: &'r RuleSet,
    given: Answers,
    asked: Vec<usize>,
    is_short: bool,
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
        Self { rules, given: Answers::none(rules), asked: Vec::new(), is_short: false }
    }

    /// The short check: only the questions that belong to it. The others stay unanswered.
    pub fn short(rules: &'r RuleSet) -> Self {
        Self { is_short: true, ..Self::new(rules) }
    }

    /// The rules it asks for.
    pub fn rules(&self) -> &'r RuleSet {
        self.rules
    }

    /// The question to ask now, or nothing where all were asked.
    pub fn question(&self) -> Option<&'r Question> {
        self.rules.questions().get(self.next_place()?)
    }

    /// Where the questionnaire is.
    pub fn progress(&self) -> Option<Progress> {
        let question = self.question()?;
        let situation = self.situation();
        let to_come = self.to_come().filter(|(_, question)| is_asked(question, &situation)).count();
        Some(Progress {
            number: self.asked.len() + 1,
            about: self.asked.len() + to_come,
            topic: self.rules.topic(question.topic.as_str()).map_or_else(String::new, |topic| topic.title.clone()),
        })
    }

    /// What was answered to an item, also where the person went back before it.
    pub fn given(&self, item: ItemIndex) -> Answer {
        self.given.answer(item)
    }

    /// Records the answers to the question asked now, and goes on.
    pub fn record(&mut self, answers: &[(ItemIndex, Answer)]) {
        if let Some(place) = self.next_place() {
            for (item, answer) in answers {
                self.given.set(*item, *answer);
            }
            self.asked.push(place);
        }
    }

    /// Goes back one question. False at the first.
    pub fn back(&mut self) -> bool {
        self.asked.pop().is_some()
    }

    /// The answers to the questions that were asked on the way here. An answer the person went back before, to a
    /// question that was then left out, does not count.
    pub fn answers(&self) -> Answers {
        let mut answers = Answers::none(self.rules);
        let asked = self.asked.iter().filter_map(|place| self.rules.questions().get(*place));
        for item in asked.flat_map(|question| &question.items) {
            answers.set(item.index, self.given.answer(item.index));
        }
        answers
    }

    /// Whether the answers so far are an emergency.
    pub fn is_emergency(&self) -> bool {
        let urgent = Evaluation::new(self.rules, &self.situation()).urgent;
        urgent.is_some_and(|(level, _)| level == Urgent::Emergency)
    }

    fn situation(&self) -> Situation {
        Situation::new(self.rules, &self.answers())
    }

    fn to_come(&self) -> impl Iterator<Item = (usize, &'r Question)> {
        let first = self.asked.last().map_or(0, |place| place + 1);
        let is_short = self.is_short;
        self.rules.questions().iter().enumerate().skip(first).filter(move |(_, question)| question.short || !is_short)
    }

    fn next_place(&self) -> Option<usize> {
        let situation = self.situation();
        self.to_come().find(|(_, question)| is_asked(question, &situation)).map(|(place, _)| place)
    }
}

/// A question is left out only where its `ask_when` is definitely false.
fn is_asked(question: &Question, situation: &Situation) -> bool {
    question.ask_when.as_ref().is_none_or(|condition| condition.evaluate(situation) != Truth::False)
}
