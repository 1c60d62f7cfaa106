//! The cautions that can be explained.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Id, Level, RuleSet};
use crate::pages::report::{RuleSetInfo, rule_set_info};
use crate::render::document::{Block, Document, Item, Section};
use crate::text::language;

/// The cautions of a rule set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Cautions<'r> {
    /// Version of this layout: 1.
    pub schema_version: u32,
    /// The rules they are taken from.
    pub rule_set: RuleSetInfo<'r>,
    /// The cautions, by topic.
    pub cautions: Vec<CautionName<'r>>,
}

/// The name of a caution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CautionName<'r> {
    /// Id of the caution.
    pub id: &'r Id,
    /// Title.
    pub title: &'r str,
    /// 1 before the first or next dose, 2 before starting or at the next visit, 3 plan.
    pub level: Level,
    /// Id of its topic.
    pub topic: &'r Id,
    /// Title of its topic.
    pub topic_title: &'r str,
}

impl<'r> Cautions<'r> {
    /// The cautions of a rule set.
    pub fn new(rules: &'r RuleSet) -> Self {
        let cautions = rules.topics().iter().flat_map(|topic| {
            let own = rules.cautions().iter().filter(|caution| caution.topic == topic.index);
            own.map(|caution| CautionName {
                id: &caution.id,
                title: &caution.title,
                level: caution.level,
                topic: &topic.id,
                topic_title: &topic.title,
            })
        });
        Self { schema_version: 1, rule_set: rule_set_info(rules.header()), cautions: cautions.collect() }
    }
}

/// The list of cautions by topic. `frame` gives the lines before and after it.
pub fn document(cautions: &Cautions<'_>, frame: Document) -> Document {
    let texts = &language().explanation;
    let mut sections = vec![Section::untitled(vec![texts.how.into()])];
    for of_topic in cautions.cautions.chunk_by(|one, other| one.topic == other.topic) {
        let title = of_topic.first().map_or("", |caution| caution.topic_title);
        let items = of_topic.iter().map(|caution| Item::of(format!("{}: {}", caution.id, caution.title))).collect();
        sections.push(Section::new(title, vec![Block::List(items)]));
    }
    Document { title: texts.list.to_owned(), sections, ..frame }
}
