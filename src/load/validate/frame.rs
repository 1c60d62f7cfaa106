//! The frame of a rule set: its header and the coverage register.

use jiff::civil::Date;

use super::Topic;
use super::builder::Builder;
use super::names::{Names, unique};
use super::place::Place;
use super::text::{any_sentences, sentences, text};
use crate::load::RuleFiles;
use crate::load::diagnostic::Code;
use crate::load::raw;
use crate::model::RetiredId;
use crate::model::{ClinicalReview, Coverage, CoveredBy, Header, Heading, Level};

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
        by: covered_by(builder, &place, raw, names),
    };
    frame.each("coverage", list).map(entry).collect()
}

fn covered_by<'r>(builder: &Builder<'r>, place: &Place<'r>, raw: &'r raw::Coverage, names: &Names<'_>) -> CoveredBy {
    let show_when = builder.resolver.optional(place, "show_when", raw.show_when.as_ref());
    match (&raw.asked_by, &raw.tell) {
        (Some(questions), None) if !questions.is_empty() && raw.show_when.is_none() => {
            for (at, question) in place.each("asked_by", questions) {
                if !names.questions.contains_key(question.as_str()) {
                    at.unknown(Code::UnknownQuestion, "question", question, names.questions.keys().copied());
                }
            }
            CoveredBy::Questions(questions.iter().filter_map(|id| names.questions.get(id.as_str()).copied()).collect())
        }
        (None, Some(tell)) => CoveredBy::Printed { show_when, tell: sentences(place, "tell", tell) },
        _ => {
            place.report(
                Code::CoverageShape,
                "a topic of the register is asked about or printed",
                "write exactly one of `asked_by` (question ids) and `tell` (sentences, perhaps with `show_when`)",
            );
            CoveredBy::Printed { show_when, tell: Vec::new() }
        }
    }
}

/// The headings of levels for some people.
pub(super) fn headings<'r>(builder: &Builder<'r>, frame: &Place<'r>, list: &'r [raw::Heading]) -> Vec<Heading> {
    let heading = |(place, raw): (Place<'r>, &'r raw::Heading)| {
        let level = level(&place, raw.level);
        let when = builder.resolver.condition(&place.key("when"), &raw.when);
        let cites = builder.cites(&place, &raw.cites);
        let title = text(&place.key("title"), &raw.title);
        let tell = any_sentences(&place, "tell", &raw.tell);
        Some(Heading { level: level?, when: when?, cites, title, tell })
    };
    frame.each("headings", list).filter_map(heading).collect()
}

/// The level with a number, or nothing where there is none and that was reported.
pub(super) fn level(place: &Place<'_>, number: u8) -> Option<Level> {
    let level = Level::from_number(number);
    if level.is_none() {
        place.key("level").report(
            Code::BadLevel,
            "a level is 1, 2 or 3",
            "1 before the next or first dose, 2 at the next visit, 3 plan",
        );
    }
    level
}

/// The ids that were used before: none of them is in use, and each says what took its place.
pub(super) fn retired<'r>(
    frame: &Place<'r>,
    list: &'r [raw::RetiredId],
    names: &Names<'_>,
    topics: &[Topic<'_>],
) -> Vec<RetiredId> {
    unique("retired", frame.each("retired", list), |retired| &retired.id);
    let used = names.used(topics);
    let retired = |(place, raw): (Place<'r>, &'r raw::RetiredId)| {
        if used.contains(raw.id.as_str()) {
            let hint = "choose a new id for what is in use; a retired one would be read as what it was";
            place.key("id").report(Code::RetiredId, format!("the retired id `{}` is in use", raw.id), hint);
        }
        if raw.now.is_empty() {
            place.key("now").report(Code::MissingText, "`now` has no id", "name what took its place");
        }
        for (at, id) in place.each("now", &raw.now) {
            if !used.contains(id.as_str()) {
                let message = format!("nothing is called `{id}`");
                at.report(Code::RetiredId, message, "name a question, an item, an option, a caution or a symptom");
            }
        }
        RetiredId {
            id: place.key("id").id(&raw.id),
            now: place.each("now", &raw.now).map(|(at, id)| at.id(id)).collect(),
        }
    };
    frame.each("retired", list).map(retired).collect()
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
