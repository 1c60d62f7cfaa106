//! What is said at once after an answer that must not wait.

use std::io;

use super::alarm::emergency_in;
use super::asker::{Asker, show};
use super::menu::{Menu, Next};
use super::page::write_urgent;
use super::session::Session;
use crate::model::{Answer, ItemIndex, Now};
use crate::pages::frame::emergency_block;
use crate::render::Page;
use crate::render::text::blocks;
use crate::text::language;

/// After an emergency answer: says what to do now, and asks whether to go on all the same. It does so after each such
/// answer, also where an emergency was told before. What must be done today is said when it comes up.
pub(super) fn say_after(
    session: &Session<'_>,
    asker: &mut dyn Asker,
    answers: &[(ItemIndex, Answer)],
    urgent_before: Option<Now>,
) -> io::Result<Next> {
    if emergency_in(answers, &session.rules().emergency_items()).is_none() {
        if session.urgent() > urgent_before {
            show(asker, |page| write_urgent(page, session.urgent()))?;
        }
        return Ok(Next::GoOn);
    }
    show(asker, |page| write_emergency(page, session))?;
    Menu::new(language().asking.what_now)
        .stopping(language().asking.stop_for_help, Next::Stop)
        .choice(language().asking.go_on, Next::GoOn)
        .put(asker)
}

fn write_emergency(page: &mut Page, session: &Session<'_>) {
    page.blank();
    // First for those who listen, and last, right above what to choose, for those who see: it must not scroll away.
    write_urgent(page, session.urgent());
    blocks(page, &emergency_block(session.rules()));
    write_urgent(page, session.urgent());
}
