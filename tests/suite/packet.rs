//! The review packet has every rule with its boxes, and pictures of the topics that are right and can be read.

use std::collections::{BTreeMap, BTreeSet};

use jakcheck::analysis::Cases;
use jakcheck::export::packet;
use jakcheck::load::{RuleFiles, rules_to_review};
use jakcheck::model::{Condition, RuleSet};
use jakcheck::pages::frame;
use jakcheck::pages::reviewers_copy::{Selection, document};
use scraper::{ElementRef, Html, Selector};

use crate::support::words::words_of_html;
use crate::support::{built_in, day};

fn page_of(rules: &RuleSet, files: &RuleFiles) -> Html {
    let cases = Cases::prove(rules, files).unwrap();
    Html::parse_document(&packet::render(rules, &cases, &rules_to_review(files)).unwrap())
}

fn page() -> Html {
    let page = page_of(built_in(), &RuleFiles::built_in());
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    page
}

fn all<'p>(within: ElementRef<'p>, selector: &str) -> Vec<ElementRef<'p>> {
    within.select(&Selector::parse(selector).unwrap()).collect()
}

fn plain(element: ElementRef<'_>) -> String {
    element.text().collect::<Vec<&str>>().join(" ").split_whitespace().collect::<Vec<&str>>().join(" ")
}

#[test]
fn each_rule_has_boxes_with_its_digest() {
    let page = page();
    let rules = rules_to_review(&RuleFiles::built_in());
    let boxes = all(page.root_element(), "fieldset[data-digest]");
    let found: BTreeMap<(&str, &str), ElementRef<'_>> = boxes
        .iter()
        .map(|fields| ((fields.attr("data-kind").unwrap(), fields.attr("data-id").unwrap()), *fields))
        .collect();
    assert_eq!((boxes.len(), found.len()), (rules.len(), rules.len()));
    for rule in &rules {
        let kind = serde_json::to_value(rule.kind).unwrap();
        let fields = found[&(kind.as_str().unwrap(), rule.id.as_str())];
        assert_eq!(fields.attr("data-digest"), Some(rule.digest.as_str()));
        let values = |kind: &str| {
            all(fields, &format!("input[type={kind}]"))
                .iter()
                .map(|input| input.attr("value").unwrap())
                .collect::<Vec<_>>()
        };
        assert_eq!(values("radio"), ["agreed", "change_needed"]);
        let checks: &[&str] = if rule.has_condition { &["fact", "wording", "condition"] } else { &["fact", "wording"] };
        assert_eq!(values("checkbox"), checks);
        // On paper every box is empty.
        assert!(all(fields, "[checked]").is_empty());
        let radios: BTreeSet<&str> =
            all(fields, "[type=radio]").iter().map(|input| input.attr("name").unwrap()).collect();
        assert_eq!(radios.len(), 1);
    }
}

