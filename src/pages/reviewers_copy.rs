//! The reviewer's copy of a rule set: for each rule its sources, condition, text and worked cases.

use super::condition::Words;
use crate::analysis::{Case, Cases};
use crate::load::suggest::retired_is_now;
use crate::model::{
    Advice, Caution, Citation, Condition, Coverage, CoveredBy, Heading, Id, Question, RuleSet, Source, Statement,
    Topic, TopicIndex, WarningSymptom,
};
use crate::pages::provenance::review;
use crate::render::document::{Block, Document, Item, Line, Section};
use crate::text::language;
use crate::text::reviewers_copy::{Counts, ReviewersCopy as Texts};

/// What `rules check` prints about a valid rule set.
pub fn summary(rules: &RuleSet, cases: &Cases) -> Vec<Block> {
    let header = rules.header();
    let counts = Counts {
        topics: rules.topics().len(),
        questions: rules.questions().len(),
        cautions: rules.cautions().len(),
        warning_symptoms: rules.warning_symptoms().len(),
        sources: rules.sources().len(),
        cases: cases.iter().count(),
    };
    let texts = &language().reviewers_copy;
    vec![
        (texts.summary)(header.id.as_str(), &header.version, &counts).into(),
        (texts.dates)(&header.checked_on.to_string(), &header.review_by.to_string()).into(),
        (texts.digest)(&header.digest).into(),
        Line::sentences(&review(header)).into(),
    ]
}

/// The part of a rule set that is printed.
#[derive(Debug)]
pub struct Selection<'r> {
    topics: Vec<&'r Topic>,
    only: Option<&'r str>,
    is_everything: bool,
}

impl<'r> Selection<'r> {
    /// Without an id everything; otherwise the topic with this id, or every question, caution, symptom or advice with
    /// it.
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
        let all = questions.chain(cautions).chain(symptoms).chain(advice);
        let holders: Vec<TopicIndex> = all.filter(|(own, _)| **own == *id).map(|(_, topic)| topic).collect();
        let topics = rules.topics().iter().filter(|topic| holders.contains(&topic.index)).collect();
        Self { topics, only: Some(id), is_everything: false }
    }

    /// Whether nothing has the id.
    pub fn is_empty(&self) -> bool {
        self.topics.is_empty()
    }

    fn has(&self, id: &Id) -> bool {
        self.only.is_none_or(|only| *id == *only)
    }
}

/// Every id that [`Selection::new`] finds, sorted, each once.
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

/// The selected part of a rule set. `frame` gives the lines before and after it.
pub fn document(rules: &RuleSet, cases: &Cases, selection: &Selection<'_>, frame: Document) -> Document {
    let copy = ReviewersCopy { rules, cases, texts: &language().reviewers_copy };
    let header = rules.header();
    let (checked_on, review_by) = (header.checked_on.to_string(), header.review_by.to_string());
    let intro = vec![
        (language().phrase.rules)(header.id.as_str(), &header.version, &checked_on, &review_by).into(),
        Line::sentences(&review(header)).into(),
    ];
    let topics = selection.topics.iter().map(|topic| copy.topic(topic, selection));
    let general = selection.is_everything.then(|| copy.general()).into_iter().flatten();
    let sections = [Section::untitled(intro)].into_iter().chain(topics).chain(general).collect();
    // The foot of the frame is replaced: it repeats the review, which the intro has.
    let foot = vec![format!("{}.", frame.rules).into()];
    Document { title: header.title.clone(), sections, foot, ..frame }
}

struct ReviewersCopy<'r> {
    rules: &'r RuleSet,
    cases: &'r Cases,
    texts: &'static Texts,
}

