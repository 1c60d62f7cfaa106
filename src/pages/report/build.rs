//! From an evaluation to a report.

use jiff::civil::Date;

use super::{
    AdviceInfo, Because, CautionInfo, Cite, DoctorQuestion, LevelInfo, Pieces, Program, Report, RuleSetInfo,
    SourceInfo, SymptomInfo, Tried, UrgentInfo,
};
use crate::answers::Answers;
use crate::evaluate::Situation;
use crate::evaluate::{Evaluation, Finding, SymptomFinding, Verdict};
use crate::model::Answer;
use crate::model::Truth;
use crate::model::words::NOT_SURE;
use crate::model::{
    Advice, Citation, Condition, CoveredBy, Header, Item, ItemIndex, Level, Reported, RuleSet, State, Statement,
};
use crate::pages::provenance::{date_warning, review};
use crate::text::language;

impl Report {
    /// The report on one person's answers on one day.
    pub fn new(answers: &Answers<'_>, date: Date) -> Self {
        let (rules, situation) = (answers.rules(), Situation::new(answers));
        Builder { rules, situation }.report(answers, date)
    }

    /// The same report, marked as that of an example person.
    #[must_use]
    pub fn as_example(mut self) -> Self {
        self.example = Some(true);
        self
    }

    /// The same report for a person who answered for somebody else: it says first who is meant by "you".
    #[must_use]
    pub fn for_someone_else(mut self) -> Self {
        self.notice = format!("{} {}", language().asking.you_is_someone, self.notice);
        self.pieces.is_for_someone_else = true;
        self
    }
}

impl Because {
    /// An answer to an item as a reason; nothing where there is no answer.
    pub(crate) fn new(item: &Item, answer: Answer) -> Option<Self> {
        let (answer, label) = match answer {
            Answer::Chosen(option) => {
                let option = item.options.get(option.0)?;
                (option.id.as_str(), option.label.as_str())
            }
            Answer::NotSure => (NOT_SURE, language().safety.not_sure_label),
            Answer::Unanswered | Answer::LeftOut => return None,
        };
        Some(Self {
            question: item.reference.clone(),
            answer: answer.to_owned(),
            said: format!("{}: {}", item.title, label),
        })
    }
}

struct Builder<'r> {
    rules: &'r RuleSet,
    situation: Situation<'r>,
}

