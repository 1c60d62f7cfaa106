//! Asking a person: the flow of the questionnaire, and the terminal behind a trait.

mod line;
mod list;

use std::io;

use jiff::civil::Date;

use crate::answers::Answer;
use crate::render::text::emergency_block;
use crate::render::{Page, Paint};
use crate::report::provenance::{date_warning, review};
use crate::rules::{ItemIndex, OptionIndex, Question, Urgency, WarningSymptom};
use crate::session::{Progress, Session};
use crate::wording::{self, asking};

pub use self::line::LineAsker;
pub use self::list::ListAsker;

/// Puts questions to a person and brings back what they say. Asking *why* is its own business: it shows the reason and
/// asks again.
pub trait Asker {
    /// Columns that text may fill.
    fn width(&self) -> usize;

    /// Colours of this terminal.
    fn paint(&self) -> Paint;

    /// Shows text that is wrapped already.
    ///
    /// # Errors
    /// Whatever writing gives.
    fn show(&mut self, text: &str) -> io::Result<()>;

    /// Puts one question.
    ///
    /// # Errors
    /// Whatever reading or writing gives; `UnexpectedEof` where the input ends.
    fn ask(&mut self, screen: &Screen<'_>) -> io::Result<Reply>;

    /// Asks which of a few things to do; nothing is preselected.
    ///
    /// # Errors
    /// As [`Asker::ask`].
    fn choose(&mut self, choices: &[&str]) -> io::Result<usize>;
}

/// A question as it is put.
#[derive(Debug)]
pub struct Screen<'r> {
    /// The question.
    pub question: &'r Question,
    /// How far the questionnaire is.
    pub progress: Progress,
    /// What was answered to its items before.
    pub given: Vec<Answer>,
    /// The items of which yes, or not sure, is an emergency.
    pub emergencies: Vec<ItemIndex>,
}

/// What a person says to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// The answers to its items.
    Answered(Vec<(ItemIndex, Answer)>),
    /// Go back to the question before.
    Back,
    /// Stop asking.
    Stop,
}

/// How a questionnaire ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Every question was put.
    Finished,
    /// The person stopped.
    Stopped,
}

/// Asks the questions of a session, the emergency text before the first. `date` is today, for the age of the rules.
///
/// # Errors
/// Whatever the asker gives.
pub fn run(session: &mut Session<'_>, asker: &mut dyn Asker, date: Date) -> io::Result<End> {
    show(asker, |page| opening(page, session, date))?;
    // The list of the first question can fill the window: the emergency text is left standing until a key is pressed.
    if asker.choose(&asking::BEGIN)? != 0 {
        return Ok(End::Stopped);
    }
    let emergencies: Vec<ItemIndex> = emergency_symptoms(session).filter_map(|symptom| symptom.reported_by).collect();
    while let (Some(question), Some(progress)) = (session.question(), session.progress()) {
        let given = question.items.iter().map(|item| session.given(item.index)).collect();
        match asker.ask(&Screen { question, progress, given, emergencies: emergencies.clone() })? {
            Reply::Stop => return Ok(End::Stopped),
            Reply::Back if session.back() => show(asker, |page| page.line(asking::GOING_BACK))?,
            Reply::Back => show(asker, |page| page.line(asking::FIRST))?,
            Reply::Answered(answers) => {
                session.record(&answers);
                if is_emergency(&answers, &emergencies) && !goes_on(session, asker)? {
                    return Ok(End::Stopped);
                }
            }
        }
    }
    Ok(End::Finished)
}

/// Whether an answer to this very question is an emergency, also where an earlier one was told so already.
fn is_emergency(answers: &[(ItemIndex, Answer)], emergencies: &[ItemIndex]) -> bool {
    let is_reported = |answer: Answer| answer == yes() || answer == Answer::NotSure;
    answers.iter().any(|(item, answer)| emergencies.contains(item) && is_reported(*answer))
}

/// Says what to do now, and asks whether to go on all the same.
fn goes_on(session: &Session<'_>, asker: &mut dyn Asker) -> io::Result<bool> {
    show(asker, |page| emergency(page, session))?;
    Ok(asker.choose(&asking::AFTER_EMERGENCY)? != 0)
}

