//! The built-in rule set is complete, matches the lists here, and contains every claim of the source document.

use std::collections::{BTreeMap, BTreeSet};

use jakcheck::analysis::Cases;
use jakcheck::load::RuleFiles;
use jakcheck::model::{Citation, State, Statement};

use crate::support::{built_in, files, project};

#[test]
fn the_built_in_files_are_those_of_the_folder() {
    let root = project().join("rules/jak-inhibitors");
    let on_disk: BTreeSet<String> = files("rules/jak-inhibitors", ".json")
        .iter()
        .map(|path| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"))
        .collect();
    let built: BTreeSet<String> = RuleFiles::built_in().iter().map(|file| file.name.clone()).collect();
    assert_eq!(built, on_disk);
}

#[test]
fn the_built_in_rules_and_the_folder_have_the_same_digest() {
    let folder = RuleFiles::of_folder(&project().join("rules/jak-inhibitors")).unwrap();
    assert_eq!(RuleFiles::built_in().digest(), folder.digest());
}

#[test]
fn every_worked_case_passes() {
    let cases = Cases::prove(built_in(), &RuleFiles::built_in()).unwrap();
    assert!(cases.iter().count() >= built_in().cautions().len() * 3);
}

/// Question, number of items (1 if it is not a group) and number of options besides *not sure*.
const QUESTIONS: [(&str, usize, usize); 28] = [
    ("symptoms_now", 17, 2),
    ("stage", 1, 5),
    ("medicine", 1, 4),
    ("condition", 1, 13),
    ("age_band", 1, 4),
    ("clot_history", 1, 2),
    ("clot_risks", 6, 2),
    ("heart_history", 5, 2),
    ("heart_risks", 4, 2),
    ("smoking", 1, 3),
    ("infection_now", 1, 2),
    ("infection_risks", 7, 2),
    ("tb_history", 1, 4),
    ("tb_test", 1, 3),
    ("shingles_vaccine", 1, 2),
    ("live_vaccine", 1, 2),
    ("cancer_history", 1, 4),
    ("pregnancy", 1, 4),
    ("breastfeeding", 1, 3),
    ("gut_history", 1, 2),
    ("gut_medicines", 3, 2),
    ("organ_problems", 5, 2),
    ("allergy", 1, 2),
    ("immune_medicines", 4, 2),
    ("other_medicines", 10, 2),
    ("prior_methotrexate", 1, 5),
    ("prior_biologic", 1, 5),
    ("prior_other_systemic", 1, 2),
];

#[test]
fn the_questions_are_in_order() {
    let questions: Vec<(&str, usize, usize)> = built_in()
        .questions()
        .iter()
        .map(|question| (question.id.as_str(), question.items.len(), question.items[0].options.len()))
        .collect();
    assert_eq!(questions, QUESTIONS);
    assert_eq!(built_in().questions().iter().filter(|question| question.is_group).count(), 9);
}

#[test]
fn the_short_check_asks_twelve_questions() {
    let short: Vec<&str> =
        built_in().questions().iter().filter(|question| question.short).map(|question| question.id.as_str()).collect();
    let expected = [
        "symptoms_now",
        "stage",
        "medicine",
        "age_band",
        "clot_history",
        "heart_history",
        "smoking",
        "infection_now",
        "cancer_history",
        "pregnancy",
        "prior_methotrexate",
        "prior_biologic",
    ];
    assert_eq!(short, expected);
}

/// Each caution with its topic and its level.
const CAUTIONS: [(&str, &str, u8); 41] = [
    ("under_18", "treatment", 1),
    ("age_65_plus", "treatment", 2),
    ("use_not_on_us_label", "treatment", 2),
    ("uc_higher_dose", "treatment", 2),
    ("clot_history", "blood_clots", 1),
    ("clotting_disorder", "blood_clots", 1),
    ("clot_risk_factors", "blood_clots", 2),
    ("heart_attack_or_stroke", "heart_and_stroke", 1),
    ("other_heart_disease", "heart_and_stroke", 1),
    ("heart_risk_factors", "heart_and_stroke", 2),
    ("age_50_with_heart_risk", "heart_and_stroke", 1),
    ("smoking", "heart_and_stroke", 2),
    ("cholesterol_watch", "heart_and_stroke", 3),
    ("infection_now", "infections", 1),
    ("infection_prone", "infections", 2),
    ("tb_active", "infections", 1),
    ("tb_past_or_exposed", "infections", 1),
    ("tb_test_needed", "infections", 2),
    ("hepatitis", "infections", 1),
    ("shingles_history", "infections", 2),
    ("fungal_area", "infections", 3),
    ("vaccines_due", "vaccines", 3),
    ("live_vaccine", "vaccines", 1),
    ("cancer_history", "cancer", 1),
    ("skin_cancer_history", "cancer", 2),
    ("pregnant_now", "pregnancy", 1),
    ("trying_for_a_baby", "pregnancy", 1),
    ("could_become_pregnant", "pregnancy", 2),
    ("breastfeeding", "pregnancy", 1),
    ("gut_tear_risk", "stomach_and_bowel", 2),
    ("liver_severe", "liver_kidneys_blood", 1),
    ("liver_mild", "liver_kidneys_blood", 2),
    ("kidney_problem", "liver_kidneys_blood", 2),
    ("low_blood_counts", "liver_kidneys_blood", 2),
    ("allergy", "other_effects", 1),
    ("strong_immune_combo", "other_medicines", 1),
    ("interacting_medicine", "other_medicines", 2),
    ("diabetes_medicine", "other_medicines", 2),
    ("methotrexate_first", "earlier_treatments", 3),
    ("step_before_jak", "earlier_treatments", 2),
    ("ask_about_alternatives", "earlier_treatments", 1),
];

#[test]
fn the_cautions_have_their_topics_and_levels() {
    let found: BTreeSet<(&str, &str, u8)> = built_in()
        .cautions()
        .iter()
        .map(|caution| (caution.id.as_str(), built_in()[caution.topic].id.as_str(), caution.level.number()))
        .collect();
    assert_eq!(found, CAUTIONS.into_iter().collect());
}

#[test]
fn the_warning_symptoms_have_their_urgency() {
    let of = |urgency: &str| -> BTreeSet<&str> {
        let symptoms = built_in().warning_symptoms().iter();
        symptoms
            .filter(|symptom| serde_json::to_value(symptom.urgency).unwrap() == urgency)
            .map(|symptom| symptom.id.as_str())
            .collect()
    };
    let emergency = ["clot_leg", "clot_lung", "heart_attack", "stroke", "allergic_reaction", "eye", "bowel_tear"];
    let same_day = [
        "serious_infection",
        "tb",
        "shingles",
        "liver",
        "low_blood",
        "low_sugar",
        "pregnant_on_treatment",
        "swollen_glands",
    ];
    assert_eq!(of("emergency"), emergency.into_iter().collect());
    assert_eq!(of("same_day"), same_day.into_iter().collect());
    assert_eq!(of("next_visit"), ["pill_in_stool", "skin_change"].into_iter().collect());
    let counting = built_in().warning_symptoms().iter().filter(|symptom| symptom.not_sure_counts);
    let counting: BTreeSet<&str> = counting.map(|symptom| symptom.id.as_str()).collect();
    let expected = ["serious_infection", "tb", "shingles", "pregnant_on_treatment"];
    assert_eq!(counting, emergency.into_iter().chain(expected).collect());
    assert!(built_in().warning_symptoms().iter().all(|symptom| symptom.reported_by.is_some()));
}

#[test]
fn every_topic_teaches_something() {
    let rules = built_in();
    assert_eq!(rules.topics().len(), 17);
    assert!(rules.topics().iter().all(|topic| !topic.about.is_empty()), "a topic without `about`");
}

#[test]
fn each_medicine_has_tests_and_intervals() {
    for medicine in ["upadacitinib", "tofacitinib", "baricitinib"] {
        let report = crate::support::report(&format!("{{\"medicine\": \"{medicine}\"}}"));
        let ids: Vec<&str> = report.monitoring.iter().map(|advice| advice.id.as_str()).collect();
        for needed in ["blood_counts", "liver_tests", "cholesterol", "birth_control", "breastfeeding"] {
            let is_there = ids.iter().any(|id| id.starts_with(needed) && id.ends_with(medicine));
            assert!(is_there, "no {needed} for {medicine} in {ids:?}");
        }
        let others = ["upadacitinib", "tofacitinib", "baricitinib"].into_iter().filter(|other| *other != medicine);
        for other in others {
            assert!(!ids.iter().any(|id| id.ends_with(other)), "{other} is printed for {medicine}");
        }
    }
}

/// The parts of the rules that contain each claim of the source document.
fn carriers() -> BTreeMap<String, BTreeSet<String>> {
    let rules = built_in();
    let mut carriers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut add = |place: String, cites: &[Citation]| {
        for cite in cites.iter().filter(|cite| built_in()[cite.source].id == *"topic_page") {
            carriers.entry(rules.passage(cite).id.to_string()).or_default().insert(place.clone());
        }
    };
    let details = |details: &[Statement]| details.iter().flat_map(|one| one.cites.clone()).collect::<Vec<Citation>>();
    for topic in rules.topics() {
        topic.about.iter().for_each(|statement| add(format!("topic {}", topic.id), &statement.cites));
    }
    rules.questions().iter().for_each(|one| add(format!("question {}", one.id), &one.cites));
    for caution in rules.cautions() {
        add(format!("caution {}", caution.id), &caution.cites);
        add(format!("caution {}", caution.id), &details(&caution.statements().cloned().collect::<Vec<Statement>>()));
    }
    rules.warning_symptoms().iter().for_each(|one| add(format!("symptom {}", one.id), &one.cites));
    for advice in rules.always().iter().chain(rules.monitoring()).chain(rules.alternatives()) {
        add(format!("advice {}", advice.id), &advice.statement.cites);
    }
    carriers
}

#[test]
fn every_claim_of_the_source_document_is_in_the_rules() {
    let carriers = carriers();
    let expected = (0..=24).flat_map(|number| match number {
        14 => vec!["s14a".to_owned(), "s14b".to_owned(), "s14c".to_owned(), "s14d".to_owned()],
        15 => vec!["s15a".to_owned(), "s15b".to_owned(), "s15c".to_owned()],
        17 => vec!["s17a".to_owned(), "s17b".to_owned(), "s17c".to_owned()],
        number => vec![format!("s{number}")],
    });
    assert_eq!(carriers.keys().cloned().collect::<BTreeSet<_>>(), expected.collect());
    let lines: Vec<String> = carriers
        .iter()
        .map(|(claim, by)| format!("{claim}: {}", by.iter().cloned().collect::<Vec<_>>().join(", ")))
        .collect();
    insta::with_settings!({ prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("claims_and_what_carries_them", lines.join("\n"));
    });
}

#[test]
fn nothing_claims_a_clinical_review() {
    assert!(built_in().header().clinical_review.is_none());
    let report = crate::support::report("{}");
    assert!(report.notice().contains(&"No doctor or nurse has reviewed it.".to_owned()));
    assert!(!report.rule_set().clinically_reviewed);
}

#[test]
fn no_answers_leave_every_caution_open() {
    let report = crate::support::report("{}");
    assert!(report.cautions.iter().all(|caution| caution.state == State::NotAsked));
    assert_eq!(report.unanswered.len(), built_in().items().count());
}
