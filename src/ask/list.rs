//! Questions as lists to move through with the arrow keys. The only user of dialoguer.
//!
//! dialoguer computes the height of what it drew from the bytes of its items, and does not count the rows of a prompt.
//! So it gets no prompt, and its items are numbers of one or two digits: the theme finds the label and wraps it.

use std::fmt;
use std::io::{self, StdinLock, Write};

use console::Term;
use dialoguer::Select;
use dialoguer::theme::Theme;
use textwrap::Options;

use super::asker::{Asker, Choice, Reply, show};
use super::entry::{Action, Entry, entries, widest};
use super::line::LineAsker;
use super::marks::Marks;
use super::page::{write_answer_before, write_answers, write_question, write_urgent, write_why};
use super::screen::Screen;
use super::terminal::Quiet;
use crate::model::{Answer, ItemIndex};
use crate::render::{Page, Paint};
use crate::text::language;

/// Lines wider than this are hard to follow.
const WIDEST: usize = 80;

/// Narrower than this nothing can be read; the terminal then wraps by itself.
const NARROWEST: usize = 10;

/// In a window of fewer rows than this a list cannot be followed.
const FEWEST_ROWS: u16 = 8;

/// Asks with lists in a terminal.
#[derive(Debug)]
pub struct ListAsker {
    term: Term,
    paint: Paint,
}

/// The labels behind the numbers. They are wrapped when drawn: the window may have changed since the last key.
struct Labels<'l> {
    labels: &'l [&'l str],
    term: &'l Term,
}

impl Theme for Labels<'_> {
    fn format_select_prompt_item(&self, f: &mut dyn fmt::Write, key: &str, is_active: bool) -> fmt::Result {
        let label = key.parse::<usize>().ok().and_then(|index| self.labels.get(index)).copied().unwrap_or("");
        f.write_str(&wrap(label, width_of(self.term), if is_active { "> " } else { "  " }))
    }
}

/// Columns to fill. Some terminals wrap twice after a line that fills the last column.
fn width_of(term: &Term) -> usize {
    usize::from(term.size().1).saturating_sub(1).clamp(NARROWEST, WIDEST)
}

fn wrap(label: &str, width: usize, mark: &str) -> String {
    let options = Options::new(width).initial_indent(mark).subsequent_indent("  ");
    textwrap::fill(label, options)
}

/// What a list gave.
enum Picked {
    /// What stands at this place.
    Place(usize),
    /// Esc.
    Escape,
    /// The window is too small for the list. dialoguer would cut it into pages whose rows it does not count.
    TooSmall,
}

impl ListAsker {
    /// An asker on standard error and the keyboard.
    pub fn new(paint: Paint) -> Self {
        Self { term: Term::buffered_stderr(), paint }
    }

    /// Lets the person choose a label. Nothing is preselected unless `at` says so.
    fn pick(&self, labels: &[&str], at: Option<usize>) -> io::Result<Picked> {
        if !self.fits(labels) {
            return Ok(Picked::TooSmall);
        }
        let _quiet = Quiet::start();
        let theme = Labels { labels, term: &self.term };
        let keys: Vec<String> = (0..labels.len()).map(|place| place.to_string()).collect();
        let mut select = Select::with_theme(&theme).items(&keys).report(false);
        if let Some(at) = at {
            select = select.default(at);
        }
        let picked = select.interact_on_opt(&self.term).map_err(|dialoguer::Error::IO(error)| error)?;
        Ok(picked.map_or(Picked::Escape, Picked::Place))
    }

    /// Whether a list fits the window, with a line to spare.
    fn fits(&self, labels: &[&str]) -> bool {
        let rows: usize = labels.iter().map(|label| wrap(label, self.width(), "  ").lines().count()).sum();
        let (height, _) = self.term.size();
        height >= FEWEST_ROWS && rows + 2 <= usize::from(height)
    }

