//! Questions as numbered lines: nothing is redrawn, every state is said in words, an answer is typed and confirmed with
//! Enter. For windows in which a list does not fit; fit for screen readers and pipes.

use std::io::{self, BufRead, ErrorKind, Read, Write};

use super::{
    Asker, Menu, Reply, Screen, no, show, with_hint, write_answer_before, write_answers, write_question_text,
    write_why, yes,
};
use crate::model::Answer;
use crate::model::{Item, OptionIndex};
use crate::render::visible::escaped;
use crate::render::{Page, Paint};
use crate::text::language;

/// A typed line is at most this many bytes.
const LONGEST_LINE: u64 = 4096;
const LONGEST_LINE_LENGTH: usize = 4096;

/// Rows that stay free for what to do next.
const ROWS_TO_SPARE: usize = 2;

/// More of a word that is no answer is not said back.
const LONGEST_WORD: usize = 20;

/// Asks with numbered lines.
#[derive(Debug)]
pub struct LineAsker<R, W> {
    input: R,
    output: W,
    width: usize,
    paint: Paint,
    /// Rows of the window, where these lines stand between lists; elsewhere nothing waits for the eye.
    window: Option<usize>,
}

/// What was typed.
enum Typed {
    Answers(Vec<Answer>),
    Why,
    Back,
    Stop,
    Again,
    Nothing,
    /// Something else, with what is wrong.
    Unclear(String),
}

impl<R: BufRead, W: Write> LineAsker<R, W> {
    /// An asker that reads typed lines and writes text `width` columns wide.
    pub fn new(input: R, output: W, width: usize, paint: Paint) -> Self {
        Self { input, output, width, paint, window: None }
    }

    /// The same for one question in a window of so many rows where the others are lists: it says so, and what is longer
    /// than the window waits to be read.
    #[must_use]
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
        while lines.len() > piece {
            let (now, later) = lines.split_at_checked(piece).unwrap_or((lines, &[]));
            self.show(&now.concat())?;
            show(self, |page| page.line(language().asking.read_on))?;
            self.read_line("before all was read")?;
            lines = later;
        }
        self.show(&lines.concat())
    }

    /// Puts one question, without saying back what was answered.
    pub(super) fn put(&mut self, screen: &Screen<'_>) -> io::Result<Reply> {
        self.show_whole(|page| write_whole(page, screen))?;
        loop {
            let line = self.prompt(screen)?;
            let items = &screen.question.items;
            match line.map_or_else(too_long, |line| read_typed(&line, screen.question.is_group, items)) {
                Typed::Answers(answers) => {
                    return Ok(Reply::Answered(items.iter().map(|item| item.index).zip(answers).collect()));
                }
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
        let question = screen.question;
        let options = question.items.first().map_or(0, |item| item.options.len());
        let how = if question.is_group {
            (language().asking.type_list)(question.items.len())
        } else {
            (language().asking.type_option)(options)
        };
        let commands =
            if screen.progress.number > 1 { language().asking.commands } else { language().asking.first_commands };
        let is_between_lists = self.window.is_some();
        show(self, |page| {
            if is_between_lists {
                page.line(language().asking.too_long_for_window);
            }
            page.line(&how);
            if screen.answer_before().is_some() {
                page.line(language().asking.enter_keeps);
            }
            page.line(commands);
        })?;
        self.read_line(&format!("before question {} was answered", screen.progress.number))
    }

    /// A typed line, or nothing where it is too long: that one is read to its end, so that its rest answers nothing.
    fn read_line(&mut self, when: &str) -> io::Result<Option<String>> {
        let mut line = Vec::new();
        if self.input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            return Err(io::Error::new(ErrorKind::UnexpectedEof, format!("the input ended {when}")));
        }
        if line.last() != Some(&b'\n') && line.len() >= LONGEST_LINE_LENGTH {
            self.skip_line()?;
            return Ok(None);
        }
        Ok(Some(String::from_utf8_lossy(&line).trim().to_lowercase()))
    }

    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let mut rest = Vec::new();
            let length = self.input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut rest)?;
            if length == 0 || rest.last() == Some(&b'\n') {
                return Ok(());
            }
        }
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

    fn choose(&mut self, menu: &Menu<'_>) -> io::Result<usize> {
        let length = menu.choices.len();
        show(self, |page| write_numbered(page, menu.choices.iter().map(|choice| (*choice).to_owned())))?;
        loop {
            show(self, |page| page.line(&(language().asking.type_one)(length)))?;
            let line = self.read_line("before you chose")?;
            let problem = match line.as_deref() {
                None => language().asking.line_too_long.to_owned(),
                Some("") => language().asking.nothing_typed.to_owned(),
                Some(word) => match letter(menu, word).map_or_else(|| read_place(word, length), Ok) {
                    Ok(index) => return Ok(index),
                    Err(problem) => problem,
                },
            };
            show(self, |page| page.line(&problem))?;
        }
    }
}

/// The choice of a menu that a letter stands for.
fn letter(menu: &Menu<'_>, word: &str) -> Option<usize> {
    match word {
        "s" | "stop" => menu.stop,
        "b" | "back" => menu.back,
        _ => None,
    }
}

fn too_long() -> Typed {
    Typed::Unclear(language().asking.line_too_long.to_owned())
}

fn write_whole(page: &mut Page, screen: &Screen<'_>) {
    write_question_text(page, screen);
    write_choices(page, screen);
    write_answer_before(page, screen);
}

