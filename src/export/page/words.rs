//! The texts around the rules, as the script of the page fills them.

use serde::Serialize;

use super::template::{Counted, Joined, Template};
use crate::model::words::YES;
use crate::model::{Level, Now, Reported, RuleSet, Urgency};
use crate::pages::frame::emergency_signs;
use crate::pages::list::{FIRST_QUESTIONS, NAMED, NOT_ASKED, OWN_QUESTIONS, QUESTIONS, SAID_AGAIN};
use crate::pages::provenance::review_in_short;
use crate::text::language;

/// The texts of a list, of its screens, and how much of each a list holds.
#[derive(Debug, Serialize)]
pub(super) struct Words {
    list: ListWords,
    safety: SafetyWords,
    page: PageWords,
    most: Most,
}

/// How much of something a list holds.
#[derive(Debug, Serialize)]
struct Most {
    said_again: usize,
    named: usize,
    questions: usize,
    first_questions: usize,
    not_asked: usize,
    own_questions: usize,
}

#[derive(Debug, Serialize)]
struct ListWords {
    title: &'static str,
    title_today: &'static str,
    today: &'static str,
    dated: Template,
    unsure: Template,
    /// An item of a group that is not so.
    no: Template,
    things: Counted,
    plan: [&'static str; 2],
    also_open: Counted,
    not_asked: Template,
    keep_taking: &'static str,
    signs_below: &'static str,
    none_applies: String,
    none_applies_but_open: Template,
    because: Joined,
    said: Joined,
    see: Joined,
    not_sure_about: Joined,
    not_sure: Joined,
    find_out: &'static str,
    open: Template,
    signs: &'static str,
    emergency_above: &'static str,
    watch_most: Joined,
    sign: Template,
    sign_yes: Template,
    sign_not_sure: Template,
    signs_of: ByUrgency,
    signs_above_all: ByUrgency,
    signs_also: &'static str,
    questions: &'static str,
    ask_first: &'static str,
    then: &'static str,
    check_notes: &'static str,
    rest: &'static str,
    limits: &'static str,
    not_asked_about: Joined,
    not_asked_about_more: Joined,
    unanswered: Joined,
    staff: String,
    by_hand: [&'static str; 3],
    for_someone_else: &'static str,
}

#[derive(Debug, Serialize)]
struct ByUrgency {
    emergency: &'static str,
    same_day: &'static str,
    next_visit: &'static str,
}

impl ByUrgency {
    fn new(text: impl Fn(Urgency) -> &'static str) -> Self {
        Self {
            emergency: text(Urgency::Emergency),
            same_day: text(Urgency::SameDay),
            next_visit: text(Urgency::NextVisit),
        }
    }
}

#[derive(Debug, Serialize)]
struct SafetyWords {
    not_safe: &'static str,
    not_a_verdict: &'static str,
    no_match_beside_a_sign: &'static str,
    emergency: &'static str,
    emergency_lead: &'static str,
    emergency_signs: Vec<String>,
    emergency_do: &'static str,
    urgent_line: UrgentLines,
    level_headings: [&'static str; 3],
    review: Vec<String>,
    out_of_date: String,
    before_check: String,
}

#[derive(Debug, Serialize)]
struct UrgentLines {
    emergency: String,
    maybe_emergency: String,
    maybe_emergency_or_same_day: String,
    same_day: String,
    maybe_same_day: String,
}

#[derive(Debug, Serialize)]
struct PageWords {
    title: &'static str,
    welcome: Vec<&'static str>,
    for_someone_else: &'static str,
    about_you: &'static str,
    about_someone: &'static str,
    start: &'static str,
    load: &'static str,
    paper_link: &'static str,
    go_on: &'static str,
    back: &'static str,
    change: &'static str,
    show_list: &'static str,
    go_on_after_help: &'static str,
    start_again: &'static str,
    print: &'static str,
    save: &'static str,
    not_read: &'static str,
    file: &'static str,
    why: &'static str,
    progress: Joined,
    problem: &'static str,
    error: &'static str,
    choose: &'static str,
    mark: &'static str,
    none: &'static str,
    not_sure: &'static str,
    not_sure_item: &'static str,
    marks_removed: &'static str,
    kept: Counted,
    saved: &'static str,
    not_sure_rest: &'static str,
    review: &'static str,
    no_answer: &'static str,
    emergency: &'static str,
}

impl Words {
    pub(super) fn new(rules: &RuleSet) -> Self {
        Self {
            list: list_words(rules),
            safety: safety_words(rules),
            page: page_words(),
            most: Most {
                said_again: SAID_AGAIN,
                named: NAMED,
                questions: QUESTIONS,
                first_questions: FIRST_QUESTIONS,
                not_asked: NOT_ASKED,
                own_questions: OWN_QUESTIONS,
            },
        }
    }
}

fn list_words(rules: &RuleSet) -> ListWords {
    let (list, heading, header, all) = (&language().list, &language().heading, rules.header(), rules.cautions().len());
    let owned = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<String>>();
    let rules_line = (list.rules)(&header.version, &header.digest, &header.review_by.to_string());
    ListWords {
        title: heading.title,
        title_today: heading.title_today,
        today: heading.today,
        dated: Template::of_text(list.dated),
        unsure: Template::of_text(|item| (list.in_profile)(item, language().safety.not_sure_label)),
        no: Template::of_text(|item| (list.answer)(item, no_label(rules))),
        things: Counted::new(list.things),
        plan: list.plan,
        also_open: Counted::new(list.also_open),
        not_asked: Template::of_number(list.not_asked),
        keep_taking: list.keep_taking,
        signs_below: list.signs_below,
        none_applies: (list.none_applies)(0, all),
        none_applies_but_open: Template::of_number(|open| (list.none_applies)(open, all)),
        because: Joined::of_texts(|facts| (list.because)(&owned(facts))),
        said: Joined::of_texts(|facts| (list.said)(&owned(facts))),
        see: Joined::of_numbers(list.see),
        not_sure_about: Joined::of_texts(list.not_sure_about),
        not_sure: Joined::of_texts(list.not_sure),
        find_out: list.find_out,
        open: Template::of_text(list.open),
        signs: list.signs,
        emergency_above: list.emergency_above,
        watch_most: Joined::of_texts(list.watch_most),
        sign: Template::of_text(|signs| (list.sign)(signs, None)),
        sign_yes: Template::of_text(|signs| (list.sign)(signs, Some(Reported::Yes))),
        sign_not_sure: Template::of_text(|signs| (list.sign)(signs, Some(Reported::NotSure))),
        signs_of: ByUrgency::new(list.signs_of),
        signs_above_all: ByUrgency::new(list.signs_above_all),
        signs_also: list.signs_also,
        questions: list.questions,
        ask_first: list.ask_first,
        then: list.then,
        check_notes: list.check_notes,
        rest: list.rest,
        limits: list.limits,
        not_asked_about: Joined::of_texts(|titles| (list.not_asked_about)(titles, 0)),
        not_asked_about_more: Joined::of_texts(|titles| (list.not_asked_about)(titles, 1)),
        unanswered: Joined::of_texts(list.unanswered),
        staff: [list.in_full, &rules_line].join(" "),
        by_hand: list.by_hand,
        for_someone_else: language().asking.you_is_someone,
    }
}

/// What a person reads for *no* at an item of a group. All groups have the same word; rules without a group need none.
fn no_label(rules: &RuleSet) -> &str {
    let groups = rules.questions().iter().filter(|question| question.is_group);
    let options = groups.flat_map(|group| &group.first().options);
    options.filter(|option| option.id != *YES).map(|option| option.label.as_str()).next().unwrap_or("")
}

fn safety_words(rules: &RuleSet) -> SafetyWords {
    let (safety, header) = (&language().safety, rules.header());
    SafetyWords {
        not_safe: safety.not_safe,
        not_a_verdict: safety.not_a_verdict,
        no_match_beside_a_sign: safety.no_match_beside_a_sign,
        emergency: safety.emergency,
        emergency_lead: safety.emergency_lead,
        emergency_signs: emergency_signs(rules),
        emergency_do: safety.emergency_do,
        urgent_line: UrgentLines {
            emergency: (safety.urgent_line)(Now::Emergency),
            maybe_emergency: (safety.urgent_line)(Now::MaybeEmergency),
            maybe_emergency_or_same_day: (safety.urgent_line)(Now::MaybeEmergencyOrSameDay),
            same_day: (safety.urgent_line)(Now::SameDay),
            maybe_same_day: (safety.urgent_line)(Now::MaybeSameDay),
        },
        level_headings: Level::ALL.map(safety.level_heading),
        review: review_in_short(header),
        out_of_date: (safety.out_of_date)(&header.review_by.to_string()),
        before_check: (safety.before_check)(&header.checked_on.to_string()),
    }
}

fn page_words() -> PageWords {
    let (page, asking) = (&language().page, &language().asking);
    PageWords {
        title: page.title,
        welcome: asking.welcome.into_iter().chain(page.promises).collect(),
        for_someone_else: page.for_someone_else,
        about_you: page.about_you,
        about_someone: asking.about_someone,
        start: page.start,
        load: page.load,
        paper_link: page.paper_link,
        go_on: page.go_on,
        back: page.back,
        change: page.change,
        show_list: asking.show_list,
        go_on_after_help: asking.go_on,
        start_again: page.start_again,
        print: page.print,
        save: page.save,
        not_read: page.not_read,
        file: page.file,
        why: asking.why,
        progress: Joined::of_numbers_and_text(page.progress),
        problem: page.problem,
        error: page.error,
        choose: page.choose,
        mark: page.mark,
        none: page.none,
        not_sure: asking.not_sure,
        not_sure_item: page.not_sure_item,
        marks_removed: page.marks_removed,
        kept: Counted::new(asking.kept),
        saved: page.saved,
        not_sure_rest: page.not_sure_rest,
        review: page.review,
        no_answer: page.no_answer,
        emergency: page.emergency,
    }
}

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::model::RuleSet;

    #[test]
    fn no_mark_of_a_template_is_left_in_a_text() {
        let rules = RuleSet::built_in().unwrap();
        let words = serde_json::to_value(Words::new(&rules)).unwrap();
        let text = words.to_string();
        assert!(!text.contains("90000000") && !text.contains(['\u{e001}', '\u{e002}', '\u{e003}']), "{text}");
        let list = &words["list"];
        for name in ["dated", "unsure", "no", "not_asked", "none_applies_but_open", "open", "sign", "sign_yes"] {
            assert_eq!(list[name].as_str().unwrap().matches('\u{e000}').count(), 1, "{name}");
        }
        for name in ["because", "said", "see", "not_sure_about", "not_sure", "watch_most", "unanswered"] {
            let parts = ["before", "between", "last", "after"].map(|part| list[name][part].as_str().unwrap());
            assert!(parts.iter().all(|part| !part.is_empty()), "{name}: {parts:?}");
        }
    }
}
