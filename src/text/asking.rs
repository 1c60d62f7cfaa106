//! Texts of the questionnaire in the terminal.

/// Texts of the questionnaire in the terminal.
#[derive(Debug)]
pub struct Asking {
    /// The first lines: what this program does.
    pub welcome: [&'static str; 2],
    /// The notice that answers are not saved.
    pub nothing_saved: [&'static str; 2],
    /// How to use the keys in lists.
    pub list_keys: &'static str,
    /// How to answer in lines.
    pub line_keys: &'static str,
    /// The choice to continue after the emergency text, before a list could scroll it away.
    pub have_read: &'static str,
    /// The heading of the first menu.
    pub begin_lead: &'static str,
    /// The choice to start for oneself.
    pub begin_for_myself: &'static str,
    /// The choice to start for somebody else.
    pub begin_for_someone_else: &'static str,
    /// The choice to continue for oneself with saved answers.
    pub go_on_for_myself: &'static str,
    /// The choice to continue for somebody else with saved answers.
    pub go_on_for_someone_else: &'static str,
    /// The heading of a menu at a question.
    pub what_now: &'static str,
    /// Before the choice that was made.
    pub you_chose: &'static str,
    /// The explanation that "you" means the other person, if answers are for somebody else.
    pub you_is_someone: &'static str,
    /// How to answer a group in a list.
    pub check_all: &'static str,
    /// The answer *not sure* to a question.
    pub not_sure: &'static str,
    /// The answer *not sure* to a whole group without marked items.
    pub not_sure_of_all: &'static str,
    /// Enter where no line of a list is marked.
    pub nothing_chosen: &'static str,
    /// A number that no line of a list has.
    pub no_such_line: fn(usize) -> String,
    /// Enter behind words.
    pub words_choose_nothing: &'static str,
    /// Enter on an item that is not marked, where others are.
    pub line_not_marked: &'static str,
    /// Something was pasted.
    pub pasted: &'static str,
    /// Space on a line that is no item.
    pub space_marks_items: &'static str,
    /// The message after going back.
    pub going_back: &'static str,
    /// The answer to a group with *not sure* for all items that are not marked.
    pub not_sure_of_others: &'static str,
    /// The answer to a group with no for all items that are not marked.
    pub done: &'static str,
    /// The choice to show why a question is asked.
    pub why: &'static str,
    /// The choice to go back.
    pub back: &'static str,
    /// The choice to stop.
    pub stop: &'static str,
    /// The message that "done" needs a marked item.
    pub mark_one: &'static str,
    /// Before an answer that was just given.
    pub you_said: &'static str,
    /// Before an earlier answer, if the question is asked again.
    pub you_said_before: &'static str,
    /// Before items that were marked earlier, without an answer to the whole group.
    pub you_marked_before: &'static str,
    /// How to keep the earlier answer in line mode.
    pub enter_keeps: &'static str,
    /// Why a question is asked in lines although the others are lists.
    pub too_long_for_window: &'static str,
    /// How to continue a text that is shown in pieces.
    pub read_on: &'static str,
    /// Which page of how many it is, and what the keys do.
    pub page_keys: fn(usize, usize) -> String,
    /// Something was typed where only Enter is wanted.
    pub enter_alone: &'static str,
    /// The answer *not sure* to a whole group, when answers are repeated.
    pub all_not_sure: &'static str,
    /// No to all items of a group that were not marked, when answers are repeated.
    pub others_no: &'static str,
    /// *Not sure* for all items of a group that were not marked, when answers are repeated.
    pub others_not_sure: &'static str,
    /// No to all items of a group, when answers are repeated.
    pub none_said: &'static str,
    /// The choice to stop after an emergency was reported.
    pub stop_for_help: &'static str,
    /// The choice to continue after that.
    pub go_on: &'static str,
    /// The message after stopping.
    pub stopped: &'static str,
    /// The person stopped when the list had been shown.
    pub stopped_after_the_list: &'static str,
    /// The message that the answers are lost.
    pub not_saved: &'static str,
    /// The other commands at a question, in line mode.
    pub commands: &'static str,
    /// The error for an empty line.
    pub nothing_typed: &'static str,
    /// The error for a line that is longer than any answer.
    pub line_too_long: &'static str,
    /// The error for 0 together with other numbers.
    pub zero_stands_alone: &'static str,
    /// The error for a number with a question mark at a question with one answer.
    pub question_mark_alone: &'static str,
    /// The error for a question mark after a space, which could mean one item or all others.
    pub lone_question_mark: &'static str,
    /// The mark of an item that is not marked.
    pub mark_open: &'static str,
    /// The mark for yes.
    pub mark_yes: &'static str,
    /// The mark for *not sure*, the longest of the three.
    pub mark_not_sure: &'static str,
    /// "Question 3 of about 20, topic: Blood clots"
    pub progress: fn(usize, usize, &str) -> String,
    /// Above each question where it is answered for somebody else.
    pub about_someone: &'static str,
    /// How to choose one number up to this.
    pub type_one: fn(usize) -> String,
    /// How to answer a question with this many options.
    pub type_option: fn(usize) -> String,
    /// The same in short, with where all of it can be read.
    pub type_option_or_help: fn(usize) -> String,
    /// How to answer a group of so many items in lines.
    pub type_list: fn(usize) -> String,
    /// The same in short, with where all of it can be read.
    pub type_list_or_help: fn(usize) -> String,
    /// Words that can be typed.
    pub words: Words,
    /// The error for a number that is too large. Takes the number and the largest one.
    pub no_such_number: fn(&str, usize) -> String,
    /// The error for a number that is twice in a line.
    pub typed_twice: fn(usize) -> String,
    /// Something that is no number and names nothing.
    pub not_an_answer: fn(&str) -> String,
    /// The beginning of more than one label.
    pub more_than_one: fn(&str) -> String,
    /// How many questions have saved answers.
    pub kept: fn(usize) -> String,
    /// The answer no to all items. Takes the title of the question.
    pub none_of_these: fn(&str) -> String,
    /// Where the report was written. Takes the path.
    pub saved_in: fn(&str) -> String,
    /// The heading over all answers, before the report.
    pub your_answers: &'static str,
    /// The same for answers about somebody else.
    pub their_answers: &'static str,
    /// Above what is not settled.
    pub not_sure_yet: &'static str,
    /// Shows the next page of so many.
    pub next_answers: fn(usize, usize) -> String,
    /// The message that an answer was changed.
    pub changed: &'static str,
    /// The message that no answer was changed.
    pub unchanged: &'static str,
    /// The choice to show the report.
    pub show_list: &'static str,
    /// The choice to change an answer.
    pub change_answer: &'static str,
    /// The heading of the menu of topics to change.
    pub which_topic: &'static str,
    /// The choice to change nothing.
    pub keep: &'static str,
    /// The question whether to save the answers when the person stops.
    pub keep_answers: &'static str,
    /// Above what to do where the answers are to be saved in any case.
    pub really_stop: &'static str,
    /// Goes on after all.
    pub go_on_after_all: &'static str,
    /// The choice not to save them. The other one is [`Asking::save_in`].
    pub leave: &'static str,
    /// The choice that saved answers are one's own.
    pub they_are_mine: &'static str,
    /// The choice that they are somebody else's.
    pub they_are_not_mine: &'static str,
    /// The name of the file that is offered. Takes a number, from 1, which rises while the name is taken.
    pub save_file: fn(usize) -> String,
    /// The choice to save the answers. Takes the path.
    pub save_in: fn(&str) -> String,
    /// Above what can be done with the list when it was read.
    pub what_with_the_list: &'static str,
    /// Reads the list again.
    pub read_again: &'static str,
    /// Saves the list for a printer.
    pub save_to_print: fn(&str) -> String,
    /// Saves the list as text.
    pub save_as_text: fn(&str) -> String,
    /// The end.
    pub finish: &'static str,
    /// The name offered for a list, from the day, its ending, and a number where the name before it is taken.
    pub list_file: fn(&str, &str, usize) -> String,
    /// Where the list is, and how to delete it.
    pub list_saved: fn(&str) -> [String; 2],
    /// The answers were not saved when the person finished.
    pub answers_not_kept: &'static str,
    /// When answers were saved.
    pub saved_on: fn(&str) -> String,
    /// Where the answers are, how to go on and how to delete them.
    pub answers_saved: fn(&str) -> [String; 5],
    /// The error that the input ended before an answer. Takes the number of the question.
    pub ended_before_answer: fn(usize) -> String,
    /// The error that the input ended while a text was shown in pieces.
    pub ended_before_all_was_read: &'static str,
    /// The error that the input ended at a menu.
    pub ended_before_choice: &'static str,
    /// The error for a choice that a menu does not have.
    pub no_such_choice: &'static str,
}

/// Words that can be typed in lines, in small letters.
#[derive(Debug)]
pub struct Words {
    /// Why a question is asked.
    pub why: &'static [&'static str],
    /// The question is read again.
    pub again: &'static [&'static str],
    /// Back.
    pub back: &'static [&'static str],
    /// The end.
    pub stop: &'static [&'static str],
    /// How to answer.
    pub help: &'static [&'static str],
    /// Leaves a text that is read in pages.
    pub quit: &'static [&'static str],
    /// *Not sure*, of one thing or of a whole group.
    pub not_sure: &'static [&'static str],
    /// Letters and the words for which they are short.
    pub short_for: &'static [(&'static str, &'static str)],
    /// No to a whole group.
    pub none: &'static [&'static str],
}