impl ReviewersCopy<'_> {
    fn topic(&self, topic: &Topic, selection: &Selection<'_>) -> Section {
        let rules = self.rules;
        let mut blocks = vec![self.file(&format!("topics/{}.json", topic.id))];
        if selection.only.is_none() {
            let about = topic.about.iter().map(|about| self.statement(self.texts.about, about));
            blocks.extend(about.map(|about| Block::List(vec![about])));
        }
        let is_shown = |of: TopicIndex, id: &Id| of == topic.index && selection.has(id);
        let questions = rules.questions().iter().filter(|one| is_shown(one.topic, &one.id));
        let cautions = rules.cautions().iter().filter(|one| is_shown(one.topic, &one.id));
        let symptoms = rules.warning_symptoms().iter().filter(|one| is_shown(one.topic, &one.id));
        let advice = rules.monitoring().iter().chain(rules.alternatives());
        let advice = advice.filter(|one| one.topic.is_some_and(|of| is_shown(of, &one.id)));
        let parts = questions
            .map(|question| self.question(question))
            .chain(cautions.map(|caution| self.caution(caution)))
            .chain(symptoms.map(|symptom| self.symptom(symptom)))
            .chain(advice.map(|advice| self.advice(advice)));
        Section::new(format!("{}: {}", self.texts.topic, topic.title), blocks).with_parts(parts.collect())
    }

    /// The parts of `rule-set.json`, which belong to no topic.
    fn general(&self) -> impl Iterator<Item = Section> {
        let (rules, texts) = (self.rules, self.texts);
        let is_asked = |one: &&Coverage| matches!(one.by, CoveredBy::Questions(_));
        let (asked, not_asked): (Vec<&Coverage>, Vec<&Coverage>) = rules.coverage().iter().partition(is_asked);
        let of_register = |register: Vec<&Coverage>| register.into_iter().map(|one| self.coverage(one)).collect();
        let with_parts: [(&str, Vec<Section>); 4] = [
            (texts.always, rules.always().iter().map(|advice| self.advice(advice)).collect()),
            (texts.headings, rules.headings().iter().map(|heading| self.heading(heading)).collect()),
            (texts.asked, of_register(asked)),
            (language().heading.not_asked_about, of_register(not_asked)),
        ];
        let file = || self.file("rule-set.json");
        let retired: Vec<Item> =
            rules.retired().iter().map(|one| Item::of(format!("{}.", retired_is_now(one)))).collect();
        let retired = (!retired.is_empty()).then(|| Section::new(texts.retired, vec![file(), Block::List(retired)]));
        let with_parts = with_parts.into_iter().filter(|(_, parts)| !parts.is_empty());
        with_parts.map(move |(title, parts)| Section::new(title, vec![file()]).with_parts(parts)).chain(retired)
    }

    fn file(&self, name: &str) -> Block {
        format!("{}: {name}", self.texts.file).into()
    }

    fn heading(&self, heading: &Heading) -> Section {
        let Heading { level, when, cites, title, tell } = heading;
        let mut items = self.sources(cites);
        items.extend(self.condition(self.texts.for_those_with, Some(when)));
        items.extend(unless_empty(self.texts.reads, tell));
        Section::new(format!("{}: {title}", (self.texts.heading_of_level)(*level)), vec![Block::List(items)])
    }

    fn coverage(&self, coverage: &Coverage) -> Section {
        let mut items = self.sources(&coverage.cites);
        match &coverage.by {
            CoveredBy::Questions(questions) => {
                let ids: Vec<&str> = questions.iter().map(|question| self.rules[*question].id.as_str()).collect();
                items.push(labelled(self.texts.asked_by, &ids.join(", ")));
            }
            CoveredBy::Printed { show_when, tell } => {
                items.extend(self.condition(self.texts.shown_unless, show_when.as_ref()));
                items.push(labelled(self.texts.reads, &tell.join(" ")));
            }
        }
        titled(self.texts.coverage, &coverage.id, &coverage.title, items)
    }

    fn sources(&self, cites: &[Citation]) -> Vec<Item> {
        cites.iter().map(|cite| self.source(cite)).collect()
    }

    fn source(&self, cite: &Citation) -> Item {
        let Source { id, title, read, .. } = &self.rules[cite.source];
        let passage = self.rules.passage(cite);
        let line = (self.texts.source)(id.as_str(), passage.id.as_str(), title, *read, passage.section.as_deref());
        let says = labelled(self.texts.says, &passage.says.join(" "));
        let items = [says].into_iter().chain(unless_empty(self.texts.disagrees, &cite.disagrees)).collect();
        Item { lines: vec![line.into()], items }
    }

    fn condition(&self, label: &str, condition: Option<&Condition>) -> Option<Item> {
        Some(list(label, vec![Words::with_ids(self.rules, condition?).item()]))
    }

    fn statement(&self, label: &str, statement: &Statement) -> Item {
        list(label, self.statement_items(statement))
    }

    /// The sources of a statement, when it is shown, and its sentences.
    fn statement_items(&self, statement: &Statement) -> Vec<Item> {
        let mut items = self.sources(&statement.cites);
        items.extend(self.condition(self.texts.shown_unless, statement.show_when.as_ref()));
        items.push(labelled(self.texts.reads, &statement.tell.join(" ")));
        items
    }

    fn advice(&self, advice: &Advice) -> Section {
        titled(self.texts.advice, &advice.id, &advice.title, self.statement_items(&advice.statement))
    }

    fn question(&self, question: &Question) -> Section {
        let mut items = self.sources(&question.cites);
        items.extend(self.condition(self.texts.asked_unless, question.ask_when.as_ref()));
        items.push(labelled(self.texts.asks, &question.text));
        items.push(labelled(self.texts.why, &question.why.join(" ")));
        let mut options = Vec::new();
        for item in &question.items {
            if question.is_group {
                let unread = item.options.iter().find_map(|option| option.unread.as_deref());
                options.push(self.option(&item.id, &item.title, unread));
            } else {
                options.extend(item.options.iter().map(|one| self.option(&one.id, &one.label, one.unread.as_deref())));
            }
        }
        items.push(list(if question.is_group { self.texts.items } else { self.texts.options }, options));
        titled(self.texts.question, &question.id, &question.title, items)
    }

    fn option(&self, id: &Id, label: &str, unread: Option<&str>) -> Item {
        Item::of(format!("{id}: {label}{}", unread.map_or_else(String::new, self.texts.unread)))
    }

    fn caution(&self, caution: &Caution) -> Section {
        let texts = self.texts;
        let mut items = self.sources(&caution.cites);
        items.extend(self.condition(texts.applies_when, Some(&caution.applies_when)));
        items.extend(self.condition(texts.stays_open_when, caution.open_when.as_ref()));
        items.extend(self.condition(texts.call_today_when, caution.same_day_when.as_ref()));
        items.push(Item::of((texts.level)(caution.level)));
        items.push(labelled(texts.reads, &caution.tell.join(" ")));
        items.extend(caution.details.iter().map(|detail| self.statement(texts.detail, detail)));
        items.extend(unless_empty(texts.reads_while_not_sure, &caution.when_not_sure));
        items.push(labelled(texts.ask, &caution.ask.join(" ")));
        items.extend(unless_empty(texts.note, &caution.note));
        items.extend(self.cases.iter().filter_map(|one| self.case(one, &caution.id)));
        titled(texts.caution, &caution.id, &caution.title, items)
    }

    /// A worked case, if it expects a state of this caution.
    fn case(&self, case: &Case, caution: &Id) -> Option<Item> {
        let (_, state) = case.expect.iter().find(|(id, _)| *caution == *id.as_str())?;
        let line = format!("{} {}: {}", self.texts.case, case.id, (language().safety.state)(*state));
        let answers = case.answers.split_whitespace().collect::<Vec<&str>>().join(" ");
        Some(Item { lines: vec![line.into()], items: vec![Item::of(answers), Item::of(case.why.join(" "))] })
    }

    fn symptom(&self, symptom: &WarningSymptom) -> Section {
        let texts = self.texts;
        let mut items = self.sources(&symptom.cites);
        items.extend(self.condition(texts.shown_unless, symptom.show_when.as_ref()));
        items.push(labelled(texts.urgency, (language().safety.urgency_heading)(symptom.urgency)));
        items.extend(symptom.not_sure_counts.then(|| Item::of(texts.not_sure_counts)));
        items.extend(self.condition(texts.especially, Some(&symptom.watch_more_when)));
        items.push(labelled(texts.in_short, &symptom.brief));
        items.push(labelled(texts.signs, &symptom.signs.join("; ")));
        items.extend(unless_empty(texts.reads, &symptom.tell));
        items.extend(symptom.details.iter().map(|detail| self.statement(texts.detail, detail)));
        titled(texts.warning_symptom, &symptom.id, &symptom.title, items)
    }
}

fn titled(kind: &str, id: &Id, title: &str, items: Vec<Item>) -> Section {
    Section::new(format!("{kind} {id}: {title}"), vec![Block::List(items)])
}

fn labelled(label: &str, text: &str) -> Item {
    Item::of(format!("{label}: {text}"))
}

fn unless_empty(label: &str, sentences: &[String]) -> Option<Item> {
    (!sentences.is_empty()).then(|| labelled(label, &sentences.join(" ")))
}

fn list(label: &str, items: Vec<Item>) -> Item {
    Item { lines: vec![format!("{label}:").into()], items }
}
