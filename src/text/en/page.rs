//! Texts of the questionnaire as a page for a browser. In English.

use crate::text::page::PageText;

/// Texts of the questionnaire as a page for a browser.
pub(super) const PAGE: PageText = PageText {
    title: "Questions about JAK inhibitors",
    promises: [
        "This page sends nothing and keeps nothing.",
        "When you close it or load it again, your answers are gone.",
    ],
    intended_use: "This page helps you get ready to talk with your doctor.",
    for_someone_else: "I answer for someone I care for",
    about_you: "About you",
    start: "Start",
    go_on: "Continue",
    back: "Back",
    change: "Change",
    start_again: "Start again",
    print: "Print",
    save: "Save my answers",
    load: "Load answers",
    not_read: "This file could not be read. Choose a file of answers that this page or jakcheck saved.",
    file: "jakcheck-answers.json",
    paper_link: "A form to print and fill in by hand",
    leave_paper: "Answer on this screen instead",
    paper: "Questions about JAK inhibitors, to fill in by hand",
    paper_how: [
        "Mark one box at each question, and each box that is so where several can be.",
        "If you do not know, mark not sure. Take this form to your doctor.",
    ],
    progress,
    problem: "There is a problem",
    error: "Error: ",
    choose: "Choose an answer. If you do not know, choose: I am not sure.",
    mark: "Mark what is so. If nothing is, mark: None of these.",
    none: "None of these",
    not_sure_item: "Not sure",
    marks_removed: "The marks that do not fit this one were taken away.",
    saved: "Your browser saves the file jakcheck-answers.json. Other people who use this device may be able to read it.",
    not_sure_rest: "I am not sure about the rest",
    review: "Check your answers",
    no_answer: "No answer",
    emergency: "Call for help now",
};

fn progress(number: usize, about: usize, topic: &str) -> String {
    format!("Question {number} of about {about}, topic {topic}")
}
