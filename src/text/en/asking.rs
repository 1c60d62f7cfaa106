//! Texts of the questionnaire in the terminal. In English.

use crate::text::asking::{Asking, Words};

/// Texts of the questionnaire in the terminal.
pub(super) const ASKING: Asking = Asking {
    welcome: ["This is a list of questions about JAK inhibitors.", "At the end you get a list to show to your doctor."],
    nothing_saved: [
        "Your answers stay on this computer. They are not saved unless you ask for it.",
        "The text you see here may stay on the screen.",
    ],
    list_keys: "Type the number of a line, or use the arrow keys. Then press Enter. Esc goes back. Ctrl-C stops and saves nothing.",
    line_keys: "Type your answer and press Enter. At each question, h tells what you can type.",
    have_read: "I have read this: go on",
    begin_lead: "Who are your answers for?",
    begin_for_myself: "Start the questions, for myself",
    begin_for_someone_else: "Start the questions, for someone I care for",
    go_on_for_myself: "Go on with the questions, for myself",
    go_on_for_someone_else: "Go on with the questions, for someone I care for",
    what_now: "What do you want to do?",
    you_chose: "You chose:",
    you_is_someone: "In the questions and in the list, you means the person you care for.",
    check_all: "Space marks a line: yes, not sure, empty. Press Enter when you are done.",
    not_sure: "I am not sure",
    not_sure_of_all: "I am not sure about any of these",
    nothing_chosen: "Nothing is chosen yet. Type a number, or press the down arrow.",
    no_such_line,
    words_choose_nothing: "Letters choose nothing here. Press Enter again to choose the line.",
    line_not_marked: "This line is not marked. Space marks it. Press Enter again if you are done.",
    pasted: "What you pasted is not read. Type a number, or use the arrow keys.",
    space_marks_items: "Space marks the lines with [ ] only. Press Enter to choose this one.",
    going_back: "Going back one question.",
    not_sure_of_others: "Done, and I am not sure about the others",
    done: "Done: this is my answer",
    why: "Why do we ask?",
    back: "Go back",
    stop: "Stop here",
    mark_one: "Nothing is marked yet. Press Space to mark this line, or choose none of these.",
    you_said: "You said:",
    you_said_before: "You said before:",
    you_marked_before: "Type all numbers that apply. You marked before:",
    enter_keeps: "Press Enter to keep it.",
    too_long_for_window: "The next list is too long for your window. Type your answer: arrow keys do not work here.",
    read_on: "Press Enter to read on.",
    page_keys,
    enter_alone: "Nothing was recorded. You can answer when you have read all of it.",
    all_not_sure: "not sure about any of these",
    others_no: "all others: no",
    others_not_sure: "all others: not sure",
    none_said: "none of these",
    stop_for_help: "Stop here and get help",
    go_on: "Go on with the questions",
    stopped: "Stopped. No list was made.",
    stopped_after_the_list: "Stopped.",
    not_saved: "The answers you gave now were not saved.",
    commands: "Or: w why do we ask, r read this again, h help, b go back, s stop.",
    nothing_typed: "Nothing was typed. No answer was recorded.",
    line_too_long: "That line is too long. No answer was recorded.",
    zero_stands_alone: "0 means none of these, so type it alone. No answer was recorded.",
    question_mark_alone: "Type ? alone if you are not sure. No answer was recorded.",
    lone_question_mark: "Type ? right behind its number, as in 2?. If you are not sure about all the others, put a comma before the ?, as in 2, ?. No answer was recorded.",
    mark_open: "[ ]",
    mark_yes: "[yes]",
    mark_not_sure: "[not sure]",
    progress,
    about_someone: "About the person you care for:",
    type_one,
    type_option,
    type_option_or_help,
    type_list,
    type_list_or_help,
    words: Words {
        why: &["w", "why"],
        again: &["r", "again"],
        back: &["b", "back"],
        stop: &["s", "stop"],
        help: &["h", "help"],
        quit: &["q", "quit"],
        not_sure: &["?", "not sure", "not_sure", "i am not sure", "i'm not sure"],
        short_for: &[("y", "yes"), ("n", "no")],
        none: &["0", "0.", "none", "none of these", "no"],
    },
    no_such_number,
    typed_twice,
    not_an_answer,
    more_than_one,
    kept,
    none_of_these,
    saved_in,
    your_answers: "Your answers",
    their_answers: "Your answers about the person you care for",
    not_sure_yet: "Not sure, or left open",
    next_answers,
    changed: "Your answer is changed.",
    unchanged: "Nothing was changed.",
    show_list: "Show my list",
    change_answer: "Change an answer",
    which_topic: "What do you want to change?",
    keep: "Keep my answers as they are",
    keep_answers: "Do you want to save your answers, to go on another day?",
    really_stop: "Do you want to stop here?",
    go_on_after_all: "Go on with the questions",
    leave: "Leave, and do not save my answers",
    they_are_mine: "Yes, I gave them: go on with them",
    they_are_not_mine: "No, they are not mine: start from the beginning",
    save_file,
    save_in,
    what_with_the_list: "What do you want to do with your list?",
    read_again: "Read it again",
    save_to_print,
    save_as_text,
    finish: "Finish",
    list_file,
    list_saved,
    answers_not_kept: "Your answers were not saved.",
    saved_on,
    answers_saved,
    ended_before_answer,
    ended_before_all_was_read: "the input ended before all was read",
    ended_before_choice: "the input ended before you chose",
    no_such_choice: "there is no such choice",
};

