//! `jakcheck topics`: prints teaching pages.

use clap::Args;
use jakcheck::load::suggest;
use jakcheck::pages::{frame, topic};
use jakcheck::text::language;

use super::format::Format;
use super::global::Global;
use super::outcome::{Failure, Outcome};
use super::print::for_people;
use super::rule_set::load;

/// Which topic.
#[derive(Clone, Debug, Args)]
pub(crate) struct TopicsArgs {
    #[arg(help = language().help.topics_topic)]
    topic: Option<String>,
}

/// Prints a topic, or the list of topics.
pub(super) fn run(global: &Global, args: &TopicsArgs) -> Result<Outcome, Failure> {
    let rules = load(global)?;
    let frame = frame::of_rules(rules.header(), global.day(), false);
    let Some(id) = args.topic.as_deref() else {
        // As text, the list of topics; other formats are for keeping, so they have all topics in full.
        let is_list = matches!(global.format, Format::Text);
        let document = if is_list { topic::list(rules, frame) } else { topic::all(rules, frame) };
        return for_people(global, &document);
    };
    let Some(found) = rules.topic(id) else {
        let hint = suggest::hint(id, "topics", rules.topics().iter().map(|topic| topic.id.as_str()));
        return Err(Failure::usage([language().cli.no_such_topic, &hint]));
    };
    for_people(global, &topic::page(rules, found, frame))
}
