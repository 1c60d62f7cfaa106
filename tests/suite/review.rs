//! The review of all answers: what is open stands first, any answer can be changed, and the questions are counted.

use jakcheck::ask::session::Session;
use jakcheck::ask::{self, End, Reply};
use jakcheck::model::{Now, Question};
use jakcheck::text::language;

use crate::support::script::{Script, answer, without_breaks};
use crate::support::{built_in, day, options_of};

#[test]
fn a_changed_answer_asks_what_newly_applies_and_returns_to_the_review() {
    // Arthritis, so the last question is left out; on the review the illness becomes eczema.
    let mut session = Session::new(built_in());
    let mut script = Script::new(|question: &Question, asked: usize| {
        let illness = if asked > 27 { "ad" } else { "ra" };
        answer(question, &[("condition", illness), ("prior_other_systemic", "tried")])
    });
    // Start; change an answer; the second topic with questions; the third question in it; then show the list.
    script.choices = vec![0, 1, 1, 2, 0];
    assert_eq!(ask::run(&mut session, &mut script, day()).unwrap(), End::Finished);
    assert_eq!(script.asked[27..], ["condition", "prior_other_systemic"]);
    let last = built_in().find_item("prior_other_systemic").unwrap();
    assert_eq!(session.answers().answer(last.index), options_of(last)[0].0);
    assert_eq!(script.shown.matches("Illness: Eczema").count(), 1, "the second review");
}

#[test]
fn an_emergency_entered_on_the_review_is_said_at_once() {
    let mut session = Session::new(built_in());
    let mut script = Script::new(|question: &Question, asked: usize| {
        let now = if asked > 27 { "yes" } else { "no" };
        answer(question, &[("symptoms_now.stroke", now)])
    });
    // Start; change; warning signs; its one question; stop at the emergency.
    script.choices = vec![0, 1, 0, 0, 0];
    assert_eq!(ask::run(&mut session, &mut script, day()).unwrap(), End::Stopped);
    assert!(without_breaks(&script.shown).contains(&(language().safety.urgent_line)(Now::Emergency)));
}

#[test]
fn what_is_not_settled_stands_first_on_the_review() {
    let mut session = Session::new(built_in());
    let mut script = Script::new(|question: &Question, _| answer(question, &[("smoking", "not_sure")]));
    assert_eq!(ask::run(&mut session, &mut script, day()).unwrap(), End::Finished);
    let (_, review) = script.shown.split_once(language().asking.your_answers).unwrap();
    let place = |text: &str| review.find(text).unwrap_or_else(|| panic!("no `{text}` in {review}"));
    assert!(place(language().asking.not_sure_yet) < place("Smoking: not sure"));
    assert!(place("Smoking: not sure") < place("Warning signs now: none of these"));
    assert_eq!(review.matches("Smoking:").count(), 1);
}

#[test]
fn a_short_check_of_a_full_one_counts_its_own_questions() {
    let mut full = Session::new(built_in());
    while let Some(question) = full.question() {
        let Reply::Answered(answers) = answer(question, &[("condition", "ad")]) else { panic!("no answer") };
        full.record(&answers);
    }
    let mut short = Session::short(built_in()).resumed(&full.answers());
    short.record(&[]);
    assert_eq!(short.answered().count(), 28);
    for question in short.answered() {
        let progress = short.progress_of(question);
        assert!(progress.number <= progress.about && progress.about <= 13, "{}: {progress:?}", question.id);
    }
    let last = short.answered().filter(|question| question.short).last().unwrap();
    assert_eq!(short.progress_of(last).number, 12);
}
