//! The lines around a question.

use super::screen::Screen;
use super::session::Progress;
use super::words::said;
use crate::model::{Answer, ItemIndex, Now, Question};
use crate::render::{Page, Paint};
use crate::text::language;

/// How far the questionnaire is, and the question.
pub(super) fn write_question(page: &mut Page, screen: &Screen<'_>) {
    let Progress { number, about, topic } = &screen.progress;
    page.blank();
    page.line(&(language().asking.progress)(*number, *about, topic));
    if screen.is_for_someone_else {
        page.line(language().asking.about_someone);
    }
    page.styled("", &screen.question.text, Paint::heading);
}

/// What was answered before, where the question was put before.
pub(super) fn write_answer_before(page: &mut Page, screen: &Screen<'_>) {
    if let Some(answers) = screen.answer_before() {
        page.line(&format!("{} {}.", language().asking.you_said_before, said(screen.question, &answers)));
    } else if let Some(marks) = screen.marks_before() {
        page.line(&format!("{} {}.", language().asking.you_marked_before, said(screen.question, &marks)));
    }
}

/// Why the question is asked.
pub(super) fn write_why(page: &mut Page, screen: &Screen<'_>) {
    page.sentences("  ", &screen.question.why);
}

/// What the person said now.
pub(super) fn write_answers(page: &mut Page, question: &Question, answers: &[(ItemIndex, Answer)]) {
    page.item("  ", &format!("{} {}", language().asking.you_said, said(question, answers)));
}

/// What to do at once, or today.
pub(super) fn write_urgent(page: &mut Page, now: Option<Now>) {
    if let Some(now) = now {
        page.styled("", &(language().safety.urgent_line)(now), Paint::urgent);
    }
}
