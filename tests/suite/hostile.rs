//! No text of a rule set or of answers becomes markup in any format, and none of its visible characters is lost.

use jakcheck::analysis::Cases;
use jakcheck::export::packet;
use jakcheck::load::{RuleFile, RuleFiles, rules_to_review};
use jakcheck::model::RuleSet;
use jakcheck::pages::comparison::{self, Called, Comparison};
use jakcheck::pages::report::Report;
use jakcheck::pages::{self, frame};
use jakcheck::render::document::{Block, Document, Item, Line, Planned, Section, Table};
use jakcheck::render::visible::{is_unprintable, seen};
use jakcheck::render::{html, markdown};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use scraper::{Html, Selector};
use serde_json::Value;

use crate::support::allowed::assert_allowed;
use crate::support::random::cases;
use crate::support::words::{of_rules, parsed, words, words_of_html, words_of_markdown};
use crate::support::{built_in, day, report};

/// Markup, string terminators, invisible and bidirectional characters of all formats.
const HOSTILE: &str = "<script>alert(1)</script> \" ' ` </style> --> &amp; [x](y) ![z](w) *a* _b_ # | ~~c~~ \\ 1. - \
                       {{d}} $e$ <img src=x onerror=alert(2)>";
/// The same with characters that the loader refuses in a rule set.
const UNSEEN: &str = "\u{1b}[2J\u{202e}\u{2066}\u{200b}\u{0}\r\n\n# x\n\u{9b}\u{feff}\u{e0041}";

/// The document with a hostile text before and after each of its texts.
fn hostile(document: &Document) -> Document {
    let text = |text: &str| format!("{HOSTILE}{UNSEEN} {text} {UNSEEN}{HOSTILE}");
    Document {
        title: text(&document.title),
        is_example: document.is_example,
        is_short: document.is_short,
        rules: text(&document.rules),
        has_contents: document.has_contents,
        about: document.about.iter().map(hostile_line).collect(),
        lead: document.lead.iter().map(hostile_line).collect(),
        emergency: document.emergency.iter().map(hostile_block).collect(),
        sections: document.sections.iter().map(hostile_section).collect(),
        foot: document.foot.iter().map(hostile_block).collect(),
    }
}

fn hostile_line(line: &Line) -> Line {
    Line { text: format!("{HOSTILE}{UNSEEN} {} {UNSEEN}{HOSTILE}", line.text), ..line.clone() }
}

fn hostile_text(text: &str) -> String {
    hostile_line(&text.into()).text
}

fn hostile_item(item: &Item) -> Item {
    Item { lines: item.lines.iter().map(hostile_line).collect(), items: item.items.iter().map(hostile_item).collect() }
}

fn hostile_section(section: &Section) -> Section {
    Section {
        heading: section.heading.as_ref().map(hostile_line),
        blocks: section.blocks.iter().map(hostile_block).collect(),
        starts_page: section.starts_page,
        parts: section.parts.iter().map(hostile_section).collect(),
    }
}

fn hostile_plan(row: &Planned) -> Planned {
    let hostile = |(number, name): &(usize, Option<String>)| (*number, name.as_deref().map(hostile_text));
    Planned { heading: hostile_text(&row.heading), entries: row.entries.iter().map(hostile).collect() }
}

fn hostile_block(block: &Block) -> Block {
    match block {
        Block::Line(line) => Block::Line(hostile_line(line)),
        Block::List(items) => Block::List(items.iter().map(hostile_item).collect()),
        Block::Short(items) => Block::Short(items.iter().map(hostile_item).collect()),
        Block::Signs(signs) => Block::Signs(signs.iter().map(|sign| hostile_text(sign)).collect()),
        Block::Entry { title, lines } => {
            Block::Entry { title: hostile_text(title), lines: lines.iter().map(hostile_line).collect() }
        }
        Block::Plan { heads, rows } => Block::Plan {
            heads: heads.each_ref().map(|head| hostile_text(head)),
            rows: rows.iter().map(hostile_plan).collect(),
        },
        Block::People { said, had } => Block::People { said: hostile_line(said), had: *had },
        Block::Ticks { list, blank } => {
            Block::Ticks { list: list.iter().map(|text| hostile_text(text)).collect(), blank: *blank }
        }
        Block::ByHand(labels) => Block::ByHand(labels.iter().map(|text| hostile_text(text)).collect()),
        Block::Table(Table { headings, rows }) => Block::Table(Table {
            headings: headings.iter().map(|text| hostile_text(text)).collect(),
            rows: rows.iter().map(|row| row.iter().map(hostile_line).collect()).collect(),
        }),
        Block::Sources(sources) => Block::Sources(sources.iter().map(|text| hostile_text(text)).collect()),
        Block::Key | Block::Break => block.clone(),
    }
}

