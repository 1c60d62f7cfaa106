//! The comparison of two sets of answers: the cautions, urgency and warning symptoms that differ, each with the answers
//! that are the reason, and the cautions that are the same.

mod names;
pub mod page;

use schemars::JsonSchema;
use serde::Serialize;

pub use self::names::{Called, names};
use crate::model::{Id, Item, Level, Now, Reported, RuleSet, State};
use crate::pages::report::{Because, CautionInfo, Cite, Given, Items, LevelInfo, Report, SymptomInfo, cites};
use crate::text::language;

/// Two people, or one person before and after a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Comparison<'r> {
    /// Version of this layout: 3.
    pub schema_version: u32,
    /// The two, in the order of `from` and `to`.
    pub compared: [Compared; 2],
    /// The cautions in the same state for both, in report order of the second.
    pub same: Vec<SameCaution<'r>>,
    /// The answers that differ, in the order of the questionnaire.
    pub answers: Vec<AnswerChange<'r>>,
    /// How urgent it is, where that differs.
    pub urgent: Option<UrgentChange<'r>>,
    /// The headings that differ over cautions that apply to both.
    pub headings: Vec<HeadingChange<'r>>,
    /// The cautions that differ in state, in what is for today or in what else is not sure: those of the second in report
    /// order.
    pub cautions: Vec<CautionChange<'r>>,
    /// The warning symptoms that differ in whether to watch for them more, or in what was said of having them now.
    pub warning_symptoms: Vec<SymptomChange<'r>>,
}

/// One of the two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Compared {
    /// The name, which is not that of the other one.
    pub name: String,
    /// Whether it is an example person.
    pub example: bool,
    /// What to do now; null is no clearance.
    pub now: Option<Now>,
}

/// A caution in the same state for both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SameCaution<'r> {
    /// Id of the caution.
    pub id: &'r Id,
    /// Its title.
    pub title: &'r str,
    /// Its state.
    pub state: State,
}

/// An answer that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AnswerChange<'r> {
    /// The question, or `group.item`.
    pub question: &'r str,
    /// Its short name.
    pub title: &'r str,
    /// The first one's option, `not_sure`, or null without an answer.
    #[schemars(with = "Option<String>")]
    pub from: Option<Given<'r>>,
    /// The second one's.
    #[schemars(with = "Option<String>")]
    pub to: Option<Given<'r>>,
    /// Both in words.
    pub said: [&'r str; 2],
}

/// How urgent it is, for the first and the second.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct UrgentChange<'r> {
    /// For the first.
    pub from: Option<Now>,
    /// For the second.
    pub to: Option<Now>,
    /// The answers that differ and make it so.
    pub because: Vec<&'r str>,
}

/// A heading that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct HeadingChange<'r> {
    /// The level of the cautions under it: 1, 2 or 3.
    pub level: Level,
    /// The heading for the first.
    pub from: &'r str,
    /// The heading for the second.
    pub to: &'r str,
    /// Titles of the cautions that stand under the one and then under the other.
    pub cautions: Vec<&'r str>,
}

/// A caution that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CautionChange<'r> {
    /// Id of the caution.
    pub id: &'r Id,
    /// Its title.
    pub title: &'r str,
    /// What holds for the first.
    pub from: CautionSide<'r>,
    /// What holds for the second.
    pub to: CautionSide<'r>,
    /// The answers that differ and make the difference, as questions.
    pub because: Vec<&'r str>,
    /// The sources of the caution, each as `source/passage`.
    #[schemars(with = "Vec<String>")]
    pub cites: Vec<Cite<'r>>,
}

/// What a report says of a caution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CautionSide<'r> {
    /// Its state.
    pub state: State,
    /// Whether the doctor is to be called about it today.
    pub same_day: bool,
    /// The questions and items answered *not sure* that could be further reasons.
    #[schemars(with = "Vec<String>")]
    pub also_not_sure: Items<'r>,
}