/// Shows a page at the width and in the colours of the asker.
pub fn show(asker: &mut dyn Asker, write: impl FnOnce(&mut Page)) -> io::Result<()> {
    let mut page = Page::new(asker.width(), asker.paint());
    write(&mut page);
    asker.show(&page.into_text())
}

fn opening(page: &mut Page, session: &Session<'_>, date: Date) {
    let header = session.rules().header();
    if let Some(warning) = date_warning(header, date) {
        page.styled("", &warning, Paint::urgent);
    }
    emergency_block(page, &session.rules().emergency_signs());
    page.gap();
    page.sentences("", &asking::WELCOME);
    page.sentences("", &asking::NOTHING_SAVED);
    page.sentences("", &review(header));
    page.line(asking::KEYS);
}

fn emergency(page: &mut Page, session: &Session<'_>) {
    page.blank();
    emergency_block(page, &session.rules().emergency_signs());
    // Last, right above what to choose: it must not scroll away.
    write_urgent(page);
}

/// What to do at once.
fn write_urgent(page: &mut Page) {
    page.styled("", &format!("{}: {}", wording::URGENT, wording::EMERGENCY_NOW.join(" ")), Paint::urgent);
}

fn emergency_symptoms<'r>(session: &Session<'r>) -> impl Iterator<Item = &'r WarningSymptom> {
    session.rules().warning_symptoms().iter().filter(|symptom| symptom.urgency == Urgency::Emergency)
}

/// The lines above the answers: where we are, and the question.
fn write_question_text(page: &mut Page, screen: &Screen<'_>) {
    let Progress { number, about, topic } = &screen.progress;
    page.blank();
    page.line(&asking::progress(*number, *about, topic));
    page.styled("", &screen.question.text, Paint::heading);
}

/// The lines above a list.
fn write_question(page: &mut Page, screen: &Screen<'_>) {
    write_question_text(page, screen);
    if screen.question.is_group {
        page.line(asking::CHECK_ALL);
    }
}

/// Why the question is asked.
fn write_why(page: &mut Page, screen: &Screen<'_>) {
    page.sentences("  ", &screen.question.why);
}

/// What the person said, in words: "Age: 65 or older".
fn write_answers(page: &mut Page, question: &Question, answers: &[(ItemIndex, Answer)]) {
    page.item("  ", &format!("{} {}", asking::YOU_SAID, said(question, answers)));
}

fn said(question: &Question, answers: &[(ItemIndex, Answer)]) -> String {
    if answers.len() > 1 && answers.iter().all(|(_, answer)| *answer == Answer::NotSure) {
        return asking::ALL_NOT_SURE.to_owned();
    }
    let answer_to = |index: ItemIndex| answers.iter().find(|(item, _)| *item == index).map(|(_, answer)| *answer);
    let mut parts = Vec::new();
    for item in &question.items {
        let label = match answer_to(item.index) {
            Some(Answer::Chosen(option)) => item.options.get(option.0).map(|option| option.label.as_str()),
            Some(Answer::NotSure) => Some(wording::NOT_SURE_LABEL),
            Some(Answer::Unanswered | Answer::LeftOut) | None => None,
        };
        match label {
            Some("no") if question.is_group => {}
            Some(label) if question.is_group => parts.push(format!("{}, {label}", item.title)),
            Some(label) => parts.push(label.to_owned()),
            None => {}
        }
    }
    if parts.is_empty() { asking::NONE_SAID.to_owned() } else { parts.join("; ") }
}

/// A label with its examples.
fn with_hint(label: &str, hint: Option<&str>) -> String {
    hint.map_or_else(|| label.to_owned(), |hint| format!("{label} - {hint}"))
}

/// Yes, of an item of a group.
fn yes() -> Answer {
    Answer::Chosen(OptionIndex::YES)
}

/// No, of an item of a group.
fn no() -> Answer {
    Answer::Chosen(OptionIndex::NO)
}
