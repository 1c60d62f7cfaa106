//! Runs the program as a command. After 20 seconds, or the time that a test gives, it is stopped and the test fails.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use super::files::project;

/// The time limit of a command or session.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// The program with a fixed environment, in the root folder of the repository.
pub(crate) fn jakcheck() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jakcheck"));
    command.env_clear().env("TERM", "dumb").env("LANG", "C.UTF-8").env("COLUMNS", "80").current_dir(project());
    command.envs(passed_on());
    command
}

/// What every program takes over: where programs are, and where a measured one writes which of its lines have run.
pub(crate) fn passed_on() -> impl Iterator<Item = (&'static str, OsString)> {
    ["PATH", "LLVM_PROFILE_FILE"].into_iter().filter_map(|name| Some((name, env::var_os(name)?)))
}

/// Runs the program with this standard input.
pub(crate) fn run(arguments: &[&str], stdin: &str) -> Output {
    output(jakcheck().args(arguments), stdin)
}

/// Runs a line in a shell, in the root folder of the repository, with the program as `JAKCHECK`.
pub(crate) fn shell(line: &str) -> Output {
    shell_within(PATIENCE, line)
}

/// The same with another time limit.
pub(crate) fn shell_within(patience: Duration, line: &str) -> Output {
    let line = line.replace("JAKCHECK", &format!("'{}'", env!("CARGO_BIN_EXE_jakcheck")));
    let mut command = Command::new("bash");
    finish_within(patience, start(command.args(["-c", &line]).current_dir(project())), "")
}

/// Runs a command with this standard input.
pub(crate) fn output(command: &mut Command, stdin: &str) -> Output {
    finish(start(command), stdin)
}

fn start(command: &mut Command) -> Child {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts")
}

/// Gives a command that runs the rest of its input, and waits for its end.
pub(crate) fn finish(child: Child, stdin: &str) -> Output {
    finish_within(PATIENCE, child, stdin)
}

fn finish_within(patience: Duration, mut child: Child, stdin: &str) -> Output {
    let end = Instant::now() + patience;
    if let Some(mut pipe) = child.stdin.take() {
        let rest = stdin.to_owned();
        // A program that does not read its input closes it early, which is not an error.
        thread::spawn(move || pipe.write_all(rest.as_bytes()));
    }
    let (stdout, stderr) = (collect(child.stdout.take()), collect(child.stderr.take()));
    let status = wait(&mut child, end);
    let rest = |bytes: &Receiver<Vec<u8>>| {
        let left = end.saturating_duration_since(Instant::now());
        bytes.recv_timeout(left).expect("the output ends with the program")
    };
    Output { status, stdout: rest(&stdout), stderr: rest(&stderr) }
}

/// Waits until a program exits.
pub(crate) fn wait(child: &mut Child, end: Instant) -> ExitStatus {
    loop {
        if let Some(status) = child.try_wait().expect("its status") {
            return status;
        }
        if Instant::now() >= end {
            let _ = child.kill();
            panic!("the program did not end in time");
        }
        thread::sleep(Duration::from_millis(1));
    }
}

/// Reads a stream to its end in a thread.
fn collect(stream: Option<impl Read + Send + 'static>) -> Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stream.map(|mut stream| stream.read_to_end(&mut bytes));
        let _ = sender.send(bytes);
    });
    receiver
}

/// The lines of a stream of a running program. Each must come within the time limit.
pub(crate) struct Lines(Receiver<String>);

impl Lines {
    pub(crate) fn of(stream: impl Read + Send + 'static) -> Self {
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            let lines = BufReader::new(stream).lines().map_while(Result::ok);
            lines.map(|line| sender.send(line)).all(|sent| sent.is_ok())
        });
        Self(receiver)
    }
}

impl Iterator for Lines {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        match self.0.recv_timeout(PATIENCE) {
            Ok(line) => Some(line),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => panic!("no line came within {PATIENCE:?}"),
        }
    }
}

/// An output stream as text.
pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}
