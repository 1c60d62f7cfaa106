//! Real sessions in a pseudo-terminal, read from a virtual screen.

use std::fs;

use portable_pty::CommandBuilder;

use crate::support::project;
use crate::support::pty::{DOWN, END, ENTER, HOME, Terminal, UP};

#[test]
fn the_emergency_text_is_shown_before_the_first_question() {
    let mut terminal = Terminal::start(80, 24, &["ask"]);
    terminal.wait_for("Stop here");
    insta::with_settings!({ prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("screen_before_the_first_question", terminal.contents());
    });
    terminal.choose("Start the questions");
    terminal.wait_for("None of these");
    terminal.choose("Stop here");
    assert_eq!(terminal.exit(), 130);
    assert!(!terminal.is_cursor_hidden());
}

#[test]
fn moving_in_a_list_redraws_it_cleanly() {
    let mut terminal = Terminal::start(80, 24, &["ask"]);
    terminal.start_the_questions();
    terminal.wait_for("None of these");
    terminal.choose("None of these");
    terminal.wait_for("Where are you with this medicine?");
    for _ in 0..5 {
        terminal.press(DOWN);
    }
    terminal.wait_for_row("Just learning about it");
    let screen = terminal.contents();
    assert_eq!(screen.matches("Where are you with this medicine?").count(), 1, "{screen}");
    assert_eq!(screen.matches("About to start").count(), 1, "{screen}");
    assert_eq!(screen.matches("None of these").count(), 0, "the list before is gone:\n{screen}");
}

#[test]
fn enter_without_a_mark_records_nothing() {
    let mut terminal = Terminal::start(80, 24, &["ask"]);
    terminal.start_the_questions();
    terminal.wait_for("None of these");
    // However often, it is said in one line.
    for _ in 0..3 {
        terminal.press_for_an_answer(ENTER);
        terminal.wait_for("Nothing is chosen yet.");
    }
    assert_eq!(terminal.contents().matches("Nothing is chosen yet.").count(), 1, "{}", terminal.contents());
    terminal.press(DOWN);
    terminal.wait_for_row("[ ]");
    let screen = terminal.contents();
    assert!(!screen.contains("[yes]") && !screen.contains("URGENT"), "{screen}");
    terminal.choose("None of these");
    terminal.wait_for("Question 2 of about");
    terminal.wait_for("Stop here");
    terminal.send(ENTER);
    terminal.press(DOWN);
    terminal.wait_for_row("Thinking about it");
    assert!(!terminal.contents().contains("Question 3"));
}

#[test]
fn keys_move_to_their_line_and_no_way_round() {
    let mut terminal = Terminal::start(80, 24, &["ask"]);
    terminal.start_the_questions();
    terminal.wait_for_a_row("None of these");
    for (key, row) in [
        (END, "Stop here"),
        (DOWN, "Stop here"),
        (HOME, "[ ] Swollen"),
        (UP, "[ ] Swollen"),
        ("\u{1b}[6~", "Stop here"),
        ("\u{1b}[5~", "[ ] Swollen"),
        ("9", "[ ] A painful rash"),
        (DOWN, "[ ] Lasting cough"),
    ] {
        terminal.send(key);
        terminal.wait_for_row(row);
    }
    assert_eq!(terminal.choose("None of these"), 3, "two digits, and Enter");
    terminal.wait_for_question(2);
    terminal.press("3");
    terminal.wait_for_row("Taking it now");
    terminal.send(ENTER);
    terminal.wait_for_question(3);
}

#[test]
fn what_is_typed_or_pasted_as_text_chooses_nothing() {
    let mut terminal = Terminal::start(80, 24, &["ask"]);
    terminal.start_the_questions();
    terminal.wait_for_a_row("None of these");
    let page = "1 2 3\nI take it now. Call 555 0199.\n\n3\n".repeat(100);
    let pasted = ["just thinking", "yes please\r", "555 0199\r", "3\r", "18\r\r", " \r", "\r3\r", &page];
    let marked = pasted.iter().map(|text| format!("\u{1b}[200~{text}\u{1b}[201~"));
    for text in pasted.iter().map(|text| (*text).to_owned()).chain(marked) {
        // What was there before is no answer to what is pasted.
        terminal.send(HOME);
        terminal.wait_for_row("[ ] Swollen");
        terminal.send(&text);
        terminal.wait_for("What you pasted is not read.");
        assert!(!terminal.contents().contains("> "), "{text}: {}", terminal.contents());
    }
    // Typed by hand, letter by letter.
    for text in ["just thinking", "911", "555 0199"] {
        for letter in text.chars() {
            terminal.type_key(&letter.to_string());
        }
        terminal.type_key(ENTER);
        terminal.settle();
    }
    let screen = terminal.contents();
    assert!(!screen.contains("[yes]") && !terminal.scrolled().contains("Question 2"), "{screen}");
}

