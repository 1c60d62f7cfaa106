//! Teaching pages as documents: the text of a topic, its questions, cautions and symptoms, and their sources.

use super::marks::{Marks, disagreement};
use crate::model::{Advice, Caution, Citation, RuleSet, Study, StudyOutcome, Topic, WarningSymptom};
use crate::render::document::{Block, Document, Item, Line, Section, Tone};
use crate::text::language;

/// The list of topics. `frame` gives the lines before and after it.
pub fn list(rules: &RuleSet, frame: Document) -> Document {
    let topic = |topic: &Topic| Item::of(format!("{}: {}", topic.id, topic.title));
    let topics = Block::List(rules.topics().iter().map(topic).collect());
    let blocks = vec![language().phrase.print_topic.into(), Block::Break, topics];
    Document { title: language().heading.topics.to_owned(), sections: vec![Section::untitled(blocks)], ..frame }
}

/// The page of one topic. `frame` gives the lines before and after it.
pub fn page(rules: &RuleSet, topic: &Topic, frame: Document) -> Document {
    let mut page = TopicPage { rules, topic, marks: Marks::default() };
    let mut sections = vec![Section::untitled(page.about())];
    sections.extend(page.sections());
    sections.push(page.sources());
    Document { title: topic.title.clone(), sections, foot: foot(&frame.foot), ..frame }
}

/// All topics in one document. `frame` gives the lines before and after it.
pub fn all(rules: &RuleSet, frame: Document) -> Document {
    let mut marks = Marks::default();
    let mut sections = Vec::new();
    for topic in rules.topics() {
        let mut page = TopicPage { rules, topic, marks };
        let about = Section::new(topic.title.as_str(), page.about());
        sections.push(about.with_parts(page.sections()).on_new_page());
        marks = page.marks;
    }
    sections.push(Section::new(language().heading.sources, vec![marks.list(rules.sources())]).on_new_page());
    let title = rules.header().title.clone();
    Document { title, has_contents: true, sections, foot: foot(&frame.foot), ..frame }
}

fn foot(frame: &[Block]) -> Vec<Block> {
    [Line::sentences(&language().safety.keep_taking).into()].into_iter().chain(frame.iter().cloned()).collect()
}

struct TopicPage<'r> {
    rules: &'r RuleSet,
    topic: &'r Topic,
    marks: Marks,
}

impl<'r> TopicPage<'r> {
    fn about(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for statement in &self.topic.about {
            blocks.push(
                Line::sentences(&statement.tell).marked(self.marks.of_rules(self.rules, &statement.cites)).into(),
            );
            blocks.extend(disagreement_of(&statement.cites).map(Block::from));
        }
        blocks
    }

    fn sections(&mut self) -> Vec<Section> {
        let (rules, topic) = (self.rules, self.topic);
        let mut sections: Vec<Section> = Vec::new();
        sections.extend(self.questions());
        sections.extend(self.cautions());
        sections.extend(self.symptoms());
        sections.extend(self.advice(language().heading.monitoring, rules.monitoring()));
        sections.extend(self.advice(language().heading.alternatives, rules.alternatives()));
        sections.extend(topic.studies.iter().map(|study| self.study(study)));
        sections
    }

    fn questions(&mut self) -> Option<Section> {
        let questions = self.rules.questions().iter().filter(|question| question.topic == self.topic.index);
        let items: Vec<Item> = questions
            .map(|question| {
                let marks = self.marks.of_rules(self.rules, &question.cites);
                let mut lines = vec![Line::from(question.text.as_str())];
                if question.is_group {
                    let items: Vec<&str> = question.items.iter().map(|item| item.title.as_str()).collect();
                    lines.push(format!("{}.", items.join("; ")).into());
                }
                lines.push(Line::from((language().phrase.why)(&question.why)).marked(marks));
                Item { lines, items: Vec::new() }
            })
            .collect();
        (!items.is_empty()).then(|| Section::new(language().heading.what_we_ask, vec![Block::List(items)]))
    }

    fn cautions(&mut self) -> Option<Section> {
        let cautions = self.rules.cautions().iter().filter(|caution| caution.topic == self.topic.index);
        let entries: Vec<Block> = cautions.map(|caution| self.caution(caution)).collect();
        (!entries.is_empty()).then(|| Section::new(language().heading.who_should_ask, entries))
    }

