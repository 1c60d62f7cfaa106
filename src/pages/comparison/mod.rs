//! What differs between two sets of answers, and what that does: cautions, urgency, warning symptoms, each with the answers
//! that make the difference.

pub mod page;

use schemars::JsonSchema;
use serde::Serialize;

use crate::answers::Answers;
use crate::model::Answer;
use crate::model::Reported;
use crate::model::{Item, Now, State};
use crate::pages::report::{Because, CautionInfo, Cite, LevelInfo, Report, SymptomInfo};
use crate::text::language;

/// Two people, or one person before and after a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Comparison {
    /// Version of this layout: 2.
    pub schema_version: u32,
    /// The answers that differ, in the order of the questionnaire.
    pub answers: Vec<AnswerChange>,
    /// How urgent it is, where that differs.
    pub urgent: Option<UrgentChange>,
    /// The headings that differ over cautions that apply to both.
    pub headings: Vec<HeadingChange>,
    /// The cautions that differ in state, in what is for today or in what else is not sure: those of the second in report
    /// order.
    pub cautions: Vec<CautionChange>,
    /// The warning symptoms that differ in whether to watch for them more, or in what was said of having them now.
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
    pub from: Option<Now>,
    /// For the second.
    pub to: Option<Now>,
    /// The answers that differ and make it so.
    pub because: Vec<String>,
}

/// A heading that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct HeadingChange {
    /// The level of the cautions under it: 1, 2 or 3.
    pub level: u8,
    /// The heading for the first.
    pub from: String,
    /// The heading for the second.
    pub to: String,
    /// Titles of the cautions that stand under the one and then under the other.
    pub cautions: Vec<String>,
}

/// A caution that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CautionChange {
    /// Id of the caution.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What holds for the first.
    pub from: CautionSide,
    /// What holds for the second.
    pub to: CautionSide,
    /// The answers that differ and make the difference, as questions.
    pub because: Vec<String>,
    /// The sources of the caution.
    pub cites: Vec<Cite>,
}

/// What a report says of a caution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CautionSide {
    /// Its state.
    pub state: State,
    /// Whether the doctor is to be called about it today.
    pub same_day: bool,
    /// The questions and items answered *not sure* that could be further reasons.
    pub also_not_sure: Vec<String>,
    /// Their short names.
    #[serde(skip)]
    #[schemars(skip)]
    pub also_not_sure_titles: Vec<String>,
}

/// A warning symptom that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SymptomChange {
    /// Id of the symptom.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What holds for the first.
    pub from: SymptomSide,
    /// What holds for the second.
    pub to: SymptomSide,
    /// The answers that differ and make the difference, as questions.
    pub because: Vec<String>,
    /// The sources of the symptom.
    pub cites: Vec<Cite>,
}

/// What a report says of a warning symptom. One that a report leaves out is nothing to watch for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SymptomSide {
    /// Whether the person should watch for it more than others.
    pub watch_more: bool,
    /// What the person said about having it now; null without an answer.
    pub reported: Option<Reported>,
}

impl Comparison {
    /// Compares two sets of answers to the same questions, with the reports made of them.
    pub fn new(first: (&Answers<'_>, &Report), second: (&Answers<'_>, &Report)) -> Self {
        let ((before, first), (after, second)) = (first, second);
        let rules = after.rules();
        let answers: Vec<AnswerChange> = rules.items().filter_map(|item| answer_change(item, before, after)).collect();
        let changed: Vec<&str> = answers.iter().map(|change| change.question.as_str()).collect();
        let (from, to) = (first.pieces.now, second.pieces.now);
        let reasons_now = || reasons(&first.urgent.because).chain(reasons(&second.urgent.because));
        let urgent = (from != to).then(|| UrgentChange { from, to, because: among(&changed, reasons_now()) });
        let cautions = second.cautions.iter().filter_map(|caution| {
            let before = first.cautions.iter().find(|known| known.id == caution.id)?;
            (CautionSide::new(before) != CautionSide::new(caution)).then(|| caution_change(&changed, before, caution))
        });
        let symptoms = rules.warning_symptoms().iter().filter_map(|symptom| {
            let (before, after) = (first.symptom(symptom.id.as_str()), second.symptom(symptom.id.as_str()));
            let item = symptom.reported_by.map(|item| &rules[item]);
            symptom_change(&changed, item, before, after)
        });
        let (cautions, warning_symptoms) = (cautions.collect(), symptoms.collect());
        let headings = headings(first, second);
        Self { schema_version: 2, urgent, headings, cautions, warning_symptoms, answers }
    }

