//! Runs a command and says on standard error how many seconds it took and how many KiB it held at most.
//!
//! A process of its own, and a small one: the system counts what a parent holds as held by the child it starts.

use std::io::{self, Write};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};

fn main() -> io::Result<ExitCode> {
    let mut words = std::env::args_os().skip(1);
    let Some(program) = words.next() else {
        writeln!(io::stderr(), "usage: clock PROGRAM [ARGUMENTS]")?;
        return Ok(ExitCode::from(2));
    };
    let mut command = Command::new(program);
    command.args(words).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let status = command.status()?;
    let seconds = start.elapsed().as_secs_f64();
    let held = getrusage(UsageWho::RUSAGE_CHILDREN)?.max_rss();
    writeln!(io::stderr(), "{seconds} {held}")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
