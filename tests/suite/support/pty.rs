//! A pseudo-terminal with a virtual screen, for real sessions. A session has 20 seconds in all: one that takes longer is
//! stopped, and the test fails with what is on the screen.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

use super::files::project;
use super::program::{PATIENCE, passed_on};

pub(crate) const DOWN: &str = "\u{1b}[B";
pub(crate) const UP: &str = "\u{1b}[A";
pub(crate) const HOME: &str = "\u{1b}[H";
pub(crate) const END: &str = "\u{1b}[F";
pub(crate) const ENTER: &str = "\r";
pub(crate) const SPACE: &str = " ";

/// Keys that are pressed one by one are further apart than this. Closer together, letters count as pasted.
const BETWEEN_KEYS: Duration = Duration::from_millis(40);

/// The time limit after one session has timed out, as most others will too.
const PATIENCE_AFTER_A_FAILURE: Duration = Duration::from_secs(1);

static HAS_FAILED: AtomicBool = AtomicBool::new(false);

/// A session. It is stopped when it is dropped, even if the test fails.
pub(crate) struct Terminal {
    end: Instant,
    screen: Arc<Mutex<vt100::Parser>>,
    raw: Arc<Mutex<Vec<u8>>>,
    keyboard: Box<dyn Write + Send>,
    child: Arc<Mutex<Box<dyn Child + Send + Sync>>>,
    pair: Box<dyn portable_pty::MasterPty + Send>,
    reader: thread::JoinHandle<()>,
}

impl Terminal {
    /// Starts the program in the root folder of the repository.
    pub(crate) fn start(columns: u16, rows: u16, arguments: &[&str]) -> Self {
        Self::start_in(project(), columns, rows, arguments)
    }

    /// Starts the program in a folder.
    pub(crate) fn start_in(folder: &Path, columns: u16, rows: u16, arguments: &[&str]) -> Self {
        Self::start_with(&[], folder, columns, rows, arguments)
    }

