//! The safety case: what it names as evidence lives, its hazards are in order, and `SAFETY.md` is drawn from it.
//!
//! With `UPDATE_EXAMPLES=1` in the environment the tree in `SAFETY.md` is drawn anew. Read each change.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::process::Command;
use std::sync::LazyLock;
use std::{env, fs};

use jakcheck::load::{LoadError, RuleFile};
use jakcheck::model::{ControlKind, Evidence, Property, SafetyCase};
use jakcheck::pages::hazards::{HazardLog, tree};
use jakcheck::text::language;
use regex::Regex;
use serde_json::Value;

use crate::support::diagnostics::printed;
use crate::support::program::output;
use crate::support::{built_in, project, run, text};

/// The columns of the tree in `SAFETY.md`.
const WIDTH: usize = 100;

/// The most words of a sentence.
const WORDS: usize = 20;

static CASE: LazyLock<SafetyCase> = LazyLock::new(|| SafetyCase::built_in(built_in()).expect("the safety case loads"));

/// Every evidence, of hazards and of arguments.
fn evidence() -> impl Iterator<Item = &'static Evidence> {
    let of_hazards = CASE.hazards.iter().flat_map(|hazard| &hazard.evidence);
    let arguments = CASE.claims.iter().flat_map(|claim| &claim.arguments);
    of_hazards.chain(arguments.flat_map(|argument| &argument.evidence))
}

/// The names of the tests in this test program, as it lists them itself.
fn listed(more: &[&str]) -> BTreeSet<String> {
    let mut program = Command::new(env::current_exe().unwrap());
    let lines = text(&output(program.args(["--list", "--format", "terse"]).args(more), "").stdout);
    lines.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect()
}

/// The titles of the tests in a script, without those that are skipped.
fn titles(script: &str) -> BTreeSet<String> {
    let test = Regex::new(r#"(?m)^\s*(?:test|it)\(\s*(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`),\s*(\{[^}]*\})?"#).unwrap();
    let title = |found: regex::Captures<'_>| {
        let is_skipped =
            found.get(3).is_some_and(|options| ["skip", "todo"].iter().any(|word| options.as_str().contains(word)));
        let title = found.get(1).or_else(|| found.get(2))?.as_str().to_owned();
        (!is_skipped).then_some(title)
    };
    test.captures_iter(script).filter_map(title).collect()
}

/// The tests that run, by the names that evidence has.
struct Living {
    suite: BTreeSet<String>,
    pages: BTreeSet<String>,
}

impl Living {
    fn new() -> Self {
        let scripts = ["tests/page", "tests/browser", "tests/fhir"].into_iter().flat_map(|folder| {
            let path = project().join(folder);
            fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path())
        });
        let pages = scripts.filter(|path| path.to_string_lossy().ends_with(".test.mjs")).flat_map(|path| {
            let file = path.file_name().unwrap().to_string_lossy().into_owned();
            titles(&fs::read_to_string(&path).unwrap()).into_iter().map(move |title| format!("{file}::{title}"))
        });
        let (all, ignored) = (listed(&[]), listed(&["--ignored"]));
        Self { suite: all.difference(&ignored).cloned().collect(), pages: pages.collect() }
    }

    /// Loading has refused the properties and rules that do not exist.
    fn has(&self, evidence: &Evidence) -> bool {
        match evidence {
            Evidence::Test(name) => self.suite.contains(name),
            Evidence::PageTest(name) => self.pages.contains(name),
            Evidence::Property(_) | Evidence::Rule(_) => true,
        }
    }
}

#[test]
fn every_evidence_lives() {
    let living = Living::new();
    assert!(living.suite.len() > 250 && living.pages.len() > 40, "the tests were not found");
    let dead: BTreeSet<String> = evidence().filter(|one| !living.has(one)).map(ToString::to_string).collect();
    assert!(dead.is_empty(), "these are no tests that run, so what leans on them has no evidence: {dead:#?}");
}

#[test]
fn the_search_for_dead_evidence_finds_it() {
    let living = Living::new();
    let has = |name: &str| living.has(&Evidence::from_name(name).unwrap());
    assert!(has("properties::unknown_is_never_no") && has("screens.test.mjs::two windows do not see each other"));
    // It has another name, is ignored, or is in another file.
    assert!(!has("properties::unknown_is_never_yes") && !has("stopping::panics_during_a_list"));
    assert!(!has("looks.test.mjs::two windows do not see each other"));
    let script = "test(\"one\", () => {});\n  test(`two ${x}`, { timeout: 5 }, () => {});\ntest.skip(\"three\", f);\n\
                  test(\"four\", { skip: true }, f);\ntest.todo(\"five\", f);\n// test(\"six\", f);\n\
                  test(\"seven\", { todo: \"later\" }, f);\nt.test(\"eight\", f);\n";
    assert_eq!(titles(script).into_iter().collect::<Vec<String>>(), ["one", "two ${x}"]);
}

