//! Questions as lists to move through with the arrow keys. The only user of dialoguer.
//!
//! dialoguer reckons the height of what it drew from the bytes of the items it was given, and does not count the rows
//! of a prompt. So it gets no prompt, and items of one or two digits; a theme looks up the label and wraps it itself.

use std::fmt;
use std::io::{self, StdinLock, Write};

use console::Term;
use dialoguer::Select;
use dialoguer::theme::Theme;
use textwrap::Options;

use super::line::LineAsker;
use super::terminal::Quiet;
use super::{Asker, Menu, Reply, Screen, no, show, with_hint, write_answers, write_question, write_why, yes};
use crate::evaluate::emergency;
use crate::model::Answer;
use crate::model::{Item, ItemIndex, Now, OptionIndex};
use crate::render::Paint;
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

/// Labels by their number, wrapped at draw time: the window may have changed since the last key.
struct Labels<'l> {
    labels: &'l [String],
    term: &'l Term,
}

impl Theme for Labels<'_> {
    fn format_select_prompt_item(&self, f: &mut dyn fmt::Write, key: &str, is_active: bool) -> fmt::Result {
        let label = key.parse::<usize>().ok().and_then(|index| self.labels.get(index)).map_or("", String::as_str);
        f.write_str(&wrap(label, width_of(self.term), if is_active { "> " } else { "  " }))
    }
}

/// Columns to fill. A line that fills the last column makes some terminals wrap twice.
fn width_of(term: &Term) -> usize {
    usize::from(term.size().1).saturating_sub(1).clamp(NARROWEST, WIDEST)
}

fn wrap(label: &str, width: usize, mark: &str) -> String {
    let options = Options::new(width).initial_indent(mark).subsequent_indent("  ");
    textwrap::fill(label, options)
}

/// What a list gave.
enum Picked {
    /// The row at this place.
    Row(usize),
    /// Esc.
    Escape,
    /// The window is too small for the list. dialoguer would cut it into pages whose rows it does not count.
    TooSmall,
}

/// A row of a list, and what choosing it means.
enum Row {
    Answer(Answer),
    Item(usize),
    NoneOfThese,
    NotSureOfOthers,
    Done,
    Why,
    Back,
    Stop,
}

impl ListAsker {
    /// An asker on standard error and the keyboard.
    pub fn new(paint: Paint) -> Self {
        Self { term: Term::buffered_stderr(), paint }
    }

    /// Lets the person choose a row. Nothing is preselected unless `at` says so.
    fn pick(&self, labels: &[String], at: Option<usize>) -> io::Result<Picked> {
        if !self.fits(labels) {
            return Ok(Picked::TooSmall);
        }
        let _quiet = Quiet::start();
        let theme = Labels { labels, term: &self.term };
        let keys: Vec<String> = (0..labels.len()).map(|index| index.to_string()).collect();
        let mut select = Select::with_theme(&theme).items(&keys).report(false);
        if let Some(at) = at {
            select = select.default(at);
        }
        let picked = select.interact_on_opt(&self.term).map_err(|dialoguer::Error::IO(error)| error)?;
        Ok(picked.map_or(Picked::Escape, Picked::Row))
    }

    /// Whether the rows of a list fit the window, with a line to spare.
    fn fits(&self, labels: &[String]) -> bool {
        let rows: usize = labels.iter().map(|label| wrap(label, self.width(), "  ").lines().count()).sum();
        let (height, _) = self.term.size();
        height >= FEWEST_ROWS && rows + 2 <= usize::from(height)
    }

    fn ask_one(&mut self, screen: &Screen<'_>, item: &Item) -> io::Result<Reply> {
        let mut rows: Vec<(String, Row)> = item
            .options
            .iter()
            .enumerate()
            .map(|(index, option)| {
                (with_hint(&option.label, option.hint.as_deref()), Row::Answer(Answer::Chosen(OptionIndex(index))))
            })
            .collect();
        rows.push((language().asking.not_sure.to_owned(), Row::Answer(Answer::NotSure)));
        rows.extend(commands(screen));
        let labels: Vec<String> = rows.iter().map(|(label, _)| label.clone()).collect();
        if !self.fits(&labels) {
            return self.in_lines(screen);
        }
        show(self, |page| write_question(page, screen))?;
        loop {
            let row = match self.pick(&labels, None)? {
                Picked::Row(index) => rows.get(index).map(|(_, row)| row),
                Picked::Escape => return Ok(Reply::Back),
                Picked::TooSmall => return self.in_lines(screen),
            };
            match row {
                Some(Row::Answer(answer)) => return Ok(Reply::Answered(vec![(item.index, *answer)])),
                Some(Row::Why) => show(self, |page| write_why(page, screen))?,
                Some(Row::Stop) => return Ok(Reply::Stop),
                Some(Row::Back) => return Ok(Reply::Back),
                Some(Row::Item(_) | Row::NoneOfThese | Row::NotSureOfOthers | Row::Done) | None => {}
            }
        }
    }

