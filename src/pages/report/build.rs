//! Makes a report from answers.

use jiff::civil::Date;

use super::Report;
use super::parts::{AdviceInfo, CautionInfo, LevelInfo, SymptomInfo, Tried, UrgentInfo};
use super::printed::{Ask, Because, Items, Signs, Tell, ToDo, cites, disagreements};
use crate::answers::Answers;
use crate::evaluate::{Evaluation, Finding, Situation, SymptomFinding, Verdict, is_yes};
use crate::model::{
    Advice, Answer, Caution, Condition, CoveredBy, Item, ItemIndex, Level, Now, Reported, RuleSet, State, Statement,
    Truth,
};
use crate::pages::provenance::date_warning;
use crate::text::language;

impl<'r> Report<'r> {
    /// The report on one person's answers on one day.
    pub fn new(answers: &Answers<'r>, date: Date) -> Self {
        let (rules, situation) = (answers.rules(), Situation::new(answers));
        let evaluation = Evaluation::new(&situation);
        let builder = Builder { rules, situation: &situation };
        Self {
            answers: answers.clone(),
            date,
            is_example: false,
            card: None,
            whose: answers.whose,
            date_warning: date_warning(rules.header(), date),
            now: evaluation.urgent.as_ref().map(|(now, _)| *now),
            urgent: evaluation.urgent.as_ref().map(|urgent| builder.urgent(urgent)),
            always: builder.shown(rules.always()),
            levels: Level::ALL.map(|level| LevelInfo::new(rules, level, &situation)).to_vec(),
            cautions: builder.cautions(&evaluation.findings),
            not_sure: builder.items(|item| situation.answer(item.index) == Answer::NotSure),
            other_not_sure: builder.other_not_sure(&evaluation.findings),
            warning_symptoms: builder.symptoms(&evaluation.symptoms),
            monitoring: builder.shown(rules.monitoring()),
            alternatives: builder.shown(rules.alternatives()),
            tried: builder.tried(),
            unanswered: builder.items(|item| situation.answer(item.index) == Answer::Unanswered),
            not_asked_about: builder.not_asked_about(),
            situation,
        }
    }

    pub(in crate::pages) fn rules(&self) -> &'r RuleSet {
        self.situation.rules()
    }
}

struct Builder<'r, 's> {
    rules: &'r RuleSet,
    situation: &'s Situation<'r>,
}

