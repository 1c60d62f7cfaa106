//! The words of a page, as a parser of Markdown or HTML reads them.

use jakcheck::answers::Answers;
use jakcheck::model::{RuleSet, SafetyCase};
use jakcheck::pages::explanation::{self, Explanation};
use jakcheck::pages::hazards::{self, HazardLog};
use jakcheck::pages::{frame, topic};
use jakcheck::render::document::Document;
use jakcheck::render::{html, markdown};
use jakcheck::text::language;
use pulldown_cmark::{Event, Options, Parser, Tag};
use scraper::{Html, Selector};

use super::rules::{built_in, day};

/// Every document about a rule set.
pub(crate) fn of_rules(rules: &RuleSet) -> Vec<Document> {
    let frame = || frame::of_rules(rules.header(), day(), false);
    let mut documents = vec![topic::page::all(rules, frame()), topic::page::list(&topic::Topics::new(rules), frame())];
    documents.push(explanation::list::document(&explanation::list::Cautions::new(rules), frame()));
    let case = SafetyCase::built_in(built_in()).expect("the rules have the names of its evidence");
    documents.push(hazards::page::document(&HazardLog::new(&case, rules.header(), false), frame()));
    documents.extend(
        rules
            .topics()
            .iter()
            .map(|one| topic::page::document(&topic::Lesson::new(rules, one), rules.sources(), frame())),
    );
    let asked = Answers::none(rules);
    documents.extend(
        rules
            .cautions()
            .iter()
            .map(|caution| explanation::page::document(&Explanation::new(rules, caution, Some(&asked)), frame())),
    );
    documents
}

/// The words of a text, without the lines to write on and the boxes around numbers: each format draws them in its own
/// way.
pub(crate) fn words(text: &str) -> Vec<String> {
    let is_line = |word: &&str| word.chars().all(|c| c == '_');
    let bare = |word: &str| {
        let number = word.strip_prefix('[').and_then(|word| word.strip_suffix(']'));
        number.filter(|number| number.parse::<u8>().is_ok()).unwrap_or(word).to_owned()
    };
    let text = text.to_lowercase().replace("][", "] [");
    text.split_whitespace().filter(|word| !is_line(word)).map(bare).collect()
}

pub(crate) fn words_of_markdown(document: &Document) -> Vec<String> {
    let printed = markdown::render(document).unwrap();
    let mut plain = String::new();
    let mut is_code = false;
    for event in Parser::new_ext(&printed, Options::ENABLE_TASKLISTS | Options::ENABLE_TABLES) {
        match event {
            Event::Text(text) if !is_code => plain.push_str(&text),
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(_) => {
                is_code = false;
                plain.push('\n');
            }
            Event::SoftBreak | Event::HardBreak => plain.push('\n'),
            Event::Text(_) | Event::Start(_) | Event::Rule | Event::TaskListMarker(_) => {}
            markup @ (Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)) => panic!("{markup:?}"),
        }
    }
    plain = words(&plain).join(" ");
    words(&plain.replace(&language().phrase.picture_of_signs.to_lowercase(), ""))
}

pub(crate) fn parsed(document: &Document) -> Html {
    let page = Html::parse_document(&html::render(document, html::Size::Normal));
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    page
}

pub(crate) fn words_of_html(document: &Document) -> Vec<String> {
    let page = parsed(document);
    let body = page.select(&Selector::parse("body").unwrap()).next().unwrap();
    let mut plain = String::new();
    for node in body.descendants() {
        if let Some(text) = node.value().as_text() {
            plain.push_str(text);
        } else if node.value().as_element().is_some_and(|element| !["a", "strong"].contains(&element.name())) {
            plain.push('\n');
        }
    }
    words(&words(&plain).join(" ").replace(&language().phrase.picture_of_dots.to_lowercase(), ""))
}

/// The rows of the tables in wide plain text, with a bar between cells and without the marks of sources.
pub(crate) fn rows(printed: &str) -> Vec<String> {
    let cell = |cell: &str| cell.trim().split(" [").next().unwrap().to_owned();
    let row = |line: &str| {
        let cells = line.split("  ").filter(|part| !part.trim().is_empty()).map(cell);
        cells.collect::<Vec<String>>().join("|")
    };
    printed.lines().map(row).collect()
}
