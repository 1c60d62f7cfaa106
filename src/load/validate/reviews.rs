//! Builds the records of reviews.

use std::collections::BTreeSet;

use super::documents::parse_file;
use super::frame::date;
use super::place::{Log, Place};
use super::text::{any_sentences, text};
use crate::load::diagnostic::{self, Code};
use crate::load::{LoadError, RuleFile, raw, suggest};
use crate::model::{Outcome, Review, Reviewer, Rule};
use crate::text::language;

/// Reads a file of reviews, such as a review packet saves. It may name rules that are gone.
///
/// # Errors
/// All mistakes in it.
pub fn read_reviews(file: &RuleFile) -> Result<Vec<Review>, LoadError> {
    let log = Log::default();
    let parsed = parse_file::<raw::ReviewsFile<'_>>(&log, file);
    let found = parsed.map(|(place, raw)| records(&place, &raw));
    let mut mistakes = log.into_diagnostics();
    diagnostic::sort(&mut mistakes);
    match found {
        Some(found) if mistakes.is_empty() => Ok(found),
        _ => Err(LoadError::Invalid(mistakes)),
    }
}

/// Builds the records. One with a mistake is reported and left out.
pub(super) fn records(place: &Place<'_>, file: &raw::ReviewsFile<'_>) -> Vec<Review> {
    let mut seen = BTreeSet::new();
    for (at, raw) in place.each("reviews", &file.reviews) {
        if !seen.insert((raw.kind, &raw.id, &raw.by.name)) {
            at.report(Code::DuplicateReview, (language().rules.reviewed_twice)(&raw.id, &raw.by.name));
        }
    }
    place.each("reviews", &file.reviews).filter_map(|(at, raw)| record(&at, raw)).collect()
}

fn record(place: &Place<'_>, raw: &raw::Review<'_>) -> Option<Review> {
    let rules = &language().rules;
    let is_digest = raw.digest.len() == 64 && raw.digest.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    if !is_digest {
        place.key("digest").report(Code::BadDigest, rules.bad_digest);
    }
    let checked: BTreeSet<_> = raw.checked.iter().copied().collect();
    if raw.checked.is_empty() {
        place.key("checked").report(Code::ReviewShape, rules.nothing_checked);
    } else if checked.len() < raw.checked.len() {
        place.key("checked").report(Code::ReviewShape, rules.checked_twice);
    }
    if raw.outcome == Outcome::ChangeNeeded && raw.remarks.is_empty() {
        place.report(Code::ReviewShape, rules.no_remarks);
    }
    let by = place.key("by");
    let reviewer = Reviewer {
        name: text(&by.key("name"), &raw.by.name),
        profession: text(&by.key("profession"), &raw.by.profession),
        clinician: raw.by.clinician,
    };
    let remarks = any_sentences(place, "remarks", &raw.remarks);
    Some(Review {
        kind: raw.kind,
        id: text(&place.key("id"), &raw.id),
        digest: raw.digest.to_string(),
        by: reviewer,
        on: date(&place.key("on"), &raw.on)?,
        checked: checked.into_iter().collect(),
        outcome: raw.outcome,
        remarks,
    })
}

/// Reports the records about rules that the rule set does not have.
pub(super) fn report_unknown(place: &Place<'_>, file: &raw::ReviewsFile<'_>, rules: &[Rule]) {
    for (at, raw) in place.each("reviews", &file.reviews) {
        let known = rules.iter().filter(|rule| rule.kind == raw.kind).map(|rule| rule.id.as_str());
        if !known.clone().any(|id| raw.id == id) {
            let texts = &language().rules;
            let meant = suggest::closest(&raw.id, known).map(language().answers.did_you_mean);
            let hint = meant.unwrap_or_else(|| texts.remove_record.to_owned());
            at.key("id").report(Code::UnknownRule, ((texts.no_rule)(&raw.id), hint));
        }
    }
}
