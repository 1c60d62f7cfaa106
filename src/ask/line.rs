//! Questions as numbered lines: nothing is redrawn, every state is said in words, an answer is typed and confirmed with
//! Enter. For screen readers, for pipes, and for windows in which a list does not fit.

use std::io::{self, BufRead, ErrorKind, Read, Write};

use super::asker::{Asker, Choice, Key, Reply, show};
use super::named::{Named, find};
use super::number::{place, plain};
use super::page::{write_answer_before, write_answers, write_question, write_why};
use super::screen::Screen;
use super::told::Told;
use super::typed::{self, Typed};
use super::words::with_hint;
use crate::render::{Page, Paint};
use crate::text::language;

/// A typed line is at most this many bytes.
const LONGEST_LINE: u64 = 4096;

/// Rows that stay free for what to do next.
const ROWS_TO_SPARE: usize = 2;

/// Asks with numbered lines.
#[derive(Debug)]
pub struct LineAsker<R, W> {
    input: R,
    output: W,
    width: usize,
    paint: Paint,
    /// Rows of the window, where these lines stand between lists; elsewhere text is never held back.
    window: Option<usize>,
    told: Told,
}

impl<R: BufRead, W: Write> LineAsker<R, W> {
    /// An asker that reads typed lines and writes text `width` columns wide.
    pub fn new(input: R, output: W, width: usize, paint: Paint) -> Self {
        Self { input, output, width, paint, window: None, told: Told::NOTHING }
    }

    /// The same for one question in a window of so many rows where the others are lists, for somebody who was told some
    /// things: it says that these are lines, and shows what is longer than the window piece by piece.
    #[must_use]
    #[cfg(feature = "terminal")]
    pub(super) fn between_lists(self, rows: usize, told: Told) -> Self {
        Self { window: Some(rows), told, ..self }
    }

    /// What the person was told by now.
    #[cfg(feature = "terminal")]
    pub(super) fn told(&self) -> Told {
        self.told
    }

    /// Shows a page, in pieces where it is longer than the window.
    fn show_whole(&mut self, write: impl FnOnce(&mut Page)) -> io::Result<()> {
        let mut page = Page::new(self.width, self.paint);
        write(&mut page);
        let text = page.into_text();
        let Some(piece) = self.window.map(|rows| rows.saturating_sub(ROWS_TO_SPARE).max(1)) else {
            return self.show(&text);
        };
        let mut lines: &[&str] = &text.split_inclusive('\n').collect::<Vec<&str>>();
        while let Some((now, later)) = lines.split_at_checked(piece).filter(|(_, later)| !later.is_empty()) {
            self.show(&now.concat())?;
            self.wait_for_enter()?;
            lines = later;
        }
        self.show(&lines.concat())
    }

    /// Waits for Enter alone. What is typed before it is lost, and so that is said.
    fn wait_for_enter(&mut self) -> io::Result<()> {
        let asking = &language().asking;
        show(self, |page| page.line(asking.read_on))?;
        while self.read_line(asking.ended_before_all_was_read)?.is_none_or(|line| !line.is_empty()) {
            show(self, |page| {
                page.line(asking.enter_alone);
                page.line(asking.read_on);
            })?;
        }
        Ok(())
    }

    /// Puts one question, without saying back what was answered.
    pub(super) fn put(&mut self, screen: &Screen<'_>) -> io::Result<Reply> {
        let is_new = self.window.is_some() && self.told.tell_of_lines();
        self.show_whole(|page| {
            if is_new {
                page.blank();
                page.line(language().asking.too_long_for_window);
            }
            write_whole(page, screen);
        })?;
        let mut is_in_full = self.told.tell_how(screen.question.is_group);
        loop {
            let line = self.prompt(screen, is_in_full)?;
            is_in_full = false;
            let typed = line.map_or_else(
                || Typed::Unclear(language().asking.line_too_long.to_owned()),
                |line| typed::read(&line, screen.question),
            );
            match typed {
                Typed::Answers(answers) => return Ok(Reply::Answered(answers)),
                Typed::Nothing => match screen.answer_before() {
                    Some(answers) => return Ok(Reply::Answered(answers)),
                    None => show(self, |page| page.line(language().asking.nothing_typed))?,
                },
                Typed::Why => show(self, |page| write_why(page, screen))?,
                Typed::Help => is_in_full = true,
                Typed::Again => self.show_whole(|page| write_whole(page, screen))?,
                Typed::Back => return Ok(Reply::Back),
                Typed::Stop => return Ok(Reply::Stop),
                Typed::Unclear(problem) => show(self, |page| page.line(&problem))?,
            }
        }
    }

    fn prompt(&mut self, screen: &Screen<'_>, is_in_full: bool) -> io::Result<Option<String>> {
        show(self, |page| write_prompt(page, screen, is_in_full))?;
        self.read_line(&(language().asking.ended_before_answer)(screen.progress.number))
    }