pub(super) fn progress(number: usize, about: usize, topic: &str) -> String {
    format!("Question {number} of about {about}, topic: {topic}")
}

pub(super) fn next_answers(page: usize, pages: usize) -> String {
    format!("Read more of my answers: page {page} of {pages}")
}

pub(super) fn no_such_line(lines: usize) -> String {
    format!("No line has that number: they go from 1 to {lines}. Nothing is chosen.")
}

pub(super) fn type_one(length: usize) -> String {
    format!("Type a number from 1 to {length} and press Enter.")
}

pub(super) fn type_option(length: usize) -> String {
    format!("Type a number from 1 to {length}, or ? if you are not sure, and press Enter.")
}

pub(super) fn type_option_or_help(length: usize) -> String {
    format!("Type a number from 1 to {length}, or h for help.")
}

pub(super) fn type_list_or_help(length: usize) -> String {
    format!("Type numbers from 1 to {length}, or h for help.")
}

pub(super) fn type_list(length: usize) -> String {
    format!(
        "Type the numbers that apply, from 1 to {length}, such as 1, 2. Not sure about number 2: type 2?. None of \
         these: type 0. Not sure about any: type ?."
    )
}

pub(super) fn no_such_number(number: &str, length: usize) -> String {
    format!("There is no number {number} here: they go from 1 to {length}. No answer was recorded.")
}

pub(super) fn typed_twice(number: usize) -> String {
    format!("You typed number {number} twice. No answer was recorded.")
}

pub(super) fn not_an_answer(word: &str) -> String {
    format!("\"{word}\" is not a number or an answer from the list. No answer was recorded.")
}

pub(super) fn more_than_one(word: &str) -> String {
    format!("\"{word}\" could mean more than one answer. Type its number. No answer was recorded.")
}

pub(super) fn kept(questions: usize) -> String {
    let questions = if questions == 1 { "1 question".to_owned() } else { format!("{questions} questions") };
    format!("Your answers to {questions} are kept. We ask about warning signs again, because they can change.")
}

pub(super) fn none_of_these(question: &str) -> String {
    format!("None of these ({question})")
}

pub(super) fn saved_in(path: &str) -> String {
    format!("Your list is in {path}. Only you can read it.")
}

pub(super) fn save_file(number: usize) -> String {
    if number == 1 { "jakcheck-answers.json".to_owned() } else { format!("jakcheck-answers-{number}.json") }
}

pub(super) fn save_in(path: &str) -> String {
    format!("Save my answers in {path}")
}

pub(super) fn page_keys(page: usize, pages: usize) -> String {
    format!("Page {page} of {pages}. Enter goes on, b goes back, q leaves the list.")
}

pub(super) fn save_to_print(path: &str) -> String {
    format!("Save it to print, in {path}")
}

pub(super) fn save_as_text(path: &str) -> String {
    format!("Save it as text, in {path}")
}

pub(super) fn list_file(day: &str, ending: &str, number: usize) -> String {
    if number == 1 { format!("jak-list-{day}.{ending}") } else { format!("jak-list-{day}-{number}.{ending}") }
}

/// The command that deletes a file.
const DELETE: &str = if cfg!(windows) { "del" } else { "rm" };

/// Who can read a file that was written. On Windows it is as open as its folder.
const WHO_CAN_READ_IT: &str =
    if cfg!(windows) { "Anyone who can open its folder can read it." } else { "Only you can read it." };

pub(super) fn list_saved(path: &str) -> [String; 2] {
    [
        format!("Your list is in {path}. {WHO_CAN_READ_IT}"),
        format!("To delete it: {DELETE} {path}. A deleted file can sometimes be brought back."),
    ]
}

pub(super) fn saved_on(day: &str) -> String {
    format!("These answers were saved on {day}. Are they yours?")
}

pub(super) fn answers_saved(path: &str) -> [String; 5] {
    [
        format!("Your answers are in {path}."),
        format!("To go on: jakcheck ask --resume {path}"),
        format!("To print your list: jakcheck check {path} --format html --output list.html"),
        "They are not secret to people who use this computer as you.".to_owned(),
        format!("To delete them: {DELETE} {path}. A deleted file can sometimes be brought back."),
    ]
}

pub(super) fn ended_before_answer(number: usize) -> String {
    format!("the input ended before question {number} was answered")
}