    /// Whether the same cautions and symptoms are told, equally urgent. Their words can differ all the same.
    pub fn is_same_list(&self) -> bool {
        let Self { urgent, headings, cautions, warning_symptoms, .. } = self;
        urgent.is_none() && headings.is_empty() && cautions.is_empty() && warning_symptoms.is_empty()
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.is_same_list()
    }
}

impl CautionSide {
    fn new(caution: &CautionInfo) -> Self {
        let CautionInfo { state, same_day, also_not_sure, also_not_sure_titles, .. } = caution;
        Self {
            state: *state,
            same_day: *same_day,
            also_not_sure: also_not_sure.clone(),
            also_not_sure_titles: also_not_sure_titles.clone(),
        }
    }
}

impl SymptomSide {
    const LEFT_OUT: Self = Self { watch_more: false, reported: None };

    fn new(symptom: &SymptomInfo) -> Self {
        Self { watch_more: symptom.watch_more, reported: symptom.reported }
    }
}

/// A caution for today stands under no heading of a level.
fn headings(first: &Report, second: &Report) -> Vec<HeadingChange> {
    let is_under = |caution: &CautionInfo, level: u8| {
        caution.state == State::Applies && !caution.same_day && caution.level == level
    };
    let change = |(from, to): (&LevelInfo, &LevelInfo)| {
        let is_under_both = |caution: &&CautionInfo| {
            let mut others = first.cautions.iter().filter(|other| other.id == caution.id);
            is_under(caution, to.level) && others.any(|other| is_under(other, from.level))
        };
        let cautions = second.cautions.iter().filter(is_under_both).map(|caution| caution.title.clone()).collect();
        HeadingChange { level: to.level, from: from.title.clone(), to: to.title.clone(), cautions }
    };
    let changes = first.levels.iter().zip(&second.levels).map(change);
    changes.filter(|change| change.from != change.to && !change.cautions.is_empty()).collect()
}

fn answer_change(item: &Item, before: &Answers<'_>, after: &Answers<'_>) -> Option<AnswerChange> {
    let (from, to) = (before.answer(item.index), after.answer(item.index));
    (from != to).then(|| AnswerChange {
        question: item.reference.clone(),
        title: item.title.clone(),
        from: option(item, from),
        to: option(item, to),
        said: (language().comparison.answer)(&item.title, label(item, from), label(item, to)),
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
        Answer::NotSure => language().safety.not_sure_label,
        Answer::Unanswered | Answer::LeftOut => language().comparison.no_answer,
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
        let unknown = caution.settled_by.iter().chain(&caution.also_not_sure).map(String::as_str);
        reasons(&caution.because).chain(unknown).collect::<Vec<&str>>()
    });
    CautionChange {
        id: after.id.clone(),
        title: after.title.clone(),
        from: CautionSide::new(before),
        to: CautionSide::new(after),
        because: among(changed, named),
        cites: after.cites.clone(),
    }
}

fn symptom_change(
    changed: &[&str],
    reported_by: Option<&Item>,
    before: Option<&SymptomInfo>,
    after: Option<&SymptomInfo>,
) -> Option<SymptomChange> {
    let side = |symptom: Option<&SymptomInfo>| symptom.map_or(SymptomSide::LEFT_OUT, SymptomSide::new);
    let (from, to) = (side(before), side(after));
    let told = after.or(before)?;
    let named = [before, after].into_iter().flatten().flat_map(|symptom| reasons(&symptom.because));
    (from != to).then(|| SymptomChange {
        id: told.id.clone(),
        title: told.title.clone(),
        from,
        to,
        because: among(changed, named.chain(reported_by.map(|item| item.reference.as_str()))),
        cites: told.cites.clone(),
    })
}