/// A warning symptom that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SymptomChange<'r> {
    /// Id of the symptom.
    pub id: &'r Id,
    /// Its title.
    pub title: &'r str,
    /// What holds for the first.
    pub from: SymptomSide,
    /// What holds for the second.
    pub to: SymptomSide,
    /// The answers that differ and make the difference, as questions.
    pub because: Vec<&'r str>,
    /// The sources of the symptom, each as `source/passage`.
    #[schemars(with = "Vec<String>")]
    pub cites: Vec<Cite<'r>>,
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

impl<'r> Comparison<'r> {
    /// Compares two reports made with the same rules. Each has a name.
    pub fn new(first: &Report<'r>, second: &Report<'r>, names: [String; 2]) -> Self {
        let rules = second.rules();
        let given = |item| answer_change(item, first.given(item), second.given(item));
        let answers: Vec<AnswerChange<'r>> = rules.items().filter_map(given).collect();
        let changed: Vec<&str> = answers.iter().map(|change| change.question).collect();
        let (from, to) = (first.now, second.now);
        let reasons_now = || reasons(because_now(first)).chain(reasons(because_now(second)));
        let urgent = (from != to).then(|| UrgentChange { from, to, because: changed_reasons(&changed, reasons_now()) });
        let cautions = second.cautions.iter().filter_map(|caution| {
            let before = first.cautions.iter().find(|known| known.id == caution.id)?;
            (CautionSide::new(before) != CautionSide::new(caution))
                .then(|| caution_change(rules, &changed, before, caution))
        });
        let symptoms = rules.warning_symptoms().iter().filter_map(|symptom| {
            let (before, after) = (first.symptom(symptom.id.as_str()), second.symptom(symptom.id.as_str()));
            let item = symptom.reported_by.map(|item| &rules[item]);
            symptom_change(&changed, item, before, after)
        });
        let (cautions, warning_symptoms) = (cautions.collect(), symptoms.collect());
        let headings = headings(first, second);
        let [one, other] = names;
        let compared = [Compared::new(one, first), Compared::new(other, second)];
        let same = same(first, second);
        Self { schema_version: 3, compared, same, answers, urgent, headings, cautions, warning_symptoms }
    }

    /// Whether the cautions, symptoms and urgency are the same. Their texts can still differ.
    pub fn is_same_list(&self) -> bool {
        let Self { urgent, headings, cautions, warning_symptoms, .. } = self;
        urgent.is_none() && headings.is_empty() && cautions.is_empty() && warning_symptoms.is_empty()
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.is_same_list()
    }
}

impl Compared {
    fn new(name: String, report: &Report<'_>) -> Self {
        Self { name, example: report.is_example, now: report.now }
    }
}

impl<'r> CautionSide<'r> {
    fn new(caution: &CautionInfo<'r>) -> Self {
        let CautionInfo { state, same_day, also_not_sure, .. } = caution;
        Self { state: *state, same_day: *same_day, also_not_sure: also_not_sure.clone() }
    }
}

impl SymptomSide {
    const LEFT_OUT: Self = Self { watch_more: false, reported: None };

    fn new(symptom: &SymptomInfo<'_>) -> Self {
        Self { watch_more: symptom.watch_more, reported: symptom.reported }
    }
}

fn same<'r>(first: &Report<'r>, second: &Report<'r>) -> Vec<SameCaution<'r>> {
    let is_same = |caution: &&CautionInfo<'_>| {
        first.cautions.iter().any(|other| other.id == caution.id && other.state == caution.state)
    };
    let cautions = second.cautions.iter().filter(is_same);
    cautions.map(|caution| SameCaution { id: caution.id, title: caution.title, state: caution.state }).collect()
}

