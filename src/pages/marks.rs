//! Source marks: the numbers behind a text, and the list they lead to.

use crate::model::{Citation, Id, RuleSet, Source};
use crate::pages::report::Cite;
use crate::render::document::Block;
use crate::text::language;

/// The sources cited in a document so far, in the order of their first mark.
#[derive(Debug, Default)]
pub(super) struct Marks {
    cited: Vec<Id>,
}

impl Marks {
    /// The numbers of what a part of a report cites, in order, each once.
    pub(super) fn of<'c>(&mut self, cites: impl IntoIterator<Item = &'c Cite<'c>>) -> Vec<usize> {
        self.places(cites.into_iter().map(|cite| &cite.source.id))
    }

    /// The same for a part of a rule set.
    pub(super) fn of_rules<'c>(
        &mut self,
        rules: &RuleSet,
        cites: impl IntoIterator<Item = &'c Citation>,
    ) -> Vec<usize> {
        self.places(cites.into_iter().map(|cite| &rules[cite.source].id))
    }

    /// Whether nothing was marked.
    pub(super) fn is_empty(&self) -> bool {
        self.cited.is_empty()
    }

    fn places<'s>(&mut self, sources: impl Iterator<Item = &'s Id>) -> Vec<usize> {
        let mut places: Vec<usize> = sources.map(|source| self.place(source)).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// From 1.
    fn place(&mut self, source: &Id) -> usize {
        if let Some(place) = self.cited.iter().position(|cited| cited == source) {
            return place + 1;
        }
        self.cited.push(source.clone());
        self.cited.len()
    }

    /// The list of the sources that were marked, found among those of a rule set.
    pub(super) fn list(&self, sources: &[Source]) -> Block {
        let source = |id: &Id| sources.iter().find(|source| source.id == *id).map(source_line);
        Block::Sources(self.cited.iter().filter_map(source).collect())
    }
}

/// A source as it is listed.
fn source_line(source: &Source) -> String {
    let Source { id: _, title, publisher, date, location, read, address, official, passages: _ } = source;
    let about = format!("{title}. {publisher}, {date}. {location} ({}).", (language().safety.read)(*read));
    match address {
        Some(address) => format!("{about} {}", (language().phrase.read_at)(address, official.as_deref())),
        None => about,
    }
}

/// "Sources disagree: …", if they do.
pub(super) fn disagreement<'s>(said: impl Iterator<Item = &'s String>) -> Option<String> {
    let mut said: Vec<&str> = said.map(String::as_str).collect();
    said.dedup();
    (!said.is_empty()).then(|| format!("{} {}", language().safety.sources_disagree, said.join(" ")))
}
