//! The example people: their states, worked out by hand, and their printed reports.
//!
//! With `UPDATE_EXAMPLES=1` in the environment the printed reports are updated. Read each change.

use std::collections::BTreeSet;
use std::{env, fs};

use jakcheck::model::{State, Urgent};
use jakcheck::pages;
use jakcheck::pages::report::Report;
use jakcheck::render::{Paint, html, json, markdown, text};
use jakcheck::text::language;

use crate::support::{files, project, report, text_of};

/// The expected states of a person, worked out by hand.
struct Person {
    name: &'static str,
    applies: &'static [&'static str],
    not_sure: &'static [&'static str],
    not_asked: usize,
    urgent: Option<Urgent>,
    watch_more: &'static [&'static str],
}

const PEOPLE: [Person; 7] = [
    Person {
        name: "nothing_applies",
        applies: &[],
        not_sure: &[],
        not_asked: 0,
        urgent: None,
        watch_more: &["pill_in_stool"],
    },
    Person {
        name: "young_adult_on_the_pill",
        applies: &["clot_risk_factors", "vaccines_due", "could_become_pregnant"],
        not_sure: &[],
        not_asked: 0,
        urgent: None,
        watch_more: &["clot_leg", "clot_lung", "shingles", "pregnant_on_treatment", "pill_in_stool"],
    },
    Person {
        name: "older_smoker",
        applies: &[
            "age_65_plus",
            "heart_risk_factors",
            "age_50_with_heart_risk",
            "smoking",
            "cholesterol_watch",
            "gut_tear_risk",
            "ask_about_alternatives",
        ],
        not_sure: &[],
        not_asked: 0,
        urgent: None,
        watch_more: &["heart_attack", "stroke", "eye", "bowel_tear", "serious_infection", "swollen_glands"],
    },
    Person {
        name: "past_clot",
        applies: &["clot_history", "clot_risk_factors", "ask_about_alternatives"],
        not_sure: &[],
        not_asked: 0,
        urgent: None,
        watch_more: &["clot_leg", "clot_lung"],
    },
    Person {
        name: "pregnant",
        applies: &["pregnant_now", "breastfeeding", "uc_higher_dose"],
        not_sure: &[],
        not_asked: 0,
        urgent: Some(Urgent::SameDay),
        watch_more: &[],
    },
    Person {
        name: "past_heart_attack",
        applies: &[
            "heart_attack_or_stroke",
            "heart_risk_factors",
            "age_50_with_heart_risk",
            "smoking",
            "cholesterol_watch",
            "infection_prone",
            "diabetes_medicine",
            "ask_about_alternatives",
        ],
        not_sure: &["step_before_jak"],
        not_asked: 0,
        urgent: None,
        watch_more: &[
            "heart_attack",
            "stroke",
            "eye",
            "serious_infection",
            "low_sugar",
            "swollen_glands",
            "pill_in_stool",
        ],
    },
    Person {
        name: "chest_pain_now",
        applies: &["heart_risk_factors", "age_50_with_heart_risk", "ask_about_alternatives"],
        not_sure: &[],
        not_asked: 35,
        urgent: Some(Urgent::Emergency),
        watch_more: &["heart_attack", "stroke", "eye"],
    },
];

fn example(name: &str) -> Report<'static> {
    report(&fs::read_to_string(project().join(format!("examples/people/{name}.json"))).unwrap())
}

