//! The review at the end: every answer in words, by topic, and any of them changed.

use std::io;

use super::asker::{Asker, Reply, show};
use super::menu::{Menu, Next};
use super::screen::Screen;
use super::session::Session;
use super::urgent;
use super::words::said;
use crate::model::{Answer, ItemIndex, Question, TopicIndex};
use crate::render::Page;
use crate::text::language;

/// What the person wants after seeing the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Review {
    /// The list.
    Show,
    /// To change an answer. Something new may have to be asked then.
    Change,
    /// To stop.
    Stop,
}

/// Shows the answers, and changes one if that is wanted.
pub(super) fn run(session: &mut Session<'_>, asker: &mut dyn Asker) -> io::Result<Review> {
    let asking = &language().asking;
    loop {
        show(asker, |page| write_all(page, session))?;
        let menu = Menu::new(asking.what_now)
            .choice(asking.show_list, Review::Show)
            .choice(asking.change_answer, Review::Change)
            .stopping(asking.stop, Review::Stop);
        match menu.put(asker)? {
            Review::Change => match which(session, asker)? {
                Some(question) => return change(session, asker, question),
                None => show(asker, |page| page.line(asking.unchanged))?,
            },
            wanted @ (Review::Show | Review::Stop) => return Ok(wanted),
        }
    }
}

fn write_all(page: &mut Page, session: &Session<'_>) {
    page.blank();
    let is_for_someone_else = session.is_for_someone_else();
    page.heading(if is_for_someone_else { language().asking.their_answers } else { language().asking.your_answers });
    for topic in topics(session) {
        page.line(&session.rules()[topic].title);
        for question in questions(session, topic) {
            page.item("  - ", &in_words(session, question));
        }
    }
}

/// The topics of the questions that were asked, each once.
fn topics(session: &Session<'_>) -> Vec<TopicIndex> {
    let mut topics: Vec<TopicIndex> = session.answered().map(|question| question.topic).collect();
    topics.dedup();
    topics
}

fn questions<'r>(session: &Session<'r>, topic: TopicIndex) -> impl Iterator<Item = &'r Question> {
    session.answered().filter(move |question| question.topic == topic)
}

/// "Smoking: in the past"
fn in_words(session: &Session<'_>, question: &Question) -> String {
    let answers: Vec<(ItemIndex, Answer)> =
        question.items.iter().map(|item| (item.index, session.given(item.index))).collect();
    format!("{}: {}", question.title, said(question, &answers))
}

/// The question to change: first its topic, then the question, so that each list fits a window.
fn which<'r>(session: &Session<'r>, asker: &mut dyn Asker) -> io::Result<Option<&'r Question>> {
    let topics: Vec<(String, TopicIndex)> =
        topics(session).into_iter().map(|topic| (session.rules()[topic].title.clone(), topic)).collect();
    let Some(topic) = choose(asker, &topics)? else { return Ok(None) };
    let questions: Vec<(String, &Question)> =
        questions(session, topic).map(|question| (in_words(session, question), question)).collect();
    choose(asker, &questions)
}

/// One of some things, each with its label, or none of them.
fn choose<T: Copy>(asker: &mut dyn Asker, things: &[(String, T)]) -> io::Result<Option<T>> {
    let menu = Menu::new(language().asking.which_topic);
    let menu = things.iter().fold(menu, |menu, (label, thing)| menu.choice(label, Some(*thing)));
    menu.going_back(language().asking.keep, None).put(asker)
}

fn change<'r>(session: &mut Session<'r>, asker: &mut dyn Asker, question: &'r Question) -> io::Result<Review> {
    match asker.ask(&Screen::again(session, question))? {
        Reply::Stop => Ok(Review::Stop),
        Reply::Back => {
            show(asker, |page| page.line(language().asking.unchanged))?;
            Ok(Review::Change)
        }
        Reply::Answered(answers) => {
            let is_same = answers.iter().all(|(item, answer)| session.given(*item) == *answer);
            show(asker, |page| {
                page.line(if is_same { language().asking.unchanged } else { language().asking.changed });
            })?;
            let urgent_before = session.urgent();
            session.change(&answers);
            match urgent::say_after(session, asker, &answers, urgent_before)? {
                Next::GoOn => Ok(Review::Change),
                Next::Stop => Ok(Review::Stop),
            }
        }
    }
}
