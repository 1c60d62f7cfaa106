//! What is said while asking.

/// What this is.
pub const WELCOME: [&str; 2] =
    ["This is a list of questions about JAK inhibitors.", "At the end you get a list to show to your doctor."];
/// What happens to the answers.
pub const NOTHING_SAVED: [&str; 2] = [
    "Your answers stay on this computer. They are not saved unless you ask for it.",
    "The text you see here may stay on the screen.",
];
/// Which keys to use.
pub const KEYS: &str =
    "Press the down arrow to begin, then Enter to choose. Esc goes back. Ctrl-C stops and saves nothing.";
/// Which keys to use in lines.
pub const LINE_KEYS: &str =
    "Type your answer and press Enter. At each question, w tells why we ask, b goes back and s stops.";
/// After the emergency text, where what follows would push it out of the window; the second stops.
pub const READ: [&str; 2] = ["I have read this: go on", "Stop here"];
/// Above what to do first.
pub const BEGIN_LEAD: &str = "Who are your answers for?";
/// Before the first question: the first starts for oneself, the second for somebody else, the third stops.
pub const BEGIN: [&str; 3] =
    ["Start the questions, for myself", "Start the questions, for someone I care for", "Stop here"];
/// The same where answers from before are kept.
pub const GO_ON: [&str; 3] =
    ["Go on with the questions, for myself", "Go on with the questions, for someone I care for", "Stop here"];
/// Above what to do in any other place.
pub const WHAT_NOW: &str = "What do you want to do?";
/// Before what was chosen.
pub const YOU_CHOSE: &str = "You chose:";
/// Who is meant where somebody answers for another person.
pub const YOU_IS_SOMEONE: &str = "In the questions and in the list, you means the person you care for.";
/// There is nothing before the first question.
pub const FIRST: &str = "This is the first question.";
/// A group of items.
pub const CHECK_ALL: &str = "Enter marks a line: yes, then not sure, then empty again. Then choose Done.";
/// The answer that says not sure.
pub const NOT_SURE: &str = "I am not sure";
/// Not sure of any item, where none is marked.
pub const NOT_SURE_OF_ALL: &str = "I am not sure about any of these";
/// None of these, although something is marked.
pub const NONE_BUT_MARKED: &str = "You marked a line. Choose Done, or empty the line first.";
/// Back to the question before.
pub const GOING_BACK: &str = "Going back one question.";
/// Not sure of every item that is not marked.
pub const NOT_SURE_OF_OTHERS: &str = "Done, and I am not sure about the others";
/// The answer that ends a group.
pub const DONE: &str = "Done: this is my answer";
/// The reason for a question.
pub const WHY: &str = "Why do we ask?";
/// To the question before.
pub const BACK: &str = "Go back";
/// To the end.
pub const STOP: &str = "Stop here";
/// Nothing was marked.
pub const MARK_ONE: &str = "Mark at least one, or choose none of these.";
/// Before what was said.
pub const YOU_SAID: &str = "You said:";
/// Before what was said when the question was put before.
pub const YOU_SAID_BEFORE: &str = "You said before:";
/// Before what was marked without an answer to the whole.
pub const YOU_MARKED_BEFORE: &str = "Type all numbers that apply. You marked before:";
/// Keeps the answer from before, in lines.
pub const ENTER_KEEPS: &str = "Press Enter alone to keep it.";
/// Why a question comes in lines where the others are lists.
pub const TOO_LONG_FOR_WINDOW: &str = "This list is too long for your window: arrow keys do not work here.";
/// The text goes on below.
pub const READ_ON: &str = "Press Enter to read on.";
/// Not sure of every item of a group.
pub const ALL_NOT_SURE: &str = "not sure about any of these";
/// No to every item of a group that was not marked.
pub const OTHERS_NO: &str = "all others: no";
/// *Not sure* of every item of a group that was not marked.
pub const OTHERS_NOT_SURE: &str = "all others: not sure";
/// No item of a group.
pub const NONE_SAID: &str = "none of these";
/// What to do when an emergency was reported; the first stops.
pub const AFTER_EMERGENCY: [&str; 2] = ["Stop here and get help", "Go on with the questions"];
/// The person stopped.
pub const STOPPED: &str = "Stopped. No list was made.";
/// What was answered is gone.
pub const NOT_SAVED: &str = "The answers you gave now were not saved.";
/// What else can be typed.
pub const COMMANDS: &str = "Or: w why do we ask, r read this again, b go back, s stop.";
/// What else can be typed at the first question.
pub const FIRST_COMMANDS: &str = "Or: w why do we ask, r read this again, s stop.";
/// Enter alone.
pub const NOTHING_TYPED: &str = "Nothing was typed. No answer was recorded.";
/// More was typed than any answer has.
pub const LINE_TOO_LONG: &str = "That line is too long. No answer was recorded.";
/// 0 beside other numbers.
pub const ZERO_STANDS_ALONE: &str = "0 means none of these, so type it alone. No answer was recorded.";
/// A number with a question mark, where only one answer can be given.
pub const QUESTION_MARK_ALONE: &str = "Type ? alone if you are not sure. No answer was recorded.";
/// A question mark behind a space: of that number, or of all the others?
pub const LONE_QUESTION_MARK: &str = "Type ? right behind its number, as in 2?. If you are not sure about all the others, put a comma before the ?, as in 2, ?. No answer was recorded.";
/// A mark for an item of a group: open, yes, not sure.
pub const MARKS: [&str; 3] = ["[ ]", "[yes]", "[not sure]"];

