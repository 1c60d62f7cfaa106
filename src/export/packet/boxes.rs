//! The boxes that a reviewer fills in.

use maud::{Markup, html};
use serde::Serialize;

use crate::model::{Checked, Outcome, Rule};
use crate::render::html::Text;
use crate::text::language;

/// The number of a rule in the packet, from 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number(pub(super) usize);

/// Who reviews, when, and what to do with what is filled in.
pub(super) fn reviewer() -> Markup {
    let texts = &language().review.packet;
    html! {
        fieldset id="reviewer" {
            legend { h2 { (texts.reviewer) } }
            label { span { (texts.name) } input id="name" type="text" maxlength="100" autocomplete="name"; }
            label {
                span { (texts.profession) }
                input id="profession" type="text" maxlength="100" autocomplete="organization-title";
            }
            label.choice { input id="clinician" type="checkbox"; span { (texts.clinician) } }
            label { span { (texts.day) } input id="day" type="text" maxlength="10" inputmode="numeric" autocomplete="off"; }
            // Shown by the script, which they need.
            label id="saved" hidden { span { (texts.load) } input id="load" type="file" accept=".json,application/json"; }
        }
        div.bar id="bar" hidden {
            button id="save" type="button" { (texts.save) }
            p id="said" role="status" {}
        }
    }
}

/// The boxes of one rule. What the script saves of it stands in its attributes.
pub(super) fn rule_boxes(Number(number): Number, rule: &Rule) -> Markup {
    let texts = &language().review;
    let checks = [Checked::Fact, Checked::Wording, Checked::Condition].into_iter();
    let checks = checks.filter(|check| *check != Checked::Condition || rule.has_condition);
    html! {
        fieldset.boxes data-kind=(word(rule.kind)) data-id=(Text(&rule.id)) data-digest=(rule.digest) {
            legend { (Text(&(texts.packet.legend)(&(texts.rule)(rule.kind, &rule.id)))) }
            div {
            @for outcome in [Outcome::Agreed, Outcome::ChangeNeeded] {
                label.choice {
                    input type="radio" name={ "outcome-" (number) } value=(word(outcome));
                    span { ((texts.packet.outcome)(outcome)) }
                }
            }
            @for check in checks {
                label.choice {
                    input type="checkbox" value=(word(check));
                    span { ((texts.packet.checked)(check)) }
                }
            }
            }
            label.remarks { span { (texts.packet.remarks) } textarea rows="2" {} }
        }
    }
}

/// A value as the word that it is in JSON.
fn word(value: impl Serialize) -> String {
    serde_json::to_string(&value).map_or_else(|_| String::new(), |json| json.trim_matches('"').to_owned())
}
