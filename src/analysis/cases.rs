//! Worked cases: answers with the states that they must give.

use std::collections::BTreeSet;

use crate::answers::read_part;
use crate::evaluate::{Evaluation, Finding, Situation};
use crate::load::diagnostic::{self, Code, Diagnostic};
use crate::load::locate::Position;
use crate::load::raw::{CasesFile, Expectation, Expected};
use crate::load::{LoadError, Log, Place, RuleFiles, parse_file, raw, report_duplicates, text};
use crate::model::{ItemIndex, RuleSet, State};
use crate::text::language;
use crate::text::rules::Kind;

/// The worked cases of a rule set. All of them passed.
#[derive(Clone, Debug)]
pub struct Cases {
    cases: Vec<Case>,
}

/// A worked case.
#[derive(Clone, Debug)]
pub struct Case {
    /// Id of its topic.
    pub topic: String,
    /// Id within the topic.
    pub id: String,
    /// Why the answers give these states, in sentences.
    pub why: Vec<String>,
    /// The answers document, with the spaces of the file.
    pub answers: String,
    /// Ids of cautions and their expected states.
    pub expect: Vec<(String, State)>,
}

impl Cases {
    /// Reads the worked cases of a rule set and evaluates each.
    ///
    /// # Errors All mistakes: a case that cannot be read, a case whose result is not the expected one, a caution
    /// without a case for each of its outcomes.
    pub fn prove(rules: &RuleSet, files: &RuleFiles) -> Result<Self, LoadError> {
        let log = Log::default();
        let mut cases = Vec::new();
        for file in files.iter().filter(|file| file.name.starts_with("cases/")) {
            let Some((place, raw)) = parse_file::<CasesFile<'_>>(&log, file) else {
                continue;
            };
            if format!("cases/{}.json", raw.topic) != file.name {
                let mistake = (language().rules.wrong_case_file)(&file.name, &raw.topic);
                place.key("topic").report(Code::WrongFileName, mistake);
            }
            report_duplicates(Kind::Case, place.each("cases", &raw.cases), |case| &case.id);
            for (at, case) in place.each("cases", &raw.cases) {
                prove_case(rules, &log, &at, case);
                cases.push(case_from_raw(&raw.topic, case));
            }
        }
        if log.is_empty() {
            report_missing(rules, files, &log, &cases);
        }
        let mut found = log.into_diagnostics();
        diagnostic::sort(&mut found);
        if found.is_empty() { Ok(Self { cases }) } else { Err(LoadError::Invalid(found)) }
    }

    /// The cases in the order of their files.
    pub fn iter(&self) -> impl Iterator<Item = &Case> {
        self.cases.iter()
    }
}

fn case_from_raw(topic: &str, raw: &raw::Case<'_>) -> Case {
    Case {
        topic: topic.to_owned(),
        id: raw.id.to_string(),
        why: raw.why.iter().map(ToString::to_string).collect(),
        answers: raw.answers.get().to_owned(),
        expect: raw.expect.iter().map(|expected| (expected.caution.to_string(), expected.state)).collect(),
    }
}

fn prove_case(rules: &RuleSet, log: &Log, place: &Place<'_>, case: &raw::Case<'_>) {
    place.key("id").id(&case.id);
    if case.why.is_empty() {
        place.key("why").report(Code::MissingWhy, language().rules.case_without_reason);
    }
    for (at, sentence) in place.each("why", &case.why) {
        text(&at, sentence);
    }
    if case.expect.is_empty() {
        place.key("expect").report(Code::MissingText, language().rules.case_expects_nothing);
    }
    match read_part(rules, place.path(), place.text(), place.key("answers").value()) {
        Err(error) => error.diagnostics().iter().for_each(|found| log.add(found.clone())),
        Ok(answers) => {
            let situation = Situation::new(&answers);
            let checker = Checker { rules, evaluation: Evaluation::new(&situation) };
            for (at, expected) in place.each("expect", &case.expect) {
                checker.caution(&at, expected);
            }
            checker.symptoms(place, case);
            checker.urgent(place, case);
        }
    }
}

struct Checker<'r> {
    rules: &'r RuleSet,
    evaluation: Evaluation<'r>,
}

