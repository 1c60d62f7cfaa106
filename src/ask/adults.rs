//! What is said at once to somebody for whom the list is not made.

use std::io;

use super::asker::{Asker, show};
use super::session::Session;
use crate::evaluate::{Situation, Verdict};
use crate::model::{Caution, State};

/// The caution about an age for which the list is not made. Other rules may have none.
pub(crate) const UNDER_AGE: &str = "under_18";

/// The caution about the age, where the answers so far raise it.
pub(super) fn under_age<'r>(session: &Session<'r>) -> Option<&'r Caution> {
    let caution = session.rules().caution(UNDER_AGE)?;
    let state = Verdict::of(caution, &Situation::new(&session.answers())).state;
    (state == State::Applies).then_some(caution)
}

/// Says what that means, if an answer has just raised it.
pub(super) fn say_after(session: &Session<'_>, asker: &mut dyn Asker, before: Option<&Caution>) -> io::Result<()> {
    match under_age(session) {
        Some(caution) if before.is_none() => show(asker, |page| page.sentences("  ", &caution.tell)),
        Some(_) | None => Ok(()),
    }
}
