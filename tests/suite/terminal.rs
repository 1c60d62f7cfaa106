//! Real sessions in a pseudo-terminal, read from a virtual screen.

use std::io::{Read, Write};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

use crate::support::project;

const DOWN: &str = "\u{1b}[B";
const ENTER: &str = "\r";

/// Longer than this nothing takes; a test that waits so long has failed.
const PATIENCE: Duration = Duration::from_secs(20);

struct Terminal {
    screen: Arc<Mutex<vt100::Parser>>,
    keyboard: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    pair: Box<dyn portable_pty::MasterPty + Send>,
}

impl Terminal {
    fn start(columns: u16, rows: u16, arguments: &[&str]) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_jakcheck"));
        command.env_clear();
        command.env("TERM", "xterm");
        command.env("LANG", "C.UTF-8");
        command.cwd(project());
        command.args(arguments);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let screen = Arc::new(Mutex::new(vt100::Parser::new(rows, columns, 2000)));
        let (mut reader, keyboard) = (pair.master.try_clone_reader().unwrap(), pair.master.take_writer().unwrap());
        let fed = Arc::clone(&screen);
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(length @ 1..) = reader.read(&mut buffer) {
                fed.lock().unwrap().process(&buffer[..length]);
            }
        });
        Self { screen, keyboard, child, pair: pair.master }
    }

    fn contents(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    /// Waits until the screen shows a text.
    fn wait_for(&self, text: &str) {
        let end = Instant::now() + PATIENCE;
        while !self.contents().contains(text) {
            assert!(Instant::now() < end, "no `{text}` on the screen:\n{}", self.contents());
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn send(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Moves down and waits until the row is marked.
    fn choose(&mut self, row: &str) {
        let marked = format!("> {row}");
        for _ in 0..40 {
            if self.contents().contains(&marked) {
                self.send(ENTER);
                return;
            }
            let before = self.contents();
            self.send(DOWN);
            let end = Instant::now() + PATIENCE;
            while self.contents() == before {
                assert!(Instant::now() < end, "nothing moved:\n{before}");
                thread::sleep(Duration::from_millis(2));
            }
            // The whole list is drawn in one piece; its last row is there when it is done.
            self.wait_for("Stop here");
        }
        panic!("no row `{row}`:\n{}", self.contents());
    }

    fn exit(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                thread::sleep(Duration::from_millis(50));
                return status.exit_code();
            }
            assert!(Instant::now() < end, "still running:\n{}", self.contents());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Names of the terminal's local modes that are on.
    #[cfg(target_os = "linux")]
    fn line_flags(&self) -> Vec<String> {
        let flags = format!("{:?}", self.pair.get_termios().unwrap().local_flags);
        flags.split(|c: char| !c.is_ascii_uppercase()).map(str::to_owned).collect()
    }

    fn is_cursor_hidden(&self) -> bool {
        self.screen.lock().unwrap().screen().hide_cursor()
    }
}

#[test]
fn the_emergency_text_stands_before_the_questions_start() {
    let mut terminal = Terminal::start(80, 24, &["ask"]);
    terminal.wait_for("  Stop here");
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
fn moving_in_a_list_leaves_the_question_once_and_no_ghost() {
    let mut terminal = Terminal::start(80, 24, &["ask"]);
    terminal.wait_for("  Stop here");
    terminal.choose("Start the questions");
    terminal.wait_for("None of these");
    terminal.choose("None of these");
    terminal.wait_for("Where are you with this medicine?");
    for _ in 0..5 {
        terminal.send(DOWN);
    }
    terminal.wait_for("> Just learning about it");
    let screen = terminal.contents();
    assert_eq!(screen.matches("Where are you with this medicine?").count(), 1, "{screen}");
    assert_eq!(screen.matches("About to start").count(), 1, "{screen}");
    assert_eq!(screen.matches("None of these").count(), 0, "the list before is gone:\n{screen}");
}

#[test]
fn ctrl_c_gives_the_terminal_back() {
    let mut terminal = Terminal::start(80, 24, &["ask"]);
    terminal.wait_for("  Stop here");
    terminal.send("\u{3}");
    assert_eq!(terminal.exit(), 130);
    assert!(!terminal.is_cursor_hidden());
    assert_eq!(terminal.contents().matches("Stopped. No list was made.").count(), 1);
}

#[test]
fn enter_alone_records_nothing() {
    let mut terminal = Terminal::start(80, 24, &["ask"]);
    terminal.wait_for("Stop here");
    terminal.choose("Start the questions");
    terminal.wait_for("None of these");
    terminal.send(ENTER);
    // The next key shows that Enter was taken in, and did nothing.
    terminal.send(DOWN);
    terminal.wait_for("> [ ]");
    let screen = terminal.contents();
    assert!(!screen.contains("[yes]") && !screen.contains("URGENT"), "{screen}");
    terminal.choose("None of these");
    terminal.wait_for("Question 2 of about");
    terminal.wait_for("Stop here");
    terminal.send(ENTER);
    terminal.send(DOWN);
    terminal.wait_for("> Thinking about it");
    assert!(!terminal.contents().contains("Question 3"));
}

#[test]
fn esc_in_a_group_keeps_what_was_marked() {
    let mut terminal = Terminal::start(80, 24, &["ask"]);
    terminal.wait_for("Stop here");
    terminal.choose("Start the questions");
    terminal.wait_for("None of these");
    terminal.choose("[ ] Fever");
    terminal.wait_for("> [yes] Fever");
    // An arrow key whose bytes come apart, as over a slow line.
    terminal.send("\u{1b}");
    thread::sleep(Duration::from_millis(60));
    terminal.send("[B");
    terminal.send(DOWN);
    terminal.wait_for("> [ ]");
    assert!(terminal.contents().contains("[yes] Fever"), "{}", terminal.contents());
}

#[test]
fn a_window_of_two_rows_asks_in_lines() {
    let mut terminal = Terminal::start(80, 2, &["ask"]);
    terminal.wait_for("Type a number");
    terminal.send("1\r");
    terminal.wait_for("stop.");
    terminal.send("s\r");
    assert_eq!(terminal.exit(), 130);
}

#[cfg(target_os = "linux")]
#[test]
fn signals_give_the_terminal_back() {
    for signal in ["INT", "TERM", "HUP"] {
        let mut terminal = Terminal::start(80, 24, &["ask"]);
        terminal.wait_for("Stop here");
        terminal.choose("Start the questions");
        terminal.wait_for("None of these");
        let id = terminal.child.process_id().unwrap().to_string();
        // The child is in the middle of a list, with echo off.
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

#[test]
fn a_narrow_window_asks_a_long_question_in_lines() {
    let mut terminal = Terminal::start(40, 24, &["ask"]);
    terminal.wait_for("  Stop here");
    terminal.choose("Start the questions");
    terminal.wait_for("s stop.");
    terminal.send("0\r");
    terminal.wait_for("Question 2 of about");
    terminal.choose("Taking it now");
    terminal.wait_for("Question 3 of about");
}

#[test]
fn the_readme_shows_a_session_as_it_looks() {
    let mut terminal = Terminal::start(80, 24, &["ask"]);
    terminal.wait_for("Stop here");
    terminal.choose("Start the questions");
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
        terminal.wait_for("Go back\n  Stop here");
    }
    terminal.send(DOWN);
    terminal.send(DOWN);
    terminal.wait_for("> No\n");
    let screen = terminal.contents();
    let shown = screen.split("\n\n").collect::<Vec<_>>();
    let last_two = shown[shown.len() - 2..].join("\n\n");
    let readme = std::fs::read_to_string(project().join("README.md")).unwrap();
    assert!(readme.contains(last_two.trim_end()), "the screen shows\n{last_two}");
}
