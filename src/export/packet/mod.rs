//! The review packet: every rule with what a reviewer needs, and boxes to fill in, as one file for a browser or for
//! paper. It works offline, sends nothing and keeps nothing; a button saves what was filled in.

mod boxes;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use self::boxes::{Number, reviewer, rule_boxes};
use super::flow;
use crate::analysis::Cases;
use crate::model::{Rule, RuleKind, RuleSet, Source, Topic};
use crate::pages::frame::rules_in_short;
use crate::pages::provenance::review;
use crate::pages::review::{Reviews, RuleInfo, page};
use crate::pages::reviewers_copy;
use crate::render::html::{SHEET, Text, items, policy, section};
use crate::text::language;

const SCRIPT: &str = include_str!("packet.js");

/// The style of the packet, after that of every page.
const STYLE: &str = include_str!("packet.css");

/// The size of letters, on a screen and on paper.
const SIZE: &str = ":root { --screen: 1rem; --print: 10pt; }\n";

/// The packet for `to_review`, the rules of a rule set.
///
/// # Errors
/// None for rules that were loaded.
pub fn render(rules: &RuleSet, cases: &Cases, to_review: &[Rule]) -> Result<String, serde_json::Error> {
    let texts = &language().review.packet;
    // No text can end the element that it stands in.
    let said = serde_json::to_string(&texts.said)?.replace('<', "\\u003c");
    let file = serde_json::to_string(texts.file)?.replace('<', "\\u003c");
    let script = format!("(() => {{\n\"use strict\";\nconst SAID = {said};\nconst FILE = {file};\n{SCRIPT}}})();\n");
    let style = [SIZE, SHEET, STYLE].concat();
    let header = rules.header();
    let title = (texts.title)(&header.title);
    let (checked_on, review_by) = (header.checked_on.to_string(), header.review_by.to_string());
    let reviews = Reviews::new(rules, to_review);
    let packet = Packet { rules, cases, to_review, reviews: &reviews };
    let page = html! {
        (DOCTYPE)
        html lang=(language().code) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(&style, Some(&script)));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (Text(&title)) }
                style { (PreEscaped(&style)) }
            }
            body {
                header {
                    h1 { (Text(&title)) }
                    p { (Text(&(language().phrase.rules)(header.id.as_str(), &header.version, &checked_on, &review_by))) }
                    p { (Text(&review(header).join(" "))) }
                    ul { @for line in page::counts(reviews.counts) { li { (line) } } }
                    ol { @for line in texts.how { li { (line) } } }
                }
                main {
                    (reviewer())
                    (packet.contents())
                    @for topic in rules.topics() { (packet.topic(topic)) }
                    section id="sources" {
                        h2 { (texts.sources) }
                        @for source in rules.sources() { (packet.source(source)) }
                    }
                    section id="rest" {
                        h2 { (language().review.of_no_topic) }
                        @for number in packet.of(|rule| rule.kind == RuleKind::RuleSet) { (packet.rule(number, 3)) }
                    }
                }
                footer { p { (Text(&rules_in_short(header))) "." } }
                script { (PreEscaped(&script)) }
            }
        }
    };
    let mut text = page.into_string();
    text.push('\n');
    Ok(text)
}

struct Packet<'r> {
    rules: &'r RuleSet,
    cases: &'r Cases,
    to_review: &'r [Rule],
    reviews: &'r Reviews<'r>,
}

impl<'r> Packet<'r> {
    /// Some of the rules, with their numbers in the packet.
    fn of(&self, test: impl Fn(&Rule) -> bool) -> Vec<(Number, &'r Rule, &'r RuleInfo<'r>)> {
        let all = self.to_review.iter().zip(&self.reviews.rules).enumerate();
        all.filter(|(_, (rule, _))| test(rule)).map(|(place, (rule, info))| (Number(place + 1), rule, info)).collect()
    }

    fn contents(&self) -> Markup {
        html! {
            nav aria-labelledby="contents" {
                h2 id="contents" { (language().heading.contents) }
                ul {
                    @for topic in self.rules.topics() { li { a href={ "#" (topic.id) } { (Text(&topic.title)) } } }
                    li { a href="#sources" { (language().review.packet.sources) } }
                    li { a href="#rest" { (language().review.of_no_topic) } }
                }
            }
        }
    }

    fn topic(&self, topic: &Topic) -> Markup {
        let is_here = |rule: &Rule| rule.part == topic.id.as_str() && rule.kind < RuleKind::Passage;
        html! {
            section.starts-page id=(topic.id) {
                h2 { (Text(&topic.title)) }
                @if let Some(flow) = flow::of_topic(self.rules, topic) {
                    h3 { (language().review.packet.picture) }
                    (flow)
                }
                @for numbered in self.of(is_here) { (self.rule(numbered, 3)) }
            }
        }
    }

    fn source(&self, source: &Source) -> Markup {
        let is_here = |rule: &Rule| rule.part == source.id.as_str() && rule.kind == RuleKind::Passage;
        html! {
            section {
                h3 { (Text(&(language().review.source)(source.id.as_str(), &source.title))) }
                ul { (items(&reviewers_copy::source(source))) }
                @for numbered in self.of(is_here) { (self.rule(numbered, 4)) }
            }
        }
    }

    /// A rule with what is known of its reviews, and the boxes to fill in. `level` is that of its heading.
    fn rule(&self, (number, rule, info): (Number, &Rule, &RuleInfo<'_>), level: usize) -> Markup {
        let texts = &language().review;
        html! {
            article {
                (section(&reviewers_copy::rule(self.rules, self.cases, rule), level, None))
                @if !info.records.is_empty() {
                    p { (Text(&(texts.standing)(&(texts.rule)(rule.kind, &rule.id), info.standing))) ":" }
                    ul { (items(&page::records(info))) }
                }
                (rule_boxes(number, rule))
            }
        }
    }
}
