//! A second evaluator, written from the text of the rules and sharing nothing with the first: conditions are typed here by
//! hand, values are worked out by trying the unknown both ways.

use std::collections::BTreeSet;

use jakcheck::rules::State;

use crate::support::built_in;

/// A condition as the text puts it.
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

/// When each caution applies, as the table of the rules says it.
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
            // Not suitable, except upadacitinib with ulcerative colitis or Crohn's disease: there the step is another.
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

/// Answers by item reference; an item that is not named is unanswered.
#[derive(Debug, Default)]
pub(crate) struct Given<'a>(pub(crate) Vec<(&'a str, &'a str)>);

impl<'a> Given<'a> {
    fn get(&self, item: &str) -> Option<&'a str> {
        self.0.iter().find(|(known, _)| *known == item).map(|(_, answer)| *answer)
    }
}

/// What the second evaluator knows of an item: an option, `not_sure`, or nothing.
pub(crate) struct Naive<'a> {
    pub(crate) given: &'a Given<'a>,
}

impl Naive<'_> {
    /// Whether an item that has no answer could still have any: the last question is left out for other illnesses.
    fn is_left_out(&self, item: &str) -> bool {
        let illness = self.given.get("condition");
        item == "prior_other_systemic"
            && !matches!(illness, None | Some("not_sure" | "ad" | "uc" | "crohns"))
            && self.given.get(item).is_none()
    }

    fn is_unknown(&self, item: &str) -> bool {
        match self.given.get(item) {
            Some(answer) => answer == "not_sure",
            None => !self.is_left_out(item),
        }
    }

    /// The value with every unknown leaf taken as `unknown`.
    pub(crate) fn value(&self, text: &Text, unknown: bool) -> bool {
        match text {
            Is(item, _) if self.is_unknown(item) => unknown,
            Is(item, options) => self.given.get(item).is_some_and(|answer| options.contains(&answer)),
            All(parts) => parts.iter().all(|part| self.value(part, unknown)),
            Any(parts) => parts.iter().any(|part| self.value(part, unknown)),
        }
    }

    pub(crate) fn is_open(&self, text: &Text) -> bool {
        self.value(text, true) && !self.value(text, false)
    }

    /// Whether an answer *not sure* is among the leaves that keep an open text open.
    pub(crate) fn has_not_sure(&self, text: &Text) -> bool {
        self.is_open(text)
            && match text {
                Is(item, _) => self.given.get(item) == Some("not_sure"),
                All(parts) | Any(parts) => parts.iter().any(|part| self.has_not_sure(part)),
            }
    }

    /// The items answered *not sure* in parts that are not definitely false, where the caution applies.
    pub(crate) fn also_not_sure(&self, applies: &Text, open: Option<&Text>) -> BTreeSet<&'static str> {
        let mut items = BTreeSet::new();
        if self.value(applies, false) {
            [Some(applies), open].into_iter().flatten().for_each(|text| self.collect_not_sure(text, &mut items));
        }
        items
    }

    fn collect_not_sure(&self, text: &Text, items: &mut BTreeSet<&'static str>) {
        if !self.value(text, true) {
            return;
        }
        match text {
            Is(item, _) if self.given.get(item) == Some("not_sure") => {
                items.insert(item);
            }
            Is(..) => {}
            All(parts) | Any(parts) => parts.iter().for_each(|part| self.collect_not_sure(part, items)),
        }
    }

    pub(crate) fn state(&self, applies: &Text, open: Option<&Text>) -> State {
        let is_kept_open = open.is_some_and(|open| self.value(open, false));
        let texts = || [Some(applies), open].into_iter().flatten();
        if self.value(applies, false) {
            State::Applies
        } else if is_kept_open || texts().any(|text| self.has_not_sure(text)) {
            State::NotSure
        } else if texts().any(|text| self.is_open(text)) {
            State::NotAsked
        } else {
            State::NoMatch
        }
    }
}

pub(crate) fn items_of(text: &Text, items: &mut Vec<&'static str>) {
    match text {
        Is(item, _) => {
            if !items.contains(item) {
                items.push(item);
            }
        }
        All(parts) | Any(parts) => parts.iter().for_each(|part| items_of(part, items)),
    }
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

/// When a warning symptom is left out, unless it is reported: where this is definitely false.
pub(crate) fn show_when(symptom: &str) -> Option<Text> {
    match symptom {
        "low_sugar" => Some(yes("other_medicines.diabetes_medicine")),
        "pregnant_on_treatment" => Some(Is("pregnancy", &["pregnant", "trying", "could"])),
        "pill_in_stool" => Some(Is(MEDICINE, &["upadacitinib"])),
        _ => None,
    }
}

/// Whether a warning symptom is printed.
pub(crate) fn is_shown(symptom: &str, naive: &Naive<'_>) -> bool {
    let is_reported = matches!(naive.given.get(&format!("symptoms_now.{symptom}")), Some("yes" | "not_sure"));
    is_reported || show_when(symptom).is_none_or(|text| naive.value(&text, true))
}

pub(crate) fn urgency(given: &Given<'_>) -> Option<&'static str> {
    const EMERGENCY: [&str; 7] =
        ["clot_leg", "clot_lung", "heart_attack", "stroke", "allergic_reaction", "eye", "bowel_tear"];
    const SAME_DAY: [&str; 8] = [
        "serious_infection",
        "tb",
        "shingles",
        "liver",
        "low_blood",
        "low_sugar",
        "pregnant_on_treatment",
        "swollen_glands",
    ];
    const COUNT_NOT_SURE: [&str; 4] = ["serious_infection", "tb", "shingles", "pregnant_on_treatment"];
    let now = |symptom: &&str| given.get(&format!("symptoms_now.{symptom}"));
    let naive = Naive { given };
    let cautions = built_in().cautions().iter().filter_map(|caution| same_day_when(caution.id.as_str()));
    let is_same_day = cautions.into_iter().any(|text| naive.value(&text, false));
    if EMERGENCY.iter().any(|symptom| matches!(now(symptom), Some("yes" | "not_sure"))) {
        Some("emergency")
    } else if SAME_DAY.iter().any(|symptom| now(symptom) == Some("yes"))
        || COUNT_NOT_SURE.iter().any(|symptom| now(symptom) == Some("not_sure"))
        || is_same_day
    {
        Some("same_day")
    } else {
        None
    }
}