    fn caution(&mut self, caution: &Caution) -> Block {
        let mut lines: Vec<Line> = vec![(language().phrase.how_soon)(caution.level).into()];
        let details = caution.statements().flat_map(|statement| &statement.tell);
        lines.push(Line::sentences(&caution.tell.iter().chain(details).collect::<Vec<&String>>()));
        lines.extend(caution.ask.iter().map(|ask| (language().phrase.ask)(ask).into()));
        lines.extend(disagreement_of(&caution.cites).map(Line::from));
        let cites = caution.cites.iter().chain(caution.statements().flat_map(|statement| &statement.cites));
        lines.push(Line::from(language().phrase.sources).marked(self.marks.of_rules(self.rules, cites)));
        Block::Entry { title: format!("{} ({})", caution.title, caution.id), lines }
    }

    fn symptoms(&mut self) -> Option<Section> {
        let symptoms = self.rules.warning_symptoms().iter().filter(|symptom| symptom.topic == self.topic.index);
        let items: Vec<Item> = symptoms.map(|symptom| self.symptom(symptom)).collect();
        (!items.is_empty()).then(|| Section::new(language().heading.what_to_watch, vec![Block::List(items)]))
    }

    fn symptom(&mut self, symptom: &WarningSymptom) -> Item {
        let marks = self.marks.of_rules(self.rules, &symptom.cites);
        let signs = Line::from((language().phrase.symptom)(&symptom.title, false, &symptom.signs)).marked(marks);
        let details = symptom.details.iter().flat_map(|detail| detail.tell.iter().map(String::as_str));
        let action = std::iter::once((language().safety.urgency_action)(symptom.urgency));
        let tell: Vec<&str> = action.chain(symptom.tell.iter().map(String::as_str)).chain(details).collect();
        Item { lines: vec![signs, Line::sentences(&tell)], items: Vec::new() }
    }

    fn advice(&mut self, title: &str, advice: &'r [Advice]) -> Option<Section> {
        let own = advice.iter().filter(|advice| advice.topic == Some(self.topic.index));
        let items: Vec<Item> = own
            .map(|advice| {
                let said = format!("{}: {}", advice.title, advice.statement.tell.join(" "));
                let said = Line::from(said).marked(self.marks.of_rules(self.rules, &advice.statement.cites));
                let disagreement = disagreement_of(&advice.statement.cites).map(Line::from);
                Item { lines: [said].into_iter().chain(disagreement).collect(), items: Vec::new() }
            })
            .collect();
        (!items.is_empty()).then(|| Section::new(title, vec![Block::List(items)]))
    }

    fn study(&mut self, study: &Study) -> Section {
        let blocks: Vec<Block> = vec![
            Line::from((language().phrase.studied)(&study.who))
                .marked(self.marks.of_rules(self.rules, &study.cites))
                .into(),
            (language().phrase.how_long)(&study.how_long).into(),
            (language().phrase.limits)(&study.limits).into(),
            Block::Key,
        ];
        let outcomes = study.outcomes.iter().map(|outcome| self.outcome(outcome)).collect();
        Section::new(study.title.as_str(), blocks).with_parts(outcomes)
    }

    fn outcome(&mut self, outcome: &StudyOutcome) -> Section {
        let marks = self.marks.of_rules(self.rules, &outcome.cites);
        let heading = Line::new(Tone::Strong, outcome.title.as_str()).marked(marks);
        let people = outcome.counts.iter().map(|count| {
            let (had, had_not) = per_thousand(count.events, count.people);
            Block::People {
                said: (language().phrase.of_thousand)(&count.group, had, &outcome.said, had_not).into(),
                had,
            }
        });
        Section::new(heading, people.collect())
    }

    fn sources(&self) -> Section {
        Section::new(language().heading.sources, vec![self.marks.list(self.rules.sources())])
    }
}

fn disagreement_of(cites: &[Citation]) -> Option<String> {
    disagreement(cites.iter().flat_map(|cite| &cite.disagrees))
}

/// How many of 1,000 people had the event, rounded to whole people, and how many had not.
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