impl<'r> Builder<'r, '_> {
    fn urgent(&self, (now, items): &(Now, Vec<ItemIndex>)) -> UrgentInfo<'r> {
        let tell = (language().safety.urgent_now)(*now).to_vec();
        UrgentInfo { level: now.level(), because: self.because(items), tell }
    }

    fn cautions(&self, findings: &[Finding<'r>]) -> Vec<CautionInfo<'r>> {
        let mut findings: Vec<&Finding<'r>> = findings.iter().collect();
        findings.sort_by_cached_key(|finding| (finding.verdict.state, finding.caution.place_in_report()));
        findings.into_iter().map(|finding| self.caution(finding)).collect()
    }

    fn caution(&self, Finding { caution, verdict }: &Finding<'r>) -> CautionInfo<'r> {
        let is_told = matches!(verdict.state, State::Applies | State::NotSure);
        let shown: Vec<&Statement> =
            caution.statements().filter(|one| self.may_concern(one.show_when.as_ref())).collect();
        let citations = || {
            let all = caution.cites.iter().chain(shown.iter().flat_map(|one| &one.cites));
            all.filter(|_| is_told)
        };
        CautionInfo {
            id: &caution.id,
            topic: &self.rules[caution.topic].id,
            title: &caution.title,
            state: verdict.state,
            level: caution.level,
            same_day: verdict.same_day,
            tell: if is_told { self.tell(caution, verdict.state) } else { Tell::default() },
            ask: if is_told { self.ask(caution, verdict) } else { Vec::new() },
            because: self.because(&verdict.because),
            settled_by: Items::new(self.rules, verdict.settled_by.iter().copied()),
            also_not_sure: Items::new(self.rules, verdict.also_not_sure.iter().copied()),
            cites: cites(self.rules, citations()),
            disagrees: disagreements(self.rules, citations()),
        }
    }

    /// What is not known cannot be said to the doctor as a fact: after an answer *not sure* the notes come first.
    fn ask(&self, caution: &'r Caution, verdict: &Verdict) -> Vec<Ask<'r>> {
        let is_not_sure = |item: &ItemIndex| self.situation.answer(*item) == Answer::NotSure;
        if verdict.state == State::NotSure && verdict.because.iter().any(is_not_sure) {
            return vec![Ask::CheckNotes(caution)];
        }
        caution.ask.iter().map(|ask| Ask::Question(ask)).collect()
    }

    fn tell(&self, caution: &'r Caution, state: State) -> Tell<'r> {
        let [now, first, details] = [&caution.now, &caution.first, &caution.details].map(|list| self.details(list));
        let when_not_sure = (state == State::NotSure).then_some(&caution.when_not_sure);
        let all = now.iter().chain(&first).map(|one| &one.tell).chain([&caution.tell]);
        let all = all.chain(details.iter().map(|one| &one.tell)).chain(when_not_sure);
        let certain = first.iter().filter(|one| self.certainly_concerns(one.show_when.as_ref()));
        let certain = certain.map(|one| &one.tell).chain([&caution.tell]);
        Tell {
            all: all.flatten().map(String::as_str).collect(),
            now: now.iter().flat_map(|one| &one.tell).map(String::as_str).collect(),
            first: certain.flatten().map(String::as_str).collect(),
            when_not_sure: &caution.when_not_sure,
        }
    }

    fn symptoms(&self, findings: &[SymptomFinding<'r>]) -> Vec<SymptomInfo<'r>> {
        let mut findings: Vec<&SymptomFinding<'r>> = findings.iter().filter(|one| one.shown).collect();
        findings.sort_by_key(|finding| {
            let symptom = finding.symptom;
            let is_reported = matches!(reported(finding.reported), Some(Reported::Yes | Reported::NotSure));
            (symptom.urgency, !is_reported, !finding.watch_more, symptom.topic, &symptom.id)
        });
        findings.into_iter().map(|finding| self.symptom(finding)).collect()
    }

    fn symptom(&self, finding: &SymptomFinding<'r>) -> SymptomInfo<'r> {
        let symptom = finding.symptom;
        let details = self.details(&symptom.details);
        let citations = || symptom.cites.iter().chain(details.iter().flat_map(|detail| &detail.cites));
        let more = [&symptom.tell].into_iter().chain(details.iter().map(|detail| &detail.tell));
        SymptomInfo {
            id: &symptom.id,
            topic: &self.rules[symptom.topic].id,
            urgency: symptom.urgency,
            title: &symptom.title,
            signs: Signs { list: &symptom.signs, brief: &symptom.brief },
            tell: ToDo { urgency: symptom.urgency, more: more.flatten().map(String::as_str).collect() },
            watch_more: finding.watch_more,
            because: self.because(&finding.because),
            reported: reported(finding.reported),
            cites: cites(self.rules, citations()),
            disagrees: disagreements(self.rules, citations()),
        }
    }

    /// The details that are not definitely about others.
    fn details(&self, details: &'r [Statement]) -> Vec<&'r Statement> {
        details.iter().filter(|detail| self.may_concern(detail.show_when.as_ref())).collect()
    }

    /// Whether sentences are shown: always, unless their condition is definitely false.
    fn may_concern(&self, show_when: Option<&Condition>) -> bool {
        show_when.is_none_or(|condition| condition.evaluate(self.situation) != Truth::False)
    }

    fn certainly_concerns(&self, show_when: Option<&Condition>) -> bool {
        show_when.is_none_or(|condition| condition.evaluate(self.situation) == Truth::True)
    }

    fn shown(&self, advice: &'r [Advice]) -> Vec<AdviceInfo<'r>> {
        let shown = advice.iter().filter(|advice| self.may_concern(advice.statement.show_when.as_ref()));
        let info = |Advice { id, title, statement, topic: _, in_list: _ }: &'r Advice| AdviceInfo {
            id,
            title,
            tell: &statement.tell,
            cites: cites(self.rules, &statement.cites),
            disagrees: disagreements(self.rules, &statement.cites),
        };
        shown.map(info).collect()
    }

    fn not_asked_about(&self) -> Vec<AdviceInfo<'r>> {
        let printed = self.rules.coverage().iter().filter_map(|coverage| match &coverage.by {
            CoveredBy::Printed { show_when, tell } => self.may_concern(show_when.as_ref()).then(|| AdviceInfo {
                id: &coverage.id,
                title: &coverage.title,
                tell,
                cites: cites(self.rules, &coverage.cites),
                disagrees: disagreements(self.rules, &coverage.cites),
            }),
            CoveredBy::Questions(_) => None,
        });
        printed.collect()
    }

    /// The items answered *not sure* that no caution, warning symptom or earlier treatment mentions.
    fn other_not_sure(&self, findings: &[Finding<'_>]) -> Items<'r> {
        let of_cautions = findings.iter().flat_map(|finding| {
            let Verdict { because, settled_by, also_not_sure, .. } = &finding.verdict;
            because.iter().chain(settled_by).chain(also_not_sure).copied()
        });
        let of_symptoms = self.rules.warning_symptoms().iter().filter_map(|symptom| symptom.reported_by);
        let named: Vec<ItemIndex> =
            of_cautions.chain(of_symptoms).chain(self.items_tried().map(|item| item.index)).collect();
        self.items(|item| self.situation.answer(item.index) == Answer::NotSure && !named.contains(&item.index))
    }

    fn items(&self, is_meant: impl Fn(&Item) -> bool) -> Items<'r> {
        Items::new(self.rules, self.rules.items().filter(|item| is_meant(item)).map(|item| item.index))
    }

    fn because(&self, items: &[ItemIndex]) -> Vec<Because<'r>> {
        items.iter().filter_map(|item| self.reason(&self.rules[*item])).collect()
    }

    fn reason(&self, item: &'r Item) -> Option<Because<'r>> {
        Because::new(item, self.situation.answer(item.index))
    }

    fn items_tried(&self) -> impl Iterator<Item = &'r Item> {
        self.rules.questions().iter().filter(|question| question.tried).flat_map(|question| &question.items)
    }

    fn tried(&self) -> Vec<Tried<'r>> {
        let reasons = self.items_tried().filter_map(|item| self.reason(item));
        let tried =
            |tried: Because<'r>| Tried { question: &tried.item.reference, answer: tried.answer, text: tried.said() };
        reasons.map(tried).collect()
    }
}

fn reported(answer: Answer) -> Option<Reported> {
    match answer {
        Answer::Chosen(_) if is_yes(answer) => Some(Reported::Yes),
        Answer::Chosen(_) => Some(Reported::No),
        Answer::NotSure => Some(Reported::NotSure),
        Answer::Unanswered | Answer::LeftOut => None,
    }
}
