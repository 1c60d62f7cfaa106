//! Loads the safety case of the program, and holds what it leans on against the rules.

use std::borrow::Cow;

use super::diagnostic::{self, Code};
use super::error::LoadError;
use super::files::RuleFile;
use super::validate::{Log, Place, parse_file, report_duplicates, text};
use super::{raw, suggest};
use crate::model::{Argument, Claim, Control, Evidence, Hazard, Id, Left, Risk, RuleSet, SafetyCase};
use crate::text::language;
use crate::text::rules::Kind;

/// The safety case built into the program.
const BUILT_IN: &[u8] = include_bytes!("../../rules/hazards.json");

/// The highest severity and likelihood.
const HIGHEST: u8 = 5;

impl SafetyCase {
    /// The safety case built into the program. `rules` is the rule set that its evidence names.
    ///
    /// # Errors
    /// None in practice for the built-in rules, as the tests load it.
    pub fn built_in(rules: &RuleSet) -> Result<Self, LoadError> {
        let (name, path) = ("hazards.json".to_owned(), "rules/hazards.json".to_owned());
        Self::load(rules, &RuleFile { name, path, bytes: Cow::Borrowed(BUILT_IN) })
    }

    /// Loads a safety case from its file.
    ///
    /// # Errors
    /// All mistakes in it, and each name of a property, a rule or a hazard that does not exist.
    pub fn load(rules: &RuleSet, file: &RuleFile) -> Result<Self, LoadError> {
        let log = Log::default();
        let case = parse_file::<raw::HazardsFile<'_>>(&log, file).map(|(place, raw)| safety_case(rules, &place, &raw));
        let mut found = log.into_diagnostics();
        diagnostic::sort(&mut found);
        case.filter(|_| found.is_empty()).ok_or(LoadError::Invalid(found))
    }
}

fn safety_case(rules: &RuleSet, place: &Place<'_>, raw: &raw::HazardsFile<'_>) -> SafetyCase {
    report_duplicates(Kind::Hazard, place.each("hazards", &raw.hazards), |hazard| &hazard.id);
    let ids: Vec<&str> = raw.hazards.iter().map(|hazard| hazard.id.as_str()).collect();
    let scale = |words: &[raw::Text<'_>; 5], key| words.each_ref().map(|word| text(&place.key(key), word));
    SafetyCase {
        severity: scale(&raw.severity, "severity"),
        likelihood: scale(&raw.likelihood, "likelihood"),
        hazards: place.each("hazards", &raw.hazards).map(|(at, raw)| hazard(rules, &at, raw)).collect(),
        claims: place.each("claims", &raw.claims).map(|(at, raw)| claim(rules, &ids, &at, raw)).collect(),
        left: place.each("left", &raw.left).map(|(at, raw)| left(&at, raw)).collect(),
    }
}

fn hazard(rules: &RuleSet, place: &Place<'_>, raw: &raw::Hazard<'_>) -> Hazard {
    let control = |(at, raw): (Place<'_>, &raw::Control<'_>)| Control {
        kind: raw.kind,
        control: text(&at.key("control"), &raw.control),
    };
    Hazard {
        id: text(&place.key("id"), &raw.id),
        hazard: text(&place.key("hazard"), &raw.hazard),
        cause: text(&place.key("cause"), &raw.cause),
        harm: text(&place.key("harm"), &raw.harm),
        before: risk(&place.key("before"), raw.before),
        after: risk(&place.key("after"), raw.after),
        controls: place.each("controls", &raw.controls).map(control).collect(),
        evidence: evidence(rules, place, &raw.evidence),
    }
}

fn risk(place: &Place<'_>, raw::Risk { severity, likelihood }: raw::Risk) -> Risk {
    if ![severity, likelihood].iter().all(|rating| (1..=HIGHEST).contains(rating)) {
        place.report(Code::BadLevel, language().rules.bad_rating);
    }
    Risk { severity, likelihood }
}

fn claim(rules: &RuleSet, ids: &[&str], place: &Place<'_>, raw: &raw::Claim<'_>) -> Claim {
    let argument = |(at, raw): (Place<'_>, &raw::Argument<'_>)| {
        for (at, id) in at.each("hazards", &raw.hazards).filter(|(_, id)| !ids.contains(&id.as_str())) {
            at.report_unknown(Code::UnknownEvidence, Kind::Hazard, id, ids.iter().copied());
        }
        Argument {
            argument: text(&at.key("argument"), &raw.argument),
            hazards: raw.hazards.iter().map(ToString::to_string).collect(),
            evidence: evidence(rules, &at, &raw.evidence),
        }
    };
    Claim {
        claim: text(&place.key("claim"), &raw.claim),
        arguments: place.each("arguments", &raw.arguments).map(argument).collect(),
    }
}

fn left(place: &Place<'_>, raw: &raw::Left<'_>) -> Left {
    Left {
        what: text(&place.key("what"), &raw.what),
        who: text(&place.key("who"), &raw.who),
        task: text(&place.key("task"), &raw.task),
    }
}

/// What is named as evidence. Reports what does not exist; tests are known to the tests only.
fn evidence(rules: &RuleSet, place: &Place<'_>, names: &[raw::Text<'_>]) -> Vec<Evidence> {
    place.each("evidence", names).filter_map(|(at, name)| one_evidence(rules, &at, name)).collect()
}

fn one_evidence(rules: &RuleSet, place: &Place<'_>, name: &str) -> Option<Evidence> {
    let evidence = Evidence::from_name(name);
    let known = rule_names(rules);
    let exists = match &evidence {
        Some(Evidence::Rule(_)) => known.iter().any(|known| known == name),
        Some(Evidence::Test(_) | Evidence::PageTest(_) | Evidence::Property(_)) => true,
        None => false,
    };
    if !exists {
        let meant = suggest::closest(name, known.iter().map(String::as_str)).map(language().answers.did_you_mean);
        let hint = meant.unwrap_or_else(|| language().rules.evidence_names.to_owned());
        place.report(Code::UnknownEvidence, ((language().rules.unknown)(Kind::Evidence, name), hint));
    }
    evidence
}

/// Every rule that can be named as evidence: its kind and its id.
fn rule_names(rules: &RuleSet) -> Vec<String> {
    let of = |kind: &'static str| move |id: &Id| format!("{kind}:{id}");
    let cautions = rules.cautions().iter().map(|caution| &caution.id).map(of("caution"));
    let questions = rules.questions().iter().map(|question| &question.id).map(of("question"));
    let symptoms = rules.warning_symptoms().iter().map(|symptom| &symptom.id).map(of("symptom"));
    let topics = rules.topics().iter().map(|topic| &topic.id).map(of("topic"));
    cautions.chain(questions).chain(symptoms).chain(topics).collect()
}
