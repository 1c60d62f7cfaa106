//! Questions as numbered lines: nothing is redrawn, every state is said in words, an answer is typed and confirmed with
//! Enter. For screen readers, for pipes, and for windows in which a list does not fit.

use std::io::{self, BufRead, ErrorKind, Read, Write};

use super::asker::{Asker, Choice, Key, Reply, show};
use super::page::{write_answer_before, write_answers, write_question, write_why};
use super::screen::Screen;
use super::typed::{self, Typed, read_place};
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
}

impl<R: BufRead, W: Write> LineAsker<R, W> {
    /// An asker that reads typed lines and writes text `width` columns wide.
    pub fn new(input: R, output: W, width: usize, paint: Paint) -> Self {
        Self { input, output, width, paint, window: None }
    }

    /// The same for one question in a window of so many rows where the others are lists: it says so, and shows what is
    /// longer than the window piece by piece.
    #[must_use]
    #[cfg(feature = "terminal")]
    pub(super) fn between_lists(self, rows: usize) -> Self {
        Self { window: Some(rows), ..self }
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
            show(self, |page| page.line(language().asking.read_on))?;
            self.read_line(language().asking.ended_before_all_was_read)?;
            lines = later;
        }
        self.show(&lines.concat())
    }

    /// Puts one question, without saying back what was answered.
    pub(super) fn put(&mut self, screen: &Screen<'_>) -> io::Result<Reply> {
        self.show_whole(|page| write_whole(page, screen))?;
        loop {
            let line = self.prompt(screen)?;
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
                Typed::Again => self.show_whole(|page| write_whole(page, screen))?,
                Typed::Back => return Ok(Reply::Back),
                Typed::Stop => return Ok(Reply::Stop),
                Typed::Unclear(problem) => show(self, |page| page.line(&problem))?,
            }
        }
    }

    fn prompt(&mut self, screen: &Screen<'_>) -> io::Result<Option<String>> {
        let is_between_lists = self.window.is_some();
        show(self, |page| write_prompt(page, screen, is_between_lists))?;
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
        Ok(Some(String::from_utf8_lossy(&line).trim().to_lowercase()))
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
                Some(word) => match by_key(choices, word).map_or_else(|| read_place(word, choices.len()), Ok) {
                    Ok(place) => return Ok(place),
                    Err(problem) => problem,
                },
            };
            show(self, |page| page.line(&problem))?;
        }
    }
}

/// The choice that a letter or its word stands for.
fn by_key(choices: &[Choice<'_>], word: &str) -> Option<usize> {
    let key = match word {
        "s" | "stop" => Key::Stop,
        "b" | "back" => Key::Back,
        _ => return None,
    };
    choices.iter().position(|choice| choice.key == Some(key))
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

/// What can be typed.
fn write_prompt(page: &mut Page, screen: &Screen<'_>, is_between_lists: bool) {
    let asking = &language().asking;
    let items = &screen.question.items;
    if is_between_lists {
        page.line(asking.too_long_for_window);
    }
    page.line(&if screen.question.is_group {
        (asking.type_list)(items.len())
    } else {
        (asking.type_option)(items.iter().flat_map(|item| &item.options).count())
    });
    if screen.answer_before().is_some() {
        page.line(asking.enter_keeps);
    }
    page.line(asking.commands);
}
