//! The frame of a rule set: its header and the coverage register.

use jiff::civil::Date;

use super::builder::Builder;
use super::names::{Names, unique};
use super::place::Place;
use super::text::{sentences, text};
use crate::diagnostic::Code;
use crate::rules::files::RuleFiles;
use crate::rules::model::{ClinicalReview, Coverage, CoveredBy, Header};
use crate::rules::raw;

/// The coverage register.
pub(super) fn coverage<'r>(
    builder: &Builder<'r>,
    frame: &Place<'r>,
    list: &'r [raw::Coverage],
    names: &Names<'_>,
) -> Vec<Coverage> {
    unique("topic of the register", frame.each("coverage", list), |coverage| &coverage.id);
    let entry = |(place, raw): (Place<'r>, &'r raw::Coverage)| Coverage {
        id: place.key("id").id(&raw.id),
        title: text(&place.key("title"), &raw.title),
        cites: builder.cites(&place, &raw.cites),
        by: covered_by(&place, raw, names),
    };
    frame.each("coverage", list).map(entry).collect()
}

fn covered_by(place: &Place<'_>, raw: &raw::Coverage, names: &Names<'_>) -> CoveredBy {
    match (&raw.asked_by, &raw.tell) {
        (Some(questions), None) if !questions.is_empty() => {
            for (at, question) in place.each("asked_by", questions) {
                if !names.questions.contains(question.as_str()) {
                    at.unknown(Code::UnknownQuestion, "question", question, names.questions.iter().copied());
                }
            }
            CoveredBy::Questions(place.each("asked_by", questions).map(|(at, id)| at.id(id)).collect())
        }
        (None, Some(tell)) => CoveredBy::Printed(sentences(place, "tell", tell)),
        _ => {
            place.report(
                Code::CoverageShape,
                "a topic of the register is asked about or printed",
                "write exactly one of `asked_by` (question ids) and `tell` (sentences)",
            );
            CoveredBy::Printed(Vec::new())
        }
    }
}

/// The header of `rule-set.json`.
pub(super) fn header(place: &Place<'_>, raw: &raw::RuleSetFile, files: &RuleFiles) -> Header {
    if raw.format != 1 {
        place.key("format").report(Code::UnsupportedFormat, "this program reads format 1", "write `\"format\": 1`");
    }
    let checked_on = date(&place.key("checked_on"), &raw.checked_on);
    let review_by = date(&place.key("review_by"), &raw.review_by);
    if review_by.is_some() && checked_on.is_some() && review_by <= checked_on {
        place.key("review_by").report(
            Code::BadDate,
            "`review_by` is not after `checked_on`",
            "set the day of the next check",
        );
    }
    Header {
        id: place.key("id").id(&raw.id),
        title: text(&place.key("title"), &raw.title),
        version: text(&place.key("version"), &raw.version),
        checked_on: checked_on.unwrap_or(Date::MIN),
        review_by: review_by.unwrap_or(Date::MIN),
        clinical_review: raw.clinical_review.as_ref().map(|review| ClinicalReview {
            by: text(&place.key("clinical_review").key("by"), &review.by),
            on: date(&place.key("clinical_review").key("on"), &review.on).unwrap_or(Date::MIN),
        }),
        digest: files.digest(),
        built_in: files.is_built_in(),
    }
}

fn date(place: &Place<'_>, text: &str) -> Option<Date> {
    let date = text.parse::<Date>().ok().filter(|date| date.to_string() == text);
    if date.is_none() {
        place.report(Code::BadDate, "this is not a day", "write a real day as YYYY-MM-DD");
    }
    date
}