impl Builder<'_> {
    fn report(&self, answers: &Answers<'_>, date: Date) -> Report {
        let evaluation = Evaluation::new(&self.situation);
        let header = self.rules.header();
        let warning = date_warning(header, date);
        let always = self.shown(self.rules.always());
        let review = review(header);
        let cautions = self.cautions(&evaluation);
        let warning_symptoms = self.symptoms(&evaluation);
        let other_not_sure = self.other_not_sure(&evaluation);
        let mut report = Report {
            schema_version: 2,
            program: Program { name: env!("CARGO_PKG_NAME").to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
            rule_set: rule_set_info(header),
            id: answers.id.clone(),
            example: None,
            notice: notice(warning.as_deref(), &always, &review),
            urgent: self.urgent(&evaluation),
            questions_for_doctor: questions_for_doctor(&cautions),
            levels: Level::ALL.map(|level| LevelInfo::new(self.rules, level, &self.situation)).to_vec(),
            cautions,
            other_not_sure: self.references(&other_not_sure),
            warning_symptoms,
            monitoring: self.shown(self.rules.monitoring()),
            alternatives: self.shown(self.rules.alternatives()),
            tried: self.tried(),
            unanswered: self.unanswered().map(|item| item.reference.clone()).collect(),
            not_asked_about: self.not_asked_about(),
            sources: Vec::new(),
            pieces: Pieces {
                is_for_someone_else: false,
                now: evaluation.urgent.as_ref().map(|(now, _)| *now),
                warning,
                emergency_signs: self.rules.emergency_signs(),
                always,
                review,
                other_not_sure_titles: self.titles(&|item| other_not_sure.contains(&item.index)),
                not_sure_titles: self.titles(&|item| self.situation.answer(item.index) == Answer::NotSure),
                unanswered_titles: self.titles(&|item| self.situation.answer(item.index) == Answer::Unanswered),
            },
        };
        report.sources = self.sources(&report);
        report
    }

    fn urgent(&self, evaluation: &Evaluation<'_>) -> UrgentInfo {
        let urgent = evaluation.urgent.as_ref();
        let because = urgent.map_or_else(Vec::new, |(_, items)| self.because(items));
        let first = urgent.map_or(&[][..], |(now, _)| (language().safety.urgent_now)(*now));
        let mut tell: Vec<String> = first.iter().map(|sentence| (*sentence).to_owned()).collect();
        tell.push(language().safety.emergency_lead.to_owned());
        tell.extend(self.rules.emergency_signs());
        tell.extend(language().safety.emergency_do.map(str::to_owned));
        UrgentInfo { level: urgent.map(|(now, _)| now.level()), because, tell }
    }

    fn cautions(&self, evaluation: &Evaluation<'_>) -> Vec<CautionInfo> {
        let mut findings: Vec<&Finding<'_>> = evaluation.findings.iter().collect();
        findings.sort_by_cached_key(|finding| (finding.verdict.state, finding.caution.place_in_report()));
        findings.into_iter().map(|finding| self.caution(finding)).collect()
    }

    fn caution(&self, finding: &Finding<'_>) -> CautionInfo {
        let Finding { caution, verdict } = finding;
        let details: Vec<&Statement> = caution.details.iter().filter(|detail| self.is_shown(detail)).collect();
        let mut tell = caution.tell.clone();
        tell.extend(details.iter().flat_map(|detail| detail.tell.clone()));
        if verdict.state == State::NotSure {
            tell.extend(caution.when_not_sure.clone());
        }
        let cites = caution.cites.iter().chain(details.iter().flat_map(|detail| &detail.cites));
        CautionInfo {
            id: caution.id.to_string(),
            topic: self.rules[caution.topic].id.to_string(),
            title: caution.title.clone(),
            state: verdict.state,
            level: caution.level.number(),
            same_day: verdict.same_day,
            tell,
            ask: self.ask(finding),
            because: self.because(&verdict.because),
            settled_by_titles: self.titles(&|item| verdict.settled_by.contains(&item.index)),
            settled_by: self.references(&verdict.settled_by),
            also_not_sure_titles: self.titles(&|item| verdict.also_not_sure.contains(&item.index)),
            also_not_sure: self.references(&verdict.also_not_sure),
            cites: merge(self.rules, cites),
        }
    }

    /// What is not known cannot be said to the doctor as a fact: after an answer *not sure* the notes come first.
    fn ask(&self, finding: &Finding<'_>) -> Vec<String> {
        let Finding { caution, verdict } = finding;
        let is_not_sure = |item: &ItemIndex| self.situation.answer(*item) == Answer::NotSure;
        if verdict.state == State::NotSure && verdict.because.iter().any(is_not_sure) {
            vec![(language().safety.ask_to_check)(&caution.title)]
        } else {
            caution.ask.clone()
        }
    }

    fn symptoms(&self, evaluation: &Evaluation<'_>) -> Vec<SymptomInfo> {
        let mut findings: Vec<&SymptomFinding<'_>> = evaluation.symptoms.iter().filter(|one| one.shown).collect();
        findings.sort_by_key(|finding| {
            let symptom = finding.symptom;
            let is_reported = matches!(reported(finding.reported), Some(Reported::Yes | Reported::NotSure));
            (symptom.urgency, !is_reported, !finding.watch_more, symptom.topic, &symptom.id)
        });
        findings.into_iter().map(|finding| self.symptom(finding)).collect()
    }

    fn symptom(&self, finding: &SymptomFinding<'_>) -> SymptomInfo {
        let symptom = finding.symptom;
        let details: Vec<&Statement> = symptom.details.iter().filter(|detail| self.is_shown(detail)).collect();
        let mut tell = vec![(language().safety.urgency_action)(symptom.urgency).to_owned()];
        tell.extend(symptom.tell.clone());
        tell.extend(details.iter().flat_map(|detail| detail.tell.clone()));
        SymptomInfo {
            id: symptom.id.to_string(),
            topic: self.rules[symptom.topic].id.to_string(),
            urgency: symptom.urgency,
            title: symptom.title.clone(),
            signs: symptom.signs.clone(),
            brief: symptom.brief.clone(),
            tell,
            watch_more: finding.watch_more,
            because: self.because(&finding.because),
            reported: reported(finding.reported),
            cites: merge(self.rules, symptom.cites.iter().chain(details.iter().flat_map(|detail| &detail.cites))),
        }
    }

    /// Sentences are left out only where their condition is definitely false.
    fn is_shown(&self, statement: &Statement) -> bool {
        self.may_concern(statement.show_when.as_ref())
    }

    fn may_concern(&self, show_when: Option<&Condition>) -> bool {
        show_when.is_none_or(|condition| condition.evaluate(&self.situation) != Truth::False)
    }

    fn shown(&self, advice: &[Advice]) -> Vec<AdviceInfo> {
        advice
            .iter()
            .filter(|advice| self.is_shown(&advice.statement))
            .map(|advice| advice_info(self.rules, advice))
            .collect()
    }

    /// The answers *not sure* that nothing names: no caution, no warning symptom, no earlier treatment.
    fn other_not_sure(&self, evaluation: &Evaluation<'_>) -> Vec<ItemIndex> {
        let of_cautions = evaluation.findings.iter().flat_map(|finding| {
            let Verdict { because, settled_by, also_not_sure, .. } = &finding.verdict;
            because.iter().chain(settled_by).chain(also_not_sure).copied()
        });
        let of_symptoms = self.rules.warning_symptoms().iter().filter_map(|symptom| symptom.reported_by);
        let tried = self.rules.questions().iter().filter(|question| question.tried);
        let tried = tried.flat_map(|question| &question.items).map(|item| item.index);
        let named: Vec<ItemIndex> = of_cautions.chain(of_symptoms).chain(tried).collect();
        let is_other =
            |item: &&Item| self.situation.answer(item.index) == Answer::NotSure && !named.contains(&item.index);
        self.rules.items().filter(is_other).map(|item| item.index).collect()
    }

    fn references(&self, items: &[ItemIndex]) -> Vec<String> {
        items.iter().map(|item| self.rules[*item].reference.clone()).collect()
    }

    fn because(&self, items: &[ItemIndex]) -> Vec<Because> {
        items.iter().filter_map(|item| self.reason(&self.rules[*item])).collect()
    }

    fn reason(&self, item: &Item) -> Option<Because> {
        Because::new(item, self.situation.answer(item.index))
    }

    fn tried(&self) -> Vec<Tried> {
        let items =
            self.rules.questions().iter().filter(|question| question.tried).flat_map(|question| &question.items);
        let tried = |Because { question, answer, said }| Tried { question, answer, text: said };
        items.filter_map(|item| self.reason(item)).map(tried).collect()
    }

    fn unanswered(&self) -> impl Iterator<Item = &Item> {
        self.rules.items().filter(|item| self.situation.answer(item.index) == Answer::Unanswered)
    }

    /// Short names of items. A group whose every item is meant is named once, by its own name.
    fn titles(&self, is_meant: &dyn Fn(&Item) -> bool) -> Vec<String> {
        let mut titles = Vec::new();
        for question in self.rules.questions() {
            let meant: Vec<&Item> = question.items.iter().filter(|item| is_meant(item)).collect();
            if meant.len() == question.items.len() {
                titles.push(question.title.clone());
            } else {
                titles.extend(meant.iter().map(|item| item.title.clone()));
            }
        }
        titles
    }

    fn not_asked_about(&self) -> Vec<AdviceInfo> {
        let printed = self.rules.coverage().iter().filter_map(|coverage| match &coverage.by {
            CoveredBy::Printed { show_when, tell } => self.may_concern(show_when.as_ref()).then_some((coverage, tell)),
            CoveredBy::Questions(_) => None,
        });
        let info = |(coverage, tell): (&crate::model::Coverage, &Vec<String>)| AdviceInfo {
            id: coverage.id.to_string(),
            title: coverage.title.clone(),
            tell: tell.clone(),
            cites: merge(self.rules, coverage.cites.iter()),
        };
        printed.map(info).collect()
    }

    fn sources(&self, report: &Report) -> Vec<SourceInfo> {
        let advice = report.monitoring.iter().chain(&report.alternatives).chain(&report.not_asked_about);
        let cites = report
            .pieces
            .always
            .iter()
            .flat_map(|advice| &advice.cites)
            .chain(report.levels.iter().flat_map(|level| &level.cites))
            .chain(report.cautions.iter().flat_map(|caution| &caution.cites))
            .chain(report.warning_symptoms.iter().flat_map(|symptom| &symptom.cites))
            .chain(advice.flat_map(|advice| &advice.cites));
        let mut sources: Vec<SourceInfo> = Vec::new();
        for cite in cites {
            let is_listed = sources.iter().any(|listed| listed.id == cite.source);
            let source = self.rules.sources().iter().find(|source| source.id == *cite.source.as_str());
            if let (false, Some(source)) = (is_listed, source) {
                sources.push(source_info(source));
            }
        }
        sources
    }
}