    /// Puts one question, without saying back what was answered.
    fn put(&mut self, screen: &Screen<'_>) -> io::Result<Reply> {
        let mut marks = Marks::new(screen);
        if !self.fits(&labels(&widest(screen, &marks))) {
            return self.in_lines(screen);
        }
        show(self, |page| write_above_list(page, screen))?;
        let mut at = None;
        loop {
            let entries = entries(screen, &marks);
            let place = match self.pick(&labels(&entries), at)? {
                Picked::Place(place) => place,
                // An arrow key that arrives in pieces looks like Esc: it must not cost what was marked.
                Picked::Escape if !marks.is_empty() => continue,
                Picked::Escape => return Ok(Reply::Back),
                // What was marked is not lost with the size of the window.
                Picked::TooSmall if !marks.is_empty() => {
                    let given = marks.answers(Answer::Unanswered).into_iter().map(|(_, answer)| answer).collect();
                    return self.in_lines(&Screen { given, ..screen.clone() });
                }
                Picked::TooSmall => return self.in_lines(screen),
            };
            // Marking goes on where it was; a single answer is never preselected.
            at = screen.question.is_group.then_some(place);
            match entries.into_iter().nth(place).map(|entry| entry.action) {
                Some(Action::Reply(reply)) => return Ok(reply),
                Some(Action::Mark(item)) => self.mark(screen, &mut marks, item)?,
                Some(Action::Tell(message)) => show(self, |page| page.line(message))?,
                Some(Action::Why) => show(self, |page| write_why(page, screen))?,
                None => {}
            }
        }
    }

    /// Marks an item, and says at once what to do if that makes it an emergency.
    fn mark(&mut self, screen: &Screen<'_>, marks: &mut Marks, item: ItemIndex) -> io::Result<()> {
        let before = marks.emergency(screen);
        marks.turn(item);
        let now = marks.emergency(screen);
        // Marks in other groups take nothing back.
        if now != before {
            screen.alarm.set(now);
            show(self, |page| write_urgent(page, now))?;
        }
        Ok(())
    }

    /// Asks one question in lines, where a list would not fit the window.
    fn in_lines(&mut self, screen: &Screen<'_>) -> io::Result<Reply> {
        let rows = usize::from(self.term.size().0);
        self.as_lines().between_lists(rows).put(screen)
    }

    fn as_lines(&mut self) -> LineAsker<StdinLock<'static>, &mut Term> {
        let (width, paint) = (self.width(), self.paint);
        LineAsker::new(io::stdin().lock(), &mut self.term, width, paint)
    }
}

impl Asker for ListAsker {
    fn width(&self) -> usize {
        width_of(&self.term)
    }

    fn paint(&self) -> Paint {
        self.paint
    }

    fn rows(&self) -> Option<usize> {
        Some(usize::from(self.term.size().0))
    }

    fn keys(&self) -> &'static str {
        language().asking.list_keys
    }

    fn show(&mut self, text: &str) -> io::Result<()> {
        self.term.write_all(text.as_bytes())?;
        self.term.flush()
    }

    fn ask(&mut self, screen: &Screen<'_>) -> io::Result<Reply> {
        let reply = self.put(screen)?;
        if let Reply::Answered(answers) = &reply {
            show(self, |page| write_answers(page, screen.question, answers))?;
        }
        Ok(reply)
    }

    fn choose(&mut self, choices: &[Choice<'_>]) -> io::Result<usize> {
        let labels: Vec<&str> = choices.iter().map(|choice| choice.label).collect();
        loop {
            match self.pick(&labels, None)? {
                Picked::Place(place) => return Ok(place),
                // Esc is no choice: what follows is worth a deliberate key.
                Picked::Escape => {}
                Picked::TooSmall => return self.as_lines().choose(choices),
            }
        }
    }
}

fn labels(entries: &[Entry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.label.as_str()).collect()
}

fn write_above_list(page: &mut Page, screen: &Screen<'_>) {
    write_question(page, screen);
    write_answer_before(page, screen);
    if screen.question.is_group {
        page.line(language().asking.check_all);
    }
}
