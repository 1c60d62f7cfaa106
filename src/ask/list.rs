//! Questions as lists to move through with the keyboard.

use std::io::{self, ErrorKind, StdinLock, Write};

use console::Term;

use super::asker::{Asker, Choice, Key, Reply, show};
use super::canvas::{self, Canvas, Line};
use super::cursor::{Cursor, Effect};
use super::entry::{Action, Entry, entries, entry_before};
use super::keyboard::Keyboard;
use super::keys::Keys;
use super::line::LineAsker;
use super::marks::Marks;
use super::page::{write_answer_before, write_answers, write_question, write_urgent, write_why};
use super::reading;
use super::screen::Screen;
use super::terminal::suspend;
use super::told::Told;
use crate::model::{Answer, ItemIndex, QuestionIndex};
use crate::render::Paint;
use crate::text::language;

/// Asks with lists in a terminal.
#[derive(Debug)]
pub struct ListAsker {
    term: Term,
    paint: Paint,
    keys: Keys<Keyboard>,
    /// What was marked in groups that were left without an answer.
    left: Vec<(QuestionIndex, Marks)>,
    told: Told,
}

/// What a list gave.
enum Picked {
    /// The line at this place.
    Place(usize),
    /// The line at this place was marked with Space.
    Mark(usize),
    /// Esc.
    Escape,
    /// The program was stopped for a while: what stands above the list is out of sight.
    Resumed,
    /// The window is too small for the list.
    TooSmall,
}

impl ListAsker {
    /// An asker on standard error and the keyboard.
    pub fn new(paint: Paint) -> Self {
        let term = Term::buffered_stderr();
        let keys = Keys::new(Keyboard::of(&term));
        Self { term, paint, keys, left: Vec::new(), told: Told::NOTHING }
    }

    /// Lets the person move until a key says what to do.
    fn pick(&mut self, canvas: &mut Option<Canvas>, cursor: &mut Cursor, lines: &[Line<'_>]) -> io::Result<Picked> {
        loop {
            if !canvas::fits(&self.term, lines) {
                *canvas = None;
                return Ok(Picked::TooSmall);
            }
            let drawn = match canvas {
                Some(drawn) => drawn,
                None => canvas.insert(Canvas::new(&self.term)?),
            };
            drawn.draw(cursor.message(), lines, cursor.at())?;
            match cursor.press(self.keys.next(cursor.patience())?) {
                Effect::None => {}
                Effect::Choose(place) => return Ok(Picked::Place(place)),
                Effect::Mark(place) => return Ok(Picked::Mark(place)),
                Effect::Escape => return Ok(Picked::Escape),
                Effect::Stop => {
                    *canvas = None;
                    return Err(ErrorKind::Interrupted.into());
                }
                Effect::Suspend => {
                    *canvas = None;
                    suspend();
                    return Ok(Picked::Resumed);
                }
            }
        }
    }

    /// Puts one question, without saying back what was answered.
    fn put(&mut self, screen: &Screen<'_>) -> io::Result<Reply> {
        let mut marks = self.marks(screen);
        let before = entries(screen, &marks);
        let mut cursor = Cursor::new(before.len(), entry_before(screen, &marks));
        if screen.question.is_group {
            cursor = cursor.of_group();
        }
        if !canvas::fits(&self.term, &lines(&before)) {
            return self.in_lines(screen, &marks);
        }
        if cursor.at().is_some() {
            cursor.say(language().asking.enter_keeps);
        }
        self.told.forget_lines();
        self.write_above(screen, &marks)?;
        let (mut canvas, mut warned) = (None, None);
        loop {
            let entries = entries(screen, &marks);
            // What to do now must not be pushed out of the window by how to mark.
            let is_calm = marks.emergency(screen).is_none();
            cursor.hint(Some(language().asking.check_all).filter(|_| screen.question.is_group && is_calm));
            let (place, is_mark) = match self.pick(&mut canvas, &mut cursor, &lines(&entries))? {
                Picked::Place(place) => (place, false),
                Picked::Mark(place) => (place, true),
                Picked::Escape => return Ok(self.leave(screen, marks, Reply::Back)),
                Picked::Resumed => {
                    self.write_above(screen, &marks)?;
                    continue;
                }
                Picked::TooSmall => return self.in_lines(screen, &marks),
            };
            let Some(entry) = entries.into_iter().nth(place) else { continue };
            match entry.action {
                Action::Mark(item) if is_mark => self.mark(screen, &mut marks, item, canvas.as_mut())?,
                Action::Mark(_) if marks.is_empty() => cursor.say(language().asking.mark_one),
                // Enter says that the marks are the answer, wherever the cursor is. On a line without a mark it may be meant
                // to mark it, and that line must not become a *no* unseen.
                Action::Mark(item) if !marks.is_marked(item) && warned != Some(item) => {
                    warned = Some(item);
                    cursor.say(language().asking.line_not_marked);
                }
                Action::Mark(_) => return Ok(Reply::Answered(marks.answers(Answer::NO))),
                _ if is_mark => cursor.say(language().asking.space_marks_items),
                Action::Reply(reply @ Reply::Answered(_)) => return Ok(reply),
                Action::Reply(reply) => return Ok(self.leave(screen, marks, reply)),
                Action::Why => {
                    canvas.as_mut().map_or(Ok(()), Canvas::take_away)?;
                    show(self, |page| write_why(page, screen))?;
                }
            }
        }
    }

    /// The marks of a group: those with which it was left, or those of the answer before.
    fn marks(&mut self, screen: &Screen<'_>) -> Marks {
        let left = self.left.iter().position(|(question, _)| *question == screen.question.index);
        let marks = left.map_or_else(|| Marks::new(screen), |place| self.left.swap_remove(place).1);
        if let Some(now) = marks.emergency(screen) {
            screen.alarm.set(Some(now));
        }
        marks
    }

    /// Leaves a question without an answer. What was marked is there again when it is put again.
    fn leave(&mut self, screen: &Screen<'_>, marks: Marks, reply: Reply) -> Reply {
        if !marks.is_empty() && !screen.is_changed {
            self.left.push((screen.question.index, marks));
        }
        reply
    }

    /// Marks an item, and says at once what to do if that makes it an emergency.
    fn mark(
        &mut self,
        screen: &Screen<'_>,
        marks: &mut Marks,
        item: ItemIndex,
        canvas: Option<&mut Canvas>,
    ) -> io::Result<()> {
        let before = marks.emergency(screen);
        marks.turn(item);
        let now = marks.emergency(screen);
        // Marks in other groups take nothing back.
        if now != before {
            screen.alarm.set(now);
            canvas.map_or(Ok(()), Canvas::take_away)?;
            show(self, |page| write_urgent(page, now))?;
        }
        Ok(())
    }

    fn write_above(&mut self, screen: &Screen<'_>, marks: &Marks) -> io::Result<()> {
        show(self, |page| {
            write_question(page, screen);
            if screen.answer_before().is_some() {
                write_answer_before(page, screen);
            }
            write_urgent(page, marks.emergency(screen));
        })
    }

    /// Asks one question in lines, where a list would not fit the window. What was marked is not lost with its size.
    fn in_lines(&mut self, screen: &Screen<'_>, marks: &Marks) -> io::Result<Reply> {
        let mut screen = screen.clone();
        let marked = marks.answers(Answer::Unanswered);
        if marked != Marks::new(&screen).answers(Answer::Unanswered) {
            screen.given = marked.into_iter().map(|(_, answer)| answer).collect();
        }
        let (rows, told) = (canvas::rows_of(&self.term), self.told);
        let mut lines = self.as_lines().between_lists(rows, told);
        let reply = lines.put(&screen);
        self.told = lines.told();
        reply
    }

    fn as_lines(&mut self) -> LineAsker<StdinLock<'static>, &mut Term> {
        let (width, paint) = (self.width(), self.paint);
        LineAsker::new(io::stdin().lock(), &mut self.term, width, paint)
    }
}

