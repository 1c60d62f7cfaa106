//! The content of the built-in rules: amounts are from labels, reports mention every answer *not sure*, and cautions
//! for today come first.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jakcheck::model::Answer;
use jakcheck::model::Reported;
use jakcheck::model::{Citation, CoveredBy, Item, Question, Read, RuleSet, State};
use jakcheck::pages::list;
use jakcheck::pages::report::{Given, Report};
use jakcheck::render::{self, Paint};
use jakcheck::text::language;
use regex::Regex;

use crate::support::{answers, answers_from, built_in, day, report, text_of};

/// Labels and package leaflets, the only sources for doses, waits and intervals.
const LABELS: [&str; 11] = [
    "rinvoq_us_label",
    "olumiant_us_label",
    "xeljanz_us_boxed_warning",
    "xeljanz_us_dosage",
    "xeljanz_us_interactions",
    "xeljanz_us_pregnancy",
    "xeljanz_us_patient_advice",
    "xeljanz_us_patient_safety_2022",
    "rinvoq_eu_leaflet",
    "olumiant_eu_leaflet",
    "xeljanz_eu_leaflet",
];

/// A dose, a wait or an interval.
static AMOUNT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\b(\d+)[ -](mg|hour|day|week|month|year)s?\b|\bSPF (\d+)").unwrap());

/// The amounts in a sentence: "4 week", "15 mg".
fn amounts(sentence: &str) -> Vec<String> {
    let amount = |found: regex::Captures<'_>| match found.get(3) {
        Some(factor) => format!("SPF {}", factor.as_str()),
        None => format!("{} {}", &found[1], found[2].to_lowercase()),
    };
    AMOUNT.captures_iter(sentence).map(amount).collect()
}

/// The amounts in some sentences that no cited passage of a label has.
fn unsourced(rules: &RuleSet, sentences: &[String], cites: &[Citation]) -> Vec<String> {
    let is_of_label = |cite: &&Citation| {
        let is_read = rules[cite.source].read != Read::SecondHand;
        is_read && rules.passage(cite).section.is_some() && LABELS.iter().any(|label| rules[cite.source].id == **label)
    };
    let of = |cites: Vec<&Citation>| -> BTreeSet<String> {
        cites.iter().flat_map(|cite| &rules.passage(cite).says).flat_map(|said| amounts(said)).collect()
    };
    let (of_labels, of_all) = (of(cites.iter().filter(is_of_label).collect()), of(cites.iter().collect()));
    // The duration of a study is not a dose, a wait or an interval.
    let sourced = |sentence: &str| if sentence.contains(" of 1,000 ") { &of_all } else { &of_labels };
    let missing = |sentence: &String| {
        amounts(sentence).into_iter().filter(|amount| !sourced(sentence).contains(amount)).collect::<Vec<String>>()
    };
    sentences.iter().flat_map(missing).collect()
}

/// All sentences for patients with their place and sources, except counts of studies.
fn told(rules: &RuleSet) -> Vec<(String, Vec<String>, Vec<Citation>)> {
    let mut told = Vec::new();
    let mut add = |place: &str, sentences: &[String], cites: &[Citation]| {
        told.push((place.to_owned(), sentences.to_vec(), cites.to_vec()));
    };
    for topic in rules.topics() {
        topic.about.iter().for_each(|about| add(topic.id.as_str(), &about.tell, &about.cites));
    }
    for question in rules.questions() {
        let labels = question.items.iter().flat_map(|item| {
            let options = item.options.iter().flat_map(|option| [Some(option.label.clone()), option.hint.clone()]);
            [Some(item.title.clone()), item.hint.clone()].into_iter().chain(options)
        });
        let texts = [question.text.clone()].into_iter().chain(labels.flatten()).chain(question.why.clone());
        add(question.id.as_str(), &texts.collect::<Vec<String>>(), &question.cites);
    }
    for caution in rules.cautions() {
        let own = [caution.tell.clone(), caution.ask.clone(), caution.when_not_sure.clone()].concat();
        add(caution.id.as_str(), &own, &caution.cites);
        caution.statements().for_each(|detail| add(caution.id.as_str(), &detail.tell, &detail.cites));
    }
    for symptom in rules.warning_symptoms() {
        let own = [symptom.tell.clone(), symptom.signs.clone(), vec![symptom.brief.clone()]].concat();
        add(symptom.id.as_str(), &own, &symptom.cites);
        symptom.details.iter().for_each(|detail| add(symptom.id.as_str(), &detail.tell, &detail.cites));
    }
    for advice in rules.always().iter().chain(rules.monitoring()).chain(rules.alternatives()) {
        add(advice.id.as_str(), &advice.statement.tell, &advice.statement.cites);
    }
    for coverage in rules.coverage() {
        if let CoveredBy::Printed { tell, .. } = &coverage.by {
            add(coverage.id.as_str(), tell, &coverage.cites);
        }
    }
    for heading in rules.headings() {
        add(&heading.title, &[vec![heading.title.clone()], heading.tell.clone()].concat(), &heading.cites);
    }
    told
}

