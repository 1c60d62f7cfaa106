//! Ways out of a question and back to it: Esc, going back, Stop, Ctrl-Z.

use portable_pty::CommandBuilder;

use crate::support::project;
use crate::support::pty::{DOWN, ENTER, SPACE, Terminal};

const ESC: &str = "\u{1b}";

/// A short check under way in a folder, at its third question.
fn at_the_third(folder: &std::path::Path) -> Terminal {
    let mut terminal = Terminal::start_in(folder, 80, 24, &["ask", "--short"]);
    terminal.start_the_questions();
    terminal.wait_for_a_row("None of these");
    terminal.choose("None of these");
    terminal.wait_for_question(2);
    terminal.choose("Taking it now");
    terminal.wait_for_question(3);
    terminal
}

#[test]
fn esc_in_the_menu_of_stop_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = at_the_third(folder.path());
    for is_esc in [true, false] {
        terminal.choose("Stop here");
        terminal.wait_for_a_row("Go on with the questions");
        if is_esc {
            terminal.send(ESC);
        } else {
            terminal.choose("Go on with the questions");
        }
        terminal.wait_for("You chose: Go on with the questions");
        terminal.wait_for_a_row("Baricitinib");
    }
    terminal.choose("Tofacitinib");
    terminal.wait_for_question(4);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was saved");
}

#[test]
fn enter_keeps_the_old_answer_after_going_back() {
    let mut terminal = at_the_third(project());
    terminal.send(ESC);
    terminal.wait_for("You said before: Taking it now.");
    terminal.wait_for_row("Taking it now");
    terminal.send(ENTER);
    terminal.wait_for("You said: Taking it now");
    terminal.wait_for_a_row("Baricitinib");
    // From the second to the first: none of these is kept as well.
    terminal.send(ESC);
    terminal.wait_for_row("Taking it now");
    terminal.send(ESC);
    terminal.wait_for_row("None of these");
    terminal.send(ENTER);
    terminal.wait_for_row("Taking it now");
}

#[test]
fn marks_are_there_again_after_going_back_from_them() {
    let mut terminal = at_the_third(project());
    for (row, next) in [("Tofacitinib", 4), ("50 to 64", 5), ("No", 6)] {
        terminal.choose(row);
        terminal.wait_for_question(next);
    }
    terminal.choose("[ ] Stroke");
    terminal.choose("[ ] Heart failure");
    terminal.mark();
    // Enter on a line that is not marked asks once more: nothing becomes a no unseen.
    terminal.send(DOWN);
    terminal.wait_for_row("[ ] Another heart problem");
    terminal.send(ENTER);
    terminal.wait_for("This line is not marked.");
    terminal.send(ESC);
    terminal.wait_for("You said before: No.");
    terminal.wait_for_row("No");
    terminal.send(ENTER);
    terminal.wait_for_a_row("[yes] Stroke");
    terminal.wait_for_a_row("[not sure] Heart failure");
    // They were no answer: Enter alone says nothing of the others.
    terminal.send(ENTER);
    terminal.wait_for("Nothing is chosen yet.");
    terminal.choose("Done");
    terminal.wait_for("You said: Stroke or mini-stroke, yes; Heart failure, not sure; all others: no");
}

#[test]
fn a_sign_that_was_marked_and_left_is_urgent_again_when_it_is_seen_again() {
    let mut terminal = Terminal::start(80, 40, &["ask"]);
    terminal.start_the_questions();
    terminal.wait_for_a_row("None of these");
    terminal.choose("[ ] Chest pain");
    terminal.send(ESC);
    terminal.wait_for_a_row("Start the questions, for someone I care for");
    terminal.choose("Start the questions, for someone I care for");
    terminal.wait_for_a_row("[yes] Chest pain");
    let screen = terminal.contents();
    assert_eq!(screen.matches("URGENT").count(), 2, "{screen}");
    assert!(screen.contains("About the person you care for:"), "{screen}");
    terminal.choose("Stop here");
    assert_eq!(terminal.exit(), 130);
    assert!(terminal.contents().trim_end().ends_with("Do not wait to read this list."), "{}", terminal.contents());
}

