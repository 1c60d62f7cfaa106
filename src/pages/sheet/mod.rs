//! The visit sheet: the short of a report, to take along and write on.

pub mod page;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Id, Level, Reported, State, Urgency, Whose};
use crate::pages::report::{
    Ask, Because, CautionInfo, Items, LevelInfo, Program, Report, RuleSetInfo, SymptomInfo, Tried, UrgentInfo,
};
use crate::text::language;

/// What to take to the doctor: a report without what only explains. There is no verdict in it either.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Sheet<'s> {
    /// Version of this layout: 2.
    pub schema_version: u32,
    /// The program that wrote it.
    pub program: Program,
    /// The rules it was made with.
    pub rule_set: RuleSetInfo<'s>,
    /// What a script calls this person, as given in the answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<&'s str>,
    /// Whose the answers are, where that was said: "self" or "`someone_else`".
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub whose: Option<&'static str>,
    /// Present and true for an example person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<bool>,
    /// What everybody is told, and that the full report says more.
    pub notice: String,
    /// What must not wait, and the emergency text that everybody gets.
    pub urgent: &'s UrgentInfo<'s>,
    /// When to speak about the cautions of each level that apply: the headings they are printed under.
    pub levels: Vec<SheetLevel<'s>>,
    /// The cautions that apply, in report order.
    pub applies: Vec<SheetCaution<'s>>,
    /// The cautions that an answer *not sure* leaves open.
    pub not_sure: Vec<SheetCaution<'s>>,
    /// The answers *not sure* that nothing else names, as questions and items.
    #[schemars(with = "Vec<String>")]
    pub other_not_sure: &'s Items<'s>,
    /// The cautions that a missing answer leaves open.
    pub not_asked: Vec<SheetCaution<'s>>,
    /// What was tried before.
    pub tried: &'s [Tried<'s>],
    /// The warning symptoms in short.
    pub warning_symptoms: Vec<SheetSymptom<'s>>,
    /// Questions for the doctor, each once.
    #[schemars(with = "Vec<String>")]
    pub questions_for_doctor: Vec<Ask<'s>>,
}

/// When to speak about the cautions of a level that apply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SheetLevel<'s> {
    /// The level: 1, 2 or 3.
    pub level: Level,
    /// The heading over its cautions.
    pub title: &'s str,
}

/// A caution in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SheetCaution<'s> {
    /// Id of the caution.
    pub id: &'s Id,
    /// Its title.
    pub title: &'s str,
    /// How soon to speak about it, as one of the `levels`: 1, 2 or 3.
    pub level: Level,
    /// Whether the doctor is to be called about it today, before everything else.
    pub same_day: bool,
    /// The answers that make it so.
    pub because: &'s [Because<'s>],
    /// The questions and items that could settle it.
    #[schemars(with = "Vec<String>")]
    pub settled_by: &'s Items<'s>,
    /// Where it applies: the questions and items answered *not sure* that could be further reasons.
    #[schemars(with = "Vec<String>")]
    pub also_not_sure: &'s Items<'s>,
}

/// A warning symptom in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SheetSymptom<'s> {
    /// Id of the symptom.
    pub id: &'s Id,
    /// How soon help is needed.
    pub urgency: Urgency,
    /// The signs in one line.
    pub signs: &'s str,
    /// Whether this person should watch for it more than others.
    pub watch_more: bool,
    /// What the person said about having it now; null without an answer.
    pub reported: Option<Reported>,
}

impl<'s> Sheet<'s> {
    /// The short of a report.
    pub fn new(report: &'s Report<'s>) -> Self {
        let in_state = |state| report.in_state(state).map(SheetCaution::new).collect();
        Self {
            schema_version: 2,
            program: Program::THIS,
            rule_set: report.rule_set(),
            id: report.id.as_deref(),
            whose: report.whose.map(Whose::word),
            example: report.is_example.then_some(true),
            notice: format!("{} {}", report.notice(), language().phrase.sheet_is_short),
            urgent: &report.urgent,
            levels: report
                .levels
                .iter()
                .map(|LevelInfo { level, title, .. }| SheetLevel { level: *level, title })
                .collect(),
            applies: in_state(State::Applies),
            not_sure: in_state(State::NotSure),
            other_not_sure: &report.other_not_sure,
            not_asked: in_state(State::NotAsked),
            tried: &report.tried,
            warning_symptoms: report.warning_symptoms.iter().map(SheetSymptom::new).collect(),
            questions_for_doctor: report.questions(),
        }
    }
}

impl<'s> SheetCaution<'s> {
    fn new(caution: &'s CautionInfo<'s>) -> Self {
        let CautionInfo { id, title, level, same_day, because, settled_by, also_not_sure, .. } = caution;
        Self { id, title, level: *level, same_day: *same_day, because, settled_by, also_not_sure }
    }
}

impl<'s> SheetSymptom<'s> {
    fn new(symptom: &SymptomInfo<'s>) -> Self {
        let SymptomInfo { id, urgency, signs, watch_more, reported, .. } = symptom;
        Self { id, urgency: *urgency, signs: signs.brief, watch_more: *watch_more, reported: *reported }
    }
}