    fn ask_group(&mut self, screen: &Screen<'_>) -> io::Result<Reply> {
        let mut marks = Marks::new(screen);
        let widest = marks.rows(screen, language().asking.marks.len() - 1);
        if !self.fits(&widest.into_iter().map(|(label, _)| label).collect::<Vec<String>>()) {
            return self.in_lines(screen);
        }
        show(self, |page| write_question(page, screen))?;
        let mut at = None;
        loop {
            let rows = marks.rows(screen, 0);
            let labels: Vec<String> = rows.iter().map(|(label, _)| label.clone()).collect();
            let picked = match self.pick(&labels, at)? {
                Picked::Row(index) => index,
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
            at = Some(picked);
            match rows.get(picked).map(|(_, row)| row) {
                Some(Row::Item(index)) => {
                    let before = marks.emergency(screen);
                    marks.toggle(*index);
                    let now = marks.emergency(screen);
                    // Marks in other groups take nothing back.
                    if now != before {
                        screen.alarm.set(now);
                    }
                    if let Some(now) = now.filter(|_| now != before) {
                        let line = (language().safety.urgent_line)(now);
                        show(self, |page| page.styled("", &line, Paint::urgent))?;
                    }
                }
                Some(Row::NoneOfThese) if !marks.is_empty() => {
                    show(self, |page| page.line(language().asking.none_but_marked))?;
                }
                Some(Row::NoneOfThese) => return Ok(Reply::Answered(marks.all(no()))),
                Some(Row::NotSureOfOthers) => return Ok(Reply::Answered(marks.answers(Answer::NotSure))),
                Some(Row::Done) if marks.is_empty() => show(self, |page| page.line(language().asking.mark_one))?,
                Some(Row::Done) => return Ok(Reply::Answered(marks.answers(no()))),
                Some(Row::Why) => show(self, |page| write_why(page, screen))?,
                Some(Row::Stop) => return Ok(Reply::Stop),
                Some(Row::Back) => return Ok(Reply::Back),
                Some(Row::Answer(_)) | None => {}
            }
        }
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
        let reply = match screen.question.items.as_slice() {
            [item] if !screen.question.is_group => self.ask_one(screen, item),
            _ => self.ask_group(screen),
        }?;
        if let Reply::Answered(answers) = &reply {
            show(self, |page| write_answers(page, screen.question, answers))?;
        }
        Ok(reply)
    }

    fn choose(&mut self, menu: &Menu<'_>) -> io::Result<usize> {
        let labels: Vec<String> = menu.choices.iter().map(|choice| (*choice).to_owned()).collect();
        loop {
            match self.pick(&labels, None)? {
                Picked::Row(index) => return Ok(index),
                // Esc is no choice: both ways are worth a deliberate key.
                Picked::Escape => {}
                Picked::TooSmall => return self.as_lines().choose(menu),
            }
        }
    }
}

/// What was marked in a group so far.
struct Marks {
    items: Vec<(ItemIndex, Option<Answer>)>,
}

impl Marks {
    /// Items that were yes or not sure before are marked again.
    fn new(screen: &Screen<'_>) -> Self {
        let mark = |answer: Answer| (answer == yes() || answer == Answer::NotSure).then_some(answer);
        let items = screen.question.items.iter().zip(&screen.given);
        Self { items: items.map(|(item, given)| (item.index, mark(*given))).collect() }
    }

    /// Open, then yes, then not sure, then open again.
    fn toggle(&mut self, index: usize) {
        if let Some((_, mark)) = self.items.get_mut(index) {
            *mark = match *mark {
                None => Some(yes()),
                Some(answer) if answer == yes() => Some(Answer::NotSure),
                Some(_) => None,
            };
        }
    }

    /// The emergency that is marked, if any.
    fn emergency(&self, screen: &Screen<'_>) -> Option<Now> {
        let marked = self.items.iter().filter(|(item, _)| screen.emergencies.contains(item));
        emergency(marked.filter_map(|(_, mark)| *mark))
    }

    fn is_empty(&self) -> bool {
        self.items.iter().all(|(_, mark)| mark.is_none())
    }

    fn answers(&self, others: Answer) -> Vec<(ItemIndex, Answer)> {
        self.items.iter().map(|(item, mark)| (*item, mark.unwrap_or(others))).collect()
    }

    fn all(&self, answer: Answer) -> Vec<(ItemIndex, Answer)> {
        self.items.iter().map(|(item, _)| (*item, answer)).collect()
    }

    /// The rows of the list; `at_least` is the mark to reckon with where the widest rows are wanted.
    fn rows(&self, screen: &Screen<'_>, at_least: usize) -> Vec<(String, Row)> {
        let mark = |answer: Option<Answer>| {
            let place = match answer {
                None => 0,
                Some(answer) if answer == yes() => 1,
                Some(_) => 2,
            };
            language().asking.marks.get(place.max(at_least)).copied().unwrap_or("")
        };
        let items = screen.question.items.iter().zip(&self.items).enumerate();
        let mut rows: Vec<(String, Row)> = items
            .map(|(index, (item, (_, answer)))| {
                let label = with_hint(&item.title, item.hint.as_deref());
                (format!("{} {label}", mark(*answer)), Row::Item(index))
            })
            .collect();
        rows.push(((language().asking.none_of_these)(&screen.question.text), Row::NoneOfThese));
        let not_sure =
            if self.is_empty() { language().asking.not_sure_of_all } else { language().asking.not_sure_of_others };
        rows.push((language().asking.done.to_owned(), Row::Done));
        rows.push((not_sure.to_owned(), Row::NotSureOfOthers));
        rows.extend(commands(screen));
        rows
    }
}

/// The rows that stand under every question.
fn commands(screen: &Screen<'_>) -> impl Iterator<Item = (String, Row)> {
    let back = (screen.progress.number > 1).then(|| (language().asking.back.to_owned(), Row::Back));
    let why = (language().asking.why.to_owned(), Row::Why);
    [why].into_iter().chain(back).chain([(language().asking.stop.to_owned(), Row::Stop)])
}
