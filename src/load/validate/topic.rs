//! Builds a topic: its questions, cautions, symptoms, advice and studies.

use super::builder::Builder;
use super::documents::TopicFile;
use super::frame::level;
use super::names::{Names, SymptomName, YES_NO};
use super::place::{Place, report_duplicates};
use super::text::{any_sentences, optional, optional_sentences, sentences, text};
use crate::load::diagnostic::Code;
use crate::load::raw;
use crate::model::words::{FOR, HOLDS, RECORD_ID, RESULTS};
use crate::model::{
    Advice, AnswerOption, Caution, Condition, Id, Item, ItemIndex, Question, QuestionIndex, Study, StudyCount,
    StudyOutcome, Topic, TopicIndex, Urgency, WarningSymptom,
};
use crate::text::language;
use crate::text::rules::Kind;

/// The contents of a topic file.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) topic: Topic,
    pub(super) questions: Vec<Question>,
    pub(super) cautions: Vec<Caution>,
    pub(super) warning_symptoms: Vec<WarningSymptom>,
    pub(super) monitoring: Vec<Advice>,
    pub(super) alternatives: Vec<Advice>,
}

/// Builds one topic.
pub(super) fn topic<'r>(builder: &Builder<'r>, names: &Names<'r>, index: TopicIndex, file: &'r TopicFile<'r>) -> Parts {
    let (place, raw) = (&file.place, &file.raw);
    let advice = |key: &'static str, list: &'r [raw::Advice<'r>]| -> Vec<Advice> {
        place.each(key, list).map(|(at, one)| builder.advice(Some(index), &at, one)).collect()
    };
    Parts {
        topic: Topic {
            index,
            id: place.key("id").id(&raw.id),
            title: text(&place.key("title"), &raw.title),
            about: place.each("about", &raw.about).map(|(at, statement)| builder.statement(&at, statement)).collect(),
            studies: place.each("studies", &raw.studies).map(|(at, one)| study(builder, &at, one)).collect(),
        },
        questions: place
            .each("questions", &raw.questions)
            .map(|(at, one)| question(builder, names, index, &at, one))
            .collect(),
        cautions: place
            .each("cautions", &raw.cautions)
            .filter_map(|(at, one)| caution(builder, index, &at, one))
            .collect(),
        warning_symptoms: place
            .each("warning_symptoms", &raw.warning_symptoms)
            .filter_map(|(at, one)| symptom(builder, names, index, &at, one))
            .collect(),
        monitoring: advice("monitoring", &raw.monitoring),
        alternatives: advice("alternatives", &raw.alternatives),
    }
}

fn question<'r>(
    builder: &Builder<'r>,
    names: &Names<'r>,
    topic: TopicIndex,
    place: &Place<'_>,
    raw: &'r raw::Question<'r>,
) -> Question {
    let rules = &language().rules;
    if raw.id == RECORD_ID {
        place.key("id").report(Code::ReservedId, rules.id_of_records);
    }
    if raw.id == FOR {
        place.key("id").report(Code::ReservedId, rules.id_of_whose);
    }
    if raw.id == HOLDS {
        place.key("id").report(Code::ReservedId, rules.id_of_conditions);
    }
    if raw.why.is_empty() {
        place.key("why").report(Code::MissingWhy, rules.no_reason);
    }
    let title = text(&place.key("title"), &raw.title);
    let ask_when = builder.resolver.optional(place, "ask_when", raw.ask_when.as_ref());
    if let (Some(condition), Some(own)) = (&ask_when, question_index(names, &raw.id)) {
        let reads_later = condition
            .leaves()
            .iter()
            .any(|leaf| names.items.values().any(|item| item.index == leaf.item.0 && item.question >= own));
        if reads_later {
            place.key("ask_when").report(Code::QuestionOrder, rules.reads_later);
        }
    }
    Question {
        index: names.questions.get(raw.id.as_str()).copied().unwrap_or(QuestionIndex(0)),
        topic,
        id: place.key("id").id(&raw.id),
        items: items(names, place, raw, &title),
        title,
        text: text(&place.key("text"), &raw.text),
        why: any_sentences(place, "why", &raw.why),
        cites: builder.cites(place, &raw.cites),
        ask_when,
        short: raw.short,
        tried: raw.tried,
        profile: raw.profile,
        is_group: raw.options.is_none(),
        note: optional_sentences(place, "note", raw.note.as_ref()),
    }
}