fn write_choices(page: &mut Page, screen: &Screen<'_>) {
    if screen.question.is_group {
        write_numbered(page, screen.question.items.iter().map(|item| with_hint(&item.title, item.hint.as_deref())));
        page.item("0. ", &(language().asking.none_of_these)(&screen.question.text));
    } else if let Some(item) = screen.question.items.first() {
        write_numbered(page, item.options.iter().map(|option| with_hint(&option.label, option.hint.as_deref())));
        page.item("?. ", language().asking.not_sure);
    }
}

fn write_numbered(page: &mut Page, labels: impl Iterator<Item = String>) {
    for (index, label) in labels.enumerate() {
        page.item(&format!("{}. ", index + 1), &label);
    }
}

fn read_typed(line: &str, is_group: bool, items: &[Item]) -> Typed {
    match line {
        "w" | "why" => Typed::Why,
        "r" | "again" => Typed::Again,
        "b" | "back" => Typed::Back,
        "s" | "stop" => Typed::Stop,
        "" => Typed::Nothing,
        "?" | "not sure" => Typed::Answers(vec![Answer::NotSure; items.len()]),
        "0" | "none" if is_group => Typed::Answers(vec![no(); items.len()]),
        line if is_group => read_list(line, items.len()).map_or_else(Typed::Unclear, Typed::Answers),
        // What tells one item of a group is not sure has no place here.
        line if line.strip_suffix('?').is_some_and(|number| number.trim().parse::<usize>().is_ok()) => {
            Typed::Unclear(language().asking.question_mark_alone.to_owned())
        }
        line => {
            let options = items.first().map_or(0, |item| item.options.len());
            let answer = read_place(line, options).map(|index| vec![Answer::Chosen(OptionIndex(index))]);
            answer.map_or_else(Typed::Unclear, Typed::Answers)
        }
    }
}

/// "2, 4?": the second is yes, of the fourth the person is not sure, the others are no; "2, ?": they are not sure of the
/// others. The same number twice is refused.
fn read_list(line: &str, length: usize) -> Result<Vec<Answer>, String> {
    let mut answers = vec![None; length];
    let mut others = no();
    for part in line.split(',') {
        let words: Vec<&str> = part.split_whitespace().collect();
        if words == ["?"] {
            others = Answer::NotSure;
            continue;
        }
        for word in words {
            let (number, answer) = word.strip_suffix('?').map_or((word, yes()), |number| (number, Answer::NotSure));
            let place = match number {
                "" => return Err(language().asking.lone_question_mark.to_owned()),
                "0" => return Err(language().asking.zero_stands_alone.to_owned()),
                number => read_place(number, length)?,
            };
            if answers.get_mut(place).and_then(|slot| slot.replace(answer)).is_some() {
                return Err((language().asking.typed_twice)(place + 1));
            }
        }
    }
    if answers.iter().all(Option::is_none) && others == no() {
        return Err(language().asking.nothing_typed.to_owned());
    }
    Ok(answers.into_iter().map(|answer| answer.unwrap_or(others)).collect())
}

/// The place, from 0, that a typed number from 1 names.
fn read_place(word: &str, length: usize) -> Result<usize, String> {
    let said: String = escaped(word).chars().take(LONGEST_WORD).collect();
    if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err((language().asking.not_a_number)(&said));
    }
    let place = word.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    place.filter(|place| *place < length).ok_or_else(|| (language().asking.no_such_number)(&said, length))
}

#[cfg(test)]
mod tests {
    use super::{language, no, read_list, read_place, yes};
    use crate::model::Answer::NotSure;

    #[test]
    fn a_list_names_what_is_yes_and_what_is_not_sure() {
        assert_eq!(read_list("2, 4?", 4), Ok(vec![no(), yes(), no(), NotSure]));
        assert_eq!(read_list("1 3", 3), Ok(vec![yes(), no(), yes()]));
        assert_eq!(read_list("1, ?", 3), Ok(vec![yes(), NotSure, NotSure]));
        assert_eq!(read_list("2?,1,?", 3), Ok(vec![yes(), NotSure, NotSure]));
    }

    #[test]
    fn each_mistake_is_named() {
        for (typed, mistake) in [
            ("5", (language().asking.no_such_number)("5", 4)),
            ("1, 17?", (language().asking.no_such_number)("17", 4)),
            ("99999999999999999999999", (language().asking.no_such_number)("99999999999999999999", 4)),
            ("0, 3", language().asking.zero_stands_alone.to_owned()),
            ("x", (language().asking.not_a_number)("x")),
            ("-1", (language().asking.not_a_number)("-1")),
            ("+1", (language().asking.not_a_number)("+1")),
            ("2?x", (language().asking.not_a_number)("2?x")),
            ("\u{1b}[2J", (language().asking.not_a_number)("\\u{1b}[2j")),
            ("1,1", (language().asking.typed_twice)(1)),
            ("1, 1?", (language().asking.typed_twice)(1)),
            ("2 ?", language().asking.lone_question_mark.to_owned()),
            (",", language().asking.nothing_typed.to_owned()),
        ] {
            assert_eq!(read_list(&typed.to_lowercase(), 4), Err(mistake), "{typed}");
        }
    }

    #[test]
    fn numbers_start_at_one() {
        assert_eq!(read_place("1", 3), Ok(0));
        assert_eq!(read_place("3", 3), Ok(2));
        for out in ["0", "4", "", "one", "99999999999999999999"] {
            assert!(read_place(out, 3).is_err(), "{out}");
        }
    }
}
