//! Questions as numbered lines: nothing is redrawn, every state is said in words, an answer is typed and confirmed with
//! Enter. For windows in which a list does not fit; fit for screen readers and pipes.

use std::io::{self, BufRead, ErrorKind, Read, Write};

use super::{Asker, Reply, Screen, no, show, with_hint, write_answers, write_question_text, write_why, yes};
use crate::answers::Answer;
use crate::render::{Page, Paint};
use crate::rules::{Item, OptionIndex};
use crate::wording::asking;

/// A typed line is at most this many bytes.
const LONGEST_LINE: u64 = 4096;
const LONGEST_LINE_LENGTH: usize = 4096;

/// What stands for a line that is too long: no answer.
const TOO_LONG: &str = "too long";

/// Asks with numbered lines.
#[derive(Debug)]
pub struct LineAsker<R, W> {
    input: R,
    output: W,
    width: usize,
    paint: Paint,
}

/// What was typed.
enum Typed {
    Answers(Vec<Answer>),
    Why,
    Back,
    Stop,
    /// Something else, with what is wrong.
    Unclear(&'static str),
}

impl<R: BufRead, W: Write> LineAsker<R, W> {
    /// An asker that reads typed lines and writes text `width` columns wide.
    pub fn new(input: R, output: W, width: usize, paint: Paint) -> Self {
        Self { input, output, width, paint }
    }

    /// Puts one question, without saying back what was answered.
    pub(super) fn put(&mut self, screen: &Screen<'_>) -> io::Result<Reply> {
        show(self, |page| {
            write_question_text(page, screen);
            write_choices(page, screen);
        })?;
        loop {
            let line =
                self.prompt(if screen.question.is_group { asking::TYPE_LIST } else { asking::TYPE_ONE }, screen)?;
            let items = &screen.question.items;
            match read_typed(&line, screen.question.is_group, items) {
                Typed::Answers(answers) => {
                    return Ok(Reply::Answered(items.iter().map(|item| item.index).zip(answers).collect()));
                }
                Typed::Why => show(self, |page| write_why(page, screen))?,
                Typed::Back => return Ok(Reply::Back),
                Typed::Stop => return Ok(Reply::Stop),
                Typed::Unclear(problem) => show(self, |page| page.line(problem))?,
            }
        }
    }

    fn prompt(&mut self, prompt: &str, screen: &Screen<'_>) -> io::Result<String> {
        let commands = if screen.progress.number > 1 { asking::COMMANDS } else { asking::FIRST_COMMANDS };
        show(self, |page| {
            page.line(prompt);
            page.line(commands);
        })?;
        self.read_line(&format!("before question {} was answered", screen.progress.number))
    }

    /// A typed line. One that is too long is read to its end and counts as unclear, so that its rest answers nothing.
    fn read_line(&mut self, when: &str) -> io::Result<String> {
        let mut line = Vec::new();
        if self.input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            return Err(io::Error::new(ErrorKind::UnexpectedEof, format!("the input ended {when}")));
        }
        if line.last() != Some(&b'\n') && line.len() >= LONGEST_LINE_LENGTH {
            self.skip_line()?;
            return Ok(TOO_LONG.to_owned());
        }
        Ok(String::from_utf8_lossy(&line).trim().to_lowercase())
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

    fn keys(&self) -> &'static str {
        asking::LINE_KEYS
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

    fn choose(&mut self, choices: &[&str]) -> io::Result<usize> {
        show(self, |page| write_numbered(page, choices.iter().map(|choice| (*choice).to_owned())))?;
        loop {
            show(self, |page| page.line(asking::TYPE_ONE))?;
            let line = self.read_line("before you chose")?;
            match place(&line, choices.len()) {
                Some(index) => return Ok(index),
                None => show(self, |page| page.line(asking::NOT_IN_MENU))?,
            }
        }
    }
}

fn write_choices(page: &mut Page, screen: &Screen<'_>) {
    if screen.question.is_group {
        write_numbered(page, screen.question.items.iter().map(|item| with_hint(&item.title, item.hint.as_deref())));
        page.item("0. ", &asking::none_of_these(&screen.question.text));
    } else if let Some(item) = screen.question.items.first() {
        write_numbered(page, item.options.iter().map(|option| with_hint(&option.label, option.hint.as_deref())));
        page.item("?. ", asking::NOT_SURE);
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
        "b" | "back" => Typed::Back,
        "s" | "stop" => Typed::Stop,
        "" => Typed::Unclear(asking::NOTHING_TYPED),
        "?" | "not sure" => Typed::Answers(vec![Answer::NotSure; items.len()]),
        "0" | "none" if is_group => Typed::Answers(vec![no(); items.len()]),
        line if is_group => read_list(line, items.len()).map_or(Typed::Unclear(asking::NOT_A_LIST), Typed::Answers),
        line => {
            let options = items.first().map_or(0, |item| item.options.len());
            let answer = place(line, options).map(|index| vec![Answer::Chosen(OptionIndex(index))]);
            answer.map_or(Typed::Unclear(asking::NOT_A_NUMBER), Typed::Answers)
        }
    }
}

/// "2, 4?": the second is yes, of the fourth the person is not sure, the others are no. The same number twice is
/// refused.
fn read_list(line: &str, length: usize) -> Option<Vec<Answer>> {
    let mut answers = vec![None; length];
    for word in line.split([',', ' ']).filter(|word| !word.is_empty()) {
        let (number, answer) = word.strip_suffix('?').map_or((word, yes()), |number| (number, Answer::NotSure));
        let slot = answers.get_mut(place(number, length)?)?;
        if slot.replace(answer).is_some() {
            return None;
        }
    }
    Some(answers.into_iter().map(|answer| answer.unwrap_or(no())).collect())
}

/// The place that a typed number from 1 names, from 0.
fn place(number: &str, length: usize) -> Option<usize> {
    let number: usize = number.parse().ok()?;
    (1..=length).contains(&number).then(|| number - 1)
}

#[cfg(test)]
mod tests {
    use super::{no, place, read_list, yes};
    use crate::answers::Answer::NotSure;

    #[test]
    fn a_list_names_what_is_yes_and_what_is_not_sure() {
        assert_eq!(read_list("2, 4?", 4), Some(vec![no(), yes(), no(), NotSure]));
        assert_eq!(read_list("1 3", 3), Some(vec![yes(), no(), yes()]));
        for unclear in ["5", "0", "x", "1,1", "1, 1?", "2?x", "-1"] {
            assert_eq!(read_list(unclear, 4), None, "{unclear}");
        }
    }

    #[test]
    fn numbers_start_at_one() {
        assert_eq!(place("1", 3), Some(0));
        assert_eq!(place("3", 3), Some(2));
        for out in ["0", "4", "", "one", "99999999999999999999"] {
            assert_eq!(place(out, 3), None, "{out}");
        }
    }
}
