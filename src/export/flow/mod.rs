//! The flow of a topic: which questions lead over which named conditions to its cautions and warning symptoms, as a
//! picture and in words.

mod layout;
mod picture;

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use crate::model::{Condition, NamedCondition, Question, QuestionIndex, RuleSet, Topic, TopicIndex};
use crate::render::html::Text;
use crate::text::language;

/// What a box in the picture stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Question,
    Condition,
    Caution,
    Symptom,
}

/// A box in the picture.
#[derive(Clone, Debug)]
struct Node<'r> {
    kind: Kind,
    id: &'r str,
    title: &'r str,
    /// The title of the topic of a question from elsewhere.
    from: Option<&'r str>,
    /// From left to right: questions, named conditions after those that they hold, cautions and symptoms.
    column: usize,
    /// The boxes that it reads.
    reads: Vec<usize>,
}

/// What leads to what, in one topic.
#[derive(Clone, Debug)]
struct Flow<'r> {
    topic: &'r Topic,
    nodes: Vec<Node<'r>>,
}

/// What conditions name directly.
#[derive(Debug, Default)]
struct Named<'r> {
    questions: BTreeSet<QuestionIndex>,
    /// By id.
    conditions: BTreeMap<&'r str, &'r NamedCondition>,
}

impl<'r> Named<'r> {
    fn of(rules: &RuleSet, conditions: impl IntoIterator<Item = &'r Condition>) -> Self {
        let mut named = Self::default();
        conditions.into_iter().for_each(|condition| named.add(rules, condition));
        named
    }

    fn add(&mut self, rules: &RuleSet, condition: &'r Condition) {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| self.add(rules, part)),
            Condition::Answered(leaf) => {
                self.questions.insert(rules.question_of(leaf.item).index);
            }
            Condition::AnyItem { group, leaves: _ } => {
                self.questions.insert(*group);
            }
            Condition::Holds(held) => {
                self.conditions.insert(held.id.as_str(), held);
            }
        }
    }
}

/// A caution or a warning symptom of a topic, with what it reads.
struct End<'r> {
    kind: Kind,
    id: &'r str,
    title: &'r str,
    named: Named<'r>,
}

impl<'r> Flow<'r> {
    fn new(rules: &'r RuleSet, topic: &'r Topic) -> Self {
        let ends = ends(rules, topic.index);
        let own = rules.questions().iter().filter(|question| question.topic == topic.index);
        let mut asked: BTreeSet<QuestionIndex> = own.map(|question| question.index).collect();
        let mut held: BTreeMap<&str, &NamedCondition> = BTreeMap::new();
        for end in &ends {
            asked.extend(&end.named.questions);
            held.extend(&end.named.conditions);
        }
        // What is read can itself read more, until nothing new comes.
        loop {
            let when = asked.iter().filter_map(|question| rules[*question].ask_when.as_ref());
            let named = Named::of(rules, when.chain(held.values().map(|named| &named.when)));
            let before = (asked.len(), held.len());
            asked.extend(named.questions);
            held.extend(named.conditions);
            if before == (asked.len(), held.len()) {
                break;
            }
        }
        let mut conditions: Vec<&NamedCondition> = held.into_values().collect();
        let order = |id: &str| rules.conditions().position(|known| known.id == *id);
        conditions.sort_by_key(|named| (column(named), order(named.id.as_str())));
        Self { topic, nodes: nodes(rules, topic.index, &asked, &conditions, ends) }
    }
}

/// The column of a named condition: after all that it holds.
fn column(named: &NamedCondition) -> usize {
    1 + deepest(&named.when)
}

fn deepest(condition: &Condition) -> usize {
    match condition {
        Condition::Holds(named) => column(named),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().map(deepest).max().unwrap_or(0),
        Condition::Answered(_) | Condition::AnyItem { .. } => 0,
    }
}

