//! Evaluation against a second evaluator, written from the text of the rules and sharing nothing with the first:
//! conditions are typed here by hand, values are worked out by trying the unknown both ways.

use std::env;
use std::ops::Range;
use std::thread;

use jakcheck::answers::{Answer, Answers, Situation};
use jakcheck::evaluation::{Evaluation, Verdict};
use jakcheck::rules::{Caution, Item, RuleSet, State};
use proptest::prelude::*;

use crate::support::{answers_from, built_in, options_of, random_answers};

/// A condition as the text puts it.
#[derive(Clone, Debug)]
enum Text {
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
fn applies_when(caution: &str) -> Text {
    match caution {
        "under_18" => Is("age_band", &["under_18"]),
        "age_65_plus" => Is("age_band", &["65_plus"]),
        "use_not_on_us_label" => not_on_us_label(),
        "uc_higher_dose" => All(vec![Is(MEDICINE, &["tofacitinib"]), Is("condition", &["uc"])]),
        "clot_history" => yes("clot_history"),
        "clot_risk_factors" => clot_risks(),
        "heart_attack_or_stroke" => any_yes(&["heart_history.heart_attack", "heart_history.stroke"]),
        "other_heart_disease" => {
            any_yes(&["heart_history.angina", "heart_history.heart_failure", "heart_history.other_heart"])
        }
        "heart_risk_factors" => heart_risk(),
        "age_50_with_heart_risk" => {
            All(vec![Is("age_band", &["50_64", "65_plus"]), Any(vec![heart_history(), heart_risk(), smoked()])])
        }
        "smoking" => smoked(),
        "cholesterol_watch" => yes("heart_risks.high_cholesterol"),
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
        "could_become_pregnant" => Is("pregnancy", &["trying", "could"]),
        "breastfeeding" => Is("breastfeeding", &["yes", "planning"]),
        "gut_tear_risk" => gut_tear(),
        "liver_problem" => liver(),
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
            Is("age_band", &["65_plus"]),
            smoked(),
            Is("cancer_history", &["current", "past"]),
        ]),
        other => panic!("write down when `{other}` applies"),
    }
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
    Any(vec![
        mixes(&["upadacitinib"], &[AZOLE, CLARITHROMYCIN, RIFAMPIN, SEIZURE, GRAPEFRUIT]),
        mixes(&["tofacitinib"], &[AZOLE, CLARITHROMYCIN, RIFAMPIN, SEIZURE, ST_JOHN, GRAPEFRUIT]),
        mixes(&["baricitinib"], &[PROBENECID, LEFLUNOMIDE]),
        mixes(
            &["other_jak"],
            &[AZOLE, CLARITHROMYCIN, RIFAMPIN, SEIZURE, PROBENECID, LEFLUNOMIDE, ST_JOHN, GRAPEFRUIT],
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
fn open_when(caution: &str) -> Option<Text> {
    (caution == "step_before_jak").then(|| {
        Any(vec![
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
        ])
    })
}

/// Answers by item reference; an item that is not named is unanswered.
#[derive(Debug, Default)]
struct Given<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Given<'a> {
    fn get(&self, item: &str) -> Option<&'a str> {
        self.0.iter().find(|(known, _)| *known == item).map(|(_, answer)| *answer)
    }
}

/// What the second evaluator knows of an item: an option, `not_sure`, or nothing.
struct Naive<'a> {
    given: &'a Given<'a>,
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
    fn value(&self, text: &Text, unknown: bool) -> bool {
        match text {
            Is(item, _) if self.is_unknown(item) => unknown,
            Is(item, options) => self.given.get(item).is_some_and(|answer| options.contains(&answer)),
            All(parts) => parts.iter().all(|part| self.value(part, unknown)),
            Any(parts) => parts.iter().any(|part| self.value(part, unknown)),
        }
    }

    fn is_open(&self, text: &Text) -> bool {
        self.value(text, true) && !self.value(text, false)
    }

    /// Whether an answer *not sure* is among the leaves that keep an open text open.
    fn has_not_sure(&self, text: &Text) -> bool {
        self.is_open(text)
            && match text {
                Is(item, _) => self.given.get(item) == Some("not_sure"),
                All(parts) | Any(parts) => parts.iter().any(|part| self.has_not_sure(part)),
            }
    }

    fn state(&self, applies: &Text, open: Option<&Text>) -> State {
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

fn items_of(text: &Text, items: &mut Vec<&'static str>) {
    match text {
        Is(item, _) => {
            if !items.contains(item) {
                items.push(item);
            }
        }
        All(parts) | Any(parts) => parts.iter().for_each(|part| items_of(part, items)),
    }
}

/// Everything that can stand behind an item: nothing, not sure, each option.
fn answers_to(item: &Item) -> Vec<(Answer, Option<String>)> {
    let mut all = vec![(Answer::Unanswered, None), (Answer::NotSure, Some("not_sure".to_owned()))];
    all.extend(options_of(item).into_iter().map(|(answer, option)| (answer, Some(option))));
    all
}

/// States up to which every one is tried in each run; with `JAKCHECK_EVERY_STATE` set there is no limit.
const STATES_IN_EACH_RUN: usize = 60_000;

/// Above the limit every `n`th state is tried, where `n` is a prime that no number of answers divides.
const STRIDES: [usize; 3] = [7, 211, 4999];

#[test]
fn every_state_of_every_caution_agrees_with_the_second_evaluator() {
    let rules = built_in();
    let every_state = env::var_os("JAKCHECK_EVERY_STATE").is_some();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    for caution in rules.cautions() {
        let space = Space::new(rules, caution);
        let stride = if every_state { 1 } else { space.stride() };
        let share = space.states().div_ceil(threads * stride) * stride;
        thread::scope(|scope| {
            for first in (0..space.states()).step_by(share.max(1)) {
                let space = &space;
                scope.spawn(move || space.compare(first..(first + share).min(space.states()), stride));
            }
        });
    }
}

/// All that can be answered to the items that one caution reads.
struct Space<'r> {
    rules: &'r RuleSet,
    caution: &'r Caution,
    applies: Text,
    open: Option<Text>,
    names: Vec<&'static str>,
    items: Vec<&'r Item>,
    choices: Vec<Vec<(Answer, Option<String>)>>,
}

impl<'r> Space<'r> {
    fn new(rules: &'r RuleSet, caution: &'r Caution) -> Self {
        let (applies, open) = (applies_when(caution.id.as_str()), open_when(caution.id.as_str()));
        let mut names = Vec::new();
        for text in [Some(&applies), open.as_ref()].into_iter().flatten() {
            items_of(text, &mut names);
        }
        let items: Vec<&Item> = names.iter().map(|name| rules.find_item(name).unwrap()).collect();
        let choices = items.iter().map(|item| answers_to(item)).collect();
        Self { rules, caution, applies, open, names, items, choices }
    }

    fn states(&self) -> usize {
        self.choices.iter().map(Vec::len).product()
    }

    fn stride(&self) -> usize {
        let is_enough = |stride: &&usize| self.states() / **stride <= STATES_IN_EACH_RUN;
        [1].iter().chain(&STRIDES).find(is_enough).copied().unwrap_or(STRIDES[2])
    }

    fn compare(&self, states: Range<usize>, stride: usize) {
        let mut answers = Answers::none(self.rules);
        for state in states.step_by(stride) {
            let mut rest = state;
            let mut given = Given::default();
            for ((item, name), choices) in self.items.iter().zip(&self.names).zip(&self.choices) {
                let (answer, option) = &choices[rest % choices.len()];
                rest /= choices.len();
                answers.set(item.index, *answer);
                given.0.extend(option.as_ref().map(|option| (*name, option.as_str())));
            }
            let expected = Naive { given: &given }.state(&self.applies, self.open.as_ref());
            let found = Verdict::of(self.caution, &Situation::new(self.rules, &answers)).state;
            assert_eq!(found, expected, "`{}` with {given:?}", self.caution.id);
        }
    }
}

#[test]
fn the_conditions_read_the_items_that_the_text_names_and_no_others() {
    let rules = built_in();
    for caution in rules.cautions() {
        let mut named = Vec::new();
        items_of(&applies_when(caution.id.as_str()), &mut named);
        if let Some(open) = open_when(caution.id.as_str()) {
            items_of(&open, &mut named);
        }
        let conditions = [Some(&caution.applies_when), caution.open_when.as_ref()];
        let mut read: Vec<&str> = conditions
            .into_iter()
            .flatten()
            .flat_map(jakcheck::rules::Condition::leaves)
            .map(|leaf| rules.item(leaf.item).unwrap().reference.as_str())
            .collect();
        named.sort_unstable();
        read.sort_unstable();
        read.dedup();
        assert_eq!(read, named, "`{}`", caution.id);
    }
}

/// When each warning symptom is marked "especially for you".
fn watch_more_when(symptom: &str) -> Text {
    match symptom {
        "clot_leg" | "clot_lung" => Any(vec![yes("clot_history"), clot_risks()]),
        "heart_attack" | "stroke" => Any(vec![heart_history(), heart_risk(), smoked()]),
        "allergic_reaction" => yes("allergy"),
        "eye" => heart_risk(),
        "bowel_tear" => gut_tear(),
        "serious_infection" => Any(vec![yes("infection_now"), infection_prone(), Is("age_band", &["65_plus"])]),
        "tb" => {
            Any(vec![Is("tb_history", &["active", "past_or_latent", "contact_or_area"]), Is("tb_test", &["positive"])])
        }
        "shingles" => Any(vec![yes("infection_risks.shingles"), Is("shingles_vaccine", &["no"])]),
        "liver" => Any(vec![liver(), yes("infection_risks.hepatitis")]),
        "low_blood" => yes("organ_problems.low_blood_counts"),
        "low_sugar" => yes("other_medicines.diabetes_medicine"),
        "pregnant_on_treatment" => Is("pregnancy", &["trying", "could"]),
        "skin_or_lymph" => Any(vec![Is("cancer_history", &["current", "past", "skin_only"]), smoked()]),
        "pill_in_stool" => Is(MEDICINE, &["upadacitinib"]),
        other => panic!("write down when `{other}` is marked"),
    }
}

fn urgency(given: &Given<'_>) -> Option<&'static str> {
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
        "skin_or_lymph",
    ];
    let now = |symptom: &&str| given.get(&format!("symptoms_now.{symptom}"));
    let is_pregnant_on_it = given.get("pregnancy") == Some("pregnant") && given.get("stage") == Some("taking_now");
    if EMERGENCY.iter().any(|symptom| matches!(now(symptom), Some("yes" | "not_sure"))) {
        Some("emergency")
    } else if SAME_DAY.iter().any(|symptom| now(symptom) == Some("yes")) || is_pregnant_on_it {
        Some("same_day")
    } else {
        None
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whole_answer_sets_agree_with_the_second_evaluator(given in random_answers()) {
        let rules = built_in();
        let answers = answers_from(rules, &given);
        let given = Given(given.iter().map(|(item, answer)| (item.as_str(), answer.as_str())).collect());
        let naive = Naive { given: &given };
        let evaluation = Evaluation::new(rules, &Situation::new(rules, &answers));
        for finding in &evaluation.findings {
            let id = finding.caution.id.as_str();
            let expected = naive.state(&applies_when(id), open_when(id).as_ref());
            prop_assert_eq!(finding.verdict.state, expected, "`{}`", id);
        }
        for finding in &evaluation.symptoms {
            let id = finding.symptom.id.as_str();
            prop_assert_eq!(finding.watch_more, naive.value(&watch_more_when(id), false), "`{}`", id);
        }
        let level = evaluation.urgent.map(|(level, _)| serde_json::to_value(level).unwrap());
        prop_assert_eq!(level.as_ref().and_then(serde_json::Value::as_str), urgency(&given));
    }
}
