//! Whatever carries citations: statements, passages, and the sources themselves.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::condition::Resolver;
use super::names::unique;
use super::place::Place;
use super::text::{optional, optional_sentences, sentences, text};
use crate::diagnostic::Code;
use crate::rules::model::{Citation, Claim, Passage, Source, Statement};
use crate::rules::{Id, raw};
use crate::suggest;

/// Builds what carries citations, and remembers what was cited.
#[derive(Debug)]
pub(super) struct Builder<'r> {
    pub(super) resolver: Resolver<'r>,
    sources: Vec<(Place<'r>, &'r raw::Source)>,
    cited: RefCell<BTreeSet<&'r str>>,
    carried: RefCell<BTreeSet<(&'r str, &'r str)>>,
}

impl<'r> Builder<'r> {
    /// A builder that knows the sources.
    pub(super) fn new(resolver: Resolver<'r>, place: &Place<'r>, file: &'r raw::SourcesFile) -> Self {
        unique("source", place.each("sources", &file.sources), |source| &source.id);
        Self {
            resolver,
            sources: place.each("sources", &file.sources).collect(),
            cited: RefCell::default(),
            carried: RefCell::default(),
        }
    }

    /// The sources themselves.
    pub(super) fn sources(&self) -> Vec<Source> {
        self.sources.iter().map(|(place, raw)| source(place, raw)).collect()
    }

    /// Citations of something; at least one.
    pub(super) fn cites(&self, place: &Place<'r>, list: &'r [raw::Citation]) -> Vec<Citation> {
        if list.is_empty() {
            place.key("cites").report(Code::MissingCitation, "nothing is cited", "name at least one source");
        }
        place.each("cites", list).map(|(at, raw)| self.citation(&at, raw)).collect()
    }

    fn citation(&self, place: &Place<'r>, raw: &'r raw::Citation) -> Citation {
        match self.sources.iter().find(|(_, source)| source.id == raw.source) {
            None => place.key("source").unknown(
                Code::UnknownSource,
                "source",
                &raw.source,
                self.sources.iter().map(|(_, source)| source.id.as_str()),
            ),
            Some((_, source)) => {
                self.cited.borrow_mut().insert(&source.id);
                if let Some(claim) = &raw.claim {
                    self.carry(place, source, claim);
                }
            }
        }
        Citation {
            source: place.key("source").id(&raw.source),
            section: optional(place, "section", raw.section.as_ref()),
            claim: raw.claim.clone(),
            says: sentences(place, "says", &raw.says),
            disagrees: optional_sentences(place, "disagrees", raw.disagrees.as_ref()),
        }
    }

    fn carry(&self, place: &Place<'r>, source: &'r raw::Source, claim: &'r str) {
        if source.claims.iter().any(|known| known.id == claim) {
            self.carried.borrow_mut().insert((&source.id, claim));
        } else {
            let hint = suggest::hint(claim, "claims", source.claims.iter().map(|known| known.id.as_str()));
            place.key("claim").report(
                Code::UnknownClaim,
                format!("source `{}` has no claim `{claim}`", source.id),
                hint,
            );
        }
    }

    /// Sentences with their sources.
    pub(super) fn statement(&self, place: &Place<'r>, raw: &'r raw::Statement) -> Statement {
        optional_sentences(place, "note", raw.note.as_ref());
        Statement {
            cites: self.cites(place, &raw.cites),
            show_when: self.resolver.optional(place, "show_when", raw.show_when.as_ref()),
            tell: sentences(place, "tell", &raw.tell),
        }
    }

    /// Sentences with their sources under a title.
    pub(super) fn passage(&self, topic: Option<&Id>, place: &Place<'r>, raw: &'r raw::Passage) -> Passage {
        optional_sentences(place, "note", raw.note.as_ref());
        Passage {
            topic: topic.cloned(),
            id: place.key("id").id(&raw.id),
            title: text(&place.key("title"), &raw.title),
            statement: Statement {
                cites: self.cites(place, &raw.cites),
                show_when: self.resolver.optional(place, "show_when", raw.show_when.as_ref()),
                tell: sentences(place, "tell", &raw.tell),
            },
        }
    }

    /// Reports the sources that nothing cites and the claims that nothing carries.
    pub(super) fn report_unused(&self) {
        for (place, source) in &self.sources {
            if !self.cited.borrow().contains(source.id.as_str()) {
                place.report(
                    Code::UnusedSource,
                    format!("nothing cites source `{}`", source.id),
                    "cite it, or remove it",
                );
            }
            for (at, claim) in place.each("claims", &source.claims) {
                if !self.carried.borrow().contains(&(source.id.as_str(), claim.id.as_str())) {
                    let message = format!("nothing carries claim `{}` of source `{}`", claim.id, source.id);
                    at.report(
                        Code::UncarriedClaim,
                        message,
                        "cite it where a topic, question, caution or symptom carries it",
                    );
                }
            }
        }
    }
}

fn source(place: &Place<'_>, raw: &raw::Source) -> Source {
    unique("claim", place.each("claims", &raw.claims), |claim| &claim.id);
    optional_sentences(place, "note", raw.note.as_ref());
    Source {
        id: place.key("id").id(&raw.id),
        title: text(&place.key("title"), &raw.title),
        publisher: text(&place.key("publisher"), &raw.publisher),
        date: text(&place.key("date"), &raw.date),
        location: text(&place.key("where"), &raw.location),
        read: raw.read,
        claims: place
            .each("claims", &raw.claims)
            .map(|(at, claim)| Claim { id: text(&at.key("id"), &claim.id), says: sentences(&at, "says", &claim.says) })
            .collect(),
    }
}
