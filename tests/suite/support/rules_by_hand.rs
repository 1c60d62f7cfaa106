//! The conditions of the rules, typed a second time from the sources, for the second evaluator.

/// A condition.
#[derive(Clone, Debug)]
pub(crate) enum Text {
    Is(&'static str, &'static [&'static str]),
    All(Vec<Text>),
    Any(Vec<Text>),
}

use Text::{All, Any, Is};

fn yes(item: &'static str) -> Text {
    Is(item, &["yes"])
}

fn any_yes(items: &[&'static str]) -> Text {
    Any(items.iter().map(|item| yes(item)).collect())
}

fn heart_history() -> Text {
    any_yes(&[
        "heart_history.heart_attack",
        "heart_history.stroke",
        "heart_history.angina",
        "heart_history.heart_failure",
        "heart_history.other_heart",
    ])
}

fn heart_risk() -> Text {
    any_yes(&[
        "heart_risks.high_blood_pressure",
        "heart_risks.high_cholesterol",
        "heart_risks.diabetes",
        "heart_risks.family_early_heart_disease",
    ])
}

fn smoked() -> Text {
    Is("smoking", &["current", "past"])
}

fn clot_risks() -> Text {
    any_yes(&[
        "clot_risks.own_clotting_disorder",
        "clot_risks.family_clotting_disorder",
        "clot_risks.surgery",
        "clot_risks.immobility",
        "clot_risks.hormones",
        "clot_risks.weight",
    ])
}

fn infection_prone() -> Text {
    any_yes(&[
        "infection_risks.frequent_infections",
        "infection_risks.weak_defences",
        "infection_risks.lung_disease",
        "infection_risks.past_serious",
        "heart_risks.diabetes",
    ])
}

fn gut_tear() -> Text {
    any_yes(&["gut_history", "gut_medicines.nsaid", "gut_medicines.steroid", "gut_medicines.opioid"])
}

fn liver() -> Text {
    any_yes(&["organ_problems.liver_severe", "organ_problems.liver_mild"])
}

const TNF_FIRST: &[&str] = &["ra", "psa", "as", "nr_axspa", "uc", "crohns", "jia"];
const MEDICINE: &str = "medicine";

fn mixes(medicine: &'static [&'static str], items: &[&'static str]) -> Text {
    All(vec![Is(MEDICINE, medicine), any_yes(items)])
}

/// When each caution applies.
pub(crate) fn applies_when(caution: &str) -> Text {
    up_to_the_heart(caution)
        .or_else(|| from_infections_on(caution))
        .unwrap_or_else(|| panic!("write down when `{caution}` applies"))
}

fn up_to_the_heart(caution: &str) -> Option<Text> {
    Some(match caution {
        "under_18" => Is("age_band", &["under_18"]),
        "age_65_plus" => Is("age_band", &["65_or_older"]),
        "use_not_on_us_label" => not_on_us_label(),
        "uc_higher_dose" => All(vec![Is(MEDICINE, &["tofacitinib"]), Is("condition", &["uc"])]),
        "clot_history" => yes("clot_history"),
        "clotting_disorder" => yes("clot_risks.own_clotting_disorder"),
        "clot_risk_factors" => any_yes(&[
            "clot_risks.family_clotting_disorder",
            "clot_risks.surgery",
            "clot_risks.immobility",
            "clot_risks.hormones",
            "clot_risks.weight",
        ]),
        "heart_attack_or_stroke" => any_yes(&["heart_history.heart_attack", "heart_history.stroke"]),
        "other_heart_disease" => {
            any_yes(&["heart_history.angina", "heart_history.heart_failure", "heart_history.other_heart"])
        }
        "heart_risk_factors" => heart_risk(),
        "age_50_with_heart_risk" => {
            All(vec![Is("age_band", &["50_to_64", "65_or_older"]), Any(vec![heart_history(), heart_risk(), smoked()])])
        }
        "smoking" => smoked(),
        "cholesterol_watch" => yes("heart_risks.high_cholesterol"),
        _ => return None,
    })
}

fn from_infections_on(caution: &str) -> Option<Text> {
    Some(match caution {
        "infection_now" => yes("infection_now"),
        "infection_prone" => infection_prone(),
        "tb_active" => Is("tb_history", &["active"]),
        "tb_past_or_exposed" => {
            Any(vec![Is("tb_history", &["past_or_latent", "contact_or_area"]), Is("tb_test", &["positive"])])
        }
        "tb_test_needed" => Is("tb_test", &["not_done"]),
        "hepatitis" => yes("infection_risks.hepatitis"),
        "shingles_history" => yes("infection_risks.shingles"),
        "fungal_area" => yes("infection_risks.fungal_area"),
        "vaccines_due" => Is("shingles_vaccine", &["no"]),
        "live_vaccine" => yes("live_vaccine"),
        "cancer_history" => Is("cancer_history", &["current", "past"]),
        "skin_cancer_history" => Is("cancer_history", &["skin_only"]),
        "pregnant_now" => Is("pregnancy", &["pregnant"]),
        "trying_for_a_baby" => Is("pregnancy", &["trying"]),
        "could_become_pregnant" => Is("pregnancy", &["could"]),
        "breastfeeding" => Is("breastfeeding", &["yes", "planning"]),
        "gut_tear_risk" => gut_tear(),
        "liver_severe" => yes("organ_problems.liver_severe"),
        "liver_mild" => yes("organ_problems.liver_mild"),
        "kidney_problem" => any_yes(&["organ_problems.kidney_severe", "organ_problems.kidney_mild"]),
        "low_blood_counts" => yes("organ_problems.low_blood_counts"),
        "allergy" => yes("allergy"),
        "strong_immune_combo" => {
            any_yes(&["immune_medicines.biologic", "immune_medicines.other_jak", "immune_medicines.strong_suppressant"])
        }
        "interacting_medicine" => interacting(),
        "diabetes_medicine" => yes("other_medicines.diabetes_medicine"),
        "methotrexate_first" => All(vec![Is("condition", &["ra"]), Is("prior_methotrexate", &["not_tried"])]),
        "step_before_jak" => step_before_jak(),
        "ask_about_alternatives" => Any(vec![
            yes("clot_history"),
            heart_history(),
            heart_risk(),
            yes("clot_risks.own_clotting_disorder"),
            Is("age_band", &["65_or_older"]),
            smoked(),
            Is("cancer_history", &["current", "past"]),
        ]),
        _ => return None,
    })
}

fn not_on_us_label() -> Text {
    let use_of = |medicine, conditions| All(vec![Is(MEDICINE, medicine), Is("condition", conditions)]);
    Any(vec![
        use_of(
            &["baricitinib"],
            &["psa", "as", "nr_axspa", "uc", "crohns", "ad", "gca", "jia", "plaque_psoriasis", "other"],
        ),
        use_of(
            &["tofacitinib"],
            &["nr_axspa", "crohns", "ad", "alopecia_areata", "gca", "plaque_psoriasis", "covid_hospital", "other"],
        ),
        use_of(&["upadacitinib"], &["alopecia_areata", "plaque_psoriasis", "covid_hospital", "other"]),
    ])
}

fn interacting() -> Text {
    const AZOLE: &str = "other_medicines.azole_antifungal";
    const CLARITHROMYCIN: &str = "other_medicines.clarithromycin";
    const RIFAMPIN: &str = "other_medicines.rifampin";
    const SEIZURE: &str = "other_medicines.seizure_medicine";
    const PROBENECID: &str = "other_medicines.probenecid";
    const LEFLUNOMIDE: &str = "other_medicines.leflunomide";
    const ST_JOHN: &str = "other_medicines.st_johns_wort";
    const GRAPEFRUIT: &str = "other_medicines.grapefruit";
    const ANTIVIRAL: &str = "other_medicines.antiviral";
    const SEVEN: [&str; 7] = [AZOLE, CLARITHROMYCIN, RIFAMPIN, SEIZURE, ST_JOHN, GRAPEFRUIT, ANTIVIRAL];
    Any(vec![
        mixes(&["upadacitinib"], &SEVEN),
        mixes(&["tofacitinib"], &SEVEN),
        mixes(&["baricitinib"], &[PROBENECID, LEFLUNOMIDE]),
        mixes(
            &["other_jak"],
            &[AZOLE, CLARITHROMYCIN, RIFAMPIN, SEIZURE, ST_JOHN, GRAPEFRUIT, ANTIVIRAL, PROBENECID, LEFLUNOMIDE],
        ),
    ])
}

fn step_before_jak() -> Text {
    Any(vec![
        All(vec![Is("condition", TNF_FIRST), Is("prior_biologic", &["not_tried"])]),
        All(vec![
            Is(MEDICINE, &["upadacitinib"]),
            Is("condition", &["uc", "crohns"]),
            Is("prior_biologic", &["tnf_not_suitable"]),
            Is("prior_other_systemic", &["not_tried"]),
        ]),
        All(vec![
            Is(MEDICINE, &["upadacitinib"]),
            Is("condition", &["ad"]),
            Is("prior_other_systemic", &["not_tried"]),
        ]),
    ])
}

/// When a caution stays open although every answer was given.
pub(crate) fn open_when(caution: &str) -> Option<Text> {
    match caution {
        "infection_now" => {
            Some(any_yes(&["symptoms_now.serious_infection", "symptoms_now.tb", "symptoms_now.shingles"]))
        }
        "step_before_jak" => Some(Any(vec![
            All(vec![Is("condition", TNF_FIRST), Is("prior_biologic", &["other_biologic"])]),
            // Not for upadacitinib with ulcerative colitis or Crohn's disease, where the next step is another.
            All(vec![
                Is("condition", &["ra", "psa", "as", "nr_axspa", "jia"]),
                Is("prior_biologic", &["tnf_not_suitable"]),
            ]),
            All(vec![
                Is("condition", &["uc", "crohns"]),
                Is("prior_biologic", &["tnf_not_suitable"]),
                Is(MEDICINE, &["baricitinib", "tofacitinib", "other_jak"]),
            ]),
        ])),
        _ => None,
    }
}

/// When the doctor is to be called about a caution today.
pub(crate) fn same_day_when(caution: &str) -> Option<Text> {
    let reason = match caution {
        "pregnant_now" => Is("pregnancy", &["pregnant"]),
        "infection_now" => yes("infection_now"),
        "tb_active" => Is("tb_history", &["active"]),
        "allergy" => yes("allergy"),
        "breastfeeding" => yes("breastfeeding"),
        _ => return None,
    };
    Some(All(vec![Is("stage", &["taking_now"]), reason]))
}

/// When each warning symptom is marked "especially for you".
pub(crate) fn watch_more_when(symptom: &str) -> Text {
    match symptom {
        "clot_leg" | "clot_lung" => Any(vec![yes("clot_history"), clot_risks()]),
        "heart_attack" | "stroke" => Any(vec![heart_history(), heart_risk(), smoked()]),
        "allergic_reaction" => yes("allergy"),
        "eye" => heart_risk(),
        "bowel_tear" => gut_tear(),
        "serious_infection" => Any(vec![yes("infection_now"), infection_prone(), Is("age_band", &["65_or_older"])]),
        "tb" => {
            Any(vec![Is("tb_history", &["active", "past_or_latent", "contact_or_area"]), Is("tb_test", &["positive"])])
        }
        "shingles" => Any(vec![yes("infection_risks.shingles"), Is("shingles_vaccine", &["no"])]),
        "liver" => Any(vec![liver(), yes("infection_risks.hepatitis")]),
        "low_blood" => yes("organ_problems.low_blood_counts"),
        "low_sugar" => yes("other_medicines.diabetes_medicine"),
        "pregnant_on_treatment" => Is("pregnancy", &["trying", "could"]),
        "swollen_glands" => Any(vec![Is("cancer_history", &["current", "past"]), smoked()]),
        "skin_change" => Is("cancer_history", &["current", "past", "skin_only"]),
        "pill_in_stool" => Is(MEDICINE, &["upadacitinib"]),
        other => panic!("write down when `{other}` is marked"),
    }
}

/// When a warning symptom is shown. It is left out only where this is definitely false and it is not reported.
pub(crate) fn show_when(symptom: &str) -> Option<Text> {
    match symptom {
        "low_sugar" => Some(yes("other_medicines.diabetes_medicine")),
        "pregnant_on_treatment" => Some(Is("pregnancy", &["pregnant", "trying", "could"])),
        "pill_in_stool" => Some(Is(MEDICINE, &["upadacitinib"])),
        _ => None,
    }
}
