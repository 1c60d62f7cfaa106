//! Teaching pages as documents.

use super::{Asked, CautionTaught, CountTaught, Lesson, OutcomeTaught, StudyTaught, SymptomTaught, TopicName, Topics};
use crate::model::{RuleSet, Source};
use crate::pages::marks::{Marks, disagreement};
use crate::pages::report::{AdviceInfo, Disagreement};
use crate::render::document::{Block, Document, Item, Line, Section, Tone};
use crate::text::language;

/// The list of topics. `frame` gives the lines before and after it.
pub fn list(topics: &Topics<'_>, frame: Document) -> Document {
    let topic = |TopicName { id, title }: &TopicName<'_>| Item::of(format!("{id}: {title}"));
    let topics = Block::List(topics.topics.iter().map(topic).collect());
    let blocks = vec![language().phrase.print_topic.into(), Block::Break, topics];
    Document { title: language().heading.topics.to_owned(), sections: vec![Section::untitled(blocks)], ..frame }
}

/// The page of one topic. `sources` are those of the rules; `frame` gives the lines before and after it.
pub fn document(lesson: &Lesson<'_>, sources: &[Source], frame: Document) -> Document {
    let mut page = LessonPage { lesson, marks: Marks::default() };
    let mut sections = vec![Section::untitled(page.about())];
    sections.extend(page.sections());
    sections.push(Section::new(language().heading.sources, vec![page.marks.list(sources)]));
    Document { title: lesson.title.to_owned(), sections, foot: foot(&frame.foot), ..frame }
}

/// All topics in one document. `frame` gives the lines before and after it.
pub fn all(rules: &RuleSet, frame: Document) -> Document {
    let mut marks = Marks::default();
    let mut sections = Vec::new();
    for topic in rules.topics() {
        let lesson = Lesson::new(rules, topic);
        let mut page = LessonPage { lesson: &lesson, marks };
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

struct LessonPage<'l, 'r> {
    lesson: &'l Lesson<'r>,
    marks: Marks,
}

impl LessonPage<'_, '_> {
    fn about(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for taught in &self.lesson.about {
            blocks.push(Line::sentences(taught.tell).marked(self.marks.of(&taught.cites)).into());
            blocks.extend(disagreement_of(&taught.disagrees).map(Block::from));
        }
        blocks
    }

    fn sections(&mut self) -> Vec<Section> {
        let (lesson, heading) = (self.lesson, &language().heading);
        let mut sections: Vec<Section> = Vec::new();
        let questions = lesson.questions.iter().map(|asked| self.question(asked)).collect();
        sections.extend(list_of(heading.what_we_ask, questions));
        let cautions: Vec<Block> = lesson.cautions.iter().map(|caution| self.caution(caution)).collect();
        sections.extend((!cautions.is_empty()).then(|| Section::new(heading.who_should_ask, cautions)));
        let symptoms = lesson.warning_symptoms.iter().map(|symptom| self.symptom(symptom)).collect();
        sections.extend(list_of(heading.what_to_watch, symptoms));
        for (title, advice) in [(heading.monitoring, &lesson.monitoring), (heading.alternatives, &lesson.alternatives)]
        {
            sections.extend(list_of(title, advice.iter().map(|advice| self.advice(advice)).collect()));
        }
        sections.extend(lesson.studies.iter().map(|study| self.study(study)));
        sections
    }

    fn question(&mut self, Asked { id: _, text, items, why, cites }: &Asked<'_>) -> Item {
        let mut lines = vec![Line::from(*text)];
        if !items.is_empty() {
            let items: Vec<&str> = items.iter().map(|item| item.title).collect();
            lines.push(format!("{}.", items.join("; ")).into());
        }
        lines.push(Line::from((language().phrase.why)(why)).marked(self.marks.of(cites)));
        Item { lines, items: Vec::new() }
    }

    fn caution(&mut self, caution: &CautionTaught<'_>) -> Block {
        let CautionTaught { id, title, level, tell, ask, cites, disagrees } = caution;
        let mut lines: Vec<Line> = vec![(language().phrase.how_soon)(*level).into(), Line::sentences(tell)];
        lines.extend(ask.iter().map(|ask| (language().phrase.ask)(ask).into()));
        lines.extend(disagreement_of(disagrees).map(Line::from));
        lines.push(Line::from(language().phrase.sources).marked(self.marks.of(cites)));
        Block::Entry { title: format!("{title} ({id})"), lines }
    }

    fn symptom(&mut self, SymptomTaught { id: _, urgency, title, signs, tell, cites }: &SymptomTaught<'_>) -> Item {
        let signs = Line::from((language().phrase.symptom)(title, false, signs)).marked(self.marks.of(cites));
        let action = (language().safety.urgency_action)(*urgency);
        let tell: Vec<&str> = [action].into_iter().chain(tell.more.iter().copied()).collect();
        Item { lines: vec![signs, Line::sentences(&tell)], items: Vec::new() }
    }

    fn advice(&mut self, AdviceInfo { id: _, title, tell, cites, disagrees }: &AdviceInfo<'_>) -> Item {
        let said = Line::from(format!("{title}: {}", tell.join(" "))).marked(self.marks.of(cites));
        let disagreement = disagreement_of(disagrees).map(Line::from);
        Item { lines: [said].into_iter().chain(disagreement).collect(), items: Vec::new() }
    }

    fn study(&mut self, study: &StudyTaught<'_>) -> Section {
        let StudyTaught { id: _, title, who, how_long, limits, outcomes, cites } = study;
        let blocks: Vec<Block> = vec![
            Line::from((language().phrase.studied)(who)).marked(self.marks.of(cites)).into(),
            (language().phrase.how_long)(how_long).into(),
            (language().phrase.limits)(limits).into(),
            Block::Key,
        ];
        let outcomes = outcomes.iter().map(|outcome| self.outcome(outcome)).collect();
        Section::new(*title, blocks).with_parts(outcomes)
    }

    fn outcome(&mut self, OutcomeTaught { id: _, title, said, counts, cites }: &OutcomeTaught<'_>) -> Section {
        let heading = Line::new(Tone::Strong, *title).marked(self.marks.of(cites));
        let people = counts.iter().map(|CountTaught { group, people, events }| {
            let (had, had_not) = per_thousand(*events, *people);
            Block::People { said: (language().phrase.of_thousand)(group, had, said, had_not).into(), had }
        });
        Section::new(heading, people.collect())
    }
}

/// A section with a list, unless that is empty.
fn list_of(title: &str, items: Vec<Item>) -> Option<Section> {
    (!items.is_empty()).then(|| Section::new(title, vec![Block::List(items)]))
}

fn disagreement_of(disagrees: &[Disagreement<'_>]) -> Option<String> {
    disagreement(disagrees.iter().flat_map(|one| one.tell))
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
