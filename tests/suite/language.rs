//! Plain language: short sentences, a reading grade of 6, no all-clear and no frightening words.

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use jakcheck::analysis::Cases;
use jakcheck::export::sql::{self, Dialect, Shape};
use jakcheck::load::RuleFiles;
use jakcheck::model::{Advice, Citation, CoveredBy, RuleSet, SafetyCase, State, Statement};
use jakcheck::pages::comparison::Comparison;
use jakcheck::pages::explanation::{self, Explanation};
use jakcheck::pages::hazards::{self, HazardLog};
use jakcheck::pages::people::PEOPLE;
use jakcheck::pages::report::Report;
use jakcheck::pages::{self, reviewers_copy, topic};
use jakcheck::render::document::Document;
use jakcheck::render::{Page, Paint, json, text};
use jakcheck::text::language;
use regex::Regex;

use crate::support::answers::samples;
use crate::support::{answers, answers_from, built_in, day, files, report};

/// The most words of a sentence.
const WORDS: usize = 20;

/// What a person reads, with the place it comes from.
type Read = (String, String);

fn of_statement(place: &str, statement: &Statement, read: &mut Vec<Read>) {
    read.extend(statement.tell.iter().map(|sentence| (place.to_owned(), sentence.clone())));
    of_cites(place, &statement.cites, read);
}

fn of_cites(place: &str, cites: &[Citation], read: &mut Vec<Read>) {
    read.extend(cites.iter().flat_map(|cite| &cite.disagrees).map(|one| (place.to_owned(), one.clone())));
}

fn of_advice(advice: &[Advice], read: &mut Vec<Read>) {
    for one in advice {
        of_statement(one.id.as_str(), &one.statement, read);
    }
}

/// Every sentence that a patient reads, from the rules and from the program.
fn patient_sentences(rules: &RuleSet) -> Vec<Read> {
    let mut read: Vec<Read> = Vec::new();
    let mut add = |place: &str, sentences: &[String]| {
        read.extend(sentences.iter().map(|sentence| (place.to_owned(), sentence.clone())));
    };
    for question in rules.questions() {
        add(question.id.as_str(), std::slice::from_ref(&question.text));
        add(question.id.as_str(), &question.why);
    }
    for caution in rules.cautions() {
        for sentences in [&caution.tell, &caution.ask, &caution.when_not_sure] {
            add(caution.id.as_str(), sentences);
        }
    }
    for symptom in rules.warning_symptoms() {
        add(symptom.id.as_str(), &symptom.tell);
        add(symptom.id.as_str(), &symptom.signs);
        add(symptom.id.as_str(), std::slice::from_ref(&symptom.brief));
    }
    for coverage in rules.coverage() {
        if let CoveredBy::Printed { tell, .. } = &coverage.by {
            add(coverage.id.as_str(), tell);
        }
    }
    for study in rules.topics().iter().flat_map(|topic| &topic.studies) {
        add(study.id.as_str(), &study.who);
        add(study.id.as_str(), &study.limits);
    }
    for caution in rules.cautions() {
        of_cites(caution.id.as_str(), &caution.cites, &mut read);
        caution.statements().for_each(|detail| of_statement(caution.id.as_str(), detail, &mut read));
    }
    for symptom in rules.warning_symptoms() {
        of_cites(symptom.id.as_str(), &symptom.cites, &mut read);
        symptom.details.iter().for_each(|detail| of_statement(symptom.id.as_str(), detail, &mut read));
    }
    for topic in rules.topics() {
        topic.about.iter().for_each(|statement| of_statement(topic.id.as_str(), statement, &mut read));
    }
    of_advice(rules.always(), &mut read);
    of_advice(rules.monitoring(), &mut read);
    of_advice(rules.alternatives(), &mut read);
    read.extend(fixed().into_iter().map(|sentence| ("src/text".to_owned(), sentence)));
    read
}

/// Files of texts for people who write answers files, rules or scripts, and not for patients.
const TECHNICAL: [&str; 6] = ["answers.rs", "cli.rs", "help.rs", "review.rs", "reviewers_copy.rs", "rules.rs"];

/// The sentences of the program for patients.
fn fixed() -> Vec<String> {
    own_sentences(|file| !TECHNICAL.iter().any(|name| file.ends_with(name)))
}

