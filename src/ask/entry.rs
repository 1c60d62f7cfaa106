//! The entries of the list under a question, and what choosing each does.

use super::asker::Reply;
use super::marks::Marks;
use super::screen::Screen;
use super::words::with_hint;
use crate::model::{Answer, ItemIndex, OptionIndex};
use crate::text::language;

/// An entry of a list.
pub(super) struct Entry {
    /// How it is marked.
    pub(super) mark: Option<&'static str>,
    /// What the person reads.
    pub(super) label: String,
    /// What choosing it does.
    pub(super) action: Action,
}

/// What choosing an entry does.
pub(super) enum Action {
    /// The question has its reply.
    Reply(Reply),
    /// Space gives this item its next mark.
    Mark(ItemIndex),
    /// The person is told why the question is asked.
    Why,
}

impl Entry {
    fn new(label: impl Into<String>, action: Action) -> Self {
        Self { mark: None, label: label.into(), action }
    }
}

/// The entries as they are now.
pub(super) fn entries(screen: &Screen<'_>, marks: &Marks) -> Vec<Entry> {
    let mut entries = if screen.question.is_group { of_group(screen, marks) } else { of_single(screen) };
    entries.push(Entry::new(language().asking.why, Action::Why));
    entries.push(Entry::new(language().asking.back, Action::Reply(Reply::Back)));
    entries.push(Entry::new(language().asking.stop, Action::Reply(Reply::Stop)));
    entries
}

/// The place of the entry that gives the answer from before once more. Marks alone are no answer: what was not marked
/// beside them is unknown.
pub(super) fn entry_before(screen: &Screen<'_>, marks: &Marks) -> Option<usize> {
    let before = screen.answer_before()?;
    let gives = |entry: &Entry| matches!(&entry.action, Action::Reply(Reply::Answered(now)) if *now == before);
    entries(screen, marks).iter().position(gives)
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

/// The items; then, as one line, none of them where none is marked, and else that the marks are the answer; then *not sure*.
fn of_group(screen: &Screen<'_>, marks: &Marks) -> Vec<Entry> {
    let asking = &language().asking;
    let items = screen.question.items.iter().zip(marks.iter()).map(|(item, mark)| Entry {
        mark: Some(mark.text()),
        ..Entry::new(with_hint(&item.title, item.hint.as_deref()), Action::Mark(item.index))
    });
    let (rest, not_sure) = if marks.is_empty() {
        ((asking.none_of_these)(&screen.question.text), asking.not_sure_of_all)
    } else {
        (asking.done.to_owned(), asking.not_sure_of_others)
    };
    items
        .chain([
            Entry::new(rest, answered(marks.answers(Answer::NO))),
            Entry::new(not_sure, answered(marks.answers(Answer::NotSure))),
        ])
        .collect()
}

fn answered(answers: Vec<(ItemIndex, Answer)>) -> Action {
    Action::Reply(Reply::Answered(answers))
}

#[cfg(test)]
mod tests {
    use super::{Action, entries};
    use crate::ask::asker::Reply;
    use crate::ask::marks::Marks;
    use crate::ask::screen::Screen;
    use crate::ask::session::Session;
    use crate::model::{Answer, RuleSet};

    #[test]
    fn one_line_is_none_of_these_or_done() {
        let rules = RuleSet::built_in().unwrap();
        let screen = Screen::next(&Session::new(&rules)).unwrap();
        let mut marks = Marks::new(&screen);
        let items = screen.question.items.len();
        let given = |marks: &Marks| {
            let Action::Reply(Reply::Answered(answers)) = &entries(&screen, marks)[items].action else {
                panic!("no answer")
            };
            answers.iter().filter(|(_, answer)| *answer == Answer::YES).count()
        };
        assert_eq!(given(&marks), 0);
        marks.turn(screen.question.items[2].index);
        assert_eq!(given(&marks), 1);
    }
}
