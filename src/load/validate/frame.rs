//! Builds the parts of `rule-set.json`: header, retired ids, headings and coverage register.

use jiff::civil::Date;

use super::builder::Builder;
use super::documents::TopicFile;
use super::names::Names;
use super::place::{Place, report_duplicates};
use super::text::{any_sentences, sentences, text};
use crate::load::diagnostic::Code;
use crate::load::{RuleFiles, raw};
use crate::model::{Contrary, Coverage, CoveredBy, Header, Heading, Level, RetiredId};
use crate::text::language;
use crate::text::rules::Kind;

/// Builds the coverage register.
pub(super) fn coverage<'r>(
    builder: &Builder<'r>,
    frame: &Place<'_>,
    list: &'r [raw::Coverage<'r>],
    names: &Names<'_>,
) -> Vec<Coverage> {
    report_duplicates(Kind::TopicOfRegister, frame.each("coverage", list), |coverage| &coverage.id);
    let entry = |(place, raw): (Place<'_>, &'r raw::Coverage<'r>)| Coverage {
        id: place.key("id").id(&raw.id),
        title: text(&place.key("title"), &raw.title),
        cites: builder.cites(&place, &raw.cites),
        by: covered_by(builder, &place, raw, names),
    };
    frame.each("coverage", list).map(entry).collect()
}

fn covered_by<'r>(
    builder: &Builder<'r>,
    place: &Place<'_>,
    raw: &'r raw::Coverage<'r>,
    names: &Names<'_>,
) -> CoveredBy {
    let show_when = builder.resolver.optional(place, "show_when", raw.show_when.as_ref());
    match (&raw.asked_by, &raw.tell) {
        (Some(questions), None) if !questions.is_empty() && raw.show_when.is_none() => {
            for (at, question) in place.each("asked_by", questions) {
                if !names.questions.contains_key(question.as_str()) {
                    at.report_unknown(Code::UnknownQuestion, Kind::Question, question, names.questions.keys().copied());
                }
            }
            CoveredBy::Questions(questions.iter().filter_map(|id| names.questions.get(id.as_str()).copied()).collect())
        }
        (None, Some(tell)) => CoveredBy::Printed { show_when, tell: sentences(place, "tell", tell) },
        _ => {
            place.report(Code::CoverageShape, language().rules.coverage_shape);
            CoveredBy::Printed { show_when, tell: Vec::new() }
        }
    }
}

/// Builds the headings that replace the default ones for some people.
pub(super) fn headings<'r>(builder: &Builder<'r>, frame: &Place<'_>, list: &'r [raw::Heading<'r>]) -> Vec<Heading> {
    let heading = |(place, raw): (Place<'_>, &'r raw::Heading<'r>)| {
        let level = level(&place, raw.level);
        let when = builder.resolver.condition(&place.key("when"), &raw.when);
        let cites = builder.cites(&place, &raw.cites);
        let title = text(&place.key("title"), &raw.title);
        let tell = any_sentences(&place, "tell", &raw.tell);
        Some(Heading { level: level?, when: when?, cites, title, tell })
    };
    frame.each("headings", list).filter_map(heading).collect()
}

/// The level with this number. `None` if there is none, which is reported.
pub(super) fn level(place: &Place<'_>, number: u8) -> Option<Level> {
    let level = Level::from_number(number);
    if level.is_none() {
        place.key("level").report(Code::BadLevel, language().rules.bad_level);
    }
    level
}

/// Builds the retired ids. Reports those that are still in use, and successors that do not exist.
pub(super) fn retired<'r>(
    frame: &Place<'_>,
    list: &'r [raw::RetiredId<'r>],
    names: &Names<'_>,
    topics: &[TopicFile<'_>],
) -> Vec<RetiredId> {
    report_duplicates(Kind::Retired, frame.each("retired", list), |retired| &retired.id);
    let used = names.used_ids(topics);
    let retired = |(place, raw): (Place<'_>, &'r raw::RetiredId<'r>)| {
        if used.contains(raw.id.as_str()) {
            place.key("id").report(Code::RetiredId, (language().rules.retired_in_use)(&raw.id));
        }
        if raw.now.is_empty() {
            place.key("now").report(Code::MissingText, language().rules.no_successor);
        }
        for (at, id) in place.each("now", &raw.now) {
            if !used.contains(id.as_str()) {
                at.report(Code::RetiredId, (language().rules.unknown_successor)(id));
            }
        }
        RetiredId {
            id: place.key("id").id(&raw.id),
            now: place.each("now", &raw.now).map(|(at, id)| at.id(id)).collect(),
        }
    };
    frame.each("retired", list).map(retired).collect()
}

/// Builds the phrases that contradict each other.
pub(super) fn contrary(frame: &Place<'_>, list: &[raw::Contrary<'_>]) -> Vec<Contrary> {
    let contrary = |(place, raw): (Place<'_>, &raw::Contrary<'_>)| Contrary {
        one: text(&place.key("one"), &raw.one).to_lowercase(),
        other: text(&place.key("other"), &raw.other).to_lowercase(),
    };
    frame.each("contrary", list).map(contrary).collect()
}

/// Builds the header, but for its review.
pub(super) fn header(place: &Place<'_>, raw: &raw::RuleSetFile<'_>, files: &RuleFiles) -> Header {
    if raw.format != 1 {
        place.key("format").report(Code::UnsupportedFormat, language().rules.unsupported_format);
    }
    let checked_on = date(&place.key("checked_on"), &raw.checked_on);
    let review_by = date(&place.key("review_by"), &raw.review_by);
    if review_by.is_some() && checked_on.is_some() && review_by <= checked_on {
        place.key("review_by").report(Code::BadDate, language().rules.review_too_early);
    }
    Header {
        id: place.key("id").id(&raw.id),
        title: text(&place.key("title"), &raw.title),
        version: text(&place.key("version"), &raw.version),
        checked_on: checked_on.unwrap_or(Date::MIN),
        review_by: review_by.unwrap_or(Date::MIN),
        clinical_review: None,
        digest: files.digest(),
        built_in: files.is_built_in(),
    }
}

/// The day that a text is. `None` if it is none, which is reported.
pub(super) fn date(place: &Place<'_>, text: &str) -> Option<Date> {
    let date = text.parse::<Date>().ok().filter(|date| date.to_string() == text);
    if date.is_none() {
        place.report(Code::BadDate, language().rules.not_a_day);
    }
    date
}