#[test]
fn what_to_do_now_stays_in_the_window_beside_a_sign_that_is_not_sure() {
    let mut terminal = Terminal::start(80, 24, &["ask"]);
    terminal.start_the_questions();
    terminal.wait_for_a_row("None of these");
    terminal.choose("[ ] Chest pain");
    terminal.wait_for("URGENT: Call your local emergency number now.");
    terminal.mark();
    terminal.wait_for_row("[not sure] Chest pain");
    let screen = terminal.contents();
    assert!(screen.starts_with("URGENT: You were not sure about a sign of an emergency."), "{screen}");
    assert!(screen.contains("22. Stop here"), "{screen}");
    // Taken back, it is said no longer how urgent it is, but how to mark.
    terminal.mark();
    terminal.wait_for("Space marks a line");
}

#[test]
fn keys_beside_enter_are_not_lost_in_silence_between_the_pieces_of_a_long_question() {
    let mut terminal = Terminal::start(40, 24, &["ask"]);
    terminal.start_the_questions();
    terminal.wait_for("Press Enter to read on.");
    terminal.send("3\r");
    terminal.wait_for("Nothing was recorded.");
    terminal.read_to_the_prompt();
    terminal.send("0\r");
    terminal.wait_for("You said: none of these");
    // One change to lines, said once.
    assert_eq!(terminal.scrolled().matches("The next list is too long").count(), 1);
}

#[test]
fn enter_keeps_the_old_answer_of_a_question_that_is_asked_in_lines() {
    let mut terminal = Terminal::start(40, 24, &["ask"]);
    terminal.start_the_questions();
    terminal.read_to_the_prompt();
    terminal.send("8\r");
    terminal.wait_for_question(2);
    terminal.wait_for_a_row("Stop here");
    terminal.send(ESC);
    terminal.wait_for("Press Enter to read on.");
    terminal.type_key(ENTER);
    terminal.wait_until_written("You said before: Fever");
    terminal.type_key(ENTER);
    terminal.wait_for("Press Enter to keep it.");
    terminal.send(ENTER);
    terminal.wait_for_question(2);
    assert!(!terminal.scrolled().contains("You marked before"), "{}", terminal.scrolled());
}

#[cfg(target_os = "linux")]
#[test]
fn ctrl_z_stops_and_comes_back_with_the_list() {
    let mut command = CommandBuilder::new("bash");
    let script =
        "set -m; stty -a > before; JAKCHECK ask --short; stty -a > stopped; echo STOPPED; read x; fg; echo ENDED $?";
    command.args(["-c", &script.replace("JAKCHECK", &format!("'{}'", env!("CARGO_BIN_EXE_jakcheck")))]);
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start_command(command, &[("PATH", "/usr/bin:/bin")], folder.path(), 80, 40);
    terminal.start_the_questions();
    terminal.wait_for_a_row("None of these");
    terminal.choose("[ ] Fever");
    terminal.send("\u{1a}");
    terminal.wait_for("STOPPED");
    assert!(!terminal.is_cursor_hidden());
    let modes = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(modes("stopped"), modes("before"), "the terminal is as it was");
    terminal.send("\r");
    terminal.wait_for_row("[yes] Fever");
    terminal.send(DOWN);
    terminal.wait_for_row("[ ] A painful rash");
    terminal.send(SPACE);
    terminal.wait_for_row("[yes] A painful rash");
    assert_eq!(terminal.contents().matches("A painful rash").count(), 1, "{}", terminal.contents());
    terminal.send("\u{3}");
    terminal.wait_for("ENDED 130");
    assert_eq!(terminal.exit(), 0);
}
