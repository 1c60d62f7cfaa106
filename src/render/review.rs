//! A rule set for the reviewer: what the sources say, when a rule holds, what the person reads, the worked cases.

use super::condition::in_words;
use super::{Page, Paint};
use crate::analysis::Cases;
use crate::report::provenance::review;
use crate::rules::{Caution, Citation, Condition, Id, Passage, Question, RuleSet, Statement, Topic, WarningSymptom};
use crate::wording;

/// What `rules check` says of a rule set that holds.
pub fn summary(rules: &RuleSet, cases: &Cases, width: usize) -> String {
    let header = rules.header();
    let mut page = Page::new(width, Paint::new(false));
    page.line(&format!(
        "Rule set {} {} holds: {} topics, {} questions, {} cautions, {} warning symptoms, {} sources, {} worked cases.",
        header.id,
        header.version,
        rules.topics().len(),
        rules.questions().len(),
        rules.cautions().len(),
        rules.warning_symptoms().len(),
        rules.sources().len(),
        cases.iter().count(),
    ));
    page.line(&format!("Checked on {}, next check by {}.", header.checked_on, header.review_by));
    page.line(&format!("Digest {}.", header.digest));
    page.sentences("", &review(header));
    page.into_text()
}

/// Which part of a rule set is shown.
#[derive(Debug)]
pub struct Selection<'r> {
    topics: Vec<&'r Topic>,
    only: Option<&'r str>,
}

impl<'r> Selection<'r> {
    /// Everything, one topic, or the one thing with an id.
    pub fn new(rules: &'r RuleSet, id: Option<&'r str>) -> Self {
        let Some(id) = id else {
            return Self { topics: rules.topics().iter().collect(), only: None };
        };
        if let Some(topic) = rules.topic(id) {
            return Self { topics: vec![topic], only: None };
        }
        let questions = rules.questions().iter().map(|question| (&question.id, &question.topic));
        let cautions = rules.cautions().iter().map(|caution| (&caution.id, &caution.topic));
        let symptoms = rules.warning_symptoms().iter().map(|symptom| (&symptom.id, &symptom.topic));
        let passages = rules.monitoring().iter().chain(rules.alternatives());
        let passages = passages.filter_map(|passage| Some((&passage.id, passage.topic.as_ref()?)));
        let holders: Vec<&Id> = questions
            .chain(cautions)
            .chain(symptoms)
            .chain(passages)
            .filter(|(own, _)| **own == *id)
            .map(|(_, topic)| topic)
            .collect();
        let topics = rules.topics().iter().filter(|topic| holders.contains(&&topic.id)).collect();
        Self { topics, only: Some(id) }
    }

    /// Whether nothing has that id.
    pub fn is_empty(&self) -> bool {
        self.topics.is_empty()
    }

    fn has(&self, id: &Id) -> bool {
        self.only.is_none_or(|only| *id == *only)
    }
}

/// Every id that can be shown.
pub fn ids(rules: &RuleSet) -> Vec<&str> {
    let topics = rules.topics().iter().map(|topic| topic.id.as_str());
    let questions = rules.questions().iter().map(|question| question.id.as_str());
    let cautions = rules.cautions().iter().map(|caution| caution.id.as_str());
    let symptoms = rules.warning_symptoms().iter().map(|symptom| symptom.id.as_str());
    let passages = rules.monitoring().iter().chain(rules.alternatives()).map(|passage| passage.id.as_str());
    let mut ids: Vec<&str> = topics.chain(questions).chain(cautions).chain(symptoms).chain(passages).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The selected part of a rule set.
pub fn render(rules: &RuleSet, cases: &Cases, selection: &Selection<'_>, width: usize, paint: Paint) -> String {
    let mut writer = Writer { rules, cases, page: Page::new(width, paint) };
    let header = rules.header();
    writer.page.line(&format!("{} ({} {})", header.title, header.id, header.version));
    writer.page.sentences("", &review(rules.header()));
    for topic in &selection.topics {
        writer.topic(topic, selection);
    }
    writer.page.into_text()
}

struct Writer<'r> {
    rules: &'r RuleSet,
    cases: &'r Cases,
    page: Page,
}

