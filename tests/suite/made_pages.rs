//! Rule sets made at random, through everything that prints: nothing fails, and what comes is well formed.

use std::env;
use std::io::Write as _;

use jakcheck::answers::{self, Answers};
use jakcheck::export::{self, sql};
use jakcheck::model::RuleSet;
use jakcheck::pages::comparison::{self, Comparison};
use jakcheck::pages::explanation::Explanation;
use jakcheck::pages::report::Report;
use jakcheck::pages::{self, frame, topic};
use jakcheck::render::document::Document;
use jakcheck::render::visible::is_unprintable;
use jakcheck::render::{Paint, html, json, markdown, text};
use scraper::Html;
use serde_json::Value;

use crate::support::random::Random;
use crate::support::words::of_rules;
use crate::support::{day, made_rules, made_texts};

/// How many rule sets; `JAKCHECK_RULE_SETS` sets another number.
const RULE_SETS: usize = 30;

/// What was printed has no character that nobody sees.
fn assert_seen(what: &str, printed: &str) {
    let found = printed.chars().find(|c| *c != '\n' && is_unprintable(*c));
    assert!(found.is_none() && printed.ends_with('\n'), "{what}: {found:?} in {printed}");
}

fn assert_html(what: &str, page: &str) {
    assert_seen(what, page);
    let errors = Html::parse_document(page).errors;
    assert!(errors.is_empty(), "{what}: {errors:?}");
}

/// The pages about two people, one of them unknown, and about the rules.
fn documents(rules: &RuleSet, report: &Report<'_>, other: &Report<'_>) -> Vec<Document> {
    let frame = frame::of_rules(rules.header(), day(), false);
    let called = |name| comparison::Called { id: None, short: name, typed: name };
    let compared = Comparison::new(report, other, comparison::names([called("a"), called("b")]));
    let mut documents = of_rules(rules);
    documents.extend([
        pages::list::document(report),
        pages::report::page::document(report),
        pages::list::changed(report, &compared),
        pages::report::page::changed(report, &compared),
        pages::list::document(other),
        comparison::page::document(&compared, rules.sources(), frame),
    ]);
    documents
}

/// The document in each format that people read. A parser of HTML takes long, so it reads every fourth page.
fn print(random: &mut Random, document: &Document) {
    let width = random.within(20..121);
    assert_seen("text", &text::render(document, width, Paint::new(false)));
    assert_seen("Markdown", &markdown::render(document).unwrap());
    let size = if random.one_in(2) { html::Size::Normal } else { html::Size::Large };
    let page = html::render(document, size);
    if random.one_in(4) { assert_html("HTML", &page) } else { assert_seen("HTML", &page) }
}

fn print_data(rules: &RuleSet, report: &Report<'_>) {
    let caution = Explanation::new(rules, &rules.cautions()[0], None);
    let lesson = topic::Lesson::new(rules, &rules.topics()[0]);
    for printed in [
        json::render(report),
        json::render(&caution),
        json::render(&lesson),
        json::render(&export::answers_schema(rules)),
        json::render(&export::batch_schema(rules)),
    ] {
        let printed = printed.unwrap();
        assert_seen("JSON", &printed);
        assert!(serde_json::from_str::<Value>(&printed).unwrap().is_object());
    }
}

fn export(rules: &RuleSet, is_short: bool) {
    for dialect in sql::Dialect::ALL {
        for shape in [sql::Shape::Wide, sql::Shape::Long] {
            assert_seen("SQL", &sql::select(rules, dialect, shape, day()).unwrap());
        }
        assert_seen("SQL", &sql::table(rules, dialect, day()).unwrap());
    }
    let table = export::decision_table(rules);
    assert_seen("table", &table);
    let rows = csv::Reader::from_reader(table.as_bytes()).into_records().map(|row| row.unwrap().len());
    assert_eq!(rows.count(), rules.cautions().len());
    // Its script has characters for private use where a text has a hole.
    let page = export::page::render(rules, is_short).unwrap();
    assert_html("page", &page.replace(|c| ('\u{e000}'..='\u{e003}').contains(&c), ""));
}

#[test]
fn rule_sets_made_at_random_are_printed_by_everything_that_prints() {
    let count = env::var("JAKCHECK_RULE_SETS").map_or(RULE_SETS, |number| number.parse().expect("a number"));
    let mut random = Random::new();
    for number in 1..=count {
        let mut files = made_rules::documents(&mut random);
        made_texts::dress(&mut random, &mut files);
        let files = made_rules::files_of(&files);
        let rules = RuleSet::load(&files).unwrap_or_else(|error| panic!("{number}: {error:?}"));
        let given = made_rules::answers(&mut random, &rules);
        let answers = answers::read(&rules, "answers", given.as_bytes()).unwrap();
        let report = Report::new(&answers, day());
        let other = Report::new(&Answers::none(&rules), day());
        for document in documents(&rules, &report, &other) {
            print(&mut random, &document);
        }
        print_data(&rules, &report);
        export(&rules, random.one_in(2));
        if number % 1000 == 0 {
            let _ = writeln!(std::io::stderr(), "{number} rule sets were printed");
        }
    }
}