    /// A typed line, or nothing where it is too long: the rest of that one is skipped, so that it answers nothing.
    /// `ended` is said where the input has ended.
    fn read_line(&mut self, ended: &str) -> io::Result<Option<String>> {
        let mut line = Vec::new();
        let mut input = self.input.by_ref().take(LONGEST_LINE);
        if input.read_until(b'\n', &mut line)? == 0 {
            return Err(io::Error::new(ErrorKind::UnexpectedEof, ended));
        }
        if input.limit() == 0 && !line.ends_with(b"\n") {
            self.input.skip_until(b'\n')?;
            return Ok(None);
        }
        Ok(Some(plain(&String::from_utf8_lossy(&line))))
    }
}

impl<R: BufRead, W: Write> Asker for LineAsker<R, W> {
    fn width(&self) -> usize {
        self.width
    }

    fn paint(&self) -> Paint {
        self.paint
    }

    /// Lines are read one by one, and can be read again.
    fn rows(&self) -> Option<usize> {
        None
    }

    fn keys(&self) -> &'static str {
        language().asking.line_keys
    }

    fn show(&mut self, text: &str) -> io::Result<()> {
        self.output.write_all(text.as_bytes())?;
        self.output.flush()
    }

    fn ask(&mut self, screen: &Screen<'_>) -> io::Result<Reply> {
        let reply = self.put(screen)?;
        if let Reply::Answered(answers) = &reply {
            show(self, |page| write_answers(page, screen.question, answers))?;
        }
        Ok(reply)
    }

    fn choose(&mut self, choices: &[Choice<'_>]) -> io::Result<usize> {
        show(self, |page| write_numbered(page, choices.iter().map(|choice| choice.label)))?;
        loop {
            show(self, |page| page.line(&(language().asking.type_one)(choices.len())))?;
            let problem = match self.read_line(language().asking.ended_before_choice)?.as_deref() {
                None => language().asking.line_too_long.to_owned(),
                Some("") => language().asking.nothing_typed.to_owned(),
                Some(word) => match read_choice(choices, word) {
                    Ok(place) => return Ok(place),
                    Err(problem) => problem,
                },
            };
            show(self, |page| page.line(&problem))?;
        }
    }
}

/// The choice that was typed: by the letter or the word that stands for it, by its label, or by its number.
fn read_choice(choices: &[Choice<'_>], typed: &str) -> Result<usize, String> {
    let words = &language().asking.words;
    let keys = [(Key::Stop, words.stop), (Key::Back, words.back)];
    let key = keys.iter().find(|(_, known)| known.contains(&typed)).map(|(key, _)| *key);
    if let Some(place) = choices.iter().position(|choice| key.is_some() && choice.key == key) {
        return Ok(place);
    }
    let named = (0..).zip(choices).map(|(means, choice)| Named { label: choice.label, id: None, means });
    match find(typed, &named.collect::<Vec<_>>())? {
        Some(place) => Ok(place),
        None => place(typed, choices.len()),
    }
}

fn write_whole(page: &mut Page, screen: &Screen<'_>) {
    write_question(page, screen);
    write_answers_to_choose(page, screen);
    write_answer_before(page, screen);
}

fn write_answers_to_choose(page: &mut Page, screen: &Screen<'_>) {
    let items = screen.question.items.iter();
    if screen.question.is_group {
        write_numbered(page, items.map(|item| with_hint(&item.title, item.hint.as_deref())));
        page.item("0. ", &(language().asking.none_of_these)(&screen.question.text));
    } else {
        let options = items.flat_map(|item| &item.options);
        write_numbered(page, options.map(|option| with_hint(&option.label, option.hint.as_deref())));
        page.item("?. ", language().asking.not_sure);
    }
}

fn write_numbered(page: &mut Page, labels: impl Iterator<Item = impl AsRef<str>>) {
    for (number, label) in (1..).zip(labels) {
        page.item(&format!("{number}. "), label.as_ref());
    }
}

/// What can be typed: all of it, or how to read all of it.
fn write_prompt(page: &mut Page, screen: &Screen<'_>, is_in_full: bool) {
    let asking = &language().asking;
    let items = &screen.question.items;
    let options = || items.iter().flat_map(|item| &item.options).count();
    let how = match (screen.question.is_group, is_in_full) {
        (true, true) => (asking.type_list)(items.len()),
        (true, false) => (asking.type_list_or_help)(items.len()),
        (false, true) => (asking.type_option)(options()),
        (false, false) => (asking.type_option_or_help)(options()),
    };
    page.line(&how);
    if screen.answer_before().is_some() {
        page.line(asking.enter_keeps);
    }
    if is_in_full {
        page.line(asking.commands);
    }
}