fn question_index(names: &Names<'_>, question: &str) -> Option<usize> {
    let first = names.groups.get(question).and_then(|references| references.first()).map_or(question, String::as_str);
    names.items.get(first).map(|item| item.question)
}

fn items(names: &Names<'_>, place: &Place<'_>, raw: &raw::Question<'_>, title: &str) -> Vec<Item> {
    let item = |reference: String, id: Id, title: String, hint: Option<String>, options: Vec<AnswerOption>| {
        // A question with a mistake can have items without a name. It was reported, so 0 never gets into a rule set.
        let index = names.items.get(&reference).map_or(0, |name| name.index);
        Item { index: ItemIndex(index), reference, id, title, hint, options }
    };
    if let Some(options) = &raw.options {
        let options = place.each("options", options).map(|(at, one)| option(&at, one)).collect();
        return vec![item(raw.id.to_string(), place.key("id").id(&raw.id), title.to_owned(), None, options)];
    }
    if let Some(items) = &raw.items {
        let group_item = |(at, one): (Place<'_>, &raw::AnswerOption<'_>)| {
            let yes_no = YES_NO.iter().map(|id| yes_or_no(&at, id, one.unread.as_ref())).collect();
            let hint = optional(&at, "hint", one.hint.as_ref());
            item(
                format!("{}.{}", raw.id, one.id),
                at.key("id").id(&one.id),
                text(&at.key("label"), &one.label),
                hint,
                yes_no,
            )
        };
        return place.each("items", items).map(group_item).collect();
    }
    let symptom_item = |symptom: &SymptomName<'_>| {
        let yes_no = YES_NO.iter().map(|id| yes_or_no(place, id, None)).collect();
        item(format!("{}.{}", raw.id, symptom.id), place.id(symptom.id), symptom.brief.to_owned(), None, yes_no)
    };
    names.symptoms.iter().map(symptom_item).collect()
}

fn option(place: &Place<'_>, raw: &raw::AnswerOption<'_>) -> AnswerOption {
    AnswerOption {
        id: place.key("id").id(&raw.id),
        label: text(&place.key("label"), &raw.label),
        hint: optional(place, "hint", raw.hint.as_ref()),
        unread: optional(place, "unread", raw.unread.as_ref()),
    }
}

fn yes_or_no(place: &Place<'_>, id: &str, unread: Option<&raw::Text<'_>>) -> AnswerOption {
    let is_yes = id == "yes";
    AnswerOption {
        id: place.id(id),
        label: if is_yes { language().rules.yes } else { language().rules.no }.to_owned(),
        hint: None,
        unread: if is_yes { optional(place, "unread", unread) } else { None },
    }
}

fn caution<'r>(
    builder: &Builder<'r>,
    topic: TopicIndex,
    place: &Place<'_>,
    raw: &'r raw::Caution<'r>,
) -> Option<Caution> {
    let level = level(place, raw.level);
    if RESULTS.contains(&raw.id.as_str()) {
        place.key("id").report(Code::ReservedId, (language().rules.id_of_results)(&raw.id));
    }
    // All parts are checked before the first `?`, so that one run reports all mistakes.
    let id = place.key("id").id(&raw.id);
    let title = text(&place.key("title"), &raw.title);
    let cites = builder.cites(place, &raw.cites);
    let applies_when = builder.resolver.condition(&place.key("applies_when"), &raw.applies_when);
    let open_when = builder.resolver.optional(place, "open_when", raw.open_when.as_ref());
    let same_day_when = builder.resolver.optional(place, "same_day_when", raw.same_day_when.as_ref());
    let now = place.each("now", &raw.now).map(|(at, one)| builder.statement(&at, one)).collect();
    let first = place.each("first", &raw.first).map(|(at, one)| builder.statement(&at, one)).collect();
    let tell = sentences(place, "tell", &raw.tell);
    let details = place.each("details", &raw.details).map(|(at, one)| builder.statement(&at, one)).collect();
    let ask = sentences(place, "ask", &raw.ask);
    let when_not_sure = optional_sentences(place, "when_not_sure", raw.when_not_sure.as_ref());
    let note = optional_sentences(place, "note", raw.note.as_ref());
    Some(Caution {
        topic,
        id,
        title,
        cites,
        applies_when: applies_when?,
        open_when,
        same_day_when,
        level: level?,
        now,
        first,
        tell,
        details,
        ask,
        when_not_sure,
        note,
    })
}