fn ids(report: &Report<'static>, state: State) -> BTreeSet<&'static str> {
    report.cautions.iter().filter(|one| one.state == state).map(|one| one.id.as_str()).collect()
}

#[test]
fn example_people_have_the_states_worked_out_by_hand() {
    for person in PEOPLE {
        let report = example(person.name);
        assert_eq!(ids(&report, State::Applies), person.applies.iter().copied().collect(), "{}", person.name);
        assert_eq!(ids(&report, State::NotSure), person.not_sure.iter().copied().collect(), "{}", person.name);
        assert_eq!(ids(&report, State::NotAsked).len(), person.not_asked, "{}", person.name);
        assert_eq!(report.urgent_level(), person.urgent, "{}", person.name);
        let watched: BTreeSet<&str> =
            report.warning_symptoms.iter().filter(|one| one.watch_more).map(|one| one.id.as_str()).collect();
        assert_eq!(watched, person.watch_more.iter().copied().collect(), "{}", person.name);
    }
}

#[test]
fn mostly_not_sure_gets_a_list_of_what_to_find_out() {
    let report = example("mostly_not_sure");
    let applies = ["heart_risk_factors", "age_50_with_heart_risk", "ask_about_alternatives"];
    assert_eq!(ids(&report, State::Applies), applies.into_iter().collect());
    // Settled by a definite answer: age, smoking, breastfeeding; and rheumatoid arthritis, which is not ulcerative
    // colitis and is on the US label of each medicine.
    let settled = ["under_18", "age_65_plus", "smoking", "breastfeeding", "uc_higher_dose", "use_not_on_us_label"];
    assert_eq!(ids(&report, State::NoMatch), settled.into_iter().collect());
    assert!(ids(&report, State::NotAsked).is_empty());
    assert_eq!(ids(&report, State::NotSure).len(), report.cautions.len() - applies.len() - settled.len());
    let text = text_of(&report, 80);
    let words = text.split_whitespace().collect::<Vec<&str>>().join(" ");
    assert!(words.contains("Take a pregnancy test, and call before your first or next dose."));
}

#[test]
fn nothing_applies_still_gets_the_fixed_texts() {
    let report = example("nothing_applies");
    let text = text_of(&report, 80);
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(&format!("\n{}\n", language().safety.emergency_lead)));
    let safety = &language().safety;
    for sentence in [safety.main, safety.not_a_verdict, safety.not_matched, safety.not_safe, safety.not_every_risk]
        .iter()
        .chain(&safety.keep_taking)
    {
        assert!(words.contains(sentence), "no `{sentence}`");
    }
    for heading in [language().heading.signs_in_full, language().heading.not_asked_about, language().heading.sources] {
        assert!(text.contains(&heading.to_uppercase()), "no `{heading}`");
    }
    // Low sugar and pregnancy are left out.
    assert_eq!(report.warning_symptoms.len(), 15);
}

#[test]
fn every_example_person_has_expected_states() {
    let mut checked: Vec<&str> = PEOPLE.iter().map(|person| person.name).chain(["mostly_not_sure"]).collect();
    checked.sort_unstable();
    let people: Vec<String> = files("examples/people", ".json")
        .iter()
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(people, checked);
}

#[test]
fn the_example_reports_are_up_to_date() {
    let mut expected = BTreeSet::new();
    for path in files("examples/people", ".json") {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let report = example(&name);
        let (full, list) = (pages::report::page::document(&report), pages::list::document(&report));
        let printed = [
            ("txt", text::render(&list, 80, Paint::new(false))),
            ("md", markdown::render(&list).unwrap()),
            ("html", html::render(&list, html::Size::Normal)),
            ("json", json::render(&report).unwrap()),
            ("full.txt", text_of(&report, 80)),
            ("full.html", html::render(&full, html::Size::Normal)),
        ];
        for (ending, text) in printed {
            let file = project().join(format!("examples/reports/{name}.{ending}"));
            if env::var_os("UPDATE_EXAMPLES").is_some() {
                fs::write(&file, &text).unwrap();
            }
            let is_same = fs::read_to_string(&file).is_ok_and(|written| written == text);
            assert!(is_same, "{} differs: run `UPDATE_EXAMPLES=1 cargo test` and read the change", file.display());
            expected.insert(file);
        }
    }
    assert_eq!(files("examples/reports", "").into_iter().collect::<BTreeSet<_>>(), expected, "a report of nobody");
}
