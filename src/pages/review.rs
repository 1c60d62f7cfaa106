//! A rule set for the reviewer: what the sources say, when a rule holds, what the person reads, the worked cases.

use super::condition::in_words;
use crate::analysis::{Case, Cases};
use crate::load::suggest::retired_is_now;
use crate::model::{
    Advice, Caution, Citation, Condition, Coverage, CoveredBy, Heading, Id, Question, RuleSet, Source, Statement,
    Topic, TopicIndex, WarningSymptom,
};
use crate::pages::provenance::review;
use crate::render::document::{Block, Document, Item, Line, Section};
use crate::text::language;

const SHOWN: &str = "Shown unless this is surely not so";

/// What `rules check` says of a rule set that holds.
pub fn summary(rules: &RuleSet, cases: &Cases) -> Vec<Block> {
    let header = rules.header();
    let holds = format!(
        "Rule set {} {} holds: {} topics, {} questions, {} cautions, {} warning symptoms, {} sources, {} worked cases.",
        header.id,
        header.version,
        rules.topics().len(),
        rules.questions().len(),
        rules.cautions().len(),
        rules.warning_symptoms().len(),
        rules.sources().len(),
        cases.iter().count(),
    );
    let dates = format!("Checked on {}, next check by {}.", header.checked_on, header.review_by);
    let digest = format!("Digest {}.", header.digest);
    vec![holds.into(), dates.into(), digest.into(), Line::sentences(&review(header)).into()]
}

/// Which part of a rule set is shown.
#[derive(Debug)]
pub struct Selection<'r> {
    topics: Vec<&'r Topic>,
    only: Option<&'r str>,
    is_everything: bool,
}

impl<'r> Selection<'r> {
    /// Everything, one topic, or the one thing with an id.
    pub fn new(rules: &'r RuleSet, id: Option<&'r str>) -> Self {
        let Some(id) = id else {
            return Self { topics: rules.topics().iter().collect(), only: None, is_everything: true };
        };
        if let Some(topic) = rules.topic(id) {
            return Self { topics: vec![topic], only: None, is_everything: false };
        }
        let questions = rules.questions().iter().map(|question| (&question.id, question.topic));
        let cautions = rules.cautions().iter().map(|caution| (&caution.id, caution.topic));
        let symptoms = rules.warning_symptoms().iter().map(|symptom| (&symptom.id, symptom.topic));
        let advice = rules.monitoring().iter().chain(rules.alternatives());
        let advice = advice.filter_map(|advice| Some((&advice.id, advice.topic?)));
        let holders: Vec<TopicIndex> = questions
            .chain(cautions)
            .chain(symptoms)
            .chain(advice)
            .filter(|(own, _)| **own == *id)
            .map(|(_, topic)| topic)
            .collect();
        let topics = rules.topics().iter().filter(|topic| holders.contains(&topic.index)).collect();
        Self { topics, only: Some(id), is_everything: false }
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
    let advice = rules.monitoring().iter().chain(rules.alternatives()).map(|advice| advice.id.as_str());
    let mut ids: Vec<&str> = topics.chain(questions).chain(cautions).chain(symptoms).chain(advice).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The selected part of a rule set, under the first lines of `frame`.
pub fn document(rules: &RuleSet, cases: &Cases, selection: &Selection<'_>, frame: Document) -> Document {
    let writer = Writer { rules, cases };
    let header = rules.header();
    let (checked_on, review_by) = (header.checked_on.to_string(), header.review_by.to_string());
    let intro = vec![
        (language().phrase.rules)(header.id.as_str(), &header.version, &checked_on, &review_by).into(),
        Line::sentences(&review(header)).into(),
    ];
    let topics = selection.topics.iter().map(|topic| writer.topic(topic, selection));
    let general = selection.is_everything.then(|| writer.general()).into_iter().flatten();
    let sections = [Section::untitled(intro)].into_iter().chain(topics).chain(general).collect();
    // What the frame says at its foot of the review was said first.
    let foot = vec![format!("{}.", frame.rules).into()];
    Document { title: header.title.clone(), sections, foot, ..frame }
}

struct Writer<'r> {
    rules: &'r RuleSet,
    cases: &'r Cases,
}

impl Writer<'_> {
    fn topic(&self, topic: &Topic, selection: &Selection<'_>) -> Section {
        let rules = self.rules;
        let mut blocks: Vec<Block> = vec![format!("File: topics/{}.json", topic.id).into()];
        if selection.only.is_none() {
            blocks.extend(topic.about.iter().map(|about| Block::List(vec![self.statement("About", about)])));
        }
        let questions = rules.questions().iter().filter(|one| one.topic == topic.index && selection.has(&one.id));
        let cautions = rules.cautions().iter().filter(|one| one.topic == topic.index && selection.has(&one.id));
        let symptoms = rules.warning_symptoms().iter().filter(|one| one.topic == topic.index && selection.has(&one.id));
        let is_shown = |advice: &&Advice| advice.topic == Some(topic.index) && selection.has(&advice.id);
        let advice = rules.monitoring().iter().chain(rules.alternatives()).filter(is_shown);
        let parts = questions
            .map(|question| self.question(question))
            .chain(cautions.map(|caution| self.caution(caution)))
            .chain(symptoms.map(|symptom| self.symptom(symptom)))
            .chain(advice.map(|advice| self.advice(advice)));
        Section::new(format!("Topic: {}", topic.title), blocks).with_parts(parts.collect())
    }

