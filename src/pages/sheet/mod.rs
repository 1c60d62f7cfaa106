//! The visit sheet: the short of a report, to take along and write on.

pub mod page;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::Reported;
use crate::model::{State, Urgency};
use crate::pages::report::{
    Because, CautionInfo, LevelInfo, Program, Report, RuleSetInfo, SymptomInfo, Tried, UrgentInfo,
};
use crate::text::language;

/// What to take to the doctor: a report without what only explains. There is no verdict in it either.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Sheet {
    /// Version of this layout: 2.
    pub schema_version: u32,
    /// The program that wrote it.
    pub program: Program,
    /// The rules it was made with.
    pub rule_set: RuleSetInfo,
    /// What a script calls this person, as given in the answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Present and true for an example person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<bool>,
    /// What everybody is told, and that the full report says more.
    pub notice: String,
    /// What must not wait, and the emergency text that everybody gets.
    pub urgent: UrgentInfo,
    /// When to speak about the cautions of each level that apply: the headings they are printed under.
    pub levels: Vec<SheetLevel>,
    /// The cautions that apply, in report order.
    pub applies: Vec<SheetCaution>,
    /// The cautions that an answer *not sure* leaves open.
    pub not_sure: Vec<SheetCaution>,
    /// The answers *not sure* that nothing else names, as questions and items.
    pub other_not_sure: Vec<String>,
    /// The cautions that a missing answer leaves open.
    pub not_asked: Vec<SheetCaution>,
    /// What was tried before.
    pub tried: Vec<Tried>,
    /// The warning symptoms in short.
    pub warning_symptoms: Vec<SheetSymptom>,
    /// Questions for the doctor, each once.
    pub questions_for_doctor: Vec<String>,
}

/// When to speak about the cautions of a level that apply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SheetLevel {
    /// The level: 1, 2 or 3.
    pub level: u8,
    /// The heading over its cautions.
    pub title: String,
}

/// A caution in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SheetCaution {
    /// Id of the caution.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How soon to speak about it, as one of the `levels`: 1, 2 or 3.
    pub level: u8,
    /// Whether the doctor is to be called about it today, before everything else.
    pub same_day: bool,
    /// The answers that make it so.
    pub because: Vec<Because>,
    /// The questions and items that could settle it.
    pub settled_by: Vec<String>,
    /// Where it applies: the questions and items answered *not sure* that could be further reasons.
    pub also_not_sure: Vec<String>,
}

/// A warning symptom in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SheetSymptom {
    /// Id of the symptom.
    pub id: String,
    /// How soon help is needed.
    pub urgency: Urgency,
    /// The signs in one line.
    pub signs: String,
    /// Whether this person should watch for it more than others.
    pub watch_more: bool,
    /// What the person said about having it now; null without an answer.
    pub reported: Option<Reported>,
}

impl Sheet {
    /// The short of a report.
    pub fn new(report: &Report) -> Self {
        let in_state = |state| {
            report.cautions.iter().filter(move |caution| caution.state == state).map(SheetCaution::new).collect()
        };
        Self {
            schema_version: 2,
            program: report.program.clone(),
            rule_set: report.rule_set.clone(),
            id: report.id.clone(),
            example: report.example,
            notice: format!("{} {}", report.notice, language().phrase.sheet_is_short),
            urgent: report.urgent.clone(),
            levels: report.levels.iter().map(SheetLevel::new).collect(),
            applies: in_state(State::Applies),
            not_sure: in_state(State::NotSure),
            other_not_sure: report.other_not_sure.clone(),
            not_asked: in_state(State::NotAsked),
            tried: report.tried.clone(),
            warning_symptoms: report.warning_symptoms.iter().map(SheetSymptom::new).collect(),
            questions_for_doctor: report.questions().into_iter().map(str::to_owned).collect(),
        }
    }
}

impl SheetLevel {
    fn new(level: &LevelInfo) -> Self {
        Self { level: level.level, title: level.title.clone() }
    }
}

impl SheetCaution {
    fn new(caution: &CautionInfo) -> Self {
        Self {
            id: caution.id.clone(),
            title: caution.title.clone(),
            level: caution.level,
            same_day: caution.same_day,
            because: caution.because.clone(),
            settled_by: caution.settled_by.clone(),
            also_not_sure: caution.also_not_sure.clone(),
        }
    }
}

impl SheetSymptom {
    fn new(symptom: &SymptomInfo) -> Self {
        let SymptomInfo { id, urgency, brief, watch_more, reported, .. } = symptom;
        let (id, signs) = (id.clone(), brief.clone());
        Self { id, urgency: *urgency, signs, watch_more: *watch_more, reported: *reported }
    }
}
