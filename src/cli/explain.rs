//! `jakcheck explain`: one caution, or the list of all.

use std::path::Path;

use jakcheck::load::suggest;
use jakcheck::pages::explanation::{Explanation, page};
use jakcheck::pages::frame;

use super::arguments::Global;
use super::outcome::{Exit, Failure, Outcome};
use super::print::{for_people, print};
use super::{check, date, load};

/// Explains a caution, with what the answers in a file did to it, or lists all cautions.
pub(super) fn run(global: &Global, id: Option<&str>, answers: Option<&Path>) -> Result<Outcome, Failure> {
    let rules = load(global)?;
    let frame = frame::of_rules(rules.header(), date(global), false);
    let Some(id) = id else {
        return for_people(global, &page::list(rules, frame));
    };
    let Some(caution) = rules.caution(id) else {
        let known: Vec<&str> = rules.cautions().iter().map(|caution| caution.id.as_str()).collect();
        let hint = suggest::retired_hint(rules, id, &known).unwrap_or_else(|| suggest::hint(id, "cautions", known));
        return Err(Failure::new(Exit::Usage, "there is no caution with this id", &hint));
    };
    let answers = answers.map(|file| check::answers(rules, file)).transpose()?;
    let explained = Explanation::new(rules, caution, answers.as_ref());
    print(global, &explained, &page::document(&explained, frame))
}
