//! Source marks: "[1, 4]" behind a text, and the list they lead to.

use super::Page;
use crate::report::SourceInfo;
use crate::rules::Read;
use crate::wording;

/// The sources cited on a page so far, in the order of their first mark.
#[derive(Debug, Default)]
pub(super) struct Marks {
    cited: Vec<String>,
}

/// What is printed of a source.
#[derive(Debug)]
pub(super) struct Entry<'s> {
    pub(super) id: &'s str,
    pub(super) title: &'s str,
    pub(super) publisher: &'s str,
    pub(super) date: &'s str,
    pub(super) location: &'s str,
    pub(super) read: Read,
}

impl<'s> Entry<'s> {
    /// What is printed of a source of a report.
    pub(super) fn of(source: &'s SourceInfo) -> Self {
        let SourceInfo { id, title, publisher, date, location, read } = source;
        Self { id, title, publisher, date, location, read: *read }
    }
}

impl Marks {
    /// The mark for some sources.
    pub(super) fn mark<'s>(&mut self, sources: impl Iterator<Item = &'s str>) -> String {
        let mut places: Vec<usize> = sources.map(|source| self.place(source)).collect();
        places.sort_unstable();
        places.dedup();
        format!("[{}]", places.iter().map(usize::to_string).collect::<Vec<String>>().join(", "))
    }

    /// From 1.
    fn place(&mut self, source: &str) -> usize {
        if let Some(place) = self.cited.iter().position(|cited| cited == source) {
            return place + 1;
        }
        self.cited.push(source.to_owned());
        self.cited.len()
    }

    /// The list of the sources that were marked.
    pub(super) fn write_list(&self, page: &mut Page, sources: &[Entry<'_>]) {
        for (index, id) in self.cited.iter().enumerate() {
            let Some(source) = sources.iter().find(|source| source.id == id) else { continue };
            let Entry { id: _, title, publisher, date, location, read } = source;
            let text = format!("{title}. {publisher}, {date}. {location} ({}).", wording::read(*read));
            page.item(&format!("[{}] ", index + 1), &text);
        }
    }
}
