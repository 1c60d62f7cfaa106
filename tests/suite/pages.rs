//! Text, Markdown and HTML have the same words, and the content of JSON.

use jakcheck::analysis::Cases;
use jakcheck::answers::Answers;
use jakcheck::load::RuleFiles;
use jakcheck::model::State;
use jakcheck::pages::comparison::Comparison;
use jakcheck::pages::people::PEOPLE;
use jakcheck::pages::report::{Because, Report};
use jakcheck::pages::reviewers_copy::Selection;
use jakcheck::pages::{self, frame};
use jakcheck::render::document::{Block, Document};
use jakcheck::render::{Paint, html, markdown, text};
use jakcheck::text::language;
use proptest::prelude::*;
use serde_json::Value;

use crate::support::random::cases;
use crate::support::words::{of_rules, words, words_of_html, words_of_markdown};
use crate::support::{answers, built_in, day, random_answers, to_json};

/// Every document about a person.
fn of_person(answers: &Answers<'static>) -> Vec<Document> {
    let report = Report::new(answers, day());
    let other = Answers::none(built_in());
    let names = ["Anna", "somebody else"].map(str::to_owned);
    let comparison = Comparison::new(&Report::new(&other, day()), &report, names);
    let frame = || frame::of_rules(built_in().header(), day(), false);
    vec![
        pages::report::page::document(&report),
        pages::report::page::document(&report.clone().as_example().for_someone_else()),
        pages::report::page::changed(&report, &comparison),
        pages::list::document(&report),
        pages::list::changed(&report.clone().as_example(), &comparison),
        pages::comparison::page::document(&comparison, built_in().sources(), frame()),
    ]
}

fn people() -> impl Iterator<Item = Answers<'static>> {
    let people = PEOPLE.iter().map(|person| person.answers(built_in()).unwrap());
    people.chain([answers("{}")])
}

/// The words of plain text, without its pictures and marks. Where it has a table it is so wide that each row is a line:
/// in columns, the words of cells that wrap stand between each other.
fn words_of_text(document: &Document) -> Vec<String> {
    let mut blocks = document.sections.iter().flat_map(|section| &section.blocks);
    let width = if blocks.any(|block| matches!(block, Block::Table(_))) { 10_000 } else { 80 };
    words_at(document, width)
}