impl Writer<'_> {
    fn topic(&mut self, topic: &Topic, selection: &Selection<'_>) {
        let rules = self.rules;
        self.page.heading(&format!("TOPIC {}: {}", topic.id, topic.title));
        self.page.line(&format!("File: topics/{}.json", topic.id));
        if selection.only.is_none() {
            topic.about.iter().for_each(|statement| self.statement("About", statement));
        }
        for question in rules.questions().iter().filter(|one| one.topic == topic.id && selection.has(&one.id)) {
            self.question(question);
        }
        for caution in rules.cautions().iter().filter(|one| one.topic == topic.id && selection.has(&one.id)) {
            self.caution(caution);
        }
        for symptom in rules.warning_symptoms().iter().filter(|one| one.topic == topic.id && selection.has(&one.id)) {
            self.symptom(symptom);
        }
        for passage in rules.monitoring().iter().chain(rules.alternatives()) {
            if passage.topic.as_ref() == Some(&topic.id) && selection.has(&passage.id) {
                self.passage(passage);
            }
        }
    }

    fn title(&mut self, kind: &str, id: &Id, title: &str) {
        self.page.gap();
        self.page.styled("", &format!("{kind} {id}: {title}"), Paint::caution);
    }

    fn sources(&mut self, cites: &[Citation]) {
        for cite in cites {
            let source = self.rules.source(&cite.source);
            let title = source.map_or("", |source| source.title.as_str());
            let read = source.map_or("", |source| wording::read(source.read));
            // Leaflets number their sections, labels name them.
            let section = cite.section.as_ref().map(|section| {
                let is_number = section.starts_with(|c: char| c.is_ascii_digit());
                if is_number { format!(", section {section}") } else { format!(", {section}") }
            });
            let claim = cite.claim.as_ref().map(|claim| format!(", claim {claim}"));
            let place: String = [section, claim].into_iter().flatten().collect();
            self.page.item("  Source: ", &format!("{} ({title}; {read}){place}", cite.source));
            self.page.item("    says: ", &cite.says.join(" "));
            if !cite.disagrees.is_empty() {
                self.page.item("    disagrees: ", &cite.disagrees.join(" "));
            }
        }
    }

    fn condition(&mut self, label: &str, condition: Option<&Condition>) {
        let Some(condition) = condition else { return };
        self.page.line(&format!("  {label}:"));
        for words in in_words(self.rules, condition) {
            self.page.item(&format!("{}- ", "  ".repeat(words.depth + 2)), &words.text);
        }
    }

    fn statement(&mut self, label: &str, statement: &Statement) {
        self.page.gap();
        self.page.line(&format!("{label}:"));
        self.sources(&statement.cites);
        self.condition("Shown unless this is definitely false", statement.show_when.as_ref());
        self.page.item("  Reads: ", &statement.tell.join(" "));
    }

    fn passage(&mut self, passage: &Passage) {
        self.statement(&format!("Passage {}: {}", passage.id, passage.title), &passage.statement);
    }

    fn question(&mut self, question: &Question) {
        self.title("Question", &question.id, &question.title);
        self.sources(&question.cites);
        self.condition("Asked unless this is definitely false", question.ask_when.as_ref());
        self.page.item("  Asks: ", &question.text);
        self.page.item("  Why: ", &question.why.join(" "));
        for item in &question.items {
            if question.is_group {
                self.option(&item.id, &item.title, item.options.iter().find_map(|option| option.unread.as_deref()));
            } else {
                for option in &item.options {
                    self.option(&option.id, &option.label, option.unread.as_deref());
                }
            }
        }
    }

    fn option(&mut self, id: &Id, label: &str, unread: Option<&str>) {
        let unread = unread.map_or_else(String::new, |reason| format!(" (no rule reads it: {reason})"));
        self.page.item("  - ", &format!("{id}: {label}{unread}"));
    }

    fn caution(&mut self, caution: &Caution) {
        self.title("Caution", &caution.id, &caution.title);
        self.sources(&caution.cites);
        self.condition("Applies when", Some(&caution.applies_when));
        self.condition("Stays open when", caution.open_when.as_ref());
        self.condition("Call today when", caution.same_day_when.as_ref());
        self.page.line(&format!("  Level {}: {}.", caution.level.number(), wording::level_meaning(caution.level)));
        self.page.item("  Reads: ", &caution.tell.join(" "));
        for detail in &caution.details {
            self.statement("  Detail", detail);
        }
        if !caution.when_not_sure.is_empty() {
            self.page.item("  Reads while not sure: ", &caution.when_not_sure.join(" "));
        }
        self.page.item("  Ask: ", &caution.ask.join(" "));
        if !caution.note.is_empty() {
            self.page.item("  Note for the reviewer: ", &caution.note.join(" "));
        }
        self.worked_cases(&caution.id);
    }

    fn worked_cases(&mut self, caution: &Id) {
        for case in self.cases.iter() {
            let Some((_, state)) = case.expect.iter().find(|(id, _)| *caution == *id.as_str()) else {
                continue;
            };
            let answers: String = case.answers.split_whitespace().collect::<Vec<&str>>().join(" ");
            self.page.item("  Case ", &format!("{}: {}", case.id, wording::state(*state)));
            self.page.item("    ", &answers);
            self.page.item("    ", &case.why.join(" "));
        }
    }

    fn symptom(&mut self, symptom: &WarningSymptom) {
        self.title("Warning symptom", &symptom.id, &symptom.title);
        self.sources(&symptom.cites);
        self.page.item("  Urgency: ", wording::urgency_heading(symptom.urgency));
        self.condition("Especially for those with", Some(&symptom.watch_more_when));
        self.page.item("  In short: ", &symptom.brief);
        self.page.item("  Signs: ", &symptom.signs.join("; "));
        if !symptom.tell.is_empty() {
            self.page.item("  Reads: ", &symptom.tell.join(" "));
        }
        for detail in &symptom.details {
            self.statement("  Detail", detail);
        }
    }
}