fn ends(rules: &RuleSet, topic: TopicIndex) -> Vec<End<'_>> {
    let cautions = rules.cautions().iter().filter(|caution| caution.topic == topic).map(|caution| End {
        kind: Kind::Caution,
        id: caution.id.as_str(),
        title: &caution.title,
        named: Named::of(rules, caution.conditions().chain(&caution.same_day_when)),
    });
    let symptoms = rules.warning_symptoms().iter().filter(|symptom| symptom.topic == topic).map(|symptom| {
        let mut named = Named::of(rules, [&symptom.watch_more_when].into_iter().chain(&symptom.show_when));
        named.questions.extend(symptom.reported_by.map(|item| rules.question_of(item).index));
        End { kind: Kind::Symptom, id: symptom.id.as_str(), title: &symptom.title, named }
    });
    cautions.chain(symptoms).collect()
}

fn nodes<'r>(
    rules: &'r RuleSet,
    topic: TopicIndex,
    asked: &BTreeSet<QuestionIndex>,
    conditions: &[&'r NamedCondition],
    ends: Vec<End<'r>>,
) -> Vec<Node<'r>> {
    // The places of the boxes: questions, then named conditions, then the ends.
    let reads = |named: &Named<'_>| -> Vec<usize> {
        let of_questions = asked.iter().enumerate().filter(|(_, question)| named.questions.contains(question));
        let of_conditions = conditions.iter().enumerate();
        let of_conditions = of_conditions.filter(|(_, held)| named.conditions.contains_key(held.id.as_str()));
        let of_conditions = of_conditions.map(|(place, _)| asked.len() + place);
        of_questions.map(|(place, _)| place).chain(of_conditions).collect()
    };
    let question = |question: &'r Question| Node {
        kind: Kind::Question,
        id: question.id.as_str(),
        title: &question.title,
        from: (question.topic != topic).then(|| rules[question.topic].title.as_str()),
        column: 0,
        reads: reads(&Named::of(rules, &question.ask_when)),
    };
    let condition = |named: &&'r NamedCondition| Node {
        kind: Kind::Condition,
        id: named.id.as_str(),
        title: &named.title,
        from: None,
        column: column(named),
        reads: reads(&Named::of(rules, [&named.when])),
    };
    let last = 1 + conditions.iter().map(|named| column(named)).max().unwrap_or(0);
    let end = |End { kind, id, title, named }: End<'r>| Node {
        kind,
        id,
        title,
        from: None,
        column: last,
        reads: reads(&named),
    };
    let questions = asked.iter().map(|place| question(&rules[*place]));
    questions.chain(conditions.iter().map(condition)).chain(ends.into_iter().map(end)).collect()
}

/// The flow of a topic as a picture, and the same in words. `None` if the topic asks and raises nothing.
pub(super) fn of_topic(rules: &RuleSet, topic: &Topic) -> Option<Markup> {
    let flow = Flow::new(rules, topic);
    let texts = &language().review.flow;
    (!flow.nodes.is_empty()).then(|| {
        html! {
            figure {
                div.flow tabindex="0" role="region" aria-label=(Text(&(texts.scrolls)(&topic.title))) {
                    (picture::svg(&flow))
                }
                figcaption {
                    p { (texts.key) }
                    (texts.in_words) ":"
                    ul { @for node in &flow.nodes { li { (Text(&said(&flow, node))) } } }
                }
            }
        }
    })
}

/// A box and what it reads, in words.
fn said(flow: &Flow<'_>, node: &Node<'_>) -> String {
    let texts = &language().review.flow;
    let read = node.reads.iter().filter_map(|place| flow.nodes.get(*place));
    let names: Vec<String> = read.map(|read| format!("{} {}", word(read.kind), read.id)).collect();
    let what = match (node.kind, names.is_empty()) {
        (Kind::Question, true) => texts.always_asked.to_owned(),
        (Kind::Question, false) => (texts.asked_by)(&names),
        (Kind::Condition | Kind::Caution | Kind::Symptom, _) => (texts.reads)(&names),
    };
    let from = node.from.map_or_else(String::new, |topic| format!(", {}", (texts.of_topic)(topic)));
    format!("{} {} ({}){from}: {what}", word(node.kind), node.id, node.title)
}

fn word(kind: Kind) -> &'static str {
    let texts = &language().review.flow;
    match kind {
        Kind::Question => texts.question,
        Kind::Condition => texts.condition,
        Kind::Caution => texts.caution,
        Kind::Symptom => texts.symptom,
    }
}
