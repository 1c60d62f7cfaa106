//! The entries of the list under a question, and what choosing each does.

use super::asker::Reply;
use super::marks::{Mark, Marks};
use super::screen::Screen;
use super::words::with_hint;
use crate::model::{Answer, ItemIndex, OptionIndex};
use crate::text::language;

/// An entry of a list.
pub(super) struct Entry {
    /// What the person reads.
    pub(super) label: String,
    /// What choosing it does.
    pub(super) action: Action,
}

/// What choosing an entry does.
pub(super) enum Action {
    /// The question has its reply.
    Reply(Reply),
    /// An item gets its next mark.
    Mark(ItemIndex),
    /// The person is told why nothing else happens.
    Tell(&'static str),
    /// The person is told why the question is asked.
    Why,
}

impl Entry {
    fn new(label: impl Into<String>, action: Action) -> Self {
        Self { label: label.into(), action }
    }
}

/// The entries as they are now.
pub(super) fn entries(screen: &Screen<'_>, marks: &Marks) -> Vec<Entry> {
    with_marks(screen, marks, Mark::text)
}

/// The entries at their widest: as if each item had the longest mark.
pub(super) fn widest(screen: &Screen<'_>, marks: &Marks) -> Vec<Entry> {
    with_marks(screen, marks, |_| Mark::NotSure.text())
}

fn with_marks(screen: &Screen<'_>, marks: &Marks, text: fn(Mark) -> &'static str) -> Vec<Entry> {
    let mut entries = if screen.question.is_group { of_group(screen, marks, text) } else { of_single(screen) };
    entries.push(Entry::new(language().asking.why, Action::Why));
    if screen.progress.number > 1 {
        entries.push(Entry::new(language().asking.back, Action::Reply(Reply::Back)));
    }
    entries.push(Entry::new(language().asking.stop, Action::Reply(Reply::Stop)));
    entries
}

fn of_single(screen: &Screen<'_>) -> Vec<Entry> {
    let options = screen.question.items.iter().flat_map(|item| {
        let chosen = |place| vec![(item.index, Answer::Chosen(OptionIndex(place)))];
        item.options.iter().enumerate().map(move |(place, option)| {
            Entry::new(with_hint(&option.label, option.hint.as_deref()), answered(chosen(place)))
        })
    });
    let not_sure = screen.question.items.iter().map(|item| (item.index, Answer::NotSure)).collect();
    options.chain([Entry::new(language().asking.not_sure, answered(not_sure))]).collect()
}

fn of_group(screen: &Screen<'_>, marks: &Marks, text: fn(Mark) -> &'static str) -> Vec<Entry> {
    let asking = &language().asking;
    let is_empty = marks.is_empty();
    let items = screen.question.items.iter().zip(marks.iter()).map(|(item, mark)| {
        let label = with_hint(&item.title, item.hint.as_deref());
        Entry::new(format!("{} {label}", text(mark)), Action::Mark(item.index))
    });
    let no_to_others = answered(marks.answers(Answer::NO));
    let (none, done) = if is_empty {
        (no_to_others, Action::Tell(asking.mark_one))
    } else {
        (Action::Tell(asking.none_but_marked), no_to_others)
    };
    let not_sure = if is_empty { asking.not_sure_of_all } else { asking.not_sure_of_others };
    items
        .chain([
            Entry::new((asking.none_of_these)(&screen.question.text), none),
            Entry::new(asking.done, done),
            Entry::new(not_sure, answered(marks.answers(Answer::NotSure))),
        ])
        .collect()
}

fn answered(answers: Vec<(ItemIndex, Answer)>) -> Action {
    Action::Reply(Reply::Answered(answers))
}
