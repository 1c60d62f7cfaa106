//! The questionnaire: its flow with a scripted asker, and line mode with typed text.

use std::io;

use jakcheck::ask::session::Session;
use jakcheck::ask::{self, End, Reply};
use jakcheck::model::Answer;
use jakcheck::model::{Now, Question, Whose};
use jakcheck::pages::report::Report;
use jakcheck::render::json;
use jakcheck::text::language;

use crate::support::script::{Script, answer, typed, without_breaks};
use crate::support::{answers, built_in, day, options_of, run, text, text_of};

#[test]
fn the_emergency_text_comes_before_the_first_question() {
    let mut session = Session::new(built_in());
    let mut script = Script::new(|_: &Question, _| Reply::Stop);
    assert_eq!(ask::run(&mut session, &mut script, day()).unwrap(), End::Stopped);
    assert!(script.shown.starts_with(language().safety.emergency_lead));
    assert_eq!(script.asked, ["symptoms_now"]);
}

#[test]
fn every_question_is_asked_once_in_order_unless_it_is_left_out() {
    for (illness, last) in
        [("ra", "prior_biologic"), ("ad", "prior_other_systemic"), ("not_sure", "prior_other_systemic")]
    {
        let mut session = Session::new(built_in());
        let mut script = Script::new(|question: &Question, _| answer(question, &[("condition", illness)]));
        assert_eq!(ask::run(&mut session, &mut script, day()).unwrap(), End::Finished);
        let all: Vec<&str> = built_in().questions().iter().map(|question| question.id.as_str()).collect();
        assert_eq!(script.asked, all[..=all.iter().position(|id| *id == last).unwrap()]);
    }
}

#[test]
fn an_emergency_is_announced_at_once_and_offers_to_stop() {
    for (reported, now) in [("yes", Now::Emergency), ("not_sure", Now::MaybeEmergency)] {
        let said = (language().safety.urgent_line)(now);
        let reply = move |question: &Question, _| answer(question, &[("symptoms_now.heart_attack", reported)]);
        let mut session = Session::new(built_in());
        let mut script = Script::new(reply);
        assert_eq!(ask::run(&mut session, &mut script, day()).unwrap(), End::Stopped);
        assert!(without_breaks(&script.shown).contains(&said), "{reported}");
        assert_eq!(script.asked, ["symptoms_now"]);

        let mut session = Session::new(built_in());
        let mut script = Script::new(reply);
        script.choices = vec![0, 1];
        assert_eq!(ask::run(&mut session, &mut script, day()).unwrap(), End::Finished);
        assert_eq!(without_breaks(&script.shown).matches(&said).count(), 2, "first and last, once");
    }
}

#[test]
fn a_new_emergency_after_going_back_is_announced_again() {
    // Start; chest pain not sure; go on; back; chest pain yes; stop.
    let (end, session, output) = typed("1\n1?\n2\nb\n3\n1\n");
    assert_eq!(end.unwrap(), End::Stopped);
    assert_eq!(session.emergency(), Some(Now::Emergency));
    let output = without_breaks(&output);
    for now in [Now::MaybeEmergency, Now::Emergency] {
        let said = (language().safety.urgent_line)(now);
        assert_eq!(output.matches(&said).count(), 2, "{output}");
    }
}

#[test]
fn a_line_that_is_too_long_records_no_answer() {
    let (end, session, output) = typed(&format!("1\n0\n1{}2\n3\ns\n", " ".repeat(5000)));
    assert_eq!(end.unwrap(), End::Stopped);
    let stage = built_in().find_item("stage").unwrap();
    assert_eq!(session.answers().answer(stage.index), options_of(stage)[2].0);
    assert!(output.contains(language().asking.line_too_long));
}

#[test]
fn going_back_changes_an_answer_and_drops_answers_to_questions_now_left_out() {
    // Eczema first; back from the last question, which is for eczema only, to the illness; then arthritis.
    let mut session = Session::new(built_in());
    let mut has_gone_back = false;
    let mut script = Script::new(|question: &Question, asked: usize| {
        if asked == 28 {
            has_gone_back = true;
        }
        if has_gone_back && question.id != *"condition" && asked < 28 + 25 {
            return Reply::Back;
        }
        let illness = if has_gone_back { "ra" } else { "ad" };
        answer(question, &[("condition", illness), ("prior_other_systemic", "tried")])
    });
    assert_eq!(ask::run(&mut session, &mut script, day()).unwrap(), End::Finished);
    let given = session.answers();
    let last = built_in().find_item("prior_other_systemic").unwrap();
    assert_eq!(given.answer(last.index), Answer::Unanswered);
    assert_eq!(script.asked.last().unwrap(), "prior_biologic");
}

