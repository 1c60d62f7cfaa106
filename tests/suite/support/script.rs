//! Scripted answers to the questions: from a function, or as typed lines.

use std::io::{self, Cursor};

use jakcheck::ask::session::Session;
use jakcheck::ask::{self, Asker, Choice, End, LineAsker, Reply, Screen};
use jakcheck::model::Answer;
use jakcheck::model::Question;
use jakcheck::render::Paint;
use jakcheck::text::language;

use super::rules::{built_in, day, options_of};

/// More questions than any session asks.
const ENDLESS: usize = 200;

/// An asker that answers with a function, and records what it was shown and asked.
pub(crate) struct Script<F> {
    answer: F,
    pub(crate) choices: Vec<usize>,
    pub(crate) shown: String,
    pub(crate) asked: Vec<String>,
    menus: usize,
}

impl<F: FnMut(&Question, usize) -> Reply> Script<F> {
    pub(crate) fn new(answer: F) -> Self {
        Self { answer, choices: Vec::new(), shown: String::new(), asked: Vec::new(), menus: 0 }
    }
}

impl<F: FnMut(&Question, usize) -> Reply> Asker for Script<F> {
    fn width(&self) -> usize {
        80
    }

    fn paint(&self) -> Paint {
        Paint::new(false)
    }

    fn keys(&self) -> &'static str {
        language().asking.list_keys
    }

    fn show(&mut self, text: &str) -> io::Result<()> {
        self.shown.push_str(text);
        Ok(())
    }

    fn ask(&mut self, screen: &Screen<'_>) -> io::Result<Reply> {
        self.asked.push(screen.question.id.to_string());
        assert!(self.asked.len() < ENDLESS, "the questions never end");
        Ok((self.answer)(screen.question, self.asked.len()))
    }

    fn rows(&self) -> Option<usize> {
        None
    }

    fn choose(&mut self, choices: &[Choice<'_>]) -> io::Result<usize> {
        self.shown.push_str(&choices.iter().map(|choice| choice.label).collect::<Vec<_>>().join("\n"));
        self.menus += 1;
        assert!(self.menus < ENDLESS, "the menus never end");
        Ok(if self.choices.is_empty() { 0 } else { self.choices.remove(0) })
    }
}

/// The option of each single question, and yes to the items named; every other item of a group is no.
pub(crate) fn answer(question: &Question, chosen: &[(&str, &str)]) -> Reply {
    let mut given = Vec::new();
    for item in &question.items {
        let wanted = chosen.iter().find(|(reference, _)| *reference == item.reference).map(|(_, option)| *option);
        let options = options_of(item);
        let answer = match wanted {
            Some("not_sure") => Answer::NotSure,
            Some(wanted) => options.iter().find(|(_, option)| option == wanted).unwrap().0,
            None => options.last().unwrap().0,
        };
        given.push((item.index, answer));
    }
    Reply::Answered(given)
}

/// A text with its lines joined.
pub(crate) fn without_breaks(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// Runs the line mode on typed lines.
pub(crate) fn typed(lines: &str) -> (io::Result<End>, Session<'static>, String) {
    let mut session = Session::new(built_in());
    let mut output = Vec::new();
    let end = {
        let mut asker = LineAsker::new(Cursor::new(lines.to_owned()), &mut output, 80, Paint::new(false));
        ask::run(&mut session, &mut asker, day())
    };
    (end, session, String::from_utf8(output).unwrap())
}