#[test]
fn the_packet_has_all_of_the_reviewers_copy() {
    let page = page();
    let rules = built_in();
    let packet = plain(page.root_element()).to_lowercase();
    let cases = Cases::prove(rules, &RuleFiles::built_in()).unwrap();
    let frame = frame::of_rules(rules.header(), day(), false);
    let copy = document(rules, &cases, &Selection::new(rules, None), frame);
    let in_packet: BTreeSet<&str> = packet.split_whitespace().collect();
    let missing: Vec<String> =
        words_of_html(&copy).into_iter().filter(|word| !in_packet.contains(word.as_str())).collect();
    // The names of rule files are for those who edit them, and topics are sections.
    let is_left_out = |word: &str| word.contains(".json") || ["file:", "topic:"].contains(&word);
    let missing: Vec<&String> = missing.iter().filter(|word| !is_left_out(word)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    for source in rules.sources() {
        for sentence in source.passages.iter().flat_map(|passage| &passage.says) {
            let sentence = sentence.split_whitespace().collect::<Vec<&str>>().join(" ").to_lowercase();
            // Once for its own boxes, and wherever it is cited.
            assert!(packet.matches(&sentence).count() >= 2, "{sentence}");
        }
    }
}

/// The boxes, texts and arrows of a picture, in pixels.
fn numbers(element: ElementRef<'_>, names: [&str; 4]) -> [usize; 4] {
    names.map(|name| element.attr(name).map_or(0, |number| number.parse().unwrap()))
}

#[test]
fn pictures_can_be_read() {
    let page = page();
    let pictures = all(page.root_element(), ".flow svg");
    assert_eq!(pictures.len(), 13);
    for picture in pictures {
        let [named, described] = ["title", "desc"].map(|name| all(picture, name)[0]);
        let labels: Vec<&str> = picture.attr("aria-labelledby").unwrap().split(' ').collect();
        assert_eq!(labels, [named.attr("id").unwrap(), described.attr("id").unwrap()]);
        assert!(plain(named).starts_with("Flow of ") && !plain(described).is_empty());
        let [wide, high, ..] = numbers(picture, ["width", "height", "x", "y"]);
        let boxes: Vec<[usize; 4]> =
            all(picture, "rect").into_iter().map(|rect| numbers(rect, ["x", "y", "width", "height"])).collect();
        for (place, [x, y, w, h]) in boxes.iter().enumerate() {
            assert!(x + w <= wide && y + h <= high);
            for [other_x, other_y, other_w, other_h] in &boxes[place + 1..] {
                let apart = x + w < *other_x || other_x + other_w < *x || y + h < *other_y || other_y + other_h < *y;
                assert!(apart, "{}: boxes lie over each other", plain(named));
            }
        }
        // Each text stands in its box.
        for group in all(picture, "g") {
            let [x, y, w, h] = numbers(all(group, "rect")[0], ["x", "y", "width", "height"]);
            for text in all(group, "text") {
                let [at, base, ..] = numbers(text, ["x", "y", "width", "height"]);
                assert!(at > x && at < x + w && base > y + 10 && base < y + h, "{}", plain(text));
                assert!(plain(text).chars().count() <= 21, "{}", plain(text));
            }
        }
        // Lanes pass between the boxes.
        for line in all(picture, "path.line:not(.asked)") {
            let path = line.attr("d").unwrap().replace(['M', 'C'], " ");
            let at: Vec<usize> = path.split_whitespace().map(|number| number.parse().unwrap()).collect();
            let [x, y, .., end, last] = at[..] else { panic!("{path}") };
            if end > x + 100 {
                assert_eq!(y, last, "{}: an arrow runs across a column", plain(named));
                let crossed =
                    boxes.iter().any(|[left, top, w, h]| x < left + w && *left < end && *top < y && y < top + h);
                assert!(!crossed, "{}: an arrow runs behind a box", plain(named));
            }
        }
    }
    let style = plain(all(page.root_element(), "style")[0]);
    for size in style.split(".flow text {").skip(1).chain(style.split(".flow .id {").skip(1)) {
        let size = size.split("px").next().unwrap().rsplit(' ').next().unwrap();
        assert!(size.parse::<usize>().unwrap() >= 12, "{size}");
    }
}

/// What each box of a topic reads, as the list beside the picture says it: kind and id, and those that it reads.
fn said(topic: ElementRef<'_>) -> BTreeMap<String, Vec<String>> {
    const KINDS: [&str; 4] = ["question", "condition", "caution", "warning symptom"];
    let name = |text: &str| {
        let found = KINDS.iter().find_map(|kind| Some((kind, text.strip_prefix(kind)?)));
        let (kind, rest) = found.unwrap_or_else(|| panic!("{text}"));
        format!("{kind} {}", rest.split_whitespace().next().unwrap())
    };
    let entry = |line: String| {
        let (_, reads) = line.rsplit_once(": ").unwrap();
        let reads = reads.strip_prefix("reads ").unwrap_or(reads);
        let reads = if reads == "asked of everybody" { "" } else { reads };
        (name(&line), reads.split(", ").filter(|one| !one.is_empty()).map(name).collect())
    };
    all(topic, "figcaption li").into_iter().map(|line| entry(plain(line))).collect()
}

/// The questions that a box reads, also over named conditions.
fn questions<'s>(said: &'s BTreeMap<String, Vec<String>>, name: &str, found: &mut BTreeSet<&'s str>) {
    for read in &said[name] {
        match read.strip_prefix("question ") {
            Some(id) => {
                found.insert(id);
            }
            None => questions(said, read, found),
        }
    }
}

/// The questions that conditions read, from the conditions themselves.
fn leaves<'c>(conditions: impl IntoIterator<Item = &'c Condition>) -> BTreeSet<&'static str> {
    let leaves = conditions.into_iter().flat_map(Condition::leaves);
    leaves.map(|leaf| built_in().question_of(leaf.item).id.as_str()).collect()
}

#[test]
fn the_picture_and_its_words_say_what_the_conditions_read() {
    let page = page();
    let mut seen = 0;
    for topic in built_in().topics() {
        let section = all(page.root_element(), &format!("#{}", topic.id))[0];
        let said = said(section);
        let check = |name: String, wanted: BTreeSet<&str>| {
            let mut found = BTreeSet::new();
            questions(&said, &name, &mut found);
            assert_eq!(found, wanted, "{name}");
        };
        for caution in built_in().cautions().iter().filter(|caution| caution.topic == topic.index) {
            check(format!("caution {}", caution.id), leaves(caution.conditions().chain(&caution.same_day_when)));
            seen += 1;
        }
        for symptom in built_in().warning_symptoms().iter().filter(|symptom| symptom.topic == topic.index) {
            let mut wanted = leaves([&symptom.watch_more_when].into_iter().chain(&symptom.show_when));
            wanted.extend(symptom.reported_by.map(|item| built_in().question_of(item).id.as_str()));
            check(format!("warning symptom {}", symptom.id), wanted);
            seen += 1;
        }
        for question in built_in().questions().iter().filter(|question| question.topic == topic.index) {
            check(format!("question {}", question.id), leaves(&question.ask_when));
            seen += 1;
        }
        // Each arrow in the picture is one in words.
        let arrows = all(section, "path.head").len();
        assert_eq!(arrows, said.values().map(Vec::len).sum::<usize>(), "{}", topic.id);
        assert_eq!(all(section, ".flow g").len(), said.len(), "{}", topic.id);
    }
    let rules = built_in();
    assert_eq!(seen, rules.cautions().len() + rules.warning_symptoms().len() + rules.questions().len());
}
