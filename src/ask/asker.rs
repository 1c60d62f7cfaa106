//! What puts questions to a person, whatever kind of terminal it uses.

use std::io;

use super::screen::Screen;
use crate::model::{Answer, ItemIndex};
use crate::render::{Page, Paint};

/// Puts questions to a person and brings back what they say. Showing why a question is asked is left to the asker.
pub trait Asker {
    /// Columns that text may fill.
    fn width(&self) -> usize;

    /// Colours of this terminal.
    fn paint(&self) -> Paint;

    /// Rows of the window, where text above them is out of sight.
    fn rows(&self) -> Option<usize>;

    /// One line on which keys to use.
    fn keys(&self) -> &'static str;

    /// Shows text that is wrapped already.
    ///
    /// # Errors
    /// Whatever writing gives.
    fn show(&mut self, text: &str) -> io::Result<()>;

    /// Shows a long text so that all of it can be read.
    ///
    /// # Errors
    /// As [`Asker::ask`].
    fn read(&mut self, text: &str) -> io::Result<()> {
        self.show(text)
    }

    /// Puts one question.
    ///
    /// # Errors
    /// Whatever reading or writing gives; `UnexpectedEof` where the input ends.
    fn ask(&mut self, screen: &Screen<'_>) -> io::Result<Reply>;

    /// Puts the choices of a menu, and gives the place of the one chosen, from 0. Only the menu knows what each gives.
    ///
    /// # Errors
    /// As [`Asker::ask`].
    fn choose(&mut self, choices: &[Choice<'_>]) -> io::Result<usize>;
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

/// A choice of a menu.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'m> {
    /// What the person reads.
    pub label: &'m str,
    /// The key that stands for it where answers are typed.
    pub key: Option<Key>,
}

/// A key that stands for a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// `s`
    Stop,
    /// `b`
    Back,
}

/// Shows a page at the width and in the colours of the asker.
///
/// # Errors
/// Whatever writing gives.
pub fn show(asker: &mut dyn Asker, write: impl FnOnce(&mut Page)) -> io::Result<()> {
    let mut page = Page::new(asker.width(), asker.paint());
    write(&mut page);
    asker.show(&page.into_text())
}
