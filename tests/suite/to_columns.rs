//! Answers in columns for a database: the same answers, without the lines that have mistakes.

use std::fs;

use jakcheck::model::Item;
use serde_json::{Value, json};

use crate::support::random::Random;
use crate::support::records::{csv, line, records};
use crate::support::{built_in, run, text};

#[test]
fn answers_in_columns_are_the_same_answers() {
    let records = records(built_in(), &mut Random::new(), 300);
    let lines: String = records.iter().enumerate().map(|(number, record)| line(built_in(), number, record)).collect();
    let table = run(&["batch", "--to-columns", "--format", "csv"], &lines);
    assert!(table.status.success());
    assert_eq!(text(&table.stdout), csv(built_in(), &records));
    // A table is also an input, and both give lines.
    let lines_again = run(&["batch", "--to-columns"], &lines);
    let from_table = run(&["batch", "--to-columns", "--from", "csv"], &csv(built_in(), &records));
    assert!(lines_again.stdout == from_table.stdout);
    let names: Vec<String> = built_in().items().map(Item::column).collect();
    for (number, (written, record)) in text(&lines_again.stdout).lines().zip(&records).enumerate() {
        let mut written: Value = serde_json::from_str(written).unwrap();
        let members = written.as_object_mut().unwrap();
        assert_eq!(members.remove("id"), Some(json!(number.to_string())));
        let expected =
            names.iter().zip(record).filter_map(|(name, answer)| Some((name.clone(), json!(answer.as_ref()?))));
        assert_eq!(*members, expected.collect::<serde_json::Map<String, Value>>());
    }
}

#[test]
fn bad_lines_are_left_out_of_columns() {
    let lines =
        "{\"id\": \"a\", \"smoking\": \"past\"}\n{\"id\": \"b\", \"smoking\": \"often\"}\n\n{\"id\": \"=1+1\"}\n";
    for threads in ["1", "2"] {
        let table = run(&["batch", "--to-columns", "--format", "csv", "--threads", threads], lines);
        assert_eq!(table.status.code(), Some(3));
        let rows = text(&table.stdout);
        let ids: Vec<&str> = rows.lines().filter_map(|row| row.split(',').next()).collect();
        // A database needs the exact value.
        assert_eq!(ids, ["id", "a", "=1+1"]);
        let told = text(&table.stderr);
        let (error, rest) = told.split_once('\n').unwrap();
        let error: Value = serde_json::from_str(error).unwrap();
        assert_eq!((&error["line"], &error["error"]["code"]), (&json!(2), &json!("unknown_option")));
        insta::assert_snapshot!("answers_in_columns_with_a_mistake", rest);
    }
    let quiet = run(&["batch", "--to-columns", "-q"], lines);
    assert_eq!(text(&quiet.stderr).lines().count(), 2);
}

#[test]
fn whose_answers_they_are_has_no_column_and_that_is_said() {
    let lines =
        "{\"for\": \"self\", \"smoking\": \"past\"}\n{\"for\": null, \"id\": \"a\"}\n{\"for\": \"someone_else\"}\n";
    for arguments in [&["batch", "--to-columns"][..], &["batch", "--to-columns", "--format", "csv", "--threads", "2"]] {
        let columns = run(arguments, lines);
        assert!(columns.status.success() && !text(&columns.stdout).contains("someone_else"));
        let said = text(&columns.stderr);
        assert!(said.ends_with("2 records say `for`, which has no column and was left out.\n"), "{said}");
    }
    for (arguments, lines) in [(&["batch", "--to-columns"][..], "{\"for\": \"\"}\n"), (&["batch"], lines)] {
        assert!(!text(&run(arguments, lines).stderr).contains("`for`"), "{lines}");
    }
}

#[test]
fn bad_lines_are_reported_once_and_in_order() {
    let line = |number: usize| {
        let smoking = if number.is_multiple_of(10) { "often" } else { "past" };
        format!("{{\"id\": \"{number}\", \"smoking\": \"{smoking}\"}}\n")
    };
    let lines: String = (1..=60_000).map(line).collect();
    let folder = tempfile::tempdir().unwrap();
    let (people, path) = (folder.path().join("people.ndjson"), folder.path().join("answers.ndjson"));
    fs::write(&people, lines).unwrap();
    let batch = ["batch", "-q", "--to-columns", people.to_str().unwrap()];
    let runs = ["1", "2", "4"].map(|threads| run(&[&batch[..], &["--threads", threads]].concat(), ""));
    let told = text(&runs[0].stderr);
    let named = told.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()?["line"].as_u64());
    assert!(named.eq((10..=60_000).step_by(10)));
    assert_eq!(text(&runs[0].stdout).lines().count(), 54_000);
    for other in &runs[1..] {
        assert!(other.stdout == runs[0].stdout && other.stderr == runs[0].stderr, "the threads change something");
    }
    let written = run(&[&batch[..], &["--output", path.to_str().unwrap()]].concat(), "");
    assert!(written.status.code() == Some(3) && written.stderr == runs[0].stderr);
    assert!(fs::read(&path).unwrap() == runs[0].stdout);
}
