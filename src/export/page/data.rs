//! The rules as the script of the page reads them: conditions, and every text that a list can need.
//!
//! The script types no sentence of its own. Texts with names or numbers in them are templates, made by the functions that
//! make these texts for the terminal.

use std::collections::BTreeMap;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::words::Words;
use crate::ask::UNDER_AGE;
use crate::model::words::YES;
use crate::model::{
    Caution, Condition, CoveredBy, Heading, Item, Leaf, Level, Question, RuleSet, Statement, Urgency, WarningSymptom,
};
use crate::text::language;

/// Everything that the script reads.
#[derive(Debug, Serialize)]
pub(super) struct Data<'r> {
    checked_on: String,
    review_by: String,
    is_short: bool,
    topics: Vec<&'r str>,
    questions: Vec<QuestionData<'r>>,
    named: BTreeMap<&'r str, When<'r>>,
    /// In the order of a report.
    cautions: Vec<CautionData<'r>>,
    /// In the order of a report.
    symptoms: Vec<SymptomData<'r>>,
    /// The items that report an emergency.
    emergency_items: Vec<&'r str>,
    /// The caution about an age for which the list is not made.
    under_age: &'static str,
    headings: Vec<HeadingData<'r>>,
    /// What every list says.
    always: Vec<StatementData<'r>>,
    /// What was not asked about.
    not_asked_about: Vec<NotAsked<'r>>,
    words: Words,
}

#[derive(Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing, as in the question itself")]
struct QuestionData<'r> {
    id: &'r str,
    title: &'r str,
    text: &'r str,
    why: &'r [String],
    topic: usize,
    #[serde(skip_serializing_if = "is_false")]
    group: bool,
    #[serde(skip_serializing_if = "is_false")]
    short: bool,
    #[serde(skip_serializing_if = "is_false")]
    profile: bool,
    #[serde(skip_serializing_if = "is_false")]
    tried: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    ask_when: Option<When<'r>>,
    items: Vec<ItemData<'r>>,
}

#[derive(Debug, Serialize)]
struct ItemData<'r> {
    #[serde(rename = "ref")]
    reference: &'r str,
    id: &'r str,
    title: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'r str>,
    /// Of an item of a group none, as they are always yes and no.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<OptionData<'r>>,
}

#[derive(Debug, Serialize)]
struct OptionData<'r> {
    id: &'r str,
    label: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'r str>,
    /// The answer in few words.
    said: String,
}

#[derive(Debug, Serialize)]
struct CautionData<'r> {
    id: &'r str,
    title: &'r str,
    level: Level,
    when: When<'r>,
    #[serde(skip_serializing_if = "Option::is_none")]
    open: Option<When<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    today: Option<When<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    now: Vec<StatementData<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    first: Vec<StatementData<'r>>,
    tell: &'r [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    ask: Option<&'r str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    when_not_sure: &'r [String],
}

#[derive(Debug, Serialize)]
struct SymptomData<'r> {
    id: &'r str,
    title: &'r str,
    /// Its name and its signs in one line.
    named: String,
    urgency: Urgency,
    watch: When<'r>,
    #[serde(skip_serializing_if = "Option::is_none")]
    show: Option<When<'r>>,
    /// The item that reports it.
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<&'r str>,
    /// Whether *not sure* counts like yes.
    #[serde(skip_serializing_if = "is_false")]
    counts: bool,
}

#[derive(Debug, Serialize)]
struct HeadingData<'r> {
    level: Level,
    when: When<'r>,
    title: &'r str,
}

#[derive(Debug, Serialize)]
struct StatementData<'r> {
    tell: &'r [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<When<'r>>,
}

#[derive(Debug, Serialize)]
struct NotAsked<'r> {
    title: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<When<'r>>,
}

/// A condition as `{"all": [...]}`, `{"any": [...]}`, `{"holds": name}` or `{"is": [item, option, ...]}`.
#[derive(Debug)]
struct When<'r> {
    rules: &'r RuleSet,
    condition: &'r Condition,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives fields by reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

impl<'r> Data<'r> {
    pub(super) fn new(rules: &'r RuleSet, is_short: bool) -> Self {
        let data = Builder { rules };
        let mut cautions: Vec<&Caution> = rules.cautions().iter().collect();
        cautions.sort_by_cached_key(|caution| caution.place_in_report());
        let mut symptoms: Vec<&WarningSymptom> = rules.warning_symptoms().iter().collect();
        symptoms.sort_by_key(|symptom| symptom.place_in_report());
        let always = rules.always().iter().filter(|advice| advice.in_list);
        let coverage = rules.coverage().iter().filter_map(|coverage| match &coverage.by {
            CoveredBy::Printed { show_when, tell: _ } => {
                Some(NotAsked { title: &coverage.title, when: data.maybe(show_when.as_ref()) })
            }
            CoveredBy::Questions(_) => None,
        });
        Self {
            checked_on: rules.header().checked_on.to_string(),
            review_by: rules.header().review_by.to_string(),
            is_short,
            topics: rules.topics().iter().map(|topic| topic.title.as_str()).collect(),
            questions: rules.questions().iter().map(|question| data.question(question)).collect(),
            named: rules.conditions().map(|named| (named.id.as_str(), data.when(&named.when))).collect(),
            cautions: cautions.into_iter().map(|caution| data.caution(caution)).collect(),
            symptoms: symptoms.into_iter().map(|symptom| data.symptom(symptom)).collect(),
            emergency_items: rules.emergency_items().into_iter().map(|item| rules[item].reference.as_str()).collect(),
            under_age: UNDER_AGE,
            headings: rules.headings().iter().map(|heading| data.heading(heading)).collect(),
            always: always.map(|advice| data.statement(&advice.statement)).collect(),
            not_asked_about: coverage.collect(),
            words: Words::new(rules),
        }
    }
}

