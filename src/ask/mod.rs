//! Asking a person: the flow of the questionnaire, and the terminal behind a trait.

mod line;
mod list;
mod menu;
mod review;
pub mod session;
pub mod terminal;

use std::io;

use jiff::civil::Date;

use self::session::{Alarm, Progress, Session};
use crate::evaluate::emergency;
use crate::model::Answer;
use crate::model::{ItemIndex, Now, OptionIndex, Question, Urgency};
use crate::pages::frame::emergency_block;
use crate::pages::provenance::{date_warning, review};
use crate::render::text::blocks;
use crate::render::{Page, Paint};
use crate::text::language;

pub use self::line::LineAsker;
pub use self::list::ListAsker;
pub use self::menu::Menu;
use self::review::Review;

/// Puts questions to a person and brings back what they say. Asking *why* is its own business: it shows the reason and
/// asks again.
pub trait Asker {
    /// Columns that text may fill.
    fn width(&self) -> usize;

    /// Colours of this terminal.
    fn paint(&self) -> Paint;

    /// Rows of the window, where what is above them is out of sight.
    fn rows(&self) -> Option<usize>;

    /// One line on which keys to use.
    fn keys(&self) -> &'static str;

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

    /// Puts the choices of a menu whose lead was shown, and gives the place of the one chosen, from 0.
    ///
    /// # Errors
    /// As [`Asker::ask`].
    fn choose(&mut self, menu: &Menu<'_>) -> io::Result<usize>;
}

/// A question as it is put.
#[derive(Clone, Debug)]
pub struct Screen<'r> {
    /// The question.
    pub question: &'r Question,
    /// How far the questionnaire is.
    pub progress: Progress,
    /// What was answered to its items before.
    pub given: Vec<Answer>,
    /// The items of which yes, or not sure, is an emergency.
    pub emergencies: Vec<ItemIndex>,
    /// Raised while one of them is marked, before the answer is given.
    pub alarm: Alarm,
    /// Whether it is answered for somebody else.
    pub is_for_someone_else: bool,
}

impl Screen<'_> {
    /// The answers from before, where every item was answered.
    pub fn answer_before(&self) -> Option<Vec<(ItemIndex, Answer)>> {
        let items = self.question.items.iter().zip(&self.given);
        let is_answer = |answer: Answer| matches!(answer, Answer::Chosen(_) | Answer::NotSure);
        items.map(|(item, given)| is_answer(*given).then_some((item.index, *given))).collect()
    }

    /// The items that were marked before, where others were not: no answer to the question as a whole.
    pub fn marks_before(&self) -> Option<Vec<(ItemIndex, Answer)>> {
        let items = self.question.items.iter().zip(&self.given).map(|(item, given)| (item.index, *given));
        let marks: Vec<(ItemIndex, Answer)> = items.filter(|(_, given)| *given != Answer::Unanswered).collect();
        (!marks.is_empty()).then_some(marks)
    }
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
    if open(session, asker, date)? == End::Stopped {
        return Ok(End::Stopped);
    }
    loop {
        if ask_open(session, asker)? == End::Stopped {
            return Ok(End::Stopped);
        }
        match review::run(session, asker)? {
            Review::Show => return Ok(End::Finished),
            Review::Stop => return Ok(End::Stopped),
            Review::Changed => {}
        }
    }
}

/// Rows that a menu of three fills with its lead and the gap above it, and one to spare.
const ROWS_OF_A_MENU: usize = 6;