    /// Starts the program in a folder, with more environment variables.
    pub(crate) fn start_with(
        environment: &[(&str, &str)],
        folder: &Path,
        columns: u16,
        rows: u16,
        arguments: &[&str],
    ) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_jakcheck"));
        command.args(arguments);
        Self::start_command(command, environment, folder, columns, rows)
    }

    /// Starts any command in a folder.
    pub(crate) fn start_command(
        mut command: CommandBuilder,
        environment: &[(&str, &str)],
        folder: &Path,
        columns: u16,
        rows: u16,
    ) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        command.env_clear();
        command.env("TERM", "xterm");
        command.env("LANG", "C.UTF-8");
        for (key, value) in passed_on() {
            command.env(key, value);
        }
        for (key, value) in environment {
            command.env(key, value);
        }
        command.cwd(folder);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let screen = Arc::new(Mutex::new(vt100::Parser::new(rows, columns, 2000)));
        let (mut reader, keyboard) = (pair.master.try_clone_reader().unwrap(), pair.master.take_writer().unwrap());
        let raw = Arc::default();
        let (fed, kept) = (Arc::clone(&screen), Arc::<Mutex<Vec<u8>>>::clone(&raw));
        let reader = thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(length @ 1..) = reader.read(&mut buffer) {
                kept.lock().unwrap().extend_from_slice(&buffer[..length]);
                fed.lock().unwrap().process(&buffer[..length]);
            }
        });
        Self {
            end: Instant::now() + PATIENCE,
            screen,
            raw,
            keyboard,
            child: Arc::new(Mutex::new(child)),
            pair: pair.master,
            reader,
        }
    }

    pub(crate) fn contents(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    /// The whole output so far, with escapes.
    pub(crate) fn scrolled(&self) -> String {
        String::from_utf8_lossy(&self.raw.lock().unwrap()).replace("\r\n", " ")
    }

    /// Whether the output has an escape byte so far.
    pub(crate) fn has_escapes(&self) -> bool {
        self.raw.lock().unwrap().contains(&0x1b)
    }

    /// Waits until a function gives a value. Fails if the session times out.
    fn wait<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let patience = if HAS_FAILED.load(Relaxed) { PATIENCE_AFTER_A_FAILURE } else { PATIENCE };
        let end = self.end.min(Instant::now() + patience);
        loop {
            if let Some(found) = look() {
                return found;
            }
            if Instant::now() > end {
                HAS_FAILED.store(true, Relaxed);
                panic!("{what}:\n{}", self.contents());
            }
            thread::sleep(Duration::from_millis(2));
        }
    }

    /// Waits until the screen shows a text.
    pub(crate) fn wait_for(&self, text: &str) {
        self.wait(&format!("no `{text}` on the screen"), || self.contents().contains(text).then_some(()));
    }

    /// Waits until the screen is as it should be.
    pub(crate) fn wait_until(&self, what: &str, is_so: impl Fn(&str) -> bool) {
        self.wait(&format!("no {what} on the screen"), || is_so(&self.contents()).then_some(()));
    }

    /// Waits until a text was written, whether it is still on the screen or not, and however it was wrapped.
    pub(crate) fn wait_until_written(&self, text: &str) {
        let is_there = || self.scrolled().replace(' ', "").contains(&text.replace(' ', ""));
        self.wait(&format!("`{text}` was not written"), || is_there().then_some(()));
    }

    pub(crate) fn send(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// The rows of the list, each without its number, and whether the cursor is on it.
    fn rows(&self) -> Vec<(usize, String, bool)> {
        let contents = self.contents();
        let row = |line: &str| {
            let (cursor, rest) = line.split_at_checked(2)?;
            let (number, label) = rest.split_once(". ")?;
            let number = number.trim().parse().ok()?;
            matches!(cursor, "> " | "  ").then(|| (number, label.to_owned(), cursor == "> "))
        };
        contents.lines().filter_map(row).collect()
    }

    /// The row where the cursor is.
    fn row_at(&self) -> Option<String> {
        self.rows().into_iter().find(|(_, _, is_at)| *is_at).map(|(_, label, _)| label)
    }

    /// Whether the cursor is on the line with a number.
    fn is_at_line(&self, line: usize) -> bool {
        self.rows().iter().any(|(number, _, is_at)| *is_at && *number == line)
    }

    /// Whether the cursor is on a row.
    pub(crate) fn is_at(&self, row: &str) -> bool {
        self.row_at().is_some_and(|label| label.starts_with(row))
    }

    /// Waits until the cursor is on a row.
    pub(crate) fn wait_for_row(&self, row: &str) {
        self.wait(&format!("the cursor is not at `{row}`"), || self.is_at(row).then_some(()));
    }

    /// Waits until a list has a row.
    pub(crate) fn wait_for_a_row(&self, row: &str) {
        let has_it = || self.rows().iter().any(|(_, label, _)| label.starts_with(row));
        self.wait(&format!("no row `{row}`"), || has_it().then_some(()));
    }

    /// Types the number of a row, waits until the cursor is there, and chooses or marks it. How many keys that were.
    pub(crate) fn choose(&mut self, row: &str) -> usize {
        self.settle();
        let rows = self.rows();
        let found = rows.iter().find(|(_, label, _)| label.starts_with(row));
        let Some((number, label, is_at)) = found else { panic!("no row `{row}`:\n{}", self.contents()) };
        let mut keys = 1;
        if !is_at {
            let mut typed = 0;
            for digit in number.to_string().chars() {
                typed = typed * 10 + usize::try_from(digit.to_digit(10).unwrap()).unwrap();
                keys += 1;
                // Each digit moves to a line of its own: when it has, the next one is not taken for pasted.
                if self.is_at_line(typed) {
                    self.type_key(&digit.to_string());
                } else {
                    self.send(&digit.to_string());
                    let what = format!("the cursor is not at line {typed}");
                    self.wait(&what, || self.is_at_line(typed).then_some(()));
                }
            }
            self.wait_for_row(row);
        }
        if label.starts_with('[') {
            self.mark();
        } else {
            self.send(ENTER);
        }
        keys
    }

    /// Presses a key as a person does, some time before the next one.
    pub(crate) fn type_key(&mut self, key: &str) {
        self.send(key);
        thread::sleep(BETWEEN_KEYS);
    }

    /// Marks the row where the cursor is, and waits until it is marked.
    pub(crate) fn mark(&mut self) {
        let before = self.row_at();
        self.send(SPACE);
        self.wait("nothing was marked", || self.row_at().filter(|row| Some(row) != before.as_ref()));
    }

    /// Goes from the first screen to the first question, past the emergency text if that has a screen of its own.
    pub(crate) fn start_the_questions(&mut self) {
        self.wait_for("Stop here");
        if self.contents().contains("I have read this") {
            self.choose("I have read this");
            self.wait_for("Who are your answers for?");
            self.wait_for_a_row("Stop here");
        }
        let verb = if self.contents().contains("Start the questions") { "Start" } else { "Go on with" };
        self.choose(&format!("{verb} the questions"));
    }

    /// Chooses a row in a list or, if the question is asked in lines, types the answer.
    pub(crate) fn answer(&mut self, row: &str, typed: &str) {
        let is_in_lines = self
            .contents()
            .lines()
            .rev()
            .take(2)
            .any(|line| line.contains("stop.") || line.contains("press") || line.contains("h for help."));
        if is_in_lines {
            self.send(&format!("{typed}{ENTER}"));
        } else {
            self.choose(row);
        }
    }

    /// Pages through a question in line mode to its end, and waits until it can be answered.
    pub(crate) fn read_to_the_prompt(&mut self) {
        let mut pieces = 0;
        loop {
            let read = self.wait("no prompt", || {
                let contents = self.scrolled();
                let read = contents.matches("Press Enter to read on.").count();
                let is_more = read > pieces && contents.trim_end().ends_with("Press Enter to read on.");
                let is_end = ["s stop.", "h for help."].iter().any(|end| contents.trim_end().ends_with(end));
                (is_more || is_end).then_some(is_more.then_some(read))
            });
            let Some(read) = read else { return };
            pieces = read;
            self.send(ENTER);
        }
    }

    /// Waits until a question is shown completely, up to its last row or line.
    pub(crate) fn wait_for_question(&self, number: usize) {
        let question = format!("Question {number} of");
        self.wait(&format!("question {number} is not whole"), || {
            let contents = self.contents();
            let (_, after) = contents.rsplit_once(&question)?;
            ["Stop here", "s stop.", "h for help."].iter().any(|end| after.contains(end)).then_some(())
        });
    }

    /// Presses a key in a list and waits until it is drawn, as keys that are typed ahead would be echoed.
    pub(crate) fn press(&mut self, key: &str) {
        self.send(key);
        self.settle();
    }

    /// Presses a key that is answered, and waits for the answer: what is drawn may look as before.
    pub(crate) fn press_for_an_answer(&mut self, key: &str) {
        let before = self.raw.lock().unwrap().len();
        self.send(key);
        self.wait("nothing was drawn", || (self.raw.lock().unwrap().len() > before).then_some(()));
        self.settle();
    }

    /// Changes the size of the window.
    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        self.screen.lock().unwrap().screen_mut().set_size(rows, columns);
        self.pair.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    /// Waits until nothing is drawn any more.
    pub(crate) fn settle(&self) {
        let mut before = String::new();
        self.wait("it is drawn without end", || {
            thread::sleep(Duration::from_millis(6));
            let now = self.contents();
            (now == before).then_some(()).or_else(|| {
                before = now;
                None
            })
        });
    }

    /// The screen when it has not changed for so long that nothing is half drawn, even beside other programs.
    pub(crate) fn settled(&self) -> String {
        let (mut before, mut since) = (self.contents(), Instant::now());
        self.wait("it is drawn without end", || {
            let now = self.contents();
            if now != before {
                (before, since) = (now, Instant::now());
            }
            (since.elapsed() > Duration::from_millis(120)).then(|| before.clone())
        })
    }

    pub(crate) fn exit(&mut self) -> u32 {
        let child = Arc::clone(&self.child);
        let status = self.wait("still running", || child.lock().unwrap().try_wait().unwrap());
        // What it wrote last is read too: the end comes when nobody has the terminal open any more.
        self.wait("its output has no end", || self.reader.is_finished().then_some(()));
        status.exit_code()
    }

    /// The names of the local modes of the terminal that are on.
    #[cfg(target_os = "linux")]
    pub(crate) fn line_flags(&self) -> Vec<String> {
        let flags = format!("{:?}", self.pair.get_termios().unwrap().local_flags);
        flags.split(|c: char| !c.is_ascii_uppercase()).map(str::to_owned).collect()
    }

    /// The id of the process.
    pub(crate) fn process(&self) -> u32 {
        self.child.lock().unwrap().process_id().unwrap()
    }

    pub(crate) fn is_cursor_hidden(&self) -> bool {
        self.screen.lock().unwrap().screen().hide_cursor()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let mut child = self.child.lock().unwrap();
        if matches!(child.try_wait(), Ok(None)) {
            let _ = child.kill();
        }
    }
}
