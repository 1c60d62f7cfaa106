//! Sessions that end early: the terminal is restored, and what to do now is printed last.

use jakcheck::ask::terminal;
use portable_pty::CommandBuilder;

use crate::support::project;
use crate::support::pty::Terminal;

#[test]
fn ctrl_c_restores_the_terminal() {
    let mut terminal = Terminal::start(80, 24, &["ask"]);
    terminal.wait_for("Stop here");
    terminal.send("\u{3}");
    assert_eq!(terminal.exit(), 130);
    assert!(!terminal.is_cursor_hidden());
    assert_eq!(terminal.contents().matches("Stopped. No list was made.").count(), 1);
}

#[test]
fn ctrl_c_in_an_emergency_prints_what_to_do() {
    let mut terminal = Terminal::start(80, 40, &["ask"]);
    terminal.start_the_questions();
    terminal.wait_for("None of these");
    terminal.choose("[ ] Chest pain or pressure");
    terminal.wait_for_row("[yes]");
    terminal.choose("Done");
    terminal.wait_for("Go on with the questions");
    terminal.send("\u{3}");
    assert_eq!(terminal.exit(), 130);
    let screen = terminal.contents();
    let after = screen.split("Stopped. No list was made.").nth(1).unwrap();
    assert!(after.contains("Call your local emergency number now."), "{screen}");
}

#[test]
fn ctrl_c_with_a_marked_sign_prints_what_to_do() {
    let mut terminal = Terminal::start(80, 40, &["ask"]);
    terminal.start_the_questions();
    terminal.wait_for("None of these");
    terminal.choose("[ ] Chest pain or pressure");
    terminal.wait_for_row("[yes]");
    // A second sign does not say it twice.
    terminal.choose("[ ] Weakness on one side");
    terminal.wait_for_row("[yes] Weakness on one side");
    assert_eq!(terminal.contents().matches("URGENT").count(), 1, "{}", terminal.contents());
    terminal.send("\u{3}");
    assert_eq!(terminal.exit(), 130);
    let screen = terminal.contents();
    assert!(
        screen.trim_end().ends_with("Call your local emergency number now. Do not wait to read this list."),
        "{screen}"
    );
}

#[test]
fn stopping_with_a_marked_sign_prints_what_to_do() {
    let mut terminal = Terminal::start(80, 40, &["ask"]);
    terminal.start_the_questions();
    terminal.wait_for("None of these");
    terminal.choose("[ ] Chest pain or pressure");
    terminal.wait_for_row("[yes]");
    terminal.choose("Stop here");
    assert_eq!(terminal.exit(), 130);
    assert!(terminal.contents().trim_end().ends_with("Do not wait to read this list."), "{}", terminal.contents());
}

#[test]
fn a_mark_in_another_group_keeps_the_emergency() {
    let mut terminal = Terminal::start(80, 40, &["ask", "--short"]);
    terminal.start_the_questions();
    terminal.wait_for("None of these");
    terminal.choose("[ ] Chest pain or pressure");
    terminal.wait_for_row("[yes]");
    terminal.choose("Done");
    terminal.wait_for("Go on with the questions");
    terminal.choose("Go on");
    for (number, row) in [(2, "Taking it now"), (3, "Tofacitinib"), (4, "50 to 64"), (5, "No")] {
        terminal.wait_for_question(number);
        terminal.choose(row);
    }
    terminal.wait_for_question(6);
    terminal.choose("[ ] Stroke");
    terminal.wait_for_row("[yes] Stroke");
    terminal.send("\u{3}");
    assert_eq!(terminal.exit(), 130);
    assert!(terminal.contents().trim_end().ends_with("Do not wait to read this list."), "{}", terminal.contents());
}

#[cfg(target_os = "linux")]
#[test]
fn signals_restore_the_terminal() {
    for signal in ["INT", "TERM", "HUP"] {
        let mut terminal = Terminal::start(80, 24, &["ask"]);
        terminal.start_the_questions();
        terminal.wait_for_a_row("Stop here");
        terminal.settled();
        let id = terminal.process().to_string();
        // The child waits for a key at a list, with echo off.
        let killed = std::process::Command::new("kill").args(["-s", signal, &id]).status().unwrap();
        assert!(killed.success());
        assert_eq!(terminal.exit(), 130, "{signal}");
        assert!(!terminal.is_cursor_hidden(), "{signal}");
        assert_eq!(terminal.contents().matches("Stopped. No list was made.").count(), 1, "{signal}");
        let flags = terminal.line_flags();
        for flag in ["ECHO", "ICANON", "ISIG"] {
            assert!(flags.iter().any(|known| known == flag), "{signal}: no {flag} in {flags:?}");
        }
    }
}

/// The child process of the test below, which panics during a list.
#[test]
#[ignore = "run by the test below, inside a terminal of its own"]
fn panics_during_a_list() {
    terminal::remember();
    terminal::give_back_on_panic();
    let _quiet = terminal::Quiet::start();
    eprint!("\u{1b}[?25l");
    panic!("a defect");
}

#[cfg(target_os = "linux")]
#[test]
fn a_panic_restores_the_terminal() {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--exact", "stopping::panics_during_a_list", "--ignored", "--nocapture", "--test-threads=1"]);
    let mut terminal = Terminal::start_command(command, &[], project(), 80, 24);
    terminal.wait_for("a defect");
    assert_ne!(terminal.exit(), 0);
    assert!(!terminal.is_cursor_hidden());
    let flags = terminal.line_flags();
    assert!(["ECHO", "ICANON"].iter().all(|flag| flags.iter().any(|known| known == flag)), "{flags:?}");
}
