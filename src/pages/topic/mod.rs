//! Teaching pages: what a topic tells, asks and warns of, and the numbers of its studies.

pub mod page;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{
    Advice, Caution, Citation, Id, Level, Question, RuleSet, Statement, Study, StudyCount, StudyOutcome, Topic,
    Urgency, WarningSymptom,
};
use crate::pages::explanation::Named;
use crate::pages::report::{
    AdviceInfo, Cite, Disagreement, RuleSetInfo, SourceInfo, ToDo, cites, disagreements, rule_set_info,
};

/// The topics of a rule set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Topics<'r> {
    /// Version of this layout: 1.
    pub schema_version: u32,
    /// The rules they are taken from.
    pub rule_set: RuleSetInfo<'r>,
    /// The topics, in the order of asking.
    pub topics: Vec<TopicName<'r>>,
}

/// The name of a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TopicName<'r> {
    /// Id of the topic.
    pub id: &'r Id,
    /// Title.
    pub title: &'r str,
}

/// What is taught about a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Lesson<'r> {
    /// Version of this layout: 1.
    pub schema_version: u32,
    /// The rules it is taken from.
    pub rule_set: RuleSetInfo<'r>,
    /// Id of the topic.
    pub id: &'r Id,
    /// Title.
    pub title: &'r str,
    /// What the topic is about.
    pub about: Vec<Taught<'r>>,
    /// What is asked.
    pub questions: Vec<Asked<'r>>,
    /// What to speak about with the doctor.
    pub cautions: Vec<CautionTaught<'r>>,
    /// What to watch for.
    pub warning_symptoms: Vec<SymptomTaught<'r>>,
    /// Tests and plans for the medicine.
    pub monitoring: Vec<AdviceInfo<'r>>,
    /// Other kinds of treatment.
    pub alternatives: Vec<AdviceInfo<'r>>,
    /// Numbers of studies.
    pub studies: Vec<StudyTaught<'r>>,
    /// Every source cited above, in the order of the first citation.
    pub sources: Vec<SourceInfo<'r>>,
}

/// Sentences with their sources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Taught<'r> {
    /// The sentences.
    pub tell: &'r [String],
    /// Their sources, each as `source/passage`.
    #[schemars(with = "Vec<String>")]
    pub cites: Vec<Cite<'r>>,
    /// How sources differ from what is printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disagrees: Vec<Disagreement<'r>>,
}

/// A question, and why it is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Asked<'r> {
    /// Id of the question.
    pub id: &'r Id,
    /// The question as it is asked.
    pub text: &'r str,
    /// The items of a group; left out for other questions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Named<'r>>,
    /// Why it is asked.
    pub why: &'r [String],
    /// The sources of that, each as `source/passage`.
    #[schemars(with = "Vec<String>")]
    pub cites: Vec<Cite<'r>>,
}

/// A caution, as it is taught.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CautionTaught<'r> {
    /// Id of the caution.
    pub id: &'r Id,
    /// Title.
    pub title: &'r str,
    /// 1 before the first or next dose, 2 before starting or at the next visit, 3 plan.
    pub level: Level,
    /// What to know and do, for all people; then what is for one medicine or one situation.
    pub tell: Vec<&'r str>,
    /// What to ask the doctor.
    pub ask: &'r [String],
    /// Its sources, each as `source/passage`.
    #[schemars(with = "Vec<String>")]
    pub cites: Vec<Cite<'r>>,
    /// How sources differ from what is printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disagrees: Vec<Disagreement<'r>>,
}

/// A warning symptom, as it is taught.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SymptomTaught<'r> {
    /// Id of the symptom.
    pub id: &'r Id,
    /// How soon help is needed.
    pub urgency: Urgency,
    /// Title.
    pub title: &'r str,
    /// The signs.
    pub signs: &'r [String],
    /// What to do.
    #[schemars(with = "Vec<String>")]
    pub tell: ToDo<'r>,
    /// Its sources, each as `source/passage`.
    #[schemars(with = "Vec<String>")]
    pub cites: Vec<Cite<'r>>,
}

/// The numbers of a study.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct StudyTaught<'r> {
    /// Id of the study.
    pub id: &'r Id,
    /// Title.
    pub title: &'r str,
    /// Who was studied.
    pub who: &'r [String],
    /// For how long.
    pub how_long: &'r str,
    /// What the study cannot tell.
    pub limits: &'r [String],
    /// What happened.
    pub outcomes: Vec<OutcomeTaught<'r>>,
    /// Its sources, each as `source/passage`.
    #[schemars(with = "Vec<String>")]
    pub cites: Vec<Cite<'r>>,
}

/// Something that happened to some of the people in a study.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct OutcomeTaught<'r> {
    /// Id within the study.
    pub id: &'r Id,
    /// Title.
    pub title: &'r str,
    /// What it is called in a sentence, such as "had shingles".
    pub said: &'r str,
    /// How many people of each group had it.
    pub counts: Vec<CountTaught<'r>>,
    /// Its sources, each as `source/passage`.
    #[schemars(with = "Vec<String>")]
    pub cites: Vec<Cite<'r>>,
}

/// How many people of a group had something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CountTaught<'r> {
    /// What the group took.
    pub group: &'r str,
    /// People in the group.
    pub people: u32,
    /// Those of them who had it.
    pub events: u32,
}

impl<'r> Topics<'r> {
    /// The topics of a rule set.
    pub fn new(rules: &'r RuleSet) -> Self {
        let topics = rules.topics().iter().map(|topic| TopicName { id: &topic.id, title: &topic.title }).collect();
        Self { schema_version: 1, rule_set: rule_set_info(rules.header()), topics }
    }
}

