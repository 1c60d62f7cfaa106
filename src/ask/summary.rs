//! Every answer in words: first what is open, then all of them by topic.

use super::session::Session;
use super::words::said;
use crate::model::{Answer, ItemIndex, Question, TopicIndex};
use crate::render::{Page, Paint};
use crate::text::language;

/// The answers as text. What the person is not sure of, or left open, stands first: it is what they may want to change.
pub(super) fn summary(session: &Session<'_>, width: usize, paint: Paint) -> String {
    let asking = &language().asking;
    let mut page = Page::new(width, paint);
    page.blank();
    let heading = if session.is_for_someone_else() { asking.their_answers } else { asking.your_answers };
    page.styled("", heading, Paint::heading);
    let (open, settled): (Vec<&Question>, Vec<&Question>) =
        session.answered().partition(|question| is_open(session, question));
    if !open.is_empty() {
        page.line(asking.not_sure_yet);
        for question in &open {
            page.item("  - ", &in_words(session, question));
        }
    }
    for topic in topics(session) {
        let mut of_topic = settled.iter().filter(|question| question.topic == topic).peekable();
        if of_topic.peek().is_some() {
            page.line(&session.rules()[topic].title);
        }
        for question in of_topic {
            page.item("  - ", &in_words(session, question));
        }
    }
    page.into_text()
}

/// Whether something in it is not settled.
fn is_open(session: &Session<'_>, question: &Question) -> bool {
    question.items.iter().any(|item| !matches!(session.given(item.index), Answer::Chosen(_)))
}

/// The topics of the questions that were asked, each once.
pub(super) fn topics(session: &Session<'_>) -> Vec<TopicIndex> {
    let mut topics: Vec<TopicIndex> = session.answered().map(|question| question.topic).collect();
    topics.dedup();
    topics
}

/// The questions of a topic that were asked.
pub(super) fn questions<'r>(session: &Session<'r>, topic: TopicIndex) -> impl Iterator<Item = &'r Question> {
    session.answered().filter(move |question| question.topic == topic)
}

/// "Smoking: in the past"
pub(super) fn in_words(session: &Session<'_>, question: &Question) -> String {
    let answers: Vec<(ItemIndex, Answer)> =
        question.items.iter().map(|item| (item.index, session.given(item.index))).collect();
    format!("{}: {}", question.title, said(question, &answers))
}
