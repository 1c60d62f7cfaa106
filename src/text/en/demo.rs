//! Texts about the example people. In English.

use crate::model::Urgent;
use crate::text::demo::{Card, Demo};

/// Texts about the example people.
pub(super) const DEMO: Demo = Demo {
    title: "Example people",
    how: "Print one with: jakcheck demo NAME. Change an answer with: jakcheck demo NAME --change smoking=never",
    person,
    card,
    about: "About this example",
    quiz: |name| format!("Quiz: {name}"),
    answers: "The answers",
    ask: [
        "Must something be done today, and why?",
        "Which cautions apply, and which answers raise them?",
        "What is worth finding out before the visit?",
    ],
    questions: "What would you ask the doctor?",
    solution: "Solution",
};

fn person(name: &str, urgent: Option<Urgent>, titles: &[&str]) -> String {
    let urgent = match urgent {
        Some(Urgent::Emergency) => "an emergency now. ",
        Some(Urgent::SameDay) => "something for the same day. ",
        None => "",
    };
    if titles.is_empty() {
        return format!("{name}: {urgent}no caution applies");
    }
    format!("{name}: {urgent}{}", titles.join("; "))
}

fn card(name: &str) -> Option<Card> {
    let (story, teaches) = match name {
        "chest_pain_now" => (
            ["Her chest has hurt since this morning.", "She opens the list to see if her tablet can be the cause."],
            "An emergency comes before everything else.",
        ),
        "mostly_not_sure" => (
            ["She starts next week, and her papers are at the clinic.", "She does not guess, and marks not sure."],
            "What is not sure stays open.",
        ),
        "nothing_applies" => {
            (["She starts a medicine for her joints.", "None of the questions fits her."], "No match is not a promise.")
        }
        "older_smoker" => (
            ["He has smoked for 40 years, and his joints ache.", "The tablet he takes now helps him."],
            "One habit stands behind several cautions.",
        ),
        "past_clot" => (
            ["He lost his hair and read about a new medicine.", "Years ago he had a clot in his leg."],
            "An old event can change the choice.",
        ),
        "past_heart_attack" => (["He had a heart attack two years ago.", "He also has diabetes."], "Risks add up."),
        "pregnant" => (
            ["She takes the medicine for her bowel.", "Today her pregnancy test was positive."],
            "Some things are for today.",
        ),
        "young_adult_on_the_pill" => (
            ["She has eczema and is about to start.", "She takes birth control pills."],
            "Birth control has two sides here.",
        ),
        _ => return None,
    };
    Some(Card { story, teaches })
}
