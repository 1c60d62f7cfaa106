//! `jakcheck topics`: teaching pages.

use jakcheck::load::suggest;
use jakcheck::pages::{frame, topic};

use super::arguments::{Format, Global};
use super::outcome::{Exit, Failure, Outcome};
use super::print::for_people;
use super::{date, load};

/// Prints a topic, or the list of topics.
pub(super) fn run(global: &Global, id: Option<&str>) -> Result<Outcome, Failure> {
    let rules = load(global)?;
    let frame = frame::of_rules(rules.header(), date(global), false);
    let Some(id) = id else {
        // A list tells what to print next; a page to keep holds everything.
        let is_list = matches!(global.format, Format::Text);
        let document = if is_list { topic::list(rules, frame) } else { topic::all(rules, frame) };
        return for_people(global, &document);
    };
    let Some(found) = rules.topic(id) else {
        let hint = suggest::hint(id, "topics", rules.topics().iter().map(|topic| topic.id.as_str()));
        return Err(Failure::new(Exit::Usage, "there is no topic with this id", &hint));
    };
    for_people(global, &topic::page(rules, found, frame))
}