/// What is printed of a source.
pub(crate) fn source_info(source: &crate::model::Source) -> SourceInfo {
    SourceInfo {
        id: source.id.to_string(),
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        date: source.date.clone(),
        location: source.location.clone(),
        read: source.read,
        address: source.address.clone(),
        official: source.official.clone(),
    }
}

fn advice_info(rules: &RuleSet, advice: &Advice) -> AdviceInfo {
    AdviceInfo {
        id: advice.id.to_string(),
        title: advice.title.clone(),
        tell: advice.statement.tell.clone(),
        cites: merge(rules, advice.statement.cites.iter()),
    }
}

/// Citations, each source and place once.
pub(super) fn merge<'c>(rules: &RuleSet, citations: impl Iterator<Item = &'c Citation>) -> Vec<Cite> {
    let mut cites: Vec<Cite> = Vec::new();
    for citation in citations {
        let cite = Cite {
            source: rules[citation.source].id.to_string(),
            passage: citation.passage.to_string(),
            section: citation.section.clone(),
            disagrees: citation.disagrees.clone(),
        };
        if !cites.contains(&cite) {
            cites.push(cite);
        }
    }
    cites
}

fn reported(answer: Answer) -> Option<Reported> {
    match answer {
        Answer::Chosen(_) if crate::evaluate::is_yes(answer) => Some(Reported::Yes),
        Answer::Chosen(_) => Some(Reported::No),
        Answer::NotSure => Some(Reported::NotSure),
        Answer::Unanswered | Answer::LeftOut => None,
    }
}

