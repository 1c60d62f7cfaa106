//! From a caution to its explanation.

use super::{Detail, Explanation, Named, OneOf, Outcome, Part, PartPair, Said, Words};
use crate::analysis::{AnswerSet, Pair, pairs, smallest_sets};
use crate::answers::Answers;
use crate::evaluate::Situation;
use crate::evaluate::{Evaluation, Verdict};
use crate::model::Answer;
use crate::model::OptionMask;
use crate::model::{AnswerOption, Caution, Citation, Condition, ItemIndex, OptionIndex, RuleSet, State, Statement};
use crate::pages::report::{Because, LevelInfo, heading, rule_set_info};
use crate::text::language;

impl<'r> Explanation<'r> {
    /// A caution of a rule set explained, and what some answers did to it.
    pub fn new(rules: &'r RuleSet, caution: &Caution, answers: Option<&Answers<'_>>) -> Self {
        let sets = smallest_sets(&caution.applies_when);
        let explainer = Explainer { rules };
        let detail = |detail: &Statement| Detail {
            show_when: detail.show_when.as_ref().map(|condition| explainer.words(condition)),
            tell: detail.tell.clone(),
        };
        let situation = answers.map(Situation::new);
        let outcome = situation.as_ref().map(|situation| explainer.outcome(caution, situation));
        let is_headed = outcome.as_ref().is_some_and(|outcome| outcome.heading.is_some());
        let heading = situation.filter(|_| is_headed).and_then(|situation| heading(rules, caution.level, &situation));
        let cites = caution.cites.iter().chain(caution.details.iter().flat_map(|detail| &detail.cites));
        let cites = cites.chain(heading.iter().flat_map(|heading| &heading.cites));
        Self {
            schema_version: 2,
            rule_set: rule_set_info(rules.header()),
            id: caution.id.to_string(),
            topic: rules[caution.topic].id.to_string(),
            topic_title: rules[caution.topic].title.clone(),
            title: caution.title.clone(),
            level: caution.level.number(),
            applies_when: explainer.words(&caution.applies_when),
            left_open_by: explainer.left_open_by(caution, sets.as_deref()),
            open_when: caution.open_when.as_ref().map(|condition| explainer.words(condition)),
            same_day_when: caution.same_day_when.as_ref().map(|condition| explainer.words(condition)),
            parts: explainer.parts(caution, sets.as_deref().unwrap_or(&[])),
            raised_by: sets.map(|sets| sets.iter().map(|set| explainer.set(set)).collect()),
            tell: caution.tell.clone(),
            details: caution.details.iter().map(detail).collect(),
            ask: caution.ask.clone(),
            when_not_sure: caution.when_not_sure.clone(),
            sources: explainer.sources(cites),
            answers: outcome,
        }
    }
}

/// A condition in one sentence: `Medicine: "Tofacitinib (Xeljanz)" and Illness: "Ulcerative colitis"`.
pub fn sentence(rules: &RuleSet, condition: &Condition) -> String {
    let joined = |parts: &[Condition], word: &str| {
        let part = |part: &Condition| match part {
            Condition::All(parts) | Condition::Any(parts) if parts.len() > 1 => {
                (language().explanation.in_brackets)(&sentence(rules, part))
            }
            // Its options are joined with *or* as well.
            Condition::Answered(leaf) if leaf.options.len() > 1 => {
                (language().explanation.in_brackets)(&sentence(rules, part))
            }
            Condition::All(_)
            | Condition::Any(_)
            | Condition::Answered(_)
            | Condition::AnyItem { .. }
            | Condition::Holds(_) => sentence(rules, part),
        };
        parts.iter().map(part).collect::<Vec<String>>().join(word)
    };
    match condition {
        Condition::All(parts) => joined(parts, language().explanation.and),
        Condition::Any(parts) => joined(parts, language().explanation.or),
        Condition::Holds(named) => {
            format!("{} {}", named.title, (language().explanation.in_brackets)(&sentence(rules, &named.when)))
        }
        Condition::Answered(_) | Condition::AnyItem { .. } => Explainer { rules }.words(condition).text,
    }
}

struct Explainer<'r> {
    rules: &'r RuleSet,
}

