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
pub const KEYS: &str = "Press the down arrow to begin, then Enter to choose. Esc goes back. Ctrl-C stops.";
/// Which keys to use in lines.
pub const LINE_KEYS: &str =
    "Type your answer and press Enter. At each question, w tells why we ask, b goes back and s stops.";
/// Before the first question: the first starts for oneself, the second for somebody else, the third stops.
pub const BEGIN: [&str; 3] =
    ["Start the questions, for myself", "Start the questions, for someone I care for", "Stop here"];
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
pub const NOT_SURE_OF_OTHERS: &str = "I am not sure about the others";
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
/// Not sure of every item of a group.
pub const ALL_NOT_SURE: &str = "not sure about any of these";
/// No item of a group.
pub const NONE_SAID: &str = "none of these";
/// What to do when an emergency was reported; the first stops.
pub const AFTER_EMERGENCY: [&str; 2] = ["Stop here and get help", "Go on with the questions"];
/// The person stopped.
pub const STOPPED: &str = "Stopped. No list was made.";
/// How to answer a question in lines.
pub const TYPE_ONE: &str = "Type a number and press Enter.";
/// How to answer a group in lines.
pub const TYPE_LIST: &str = "Type the numbers that apply, such as 2, 4. Type 4? if you are not sure of number 4. Type 0 for none of these, or ? if you are not sure of any.";
/// What else can be typed.
pub const COMMANDS: &str = "Or: w why do we ask, b go back, s stop.";
/// What else can be typed at the first question.
pub const FIRST_COMMANDS: &str = "Or: w why do we ask, s stop.";
/// Enter alone.
pub const NOTHING_TYPED: &str = "Nothing was typed. No answer was recorded.";
/// Not one of the numbers of a menu.
pub const NOT_IN_MENU: &str = "Type one of the numbers above, and press Enter.";
/// Not one of the numbers.
pub const NOT_A_NUMBER: &str = "That is not a number from the list. Type one of them, or ? for not sure.";
/// Not a list of the numbers.
pub const NOT_A_LIST: &str =
    "That is not a list of numbers. Type numbers from above such as 2, 4, or 0 for none, or ? for not sure.";
/// A mark for an item of a group: open, yes, not sure.
pub const MARKS: [&str; 3] = ["[ ]", "[yes]", "[not sure]"];

/// "Question 3 of about 20, topic Blood clots".
pub fn progress(number: usize, about: usize, topic: &str) -> String {
    format!("Question {number} of about {about}, topic: {topic}")
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
/// After the answers; the first shows the list.
pub const REVIEW: [&str; 3] = ["Show my list", "Change an answer", "Stop here"];
/// Which topic to change.
pub const WHICH_TOPIC: &str = "What do you want to change?";
/// Leaves the answers as they are.
pub const KEEP: &str = "Keep my answers as they are";

/// What to do with the answers when the person stops; the other choice is [`save_in`].
pub const LEAVE: &str = "Leave, and do not save my answers";
/// Whether saved answers are those of the person who sits here; the first is yes.
pub const ARE_THEY_YOURS: [&str; 2] = ["They are mine: go on with them", "They are not mine: start from the beginning"];

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
