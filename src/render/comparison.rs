//! A comparison as plain text.

use super::marks::{Entry, Marks};
use super::{Page, Paint};
use crate::comparison::{CautionChange, Comparison, SymptomChange};
use crate::report::{Cite, SourceInfo};
use crate::wording::{self, comparison as words, heading, phrase};

/// What differs, with the sources that it rests on, found among `sources`.
pub fn render(comparison: &Comparison, sources: &[SourceInfo], width: usize, paint: Paint) -> String {
    let mut writer = Writer { comparison, page: Page::new(width, paint), marks: Marks::default() };
    writer.answers();
    writer.cautions();
    writer.symptoms();
    writer.page.gap();
    writer.page.line(wording::NO_MATCH[1]);
    if !comparison.cautions.is_empty() || !comparison.warning_symptoms.is_empty() {
        writer.page.heading(heading::SOURCES);
        let entries: Vec<Entry<'_>> = sources.iter().map(Entry::of).collect();
        writer.marks.write_list(&mut writer.page, &entries);
    }
    writer.page.into_text()
}

struct Writer<'c> {
    comparison: &'c Comparison,
    page: Page,
    marks: Marks,
}

impl Writer<'_> {
    fn answers(&mut self) {
        let Comparison { answers, cautions, warning_symptoms, urgent, .. } = self.comparison;
        if self.comparison.is_empty() {
            self.page.line(words::NOTHING);
            return;
        }
        if !answers.is_empty() {
            self.page.heading(words::ANSWERS);
            for change in answers {
                self.page.item("- ", &change.said);
            }
        }
        if cautions.is_empty() && warning_symptoms.is_empty() && urgent.is_none() {
            self.page.gap();
            self.page.line(words::NO_CAUTION);
        }
    }

    fn cautions(&mut self) {
        let Comparison { urgent, cautions, .. } = self.comparison;
        if urgent.is_none() && cautions.is_empty() {
            return;
        }
        self.page.heading(words::CAUTIONS);
        if let Some(urgent) = urgent {
            self.page.item("- ", &words::urgent(urgent.from, urgent.to));
            self.because(&urgent.because);
        }
        for CautionChange { title, from, to, because, cites, .. } in cautions {
            self.page.item("- ", &words::caution(title, *from, *to));
            self.because(because);
            self.cited(cites);
        }
    }

    fn symptoms(&mut self) {
        if self.comparison.warning_symptoms.is_empty() {
            return;
        }
        self.page.heading(words::SYMPTOMS);
        for SymptomChange { title, watch_more, because, cites, .. } in &self.comparison.warning_symptoms {
            self.page.item("- ", &words::symptom(title, *watch_more));
            self.because(because);
            self.cited(cites);
        }
    }

    fn because(&mut self, questions: &[String]) {
        let changes = self.comparison.answers.iter().filter(|change| questions.contains(&change.question));
        let titles: Vec<&str> = changes.map(|change| change.title.as_str()).collect();
        if !titles.is_empty() {
            self.page.item("  ", &words::because(&titles));
        }
    }

    fn cited(&mut self, cites: &[Cite]) {
        let marks = self.marks.mark(cites.iter().map(|cite| cite.source.as_str()));
        self.page.item("  ", &phrase::sources(&marks));
    }
}