impl<'r> Explainer<'r> {
    fn words(&self, condition: &Condition) -> Words {
        let (text, parts): (String, &[Condition]) = match condition {
            Condition::All(parts) => (language().explanation.all.to_owned(), parts),
            Condition::Any(parts) => (language().explanation.any.to_owned(), parts),
            Condition::Answered(leaf) => (self.said(leaf.item, leaf.options), &[]),
            Condition::AnyItem { group, leaves: _ } => {
                ((language().explanation.any_of)(&self.rules[*group].title), &[])
            }
            Condition::Holds(named) => {
                ((language().explanation.holds)(&named.title), std::slice::from_ref(&named.when))
            }
        };
        Words { text, parts: parts.iter().map(|part| self.words(part)).collect() }
    }

    fn options(&self, item: ItemIndex, options: OptionMask) -> Vec<&'r AnswerOption> {
        let all = self.rules[item].options.iter().enumerate();
        all.filter(|(index, _)| options.has(*index)).map(|(_, option)| option).collect()
    }

    fn said(&self, item: ItemIndex, options: OptionMask) -> String {
        let labels: Vec<&str> = self.options(item, options).iter().map(|option| option.label.as_str()).collect();
        (language().explanation.answered)(&self.named(item).title, &labels)
    }

    fn named(&self, item: ItemIndex) -> Named {
        let item = &self.rules[item];
        Named { question: item.reference.clone(), title: item.title.clone() }
    }

    fn set(&self, set: &AnswerSet) -> Vec<OneOf> {
        set.iter()
            .map(|(item, options)| OneOf {
                question: self.named(*item).question,
                is: self.options(*item, *options).iter().map(|option| option.id.to_string()).collect(),
                said: self.said(*item, *options),
            })
            .collect()
    }

    /// Everything that stands in a smallest set counts. Where those are too many, everything that is read may.
    fn left_open_by(&self, caution: &Caution, sets: Option<&[AnswerSet]>) -> Vec<Named> {
        let read = || caution.applies_when.leaves().into_iter().map(|leaf| leaf.item).collect::<Vec<ItemIndex>>();
        let mut items = sets.map_or_else(read, |sets| sets.iter().flat_map(AnswerSet::keys).copied().collect());
        items.sort_unstable();
        items.dedup();
        items.into_iter().map(|item| self.named(item)).collect()
    }

    fn parts(&self, caution: &Caution, sets: &[AnswerSet]) -> Vec<Part<'r>> {
        let part = |(part, pair): (&Condition, Option<Pair>)| Part {
            text: self.words(part).text,
            pair: pair.and_then(|pair| self.pair(&pair)),
        };
        pairs(self.rules, caution, sets).into_iter().map(part).collect()
    }

    fn pair(&self, pair: &Pair) -> Option<PartPair<'r>> {
        let all = |answers: &[(ItemIndex, OptionIndex)]| {
            answers.iter().filter_map(|(item, option)| self.because(*item, Answer::Chosen(*option))).collect()
        };
        let one = |option| self.because(pair.item, Answer::Chosen(option));
        Some(PartPair {
            applies: one(pair.applies)?,
            no_match: one(pair.no_match)?,
            with: all(&pair.with),
            others: all(&pair.others),
        })
    }

    fn because(&self, item: ItemIndex, answer: Answer) -> Option<Because<'r>> {
        Because::new(&self.rules[item], answer)
    }

    fn sources<'c>(&self, cites: impl Iterator<Item = &'c Citation>) -> Vec<Said> {
        let said = |cite: &Citation| {
            let source = &self.rules[cite.source];
            Said {
                source: source.id.to_string(),
                title: source.title.clone(),
                publisher: source.publisher.clone(),
                date: source.date.clone(),
                read: source.read,
                section: cite.section.clone(),
                says: cite.says.clone(),
                disagrees: cite.disagrees.clone(),
            }
        };
        let mut sources: Vec<Said> = Vec::new();
        for said in cites.map(said) {
            if !sources.contains(&said) {
                sources.push(said);
            }
        }
        sources
    }

    fn outcome(&self, caution: &Caution, situation: &Situation<'_>) -> Outcome<'r> {
        let Verdict { state, because, settled_by, also_not_sure, same_day } = Verdict::of(caution, situation);
        let heading =
            (state == State::Applies && !same_day).then(|| LevelInfo::new(self.rules, caution.level, situation));
        let because = because.into_iter().filter_map(|item| self.because(item, situation.answer(item)));
        let named = |items: Vec<ItemIndex>| items.into_iter().map(|item| self.named(item)).collect();
        let (settled_by, also_not_sure) = (named(settled_by), named(also_not_sure));
        let now = Evaluation::new(situation).urgent.map(|(now, _)| now);
        Outcome { state, same_day, now, heading, because: because.collect(), settled_by, also_not_sure }
    }
}