#[test]
fn esc_in_a_group_keeps_what_was_marked() {
    let mut terminal = Terminal::start(80, 24, &["ask"]);
    terminal.start_the_questions();
    terminal.wait_for("None of these");
    terminal.choose("[ ] Fever");
    terminal.wait_for_row("[yes] Fever");
    // An arrow key whose bytes come apart, as over a slow line.
    terminal.send("\u{1b}");
    terminal.send("[B");
    terminal.wait_for_row("[ ] A painful rash");
    // Esc alone goes back to the menu before the first question, and what was marked is there again.
    terminal.send("\u{1b}");
    terminal.wait_for("Who are your answers for?");
    terminal.wait_for_a_row("Start the questions, for myself");
    terminal.choose("Start the questions, for myself");
    terminal.wait_for_a_row("[yes] Fever");
}

#[test]
fn a_window_of_two_rows_asks_in_lines() {
    let mut terminal = Terminal::start(80, 2, &["ask"]);
    for menu in ["from 1 to 2", "from 1 to 3"] {
        terminal.wait_for(menu);
        terminal.send("1\r");
    }
    terminal.read_to_the_prompt();
    terminal.send("s\r");
    assert_eq!(terminal.exit(), 130);
}

#[test]
fn a_narrow_window_asks_a_long_question_in_lines() {
    let mut terminal = Terminal::start(40, 24, &["ask"]);
    terminal.start_the_questions();
    terminal.read_to_the_prompt();
    terminal.send("0\r");
    terminal.wait_for("Question 2 of about");
    terminal.choose("Taking it now");
    terminal.wait_for("Question 3 of about");
}

#[test]
fn the_session_in_the_readme_is_up_to_date() {
    let mut terminal = Terminal::start(80, 24, &["ask"]);
    terminal.start_the_questions();
    terminal.wait_for("None of these");
    for (row, next) in [
        ("None of these", "Question 2 of"),
        ("Taking it now", "Question 3 of"),
        ("Tofacitinib (Xeljanz)", "Question 4 of"),
        ("Rheumatoid arthritis", "Question 5 of"),
        ("50 to 64", "Question 6 of"),
    ] {
        terminal.choose(row);
        terminal.wait_for(next);
        terminal.wait_for_a_row("Stop here");
    }
    terminal.press(DOWN);
    terminal.press(DOWN);
    terminal.wait_for_row("No");
    terminal.settle();
    let screen = terminal.contents();
    let shown = screen.split("\n\n").collect::<Vec<_>>();
    let last_two = shown[shown.len() - 2..].join("\n\n");
    let readme = fs::read_to_string(project().join("README.md")).unwrap();
    assert!(readme.contains(last_two.trim_end()), "the screen shows\n{last_two}");
}

/// Whether a run in a terminal prints escapes.
fn prints_escapes(environment: &[(&str, &str)], arguments: &[&str]) -> bool {
    let mut terminal = Terminal::start_with(environment, project(), 80, 24, arguments);
    terminal.exit();
    terminal.has_escapes()
}

#[test]
fn colour_follows_flag_and_environment_in_a_terminal() {
    let check = ["check", "examples/people/past_clot.json"];
    assert!(prints_escapes(&[], &check));
    assert!(prints_escapes(&[("NO_COLOR", "")], &check), "empty is not set");
    assert!(!prints_escapes(&[("NO_COLOR", "1")], &check));
    assert!(!prints_escapes(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], &check));
    assert!(!prints_escapes(&[("CLICOLOR", "0")], &check));
    assert!(!prints_escapes(&[("TERM", "dumb")], &check));
    assert!(!prints_escapes(&[], &["check", "examples/people/past_clot.json", "--color=never"]));
    assert!(prints_escapes(&[("NO_COLOR", "1")], &["check", "examples/people/past_clot.json", "--color=always"]));
    assert!(prints_escapes(&[], &["--help"]));
    assert!(!prints_escapes(&[], &["--color=never", "--help"]));
    assert!(!prints_escapes(&[], &["--color=never", "--nope"]));
}

#[test]
fn line_mode_moves_no_cursor() {
    for (environment, arguments) in
        [(&[("TERM", "dumb")][..], &["ask"][..]), (&[("ACCESSIBLE", "1")], &["ask"]), (&[], &["ask", "--accessible"])]
    {
        let mut terminal = Terminal::start_with(environment, project(), 80, 40, arguments);
        terminal.wait_for("Type a number from 1 to 3 and press Enter.");
        terminal.send("1\r");
        terminal.wait_for("s stop.");
        terminal.send("3?\r");
        terminal.wait_for("2. Go on with the questions");
        terminal.send("1\r");
        assert_eq!(terminal.exit(), 130);
        assert!(!terminal.has_escapes(), "{environment:?} {arguments:?}");
    }
}

#[test]
fn no_input_in_a_terminal_is_refused_with_a_hint() {
    let mut terminal = Terminal::start(80, 24, &["--no-input"]);
    assert_eq!(terminal.exit(), 2);
    assert!(terminal.contents().contains("jakcheck check FILE"), "{}", terminal.contents());
}