/// Cautions for today are left out, as they are not printed under the heading of a level.
fn headings<'r>(first: &Report<'r>, second: &Report<'r>) -> Vec<HeadingChange<'r>> {
    let is_under = |caution: &CautionInfo<'_>, level: Level| {
        caution.state == State::Applies && !caution.same_day && caution.level == level
    };
    let change = |(from, to): (&LevelInfo<'r>, &LevelInfo<'r>)| {
        let is_under_both = |caution: &&CautionInfo<'_>| {
            let mut others = first.cautions.iter().filter(|other| other.id == caution.id);
            is_under(caution, to.level) && others.any(|other| is_under(other, from.level))
        };
        let cautions = second.cautions.iter().filter(is_under_both).map(|caution| caution.title).collect();
        HeadingChange { level: to.level, from: from.title, to: to.title, cautions }
    };
    let changes = first.levels.iter().zip(&second.levels).map(change);
    changes.filter(|change| change.from != change.to && !change.cautions.is_empty()).collect()
}

fn answer_change<'r>(item: &'r Item, from: Option<Given<'r>>, to: Option<Given<'r>>) -> Option<AnswerChange<'r>> {
    let label = |given: Option<Given<'r>>| given.map_or(language().comparison.no_answer, Given::label);
    (from != to).then(|| AnswerChange {
        question: &item.reference,
        title: &item.title,
        from,
        to,
        said: [label(from), label(to)],
    })
}

fn reasons<'r>(because: &[Because<'r>]) -> impl Iterator<Item = &'r str> {
    because.iter().map(|reason| reason.item.reference.as_str())
}

/// The answers that make something urgent.
fn because_now<'r, 'p>(report: &'p Report<'r>) -> &'p [Because<'r>] {
    report.urgent.as_ref().map_or(&[], |urgent| &urgent.because)
}

/// Those of the changed questions that are among the reasons, in questionnaire order. If there are none, the change
/// acts through which questions are asked, and all changed questions are given.
fn changed_reasons<'r>(changed: &[&'r str], named: impl Iterator<Item = &'r str>) -> Vec<&'r str> {
    let named: Vec<&str> = named.collect();
    let own: Vec<&str> = changed.iter().copied().filter(|question| named.contains(question)).collect();
    if own.is_empty() { changed.to_vec() } else { own }
}

fn caution_change<'r>(
    rules: &'r RuleSet,
    changed: &[&'r str],
    before: &CautionInfo<'r>,
    after: &CautionInfo<'r>,
) -> CautionChange<'r> {
    let named = [before, after].into_iter().flat_map(|caution| {
        let unknown = caution.settled_by.iter().chain(caution.also_not_sure.iter());
        reasons(&caution.because).chain(unknown.map(|item| item.reference.as_str()))
    });
    // A caution about which nothing is told has no sources either.
    let told = [after, before].into_iter().map(|caution| &caution.cites).find(|cites| !cites.is_empty());
    let own = || rules.caution(after.id.as_str()).map_or_else(Vec::new, |caution| cites(rules, &caution.cites));
    CautionChange {
        id: after.id,
        title: after.title,
        from: CautionSide::new(before),
        to: CautionSide::new(after),
        because: changed_reasons(changed, named),
        cites: told.cloned().unwrap_or_else(own),
    }
}

fn symptom_change<'r>(
    changed: &[&'r str],
    reported_by: Option<&'r Item>,
    before: Option<&SymptomInfo<'r>>,
    after: Option<&SymptomInfo<'r>>,
) -> Option<SymptomChange<'r>> {
    let side = |symptom: Option<&SymptomInfo<'_>>| symptom.map_or(SymptomSide::LEFT_OUT, SymptomSide::new);
    let (from, to) = (side(before), side(after));
    let told = after.or(before)?;
    let named = [before, after].into_iter().flatten().flat_map(|symptom| reasons(&symptom.because));
    (from != to).then(|| SymptomChange {
        id: told.id,
        title: told.title,
        from,
        to,
        because: changed_reasons(changed, named.chain(reported_by.map(|item| item.reference.as_str()))),
        cites: told.cites.clone(),
    })
}
