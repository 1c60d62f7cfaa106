//! The README: each of its blocks is run, or compared with what it shows.

use std::fs;
use std::process::Command;

use regex::Regex;

use crate::support::{DAY, answers, built_in, jakcheck, project, text};

fn readme() -> String {
    fs::read_to_string(project().join("README.md")).unwrap()
}

/// The blocks of a kind.
fn blocks(kind: &str) -> Vec<String> {
    let fence = Regex::new(&format!("(?ms)^```{kind}\n(.*?)^```$")).unwrap();
    fence.captures_iter(&readme()).map(|block| block[1].to_owned()).collect()
}

/// A command and what it prints.
struct Run {
    command: String,
    shown: String,
}

fn runs(block: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for line in block.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            runs.push(Run { command: command.to_owned(), shown: String::new() });
        } else {
            let run = runs.last_mut().expect("a block begins with a command");
            run.shown.push_str(line);
            run.shown.push('\n');
        }
    }
    runs
}

/// What a command prints in a shell in which `jakcheck` is on the path.
fn printed(command: &str) -> String {
    let program = jakcheck();
    let folder = std::path::Path::new(program.get_program()).parent().unwrap().to_owned();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let output = Command::new("bash")
        .args(["-c", &format!("jakcheck() {{ command jakcheck --date {DAY} \"$@\"; }}; {{ {command}\n}} 2>&1")])
        .env_clear()
        .env("PATH", path)
        .env("TERM", "dumb")
        .current_dir(project())
        .output()
        .unwrap();
    text(&output.stdout)
}

/// Whether what is printed is what is shown, where a line `...` stands for any lines.
fn is_shown(shown: &str, printed: &str) -> bool {
    let pattern: Vec<String> = shown.split("...\n").map(regex::escape).collect();
    Regex::new(&format!("(?s)^{}$", pattern.join(".*"))).unwrap().is_match(printed)
}

/// Whether a program is on the path.
fn has(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok()
}

#[cfg(unix)]
#[test]
fn every_command_prints_what_the_readme_shows() {
    let all: Vec<Run> = blocks("console").iter().flat_map(|block| runs(block)).collect();
    assert!(all.len() >= 6);
    for Run { command, shown } in all {
        // The gate installs it; a machine without it need not.
        if command.contains("| jq ") && std::env::var_os("CI").is_none() && !has("jq") {
            continue;
        }
        let printed = printed(&command);
        assert!(is_shown(&shown, &printed), "`{command}` prints\n{printed}");
    }
}

#[test]
fn the_answers_shown_are_good_answers() {
    let shown = blocks("json");
    assert_eq!(shown.len(), 1);
    answers(&shown[0]);
}

#[test]
fn the_two_commands_are_those_that_work() {
    let shown = blocks("sh");
    assert_eq!(shown.len(), 1);
    let commands: Vec<&str> = shown[0].lines().filter_map(|line| line.split('#').next()).map(str::trim).collect();
    assert_eq!(commands, ["cargo run --release", "cargo test --locked"]);
    // The gate runs the second as it stands here.
    let gate = fs::read_to_string(project().join(".ci/run")).unwrap();
    assert!(gate.contains("README.md"));
}

#[test]
fn every_block_is_of_a_kind_that_is_run() {
    let kinds = Regex::new("(?m)^```([a-z-]+)$").unwrap();
    for kind in kinds.captures_iter(&readme()) {
        let is_run = ["sh", "text", "console", "json", "rust", "shell-session"].contains(&&kind[1]);
        assert!(is_run, "nothing runs a block of {}", &kind[1]);
    }
    // Sessions with engines are run by the gate, which has them.
    let sessions = fs::read_to_string(project().join("tests/engines/readme.py")).unwrap();
    let gate = fs::read_to_string(project().join(".ci/run")).unwrap();
    assert!(sessions.contains("```shell-session") && gate.contains("tests/engines/run"));
}

#[test]
fn dates_and_numbers_are_those_of_the_rules() {
    let header = built_in().header();
    let readme = readme();
    for fact in [
        format!("checked on {}", header.checked_on),
        format!("out of date after {}", header.review_by),
        format!("up to {} questions", built_in().questions().len()),
    ] {
        assert!(readme.contains(&fact), "no `{fact}`");
    }
}
