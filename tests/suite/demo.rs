//! Example people, changed answers, and comparisons.

use std::collections::BTreeSet;

use jakcheck::answers::Answers;
use jakcheck::model::State;
use jakcheck::pages::comparison::Comparison;
use jakcheck::pages::people::PEOPLE;
use jakcheck::pages::report::{CautionInfo, Given, Report};
use jakcheck::pages::{comparison::page, frame};
use jakcheck::render::{self, Paint};
use jakcheck::text::language;
use proptest::prelude::*;
use serde_json::Value;

use crate::support::random::cases;
use crate::support::words::rows;
use crate::support::{DAY, answers, answers_from, built_in, day, random_answers, run, text};

/// The names of the two.
const NAMES: [&str; 2] = ["Anna", "Ben"];

fn compare<'r>(before: &Answers<'r>, after: &Answers<'r>) -> (Comparison<'r>, Report<'r>, Report<'r>) {
    let report = |answers| Report::new(answers, day());
    let (first, second) = (report(before), report(after));
    (Comparison::new(&first, &second, NAMES.map(str::to_owned)), first, second)
}

fn printed(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = run(&[arguments, &["--date", DAY]].concat(), "");
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn every_format_marks_an_example() {
    let (code, list, _) = printed(&["demo"]);
    assert_eq!(code, Some(0));
    let names: Value = serde_json::from_str(&printed(&["demo", "--format", "json"]).1).unwrap();
    assert_eq!((&names["example"], names["people"].as_array().unwrap().len()), (&true.into(), PEOPLE.len()));
    for person in PEOPLE {
        assert!(list.contains(&format!("- {}: ", person.name)), "{}", person.name);
        let (code, stdout, _) = printed(&["demo", person.name]);
        assert_eq!(code, Some(0), "{}", person.name);
        let first = stdout.lines().next().unwrap();
        assert!(first.starts_with("EXAMPLE: ") && first.ends_with("JAK INHIBITORS (IMMUNE MEDICINES)"), "{first}");
        let json: Value = serde_json::from_str(&printed(&["demo", person.name, "--format", "json"]).1).unwrap();
        assert_eq!(json["example"], true, "{}", person.name);
        for length in [&[][..], &["--full"]] {
            let page = |format| printed(&[&["demo", person.name, "--format", format], length].concat()).1;
            assert!(page("markdown").starts_with("# Example: "), "{}", person.name);
            let html = page("html");
            assert!(html.contains("<h1>Example: ") && html.contains("<title>Example: "), "{}", person.name);
            // HTML marks each printed page, which a browser test checks.
            assert!(html.contains("@top-left"), "{}", person.name);
        }
    }
}

#[test]
fn a_change_is_printed_before_the_report_with_its_sources() {
    let change = ["demo", "nothing_applies", "--change", "smoking=current", "--change", "heart_history.stroke=yes"];
    let change = [&change[..], &["--width", "200"]].concat();
    let (code, stdout, _) = printed(&change);
    assert_eq!(code, Some(0));
    let (changes, report) = stdout.split_once("\nTHE LIST AFTER THE CHANGE\n").unwrap();
    assert!(stdout.starts_with("EXAMPLE: "), "{stdout}");
    assert!(changes.contains(language().safety.emergency_lead), "{changes}");
    for row in ["Question|Before|After", "Smoking|No, never|Yes, now", "Caution|Before|After|Because of"] {
        assert!(rows(changes).iter().any(|line| line == row), "no `{row}` in {changes}");
    }
    assert!(rows(changes).contains(&"Smoking|answers did not match|applies|Smoking".to_owned()));
    assert!(changes.contains("[1, "), "{changes}");
    assert!(report.contains("\n1. Past heart attack or stroke\n"), "{report}");
    let (_, sources) = report.split_once("\nSOURCES\n").expect("the numbers have a list of sources");
    assert!(sources.starts_with("[1] ") && sources.contains("\n[2] "), "{sources}");
    let json: Value = serde_json::from_str(&printed(&[&change[..], &["--format", "json"]].concat()).1).unwrap();
    assert_eq!(json["example"], true);
    assert_eq!(json["report"]["example"], true);
    assert_eq!(json["comparison"]["answers"][1]["to"], "current");
    assert_eq!(json["comparison"]["cautions"][0]["because"], serde_json::json!(["heart_history.stroke"]));
}

#[test]
fn an_impossible_change_is_refused_with_a_hint() {
    for (arguments, part) in [
        (&["demo", "past_clots"][..], "did you mean `past_clot`?"),
        (&["demo", "past_clot", "--change", "smokin=never"], "did you mean `smoking`?"),
        (&["demo", "past_clot", "--change", "heart_history=yes"], "heart_history.heart_attack=yes"),
        (&["demo", "past_clot", "--change", "smoking=sometimes"], "the options are: current"),
        (&["demo", "past_clot", "--change", "smoking"], "smoking=never"),
        (&["demo", "--change", "smoking=never"], "<PERSON>"),
        (
            &["compare", "examples/people/past_clot.json", "examples/people/pregnant.json", "--format", "csv"],
            "[possible values: text, json, markdown, html]",
        ),
    ] {
        let (code, stdout, stderr) = printed(arguments);
        assert_eq!((code, stdout.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(stderr.contains(part), "{arguments:?}: {stderr}");
    }
}

#[test]
fn equal_answers_have_no_differences() {
    let file = "examples/people/mostly_not_sure.json";
    let (code, stdout, _) = printed(&["compare", file, file]);
    assert_eq!(code, Some(0));
    assert!(stdout.contains("\nNothing differs:") && !stdout.contains("SOURCES"), "{stdout}");
    let json: Value = serde_json::from_str(&printed(&["compare", file, file, "--format", "json"]).1).unwrap();
    assert!(["answers", "cautions", "warning_symptoms"].iter().all(|part| json[part].as_array().unwrap().is_empty()));
    assert_eq!(json["urgent"], Value::Null);
}

#[test]
fn a_change_of_urgency_names_the_sign() {
    let (before, after) = (answers(r#"{"symptoms_now": ["none"]}"#), answers(r#"{"symptoms_now": ["stroke"]}"#));
    let (comparison, _, _) = compare(&before, &after);
    assert_eq!(comparison.urgent.unwrap().because, ["symptoms_now.stroke"]);
}

#[test]
fn symptoms_that_a_report_leaves_out_are_compared() {
    let said = |before: &str, after: &str| {
        let (comparison, _, _) = compare(&answers(before), &answers(after));
        let frame = frame::of_rules(built_in().header(), day(), false);
        render::text::render(&page::document(&comparison, built_in().sources(), frame), 10_000, Paint::new(false))
    };
    for (before, after, part) in [
        (
            r#"{"other_medicines": ["none"]}"#,
            r#"{"other_medicines": ["diabetes_medicine"]}"#,
            "Low blood sugar|watch for it as others do|watch for it more|Insulin or pills for diabetes",
        ),
        (
            r#"{"heart_history": {"heart_attack": "yes", "stroke": "no"}}"#,
            r#"{"heart_history": {"heart_attack": "yes", "stroke": "not_sure"}}"#,
            "Past heart attack or stroke|applies|applies (not sure of: Stroke or mini-stroke)|Stroke or mini-stroke",
        ),
        (
            r#"{"symptoms_now": {"stroke": "not_sure"}}"#,
            r#"{"symptoms_now": {"stroke": "yes"}}"#,
            "How urgent|an emergency sign was marked as not sure|an emergency sign was marked|Weakness",
        ),
        (
            r#"{"stage": "thinking", "pregnancy": "pregnant", "symptoms_now": ["shingles"]}"#,
            r#"{"stage": "taking_now", "pregnancy": "pregnant", "symptoms_now": ["shingles"]}"#,
            "Pregnancy now|applies|applies, to call about today|Stage of treatment",
        ),
        (
            r#"{"stage": "thinking", "clot_history": "yes"}"#,
            r#"{"stage": "taking_now", "clot_history": "yes"}"#,
            "Past blood clot; Other choices|under \"Speak to your doctor before your first dose\"|under \"Call your doctor this week\"",
        ),
    ] {
        let said = said(before, after);
        assert!(rows(&said).iter().any(|row| row.starts_with(part)), "no `{part}` in {said}");
        assert!(!said.contains(language().comparison.no_caution), "{said}");
    }
}

#[test]
fn an_answer_that_leaves_a_question_out_is_a_reason() {
    // With eczema an earlier treatment counts, about which others are not asked.
    let before = answers(r#"{"condition": "ad"}"#);
    let after = answers(r#"{"condition": "ra"}"#);
    let (comparison, _, _) = compare(&before, &after);
    assert!(!comparison.cautions.is_empty());
    assert!(comparison.cautions.iter().all(|change| change.because == ["condition"]), "{comparison:?}");
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn a_comparison_has_all_differences_and_no_others(first in random_answers(), second in random_answers()) {
        let (before, after) = (answers_from(built_in(), &first), answers_from(built_in(), &second));
        let (comparison, one, two) = compare(&before, &after);
        let side = |caution: &CautionInfo<'static>| (caution.state, caution.same_day, caution.also_not_sure.clone());
        for caution in &two.cautions {
            let from = side(one.cautions.iter().find(|known| known.id == caution.id).unwrap());
            let told = comparison.cautions.iter().find(|change| change.id == caution.id);
            let told = told.map(|change| [&change.from, &change.to].map(|side| {
                (side.state, side.same_day, side.also_not_sure.clone())
            }));
            let to = side(caution);
            prop_assert_eq!(told, (from != to).then_some([from, to]));
        }
        for symptom in built_in().warning_symptoms() {
            let side = |report: &Report<'static>| {
                report.symptom(symptom.id.as_str()).map_or((false, None), |told| (told.watch_more, told.reported))
            };
            let (from, to) = (side(&one), side(&two));
            let told = comparison.warning_symptoms.iter().find(|change| symptom.id == *change.id);
            let told = told.map(|change| [change.from, change.to].map(|side| (side.watch_more, side.reported)));
            prop_assert_eq!(told, (from != to).then_some([from, to]));
        }
        for heading in &comparison.headings {
            let under = |report: &Report<'static>| {
                let applies = report.cautions.iter().filter(|caution| caution.state == State::Applies && !caution.same_day);
                let of_level = applies.filter(|caution| caution.level == heading.level);
                of_level.map(|caution| caution.title).collect::<BTreeSet<&str>>()
            };
            let cautions: BTreeSet<&str> = heading.cautions.iter().copied().collect();
            prop_assert_eq!(&cautions, &(&under(&one) & &under(&two)));
            prop_assert!(!cautions.is_empty() && heading.from != heading.to);
        }
        let (from, to) = (one.now, two.now);
        prop_assert_eq!(comparison.urgent.as_ref().map(|change| (change.from, change.to)), (from != to).then_some((from, to)));
        let because = comparison.cautions.iter().map(|change| &change.because);
        let because = because.chain(comparison.warning_symptoms.iter().map(|change| &change.because));
        let because: Vec<&Vec<&str>> = because.chain(comparison.urgent.iter().map(|change| &change.because)).collect();
        for change in &comparison.answers {
            prop_assert_eq!(change.from.map(Given::id), first.get(change.question).map(String::as_str));
            prop_assert_eq!(change.to.map(Given::id), second.get(change.question).map(String::as_str));
        }
        let differing = built_in().items().filter(|item| first.get(&item.reference) != second.get(&item.reference));
        prop_assert_eq!(comparison.answers.len(), differing.count());
        let known: Vec<&str> = comparison.answers.iter().map(|change| change.question).collect();
        for because in because {
            prop_assert!(!because.is_empty() && because.iter().all(|question| known.contains(question)));
        }
        let (itself, _, _) = compare(&after, &after);
        prop_assert!(itself.is_empty());
        for caution in &two.cautions {
            let state = one.cautions.iter().find(|known| known.id == caution.id).unwrap().state;
            let same = comparison.same.iter().find(|same| same.id == caution.id).map(|same| same.state);
            prop_assert_eq!(same, (state == caution.state).then_some(state));
        }
        prop_assert_eq!(itself.same.len(), two.cautions.len());
    }
}

#[test]
fn all_people_have_their_whole_list_on_a_page_of_their_own() {
    let (code, stdout, _) = printed(&["demo", "--all"]);
    assert_eq!(code, Some(0));
    assert!(stdout.starts_with("EXAMPLE: "), "{stdout}");
    let mut before = stdout.as_str();
    for person in PEOPLE.iter().rev() {
        let heading = format!("\n{}\n", person.name.to_uppercase());
        let (others, list) = before.split_once(&heading).unwrap_or_else(|| panic!("{} has no list", person.name));
        let report = Report::new(&person.answers(built_in()).unwrap(), day());
        for caution in report.applying() {
            assert!(list.contains(&format!(". {}\n", caution.title)), "{}: {}", person.name, caution.title);
        }
        before = others;
    }
    let html = printed(&["demo", "--all", "--format", "html"]).1;
    assert_eq!(html.matches("class=\"starts-page\"").count(), PEOPLE.len());
}

#[test]
fn a_quiz_gives_the_answers_before_the_list_that_solves_it() {
    for person in PEOPLE {
        let (code, stdout, _) = printed(&["demo", person.name, "--quiz"]);
        assert_eq!(code, Some(0));
        assert!(stdout.starts_with("EXAMPLE: "), "{stdout}");
        let (quiz, solution) = stdout.split_once("\nSOLUTION\n").unwrap();
        let report = Report::new(&person.answers(built_in()).unwrap(), day());
        for caution in report.applying() {
            let heading = format!(". {}\n", caution.title);
            assert!(!quiz.contains(&heading) && solution.contains(&heading), "{}: {heading}", person.name);
        }
        // Of a group only what is so, and what is not sure.
        let (_, read_out) = quiz.split_once("\nTHE ANSWERS\n").unwrap();
        assert!(read_out.contains("\n- ") && !read_out.contains(": no\n"), "{quiz}");
        assert_eq!(read_out.matches("[ ] ").count(), language().demo.ask.len() + 3);
    }
}