/// Asserts that there are only allowed elements, a strict policy, and no unprintable characters.
fn assert_harmless(document: &Document) {
    assert_allowed(&parsed(document));
    let printed = html::render(document, html::Size::Normal);
    assert!(!printed.chars().any(|c| c != '\n' && is_unprintable(c)));
    assert!(printed.contains("default-src 'none'; style-src 'sha256-"));
    assert_harmless_markdown(document);
}

/// The cells of all tables in a section.
fn cells_of(section: &Section) -> usize {
    let cells = section.blocks.iter().map(|block| {
        if let Block::Table(Table { headings, rows }) = block { headings.len() * (rows.len() + 1) } else { 0 }
    });
    cells.sum::<usize>() + section.parts.iter().map(cells_of).sum::<usize>()
}

fn assert_harmless_markdown(document: &Document) {
    let markdown = markdown::render(document).unwrap();
    assert!(!markdown.chars().any(|c| c != '\n' && is_unprintable(c)));
    let kinds = || Parser::new_ext(&markdown, Options::ENABLE_TASKLISTS | Options::ENABLE_TABLES);
    // Each table has as many cells as it was given: no text ends a cell or begins a table.
    let cells = kinds().filter(|event| matches!(event, Event::Start(Tag::TableCell))).count();
    assert_eq!(cells, document.sections.iter().map(cells_of).sum::<usize>());
    for event in kinds() {
        let is_markup = matches!(
            event,
            Event::Html(_)
                | Event::InlineHtml(_)
                | Event::Code(_)
                | Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::Emphasis | Tag::HtmlBlock)
        );
        assert!(!is_markup, "{event:?}");
    }
}

