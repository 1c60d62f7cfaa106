//! Each rule in the reviewer's copy: its sources, condition, text and worked cases.

use super::selection::Selection;
use crate::analysis::{Case, Cases};
use crate::load::suggest::retired_is_now;
use crate::model::{
    Advice, AnswerOption, Caution, Citation, Condition, Coverage, CoveredBy, Heading, Id, Passage, Question, Rule,
    RuleKind, RuleSet, Source, Statement, Study, Topic, TopicIndex, WarningSymptom,
};
use crate::pages::condition::Words;
use crate::render::document::{Block, Item, Section};
use crate::text::language;
use crate::text::reviewers_copy::ReviewersCopy as Texts;

/// One rule, as it is reviewed by itself. Without blocks and parts if the rule set does not have it.
pub(crate) fn rule(rules: &RuleSet, cases: &Cases, rule: &Rule) -> Section {
    let copy = ReviewersCopy::new(rules, cases);
    let found = match rule.kind {
        RuleKind::Topic => rules.topic(&rule.id).map(|topic| copy.rest_of_topic(topic)),
        RuleKind::Question => rules.question(&rule.id).map(|question| copy.question(question)),
        RuleKind::Caution => rules.caution(&rule.id).map(|caution| copy.caution(caution)),
        RuleKind::Symptom => {
            let found = rules.warning_symptoms().iter().find(|symptom| symptom.id == *rule.id);
            found.map(|symptom| copy.symptom(symptom))
        }
        RuleKind::Passage => {
            let source = rules.sources().iter().find(|source| source.id == *rule.part);
            let passages = source.into_iter().flat_map(|source| source.passages.iter().map(move |one| (source, one)));
            let is_it = |(source, passage): &(&Source, &Passage)| rule.id == format!("{}/{}", source.id, passage.id);
            passages.filter(is_it).map(|(source, passage)| copy.passage(source, passage)).next()
        }
        RuleKind::RuleSet => {
            let title = format!("{} {}: {}", copy.texts.rule_set, rules.header().id, rules.header().title);
            Some(Section::new(title, Vec::new()).with_parts(copy.general().collect()))
        }
    };
    found.unwrap_or_else(|| Section::new(rule.id.as_str(), Vec::new()))
}

/// What is said of a source, which counts for each of its passages.
pub(crate) fn source(source: &Source) -> Vec<Item> {
    let texts = &language().reviewers_copy;
    let address = |label, address: Option<&String>| Some(labelled(label, address?));
    let addresses =
        [address(texts.address, source.address.as_ref()), address(texts.official, source.official.as_ref())];
    let document = Item::of((texts.document)(source));
    let note = unless_empty(texts.note, &source.note);
    [document].into_iter().chain(addresses.into_iter().flatten()).chain(note).collect()
}

pub(super) struct ReviewersCopy<'r> {
    rules: &'r RuleSet,
    cases: &'r Cases,
    texts: &'static Texts,
}

impl<'r> ReviewersCopy<'r> {
    pub(super) fn new(rules: &'r RuleSet, cases: &'r Cases) -> Self {
        Self { rules, cases, texts: &language().reviewers_copy }
    }
}

impl ReviewersCopy<'_> {
    pub(super) fn topic(&self, topic: &Topic, selection: &Selection<'_>) -> Section {
        let rules = self.rules;
        let mut blocks = vec![self.file(&format!("topics/{}.json", topic.id))];
        if selection.is_whole() {
            blocks.extend(self.about(topic));
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
            .chain(advice.map(|advice| self.advice(advice)))
            .chain(topic.studies.iter().filter(|_| selection.is_whole()).map(|study| self.study(study)));
        Section::new(format!("{}: {}", self.texts.topic, topic.title), blocks).with_parts(parts.collect())
    }

    fn about(&self, topic: &Topic) -> impl Iterator<Item = Block> {
        topic.about.iter().map(|about| Block::List(vec![self.statement(self.texts.about, about)]))
    }

    /// What a topic says beside its questions, cautions and warning symptoms.
    fn rest_of_topic(&self, topic: &Topic) -> Section {
        let advice = self.rules.monitoring().iter().chain(self.rules.alternatives());
        let advice = advice.filter(|one| one.topic == Some(topic.index)).map(|advice| self.advice(advice));
        let parts = advice.chain(topic.studies.iter().map(|study| self.study(study))).collect();
        let title = format!("{} {}: {}", self.texts.topic, topic.id, topic.title);
        Section::new(title, self.about(topic).collect()).with_parts(parts)
    }

    fn passage(&self, source: &Source, passage: &Passage) -> Section {
        let texts = self.texts;
        let mut items = Vec::new();
        items.extend(passage.section.iter().map(|section| labelled(texts.place, section)));
        items.push(labelled(texts.says, &passage.says.join(" ")));
        let title = format!("{} {}/{}", texts.passage, source.id, passage.id);
        Section::new(title, vec![Block::List(items)])
    }

    fn study(&self, study: &Study) -> Section {
        let texts = self.texts;
        let mut items = self.sources(&study.cites);
        items.push(labelled(texts.who, &study.who.join(" ")));
        items.push(labelled(texts.how_long, &study.how_long));
        for outcome in &study.outcomes {
            let mut inner = self.sources(&outcome.cites);
            inner.extend(outcome.counts.iter().map(|count| Item::of((texts.count)(count, &outcome.said))));
            inner.extend(unless_empty(texts.note, &outcome.note));
            items.push(list(&outcome.title, inner));
        }
        items.push(labelled(texts.limits, &study.limits.join(" ")));
        items.extend(unless_empty(texts.note, &study.note));
        titled(texts.study, &study.id, &study.title, items)
    }

    /// The parts of `rule-set.json`, which belong to no topic.
    pub(super) fn general(&self) -> impl Iterator<Item = Section> {
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
        items.extend(unless_empty(self.texts.note, &statement.note));
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
                options.push(self.option(&item.id, &item.title, item.hint.as_deref(), unread));
            } else {
                let option =
                    |one: &AnswerOption| self.option(&one.id, &one.label, one.hint.as_deref(), one.unread.as_deref());
                options.extend(item.options.iter().map(option));
            }
        }
        items.push(list(if question.is_group { self.texts.items } else { self.texts.options }, options));
        items.extend(unless_empty(self.texts.note, &question.note));
        titled(self.texts.question, &question.id, &question.title, items)
    }

    fn option(&self, id: &Id, label: &str, hint: Option<&str>, unread: Option<&str>) -> Item {
        let hint = hint.map_or_else(String::new, |hint| format!("; {hint}"));
        Item::of(format!("{id}: {label}{hint}{}", unread.map_or_else(String::new, self.texts.unread)))
    }

    fn caution(&self, caution: &Caution) -> Section {
        let texts = self.texts;
        let mut items = self.sources(&caution.cites);
        items.extend(self.condition(texts.applies_when, Some(&caution.applies_when)));
        items.extend(self.condition(texts.stays_open_when, caution.open_when.as_ref()));
        items.extend(self.condition(texts.call_today_when, caution.same_day_when.as_ref()));
        items.push(Item::of((texts.level)(caution.level)));
        items.extend(caution.now.iter().map(|one| self.statement(texts.now, one)));
        items.extend(caution.first.iter().map(|one| self.statement(texts.first, one)));
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
        items.extend(unless_empty(texts.note, &symptom.note));
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
