//! The list of example people.

pub mod page;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Header, Id, State, Urgent};
use crate::pages::report::{CardInfo, Report, RuleSetInfo, rule_set_info};

/// The example people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct People<'r> {
    /// Version of this layout: 1.
    pub schema_version: u32,
    /// Always true: all of them are made up.
    pub example: bool,
    /// The rules that their reports are made with.
    pub rule_set: RuleSetInfo<'r>,
    /// The people.
    pub people: Vec<PersonInfo<'r>>,
}

/// An example person, and what applies to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PersonInfo<'r> {
    /// The name on the command line.
    pub name: &'static str,
    /// `emergency` or `same_day`, or null where nothing is urgent. Null is no clearance.
    pub urgent: Option<Urgent>,
    /// Who the person is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<CardInfo>,
    /// The cautions that apply.
    pub cautions: Vec<CautionTitle<'r>>,
}

/// A caution by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CautionTitle<'r> {
    /// Id of the caution.
    pub id: &'r Id,
    /// Title.
    pub title: &'r str,
}

impl<'r> People<'r> {
    /// The people of these reports.
    pub fn new(header: &'r Header, reports: &[(&'static str, Report<'r>)]) -> Self {
        let person = |(name, report): &(&'static str, Report<'r>)| PersonInfo {
            name,
            urgent: report.urgent_level(),
            card: report.card.map(CardInfo::from),
            cautions: report
                .in_state(State::Applies)
                .map(|caution| CautionTitle { id: caution.id, title: caution.title })
                .collect(),
        };
        let people = reports.iter().map(person).collect();
        Self { schema_version: 1, example: true, rule_set: rule_set_info(header), people }
    }
}