/// A page that compares two reports, one of them with this id.
fn compared(one: &Report<'static>, id: Option<&str>) -> Document {
    let other = report(r#"{"clot_history": "not_sure", "symptoms_now": ["stroke"], "stage": "thinking"}"#);
    let called = |id| Called { id, short: "a.json", typed: "a.json" };
    let comparison = Comparison::new(one, &other, comparison::names([called(id), called(None)]));
    let frame = frame::of_rules(built_in().header(), day(), true);
    comparison::page::document(&comparison, built_in().sources(), frame)
}

#[test]
fn hostile_texts_are_only_text() {
    let example = report(r#"{"clot_history": "yes", "smoking": "not_sure", "stage": "taking_now"}"#).as_example();
    let compared = compared(&example, None);
    let documents = [pages::report::page::document(&example), pages::list::document(&example), compared];
    for document in documents.into_iter().chain(of_rules(built_in()).into_iter().take(24)) {
        let hostile = hostile(&document);
        assert_harmless(&hostile);
        // Every visible character is there in each format.
        let wanted = words(&seen(HOSTILE)).join(" ");
        for words in [words_of_markdown(&hostile), words_of_html(&hostile)] {
            assert!(words.join(" ").matches(&wanted).count() > 20);
        }
    }
}

/// The files of the built-in rule set with hostile texts in everything that people read, without worked cases.
fn hostile_files() -> RuleFiles {
    let built_in = RuleFiles::built_in();
    let files = built_in.iter().map(|file| {
        let mut value: Value = serde_json::from_slice(&file.bytes).unwrap();
        spoil(&mut value, "");
        RuleFile { bytes: serde_json::to_vec(&value).unwrap().into(), ..file.clone() }
    });
    RuleFiles::new(files.filter(|file| !file.name.starts_with("cases/")).collect())
}

fn spoil(value: &mut Value, key: &str) {
    const TEXTS: [&str; 18] = [
        "title",
        "text",
        "why",
        "tell",
        "ask",
        "label",
        "hint",
        "says",
        "disagrees",
        "signs",
        "said",
        "who",
        "how_long",
        "limits",
        "publisher",
        "where",
        "when_not_sure",
        "section",
    ];
    if let Value::String(text) = value
        && TEXTS.contains(&key)
    {
        *text = format!("{text} {HOSTILE}");
    }
    value.as_array_mut().into_iter().flatten().for_each(|value| spoil(value, key));
    for (key, value) in value.as_object_mut().into_iter().flatten() {
        spoil(value, key);
    }
}

#[test]
fn a_hostile_rule_set_gives_harmless_pages() {
    let rules = RuleSet::load(&hostile_files()).unwrap();
    let given =
        jakcheck::answers::read(&rules, "answers", br#"{"clot_history": "yes", "smoking": "not_sure"}"#).unwrap();
    let report = Report::new(&given, day());
    let mut documents = of_rules(&rules);
    documents.extend([pages::report::page::document(&report), pages::list::document(&report)]);
    for document in &documents {
        assert_harmless(document);
    }
    assert!(words_of_html(&documents[0]).join(" ").contains("<script>alert(1)</script>"));
}

#[test]
fn a_hostile_rule_set_gives_a_harmless_review_packet() {
    let files = hostile_files();
    let rules = RuleSet::load(&files).unwrap();
    let cases = Cases::prove(built_in(), &RuleFiles::built_in()).unwrap();
    let printed = packet::render(&rules, &cases, &rules_to_review(&files)).unwrap();
    assert!(!printed.chars().any(|c| c != '\n' && is_unprintable(c)));
    let page = Html::parse_document(&printed);
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    let count = |selector: &str| page.select(&Selector::parse(selector).unwrap()).count();
    assert_eq!((count("script"), count("style"), count("img"), count("svg script")), (1, 1, 0, 0));
    for element in page.root_element().descendants().filter_map(|node| node.value().as_element()) {
        for (name, value) in element.attrs() {
            assert!(!name.starts_with("on") && name != "style" && name != "src", "{name}");
            assert!(name != "href" || value.starts_with('#'), "{value}");
        }
    }
    let shown = page.root_element().text().collect::<String>();
    assert!(shown.matches("<script>alert(1)</script>").count() > 500);
    // In the pictures too, cut into lines.
    assert!(
        page.select(&Selector::parse("svg text").unwrap())
            .any(|text| text.text().any(|line| line.contains("<script>")))
    );
}

#[test]
fn a_hostile_id_of_a_person_is_only_text() {
    let id = serde_json::to_string(HOSTILE).unwrap();
    let report = report(&format!(r#"{{"id": {id}, "smoking": "past"}}"#));
    assert_harmless(&pages::report::page::document(&report));
    assert_harmless(&pages::list::document(&report));
    assert_harmless(&compared(&report, Some(HOSTILE)));
}

fn assert_only_text(text: &str) {
    let line = Line::from(text);
    let blocks = vec![
        Block::Line(line.clone()),
        Block::List(vec![Item::of(text)]),
        Block::Entry { title: text.to_owned(), lines: vec![line.clone()] },
        Block::Ticks { list: vec![text.to_owned()], blank: 1 },
        Block::ByHand(vec![text.to_owned()]),
        Block::Signs(vec![text.to_owned()]),
        Block::Plan {
            heads: [text.to_owned(), text.to_owned()],
            rows: vec![Planned { heading: text.to_owned(), entries: vec![(1, None), (2, Some(text.to_owned()))] }],
        },
        Block::Table(Table { headings: vec![text.to_owned(); 2], rows: vec![vec![line.clone(), line.clone()]] }),
        Block::Sources(vec![text.to_owned()]),
    ];
    let frame = frame::of_rules(built_in().header(), day(), false);
    let document = Document { title: text.to_owned(), sections: vec![Section::new(text, blocks)], ..frame };
    assert_harmless(&document);
    let wanted = words(&seen(text)).join(" ");
    assert!(words_of_html(&document).join(" ").contains(&wanted));
    assert!(words_of_markdown(&document).join(" ").contains(&wanted));
}

#[test]
fn a_single_character_is_only_text() {
    assert_only_text("<");
    assert_only_text("|");
    // At the end of a cell.
    assert_only_text("\\");
    // Blanks at the ends of a strong text have no form in Markdown.
    assert_only_text("A\u{a0}");
    assert_only_text(" ");
    assert_only_text("");
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn any_text_is_only_text(text in any::<String>()) {
        assert_only_text(&text);
    }
}