struct Builder<'r> {
    rules: &'r RuleSet,
}

impl<'r> Builder<'r> {
    fn when(&self, condition: &'r Condition) -> When<'r> {
        When { rules: self.rules, condition }
    }

    fn maybe(&self, condition: Option<&'r Condition>) -> Option<When<'r>> {
        condition.map(|condition| self.when(condition))
    }

    fn question(&self, question: &'r Question) -> QuestionData<'r> {
        QuestionData {
            id: question.id.as_str(),
            title: &question.title,
            text: &question.text,
            why: &question.why,
            topic: question.topic.0,
            group: question.is_group,
            short: question.short,
            profile: question.profile,
            tried: question.tried,
            ask_when: self.maybe(question.ask_when.as_ref()),
            items: question.items.iter().map(|item| item_data(question, item)).collect(),
        }
    }

    fn statement(&self, statement: &'r Statement) -> StatementData<'r> {
        StatementData { tell: &statement.tell, when: self.maybe(statement.show_when.as_ref()) }
    }

    fn caution(&self, caution: &'r Caution) -> CautionData<'r> {
        CautionData {
            id: caution.id.as_str(),
            title: &caution.title,
            level: caution.level,
            when: self.when(&caution.applies_when),
            open: self.maybe(caution.open_when.as_ref()),
            today: self.maybe(caution.same_day_when.as_ref()),
            now: caution.now.iter().map(|one| self.statement(one)).collect(),
            first: caution.first.iter().map(|one| self.statement(one)).collect(),
            tell: &caution.tell,
            ask: caution.ask.first().map(String::as_str),
            when_not_sure: &caution.when_not_sure,
        }
    }

    fn symptom(&self, symptom: &'r WarningSymptom) -> SymptomData<'r> {
        SymptomData {
            id: symptom.id.as_str(),
            title: &symptom.title,
            named: (language().list.named)(&symptom.title, &symptom.brief),
            urgency: symptom.urgency,
            watch: self.when(&symptom.watch_more_when),
            show: self.maybe(symptom.show_when.as_ref()),
            item: symptom.reported_by.map(|item| self.rules[item].reference.as_str()),
            counts: symptom.not_sure_counts,
        }
    }

    fn heading(&self, heading: &'r Heading) -> HeadingData<'r> {
        HeadingData { level: heading.level, when: self.when(&heading.when), title: &heading.title }
    }
}

fn item_data<'r>(question: &'r Question, item: &'r Item) -> ItemData<'r> {
    let list = &language().list;
    let said = if question.profile { list.in_profile } else { list.answer };
    let options = item.options.iter().filter(|_| !question.is_group).map(|option| OptionData {
        id: option.id.as_str(),
        label: &option.label,
        hint: option.hint.as_deref(),
        said: if option.id == *YES && !question.profile {
            item.title.clone()
        } else {
            said(&item.title, &option.label)
        },
    });
    ItemData {
        reference: &item.reference,
        id: item.id.as_str(),
        title: &item.title,
        hint: item.hint.as_deref(),
        options: options.collect(),
    }
}

impl Serialize for When<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        match self.condition {
            Condition::All(parts) => map.serialize_entry("all", &self.parts(parts))?,
            Condition::Any(parts) => map.serialize_entry("any", &self.parts(parts))?,
            Condition::Answered(leaf) => map.serialize_entry("is", &self.is(*leaf))?,
            Condition::AnyItem { group: _, leaves } => {
                let leaves: Vec<Condition> = leaves.iter().map(|leaf| Condition::Answered(*leaf)).collect();
                map.serialize_entry("any", &self.parts(&leaves))?;
            }
            Condition::Holds(named) => map.serialize_entry("holds", named.id.as_str())?,
        }
        map.end()
    }
}

impl<'r> When<'r> {
    fn parts<'c>(&'c self, conditions: &'c [Condition]) -> Vec<When<'c>> {
        conditions.iter().map(|condition| When { rules: self.rules, condition }).collect()
    }

    /// The item, and the options that make it true.
    fn is(&self, leaf: Leaf) -> Vec<&'r str> {
        let item = &self.rules[leaf.item];
        let options = item.options_in(leaf.options).map(|option| option.id.as_str());
        [item.reference.as_str()].into_iter().chain(options).collect()
    }
}
