//! The questionnaire from its first line to the last answer.

use std::io;

use jiff::civil::Date;

use super::adults;
use super::asker::{Asker, Reply, show};
use super::menu::{Menu, Next};
use super::review::{self, Review};
use super::screen::Screen;
use super::session::Session;
use super::urgent;
use crate::model::Whose;
use crate::pages::frame::emergency_block;
use crate::pages::provenance;
use crate::render::text::blocks;
use crate::render::{Page, Paint};
use crate::text::language;

/// How a questionnaire ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Every question was put.
    Finished,
    /// The person stopped.
    Stopped,
}

/// Rows of the menu below the welcome, with its lead and the gap above it, and one to spare.
const ROWS_OF_A_MENU: usize = 6;

/// What the first menu gives.
enum Begin {
    ForMyself,
    ForSomeoneElse,
    Stop,
}

/// Asks the questions of a session, the emergency text before the first. `date` is today, for the age of the rules.
///
/// # Errors
/// Whatever the asker gives.
pub fn run(session: &mut Session<'_>, asker: &mut dyn Asker, date: Date) -> io::Result<End> {
    if open(session, asker, date)? == Next::Stop || begin(session, asker)? == Next::Stop {
        return Ok(End::Stopped);
    }
    go_on(session, asker)
}

/// Changes an answer of a session whose questions were all put, and asks what is left then.
///
/// # Errors
/// Whatever the asker gives.
pub fn change(session: &mut Session<'_>, asker: &mut dyn Asker) -> io::Result<End> {
    match review::change_one(session, asker)? {
        Review::Stop => Ok(End::Stopped),
        Review::Show | Review::Change => go_on(session, asker),
    }
}

/// Asks what is left of a session that was begun.
///
/// # Errors
/// Whatever the asker gives.
pub fn go_on(session: &mut Session<'_>, asker: &mut dyn Asker) -> io::Result<End> {
    loop {
        if ask_all(session, asker)? == Next::Stop {
            return Ok(End::Stopped);
        }
        match review::run(session, asker)? {
            Review::Show => return Ok(End::Finished),
            Review::Stop => return Ok(End::Stopped),
            Review::Change => {}
        }
    }
}

/// The emergency text, and what this is. The list of the first question can fill the window, and in a small
/// window so can what this is: each text is left standing until a key is pressed.
fn open(session: &Session<'_>, asker: &mut dyn Asker, date: Date) -> io::Result<Next> {
    let asking = &language().asking;
    let page = || Page::new(asker.width(), asker.paint());
    let (mut emergency, mut welcome) = (page(), page());
    blocks(&mut emergency, &emergency_block(session.rules()));
    write_welcome(&mut welcome, session, date, asker.keys());
    let (emergency, welcome) = (emergency.into_text(), welcome.into_text());
    let rows = emergency.lines().count() + welcome.lines().count() + ROWS_OF_A_MENU;
    asker.show(&emergency)?;
    if asker.rows().is_some_and(|window| window < rows) {
        let menu = Menu::new(asking.what_now).choice(asking.have_read, Next::GoOn).stopping(asking.stop, Next::Stop);
        if menu.put(asker)? == Next::Stop {
            return Ok(Next::Stop);
        }
    }
    asker.show(&welcome)?;
    Ok(Next::GoOn)
}

/// For whom the answers are.
fn begin(session: &mut Session<'_>, asker: &mut dyn Asker) -> io::Result<Next> {
    let asking = &language().asking;
    let (for_myself, for_someone_else) = if session.is_empty() {
        (asking.begin_for_myself, asking.begin_for_someone_else)
    } else {
        (asking.go_on_for_myself, asking.go_on_for_someone_else)
    };
    let menu = Menu::new(asking.begin_lead)
        .choice(for_myself, Begin::ForMyself)
        .choice(for_someone_else, Begin::ForSomeoneElse)
        .stopping(asking.stop, Begin::Stop);
    match menu.put(asker)? {
        Begin::ForMyself => session.set_whose(Whose::Own),
        Begin::ForSomeoneElse => {
            session.set_whose(Whose::SomeoneElses);
            show(asker, |page| page.line(asking.you_is_someone))?;
        }
        Begin::Stop => return Ok(Next::Stop),
    }
    Ok(Next::GoOn)
}

fn write_welcome(page: &mut Page, session: &Session<'_>, date: Date, keys: &str) {
    let header = session.rules().header();
    page.blank();
    if let Some(warning) = provenance::date_warning(header, date) {
        page.styled("", &warning, Paint::urgent);
    }
    page.sentences("", &language().asking.welcome);
    page.sentences("", &language().asking.nothing_saved);
    page.sentences("", &provenance::review(header));
    page.line(keys);
    if !session.is_empty() {
        page.line(&(language().asking.kept)(session.answered().count()));
    }
}

/// Asks until no question is left.
fn ask_all(session: &mut Session<'_>, asker: &mut dyn Asker) -> io::Result<Next> {
    while let Some(screen) = Screen::next(session) {
        // Marks that were left without an answer do not count, those of answers do.
        session.raise_alarm();
        match asker.ask(&screen)? {
            Reply::Stop => return Ok(Next::Stop),
            Reply::Back if session.back() => show(asker, |page| page.line(language().asking.going_back))?,
            Reply::Back => {
                if begin(session, asker)? == Next::Stop {
                    return Ok(Next::Stop);
                }
            }
            Reply::Answered(answers) => {
                let (urgent_before, under_age_before) = (session.urgent(), adults::under_age(session));
                session.record(&answers);
                adults::say_after(session, asker, under_age_before)?;
                if urgent::say_after(session, asker, &answers, urgent_before)? == Next::Stop {
                    return Ok(Next::Stop);
                }
            }
        }
    }
    Ok(Next::GoOn)
}
