//! A report as JSON.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use super::Report;
use super::parts::{
    AdviceInfo, CardInfo, CautionInfo, DoctorQuestion, LevelInfo, Program, RuleSetInfo, SourceInfo, SymptomInfo, Tried,
    UrgentInfo, rule_set_info,
};
use super::printed::{Cite, Items};
use crate::answers::Answers;
use crate::model::Whose;
use crate::pages::frame::emergency_line;
use crate::pages::provenance::review;
use crate::text::language;

/// What one person's answers give, ready to be printed. There is no score, no risk level and no verdict in it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Report", deny_unknown_fields)]
struct Json<'j, 'r> {
    /// Version of this layout: 2.
    schema_version: u32,
    /// The program that wrote it.
    program: Program,
    /// The rules it was made with.
    rule_set: RuleSetInfo<'r>,
    /// The day of the report, as `YYYY-MM-DD`.
    date: String,
    /// What a script calls this person, as given in the answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'j str>,
    /// Whose the answers are, where that was said: "self" or "`someone_else`".
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    whose: Option<&'static str>,
    /// Present and true for an example person.
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<bool>,
    /// Who the example person is.
    #[serde(skip_serializing_if = "Option::is_none")]
    card: Option<CardInfo>,
    /// The answers as they were read, to be read again.
    #[schemars(with = "serde_json::Map<String, serde_json::Value>")]
    answers: &'j Answers<'r>,
    /// What everybody is told: the emergency signs, what this list is not, that the doctor decides, how far it was
    /// reviewed.
    notice: Vec<String>,
    /// What must not wait, or null where nothing urgent was reported. Null is no clearance.
    urgent: Option<&'j UrgentInfo<'r>>,
    /// When to speak about the cautions of each level that apply: the headings they are printed under.
    levels: &'j [LevelInfo<'r>],
    /// Every caution: those that apply first, then those left open, then those that did not match; by level.
    cautions: &'j [CautionInfo<'r>],
    /// The answers *not sure* that none of the cautions, warning symptoms and earlier treatments names, as questions and items.
    #[schemars(with = "Vec<String>")]
    other_not_sure: &'j Items<'r>,
    /// The warning symptoms that may concern this person: the most urgent first; among them those to watch for most.
    warning_symptoms: &'j [SymptomInfo<'r>],
    /// Tests and plans for the medicine.
    monitoring: &'j [AdviceInfo<'r>],
    /// Other kinds of treatment.
    alternatives: &'j [AdviceInfo<'r>],
    /// What was tried before.
    tried: &'j [Tried<'r>],
    /// Questions for the doctor.
    questions_for_doctor: Vec<DoctorQuestion<'r>>,
    /// Questions and items without an answer, in questionnaire order.
    #[schemars(with = "Vec<String>")]
    unanswered: &'j Items<'r>,
    /// What this list does not ask about.
    not_asked_about: &'j [AdviceInfo<'r>],
    /// Every source cited above, in the order of the first citation.
    sources: Vec<SourceInfo<'r>>,
}

impl Serialize for Report<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json = Json {
            schema_version: 2,
            program: Program::THIS,
            rule_set: self.rule_set(),
            date: self.date.to_string(),
            id: self.answers.id.as_deref(),
            whose: self.whose.map(Whose::word),
            example: self.is_example.then_some(true),
            card: self.card.map(CardInfo::from),
            answers: &self.answers,
            notice: self.notice(),
            urgent: self.urgent.as_ref(),
            levels: &self.levels,
            cautions: &self.cautions,
            other_not_sure: &self.other_not_sure,
            warning_symptoms: &self.warning_symptoms,
            monitoring: &self.monitoring,
            alternatives: &self.alternatives,
            tried: &self.tried,
            questions_for_doctor: self.questions_for_doctor(),
            unanswered: &self.unanswered,
            not_asked_about: &self.not_asked_about,
            sources: self.sources(),
        };
        json.serialize(serializer)
    }
}

impl JsonSchema for Report<'_> {
    fn schema_name() -> Cow<'static, str> {
        Json::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Json::json_schema(generator)
    }
}

impl<'r> Report<'r> {
    /// The rule set that the report was made with.
    pub fn rule_set(&self) -> RuleSetInfo<'r> {
        rule_set_info(self.rules().header())
    }

    /// The sentences that every report has.
    pub fn notice(&self) -> Vec<String> {
        let safety = &language().safety;
        let review = review(self.rules().header());
        let emergency = emergency_line(self.rules());
        let first = self.is_for_someone_else().then_some(language().asking.you_is_someone);
        let fixed = [safety.main, safety.not_a_verdict, safety.no_forecast];
        let always = self.always.iter().flat_map(|advice| advice.tell);
        let sentences = first.into_iter().chain(self.date_warning.as_deref()).chain([emergency.as_str()]).chain(fixed);
        let sentences = sentences.chain(safety.keep_taking).chain(always.chain(&review).map(String::as_str));
        sentences.map(str::to_owned).collect()
    }

    /// Every source that the report cites, in the order of the first citation.
    pub fn sources(&self) -> Vec<SourceInfo<'r>> {
        let mut sources: Vec<SourceInfo<'r>> = Vec::new();
        for Cite { source, passage: _ } in self.cites() {
            if !sources.iter().any(|listed| *listed.id == source.id) {
                sources.push(SourceInfo::from(*source));
            }
        }
        sources
    }

    fn cites(&self) -> impl Iterator<Item = &Cite<'r>> {
        let Self { always, levels, cautions, warning_symptoms, monitoring, alternatives, not_asked_about, .. } = self;
        let of_advice = [monitoring, alternatives, not_asked_about].into_iter().flatten();
        let always = always.iter().flat_map(|advice| &advice.cites);
        always
            .chain(levels.iter().flat_map(|level| &level.cites))
            .chain(cautions.iter().flat_map(|caution| &caution.cites))
            .chain(warning_symptoms.iter().flat_map(|symptom| &symptom.cites))
            .chain(of_advice.flat_map(|advice| &advice.cites))
    }
}