/// "Question 3 of about 20, topic: Blood clots", and for whom it is answered if that is somebody else.
pub fn progress(number: usize, about: usize, topic: &str, is_for_someone_else: bool) -> String {
    let whose = if is_for_someone_else { ", about the person you care for" } else { "" };
    format!("Question {number} of about {about}, topic: {topic}{whose}")
}

/// How to answer with one number of so many.
pub fn type_one(length: usize) -> String {
    format!("Type a number from 1 to {length} and press Enter.")
}

/// How to answer one question with so many options.
pub fn type_option(length: usize) -> String {
    format!("Type a number from 1 to {length}, or ? if you are not sure, and press Enter.")
}

/// How to answer a group of so many items in lines.
pub fn type_list(length: usize) -> String {
    format!(
        "Type the numbers that apply, from 1 to {length}, such as 1, 2. Not sure about number 2: type 2?. None of \
         these: type 0. Not sure about any: type ?."
    )
}

/// A number that names nothing.
pub fn no_such_number(number: &str, length: usize) -> String {
    format!("There is no number {number} here: they go from 1 to {length}. No answer was recorded.")
}

/// The same number twice.
pub fn typed_twice(number: usize) -> String {
    format!("You typed number {number} twice. No answer was recorded.")
}

/// A word that is no number.
pub fn not_a_number(word: &str) -> String {
    format!("\"{word}\" is not a number from the list. No answer was recorded.")
}

/// How many answers are kept from before.
pub fn kept(questions: usize) -> String {
    let questions = if questions == 1 { "1 question".to_owned() } else { format!("{questions} questions") };
    format!("Your answers to {questions} are kept. We ask about warning signs again, because they can change.")
}

/// The answer that marks no item, with the question in it.
pub fn none_of_these(question: &str) -> String {
    format!("None of these ({question})")
}

/// Where the list went.
pub fn saved_in(path: &str) -> String {
    format!("Your list is in {path}. Only you can read it.")
}

/// Above the answers, before the list is shown.
pub const YOUR_ANSWERS: &str = "Your answers";
/// The same where they are about somebody else.
pub const THEIR_ANSWERS: &str = "Your answers about the person you care for";
/// An answer was changed.
pub const CHANGED: &str = "Your answer is changed.";
/// No answer was changed.
pub const UNCHANGED: &str = "Nothing was changed.";
/// After the answers; the first shows the list.
pub const REVIEW: [&str; 3] = ["Show my list", "Change an answer", "Stop here"];
/// Which topic to change.
pub const WHICH_TOPIC: &str = "What do you want to change?";
/// Leaves the answers as they are.
pub const KEEP: &str = "Keep my answers as they are";

/// Above what to do with the answers.
pub const KEEP_ANSWERS: &str = "Do you want to save your answers, to go on another day?";
/// What to do with the answers when the person stops; the other choice is [`save_in`].
pub const LEAVE: &str = "Leave, and do not save my answers";
/// Whether saved answers are those of the person who sits here; the first is yes.
pub const ARE_THEY_YOURS: [&str; 2] =
    ["Yes, I gave them: go on with them", "No, they are not mine: start from the beginning"];

/// The file that is offered, with a number where the name before it is taken.
pub fn save_file(number: usize) -> String {
    if number == 1 { "jakcheck-answers.json".to_owned() } else { format!("jakcheck-answers-{number}.json") }
}

/// Saves the answers.
pub fn save_in(path: &str) -> String {
    format!("Save my answers in {path}")
}

/// When answers were saved.
pub fn saved_on(day: &str) -> String {
    format!("These answers were saved on {day}. Are they yours?")
}

/// Where the answers are, how to go on and how to delete them.
pub fn answers_saved(path: &str) -> [String; 4] {
    [
        format!("Your answers are in {path}."),
        format!("To go on: jakcheck ask --resume {path}"),
        "They are not secret to people who use this computer as you.".to_owned(),
        format!("To delete them: rm {path}. A deleted file can sometimes be brought back."),
    ]
}

/// What is said while asking.
#[derive(Debug)]
pub struct Asking {}