impl<'r> Lesson<'r> {
    /// What is taught about a topic.
    pub fn new(rules: &'r RuleSet, topic: &'r Topic) -> Self {
        let own = |advice: &'r [Advice]| {
            let own = advice.iter().filter(|advice| advice.topic == Some(topic.index));
            own.map(|advice| advice_info(rules, advice)).collect()
        };
        let questions = rules.questions().iter().filter(|question| question.topic == topic.index);
        let cautions = rules.cautions().iter().filter(|caution| caution.topic == topic.index);
        let symptoms = rules.warning_symptoms().iter().filter(|symptom| symptom.topic == topic.index);
        let lesson = Self {
            schema_version: 1,
            rule_set: rule_set_info(rules.header()),
            id: &topic.id,
            title: &topic.title,
            about: topic.about.iter().map(|statement| taught(rules, statement)).collect(),
            questions: questions.map(|question| asked(rules, question)).collect(),
            cautions: cautions.map(|caution| caution_taught(rules, caution)).collect(),
            warning_symptoms: symptoms.map(|symptom| symptom_taught(rules, symptom)).collect(),
            monitoring: own(rules.monitoring()),
            alternatives: own(rules.alternatives()),
            studies: topic.studies.iter().map(|study| study_taught(rules, study)).collect(),
            sources: Vec::new(),
        };
        Self { sources: lesson.cited(), ..lesson }
    }

    /// The sources of everything, in the order of the first citation.
    fn cited(&self) -> Vec<SourceInfo<'r>> {
        let Self { about, questions, cautions, warning_symptoms, monitoring, alternatives, studies, .. } = self;
        let of_studies = studies
            .iter()
            .flat_map(|study| study.cites.iter().chain(study.outcomes.iter().flat_map(|outcome| &outcome.cites)));
        let cites = about
            .iter()
            .flat_map(|taught| &taught.cites)
            .chain(questions.iter().flat_map(|question| &question.cites))
            .chain(cautions.iter().flat_map(|caution| &caution.cites))
            .chain(warning_symptoms.iter().flat_map(|symptom| &symptom.cites))
            .chain(monitoring.iter().chain(alternatives).flat_map(|advice| &advice.cites))
            .chain(of_studies);
        let mut sources: Vec<SourceInfo<'r>> = Vec::new();
        for Cite { source, passage: _ } in cites {
            if !sources.iter().any(|listed| *listed.id == source.id) {
                sources.push(SourceInfo::from(*source));
            }
        }
        sources
    }
}

fn taught<'r>(
    rules: &'r RuleSet,
    Statement { tell, cites: cited, show_when: _, note: _ }: &'r Statement,
) -> Taught<'r> {
    Taught { tell, cites: cites(rules, cited), disagrees: disagreements(rules, cited) }
}

fn advice_info<'r>(rules: &'r RuleSet, advice: &'r Advice) -> AdviceInfo<'r> {
    let Taught { tell, cites, disagrees } = taught(rules, &advice.statement);
    AdviceInfo { id: &advice.id, title: &advice.title, tell, cites, disagrees }
}

fn asked<'r>(rules: &'r RuleSet, question: &'r Question) -> Asked<'r> {
    let items = question.items.iter().filter(|_| question.is_group);
    Asked {
        id: &question.id,
        text: &question.text,
        items: items.map(|item| Named { question: &item.reference, title: &item.title }).collect(),
        why: &question.why,
        cites: cites(rules, &question.cites),
    }
}

fn caution_taught<'r>(rules: &'r RuleSet, caution: &'r Caution) -> CautionTaught<'r> {
    let details = caution.statements().flat_map(|statement| &statement.tell);
    let cited: Vec<&Citation> =
        caution.cites.iter().chain(caution.statements().flat_map(|statement| &statement.cites)).collect();
    CautionTaught {
        id: &caution.id,
        title: &caution.title,
        level: caution.level,
        tell: caution.tell.iter().chain(details).map(String::as_str).collect(),
        ask: &caution.ask,
        cites: cites(rules, cited),
        disagrees: disagreements(rules, &caution.cites),
    }
}

fn symptom_taught<'r>(rules: &'r RuleSet, symptom: &'r WarningSymptom) -> SymptomTaught<'r> {
    let details = symptom.details.iter().flat_map(|detail| &detail.tell);
    SymptomTaught {
        id: &symptom.id,
        urgency: symptom.urgency,
        title: &symptom.title,
        signs: &symptom.signs,
        tell: ToDo { urgency: symptom.urgency, more: symptom.tell.iter().chain(details).map(String::as_str).collect() },
        cites: cites(rules, &symptom.cites),
    }
}

fn study_taught<'r>(rules: &'r RuleSet, study: &'r Study) -> StudyTaught<'r> {
    let Study { id, title, cites: cited, who, how_long, outcomes, limits, note: _ } = study;
    let count =
        |StudyCount { group, people, events }: &'r StudyCount| CountTaught { group, people: *people, events: *events };
    let outcome = |StudyOutcome { id, title, said, cites: cited, counts, note: _ }: &'r StudyOutcome| OutcomeTaught {
        id,
        title,
        said,
        counts: counts.iter().map(count).collect(),
        cites: cites(rules, cited),
    };
    let outcomes = outcomes.iter().map(outcome).collect();
    StudyTaught { id, title, who, how_long, limits, outcomes, cites: cites(rules, cited) }
}