    /// What stands in `rule-set.json` and in no topic.
    fn general(&self) -> impl Iterator<Item = Section> {
        let rules = self.rules;
        let is_asked = |one: &&Coverage| matches!(one.by, CoveredBy::Questions(_));
        let (asked, not_asked): (Vec<&Coverage>, Vec<&Coverage>) = rules.coverage().iter().partition(is_asked);
        let of_register = |register: Vec<&Coverage>| register.into_iter().map(|one| self.coverage(one)).collect();
        let retired: Vec<Item> =
            rules.retired().iter().map(|one| Item::of(format!("{}.", retired_is_now(one)))).collect();
        let with_parts = [
            ("On top of every list", rules.always().iter().map(|advice| self.advice(advice)).collect::<Vec<Section>>()),
            ("Headings of levels", rules.headings().iter().map(|heading| self.heading(heading)).collect()),
            ("What this list asks", of_register(asked)),
            (language().heading.not_asked_about, of_register(not_asked)),
        ];
        let file = || Block::from("File: rule-set.json");
        let retired = (!retired.is_empty()).then(|| Section::new("Retired ids", vec![file(), Block::List(retired)]));
        let with_parts = with_parts.into_iter().filter(|(_, parts)| !parts.is_empty());
        with_parts.map(move |(title, parts)| Section::new(title, vec![file()]).with_parts(parts)).chain(retired)
    }

    fn heading(&self, heading: &Heading) -> Section {
        let Heading { level, when, cites, title, tell } = heading;
        let mut items = self.sources(cites);
        items.extend(self.condition("For those with", Some(when)));
        if !tell.is_empty() {
            items.push(labelled("Reads", tell));
        }
        Section::new(format!("Heading of level {}: {title}", level.number()), vec![Block::List(items)])
    }

    fn coverage(&self, coverage: &Coverage) -> Section {
        let mut items = self.sources(&coverage.cites);
        match &coverage.by {
            CoveredBy::Questions(questions) => {
                let ids: Vec<&str> = questions.iter().map(|question| self.rules[*question].id.as_str()).collect();
                items.push(Item::of(format!("Asked by: {}", ids.join(", "))));
            }
            CoveredBy::Printed { show_when, tell } => {
                items.extend(self.condition(SHOWN, show_when.as_ref()));
                items.push(labelled("Reads", tell));
            }
        }
        titled("Coverage", &coverage.id, &coverage.title, items)
    }

    fn sources(&self, cites: &[Citation]) -> Vec<Item> {
        cites.iter().map(|cite| self.source(cite)).collect()
    }

    fn source(&self, cite: &Citation) -> Item {
        let Source { id, title, read, .. } = &self.rules[cite.source];
        let read = (language().safety.read)(*read);
        // Leaflets number their sections, labels name them.
        let place = match &cite.section {
            Some(section) if section.starts_with(|c: char| c.is_ascii_digit()) => format!(", section {section}"),
            Some(section) => format!(", {section}"),
            None => String::new(),
        };
        let mut items = vec![labelled("says", &cite.says)];
        if !cite.disagrees.is_empty() {
            items.push(labelled("disagrees", &cite.disagrees));
        }
        Item { lines: vec![format!("Source: {id}.{} ({title}; {read}){place}", cite.passage).into()], items }
    }

    fn condition(&self, label: &str, condition: Option<&Condition>) -> Option<Item> {
        let items = vec![in_words(self.rules, condition?)];
        Some(Item { lines: vec![format!("{label}:").into()], items })
    }

