//! How many keys somebody presses who knows the answers.

use crate::support::project;
use crate::support::pty::{ENTER, Terminal};

/// Answers with the row of each question, from the start of the program to its end, and counts the keys.
fn keys_of(arguments: &[&str], rows: &[&str]) -> usize {
    let arguments = [&["ask", "--date", "2026-12-01"], arguments].concat();
    let mut terminal = Terminal::start_in(project(), 80, 24, &arguments);
    terminal.wait_for("Stop here");
    let mut keys = terminal.choose("Start the questions, for myself");
    for (number, row) in (1..).zip(rows) {
        // The first question fills the window: its number is out of sight.
        if number == 1 {
            terminal.wait_for_a_row("Why do we ask?");
        } else {
            terminal.wait_for_question(number);
        }
        keys += terminal.choose(row);
        if row.starts_with('[') {
            terminal.send(ENTER);
            keys += 1;
        }
    }
    terminal.wait_for_a_row("Show my list");
    keys += terminal.choose("Show my list");
    terminal.wait_for("Page 1 of");
    terminal.type_key("q");
    terminal.wait_for_a_row("Finish");
    keys += 1 + terminal.choose("Finish");
    assert_eq!(terminal.exit(), 0, "{}", terminal.contents());
    keys
}

#[test]
fn a_whole_run_takes_at_most_70_keys() {
    let none = "None of these";
    let rows = [
        none,
        "Taking it now",
        "Tofacitinib",
        "Ulcerative colitis",
        "65 or older",
        "Yes",
        none,
        "[ ] Heart attack",
        none,
        "Yes, in the past",
        "No",
        none,
        none,
        "Yes, and it was negative",
        "No",
        "No",
        "No",
        "No, or it does not apply",
        "No, or it does not apply",
        "No",
        none,
        none,
        "No",
        none,
        none,
        "No, I have not tried it",
        "No, I have not tried one",
        "I am not sure",
    ];
    let keys = keys_of(&[], &rows);
    println!("a whole run: {keys} keys");
    assert!(keys <= 70, "{keys} keys");
}

#[test]
fn a_short_run_takes_at_most_36_keys() {
    let rows = [
        "None of these",
        "Taking it now",
        "Tofacitinib",
        "65 or older",
        "Yes",
        "[ ] Heart attack",
        "Yes, in the past",
        "No",
        "No",
        "No, or it does not apply",
        "I am not sure",
        "No, I have not tried one",
    ];
    let keys = keys_of(&["--short"], &rows);
    println!("a short run: {keys} keys");
    assert!(keys <= 36, "{keys} keys");
}

#[test]
fn chest_pain_is_reported_with_at_most_6_keys() {
    for columns in [80, 100] {
        let mut terminal = Terminal::start(columns, 24, &["ask"]);
        terminal.wait_for("Stop here");
        let mut keys = terminal.choose("Start the questions, for myself");
        terminal.wait_for_a_row("None of these");
        keys += terminal.choose("[ ] Chest pain");
        terminal.wait_for("URGENT: Call your local emergency number now.");
        println!("chest pain: what to do now after {keys} keys");
        terminal.send(ENTER);
        terminal.wait_for_a_row("Stop here and get help");
        assert!(keys < 6, "{keys} keys and Enter");
        assert_eq!(terminal.choose("Stop here and get help"), 2);
        assert_eq!(terminal.exit(), 130);
        assert!(terminal.contents().trim_end().ends_with("Do not wait to read this list."), "{}", terminal.contents());
    }
}