/// The sentences of some files of texts, with a word in place of each value.
fn own_sentences(is_wanted: impl Fn(&PathBuf) -> bool) -> Vec<String> {
    let literal = Regex::new(r#""((?:[^"\\]|\\.)*)""#).unwrap();
    let part = Regex::new(r"\{[a-z_]*\}").unwrap();
    let mut texts = Vec::new();
    for file in files("src/text/en", ".rs").into_iter().filter(is_wanted) {
        let code = fs::read_to_string(file).unwrap();
        let code: String =
            code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for found in literal.captures_iter(&code) {
            texts.push(part.replace_all(&found[1], "word").replace("\\\"", "\""));
        }
    }
    // Headings and single words are not sentences.
    texts.retain(|text| words(text).len() >= 4 && text.contains(char::is_lowercase));
    assert!(texts.len() > 60, "the texts were not read");
    texts
}

/// The sentences of a text. A text of the rules is one sentence, a fixed text can be several.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', '!']).map(str::trim).filter(|part| part.chars().any(char::is_alphabetic))
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).collect()
}

#[test]
fn sentences_have_at_most_twenty_words() {
    for (place, text) in patient_sentences(built_in()) {
        for sentence in text.split_inclusive(". ").flat_map(|part| part.split_inclusive("? ")) {
            let length = words(sentence).len();
            assert!(length <= WORDS, "`{place}` has a sentence of {length} words: {sentence}");
        }
    }
}

/// Names of medicines and illnesses, which cannot be shortened. In the reading grade each counts as two syllables.
const NAMES: [&str; 45] = [
    "abatacept",
    "adalimumab",
    "alopecia areata",
    "arteritis",
    "azathioprine",
    "baricitinib",
    "biologics",
    "biologic",
    "certolizumab",
    "clarithromycin",
    "colitis",
    "cyclosporine",
    "diabetes",
    "etanercept",
    "golimumab",
    "hepatitis",
    "ibuprofen",
    "infliximab",
    "inhibitors",
    "inhibitor",
    "leflunomide",
    "lymphoma",
    "mercaptopurine",
    "methotrexate",
    "naproxen",
    "Olumiant",
    "prednisone",
    "probenecid",
    "rheumatoid arthritis",
    "arthritis",
    "rifampin",
    "Rinvoq",
    "rituximab",
    "sarilumab",
    "sulfasalazine",
    "tacrolimus",
    "teriflunomide",
    "tocilizumab",
    "tofacitinib",
    "tuberculosis",
    "ulcerative",
    "upadacitinib",
    "Xeljanz",
    "itraconazole",
    "fluconazole",
];

fn without_names(text: &str) -> String {
    NAMES.iter().fold(text.to_lowercase(), |text, name| text.replace(&name.to_lowercase(), "tablet"))
}

/// The number of syllables: groups of vowels, without a silent e at the end.
fn syllables(word: &str) -> usize {
    let letters: String = word.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let is_vowel = |c: char| "aeiouy".contains(c);
    let groups = letters.chars().zip(std::iter::once(' ').chain(letters.chars()));
    let count = groups.filter(|(c, before)| is_vowel(*c) && !is_vowel(*before)).count();
    let is_silent = letters.ends_with('e') && !letters.ends_with("le")
        || (letters.ends_with("es") || letters.ends_with("ed"))
            && !["ses", "zes", "xes", "ches", "shes", "ges", "ces", "ted", "ded"]
                .iter()
                .any(|end| letters.ends_with(end));
    if is_silent && count > 1 { count - 1 } else { count.max(1) }
}

/// The Flesch-Kincaid grade of some sentences.
#[expect(clippy::float_arithmetic, reason = "the formula has fractions, and only a test uses it")]
fn grade(texts: &[&str]) -> f64 {
    let plain: Vec<String> = texts.iter().map(|text| without_names(text)).collect();
    let number = |count: usize| f64::from(u32::try_from(count).unwrap());
    let sentence_count: usize = plain.iter().map(|text| sentences(text).count().max(1)).sum();
    let all_words: Vec<&str> = plain.iter().flat_map(|text| words(text)).collect();
    let syllable_count: usize = all_words.iter().map(|word| syllables(word)).sum();
    0.39 * number(all_words.len()) / number(sentence_count) + 11.8 * number(syllable_count) / number(all_words.len())
        - 15.59
}