impl Checker<'_> {
    fn caution(&self, place: &Place<'_>, expected: &Expectation<'_>) {
        let finding = self.evaluation.findings.iter().find(|finding| finding.caution.id == *expected.caution.as_str());
        let Some(Finding { caution, verdict }) = finding else {
            let ids = self.rules.cautions().iter().map(|caution| caution.id.as_str());
            place.key("caution").report_unknown(Code::UnknownCaution, Kind::Caution, &expected.caution, ids);
            return;
        };
        if verdict.state != expected.state {
            let (is, said) = (verdict.state.to_string(), expected.state.to_string());
            let mistake = (language().rules.case_state)(caution.id.as_str(), &is, &said);
            place.key("state").report(Code::CaseFailed, mistake);
        }
        self.items(place, "because", expected.because.as_ref(), &verdict.because);
        self.items(place, "settled_by", expected.settled_by.as_ref(), &verdict.settled_by);
        self.items(place, "also_not_sure", expected.also_not_sure.as_ref(), &verdict.also_not_sure);
    }

    fn items(&self, place: &Place<'_>, key: &'static str, expected: Option<&Vec<raw::Text<'_>>>, items: &[ItemIndex]) {
        let Some(expected) = expected else { return };
        let found: BTreeSet<&str> = items.iter().map(|item| self.rules[*item].reference.as_str()).collect();
        if found != expected.iter().map(raw::Text::as_str).collect() {
            let found: Vec<&str> = found.into_iter().collect();
            place.key(key).report(Code::CaseFailed, (language().rules.case_list)(key, &found));
        }
    }

    fn symptoms(&self, place: &Place<'_>, case: &raw::Case<'_>) {
        let Some(expected) = &case.watch_more else {
            return;
        };
        let ids = || self.rules.warning_symptoms().iter().map(|symptom| symptom.id.as_str());
        for (at, id) in place.each("watch_more", expected) {
            if !ids().any(|known| *id == known) {
                at.report_unknown(Code::UnknownSymptom, Kind::WarningSymptom, id, ids().collect::<Vec<&str>>());
            }
        }
        if expected.iter().any(|id| !ids().any(|known| *id == known)) {
            return;
        }
        let marked: BTreeSet<&str> = self
            .evaluation
            .symptoms
            .iter()
            .filter(|finding| finding.watch_more)
            .map(|finding| finding.symptom.id.as_str())
            .collect();
        if marked != expected.iter().map(raw::Text::as_str).collect() {
            let marked: Vec<&str> = marked.into_iter().collect();
            place.key("watch_more").report(Code::CaseFailed, (language().rules.case_list)("watch_more", &marked));
        }
    }

    fn urgent(&self, place: &Place<'_>, case: &raw::Case<'_>) {
        let Expected::Checked(expected) = case.urgent else { return };
        let level = self.evaluation.urgent.as_ref().map(|(now, _)| now.level());
        if level != expected {
            let level = level.map_or_else(|| "null".to_owned(), |level| level.to_string());
            place.key("urgent").report(Code::CaseFailed, (language().rules.case_urgent)(&level));
        }
    }
}

/// Each caution needs a case that raises it, one that does not, and one that leaves it open.
fn report_missing(rules: &RuleSet, files: &RuleFiles, log: &Log, cases: &[Case]) {
    let states: BTreeSet<(&str, State)> =
        cases.iter().flat_map(|case| &case.expect).map(|(caution, state)| (caution.as_str(), *state)).collect();
    for caution in rules.cautions() {
        let has = |state| states.contains(&(caution.id.as_str(), state));
        let words = &language().rules;
        let outcomes = [
            (has(State::Applies), words.raises),
            (has(State::NoMatch), words.does_not_raise),
            (has(State::NotSure) || has(State::NotAsked), words.leaves_open),
        ];
        for (_, outcome) in outcomes.iter().filter(|(is_there, _)| !is_there) {
            let file = format!("cases/{}.json", rules[caution.topic].id);
            let path = files.iter().find(|known| known.name == file).map_or(file.as_str(), |known| &known.path);
            let mistake = (words.missing_case)(caution.id.as_str(), outcome);
            log.add(Diagnostic::new(Code::MissingCase, path, Position::START, mistake));
        }
    }
}