#[test]
fn back_at_the_first_question_asks_again_for_whom_the_answers_are() {
    let mut session = Session::new(built_in());
    let mut script = Script::new(|_: &Question, asked| if asked == 1 { Reply::Back } else { Reply::Stop });
    script.choices = vec![0, 1];
    assert_eq!(ask::run(&mut session, &mut script, day()).unwrap(), End::Stopped);
    assert_eq!(script.shown.matches(language().asking.begin_lead).count(), 2);
    assert!(session.is_for_someone_else());
    assert_eq!(script.asked, ["symptoms_now", "symptoms_now"]);
}

#[test]
fn the_short_check_asks_twelve_questions() {
    let mut session = Session::short(built_in());
    let mut script = Script::new(|question: &Question, _| answer(question, &[]));
    assert_eq!(ask::run(&mut session, &mut script, day()).unwrap(), End::Finished);
    assert_eq!(script.asked.len(), 12);
    let report = Report::new(&session.answers(), day());
    assert!(report.unanswered.references().contains(&"allergy"));
}

#[test]
fn answers_for_somebody_else_begin_with_who_you_means() {
    let (end, session, output) = typed("2\n0\ns\n");
    assert_eq!(end.unwrap(), End::Stopped);
    assert!(session.is_for_someone_else() && output.contains(language().asking.you_is_someone));
    assert_eq!(session.answers().whose, Some(Whose::SomeoneElses));
    let report = Report::new(&session.answers(), day());
    assert!(report.notice().starts_with(&[language().asking.you_is_someone.to_owned()]));
    assert!(text_of(&report, 80).contains(language().asking.you_is_someone));
}