fn symptom<'r>(
    builder: &Builder<'r>,
    names: &Names<'r>,
    topic: TopicIndex,
    place: &Place<'_>,
    raw: &'r raw::WarningSymptom<'r>,
) -> Option<WarningSymptom> {
    let reported_by = names
        .groups
        .values()
        .flatten()
        .find(|reference| {
            reference.split_once('.').is_some_and(|(_, item)| raw.id == item) && is_reported(names, reference)
        })
        .and_then(|reference| names.items.get(reference));
    let note = optional_sentences(place, "note", raw.note.as_ref());
    let id = place.key("id").id(&raw.id);
    let title = text(&place.key("title"), &raw.title);
    let cites = builder.cites(place, &raw.cites);
    let brief = text(&place.key("brief"), &raw.brief);
    let signs = sentences(place, "signs", &raw.signs);
    let watch_more_when = builder.resolver.condition(&place.key("watch_more_when"), &raw.watch_more_when);
    let show_when = builder.resolver.optional(place, "show_when", raw.show_when.as_ref());
    let reported_by = reported_by.map(|item| ItemIndex(item.index));
    if show_when.iter().flat_map(Condition::leaves).any(|leaf| Some(leaf.item) == reported_by) {
        place.key("show_when").report(Code::ReadsItself, language().rules.reads_itself);
    }
    let tell = any_sentences(place, "tell", &raw.tell);
    let details = place.each("details", &raw.details).map(|(at, one)| builder.statement(&at, one)).collect();
    Some(WarningSymptom {
        topic,
        id,
        title,
        urgency: raw.urgency,
        not_sure_counts: raw.not_sure_counts || raw.urgency == Urgency::Emergency,
        cites,
        brief,
        signs,
        watch_more_when: watch_more_when?,
        show_when,
        tell,
        details,
        note,
        reported_by,
    })
}

/// Whether an item belongs to a group whose items are the warning symptoms.
fn is_reported(names: &Names<'_>, reference: &str) -> bool {
    reference.split_once('.').is_some_and(|(group, _)| names.symptom_groups.contains(group))
}

fn study<'r>(builder: &Builder<'r>, place: &Place<'_>, raw: &'r raw::Study<'r>) -> Study {
    report_duplicates(Kind::Group, place.each("groups", &raw.groups), |group| &group.id);
    report_duplicates(Kind::Outcome, place.each("outcomes", &raw.outcomes), |outcome| &outcome.id);
    for (at, group) in place.each("groups", &raw.groups) {
        at.key("id").id(&group.id);
        text(&at.key("label"), &group.label);
    }
    Study {
        id: place.key("id").id(&raw.id),
        title: text(&place.key("title"), &raw.title),
        cites: builder.cites(place, &raw.cites),
        who: sentences(place, "who", &raw.who),
        how_long: text(&place.key("how_long"), &raw.how_long),
        outcomes: place
            .each("outcomes", &raw.outcomes)
            .map(|(at, one)| outcome(builder, &at, one, &raw.groups))
            .collect(),
        limits: sentences(place, "limits", &raw.limits),
        note: optional_sentences(place, "note", raw.note.as_ref()),
    }
}

fn outcome<'r>(
    builder: &Builder<'r>,
    place: &Place<'_>,
    raw: &'r raw::StudyOutcome<'r>,
    groups: &[raw::StudyGroup<'_>],
) -> StudyOutcome {
    let count = |(at, one): (Place<'_>, &raw::StudyCount<'_>)| {
        let group = groups.iter().find(|group| group.id == one.group);
        if group.is_none() {
            at.key("group").report_unknown(
                Code::BadCount,
                Kind::Group,
                &one.group,
                groups.iter().map(|group| group.id.as_str()),
            );
        }
        if one.people == 0 || one.events > one.people {
            at.report(Code::BadCount, language().rules.bad_count);
        }
        Some(StudyCount { group: text(&at, &group?.label), people: one.people, events: one.events })
    };
    StudyOutcome {
        id: place.key("id").id(&raw.id),
        title: text(&place.key("title"), &raw.title),
        said: text(&place.key("said"), &raw.said),
        cites: builder.cites(place, &raw.cites),
        counts: place.each("counts", &raw.counts).filter_map(count).collect(),
        note: optional_sentences(place, "note", raw.note.as_ref()),
    }
}