/// The emergency text, what this is, and for whom. The list of the first question can fill the window, and in a small
/// window so can what this is: each text is left standing until a key is pressed.
fn open(session: &mut Session<'_>, asker: &mut dyn Asker, date: Date) -> io::Result<End> {
    let page = || Page::new(asker.width(), asker.paint());
    let (mut emergency, mut welcome) = (page(), page());
    blocks(&mut emergency, &emergency_block(&session.rules().emergency_signs()));
    write_welcome(&mut welcome, session, date, asker.keys());
    let (emergency, welcome) = (emergency.into_text(), welcome.into_text());
    let rows = emergency.lines().count() + welcome.lines().count() + ROWS_OF_A_MENU;
    asker.show(&emergency)?;
    if asker.rows().is_some_and(|window| window < rows)
        && Menu::that_stops(language().asking.what_now, &language().asking.read, 1).put(asker)? != 0
    {
        return Ok(End::Stopped);
    }
    asker.show(&welcome)?;
    let choices = if session.is_empty() { &language().asking.begin } else { &language().asking.go_on };
    match Menu::that_stops(language().asking.begin_lead, choices, 2).put(asker)? {
        0 => session.set_for_someone_else(false),
        1 => {
            session.set_for_someone_else(true);
            show(asker, |page| page.line(language().asking.you_is_someone))?;
        }
        _ => return Ok(End::Stopped),
    }
    Ok(End::Finished)
}

/// Asks whatever is to be asked now.
fn ask_open(session: &mut Session<'_>, asker: &mut dyn Asker) -> io::Result<End> {
    while let (Some(question), Some(progress)) = (session.question(), session.progress()) {
        // Marks that were left without an answer do not count, those of answers do.
        session.raise_alarm();
        match asker.ask(&screen(session, question, progress))? {
            Reply::Stop => return Ok(End::Stopped),
            Reply::Back if session.back() => show(asker, |page| page.line(language().asking.going_back))?,
            Reply::Back => show(asker, |page| page.line(language().asking.first))?,
            Reply::Answered(answers) => {
                let was_urgent = session.urgent();
                session.record(&answers);
                if !goes_on_after(session, asker, &answers, was_urgent)? {
                    return Ok(End::Stopped);
                }
            }
        }
    }
    Ok(End::Finished)
}

fn screen<'r>(session: &Session<'r>, question: &'r Question, progress: Progress) -> Screen<'r> {
    Screen {
        question,
        progress,
        given: question.items.iter().map(|item| session.given(item.index)).collect(),
        emergencies: emergencies(session),
        alarm: session.alarm(),
        is_for_someone_else: session.is_for_someone_else(),
    }
}

/// The items of which yes, or not sure, is an emergency.
fn emergencies(session: &Session<'_>) -> Vec<ItemIndex> {
    let symptoms = session.rules().warning_symptoms().iter();
    let urgent = symptoms.filter(|symptom| symptom.urgency == Urgency::Emergency);
    urgent.filter_map(|symptom| symptom.reported_by).collect()
}

/// After an emergency answer: says what to do now, and asks whether to go on all the same. An emergency that was told
/// before does not silence a new one. What must be done today is said as well, when it comes up.
fn goes_on_after(
    session: &Session<'_>,
    asker: &mut dyn Asker,
    answers: &[(ItemIndex, Answer)],
    was_urgent: Option<Now>,
) -> io::Result<bool> {
    let emergencies = emergencies(session);
    let about_emergencies = answers.iter().filter(|(item, _)| emergencies.contains(item));
    if emergency(about_emergencies.map(|(_, answer)| *answer)).is_none() {
        if session.urgent() > was_urgent {
            show(asker, |page| write_urgent(page, session))?;
        }
        return Ok(true);
    }
    show(asker, |page| write_emergency(page, session))?;
    Ok(Menu::that_stops(language().asking.what_now, &language().asking.after_emergency, 0).put(asker)? != 0)
}

/// Shows a page at the width and in the colours of the asker.
pub fn show(asker: &mut dyn Asker, write: impl FnOnce(&mut Page)) -> io::Result<()> {
    let mut page = Page::new(asker.width(), asker.paint());
    write(&mut page);
    asker.show(&page.into_text())
}

fn write_welcome(page: &mut Page, session: &Session<'_>, date: Date, keys: &str) {
    let header = session.rules().header();
    page.blank();
    if let Some(warning) = date_warning(header, date) {
        page.styled("", &warning, Paint::urgent);
    }
    page.sentences("", &language().asking.welcome);
    page.sentences("", &language().asking.nothing_saved);
    page.sentences("", &review(header));
    page.line(keys);
    if !session.is_empty() {
        page.line(&(language().asking.kept)(session.answered().count()));
    }
}