#[test]
fn keys_typed_ahead_are_not_echoed_into_the_list() {
    let mut terminal = Terminal::start(80, 24, &["ask", "--short"]);
    terminal.start_the_questions();
    terminal.wait_for("None of these");
    // None of these; then the third row of the second question; all at once.
    let to_none = DOWN.repeat(18);
    terminal.send(&format!("{to_none}{ENTER}{DOWN}{DOWN}{DOWN}{ENTER}{DOWN}"));
    terminal.wait_for("Question 3 of about");
    terminal.wait_for_row("Baricitinib");
    let screen = terminal.contents();
    assert!(screen.contains("You said: Taking it now") && !screen.contains("^["), "{screen}");
}

#[test]
fn a_small_window_shows_the_emergency_text_alone() {
    let mut terminal = Terminal::start(40, 24, &["ask"]);
    terminal.wait_for("Stop here");
    insta::with_settings!({ prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("emergency_text_in_a_small_window", terminal.contents());
    });
    terminal.start_the_questions();
    terminal.read_to_the_prompt();
    terminal.send("s\r");
    assert_eq!(terminal.exit(), 130);
    assert!(terminal.scrolled().contains("The next list is too long for your"), "{}", terminal.scrolled());
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_in_a_terminal_is_read_without_asking() {
    let piped = |line: &str| {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", &format!("{line} | {}", env!("CARGO_BIN_EXE_jakcheck"))]);
        let mut terminal = Terminal::start_command(command, &[("PATH", "/usr/bin:/bin")], project(), 80, 24);
        let exit = terminal.exit();
        (exit, terminal.contents())
    };
    let (exit, screen) = piped("cat examples/people/past_clot.json");
    assert_eq!(exit, 0, "{screen}");
    assert!(screen.contains("texts and sources with --full"), "{screen}");
    let (exit, screen) = piped("printf ''");
    assert_eq!(exit, 3, "{screen}");
    assert!(screen.contains("hint: "), "{screen}");
}

#[test]
fn marks_are_kept_when_the_window_becomes_too_small() {
    let mut terminal = Terminal::start(80, 24, &["ask"]);
    terminal.start_the_questions();
    terminal.wait_for("None of these");
    terminal.choose("[ ] Chest pain or pressure");
    terminal.wait_for_row("[yes]");
    terminal.resize(40, 24);
    // The key is taken in by the list; what comes next are lines.
    terminal.send(DOWN);
    terminal.read_to_the_prompt();
    assert!(terminal.scrolled().contains("You marked before: Chest pain or pressure"), "{}", terminal.scrolled());
    // Enter alone does not answer the items that were not marked.
    terminal.send(ENTER);
    terminal.wait_for("Nothing was typed.");
    terminal.send("3\r");
    terminal.wait_for("Go on with the questions");
    terminal.send("\u{3}");
    assert_eq!(terminal.exit(), 130);
}

/// Runs a shell command in a terminal, with the program as `JAKCHECK`.
fn in_a_shell(folder: &std::path::Path, line: &str) -> Terminal {
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", &line.replace("JAKCHECK", &format!("'{}'", env!("CARGO_BIN_EXE_jakcheck")))]);
    Terminal::start_command(command, &[("PATH", "/usr/bin:/bin")], folder, 80, 24)
}

#[cfg(unix)]
#[test]
fn questions_stay_in_the_terminal_if_the_report_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = in_a_shell(folder.path(), "JAKCHECK ask --short > list.txt");
    terminal.start_the_questions();
    terminal.wait_for("None of these");
    terminal.choose("None of these");
    for number in 2..=12 {
        terminal.wait_for_question(number);
        // The heart history is a group. All other questions have this row.
        terminal.choose(if number == 6 { "I am not sure about any" } else { "I am not sure" });
    }
    terminal.wait_for("Show my list");
    terminal.choose("Show my list");
    assert_eq!(terminal.exit(), 0);
    let list = fs::read_to_string(folder.path().join("list.txt")).unwrap();
    assert!(list.contains("texts and sources with --full") && !list.contains(['\u{1b}', '\r']), "{list}");
    assert!(!list.contains("Question 1"));
}

#[cfg(unix)]
#[test]
fn an_error_in_a_file_has_no_escapes() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal =
        in_a_shell(folder.path(), "JAKCHECK check no_such_file 2> errors.txt; JAKCHECK --nope 2>> errors.txt");
    assert_eq!(terminal.exit(), 2);
    let errors = fs::read_to_string(folder.path().join("errors.txt")).unwrap();
    assert!(errors.contains("cannot read") && errors.contains("--nope") && !errors.contains('\u{1b}'), "{errors}");
}

#[cfg(unix)]
#[test]
fn a_short_batch_draws_nothing_in_a_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = in_a_shell(folder.path(), "echo '{}' | JAKCHECK batch");
    assert_eq!(terminal.exit(), 0);
    assert!(terminal.contents().contains("1 record checked.") && !terminal.has_escapes(), "{}", terminal.scrolled());
}
