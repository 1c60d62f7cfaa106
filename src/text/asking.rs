//! What is said while asking.

/// What is said while asking.
#[derive(Debug)]
pub struct Asking {
    /// What this program does.
    pub welcome: [&'static str; 2],
    /// What happens to the answers.
    pub nothing_saved: [&'static str; 2],
    /// Which keys to use.
    pub list_keys: &'static str,
    /// Which keys to use in lines.
    pub line_keys: &'static str,
    /// Goes on after the emergency text, where what follows would push it out of the window.
    pub have_read: &'static str,
    /// Above what to do first.
    pub begin_lead: &'static str,
    /// Begins for oneself.
    pub begin_for_myself: &'static str,
    /// Begins for somebody else.
    pub begin_for_someone_else: &'static str,
    /// Begins for oneself where answers from before are kept.
    pub go_on_for_myself: &'static str,
    /// Begins for somebody else where answers from before are kept.
    pub go_on_for_someone_else: &'static str,
    /// Above what to do in any other place.
    pub what_now: &'static str,
    /// Before what was chosen.
    pub you_chose: &'static str,
    /// Who is meant where somebody answers for another person.
    pub you_is_someone: &'static str,
    /// How to answer a group.
    pub check_all: &'static str,
    /// The answer that says not sure.
    pub not_sure: &'static str,
    /// Not sure of any item, where none is marked.
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
    /// Said when the person goes back.
    pub going_back: &'static str,
    /// Not sure of every item that is not marked.
    pub not_sure_of_others: &'static str,
    /// Says that what is marked is the answer to a group.
    pub done: &'static str,
    /// Asks for the reason of a question.
    pub why: &'static str,
    /// Goes back.
    pub back: &'static str,
    /// Stops.
    pub stop: &'static str,
    /// Enter on an item of a group where none is marked.
    pub mark_one: &'static str,
    /// Before what was said.
    pub you_said: &'static str,
    /// Before what was said when the question was put before.
    pub you_said_before: &'static str,
    /// Before what was marked without an answer to the whole.
    pub you_marked_before: &'static str,
    /// Keeps the answer from before, in lines.
    pub enter_keeps: &'static str,
    /// Why a question comes in lines where the others are lists.
    pub too_long_for_window: &'static str,
    /// How to read the rest of a long text.
    pub read_on: &'static str,
    /// Which page of how many it is, and what the keys do.
    pub page_keys: fn(usize, usize) -> String,
    /// Something was typed where only Enter is wanted.
    pub enter_alone: &'static str,
    /// Not sure of every item of a group.
    pub all_not_sure: &'static str,
    /// No to every item of a group that was not marked.
    pub others_no: &'static str,
    /// *Not sure* of every item of a group that was not marked.
    pub others_not_sure: &'static str,
    /// Said of a group of which nothing is marked.
    pub none_said: &'static str,
    /// Stops when an emergency was reported.
    pub stop_for_help: &'static str,
    /// Goes on all the same.
    pub go_on: &'static str,
    /// The person stopped.
    pub stopped: &'static str,
    /// The person stopped when the list had been shown.
    pub stopped_after_the_list: &'static str,
    /// The answers are lost.
    pub not_saved: &'static str,
    /// What else can be typed.
    pub commands: &'static str,
    /// Enter alone.
    pub nothing_typed: &'static str,
    /// More was typed than any answer has.
    pub line_too_long: &'static str,
    /// 0 beside other numbers.
    pub zero_stands_alone: &'static str,
    /// A number with a question mark, where only one answer can be given.
    pub question_mark_alone: &'static str,
    /// A question mark behind a space: it could mean that number, or all the others.
    pub lone_question_mark: &'static str,
    /// The mark of an item that has none yet.
    pub mark_open: &'static str,
    /// The mark for yes.
    pub mark_yes: &'static str,
    /// The mark for not sure, the longest of the three.
    pub mark_not_sure: &'static str,
    /// "Question 3 of about 20, topic: Blood clots"
    pub progress: fn(usize, usize, &str) -> String,
    /// Above each question where it is answered for somebody else.
    pub about_someone: &'static str,
    /// How to answer with one number of so many.
    pub type_one: fn(usize) -> String,
    /// How to answer one question with so many options.
    pub type_option: fn(usize) -> String,
    /// The same in short, with where all of it can be read.
    pub type_option_or_help: fn(usize) -> String,
    /// How to answer a group of so many items in lines.
    pub type_list: fn(usize) -> String,
    /// The same in short, with where all of it can be read.
    pub type_list_or_help: fn(usize) -> String,
    /// Words that can be typed.
    pub words: Words,
    /// A number that names nothing.
    pub no_such_number: fn(&str, usize) -> String,
    /// The same number twice.
    pub typed_twice: fn(usize) -> String,
    /// Something that is no number and names nothing.
    pub not_an_answer: fn(&str) -> String,
    /// The beginning of more than one label.
    pub more_than_one: fn(&str) -> String,
    /// How many answers are kept from before.
    pub kept: fn(usize) -> String,
    /// The answer that marks no item, with the question in it.
    pub none_of_these: fn(&str) -> String,
    /// Where the list went.
    pub saved_in: fn(&str) -> String,
    /// Above the answers, before the list is shown.
    pub your_answers: &'static str,
    /// The same where they are about somebody else.
    pub their_answers: &'static str,
    /// Above what is not settled.
    pub not_sure_yet: &'static str,
    /// Shows the next page of so many.
    pub next_answers: fn(usize, usize) -> String,
    /// An answer was changed.
    pub changed: &'static str,
    /// No answer was changed.
    pub unchanged: &'static str,
    /// Shows the list.
    pub show_list: &'static str,
    /// Changes an answer.
    pub change_answer: &'static str,
    /// Which topic to change.
    pub which_topic: &'static str,
    /// Leaves the answers as they are.
    pub keep: &'static str,
    /// Above what to do with the answers.
    pub keep_answers: &'static str,
    /// Above what to do where the answers are to be saved in any case.
    pub really_stop: &'static str,
    /// Goes on after all.
    pub go_on_after_all: &'static str,
    /// What to do with the answers when the person stops; the other choice is [`Asking::save_in`].
    pub leave: &'static str,
    /// Saved answers are those of the person who sits here.
    pub they_are_mine: &'static str,
    /// They are those of somebody else.
    pub they_are_not_mine: &'static str,
    /// The file that is offered, with a number where the name before it is taken.
    pub save_file: fn(usize) -> String,
    /// Saves the answers.
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
    /// The input ended before the question with this number was answered.
    pub ended_before_answer: fn(usize) -> String,
    /// The input ended while a text was shown in pieces.
    pub ended_before_all_was_read: &'static str,
    /// The input ended at a menu.
    pub ended_before_choice: &'static str,
    /// Something else was chosen than a menu has.
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