fn write_emergency(page: &mut Page, session: &Session<'_>) {
    page.blank();
    // First for those who listen, and last, right above what to choose, for those who see: it must not scroll away.
    write_urgent(page, session);
    blocks(page, &emergency_block(&session.rules().emergency_signs()));
    write_urgent(page, session);
}

/// What to do at once, or today.
fn write_urgent(page: &mut Page, session: &Session<'_>) {
    if let Some(now) = session.urgent() {
        page.styled("", &(language().safety.urgent_line)(now), Paint::urgent);
    }
}

/// The lines above the answers: where we are, and the question.
fn write_question_text(page: &mut Page, screen: &Screen<'_>) {
    let Progress { number, about, topic } = &screen.progress;
    page.blank();
    page.line(&(language().asking.progress)(*number, *about, topic, screen.is_for_someone_else));
    page.styled("", &screen.question.text, Paint::heading);
}

/// What was answered before, where the question was put before.
fn write_answer_before(page: &mut Page, screen: &Screen<'_>) {
    if let Some(answers) = screen.answer_before() {
        page.line(&format!("{} {}.", language().asking.you_said_before, said(screen.question, &answers)));
    } else if let Some(marks) = screen.marks_before() {
        page.line(&format!("{} {}.", language().asking.you_marked_before, said(screen.question, &marks)));
    }
}

/// The lines above a list.
fn write_question(page: &mut Page, screen: &Screen<'_>) {
    write_question_text(page, screen);
    write_answer_before(page, screen);
    if screen.question.is_group {
        page.line(language().asking.check_all);
    }
}

/// Why the question is asked.
fn write_why(page: &mut Page, screen: &Screen<'_>) {
    page.sentences("  ", &screen.question.why);
}

/// What the person said, in words: "Age: 65 or older".
fn write_answers(page: &mut Page, question: &Question, answers: &[(ItemIndex, Answer)]) {
    page.item("  ", &format!("{} {}", language().asking.you_said, said(question, answers)));
}

fn said(question: &Question, answers: &[(ItemIndex, Answer)]) -> String {
    if answers.len() > 1 && answers.iter().all(|(_, answer)| *answer == Answer::NotSure) {
        return language().asking.all_not_sure.to_owned();
    }
    let answer_to = |index: ItemIndex| answers.iter().find(|(item, _)| *item == index).map(|(_, answer)| *answer);
    let all_others = others(answers);
    let mut parts = Vec::new();
    for item in &question.items {
        if question.is_group && answer_to(item.index) == all_others.map(|(answer, _)| answer) {
            continue;
        }
        let label = match answer_to(item.index) {
            Some(Answer::Chosen(option)) => item.options.get(option.0).map(|option| option.label.as_str()),
            Some(Answer::NotSure) => Some(language().safety.not_sure_label),
            Some(Answer::Unanswered | Answer::LeftOut) | None => None,
        };
        match label {
            Some("no") if question.is_group => {}
            Some(label) if question.is_group => parts.push(format!("{}, {label}", item.title)),
            Some(label) => parts.push(label.to_owned()),
            None => {}
        }
    }
    match all_others {
        _ if parts.is_empty() => language().asking.none_said.to_owned(),
        Some((_, words)) if question.is_group => format!("{}; {words}", parts.join("; ")),
        Some(_) | None => parts.join("; "),
    }
}

/// The answer to all items that were not marked, if it is the same, and its words: what is silently no must be seen.
fn others(answers: &[(ItemIndex, Answer)]) -> Option<(Answer, &'static str)> {
    let number = |wanted: Answer| answers.iter().filter(|(_, answer)| *answer == wanted).count();
    match (number(no()), number(Answer::NotSure)) {
        (1.., _) => Some((no(), language().asking.others_no)),
        (0, 2..) => Some((Answer::NotSure, language().asking.others_not_sure)),
        (0, _) => None,
    }
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
