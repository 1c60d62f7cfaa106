//! `jakcheck topics`: teaching pages.

use jakcheck::render::topic;
use jakcheck::suggest;

use super::{date, load, paint, text_only, width};
use crate::cli::Global;
use crate::outcome::{Exit, Failure, Outcome};

/// Prints a topic, or the list of topics.
pub(super) fn run(global: &Global, id: Option<&str>) -> Result<Outcome, Failure> {
    text_only(global, "jakcheck topics")?;
    let rules = load(global)?;
    let Some(id) = id else {
        return Ok(Outcome::done(topic::list(rules, width(global), paint(global))));
    };
    let Some(found) = rules.topic(id) else {
        let hint = suggest::hint(id, "topics", rules.topics().iter().map(|topic| topic.id.as_str()));
        return Err(Failure::new(Exit::Usage, "there is no topic with this id", &hint));
    };
    Ok(Outcome::done(topic::page(rules, found, date(global), width(global), paint(global))))
}
