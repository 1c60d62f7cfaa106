//! Teaching pages: what a topic says, asks and warns of, with its sources.

use jiff::civil::Date;

use super::marks::{Entry, Marks};
use super::{Page, Paint};
use crate::report::provenance::{date_warning, review};
use crate::rules::{Caution, Citation, Passage, RuleSet, Source, Study, Topic, WarningSymptom};
use crate::wording::{self, heading, phrase};

/// The list of topics.
pub fn list(rules: &RuleSet, width: usize, paint: Paint) -> String {
    let mut page = Page::new(width, paint);
    page.heading(heading::TOPICS);
    page.line(phrase::PRINT_TOPIC);
    page.gap();
    for topic in rules.topics() {
        page.item("- ", &format!("{}: {}", topic.id, topic.title));
    }
    page.into_text()
}

/// One topic.
pub fn page(rules: &RuleSet, topic: &Topic, date: Date, width: usize, paint: Paint) -> String {
    let mut writer = Writer { rules, topic, page: Page::new(width, paint), marks: Marks::default() };
    if let Some(warning) = date_warning(rules.header(), date) {
        writer.page.styled("", &warning, Paint::urgent);
    }
    writer.about();
    writer.questions();
    writer.cautions();
    writer.symptoms();
    writer.passages(heading::MONITORING, rules.monitoring());
    writer.passages(heading::ALTERNATIVES, rules.alternatives());
    writer.studies();
    writer.sources();
    writer.page.gap();
    writer.page.sentences("", &wording::KEEP_TAKING);
    writer.page.sentences("", &review(rules.header()));
    writer.page.into_text()
}

struct Writer<'r> {
    rules: &'r RuleSet,
    topic: &'r Topic,
    page: Page,
    marks: Marks,
}

impl<'r> Writer<'r> {
    fn about(&mut self) {
        self.page.heading(&self.topic.title.to_uppercase());
        for statement in &self.topic.about {
            let marks = self.marks(&statement.cites);
            self.page.line(&format!("{} {marks}", statement.tell.join(" ")));
            self.disagreements(&statement.cites);
        }
    }

    fn disagreements(&mut self, cites: &[Citation]) {
        let said: Vec<&str> = cites.iter().flat_map(|cite| &cite.disagrees).map(String::as_str).collect();
        if !said.is_empty() {
            self.page.item("  ", &format!("{} {}", wording::SOURCES_DISAGREE, said.join(" ")));
        }
    }

    fn marks(&mut self, cites: &[Citation]) -> String {
        self.marks.mark(cites.iter().map(|cite| cite.source.as_str()))
    }

    fn questions(&mut self) {
        let questions: Vec<_> =
            self.rules.questions().iter().filter(|question| question.topic == self.topic.id).collect();
        if questions.is_empty() {
            return;
        }
        self.page.heading(heading::WHAT_WE_ASK);
        for question in questions {
            let marks = self.marks(&question.cites);
            self.page.item("- ", &question.text);
            if question.is_group {
                let items: Vec<&str> = question.items.iter().map(|item| item.title.as_str()).collect();
                self.page.item("  ", &format!("{}.", items.join("; ")));
            }
            self.page.item("  ", &phrase::why(&question.why, &marks));
        }
    }

    fn cautions(&mut self) {
        let cautions: Vec<&Caution> =
            self.rules.cautions().iter().filter(|caution| caution.topic == self.topic.id).collect();
        if cautions.is_empty() {
            return;
        }
        self.page.heading(heading::CAUTIONS);
        for caution in cautions {
            self.page.gap();
            self.page.styled("", &format!("{} ({})", caution.title, caution.id), Paint::caution);
            self.page.item("  ", &phrase::how_soon(caution.level));
            let details = caution.details.iter().flat_map(|detail| detail.tell.iter().cloned());
            let tell: Vec<String> = caution.tell.iter().cloned().chain(details).collect();
            self.page.sentences("  ", &tell);
            for ask in &caution.ask {
                self.page.item("  ", &phrase::ask(ask));
            }
            self.disagreements(&caution.cites);
            let cites: Vec<Citation> =
                caution.cites.iter().chain(caution.details.iter().flat_map(|detail| &detail.cites)).cloned().collect();
            let marks = self.marks(&cites);
            self.page.item("  ", &phrase::sources(&marks));
        }
    }

    fn symptoms(&mut self) {
        let symptoms: Vec<&WarningSymptom> =
            self.rules.warning_symptoms().iter().filter(|symptom| symptom.topic == self.topic.id).collect();
        if symptoms.is_empty() {
            return;
        }
        self.page.heading(heading::WARNING_SYMPTOMS);
        for symptom in symptoms {
            let marks = self.marks(&symptom.cites);
            self.page.item("- ", &format!("{}: {}. {marks}", symptom.title, symptom.signs.join("; ")));
            let details = symptom.details.iter().flat_map(|detail| detail.tell.iter().cloned());
            let action = std::iter::once(wording::urgency_action(symptom.urgency).to_owned());
            let tell: Vec<String> = action.chain(symptom.tell.iter().cloned()).chain(details).collect();
            self.page.sentences("  ", &tell);
        }
    }

    fn passages(&mut self, title: &str, passages: &'r [Passage]) {
        let own: Vec<&Passage> =
            passages.iter().filter(|passage| passage.topic.as_ref() == Some(&self.topic.id)).collect();
        if own.is_empty() {
            return;
        }
        self.page.heading(title);
        for passage in own {
            let marks = self.marks(&passage.statement.cites);
            self.page.item("- ", &format!("{}: {} {marks}", passage.title, passage.statement.tell.join(" ")));
            self.disagreements(&passage.statement.cites);
        }
    }

    fn studies(&mut self) {
        for study in &self.topic.studies {
            self.study(study);
        }
    }

    fn study(&mut self, study: &Study) {
        self.page.heading(&study.title);
        let marks = self.marks(&study.cites);
        self.page.line(&phrase::studied(&study.who, &marks));
        self.page.line(&phrase::how_long(&study.how_long));
        for outcome in &study.outcomes {
            self.page.gap();
            let marks = self.marks(&outcome.cites);
            self.page.styled("", &format!("{} {marks}", outcome.title), Paint::heading);
            for count in &outcome.counts {
                let (had, had_not) = per_thousand(count.events, count.people);
                self.page.item("- ", &phrase::of_thousand(&count.group, had, &outcome.said, had_not));
            }
        }
        self.page.gap();
        self.page.line(&phrase::limits(&study.limits));
    }

    fn sources(&mut self) {
        self.page.heading(heading::SOURCES);
        let entry = |source: &'r Source| Entry {
            id: source.id.as_str(),
            title: &source.title,
            publisher: &source.publisher,
            date: &source.date,
            location: &source.location,
            read: source.read,
        };
        let entries: Vec<Entry<'_>> = self.rules.sources().iter().map(entry).collect();
        self.marks.write_list(&mut self.page, &entries);
    }
}

/// Events and their complement of 1,000 people, rounded to whole people.
fn per_thousand(events: u32, people: u32) -> (u64, u64) {
    let (events, people) = (u64::from(events), u64::from(people.max(1)));
    let had = (events * 1000 + people / 2) / people;
    (had, 1000_u64.saturating_sub(had))
}

#[cfg(test)]
mod tests {
    #[test]
    fn natural_frequencies_are_rounded_to_whole_people() {
        assert_eq!(super::per_thousand(180, 1455), (124, 876));
        assert_eq!(super::per_thousand(0, 10), (0, 1000));
        assert_eq!(super::per_thousand(10, 10), (1000, 0));
    }
}