#[test]
fn every_dose_wait_and_interval_is_in_a_cited_label() {
    let rules = built_in();
    let mut number = 0;
    for (place, sentences, cites) in told(rules) {
        number += sentences.iter().flat_map(|sentence| amounts(sentence)).count();
        assert_eq!(unsourced(rules, &sentences, &cites), Vec::<String>::new(), "`{place}`: {sentences:?}");
    }
    assert!(number > 30, "only {number} amounts were found");
}

#[test]
fn the_search_for_unsourced_amounts_finds_one() {
    let rules = built_in();
    let milk = &rules.caution("breastfeeding").unwrap().details;
    let of_label = milk.iter().find(|detail| detail.tell[0].contains("4 days")).unwrap();
    let sentence = |text: &str| vec![text.to_owned()];
    assert!(unsourced(rules, &of_label.tell, &of_label.cites).is_empty());
    assert_eq!(unsourced(rules, &sentence("Wait 18 hours, or 36 hours."), &of_label.cites), ["18 hour", "36 hour"]);
    assert_eq!(unsourced(rules, &of_label.tell, &[]), ["4 day"]);
    let counts = sentence("In about 9 years, about 34 of 1,000 had a heart attack.");
    assert_eq!(unsourced(rules, &counts, &rules.caution("age_50_with_heart_risk").unwrap().cites), ["9 year"]);
    // A number from a guideline or a patient page only.
    let page: Vec<Citation> = rules
        .monitoring()
        .iter()
        .flat_map(|advice| advice.statement.cites.clone())
        .filter(|cite| rules[cite.source].id == *"xeljanz_uk_monitoring")
        .collect();
    assert!(page.iter().any(|cite| rules.passage(cite).says[0].contains("3 months")));
    assert_eq!(unsourced(rules, &sentence("A test comes every 3 months."), &page), ["3 month"]);
}

/// Answers with *not sure* next to yes, alone, where nothing reads it, in whole groups, and everywhere.
const NOT_SURE: [&str; 20] = [
    r#"{"gut_history":"not_sure","gut_medicines":["nsaid"]}"#,
    r#"{"stage":"not_sure"}"#,
    r#"{"stage":"not_sure","pregnancy":"pregnant"}"#,
    r#"{"immune_medicines":{"methotrexate":"not_sure","biologic":"yes"}}"#,
    r#"{"immune_medicines":["biologic","not_sure"]}"#,
    r#"{"medicine":"not_sure","other_medicines":["grapefruit","not_sure"]}"#,
    r#"{"medicine":"baricitinib","other_medicines":["probenecid","not_sure"]}"#,
    r#"{"medicine":"tofacitinib","condition":"ra","prior_other_systemic":"not_sure"}"#,
    r#"{"condition":"not_sure","prior_biologic":"not_tried","prior_methotrexate":"not_sure"}"#,
    r#"{"symptoms_now":["not_sure"]}"#,
    r#"{"symptoms_now":{"low_sugar":"not_sure","pill_in_stool":"not_sure"},"medicine":"baricitinib","other_medicines":["none"]}"#,
    r#"{"symptoms_now":{"serious_infection":"yes","tb":"not_sure"},"infection_now":"yes"}"#,
    r#"{"age_band":"65_or_older","clot_history":"not_sure","heart_risks":["not_sure"]}"#,
    r#"{"clot_risks":["own_clotting_disorder","not_sure"],"smoking":"not_sure"}"#,
    r#"{"heart_history":["heart_attack","not_sure"],"heart_risks":["diabetes","not_sure"],"smoking":"current"}"#,
    r#"{"tb_history":"past_or_latent","tb_test":"not_sure"}"#,
    r#"{"organ_problems":["kidney_mild","not_sure"],"infection_risks":["past_serious","not_sure"]}"#,
    r#"{"medicine":"upadacitinib","condition":"uc","prior_biologic":"tnf_not_suitable","prior_other_systemic":"not_sure"}"#,
    r#"{"breastfeeding":"not_sure","pregnancy":"not_sure","live_vaccine":"not_sure","shingles_vaccine":"not_sure","allergy":"not_sure"}"#,
    r#"{"medicine":"tofacitinib","condition":"not_sure","immune_medicines":["methotrexate"],"organ_problems":{"low_blood_counts":"not_sure"}}"#,
];

