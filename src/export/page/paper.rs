//! The questions as a form for paper: what a browser shows that runs no script.

use maud::{Markup, html};

use crate::model::{Item, Question, RuleSet};
use crate::pages::frame::emergency_signs;
use crate::pages::provenance::review_in_short;
use crate::render::html::Text;
use crate::text::language;

/// The form: the emergency signs, what it is not, and each question with its boxes.
pub(super) fn form(rules: &RuleSet, is_short: bool) -> Markup {
    let (text, safety, asking) = (&language().page, &language().safety, &language().asking);
    let asked: Vec<&Question> = rules.questions().iter().filter(|question| question.short || !is_short).collect();
    html! {
        main id="paper" {
            section.emergency id="paper-signs" aria-label=(safety.emergency) {
                p { strong.urgent { (safety.emergency_lead) } }
                ul.signs { @for sign in emergency_signs(rules) { li { (Text(&sign)) } } }
                p { (safety.emergency_do) }
            }
            h1 tabindex="-1" aria-describedby="paper-signs" { (text.paper) }
            // Shown by the script, which they need.
            p.actions {
                button id="print-paper" class="main" type="button" hidden { (text.print) }
                button id="leave-paper" type="button" hidden { (text.leave_paper) }
            }
            p { (safety.not_a_verdict) " " (Text(&review_in_short(rules.header()).join(" "))) }
            @for line in text.paper_how { p { (line) } }
            @for topic in rules.topics() {
                @let of_topic: Vec<&&Question> = asked.iter().filter(|question| question.topic == topic.index).collect();
                @if !of_topic.is_empty() {
                    h2 { (Text(&topic.title)) }
                    @for question in of_topic { (self::question(question, asking.not_sure)) }
                }
            }
            ul.by-hand { @for label in language().list.by_hand { li { (label) } } }
        }
    }
}

fn question(question: &Question, not_sure: &str) -> Markup {
    let text = &language().page;
    html! {
        fieldset {
            legend { (Text(&question.text)) }
            ul.ticks {
                @if question.is_group {
                    @for item in &question.items { (box_for(&item.title, item.hint.as_deref())) }
                    (box_for(text.none, None))
                    (box_for(text.not_sure_rest, None))
                } @else {
                    @for option in question.items.iter().flat_map(|item: &Item| &item.options) {
                        (box_for(&option.label, option.hint.as_deref()))
                    }
                    (box_for(not_sure, None))
                }
            }
        }
    }
}

/// A box for a pen. It cannot be ticked on a screen, where nothing would come of a mark.
fn box_for(label: &str, hint: Option<&str>) -> Markup {
    html! {
        li {
            span.box {}
            span { (Text(label)) @if let Some(hint) = hint { " " span.hint { (Text(hint)) } } }
        }
    }
}
