//! The review at the end: every answer in words, by topic, and any of them changed.

use std::io;

use super::adults;
use super::asker::{Asker, Reply, show};
use super::menu::{Menu, Next};
use super::screen::Screen;
use super::session::Session;
use super::summary::{in_words, questions, summary, topics};
use super::urgent;
use crate::model::Question;
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

/// What the menu below the answers gives.
enum Wanted {
    Review(Review),
    /// The answers that did not fit the window.
    NextPage,
}

/// Rows of the menu below the answers, with its lead, the gap above it, and one to spare.
const ROWS_OF_THE_MENU: usize = 7;

/// Of the answers at least so many lines are shown at once.
const FEWEST_ROWS: usize = 4;

/// Shows the answers, and changes one if that is wanted.
pub(super) fn run(session: &mut Session<'_>, asker: &mut dyn Asker) -> io::Result<Review> {
    let asking = &language().asking;
    let mut page = 0;
    loop {
        let pages = pages(session, asker);
        let shown = pages.get(page).or(pages.first());
        asker.show(shown.map_or("", String::as_str))?;
        let next_page = (asking.next_answers)(page + 2, pages.len());
        let mut menu = Menu::new(asking.what_now)
            .choice(asking.show_list, Wanted::Review(Review::Show))
            .choice(asking.change_answer, Wanted::Review(Review::Change));
        if page + 1 < pages.len() {
            menu = menu.choice(&next_page, Wanted::NextPage);
        }
        match menu.stopping(asking.stop, Wanted::Review(Review::Stop)).put(asker)? {
            Wanted::NextPage => page += 1,
            Wanted::Review(Review::Change) => return change_one(session, asker),
            Wanted::Review(wanted @ (Review::Show | Review::Stop)) => return Ok(wanted),
        }
    }
}

/// Lets the person choose an answer and change it.
pub(super) fn change_one(session: &mut Session<'_>, asker: &mut dyn Asker) -> io::Result<Review> {
    if let Some(question) = which(session, asker)? {
        return change(session, asker, question);
    }
    show(asker, |page| page.line(language().asking.unchanged))?;
    Ok(Review::Change)
}

/// The answers in pages that fit the window with the menu below them; one page where text is not held back.
fn pages(session: &Session<'_>, asker: &dyn Asker) -> Vec<String> {
    let text = summary(session, asker.width(), asker.paint());
    let Some(rows) = asker.rows() else { return vec![text] };
    let room = rows.saturating_sub(ROWS_OF_THE_MENU).max(FEWEST_ROWS);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (mut pages, mut rest) = (Vec::new(), lines.as_slice());
    while let Some((page, later)) = rest.split_at_checked(room).filter(|(_, later)| !later.is_empty()) {
        // A heading goes with what stands below it.
        let ends_in_heading = page.len() > 1 && page.last().is_some_and(|line| !line.starts_with(' '));
        let length = page.len() - usize::from(ends_in_heading);
        pages.push(page.iter().take(length).copied().collect());
        rest = if ends_in_heading { rest.get(length..).unwrap_or(later) } else { later };
    }
    pages.push(rest.concat());
    pages
}

/// The question to change: first its topic, then the question, so that each list fits a window.
fn which<'r>(session: &Session<'r>, asker: &mut dyn Asker) -> io::Result<Option<&'r Question>> {
    let topics: Vec<(String, _)> =
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
            // Marks that were left without an answer do not count.
            session.raise_alarm();
            show(asker, |page| page.line(language().asking.unchanged))?;
            Ok(Review::Change)
        }
        Reply::Answered(answers) => {
            let is_same = answers.iter().all(|(item, answer)| session.given(*item) == *answer);
            show(asker, |page| {
                page.line(if is_same { language().asking.unchanged } else { language().asking.changed });
            })?;
            let (urgent_before, under_age_before) = (session.urgent(), adults::under_age(session));
            session.change(&answers);
            adults::say_after(session, asker, under_age_before)?;
            match urgent::say_after(session, asker, &answers, urgent_before)? {
                Next::GoOn => Ok(Review::Change),
                Next::Stop => Ok(Review::Stop),
            }
        }
    }
}