/// The references of all items answered *not sure* that a report mentions.
fn named<'r>(report: &Report<'r>) -> BTreeSet<&'r str> {
    let of_cautions = report.cautions.iter().flat_map(|caution| {
        let because = caution.because.iter().filter(|reason| reason.answer == Given::NotSure);
        because.map(|reason| reason.item).chain(caution.settled_by.iter()).chain(caution.also_not_sure.iter())
    });
    let tried = report.tried.iter().filter(|tried| tried.answer == Given::NotSure).map(|tried| tried.question);
    let items = of_cautions.chain(report.other_not_sure.iter());
    items.map(|item| item.reference.as_str()).chain(tried).collect()
}

fn assert_nothing_is_lost(report: &Report<'_>, answers: &jakcheck::answers::Answers<'_>) {
    let named = named(report);
    let words = text_of(report, 80).split_whitespace().collect::<Vec<_>>().join(" ");
    let list = render::text::render(&list::document(report), 10_000, Paint::new(false));
    let lines = || list.lines().map(str::trim_start);
    let after = |lead: &'static str| lines().filter_map(move |line| line.strip_prefix(lead));
    let unsure: BTreeSet<&str> = after("Not sure: ")
        .chain(after("You were not sure about: "))
        .flat_map(|names| names.trim_end_matches('.').split("; "))
        .chain(
            after("- ")
                .filter_map(|sign| sign.split_once(" (not sure").and_then(|(named, _)| named.split_once(": ")))
                .map(|(_, brief)| brief),
        )
        // A caution of the same name says it as well.
        .chain(after("- ").filter_map(|title| title.split_once('?').map(|(title, _)| title)))
        .collect();
    let is_on_list = |item: &Item, question: &Question| {
        // A group stands for its items only where nothing of it is known.
        let is_group = question.items.iter().all(|one| answers.answer(one.index) == Answer::NotSure);
        unsure.contains(item.title.as_str()) || is_group && unsure.contains(question.title.as_str())
    };
    for item in built_in().items().filter(|item| answers.answer(item.index) == Answer::NotSure) {
        let question = built_in()
            .questions()
            .iter()
            .find(|question| question.items.iter().any(|of| of.index == item.index))
            .unwrap();
        assert!(is_on_list(item, question), "{} is not on the list:\n{list}", item.reference);
        let sign = item.reference.strip_prefix("symptoms_now.");
        let symptom = report.warning_symptoms.iter().find(|symptom| Some(symptom.id.as_str()) == sign);
        let is_told = symptom.is_some_and(|symptom| symptom.reported == Some(Reported::NotSure));
        assert!(is_told || named.contains(item.reference.as_str()), "{} is lost: {words}", item.reference);
    }
    // The printed report mentions what JSON has.
    for caution in &report.cautions {
        if !caution.also_not_sure.is_empty() {
            assert!(
                words.contains(&(language().phrase.also_not_sure)(&caution.also_not_sure.titles())),
                "{}",
                caution.id
            );
        }
        if caution.state == State::NotSure {
            assert!(words.contains(&(language().phrase.worth_finding_out)(caution.title)), "{}", caution.id);
        }
    }
    let other = report.other_not_sure.titles();
    assert!(other.is_empty() || words.contains(&(language().phrase.other_not_sure)(&other)), "{other:?}");
    assert!(words.contains(&format!("Worth finding out: {}.", report.worth_finding_out())));
}

