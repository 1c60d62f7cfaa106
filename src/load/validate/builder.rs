//! Builds everything with citations: statements, advice, and the sources themselves.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::condition::Resolver;
use super::place::{Place, report_duplicates};
use super::text::{optional, optional_sentences, sentences, text};
use crate::load::diagnostic::Code;
use crate::load::raw;
use crate::load::suggest;
use crate::model::{Advice, Citation, Passage, PassageIndex, Source, SourceIndex, Statement, TopicIndex};
use crate::text::language;
use crate::text::rules::Kind;

/// Builds everything with citations, and records what was cited.
#[derive(Debug)]
pub(super) struct Builder<'r> {
    pub(super) resolver: Resolver<'r>,
    sources: Vec<(Place<'r>, &'r raw::Source<'r>)>,
    /// The indexes of sources that were cited, each with the index of a passage.
    cited: RefCell<BTreeSet<(usize, usize)>>,
}

impl<'r> Builder<'r> {
    /// Takes the sources of `sources.json`, and reports duplicate ids.
    pub(super) fn new(resolver: Resolver<'r>, place: &'r Place<'r>, file: &'r raw::SourcesFile<'r>) -> Self {
        report_duplicates(Kind::Source, place.each("sources", &file.sources), |source| &source.id);
        Self { resolver, sources: place.each("sources", &file.sources).collect(), cited: RefCell::default() }
    }

    /// Builds the sources.
    pub(super) fn sources(&self) -> Vec<Source> {
        self.sources.iter().map(|(place, raw)| source(place, raw)).collect()
    }

    /// Builds a list of citations, and reports an empty one.
    pub(super) fn cites(&self, place: &Place<'_>, list: &'r [raw::Citation<'r>]) -> Vec<Citation> {
        if list.is_empty() {
            place.key("cites").report(Code::MissingCitation, language().rules.no_citation);
        }
        place.each("cites", list).map(|(at, raw)| self.citation(&at, raw)).collect()
    }

    fn citation(&self, place: &Place<'_>, raw: &'r raw::Citation<'r>) -> Citation {
        // An unknown source was reported, so this placeholder never becomes part of a rule set.
        let (source, passage) = self.passage(place, raw).unwrap_or((0, 0));
        Citation {
            source: SourceIndex(source),
            passage: PassageIndex(passage),
            disagrees: optional_sentences(place, "disagrees", raw.disagrees.as_ref()),
        }
    }

    /// The indexes of the cited source and passage. Reports unknown ones.
    fn passage(&self, place: &Place<'_>, raw: &raw::Citation<'_>) -> Option<(usize, usize)> {
        let mut sources = self.sources.iter().map(|(_, source)| *source).enumerate();
        let Some((source_index, source)) = sources.find(|(_, source)| source.id == raw.source) else {
            let known = self.sources.iter().map(|(_, source)| source.id.as_str());
            place.key("source").report_unknown(Code::UnknownSource, Kind::Source, &raw.source, known);
            return None;
        };
        let Some(passage) = source.passages.iter().position(|passage| passage.id == raw.passage) else {
            let known = source.passages.iter().map(|known| known.id.as_str());
            let hint = suggest::hint(&raw.passage, &(language().rules.kinds)(Kind::Passage), known);
            let message = (language().rules.no_passage)(&source.id, &raw.passage);
            place.key("passage").report(Code::UnknownPassage, (message, hint));
            return None;
        };
        self.cited.borrow_mut().insert((source_index, passage));
        Some((source_index, passage))
    }

    /// Builds sentences with their sources.
    pub(super) fn statement(&self, place: &Place<'_>, raw: &'r raw::Statement<'r>) -> Statement {
        Statement {
            cites: self.cites(place, &raw.cites),
            show_when: self.resolver.optional(place, "show_when", raw.show_when.as_ref()),
            tell: sentences(place, "tell", &raw.tell),
            note: optional_sentences(place, "note", raw.note.as_ref()),
        }
    }

    /// Builds sentences with a title and sources.
    pub(super) fn advice(&self, topic: Option<TopicIndex>, place: &Place<'_>, raw: &'r raw::Advice<'r>) -> Advice {
        Advice {
            topic,
            id: place.key("id").id(&raw.id),
            title: text(&place.key("title"), &raw.title),
            statement: Statement {
                cites: self.cites(place, &raw.cites),
                show_when: self.resolver.optional(place, "show_when", raw.show_when.as_ref()),
                tell: sentences(place, "tell", &raw.tell),
                note: optional_sentences(place, "note", raw.note.as_ref()),
            },
            in_list: raw.in_list,
        }
    }

    /// Reports the sources that nothing cites.
    pub(super) fn report_unused_sources(&self) {
        let cited = self.cited.borrow();
        for (source_index, (place, source)) in self.sources.iter().enumerate() {
            // A second source with the same id was reported as a duplicate.
            let is_second = self.sources.iter().take(source_index).any(|(_, other)| other.id == source.id);
            if !is_second && !cited.iter().any(|(cited, _)| *cited == source_index) {
                place.report(Code::UnusedSource, (language().rules.uncited_source)(&source.id));
            }
        }
    }

    /// Reports the passages that nothing cites. To be called only if nothing else is wrong, as that can be the reason.
    pub(super) fn report_unused_passages(&self) {
        let cited = self.cited.borrow();
        for (source_index, (place, source)) in self.sources.iter().enumerate() {
            for (passage_index, (at, passage)) in place.each("passages", &source.passages).enumerate() {
                if !cited.contains(&(source_index, passage_index)) {
                    at.report(Code::UnusedPassage, (language().rules.uncited_passage)(&source.id, &passage.id));
                }
            }
        }
    }
}

fn source(place: &Place<'_>, raw: &raw::Source<'_>) -> Source {
    report_duplicates(Kind::Passage, place.each("passages", &raw.passages), |passage| &passage.id);
    let passage = |(at, passage): (Place<'_>, &raw::Passage<'_>)| Passage {
        id: at.key("id").id(&passage.id),
        section: optional(&at, "section", passage.section.as_ref()),
        says: sentences(&at, "says", &passage.says),
    };
    Source {
        id: place.key("id").id(&raw.id),
        title: text(&place.key("title"), &raw.title),
        publisher: text(&place.key("publisher"), &raw.publisher),
        date: text(&place.key("date"), &raw.date),
        location: text(&place.key("where"), &raw.location),
        read: raw.read,
        address: optional(place, "address", raw.address.as_ref()),
        official: optional(place, "official", raw.official.as_ref()),
        note: optional_sentences(place, "note", raw.note.as_ref()),
        passages: place.each("passages", &raw.passages).map(passage).collect(),
    }
}
