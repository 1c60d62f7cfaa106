//! The review at the end: every answer in words, by topic, and any of them changed.

use std::io;

use super::session::Session;
use super::{Asker, Menu, Reply, goes_on_after, said, screen, show};
use crate::model::Answer;
use crate::model::{ItemIndex, Question, TopicIndex};
use crate::render::Page;
use crate::text::language;

/// What the person wants after seeing the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Review {
    /// The list.
    Show,
    /// An answer was changed; something new may have to be asked.
    Changed,
    /// To stop.
    Stop,
}

/// Shows the answers, and changes one if that is wanted.
pub(super) fn run(session: &mut Session<'_>, asker: &mut dyn Asker) -> io::Result<Review> {
    loop {
        show(asker, |page| write_all(page, session))?;
        match Menu::that_stops(language().asking.what_now, &language().asking.review, 2).put(asker)? {
            0 => return Ok(Review::Show),
            1 => match which(session, asker)? {
                Some(question) => return change(session, asker, question),
                None => show(asker, |page| page.line(language().asking.unchanged))?,
            },
            _ => return Ok(Review::Stop),
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
            page.item("  - ", &row(session, question));
        }
    }
}

/// The topics of the questions that were asked, each once.
fn topics(session: &Session<'_>) -> Vec<TopicIndex> {
    let mut topics: Vec<TopicIndex> = session.answered().map(|(_, question)| question.topic).collect();
    topics.dedup();
    topics
}

fn questions<'r>(session: &Session<'r>, topic: TopicIndex) -> Vec<&'r Question> {
    session.answered().map(|(_, question)| question).filter(|question| question.topic == topic).collect()
}

/// "Smoking: in the past"
fn row(session: &Session<'_>, question: &Question) -> String {
    let answers: Vec<(ItemIndex, Answer)> =
        question.items.iter().map(|item| (item.index, session.given(item.index))).collect();
    format!("{}: {}", question.title, said(question, &answers))
}

/// The question to change: first its topic, then the question, so that each list fits a window.
fn which<'r>(session: &Session<'r>, asker: &mut dyn Asker) -> io::Result<Option<&'r Question>> {
    let topics = topics(session);
    let titles: Vec<String> = topics.iter().map(|topic| session.rules()[*topic].title.clone()).collect();
    let Some(topic) = choose(asker, &titles)?.and_then(|index| topics.get(index)) else { return Ok(None) };
    let questions = questions(session, *topic);
    let rows: Vec<String> = questions.iter().map(|question| row(session, question)).collect();
    Ok(choose(asker, &rows)?.and_then(|index| questions.get(index).copied()))
}

/// One of some rows, or none of them.
fn choose(asker: &mut dyn Asker, rows: &[String]) -> io::Result<Option<usize>> {
    let rows: Vec<&str> = rows.iter().map(String::as_str).chain([language().asking.keep]).collect();
    let index = Menu::that_goes_back(language().asking.which_topic, &rows).put(asker)?;
    Ok((index + 1 < rows.len()).then_some(index))
}

fn change(session: &mut Session<'_>, asker: &mut dyn Asker, question: &Question) -> io::Result<Review> {
    let Some(progress) = session.progress_of(question) else { return Ok(Review::Changed) };
    let Some(question) = session.rules().question(question.id.as_str()) else { return Ok(Review::Changed) };
    match asker.ask(&screen(session, question, progress))? {
        Reply::Stop => Ok(Review::Stop),
        Reply::Back => {
            show(asker, |page| page.line(language().asking.unchanged))?;
            Ok(Review::Changed)
        }
        Reply::Answered(answers) => {
            let is_same = answers.iter().all(|(item, answer)| session.given(*item) == *answer);
            show(asker, |page| {
                page.line(if is_same { language().asking.unchanged } else { language().asking.changed });
            })?;
            let was_urgent = session.urgent();
            session.change(&answers);
            let goes_on = goes_on_after(session, asker, &answers, was_urgent)?;
            Ok(if goes_on { Review::Changed } else { Review::Stop })
        }
    }
}