#[test]
fn the_reading_grade_agrees_with_textstat() {
    // Values of the Python package textstat 0.7.8 for the same sentences. The simpler count may differ by one grade.
    let known = [
        ("The cat sat on the mat. It was a warm day. The dog ran to the door.", -1.6),
        ("Call your local emergency number. If you do not know it, ask someone near you to call.", 3.7),
        (
            "These medicines can raise the risk of blood clots. If you had one before, doctors usually look for another choice first.",
            5.4,
        ),
    ];
    for (text, expected) in known {
        let found = grade(&[text]);
        assert!((found - expected).abs() <= 1.0, "{found} for {text}");
    }
}

#[test]
fn the_reading_grade_is_six_or_below() {
    let read = patient_sentences(built_in());
    let all: Vec<&str> = read.iter().map(|(_, text)| text.as_str()).collect();
    let mean = grade(&all);
    assert!(mean <= 6.0, "the mean grade is {mean:.1}");
    for place in read.iter().map(|(place, _)| place).collect::<std::collections::BTreeSet<_>>() {
        let own: Vec<&str> = read.iter().filter(|(other, _)| other == place).map(|(_, text)| text.as_str()).collect();
        let length: usize = own.iter().map(|text| words(text).len()).sum();
        if length >= 30 {
            let own = grade(&own);
            assert!(own <= 8.0, "`{place}` reads at grade {own:.1}");
        }
    }
}

#[test]
fn every_caution_says_what_to_do() {
    const ACTIONS: [&str; 7] = ["Tell", "Ask", "Call", "Show", "Get", "Take", "Use"];
    for caution in built_in().cautions() {
        let acts = caution.tell.iter().any(|sentence| ACTIONS.iter().any(|action| sentence.starts_with(action)));
        assert!(acts, "`{}` has no sentence that says what to do", caution.id);
    }
}

/// Phrases that no output may have outside the fixed sentences that deny them.
static FORBIDDEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(safe|safer|safely|all[- ]clear|clear(ed)?|low(er)? risk|no risks?|risk[- ]free|all good|you can take|eligible|suitable|fine|ok to|okay|nothing to worry|harmless|deadly|killer|dangerous drug|never take|must not take|poison|risk score|score|low-risk|good candidate|qualif\w+|thrombosis|contraindicat\w+|adverse|comorbid\w*|immunosuppress\w*|cardiovascular|prophylaxis)\b",
    )
    .unwrap()
});

static SECTION: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#""section": "[^"]*""#).unwrap());

static ADDRESS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"https://[^\s\x22)]*").unwrap());

/// Removes the sentences that deny an all-clear and the names of documents, which may have these phrases.
fn without_what_is_allowed(output: &str, rules: &RuleSet) -> String {
    let mut plain = output.split_whitespace().collect::<Vec<_>>().join(" ");
    plain = plain.replace("This does not mean the medicine is safe for you.", "");
    // Here "poison" is whom to call, not the medicine.
    plain = plain.replace("poison control", "");
    for source in rules.sources() {
        plain = plain.replace(&source.title, "");
    }
    // Sections of documents and web addresses have the words of their labels.
    ADDRESS.replace_all(&SECTION.replace_all(&plain, ""), "").into_owned()
}

fn assert_no_all_clear(output: &str, what: &str) {
    let plain = without_what_is_allowed(output, built_in());
    if let Some(found) = FORBIDDEN.find(&plain) {
        let around: String = plain.chars().skip(found.start().saturating_sub(60)).take(150).collect();
        panic!("{what} says `{}`: ... {around} ...", found.as_str());
    }
}

#[test]
fn the_search_for_an_all_clear_finds_one() {
    for sentence in ["You are in the clear.", "It is safe for you", "low risk", "Your score is 3", "You can take it"] {
        assert!(FORBIDDEN.is_match(sentence), "{sentence}");
    }
    assert!(!FORBIDDEN.is_match(&without_what_is_allowed(language().safety.not_safe, built_in())));
}

fn assert_report(report: &Report<'_>, what: &str) {
    assert_no_all_clear(&json::render(report).unwrap(), what);
    assert_document(&pages::report::page::document(report), what);
    assert_document(&pages::list::document(report), what);
}

/// Only plain text is searched, as another test compares the words of all formats.
fn assert_document(document: &Document, what: &str) {
    assert_no_all_clear(&text::render(document, 80, Paint::new(false)), what);
}

