//! Makes the explanation of a caution.

use super::{Detail, Explanation, Named, OneOf, Outcome, Part, PartPair, Said};
use crate::analysis::{AnswerSet, Pair, pairs, smallest_sets};
use crate::answers::Answers;
use crate::evaluate::{Evaluation, Situation, Verdict};
use crate::model::{
    Answer, Caution, Citation, Condition, Heading, ItemIndex, OptionIndex, OptionMask, RuleSet, State, Statement,
};
use crate::pages::condition::{Words, answered};
use crate::pages::report::{Because, LevelInfo, heading, rule_set_info};

impl<'r> Explanation<'r> {
    /// Explains a caution, and its state for `answers` if there are any.
    pub fn new(rules: &'r RuleSet, caution: &'r Caution, answers: Option<&Answers<'_>>) -> Self {
        let words = |condition: &Option<Condition>| condition.as_ref().map(|when| Words::new(rules, when));
        let detail = |Statement { show_when, tell, cites: _, note: _ }: &'r Statement| Detail {
            show_when: words(show_when),
            tell,
        };
        let (outcome, heading) = answers.map(|answers| outcome(rules, caution, answers)).unzip();
        let sets = smallest_sets(&caution.applies_when);
        Self {
            schema_version: 2,
            rule_set: rule_set_info(rules.header()),
            id: &caution.id,
            topic: &rules[caution.topic].id,
            topic_title: &rules[caution.topic].title,
            title: &caution.title,
            level: caution.level,
            applies_when: Words::new(rules, &caution.applies_when),
            left_open_by: left_open_by(rules, caution, sets.as_deref()),
            open_when: words(&caution.open_when),
            same_day_when: words(&caution.same_day_when),
            parts: parts(rules, caution, sets.as_deref().unwrap_or(&[])),
            raised_by: sets.map(|sets| sets.iter().map(|set| one_of(rules, set)).collect()),
            tell: &caution.tell,
            details: caution.statements().map(detail).collect(),
            ask: &caution.ask,
            when_not_sure: &caution.when_not_sure,
            sources: sources(rules, caution, heading.flatten()),
            answers: outcome,
        }
    }
}

fn named(rules: &RuleSet, item: ItemIndex) -> Named<'_> {
    let item = &rules[item];
    Named { question: &item.reference, title: &item.title }
}

fn one_of<'r>(rules: &'r RuleSet, set: &AnswerSet) -> Vec<OneOf<'r>> {
    let one = |(item, options): (&ItemIndex, &OptionMask)| OneOf {
        question: &rules[*item].reference,
        is: rules[*item].options_in(*options).map(|option| &option.id).collect(),
        said: answered(rules, *item, *options),
    };
    set.iter().map(one).collect()
}

/// The items in the smallest sets of answers. Where those are too many to list, every item that the caution reads.
fn left_open_by<'r>(rules: &'r RuleSet, caution: &Caution, sets: Option<&[AnswerSet]>) -> Vec<Named<'r>> {
    let mut items: Vec<ItemIndex> = match sets {
        Some(sets) => sets.iter().flat_map(AnswerSet::keys).copied().collect(),
        None => caution.applies_when.leaves().iter().map(|leaf| leaf.item).collect(),
    };
    items.sort_unstable();
    items.dedup();
    items.into_iter().map(|item| named(rules, item)).collect()
}

fn parts<'r>(rules: &'r RuleSet, caution: &Caution, sets: &[AnswerSet]) -> Vec<Part<'r>> {
    let part = |(part, pair): (&Condition, Option<Pair>)| Part {
        text: Words::new(rules, part).text,
        pair: pair.and_then(|pair| part_pair(rules, &pair)),
    };
    pairs(rules, caution, sets).into_iter().map(part).collect()
}

fn part_pair<'r>(rules: &'r RuleSet, pair: &Pair) -> Option<PartPair<'r>> {
    let chosen = |item: ItemIndex, option: OptionIndex| Because::new(&rules[item], Answer::Chosen(option));
    let all = |answers: &[(ItemIndex, OptionIndex)]| {
        answers.iter().filter_map(|(item, option)| chosen(*item, *option)).collect()
    };
    Some(PartPair {
        applies: chosen(pair.item, pair.applies)?,
        no_match: chosen(pair.item, pair.no_match)?,
        with: all(&pair.with),
        others: all(&pair.others),
    })
}

/// What the sources of a caution, its details and its heading say, each passage once.
fn sources<'r>(rules: &'r RuleSet, caution: &'r Caution, heading: Option<&'r Heading>) -> Vec<Said<'r>> {
    let said = |cite: &'r Citation| {
        let (source, passage) = (&rules[cite.source], rules.passage(cite));
        Said {
            source: &source.id,
            title: &source.title,
            publisher: &source.publisher,
            date: &source.date,
            read: source.read,
            section: passage.section.as_deref(),
            says: &passage.says,
            disagrees: &cite.disagrees,
        }
    };
    let cites = caution.cites.iter().chain(caution.statements().flat_map(|statement| &statement.cites));
    let mut sources: Vec<Said<'r>> = Vec::new();
    for said in cites.chain(heading.iter().flat_map(|heading| &heading.cites)).map(said) {
        if !sources.contains(&said) {
            sources.push(said);
        }
    }
    sources
}

/// The result of the answers for a caution, and the heading of the rules over it.
fn outcome<'r>(rules: &'r RuleSet, caution: &Caution, answers: &Answers<'_>) -> (Outcome<'r>, Option<&'r Heading>) {
    let situation = Situation::new(answers);
    let Verdict { state, because, settled_by, also_not_sure, same_day } = Verdict::of(caution, &situation);
    let is_headed = state == State::Applies && !same_day;
    let heading = if is_headed { heading(rules, caution.level, &situation) } else { None };
    let named = |items: Vec<ItemIndex>| items.into_iter().map(|item| named(rules, item)).collect();
    let because = because.into_iter().filter_map(|item| Because::new(&rules[item], situation.answer(item)));
    let outcome = Outcome {
        state,
        same_day,
        now: Evaluation::new(&situation).urgent.map(|(now, _)| now),
        heading: is_headed.then(|| LevelInfo::under(rules, caution.level, heading)),
        because: because.collect(),
        settled_by: named(settled_by),
        also_not_sure: named(also_not_sure),
    };
    (outcome, heading)
}