    fn statement(&self, label: &str, statement: &Statement) -> Item {
        let mut items = self.sources(&statement.cites);
        items.extend(self.condition(SHOWN, statement.show_when.as_ref()));
        items.push(labelled("Reads", &statement.tell));
        Item { lines: vec![format!("{label}:").into()], items }
    }

    fn advice(&self, advice: &Advice) -> Section {
        let items = self.statement("", &advice.statement).items;
        titled("Advice", &advice.id, &advice.title, items)
    }

    fn question(&self, question: &Question) -> Section {
        let mut items = self.sources(&question.cites);
        items.extend(self.condition("Asked unless this is surely not so", question.ask_when.as_ref()));
        items.push(Item::of(format!("Asks: {}", question.text)));
        items.push(labelled("Why", &question.why));
        let mut options = Vec::new();
        for item in &question.items {
            if question.is_group {
                let unread = item.options.iter().find_map(|option| option.unread.as_deref());
                options.push(option(&item.id, &item.title, unread));
            } else {
                options.extend(item.options.iter().map(|one| option(&one.id, &one.label, one.unread.as_deref())));
            }
        }
        let label = if question.is_group { "Items:" } else { "Options:" };
        items.push(Item { lines: vec![label.into()], items: options });
        titled("Question", &question.id, &question.title, items)
    }

    fn caution(&self, caution: &Caution) -> Section {
        let mut items = self.sources(&caution.cites);
        items.extend(self.condition("Applies when", Some(&caution.applies_when)));
        items.extend(self.condition("Stays open when", caution.open_when.as_ref()));
        items.extend(self.condition("Call today when", caution.same_day_when.as_ref()));
        let (number, meaning) = (caution.level.number(), (language().safety.level_meaning)(caution.level));
        items.push(Item::of(format!("Level {number}: {meaning}.")));
        items.push(labelled("Reads", &caution.tell));
        items.extend(caution.details.iter().map(|detail| self.statement("Detail", detail)));
        if !caution.when_not_sure.is_empty() {
            items.push(labelled("Reads while not sure", &caution.when_not_sure));
        }
        items.push(labelled("Ask", &caution.ask));
        if !caution.note.is_empty() {
            items.push(labelled("Note for the reviewer", &caution.note));
        }
        items.extend(self.cases.iter().filter_map(|one| case(one, &caution.id)));
        titled("Caution", &caution.id, &caution.title, items)
    }

    fn symptom(&self, symptom: &WarningSymptom) -> Section {
        let mut items = self.sources(&symptom.cites);
        items.extend(self.condition(SHOWN, symptom.show_when.as_ref()));
        items.push(Item::of(format!("Urgency: {}", (language().safety.urgency_heading)(symptom.urgency))));
        if symptom.not_sure_counts {
            items.push(Item::of("Not sure counts as yes."));
        }
        items.extend(self.condition("Especially for those with", Some(&symptom.watch_more_when)));
        items.push(Item::of(format!("In short: {}", symptom.brief)));
        items.push(Item::of(format!("Signs: {}", symptom.signs.join("; "))));
        if !symptom.tell.is_empty() {
            items.push(labelled("Reads", &symptom.tell));
        }
        items.extend(symptom.details.iter().map(|detail| self.statement("Detail", detail)));
        titled("Warning symptom", &symptom.id, &symptom.title, items)
    }
}

fn titled(kind: &str, id: &Id, title: &str, items: Vec<Item>) -> Section {
    Section::new(format!("{kind} {id}: {title}"), vec![Block::List(items)])
}

/// Sentences behind a word.
fn labelled(label: &str, sentences: &[String]) -> Item {
    Item::of(format!("{label}: {}", sentences.join(" ")))
}

fn option(id: &Id, label: &str, unread: Option<&str>) -> Item {
    let unread = unread.map_or_else(String::new, |reason| format!(" (no rule reads it: {reason})"));
    Item::of(format!("{id}: {label}{unread}"))
}

/// A worked case that says something of a caution.
fn case(case: &Case, caution: &Id) -> Option<Item> {
    let (_, state) = case.expect.iter().find(|(id, _)| *caution == *id.as_str())?;
    let answers: String = case.answers.split_whitespace().collect::<Vec<&str>>().join(" ");
    let items = vec![Item::of(answers), Item::of(case.why.join(" "))];
    Some(Item { lines: vec![format!("Case {}: {}", case.id, (language().safety.state)(*state)).into()], items })
}