#[test]
fn every_property_is_leaned_on_by_a_hazard() {
    for property in Property::ALL {
        let leans = CASE.hazards.iter().any(|hazard| hazard.evidence.contains(&Evidence::Property(property)));
        assert!(leans, "no hazard leans on {property}");
    }
}

#[test]
fn the_hazards_are_in_order() {
    for (number, hazard) in (1..).zip(&CASE.hazards) {
        assert_eq!(hazard.id, format!("H-{number:02}"));
    }
    assert!(CASE.hazards.len() >= 33);
}

#[test]
fn controls_lower_each_risk_and_the_best_stand_first() {
    for hazard in &CASE.hazards {
        let (id, before, after) = (&hazard.id, hazard.before, hazard.after);
        assert!(after.severity <= before.severity && after.likelihood <= before.likelihood, "{id}");
        assert!(after.product() < before.product(), "{id} has controls that do nothing");
        assert!(!hazard.controls.is_empty() && !hazard.evidence.is_empty(), "{id}");
        let kinds: Vec<ControlKind> = hazard.controls.iter().map(|control| control.kind).collect();
        assert!(kinds.is_sorted(), "{id}: design stands before protection, and that before information");
        let names: BTreeSet<&Evidence> = hazard.evidence.iter().collect();
        assert_eq!(names.len(), hazard.evidence.len(), "{id} names something twice");
    }
}

#[test]
fn the_claims_are_about_every_hazard() {
    let arguments = || CASE.claims.iter().flat_map(|claim| &claim.arguments);
    assert!(CASE.claims.iter().all(|claim| !claim.arguments.is_empty()));
    assert!(arguments().all(|argument| !argument.hazards.is_empty() && !argument.evidence.is_empty()));
    let about: BTreeSet<&String> = arguments().flat_map(|argument| &argument.hazards).collect();
    assert_eq!(about, CASE.hazards.iter().map(|hazard| &hazard.id).collect());
}

#[test]
fn sentences_of_the_safety_case_are_short() {
    let of_hazards = CASE.hazards.iter().flat_map(|hazard| {
        let own = [&hazard.hazard, &hazard.cause, &hazard.harm];
        own.into_iter().chain(hazard.controls.iter().map(|control| &control.control))
    });
    let of_claims = CASE
        .claims
        .iter()
        .flat_map(|claim| [&claim.claim].into_iter().chain(claim.arguments.iter().map(|argument| &argument.argument)));
    let left = CASE.left.iter().flat_map(|left| [&left.what, &left.task]);
    let scales = CASE.severity.iter().chain(&CASE.likelihood);
    for sentence in of_hazards.chain(of_claims).chain(left).chain(scales) {
        let count = sentence.split_whitespace().count();
        assert!(count <= WORDS && sentence.ends_with('.') && !sentence.contains(". "), "{count} words: {sentence}");
    }
}

/// What is said of the safety case with one text in place of another, which stands in it.
fn found(old: &str, new: &str) -> String {
    let whole = fs::read_to_string(project().join("rules/hazards.json")).unwrap();
    assert!(whole.contains(old), "{old}");
    let bytes = Cow::Owned(whole.replacen(old, new, 1).into_bytes());
    let file = RuleFile { name: "hazards.json".to_owned(), path: "hazards.json".to_owned(), bytes };
    match SafetyCase::load(built_in(), &file) {
        Err(LoadError::Invalid(found)) => printed(&found),
        other => panic!("{new} was taken: {other:?}"),
    }
}

#[test]
fn a_mistake_in_the_safety_case_has_its_place_and_a_hint() {
    let place = Regex::new(r"--> hazards\.json:(\d+):\d+\n  hint: .").unwrap();
    for (old, new, said) in [
        ("\"P2\"", "\"P13\"", "there is no evidence `P13`"),
        ("\"caution:uc_higher_dose\"", "\"caution:uc_higher_doses\"", "did you mean `caution:uc_higher_dose`?"),
        ("\"symptom:low_sugar\"", "\"sign:low_sugar\"", "did you mean `symptom:low_sugar`?"),
        ("\"P2\"", "\"some words\"", "a property from `P1` to `P12`"),
        ("\"hazards\": [\"H-01\"", "\"hazards\": [\"H-99\"", "there is no hazard `H-99`"),
        ("\"id\": \"H-02\"", "\"id\": \"H-01\"", "the hazard id `H-01` stands twice"),
        ("\"severity\": 5", "\"severity\": 6", "severity and likelihood are from 1 to 5"),
        ("\"severity\": 5", "\"severity\": 0", "severity and likelihood are from 1 to 5"),
        ("\"severity\": 5, \"likelihood\": 4", "\"severity\": 5", "error[missing_key]"),
        ("\"cause\":", "\"causes\":", "error[unknown_key]"),
        ("{ \"severity\": 5, \"likelihood\": 4 }", "{ \"severity\": 5, \"likelihood\": 4, \"x\": 1 }", "unknown_key"),
        ("\"kind\": \"design\"", "\"kind\": \"paper\"", "error[wrong_type]"),
        ("\"harm\": \"", "\"harm\": \" ", "error[stray_space]"),
    ] {
        let printed = found(old, new);
        assert!(printed.contains(said), "{new}: {printed}");
        let line: usize = place.captures(&printed).unwrap_or_else(|| panic!("{new}: {printed}"))[1].parse().unwrap();
        assert!(line > 1, "{new}: {printed}");
    }
}

