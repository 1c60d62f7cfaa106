//! System calls of the program, traced with strace: no connection, and no file without an option for it. Without strace
//! the test prints that, and only the list of crates and the contents of the folders are checked.

use std::fs;
use std::process::{Command, Stdio};

use regex::Regex;

use crate::support::program::finish;
use crate::support::{jakcheck, project};

/// The system calls of a run, one on each line, or `None` without strace.
fn traced(arguments: &[&str], stdin: &str) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("calls");
    let program = jakcheck();
    let child = Command::new("strace")
        .args(["-f", "-e", "trace=network,open,openat,creat,rename,renameat2,mkdir,unlink", "-o"])
        .arg(&log)
        .arg(program.get_program())
        .args(arguments)
        .current_dir(project())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(child) = child else { return None };
    finish(child, stdin);
    fs::read_to_string(log).ok().filter(|calls| calls.contains("openat"))
}

#[test]
fn no_connection_is_opened_and_no_file_is_created() {
    let lines = format!("1\n0\n{}1\n", "?\n".repeat(11));
    let runs = [
        (&["check", "examples/people/past_clot.json"][..], ""),
        (&["check", "--format", "json"], "{\"smoking\": \"past\"}"),
        (&["ask", "--short", "--accessible"], lines.as_str()),
        (&["rules", "check"], ""),
    ];
    let connection = Regex::new(r"\b(socket|connect|bind|sendto|recvfrom)\(").unwrap();
    let made = Regex::new(r"O_CREAT|creat\(|rename|mkdir\(|unlink\(").unwrap();
    for (arguments, stdin) in runs {
        let Some(calls) = traced(arguments, stdin) else {
            println!("no strace here: connections are ruled out by the list of crates alone");
            return;
        };
        assert!(!connection.is_match(&calls), "{arguments:?}: {calls}");
        assert!(!made.is_match(&calls), "{arguments:?}: {calls}");
    }
}
