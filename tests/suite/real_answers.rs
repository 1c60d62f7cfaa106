//! Answers as other programs write them: what is missing, items by themselves, ids that are numbers. Nothing that is
//! missing ever becomes an answer.

use jakcheck::answers::container::is_enough;
use jakcheck::answers::{Answers, read};
use proptest::prelude::*;
use serde_json::json;

use crate::support::random::{Random, cases};
use crate::support::records::{csv, line, records};
use crate::support::ways::written;
use crate::support::{answers, built_in, random_answers, run, text, to_json};

fn read_from(text: &str) -> Answers<'static> {
    read(built_in(), "answers", text.as_bytes()).unwrap_or_else(|error| panic!("{text}\n{error}"))
}

/// Those answers, of nobody.
fn nameless(mut answers: Answers<'static>) -> Answers<'static> {
    answers.id = None;
    answers
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn the_same_answers_are_read_from_every_way_to_write_them(given in random_answers(), way in any::<u64>()) {
        prop_assert_eq!(nameless(read_from(&written(&given, way))), answers(&to_json(&given)));
    }
}

#[test]
fn what_is_missing_is_no_answer_anywhere() {
    let nothing = Answers::none(built_in());
    for missing in ["null", "\"\""] {
        for key in ["id", "for"] {
            assert_eq!(read_from(&format!("{{\"{key}\": {missing}}}")), nothing, "{key} {missing}");
        }
        for question in built_in().questions() {
            assert_eq!(read_from(&format!("{{\"{}\": {missing}}}", question.id)), nothing, "{} {missing}", question.id);
        }
        for item in built_in().items() {
            for key in [item.reference.clone(), item.column()] {
                assert_eq!(read_from(&format!("{{\"{key}\": {missing}}}")), nothing, "{key} {missing}");
            }
        }
        let group = read_from(&format!(r#"{{"heart_history": {{"stroke": {missing}, "angina": "no"}}}}"#));
        assert_eq!(group, answers(r#"{"heart_history": {"angina": "no"}}"#));
        // A group without any answer says nothing, and was not left empty by mistake.
        assert_eq!(read_from(&format!(r#"{{"heart_history": {{"stroke": {missing}}}}}"#)), nothing);
    }
    // What is missing can stand beside the same item by itself.
    let both = read_from(r#"{"heart_history__stroke": "yes", "heart_history": {"stroke": null, "angina": "no"}}"#);
    assert_eq!(both, answers(r#"{"heart_history": {"stroke": "yes", "angina": "no"}}"#));
}

#[test]
fn a_whole_number_is_an_id_as_it_is_written() {
    for number in ["17", "0", "-12", "9007199254740993", "123456789012345678901234567890"] {
        assert_eq!(read_from(&format!("{{\"id\": {number}}}")).id.as_deref(), Some(number));
        let result = run(&["batch", "-q"], &format!("{{\"id\": {number}}}\n"));
        assert!(text(&result.stdout).contains(&format!("\"id\":\"{number}\"")), "{number}");
    }
    for number in ["1.0", "1e3", "-1.5", "12E+2"] {
        assert!(read(built_in(), "answers", format!("{{\"id\": {number}}}").as_bytes()).is_err(), "{number}");
    }
}

#[test]
fn blanks_around_an_id_are_no_part_of_it_as_in_a_table() {
    for (id, expected) in [
        (" p1", Some("p1")),
        ("p1\\u00a0\\t ", Some("p1")),
        ("p  1", Some("p  1")),
        (" ", None),
        ("\\t\u{a0}", None),
        ("\u{2003}p1", Some("\u{2003}p1")),
    ] {
        let line = format!("{{\"id\": \"{id}\", \"smoking\": \"past\"}}\n");
        assert_eq!(read_from(&line).id.as_deref(), expected, "{line}");
        let results = run(&["batch", "-q"], &line);
        // What is written as a table is read back as the same person.
        let table = run(&["batch", "-q", "--to-columns", "--format", "csv"], &line);
        let again = run(&["batch", "-q", "--from", "csv"], &text(&table.stdout));
        assert_eq!(text(&again.stdout).replace("\"line\":2", "\"line\":1"), text(&results.stdout), "{line}");
    }
    let long = format!("{{\"id\": \"{}\"}}", "x".repeat(200) + "   ");
    assert_eq!(read_from(&long).id, Some("x".repeat(200)));
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    let marked = "\u{feff}{\"id\":\"p1\",\"smoking\":\"past\"}\n";
    assert_eq!(read_from(marked), answers(r#"{"id": "p1", "smoking": "past"}"#));
    let plain = marked.strip_prefix('\u{feff}').unwrap();
    for arguments in [&["check"][..], &["batch"], &["batch", "--to-columns"]] {
        let (with, without) = (run(arguments, marked), run(arguments, plain));
        assert_eq!((with.status.code(), &with.stdout), (Some(0), &without.stdout), "{arguments:?}");
    }
    // The place of a mistake is that in the text.
    let mistake = run(&["check"], "\u{feff}{\"smoking\": \"often\"}");
    assert!(text(&mistake.stderr).contains("standard input:1:13"), "{}", text(&mistake.stderr));
}

#[test]
fn a_byte_order_mark_alone_is_no_record() {
    for nobody in ["\u{feff}", "\u{feff}\n", "\u{feff}\r\n \n\n"] {
        let result = run(&["batch"], nobody);
        assert_eq!((result.status.code(), text(&result.stdout).as_str()), (Some(3), ""), "{nobody:?}");
        assert!(text(&result.stderr).contains("no record at all"), "{nobody:?}: {}", text(&result.stderr));
    }
    // The first person behind a mark is screened before a second one comes.
    assert!(is_enough("\u{feff}{\"id\":\"p1\"}\n".as_bytes()) && !is_enough("\u{feff}\n".as_bytes()));
    // Files that were put together have marks in the middle.
    for threads in ["1", "2"] {
        let lines = "\u{feff}\n\u{feff}{\"id\":\"p1\"}\n\u{feff}\r\n{\"id\":\"p2\"}\n";
        let result = run(&["batch", "--threads", threads], lines);
        assert_eq!(result.status.code(), Some(0));
        let results = text(&result.stdout);
        assert!(
            results.contains("{\"line\":2,\"id\":\"p1\"") && results.contains("{\"line\":4,\"id\":\"p2\""),
            "{results}"
        );
        assert!(text(&result.stderr).contains("2 records checked, 2 blank lines skipped"), "{}", text(&result.stderr));
    }
}

#[test]
fn what_a_batch_writes_in_columns_a_batch_reads_back() {
    let records = records(built_in(), &mut Random::new(), 300);
    let lines: String = records.iter().enumerate().map(|(number, record)| line(built_in(), number, record)).collect();
    let columns = run(&["batch", "--to-columns"], &lines);
    let (once, again) = (run(&["batch", "-q"], &lines), run(&["batch", "-q"], &text(&columns.stdout)));
    assert!(once.status.success() && once.stdout == again.stdout);
    let table = run(&["batch", "-q", "--from", "csv"], &csv(built_in(), &records));
    assert!(text(&table.stdout).lines().count() == 300);
}

#[test]
fn a_value_that_says_neither_yes_nor_no_is_refused_with_what_to_do() {
    for (answers, hint) in [
        (json!({"heart_history": {"stroke": true}}), "not ticked"),
        (json!({"heart_history__stroke": false}), "not ticked"),
        (json!({"smoking": true}), "not ticked"),
        (json!({"heart_history": {"stroke": 0}}), "write a word"),
        (json!({"smoking": 1}), "write a word"),
        (json!({"heart_history": {"stroke": ["no"]}}), "out of the brackets"),
        (json!({"smoking": ["past"]}), "out of the brackets"),
        (json!({"id": ["p1"]}), "out of the brackets"),
        (json!({"for": ["self"]}), "out of the brackets"),
        (json!({"heart_history": []}), "[\"none\"]"),
        (json!({"heart_history": {}}), "[\"none\"]"),
        (json!({"heart_history": [{"stroke": "yes"}]}), "out of the brackets"),
        (json!({"heart_history": [{"stroke": "yes"}, {"angina": "no"}]}), "the items are"),
        (json!({"heart_history": false}), "not ticked"),
        (json!({"heart_history": "TRUE"}), "not ticked"),
        (json!({"heart_history": [true]}), "not ticked"),
        (json!({"heart_history": 1}), "a number can mean anything"),
        (json!({"heart_history": "0"}), "a number can mean anything"),
        (json!({"heart_history": [0, 1]}), "a number can mean anything"),
        (json!({"heart_history": "yes"}), "or a list of the items that are yes"),
        (json!({"id": {"$oid": "p1"}}), "out of the brackets"),
        (json!({"id": true}), "write it in quotes"),
        (json!({"smoking": {"past": "yes"}}), "the options are"),
    ] {
        let error = read(built_in(), "answers", answers.to_string().as_bytes()).unwrap_err().to_string();
        assert!(error.contains(hint), "{answers}\n{error}");
    }
}

#[test]
fn a_value_with_nothing_in_it_is_not_to_be_taken_out_of_it() {
    for empty in ["[]", "{}", "[ ]", "{\t}"] {
        for answers in [
            format!("{{\"id\": {empty}}}"),
            format!("{{\"for\": {empty}}}"),
            format!("{{\"smoking\": {empty}}}"),
            format!("{{\"heart_history__stroke\": {empty}}}"),
            format!("{{\"heart_history\": {{\"stroke\": {empty}}}}}"),
            format!("{{\"heart_history\": [{empty}]}}"),
        ] {
            let error = read(built_in(), "answers", answers.as_bytes()).unwrap_err().to_string();
            assert!(error.starts_with("error[wrong_type]"), "{answers}\n{error}");
            assert!(error.contains("hint: nothing is in it: leave the key out, or write null"), "{answers}\n{error}");
        }
    }
}

#[test]
fn a_number_that_json_does_not_have_is_refused_with_what_to_write() {
    for word in ["NaN", "Infinity", "-Infinity"] {
        for line in [
            format!(r#"{{"smoking": {word}}}"#),
            format!(r#"{{"id": "ü", "heart_history": {{"stroke":{word}}}}}"#),
            format!(r#"{{"bmi": {word}, "smoking": "past"}}"#),
            format!("{{\"bmi\":\n[1, {word}]}}"),
        ] {
            let error = read(built_in(), "answers", line.as_bytes()).unwrap_err().to_string();
            assert!(error.starts_with("error[bad_json]") && error.contains("write null"), "{line}: {error}");
        }
        // It cannot be passed over, so nobody is screened by what is left.
        let left_out = run(&["batch", "-q", "--ignore", "bmi"], &format!("{{\"bmi\": {word}}}\n{{}}\n"));
        let results = text(&left_out.stdout);
        assert!(results.lines().count() == 2 && results.matches("write null").count() == 1, "{results}");
    }
    for line in ["{\"smoking\": Never}", "{\"smoking\": }", "{\"smoking\": \"NaN}"] {
        let error = read(built_in(), "answers", line.as_bytes()).unwrap_err().to_string();
        assert!(!error.contains("NaN"), "{error}");
    }
}

#[test]
fn keys_are_left_out_by_name_and_counted() {
    let lines = concat!(
        r#"{"id": "p1", "submitted_at": "2026-01-02", "smoking": "past"}"#,
        "\n",
        r#"{"id": "p2", "submitted_at": null, "form": {"page": [1]}, "smoking": "never"}"#,
        "\n",
    );
    let plain = "{\"id\": \"p1\", \"smoking\": \"past\"}\n{\"id\": \"p2\", \"smoking\": \"never\"}\n";
    let (left_out, wanted) = (run(&["batch", "--ignore", "submitted_at,form"], lines), run(&["batch"], plain));
    assert!(left_out.status.success(), "{}", text(&left_out.stderr));
    assert_eq!(text(&left_out.stdout), text(&wanted.stdout));
    assert!(text(&left_out.stderr).contains("3 keys of objects were left out."), "{}", text(&left_out.stderr));
    // Nothing is left out that was not named.
    let one = run(&["batch", "--ignore", "form"], lines);
    assert_eq!(one.status.code(), Some(3));
    assert_eq!(text(&one.stdout).matches("unknown_question").count(), 2);
    // What is left out is not read, not even where its name is that of a question.
    let question = run(&["batch", "-q", "--ignore", "smoking"], "{\"smoking\": \"past\"}\n");
    assert_eq!(text(&question.stdout), text(&run(&["batch", "-q"], "{}\n").stdout));
}

#[test]
fn a_name_that_is_left_out_is_met_however_it_is_written() {
    let wanted = text(&run(&["batch"], "{\"id\": \"p1\"}\n").stdout);
    for (key, name) in [
        ("heart_history__stroke", "heart_history.stroke"),
        ("heart_history.stroke", "heart_history__stroke"),
        ("heart_history__stroke", " heart_history__stroke"),
        (" mail\u{a0}", "mail"),
        ("visit date", "visit date "),
        ("", ""),
    ] {
        let line = format!("{{\"id\": \"p1\", \"{key}\": \"yes\"}}\n");
        for threads in ["1", "2"] {
            let one = run(&["batch", "--threads", threads, "--ignore", name], &line);
            assert_eq!(text(&one.stdout), wanted, "{key:?}");
            assert!(text(&one.stderr).ends_with("1 key of objects was left out.\n"), "{}", text(&one.stderr));
        }
    }
    // What no record has is told: it may be written in another way.
    let lines = "{\"id\": \"p1\", \"mail\": \"a\"}\n{\"form\": 1, \"smoking\": 1}\n";
    let said = run(&["batch", "--ignore", "mail,form,note, visit\u{1b}"], lines);
    let expected = "1 key of objects was left out.\nNothing has this name of --ignore: `note`, `visit\\u{1b}`.\n";
    assert!(text(&said.stderr).ends_with(expected), "{}", text(&said.stderr));
    assert_eq!(text(&run(&["batch", "-q", "--ignore", "mail,note"], lines).stderr).lines().count(), 1);
}

#[test]
fn the_questions_are_listed_once_however_many_keys_are_unknown() {
    let lines = "{\"submitted_at\": 1, \"smokin\": \"past\"}\n{\"submitted_at\": 2}\n{}\n";
    for threads in ["1", "2"] {
        let output = run(&["batch", "--threads", threads], lines);
        let (results, said) = (text(&output.stdout), text(&output.stderr));
        assert!(results.lines().all(|line| !line.contains("heart_history,")), "{results}");
        assert_eq!(results.matches("give its name to --ignore").count(), 2, "{results}");
        assert!(results.contains("did you mean `smoking`?"), "{results}");
        assert_eq!(said.matches("heart_history").count(), 1, "{said}");
        assert!(said.contains("3 keys are no question. The questions are: symptoms_now, "), "{said}");
    }
    let check = run(&["check", "-"], "{\"submitted_at\": 1}");
    assert!(text(&check.stderr).contains("the questions are: symptoms_now, "), "nobody else lists them");
    let several = run(&["check", "-"], r#"{"smokin": "past", "mail": 1, "form": 2, "retired": {}, "visit": null}"#);
    let said = text(&several.stderr);
    assert_eq!(said.matches("error[unknown_question]").count(), 5, "{said}");
    assert_eq!(said.matches("the questions are: ").count(), 1, "{said}");
    assert_eq!(said.matches("hint: the questions are listed above\n").count(), 3, "{said}");
    assert!(said.find("the questions are: ") < said.find("are listed above") && said.contains("`smoking`?"), "{said}");
}
