//! Answers typed in lines: in words as well as in numbers, with instructions given once.

use jakcheck::ask::End;
use jakcheck::model::Answer;
use jakcheck::text::language;

use crate::support::script::{typed, without_breaks};
use crate::support::{built_in, options_of};

#[test]
fn words_are_taken_beside_numbers() {
    // Start; none; the stage by its label, the medicine by its id, the illness by a beginning, the age with a full stop.
    let (end, session, output) =
        typed("start the questions, for myself\nno\nTaking it now\ntofacitinib\nrheum\n3.\nno\nstop\n");
    assert_eq!(end.unwrap(), End::Stopped, "{output}");
    for (reference, option) in [
        ("symptoms_now.stroke", "no"),
        ("stage", "taking_now"),
        ("medicine", "tofacitinib"),
        ("condition", "ra"),
        ("age_band", "50_to_64"),
        ("clot_history", "no"),
    ] {
        let item = built_in().find_item(reference).unwrap();
        let wanted = options_of(item).into_iter().find(|(_, id)| id == option).unwrap().0;
        assert_eq!(session.answers().answer(item.index), wanted, "{reference}");
    }
}

#[test]
fn wide_digits_are_digits_and_items_have_names() {
    let (end, session, output) = typed("\u{ff11}\nfever, a painful rash?\n\u{ff13}\ns\n");
    assert_eq!(end.unwrap(), End::Stopped, "{output}");
    let signs = built_in().question("symptoms_now").unwrap();
    let given = |place: usize| session.answers().answer(signs.items[place].index);
    assert_eq!((given(0), given(7), given(8)), (Answer::NO, Answer::YES, Answer::NotSure));
}

#[test]
fn a_word_that_could_be_several_answers_is_none() {
    let (_, session, output) = typed("1\n0\nyes please\ns\n");
    assert!(without_breaks(&output).contains(&(language().asking.not_an_answer)("yes please")), "{output}");
    let stage = built_in().find_item("stage").unwrap();
    assert_eq!(session.answers().answer(stage.index), Answer::Unanswered);
    // "Chest" begins one sign, "swollen" begins two.
    let (_, _, output) = typed("1\nswollen\ns\n");
    assert!(without_breaks(&output).contains(&(language().asking.more_than_one)("swollen")), "{output}");
}

#[test]
fn instructions_are_given_once_and_then_on_demand() {
    // A group and two others; then help.
    let (_, _, output) = typed("1\n0\n3\n2\nh\nx\ns\n");
    let output = without_breaks(&output);
    assert_eq!(output.matches("Not sure about number 2: type 2?.").count(), 1, "{output}");
    assert_eq!(output.matches("or ? if you are not sure, and press Enter.").count(), 2, "once, and on demand");
    assert_eq!(output.matches("w why do we ask").count(), 3, "{output}");
    assert!(output.ends_with("Type a number from 1 to 13, or h for help."), "{output}");
}

#[test]
fn who_is_not_sure_about_any_sign_is_told_when_to_call() {
    let (end, session, output) = typed("1\n?\n1\n");
    assert_eq!(end.unwrap(), End::Stopped);
    let now = session.urgent().unwrap();
    let said = (language().safety.urgent_line)(now);
    assert!(said.contains("You were not sure") && said.contains("If you might have it now, call"), "{said}");
    assert_eq!(without_breaks(&output).matches(&said).count(), 2, "{output}");
    assert!(!output.contains("Call your local emergency number now."), "these are the words for yes: {output}");
}

#[test]
fn who_is_under_age_is_told_at_once_what_that_means() {
    let said = "This list is for adults. Uses and doses are different for children. Ask a doctor who treats children.";
    let (_, _, output) = typed("1\n0\n3\n2\n1\n1\ns\n");
    let output = without_breaks(&output);
    assert_eq!(output.matches(said).count(), 1, "{output}");
    assert!(output.find(said) < output.find("Question 6 of"), "{output}");
    // Back, and the same again: it was said.
    let (_, _, output) = typed("1\n0\n3\n2\n1\n1\nb\n\ns\n");
    assert_eq!(without_breaks(&output).matches(said).count(), 2, "{output}");
    let (_, _, output) = typed("1\n0\n3\n2\n1\n2\ns\n");
    assert!(!without_breaks(&output).contains(said), "{output}");
}