#[test]
fn the_log_has_the_highest_remaining_risk_first() {
    let log = HazardLog::new(&CASE, built_in().header(), false);
    let risks: Vec<u8> = log.hazards.iter().map(|hazard| hazard.after.product()).collect();
    assert!(risks.is_sorted_by(|one, next| one >= next) && risks[0] > risks[risks.len() - 1], "{risks:?}");
    let ids: BTreeSet<&str> = log.hazards.iter().map(|hazard| hazard.id.as_str()).collect();
    assert_eq!(ids.len(), CASE.hazards.len());
}

#[test]
fn the_log_says_whose_the_estimates_are_and_what_each_hazard_leans_on() {
    for format in ["text", "markdown", "html", "json"] {
        let log = text(&run(&["rules", "hazards", "--format", format, "--width", "1000"], "").stdout);
        let plain = log.replace('\\', "");
        for sentence in language().hazards.ours {
            assert!(plain.contains(sentence), "{format}: {sentence}");
        }
        if format != "html" {
            // HTML escapes some characters; `pages.rs` holds its words against those of text.
            assert!(evidence().all(|one| plain.contains(&one.to_string())), "{format}");
        }
    }
    let json: Value = serde_json::from_slice(&run(&["rules", "hazards", "--format", "json"], "").stdout).unwrap();
    assert_eq!(json["hazards"].as_array().unwrap().len(), CASE.hazards.len());
    assert_eq!(json["rule_set"]["built_in"], true);
}

#[test]
fn rules_from_a_folder_are_not_what_the_log_is_about() {
    let own = run(&["rules", "hazards"], "");
    let other = run(&["rules", "hazards", "--rules", "tests/data/small_rules"], "");
    let [first, second] = language().hazards.not_of_other_rules;
    let words = |bytes: &[u8]| text(bytes).split_whitespace().collect::<Vec<&str>>().join(" ");
    assert!(words(&other.stdout).contains(&format!("{first} {second}")) && !words(&own.stdout).contains(first));
    // Everything else is the same, and a folder that does not load is an error as everywhere.
    assert_eq!(words(&other.stdout).replace(&format!("{first} {second} "), ""), words(&own.stdout));
    assert_eq!(run(&["rules", "hazards", "--rules", "examples"], "").status.code(), Some(3));
}

#[test]
fn safety_md_is_drawn_from_the_safety_case() {
    let path = project().join("SAFETY.md");
    let page = fs::read_to_string(&path).unwrap();
    let (before, rest) = page.split_once("```text\n").expect("a block for the tree");
    let (_, after) = rest.split_once("```\n").expect("the end of the block");
    let drawn = format!("{before}```text\n{}```\n{after}", tree::draw(&CASE, WIDTH));
    if env::var_os("UPDATE_EXAMPLES").is_some() {
        fs::write(&path, &drawn).unwrap();
    }
    let is_same = fs::read_to_string(&path).is_ok_and(|written| written == drawn);
    assert!(is_same, "the tree in SAFETY.md differs: run `UPDATE_EXAMPLES=1 cargo test` and read the change");
    for left in &CASE.left {
        let row = format!("| {} | {} | {} |\n", left.what, left.who, left.task);
        assert!(page.contains(&row), "SAFETY.md lacks the row {row}");
    }
    for sentence in language().hazards.ours {
        assert!(page.contains(sentence), "SAFETY.md lacks `{sentence}`");
    }
    let count = page.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    assert!(count <= 1000, "SAFETY.md has {count} words: two printed pages are enough");
}

#[test]
fn every_script_of_tests_is_run_by_the_gate() {
    let gate = fs::read_to_string(project().join(".ci/run")).unwrap();
    // Without the name of a file it runs all that are there.
    for folder in ["page", "browser"] {
        assert!(gate.contains(&format!("(cd tests/{folder} && node --test --test-reporter=spec)")), "{folder}");
    }
    let run = fs::read_to_string(project().join("tests/fhir/run")).unwrap();
    assert!(gate.contains("tests/fhir/run") && run.contains("(cd tests/fhir && node --test --test-reporter=spec)"));
}