#[test]
fn no_state_of_any_caution_gives_an_all_clear() {
    // The worked cases have every state of every caution.
    let cases = Cases::prove(built_in(), &RuleFiles::built_in()).unwrap();
    for caution in built_in().cautions() {
        for state in [State::Applies, State::NotSure, State::NotAsked, State::NoMatch] {
            let has_state = |case: &&jakcheck::analysis::Case| {
                case.expect.iter().any(|(id, expected)| *caution.id.as_str() == *id && *expected == state)
            };
            let case = cases.iter().find(has_state).unwrap_or_else(|| panic!("`{}` has no case {state:?}", caution.id));
            let report = report(&case.answers);
            let found = report.cautions.iter().find(|one| caution.id == *one.id).unwrap();
            assert_eq!(found.state, state);
            assert_report(&report, &format!("{} {state:?}", caution.id));
        }
    }
}

#[test]
fn random_answers_give_no_all_clear() {
    for given in samples(120) {
        assert_report(&Report::new(&answers_from(built_in(), &given), day()), &format!("{given:?}"));
    }
}

#[test]
fn example_people_and_pages_give_no_all_clear() {
    assert_report(&report("{}"), "nothing answered");
    for file in files("examples/people", ".json") {
        assert_report(&report(&fs::read_to_string(&file).unwrap()), &file.display().to_string());
    }
    for text in own_sentences(|_| true) {
        assert_no_all_clear(&text, "the texts");
    }
    let rules = built_in();
    let frame = || pages::frame::of_rules(rules.header(), day(), false);
    let lessons = rules.topics().iter().map(|one| topic::Lesson::new(rules, one));
    let lessons = lessons.map(|lesson| topic::page::document(&lesson, rules.sources(), frame()));
    let case = SafetyCase::built_in(rules).unwrap();
    let lists = [
        topic::page::list(&topic::Topics::new(rules), frame()),
        topic::page::all(rules, frame()),
        explanation::list::document(&explanation::list::Cautions::new(rules), frame()),
        hazards::page::document(&HazardLog::new(&case, rules.header(), false), frame()),
    ];
    lessons.chain(lists).for_each(|document| assert_document(&document, &document.title));
    for caution in rules.cautions() {
        let mut explained = Explanation::new(rules, caution, Some(&answers("{}")));
        // Sections of documents have the words of their labels.
        explained.sources.iter_mut().for_each(|said| said.section = None);
        assert_document(&explanation::page::document(&explained, frame()), caution.id.as_str());
    }
    let people: Vec<_> = PEOPLE.iter().map(|person| person.answers(rules).unwrap()).collect();
    for (one, other) in people.iter().zip(people.iter().cycle().skip(1)) {
        let [one, other] = [one, other].map(|answers| Report::new(answers, day()));
        let comparison = Comparison::new(&one, &other, ["Anna", "Ben"].map(str::to_owned));
        assert_document(&pages::comparison::page::document(&comparison, rules.sources(), frame()), "a comparison");
    }
    let cases = Cases::prove(rules, &RuleFiles::built_in()).unwrap();
    let everything = reviewers_copy::Selection::new(rules, None);
    let shown = text::render(&reviewers_copy::document(rules, &cases, &everything, frame()), 80, Paint::new(false));
    // Notes and sources for the reviewer have the words of labels, but no all-clear either.
    assert!(!Regex::new(r"(?i)all[- ]clear|no risks?\b|you can take|nothing to worry").unwrap().is_match(&shown));
    let mut summary = Page::new(80, Paint::new(false));
    text::blocks(&mut summary, &reviewers_copy::summary(rules, &cases));
    assert_no_all_clear(&summary.into_text(), "rules check");
    for dialect in Dialect::ALL {
        for text in [sql::select(rules, dialect, Shape::Long, day()), sql::table(rules, dialect, day())] {
            // The comments, without the names of sources and sections.
            let text = text.unwrap();
            let is_ours = |line: &&str| {
                line.trim_start().starts_with("--") && !line.contains("read ") && !line.contains("Sources")
            };
            let ours: Vec<&str> = text.lines().filter(is_ours).collect();
            assert!(ours.len() > 50);
            assert_no_all_clear(&ours.join("\n"), dialect.word());
        }
    }
}

#[test]
fn no_text_states_an_unchecked_fact() {
    // Words of facts that could not be checked.
    let unchecked = Regex::new(r"(?i)droop|flashes|curtain|near (the|your) eye|73\s?%").unwrap();
    for (place, text) in patient_sentences(built_in()) {
        assert!(!unchecked.is_match(&text), "`{place}` says {text}");
    }
}
