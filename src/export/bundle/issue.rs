//! A caution as a `DetectedIssue`: what it is, why, and from which rules.

use std::borrow::Cow;

use super::resource::{DetectedIssue, Evidence, Reference, own};
use super::versioned;
use crate::fhir::{Concept, Extension, STATE, Value, canonical, narrative};
use crate::model::Item;
use crate::pages::report::{CautionInfo, Report};
use crate::text::language;

/// An item as the questionnaire has it.
fn named(item: &Item) -> String {
    (language().phrase.with_hint)(&item.title, item.hint.as_deref())
}

pub(super) fn issue(report: &Report<'_>, caution: &CautionInfo<'_>, response: &str) -> DetectedIssue {
    let header = report.answers.rules().header();
    let detail = (!caution.tell.is_empty()).then(|| caution.tell.all.join(" "));
    let state = (language().safety.state)(caution.state);
    let said: Vec<String> = [format!("{}: {state}.", caution.title)].into_iter().chain(detail.clone()).collect();
    let reasons = caution.because.iter().map(|because| (because.item, because.said()));
    let open = caution.also_not_sure.iter().chain(caution.settled_by.iter()).map(|item| (item, item.title.clone()));
    let mut evidence: Vec<(&Item, String)> = Vec::new();
    for (item, text) in reasons.chain(open) {
        if !evidence.iter().any(|(known, _)| known.index == item.index) {
            evidence.push((item, text));
        }
    }
    let system = canonical("CodeSystem", header);
    let evidence = evidence.into_iter().map(|(item, text)| Evidence {
        code: [Concept { coding: [own(&system, &item.reference, &named(item))], text: Some(text) }],
        detail: [Reference { reference: response.to_owned() }],
    });
    DetectedIssue {
        resource_type: "DetectedIssue",
        text: narrative(&said),
        extension: vec![Extension { url: Cow::Borrowed(STATE), value: Value::Code(caution.state.to_string()) }],
        status: "preliminary",
        code: Concept {
            coding: [own(&format!("{system}-cautions"), caution.id.as_str(), caution.title)],
            text: Some(caution.title.to_owned()),
        },
        identified_date_time: report.date.to_string(),
        evidence: evidence.collect(),
        detail,
        reference: versioned("Library", header),
    }
}
