//! The safety case of the program: what can go wrong, what is done about it, and the claims that rest on that.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use super::property::Property;

/// Hazards with their controls, claims that rest on them, and what is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafetyCase {
    /// What each severity from 1 to 5 means.
    pub severity: [String; 5],
    /// What each likelihood from 1 to 5 means.
    pub likelihood: [String; 5],
    /// The hazards, by id.
    pub hazards: Vec<Hazard>,
    /// The claims.
    pub claims: Vec<Claim>,
    /// What the claims do not cover.
    pub left: Vec<Left>,
}

/// Something that can go wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Hazard {
    /// Id, such as `H-01`.
    pub id: String,
    /// What goes wrong.
    pub hazard: String,
    /// Why it can happen.
    pub cause: String,
    /// What it can do to a person.
    pub harm: String,
    /// The risk without controls.
    pub before: Risk,
    /// The risk that remains with them.
    pub after: Risk,
    /// What is done about it.
    pub controls: Vec<Control>,
    /// What shows that the controls work.
    pub evidence: Vec<Evidence>,
}

/// How bad something is, and how likely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Risk {
    /// From 1 to 5.
    pub severity: u8,
    /// From 1 to 5.
    pub likelihood: u8,
}

impl Risk {
    /// Severity times likelihood, from 1 to 25.
    pub fn product(self) -> u8 {
        self.severity.saturating_mul(self.likelihood)
    }
}

/// Something that is done about a hazard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Control {
    /// How it works.
    pub kind: ControlKind,
    /// What is done.
    pub control: String,
}

/// How a control works; those before are preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ControlKind {
    /// The program is built so that it cannot happen.
    Design,
    /// The program notices it, and refuses or warns.
    Protection,
    /// The program tells people of it.
    Information,
}

/// Something that is said of the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Claim {
    /// What is said.
    pub claim: String,
    /// Why it holds.
    pub arguments: Vec<Argument>,
}

/// Why a claim holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Argument {
    /// The reason.
    pub argument: String,
    /// Ids of the hazards that it is about.
    pub hazards: Vec<String>,
    /// What shows it before all else; the hazards have the rest.
    pub evidence: Vec<Evidence>,
}

/// Something that no claim covers, and who is to see to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Left {
    /// What is not shown or not done.
    pub what: String,
    /// Who is to do something about it before the program is used with patients.
    pub who: String,
    /// What they are to do.
    pub task: String,
}

/// What shows that a control works.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// A test of `tests/suite`, such as `properties::unknown_is_never_no`.
    Test(String),
    /// A test in a browser, such as `screens.test.mjs::two windows do not see each other`.
    PageTest(String),
    /// A property that is proved of the rules, such as `P2`.
    Property(Property),
    /// A rule, such as `caution:smoking`.
    Rule(String),
}

impl Evidence {
    /// The evidence with this name, or nothing where it is no name of any kind.
    pub fn from_name(name: &str) -> Option<Self> {
        let is_word = |word: &str| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        };
        if let Some(property) = Property::from_name(name) {
            return Some(Self::Property(property));
        }
        if let Some((file, title)) = name.split_once("::") {
            let is_page = file.ends_with(".test.mjs") && !title.is_empty();
            let page = is_page.then(|| Self::PageTest(name.to_owned()));
            return page.or_else(|| (is_word(file) && is_word(title)).then(|| Self::Test(name.to_owned())));
        }
        let (kind, id) = name.split_once(':')?;
        (is_word(kind) && is_word(id)).then(|| Self::Rule(name.to_owned()))
    }
}

/// Its name.
impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Test(name) | Self::PageTest(name) | Self::Rule(name) => f.write_str(name),
            Self::Property(property) => property.fmt(f),
        }
    }
}

impl Serialize for Evidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Evidence {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Evidence".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::{Evidence, Property};

    #[test]
    fn each_kind_of_evidence_has_names_of_its_own() {
        let test = |name: &str| Some(Evidence::Test(name.to_owned()));
        assert_eq!(Evidence::from_name("properties::unknown_is_never_no"), test("properties::unknown_is_never_no"));
        assert_eq!(Evidence::from_name("P2"), Some(Evidence::Property(Property::UnknownIsNotNo)));
        assert_eq!(Evidence::from_name("caution:smoking"), Some(Evidence::Rule("caution:smoking".to_owned())));
        let page = "screens.test.mjs::Print prints, and prints";
        assert_eq!(Evidence::from_name(page), Some(Evidence::PageTest(page.to_owned())));
        for none in
            ["", "P13", "a test", "properties::", "properties::Two words", "smoking", "x.test.mjs::", ":x", "x:"]
        {
            assert_eq!(Evidence::from_name(none), None, "{none}");
        }
    }
}
