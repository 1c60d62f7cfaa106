//! `jakcheck topics`: prints teaching pages.

use clap::Args;
use jakcheck::load::suggest;
use jakcheck::pages::frame;
use jakcheck::pages::topic::{Lesson, Topics, page};
use jakcheck::text::language;

use super::format::Format;
use super::global::Global;
use super::outcome::{Failure, Outcome};
use super::print::print;
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
        let topics = Topics::new(rules);
        // As text, the list of topics; other pages are for keeping, so they have all topics in full.
        return match global.format {
            Format::Text | Format::Json | Format::Csv | Format::Fhir => {
                print(global, &topics, &page::list(&topics, frame))
            }
            Format::Markdown | Format::Html => print(global, &topics, &page::all(rules, frame)),
        };
    };
    let Some(found) = rules.topic(id) else {
        let hint = suggest::hint(id, "topics", rules.topics().iter().map(|topic| topic.id.as_str()));
        return Err(Failure::usage([language().cli.no_such_topic, &hint]));
    };
    let lesson = Lesson::new(rules, found);
    print(global, &lesson, &page::document(&lesson, rules.sources(), frame))
}
