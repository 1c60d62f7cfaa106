//! What differs between two sets of answers, and what that does: cautions, urgency, warning symptoms, each with the answers
//! that make the difference.

use schemars::JsonSchema;
use serde::Serialize;

use crate::answers::{Answer, Answers};
use crate::report::{Because, CautionInfo, Cite, Report, SymptomInfo};
use crate::rules::{Item, RuleSet, State, Urgent};
use crate::wording;

/// Two people, or one person before and after a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Comparison {
    /// Version of this layout: 1.
    pub schema_version: u32,
    /// The answers that differ, in the order of the questionnaire.
    pub answers: Vec<AnswerChange>,
    /// How urgent it is, where that differs.
    pub urgent: Option<UrgentChange>,
    /// The cautions whose state differs: those of the second in report order.
    pub cautions: Vec<CautionChange>,
    /// The warning symptoms that only one of them should watch for more than others.
    pub warning_symptoms: Vec<SymptomChange>,
}

/// An answer that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AnswerChange {
    /// The question, or `group.item`.
    pub question: String,
    /// Its short name.
    pub title: String,
    /// The first one's option, `not_sure`, or null without an answer.
    pub from: Option<String>,
    /// The second one's.
    pub to: Option<String>,
    /// Both in words.
    pub said: String,
}

/// How urgent it is, for the first and the second.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct UrgentChange {
    /// For the first.
    pub from: Option<Urgent>,
    /// For the second.
    pub to: Option<Urgent>,
    /// The answers that differ and make it so.
    pub because: Vec<String>,
}

/// A caution whose state differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CautionChange {
    /// Id of the caution.
    pub id: String,
    /// Its title.
    pub title: String,
    /// State for the first.
    pub from: State,
    /// State for the second.
    pub to: State,
    /// The answers that differ and make the difference, as questions.
    pub because: Vec<String>,
    /// The sources of the caution.
    pub cites: Vec<Cite>,
}

/// A warning symptom that one should watch for more than others, and the other not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SymptomChange {
    /// Id of the symptom.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Whether it is the second who should.
    pub watch_more: bool,
    /// The answers that differ and make the difference, as questions.
    pub because: Vec<String>,
    /// The sources of the symptom.
    pub cites: Vec<Cite>,
}

impl Comparison {
    /// Compares two sets of answers to the same questions, with the reports made of them.
    pub fn new(rules: &RuleSet, first: (&Answers, &Report), second: (&Answers, &Report)) -> Self {
        let ((before, first), (after, second)) = (first, second);
        let answers: Vec<AnswerChange> = rules.items().filter_map(|item| answer_change(item, before, after)).collect();
        let changed: Vec<&str> = answers.iter().map(|change| change.question.as_str()).collect();
        let urgent = (first.urgent.level != second.urgent.level).then(|| UrgentChange {
            from: first.urgent.level,
            to: second.urgent.level,
            because: among(&changed, reasons(&first.urgent.because).chain(reasons(&second.urgent.because))),
        });
        let cautions = second.cautions.iter().filter_map(|caution| {
            let before = first.cautions.iter().find(|known| known.id == caution.id)?;
            (before.state != caution.state).then(|| caution_change(&changed, before, caution))
        });
        let symptoms = second.warning_symptoms.iter().filter_map(|symptom| {
            let before = first.warning_symptoms.iter().find(|known| known.id == symptom.id)?;
            (before.watch_more != symptom.watch_more).then(|| symptom_change(&changed, before, symptom))
        });
        let (cautions, warning_symptoms) = (cautions.collect(), symptoms.collect());
        Self { schema_version: 1, urgent, cautions, warning_symptoms, answers }
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.urgent.is_none() && self.cautions.is_empty() && self.warning_symptoms.is_empty()
    }
}

fn answer_change(item: &Item, before: &Answers, after: &Answers) -> Option<AnswerChange> {
    let (from, to) = (before.answer(item.index), after.answer(item.index));
    (from != to).then(|| AnswerChange {
        question: item.reference.clone(),
        title: item.title.clone(),
        from: option(item, from),
        to: option(item, to),
        said: wording::comparison::answer(&item.title, label(item, from), label(item, to)),
    })
}

fn option(item: &Item, answer: Answer) -> Option<String> {
    match answer {
        Answer::Chosen(option) => item.options.get(option.0).map(|option| option.id.to_string()),
        Answer::NotSure => Some("not_sure".to_owned()),
        Answer::Unanswered | Answer::LeftOut => None,
    }
}

fn label(item: &Item, answer: Answer) -> &str {
    match answer {
        Answer::Chosen(option) => item.options.get(option.0).map_or("", |option| option.label.as_str()),
        Answer::NotSure => wording::NOT_SURE_LABEL,
        Answer::Unanswered | Answer::LeftOut => wording::comparison::NO_ANSWER,
    }
}

fn reasons(because: &[Because]) -> impl Iterator<Item = &str> {
    because.iter().map(|reason| reason.question.as_str())
}

/// Of some questions those whose answers differ, in the order of the questionnaire. Where none is among them, the
/// difference comes by way of what is asked at all, and all of them are named.
fn among<'q>(changed: &[&'q str], named: impl Iterator<Item = &'q str>) -> Vec<String> {
    let named: Vec<&str> = named.collect();
    let own: Vec<String> =
        changed.iter().filter(|question| named.contains(question)).map(|question| (*question).to_owned()).collect();
    if own.is_empty() { changed.iter().map(|question| (*question).to_owned()).collect() } else { own }
}

fn caution_change(changed: &[&str], before: &CautionInfo, after: &CautionInfo) -> CautionChange {
    let named = [before, after].into_iter().flat_map(|caution| {
        reasons(&caution.because).chain(caution.settled_by.iter().map(String::as_str)).collect::<Vec<&str>>()
    });
    CautionChange {
        id: after.id.clone(),
        title: after.title.clone(),
        from: before.state,
        to: after.state,
        because: among(changed, named),
        cites: after.cites.clone(),
    }
}

fn symptom_change(changed: &[&str], before: &SymptomInfo, after: &SymptomInfo) -> SymptomChange {
    SymptomChange {
        id: after.id.clone(),
        title: after.title.clone(),
        watch_more: after.watch_more,
        because: among(changed, reasons(&before.because).chain(reasons(&after.because))),
        cites: after.cites.clone(),
    }
}
