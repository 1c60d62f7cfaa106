//! The sentences about the rule set that every page has: its dates, its review, whether it is built in.

use jiff::civil::Date;

use crate::model::Header;
use crate::text::language;

/// The warning that the rules are out of date, or that `date` is before the day on which they were checked.
pub(crate) fn date_warning(header: &Header, date: Date) -> Option<String> {
    if date > header.review_by {
        Some((language().safety.out_of_date)(&header.review_by.to_string()))
    } else if date < header.checked_on {
        Some((language().safety.before_check)(&header.checked_on.to_string()))
    } else {
        None
    }
}

/// Whether a clinician reviewed the rule set, and a warning if it is not the built-in one.
pub(crate) fn review(header: &Header) -> Vec<String> {
    let mut sentences: Vec<String> = match &header.clinical_review {
        Some(review) => vec![(language().safety.reviewed)(&review.by, &review.on.to_string())],
        None => language().safety.not_reviewed.map(str::to_owned).to_vec(),
    };
    if !header.built_in {
        sentences.push(language().safety.not_built_in.to_owned());
    }
    sentences
}

/// How far the rules were reviewed, in one sentence, and that they are not the built-in ones.
pub(crate) fn review_in_short(header: &Header) -> Vec<String> {
    let safety = &language().safety;
    let review = match &header.clinical_review {
        Some(review) => (safety.reviewed)(&review.by, &review.on.to_string()),
        None => safety.not_reviewed_in_short.to_owned(),
    };
    let not_built_in = (!header.built_in).then(|| safety.not_built_in.to_owned());
    [review].into_iter().chain(not_built_in).collect()
}

/// The warnings for standard error: that the rules are out of date, or not the built-in ones.
pub fn warnings(header: &Header, date: Date) -> Vec<String> {
    let not_built_in = (!header.built_in).then(|| language().safety.not_built_in.to_owned());
    date_warning(header, date).into_iter().chain(not_built_in).collect()
}