#[test]
fn a_report_mentions_every_answer_not_sure() {
    for document in NOT_SURE {
        let report = report(document);
        assert_nothing_is_lost(&report, &answers(document));
        assert!(
            report.worth_finding_out() > 0 || document.contains("symptoms_now") || document.contains("prior_"),
            "{document}"
        );
    }
    let first = report(NOT_SURE[0]);
    let caution = first.cautions.iter().find(|caution| *caution.id == *"gut_tear_risk").unwrap();
    assert_eq!((caution.state, caution.also_not_sure.references()), (State::Applies, vec!["gut_history"]));
    assert_eq!(first.worth_finding_out(), 1);
    assert_eq!(report(NOT_SURE[1]).other_not_sure.references(), ["stage"]);
}

proptest::proptest! {
    #![proptest_config(crate::support::random::cases(120))]

    #[test]
    fn a_report_mentions_every_random_answer_not_sure(given in crate::support::random_answers()) {
        let answers = answers_from(built_in(), &given);
        assert_nothing_is_lost(&Report::new(&answers, day()), &answers);
    }
}

/// The section of a printed report from its heading on.
fn section<'t>(text: &'t str, heading: &str) -> Option<&'t str> {
    let from = text.find(&format!("\n{}\n", heading.to_uppercase()))?;
    let text = text.get(from + 1..)?;
    let is_heading = |line: &str| !line.is_empty() && line == line.to_uppercase() && line.contains(char::is_alphabetic);
    let mut length = 0;
    for (place, line) in text.split_inclusive('\n').enumerate() {
        if place > 0 && is_heading(line.trim_end()) {
            break;
        }
        length += line.len();
    }
    text.get(..length)
}

