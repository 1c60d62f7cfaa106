//! A list as it stands in the window: drawn, drawn anew in the same place, and taken away. The only user of dialoguer.
//!
//! dialoguer's own lists take letters for keys, know no numbers and count the rows of long lines wrongly. Its theme draws
//! the lines of this one.

use std::fmt;
use std::io;

use console::Term;
use dialoguer::theme::Theme;
use textwrap::Options;

use super::terminal::{Quiet, mark_pastes, take_pen};

/// Lines wider than this are hard to follow.
const WIDEST: usize = 80;

/// Narrower than this nothing can be read; the terminal then wraps by itself.
const NARROWEST: usize = 10;

/// In a window of fewer rows than this a list cannot be followed.
const FEWEST_ROWS: usize = 8;

/// One line of a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'l> {
    /// What stands before the label.
    pub(super) mark: Option<&'static str>,
    /// What the person reads.
    pub(super) label: &'l str,
}

/// A list in the window. While it is there nothing that is typed is echoed. It goes when it is dropped.
#[derive(Debug)]
pub(super) struct Canvas {
    term: Term,
    rows: usize,
    _quiet: Quiet,
}

/// The lines behind the numbers that the theme is given. They are wrapped when drawn: the window may have changed since
/// the last key.
struct Lines<'l> {
    lines: &'l [Line<'l>],
    width: usize,
}

impl Theme for Lines<'_> {
    fn format_select_prompt_item(&self, f: &mut dyn fmt::Write, number: &str, is_active: bool) -> fmt::Result {
        let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let Some(line) = place.and_then(|place| self.lines.get(place)) else { return Ok(()) };
        let digits = self.lines.len().to_string().len();
        let mut first = format!("{} {number:>digits$}. ", if is_active { ">" } else { " " });
        if let Some(mark) = line.mark {
            first.push_str(mark);
            first.push(' ');
        }
        // What hangs leaves room for words, also where a mark is long.
        let hanging = " ".repeat(first.chars().count().min(self.width / 2));
        f.write_str(&wrap(line.label, self.width, &first, &hanging))
    }
}

fn wrap(text: &str, width: usize, first: &str, hanging: &str) -> String {
    textwrap::fill(text, Options::new(width).initial_indent(first).subsequent_indent(hanging))
}

/// Columns to fill. Some terminals wrap twice after a line that fills the last column.
pub(super) fn width_of(term: &Term) -> usize {
    usize::from(term.size().1).saturating_sub(1).clamp(NARROWEST, WIDEST)
}

/// The rows of a window.
pub(super) fn rows_of(term: &Term) -> usize {
    usize::from(term.size().0)
}

/// The rows that a message takes.
pub(super) fn rows_of_message(term: &Term, message: &str) -> usize {
    wrap(message, width_of(term), "", "").lines().count()
}

/// Whether a list fits the window, with a row for a message.
pub(super) fn fits(term: &Term, lines: &[Line<'_>]) -> bool {
    let height = rows_of(term);
    height >= FEWEST_ROWS && text(width_of(term), lines, None).is_some_and(|text| text.lines().count() < height)
}

/// The lines, without a line end behind the last.
fn text(width: usize, lines: &[Line<'_>], at: Option<usize>) -> Option<String> {
    let theme = Lines { lines, width };
    let mut text = String::new();
    for place in 0..lines.len() {
        theme.format_select_prompt_item(&mut text, &(place + 1).to_string(), at == Some(place)).ok()?;
        text.push('\n');
    }
    text.pop();
    Some(text)
}

impl Canvas {
    /// Nothing is drawn yet, and nothing is echoed any more.
    pub(super) fn new(term: &Term) -> io::Result<Self> {
        let _pen = take_pen();
        let quiet = Quiet::start();
        mark_pastes(true);
        term.hide_cursor()?;
        term.flush()?;
        Ok(Self { term: term.clone(), rows: 0, _quiet: quiet })
    }

    /// Draws the list in place of the one that is there. Of a message as much is shown as there is room for.
    pub(super) fn draw(&mut self, message: Option<&str>, lines: &[Line<'_>], at: Option<usize>) -> io::Result<()> {
        let _pen = take_pen();
        self.erase()?;
        let width = width_of(&self.term);
        let Some(list) = text(width, lines, at) else { return Ok(()) };
        let room = rows_of(&self.term).saturating_sub(list.lines().count()).max(1);
        let message = message.map_or_else(String::new, |message| wrap(message, width, "", ""));
        let rows: Vec<&str> = message.lines().take(room).chain(list.lines()).collect();
        self.rows = rows.len();
        self.term.write_str(&rows.join("\n"))?;
        self.term.flush()
    }

    /// Takes the list away: what is written next stands in its place.
    pub(super) fn take_away(&mut self) -> io::Result<()> {
        let _pen = take_pen();
        self.erase()
    }

    fn erase(&mut self) -> io::Result<()> {
        if self.rows > 0 {
            self.term.write_str("\r")?;
            self.term.move_cursor_up(self.rows - 1)?;
            self.term.clear_to_end_of_screen()?;
        }
        self.rows = 0;
        Ok(())
    }
}

impl Drop for Canvas {
    fn drop(&mut self) {
        let _pen = take_pen();
        let _ = self.erase();
        let _ = self.term.show_cursor();
        let _ = self.term.flush();
        mark_pastes(false);
    }
}