#[test]
fn going_back_after_a_resume_keeps_later_answers() {
    let before = answers(r#"{"symptoms_now": ["none"], "stage": "thinking", "medicine": "baricitinib"}"#);
    let mut session = Session::new(built_in()).resumed(&before);
    // The warning signs are always asked again, and nothing comes before them.
    assert_eq!(session.question().unwrap().id, *"symptoms_now");
    assert!(!session.back());
    let medicine = built_in().find_item("medicine").unwrap();
    assert_eq!(session.answers().answer(medicine.index), before.answer(medicine.index));
    session.record(&[]);
    assert_eq!(session.question().unwrap().id, *"condition");
    assert!(session.back());
    assert_eq!(session.question().unwrap().id, *"medicine");
}

#[test]
fn progress_is_printed_in_words() {
    let mut session = Session::new(built_in());
    let progress = session.progress().unwrap();
    assert_eq!((progress.number, progress.about), (1, 28));
    session.record(&[]);
    assert_eq!(session.progress().unwrap().topic, built_in().topic("treatment").unwrap().title);
}

#[test]
fn line_mode_accepts_numbers_lists_and_commands() {
    let (end, session, output) = typed("1\nw\n18\n\n8, 10?\n9\n3\ns\n");
    assert_eq!(end.unwrap(), End::Stopped);
    let given = session.answers();
    let of = |reference: &str| given.answer(built_in().find_item(reference).unwrap().index);
    let group = built_in().question("symptoms_now").unwrap();
    assert_eq!(of(&group.items[7].reference), options_of(&group.items[7])[0].0);
    assert_eq!(of(&group.items[9].reference), Answer::NotSure);
    assert_eq!(of(&group.items[0].reference), options_of(&group.items[0])[1].0);
    assert_eq!(of("stage"), options_of(built_in().find_item("stage").unwrap())[2].0);
    assert!(output.contains(&group.why[0]), "why was not said");
    for said in [
        (language().asking.no_such_number)("18", 17),
        language().asking.nothing_typed.to_owned(),
        (language().asking.no_such_number)("9", 5),
    ] {
        assert!(words(&output).contains(&said), "no `{said}` in {output}");
    }
    assert!(!output.contains(['\u{1b}', '\r']));
}

fn words(output: &str) -> String {
    output.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn enter_keeps_the_earlier_answer_in_line_mode() {
    // None of the signs; taking it now; back; Enter keeps it; then the medicine is asked again.
    let (end, session, output) = typed("1\n0\n3\nb\n\ns\n");
    assert_eq!(end.unwrap(), End::Stopped);
    let stage = built_in().find_item("stage").unwrap();
    assert_eq!(session.answers().answer(stage.index), options_of(stage)[2].0);
    assert!(words(&output).contains("You said before: Taking it now."), "{output}");
    assert_eq!(output.matches("Question 3 of").count(), 2, "{output}");
}

#[test]
fn a_question_is_printed_again_on_request() {
    let (_, _, output) = typed("1\nr\ns\n");
    assert_eq!(output.matches("Question 1 of").count(), 2, "{output}");
    assert_eq!(output.matches("16. ").count(), 2, "{output}");
}

#[test]
fn a_menu_repeats_the_choice_and_accepts_stop() {
    let (end, session, output) = typed("x\n4\ns\n");
    assert_eq!(end.unwrap(), End::Stopped);
    assert!(session.is_empty());
    for said in ["\"x\" is not a number or an answer", "There is no number 4 here", "You chose: Stop here"] {
        assert!(words(&output).contains(said), "no `{said}` in {output}");
    }
}

#[test]
fn an_unknown_choice_in_a_menu_is_an_error() {
    let mut session = Session::new(built_in());
    let mut script = Script::new(|_: &Question, _| Reply::Stop);
    script.choices = vec![3];
    let error = ask::run(&mut session, &mut script, day()).unwrap_err();
    assert_eq!(error.to_string(), language().asking.no_such_choice);
}

#[test]
fn the_alarm_stays_until_the_question_is_answered_again() {
    let mut session = Session::new(built_in());
    let signs = built_in().question("symptoms_now").unwrap();
    let Reply::Answered(answers) = answer(signs, &[("symptoms_now.stroke", "yes")]) else { panic!("no answer") };
    session.record(&answers);
    assert_eq!(session.alarm().raised(), Some(Now::Emergency));
    assert!(session.back());
    assert_eq!(session.alarm().raised(), Some(Now::Emergency), "going back takes nothing back");
    let Reply::Answered(answers) = answer(signs, &[]) else { panic!("no answer") };
    session.record(&answers);
    assert_eq!(session.alarm().raised(), None);
}

#[test]
fn only_an_emergency_raises_the_alarm() {
    // Not sure of an emergency, then of nothing; a fever is for the same day.
    let both = [("symptoms_now.stroke", "not_sure"), ("symptoms_now.serious_infection", "yes")];
    for (reported, raised) in [(&both[..], Some(Now::MaybeEmergencyOrSameDay)), (&both[1..], None)] {
        let mut session = Session::new(built_in());
        let Reply::Answered(answers) = answer(session.question().unwrap(), reported) else { panic!("no answer") };
        session.record(&answers);
        assert!(session.urgent().is_some());
        assert_eq!(session.alarm().raised(), raised, "{reported:?}");
    }
}

#[test]
fn the_menu_begins_or_goes_on() {
    let asking = &language().asking;
    for (begun, first) in [("{}", asking.begin_for_myself), (r#"{"stage": "thinking"}"#, asking.go_on_for_myself)] {
        let mut session = Session::new(built_in()).resumed(&answers(begun));
        let mut script = Script::new(|_: &Question, _| Reply::Stop);
        assert_eq!(ask::run(&mut session, &mut script, day()).unwrap(), End::Stopped);
        assert!(script.shown.contains(first), "{first}: {}", script.shown);
    }
}

#[test]
fn after_going_back_only_the_current_question_has_no_answer() {
    let mut session = Session::new(built_in());
    for _ in 0..4 {
        let question = session.question().unwrap();
        let Reply::Answered(answers) = answer(question, &[("condition", "ra")]) else { panic!("no answer") };
        session.record(&answers);
    }
    assert!(session.back() && session.back() && session.back());
    let asked = session.question().unwrap();
    let kept = session.answers_to_keep();
    for question in &built_in().questions()[..4] {
        let is_kept = kept.answer(question.items[0].index) != Answer::Unanswered;
        assert_eq!(is_kept, question.id != *asked.id.as_str(), "{}", question.id);
    }
    let resumed = Session::new(built_in()).resumed(&kept);
    assert_eq!(resumed.answered().count(), 2, "the warning signs and the question asked then are asked again");
}

#[test]
fn a_sign_for_today_is_announced_at_once() {
    // A fever is for the same day; chest pain is an emergency.
    let (_, _, output) = typed("1\n8\ns\n");
    assert!(output.contains("TODAY: Call your doctor today."), "{output}");
    let (_, _, output) = typed("1\n8?\ns\n");
    assert!(without_breaks(&output).contains(&(language().safety.urgent_line)(Now::MaybeSameDay)), "{output}");
    let (_, _, output) = typed("1\n3\n2\ns\n");
    assert!(!output.contains("TODAY"), "{output}");
}

#[test]
fn line_mode_ends_with_the_emergency_text_after_an_emergency() {
    for (reply, now) in [("3", Now::Emergency), ("3?", Now::MaybeEmergency)] {
        let output = run(&["ask", "--accessible"], &format!("1\n{reply}\n2\n"));
        let stderr = text(&output.stderr);
        let last = (language().safety.urgent_now)(now).join(" ");
        assert!(stderr.trim_end().ends_with(&last), "{stderr}");
    }
}

#[test]
fn yes_is_announced_even_after_not_sure() {
    // Not sure of a sign for the same day, or of an emergency; then taking it now, with an infection now.
    for (sign, before, now) in [
        ("symptoms_now.tb", Now::MaybeSameDay, Now::SameDay),
        ("symptoms_now.stroke", Now::MaybeEmergency, Now::MaybeEmergencyOrSameDay),
    ] {
        let reply = move |question: &Question, _| {
            answer(question, &[(sign, "not_sure"), ("stage", "taking_now"), ("infection_now", "yes")])
        };
        let mut session = Session::new(built_in());
        let mut script = Script::new(reply);
        script.choices = vec![0, 1];
        assert_eq!(ask::run(&mut session, &mut script, day()).unwrap(), End::Finished);
        let shown = without_breaks(&script.shown);
        let place =
            |now| shown.find(&(language().safety.urgent_line)(now)).unwrap_or_else(|| panic!("{now:?} is not said"));
        assert!(place(before) < place(now));
        assert_eq!(session.urgent(), Some(now));
    }
}

#[test]
fn every_question_says_whose_answers_they_are() {
    let (_, _, output) = typed("2\n0\n3\ns\n");
    assert_eq!(output.matches(language().asking.about_someone).count(), 3, "{output}");
    let (_, _, output) = typed("1\n0\n3\ns\n");
    assert!(!output.contains("the person you care for"), "{output}");
}

#[test]
fn an_early_end_of_input_names_the_question() {
    let (end, _, _) = typed("1\n0\n1\n");
    let error = end.unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::UnexpectedEof);
    assert_eq!(error.to_string(), "the input ended before question 3 was answered");
}

#[test]
fn line_mode_and_an_answers_document_give_the_same_report() {
    // Start; no symptom; then the first choice of everything, and a question mark now and then.
    let typed_answers = |question: &Question| match question.id.as_str() {
        "symptoms_now" => ("0", r#"["none"]"#.to_owned()),
        id if question.is_group => {
            let (first, second) = (&question.items[0].id, &question.items[1].id);
            let others = question
                .items
                .iter()
                .skip(2)
                .fold(String::new(), |text, item| text + &format!(r#", "{}": "no""#, item.id));
            if id == "heart_risks" {
                ("?", r#"["not_sure"]"#.to_owned())
            } else {
                ("1 2?", format!(r#"{{"{first}": "yes", "{second}": "not_sure"{others}}}"#))
            }
        }
        "smoking" => ("?", r#""not_sure""#.to_owned()),
        _ => ("1", format!(r#""{}""#, question.items[0].options[0].id)),
    };
    let asked = built_in().questions().iter().filter(|question| question.id != *"prior_other_systemic");
    let (mut lines, mut members) = ("1\n".to_owned(), Vec::new());
    for question in asked {
        let (line, value) = typed_answers(question);
        lines = lines + line + "\n";
        members.push(format!("\"{}\": {value}", question.id));
    }
    lines.push_str("1\n");
    let (end, session, _) = typed(&lines);
    assert_eq!(end.unwrap(), End::Finished);
    members.push("\"for\": \"self\"".to_owned());
    let print = |answers| json::render(&Report::new(answers, day())).unwrap();
    assert_eq!(print(&session.answers()), print(&answers(&format!("{{{}}}", members.join(", ")))));
}