/// The questions of every caution that applies or is worth finding out.
fn questions_for_doctor(cautions: &[CautionInfo]) -> Vec<DoctorQuestion> {
    let open_or_applies = cautions.iter().filter(|caution| matches!(caution.state, State::Applies | State::NotSure));
    open_or_applies
        .flat_map(|caution| {
            caution.ask.iter().map(|ask| DoctorQuestion { caution: caution.id.clone(), ask: ask.clone() })
        })
        .collect()
}

fn notice(warning: Option<&str>, always: &[AdviceInfo], review: &[String]) -> String {
    let fixed = [language().safety.main, language().safety.not_a_verdict, language().safety.no_forecast]
        .into_iter()
        .chain(language().safety.keep_taking);
    warning
        .into_iter()
        .chain(fixed)
        .chain(always.iter().flat_map(|advice| &advice.tell).map(String::as_str))
        .chain(review.iter().map(String::as_str))
        .collect::<Vec<&str>>()
        .join(" ")
}

pub(crate) fn rule_set_info(header: &Header) -> RuleSetInfo {
    RuleSetInfo {
        id: header.id.to_string(),
        version: header.version.clone(),
        digest: header.digest.clone(),
        checked_on: header.checked_on.to_string(),
        review_by: header.review_by.to_string(),
        clinically_reviewed: header.clinical_review.is_some(),
        built_in: header.built_in,
    }
}