fn words_at(document: &Document, width: usize) -> Vec<String> {
    let printed = text::render(document, width, Paint::new(false));
    let is_picture = |line: &str| line.len() == 52 && line.trim_start().chars().all(|c| "#+.".contains(c));
    let mut words = Vec::new();
    for line in printed.lines().filter(|line| !is_picture(line)) {
        let stands_alone = line.starts_with('[');
        // The line of time beside a plan.
        let line = line.trim_start_matches("| ").trim_start();
        let line = line
            .strip_prefix("+- ")
            .or_else(|| line.strip_prefix("- "))
            .or_else(|| line.strip_prefix("[ ] "))
            .unwrap_or(line);
        let number = line.strip_prefix('[').and_then(|line| line.split_once("] "));
        let is_source = stands_alone && number.is_some_and(|(number, _)| number.parse::<usize>().is_ok());
        // A mark can be at the start of a wrapped line. In the list of sources a text follows it.
        let line = number.filter(|_| is_source).map_or(line, |(_, source)| source);
        words.extend(self::words(line));
    }
    words
        .join(" ")
        .replace(&language().phrase.picture_of_signs.to_lowercase(), "")
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

fn assert_same_words(document: &Document) {
    let text = words_of_text(document);
    assert!(text.len() > 20, "{text:?}");
    for (form, words) in [("Markdown", words_of_markdown(document)), ("HTML", words_of_html(document))] {
        let differs = text.iter().zip(&words).position(|(one, other)| one != other);
        let place = differs.unwrap_or_else(|| text.len().min(words.len())).saturating_sub(6);
        let (one, other) = (text.iter().skip(place).take(14), words.iter().skip(place).take(14));
        assert!(
            text == words,
            "{form} of `{}` differs:\n{:?}\n{:?}",
            document.title,
            one.collect::<Vec<_>>(),
            other.collect::<Vec<_>>()
        );
    }
}

#[test]
fn reports_have_the_same_words_in_all_formats() {
    for document in people().flat_map(|answers| of_person(&answers)) {
        assert_same_words(&document);
    }
}

#[test]
fn columns_have_the_same_words_at_every_width() {
    // A mark can stand at the start of a line, as the numbers of the list of sources do.
    let sorted = |document: &Document, width| {
        let mut words = words_at(document, width);
        words.retain(|word| word.contains(char::is_alphabetic));
        words.sort();
        words
    };
    // Above the width from which four columns stand side by side.
    for document in people().filter_map(|answers| of_person(&answers).pop()) {
        let wide = sorted(&document, 10_000);
        for width in [72, 75, 80, 90, 100, 200] {
            let narrow = sorted(&document, width);
            let differs = narrow.iter().zip(&wide).find(|(one, other)| one != other);
            assert!(narrow == wide, "at {width} columns a word is lost or cut: {differs:?}");
        }
    }
}

#[test]
fn pages_of_rules_have_the_same_words_in_all_formats() {
    for document in of_rules(built_in()) {
        assert_same_words(&document);
    }
}

#[test]
fn the_reviewers_copy_has_the_same_words_in_all_formats() {
    let cases = Cases::prove(built_in(), &RuleFiles::built_in()).unwrap();
    let all = Selection::new(built_in(), None);
    let frame = frame::of_rules(built_in().header(), day(), false);
    assert_same_words(&pages::reviewers_copy::document(built_in(), &cases, &all, frame));
}

/// The sentences of a JSON report that text must have too.
fn sentences(report: &Value) -> Vec<String> {
    let mut found: Vec<&Value> = report["urgent"].get("tell").into_iter().collect();
    for caution in report["cautions"].as_array().unwrap() {
        let is_told = [State::Applies, State::NotSure].iter().any(|state| caution["state"] == serde_json::json!(state));
        found.extend(if is_told {
            vec![&caution["title"], &caution["tell"], &caution["ask"]]
        } else {
            vec![&caution["title"]]
        });
        found.extend(caution["disagrees"].as_array().into_iter().flatten().map(|one| &one["tell"]));
    }
    for symptom in report["warning_symptoms"].as_array().unwrap() {
        found.extend([&symptom["title"], &symptom["signs"]]);
        // In text the heading says how soon help is needed.
        found.extend(symptom["tell"].as_array().unwrap().iter().skip(1));
    }
    for part in ["monitoring", "alternatives", "not_asked_about"] {
        found.extend(report[part].as_array().unwrap().iter().flat_map(|advice| [&advice["title"], &advice["tell"]]));
    }
    found.extend(report["tried"].as_array().unwrap().iter().map(|tried| &tried["text"]));
    found.extend(report["questions_for_doctor"].as_array().unwrap().iter().map(|question| &question["ask"]));
    found.push(&report["notice"]);
    let text = |value: &Value| -> Vec<String> {
        let list = value.as_array().into_iter().flatten();
        list.chain(value.is_string().then_some(value)).filter_map(Value::as_str).map(str::to_owned).collect()
    };
    found.into_iter().flat_map(text).collect()
}

#[test]
fn text_has_every_sentence_of_json() {
    for answers in people() {
        let report = Report::new(&answers, day());
        let printed = words_of_text(&pages::report::page::document(&report)).join(" ");
        let sentences = sentences(&serde_json::to_value(&report).unwrap());
        assert!(sentences.len() > 100);
        for sentence in &sentences {
            assert!(printed.contains(&words(sentence).join(" ")), "text lacks `{sentence}`");
        }
    }
}

/// Whatever applies, is open or urgent stands on the list, and the list says how to read the rest.
fn assert_the_list_is_whole(report: &Report<'_>) {
    let printed = words_of_text(&pages::list::document(report)).join(" ");
    let stands = |text: &str| printed.contains(&words(text).join(" "));
    for caution in &report.cautions {
        let is_told = matches!(caution.state, State::Applies | State::NotSure);
        assert!(!is_told || stands(caution.title), "the list lacks `{}`", caution.title);
        // What cannot wait stands there, however long the list is.
        for sentence in caution.tell.now.iter().filter(|_| caution.state == State::Applies) {
            assert!(stands(sentence), "the list lacks `{sentence}`");
        }
    }
    if let Some(urgent) = &report.urgent {
        assert!(urgent.tell.iter().all(|sentence| stands(sentence)), "{:?}", urgent.tell);
        let is_named = |reason: &Because<'_>| stands(&reason.item.title) || stands(reason.answer.label());
        assert!(urgent.because.iter().all(is_named), "{:?}", urgent.because);
    }
    // Who knows of the pregnancy, and calls today, is not told how to find out.
    let mut urgent = report.urgent.iter().flat_map(|urgent| &urgent.because);
    let knows = urgent.any(|reason| reason.item.reference == "pregnancy");
    for symptom in
        report.warning_symptoms.iter().filter(|symptom| !(knows && symptom.id.as_str() == "pregnant_on_treatment"))
    {
        assert!(stands(symptom.signs.brief), "the list lacks `{}`", symptom.signs.brief);
    }
    assert!(stands(language().list.in_full));
    let applies = report.cautions.iter().any(|caution| caution.state == State::Applies);
    assert_ne!(applies, stands(language().safety.not_safe), "nothing is said without what it does not mean");
}

#[test]
fn the_list_has_whatever_json_tells_of_open_and_urgent_matters() {
    for answers in people() {
        assert_the_list_is_whole(&Report::new(&answers, day()));
    }
}

#[test]
fn the_same_answers_give_the_same_bytes() {
    let print = || -> Vec<String> {
        let documents = people().flat_map(|answers| of_person(&answers)).chain(of_rules(built_in()));
        let forms =
            |document: Document| [html::render(&document, html::Size::Large), markdown::render(&document).unwrap()];
        documents.flat_map(forms).collect()
    };
    assert!(print() == print());
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn random_reports_have_the_same_words_in_all_formats(given in random_answers()) {
        let answers = answers(&to_json(&given));
        let report = Report::new(&answers, day());
        assert_same_words(&pages::report::page::document(&report));
        assert_same_words(&pages::list::document(&report));
        assert_the_list_is_whole(&report);
    }
}