#[test]
fn headings_depend_on_the_stage_of_treatment() {
    let default = ["Speak to your doctor before the first or next dose", "Before you start, or at your next visit"];
    let expected = [
        ("thinking", "Speak to your doctor before your first dose", default[1]),
        ("about_to_start", "Speak to your doctor before your first dose", default[1]),
        ("taking_now", "Call your doctor this week", "At your next visit"),
        ("stopped_recently", "Speak to your doctor before you take it again", default[1]),
        ("learning", default[0], default[1]),
        ("not_sure", default[0], default[1]),
    ];
    for (stage, first, second) in expected {
        let report = report(&format!(
            r#"{{"stage": "{stage}", "clot_history": "yes", "smoking": "never", "heart_risks": ["high_cholesterol"]}}"#
        ));
        let titles: Vec<&str> = report.levels.iter().map(|level| level.title).collect();
        assert_eq!(titles, [first, second, "Plan with your doctor"], "{stage}");
        let text = text_of(&report, 80);
        for (title, caution) in titles.iter().zip(["Past blood clot", "Heart risks", "High cholesterol"]) {
            assert!(section(&text, title).is_some_and(|found| found.contains(caution)), "{stage}: {title}\n{text}");
        }
        let keeps =
            text.replace('\n', " ").contains("Keep taking it until you have talked, unless you have signs of a clot");
        assert_eq!(keeps, stage == "taking_now");
    }
    let unanswered = report(r#"{"clot_history": "yes"}"#);
    assert_eq!(unanswered.levels[0].title, default[0]);
}

#[test]
fn cautions_for_today_are_only_at_the_top() {
    let reasons = [
        ("pregnancy", "pregnant", "Pregnancy now"),
        ("infection_now", "yes", "Infection now"),
        ("tb_history", "active", "Active TB"),
        ("allergy", "yes", "Allergy to this medicine"),
        ("breastfeeding", "yes", "Breastfeeding"),
    ];
    for (question, answer, title) in reasons {
        let on_it = format!(r#"{{"stage": "taking_now", "{question}": "{answer}", "clot_history": "yes"}}"#);
        let text = text_of(&report(&on_it), 80);
        let today = section(&text, language().heading.today).unwrap();
        assert!(today.contains(&format!("1. {title}\n")), "{text}");
        assert!(text.contains("\nTODAY: Call your doctor today.\n"), "{text}");
        assert!(!text.contains("Keep taking it until you have talked"), "{text}");
        let level = section(&text, "Ask about these on today's call, or this week").unwrap();
        assert!(!level.contains(&format!(". {title}\n")) && level.contains("2. Past blood clot\n"), "{text}");
        assert!(text.find(today) < text.find(level));
        for stage in ["about_to_start", "stopped_recently", "not_sure"] {
            let report = report(&on_it.replace("taking_now", stage));
            assert!(section(&text_of(&report, 80), language().heading.today).is_none(), "{stage} {title}");
            assert_eq!(report.urgent_level(), None);
        }
    }
    // Planning to breastfeed is not for today.
    assert_eq!(report(r#"{"stage": "taking_now", "breastfeeding": "planning"}"#).urgent_level(), None);
}

#[test]
fn the_exception_to_do_not_stop_is_the_same_for_all_medicines() {
    let said = "With signs of a clot or serious allergy, get emergency help and also skip the next dose.";
    for medicine in ["baricitinib", "tofacitinib", "upadacitinib"] {
        let report = report(&format!(r#"{{"stage": "taking_now", "medicine": "{medicine}"}}"#));
        let words = text_of(&report, 80).split_whitespace().collect::<Vec<_>>().join(" ");
        // In the list, and with its sources.
        assert_eq!(words.matches(said).count(), 2, "{medicine}");
        assert_eq!(words.matches("Do not take the next dose, and get emergency help.").count(), 3, "{medicine}");
    }
}

#[test]
fn urgent_texts_tell_yes_and_not_sure_apart() {
    let cases = [
        (r#"{"symptoms_now": {"stroke": "yes"}}"#, "URGENT: Call your local emergency number now."),
        (
            r#"{"symptoms_now": {"stroke": "not_sure"}}"#,
            "URGENT: You were not sure about a sign of an emergency. If you might",
        ),
        (r#"{"symptoms_now": {"stroke": "not_sure", "eye": "yes"}}"#, "URGENT: Call your local emergency number now."),
        (r#"{"symptoms_now": {"tb": "yes"}}"#, "TODAY: Call your doctor today."),
        (r#"{"symptoms_now": {"tb": "not_sure"}}"#, "TODAY: You were not sure about a warning sign. If you might"),
        (
            r#"{"symptoms_now": {"tb": "not_sure"}, "stage": "taking_now", "allergy": "yes"}"#,
            "TODAY: Call your doctor today.",
        ),
    ];
    for (document, expected) in cases {
        let report = report(document);
        let text = text_of(&report, 200);
        assert!(text.contains(&format!("\n{expected}")), "{document}: {text}");
        assert!(
            report.urgent.as_ref().unwrap().tell.join(" ").starts_with(expected.split_once(": ").unwrap().1),
            "{document}"
        );
    }
    // These do not make it urgent, but are printed with the sign.
    for sign in ["liver", "low_blood", "low_sugar", "swollen_glands"] {
        let report = report(&format!(r#"{{"symptoms_now": {{"{sign}": "not_sure"}}}}"#));
        assert_eq!(report.urgent_level(), None, "{sign}");
        let symptom = report.warning_symptoms.iter().find(|symptom| *symptom.id == *sign).unwrap();
        assert!(symptom.tell.more.contains(&"If you are not sure, call and ask."), "{sign}");
        assert!(text_of(&report, 200).contains(language().phrase.may_have_now), "{sign}");
    }
}

#[test]
fn sources_are_few_and_say_where_they_were_read() {
    let rules = built_in();
    assert!(rules.sources().len() <= 30);
    for source in rules.sources() {
        let is_known = ["topic_page", "fda_safety_2019"].iter().any(|id| source.id == **id);
        assert_eq!(source.address.is_none(), is_known, "`{}`", source.id);
        for address in source.address.iter().chain(&source.official) {
            assert!(address.starts_with("https://") && !address.contains(' '), "`{}`", source.id);
        }
        assert!(source.official.is_none() || source.official != source.address, "`{}`", source.id);
    }
    for label in LABELS {
        assert!(rules.sources().iter().any(|source| source.id == *label), "{label}");
    }
}
