//! Source marks: the numbers after a text that refer to the list of sources.

use crate::model::{Id, Source};
use crate::pages::report::Cite;
use crate::render::document::Block;
use crate::text::language;

/// The sources cited in a document so far. The mark of a source is its position in this list, from 1.
#[derive(Debug, Default)]
pub(super) struct Marks {
    cited: Vec<Id>,
}

impl Marks {
    /// The marks of the sources that a part of a report cites, sorted, each once.
    pub(super) fn of<'c>(&mut self, cites: impl IntoIterator<Item = &'c Cite<'c>>) -> Vec<usize> {
        let mut marks: Vec<usize> = cites.into_iter().map(|cite| self.mark(&cite.source.id)).collect();
        marks.sort_unstable();
        marks.dedup();
        marks
    }

    /// Whether no source was cited.
    pub(super) fn is_empty(&self) -> bool {
        self.cited.is_empty()
    }

    /// The mark of a source, which is added if it is new.
    fn mark(&mut self, source: &Id) -> usize {
        if let Some(index) = self.cited.iter().position(|cited| cited == source) {
            return index + 1;
        }
        self.cited.push(source.clone());
        self.cited.len()
    }

    /// The list of the cited sources, looked up in those of a rule set.
    pub(super) fn list(&self, sources: &[Source]) -> Block {
        let source = |id: &Id| sources.iter().find(|source| source.id == *id).map(source_line);
        Block::Sources(self.cited.iter().filter_map(source).collect())
    }
}

/// The entry of a source in the list.
fn source_line(source: &Source) -> String {
    let Source { id: _, title, publisher, date, location, read, address, official, note: _, passages: _ } = source;
    let about = format!("{title}. {publisher}, {date}. {location} ({}).", (language().safety.read)(*read));
    match address {
        Some(address) => format!("{about} {}", (language().phrase.read_at)(address, official.as_deref())),
        None => about,
    }
}

/// "Sources disagree: …", or `None` if they agree.
pub(super) fn disagreement<'s>(said: impl Iterator<Item = &'s String>) -> Option<String> {
    let mut said: Vec<&str> = said.map(String::as_str).collect();
    said.dedup();
    (!said.is_empty()).then(|| format!("{} {}", language().safety.sources_disagree, said.join(" ")))
}
