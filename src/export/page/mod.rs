//! The questionnaire as one file for a browser, which works offline, sends nothing and keeps nothing.
//!
//! The rules and every text go into it as data. The script evaluates conditions as [`crate::evaluate`] does, and makes the
//! list from the same texts, in the order of [`crate::pages::list`]. Without the script it is a form for paper.

mod data;
mod paper;
mod template;
mod words;

use maud::{DOCTYPE, PreEscaped, html};

use self::data::Data;
use crate::model::RuleSet;
use crate::pages::frame::rules_in_short;
use crate::pages::provenance::review;
use crate::render::html::{SHEET, Text, policy};
use crate::text::language;

/// The script, in the order in which its parts need each other.
const SCRIPT: [&str; 3] = [include_str!("evaluate.js"), include_str!("list.js"), include_str!("screens.js")];

/// The style of the screens, after that of every page.
const STYLE: &str = include_str!("page.css");

/// Letters of 12 points in print, as those of a list.
const SIZE: &str = ":root { --screen: 1.125rem; --print: 12pt; }\n";

/// The page. With `is_short` it asks the questions of the short check.
///
/// # Errors
/// None for rules that were loaded.
pub fn render(rules: &RuleSet, is_short: bool) -> Result<String, serde_json::Error> {
    let text = &language().page;
    // No text can end the element that it stands in.
    let data = serde_json::to_string(&Data::new(rules, is_short))?.replace('<', "\\u003c");
    let script = format!("(() => {{\n\"use strict\";\nconst RULES = {data};\n{}}})();\n", SCRIPT.join("\n"));
    let style = [SIZE, SHEET, STYLE].concat();
    let header = rules.header();
    let page = html! {
        (DOCTYPE)
        html lang=(language().code) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(&style, Some(&script)));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (text.title) }
                style { (PreEscaped(&style)) }
            }
            body {
                main id="screen" hidden {}
                (paper::form(rules, is_short))
                footer {
                    p { (text.intended_use) " " (text.promises[0]) " " (Text(&review(header).join(" "))) }
                    p { (Text(&rules_in_short(header))) "." }
                }
                script { (PreEscaped(&script)) }
            }
        }
    };
    let mut text = page.into_string();
    text.push('\n');
    Ok(text)
}