impl Asker for ListAsker {
    fn width(&self) -> usize {
        canvas::width_of(&self.term)
    }

    fn paint(&self) -> Paint {
        self.paint
    }

    fn rows(&self) -> Option<usize> {
        Some(canvas::rows_of(&self.term))
    }

    fn keys(&self) -> &'static str {
        language().asking.list_keys
    }

    fn show(&mut self, text: &str) -> io::Result<()> {
        self.term.write_all(text.as_bytes())?;
        self.term.flush()
    }

    fn read(&mut self, text: &str) -> io::Result<()> {
        reading::read(&self.term, &mut self.keys, text)
    }

    fn ask(&mut self, screen: &Screen<'_>) -> io::Result<Reply> {
        let reply = self.put(screen)?;
        if let Reply::Answered(answers) = &reply {
            show(self, |page| write_answers(page, screen.question, answers))?;
        }
        Ok(reply)
    }

    fn choose(&mut self, choices: &[Choice<'_>]) -> io::Result<usize> {
        let lines: Vec<Line<'_>> = choices.iter().map(|choice| Line { mark: None, label: choice.label }).collect();
        let (mut canvas, mut cursor) = (None, Cursor::new(choices.len(), None));
        loop {
            match self.pick(&mut canvas, &mut cursor, &lines)? {
                Picked::Place(place) => return Ok(place),
                // Esc leaves things as they are; where nothing does, it is no choice: what follows is worth a key of its own.
                Picked::Escape => {
                    if let Some(place) = choices.iter().position(|choice| choice.key == Some(Key::Back)) {
                        return Ok(place);
                    }
                }
                Picked::Mark(_) | Picked::Resumed => {}
                Picked::TooSmall => return self.as_lines().choose(choices),
            }
        }
    }
}

fn lines(entries: &[Entry]) -> Vec<Line<'_>> {
    entries.iter().map(|entry| Line { mark: entry.mark, label: &entry.label }).collect()
}
