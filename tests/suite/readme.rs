//! The Markdown pages of the repository: their blocks are run or compared with the output, and the files they name
//! exist.

use std::fs;
use std::process::Command;

use regex::Regex;

use crate::support::program::{output, passed_on};
use crate::support::{DAY, answers, built_in, jakcheck, project, text};

/// Each page with the kinds of blocks that it may have. Rust blocks are run as documentation tests of `src/lib.rs`.
const PAGES: [(&str, &[&str]); 8] = [
    // The Python is run by `packaging/test`.
    ("README.md", &["sh", "text", "console", "json", "rust", "python"]),
    ("CONTRIBUTING.md", &["sh"]),
    // The tree is drawn by `hazards.rs`.
    ("SAFETY.md", &["text"]),
    ("examples/batch/README.md", &["console"]),
    // The gate runs the commands for Linux.
    ("packaging/README.md", &["sh"]),
    // What other programs write is run by `tests/engines`, and so are the SQL sessions.
    ("examples/first_minute/README.md", &["console", "shell-session"]),
    ("examples/sql/README.md", &["console", "shell-session"]),
    ("examples/teaching/README.md", &["console"]),
];

fn page(name: &str) -> String {
    fs::read_to_string(project().join(name)).unwrap()
}

/// The blocks of a kind.
fn blocks(page_name: &str, kind: &str) -> Vec<String> {
    let fence = Regex::new(&format!("(?ms)^```{kind}\n(.*?)^```$")).unwrap();
    fence.captures_iter(&page(page_name)).map(|block| block[1].to_owned()).collect()
}

/// The commands of the `sh` blocks of a page.
fn shell_commands(page_name: &str) -> Vec<String> {
    let blocks = blocks(page_name, "sh").concat();
    blocks.lines().filter_map(|line| line.split('#').next()).map(|line| line.trim().to_owned()).collect()
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

/// The output of a command in a shell with `jakcheck` on the path.
fn printed(command: &str) -> String {
    let program = jakcheck();
    let folder = std::path::Path::new(program.get_program()).parent().unwrap().to_owned();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let temporary = tempfile::tempdir().unwrap();
    let mut shell = Command::new("bash");
    shell
        .args(["-c", &format!("jakcheck() {{ command jakcheck --date {DAY} \"$@\"; }}; {{ {command}\n}} 2>&1")])
        .env_clear()
        .envs(passed_on())
        .env("PATH", path)
        .env("TERM", "dumb")
        .env("TMPDIR", temporary.path())
        .current_dir(project());
    text(&output(&mut shell, "").stdout)
}

/// Whether the output is the shown one, in which a line `...` matches any lines.
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
fn every_shown_command_prints_the_shown_output() {
    for (name, kinds) in PAGES {
        let all: Vec<Run> = blocks(name, "console").iter().flat_map(|block| runs(block)).collect();
        assert!(!all.is_empty() || !kinds.contains(&"console"), "{name} shows no command");
        for Run { command, shown } in all {
            // The gate installs it. Elsewhere it may be missing.
            if command.contains("| jq ") && std::env::var_os("CI").is_none() && !has("jq") {
                continue;
            }
            let printed = printed(&command);
            assert!(is_shown(&shown, &printed), "{name}: `{command}` prints\n{printed}");
        }
    }
}

#[test]
fn the_shown_answers_are_valid() {
    let shown = blocks("README.md", "json");
    assert_eq!(shown.len(), 1);
    answers(&shown[0]);
}

#[test]
fn the_two_commands_are_valid() {
    assert_eq!(shell_commands("README.md"), ["cargo run --release", "cargo test --locked"]);
    // The gate runs the second one.
    assert!(page(".ci/run").contains("README.md"));
}

#[test]
fn the_gate_runs_the_commands_of_contributing() {
    let gate = page(".ci/run");
    let assignments = Regex::new("^([A-Z_]+=[a-z0-9]+ )*").unwrap();
    for command in shell_commands("CONTRIBUTING.md") {
        let plain = assignments.replace(&command, "");
        let is_file = project().join(&*plain).is_file();
        let is_known = is_file || gate.contains(&*plain) || plain.starts_with("cargo test --locked");
        assert!(is_known, "nothing runs `{command}`");
    }
}

#[test]
fn every_block_is_of_a_tested_kind() {
    let opening = Regex::new("(?m)^```([a-z-]*)$").unwrap();
    for (name, kinds) in PAGES {
        // Every second fence is the end of a block.
        for kind in opening.captures_iter(&page(name)).step_by(2) {
            assert!(kinds.contains(&&kind[1]), "{name}: nothing runs a block of `{}`", &kind[1]);
        }
    }
    let sessions = page("tests/engines/readme.py");
    assert!(sessions.contains("```shell-session") && sessions.contains("examples/sql/README.md"));
    assert!(page("tests/engines/first_minute.py").contains("examples/first_minute/README.md"));
    assert!(page("packaging/test").contains("/^```python$/"));
    assert!(page(".ci/run").contains("tests/engines/run") && page(".ci/run").contains("packaging/test"));
}

#[test]
fn every_named_file_exists() {
    let named = Regex::new(r"`((?:src|rules|tests|examples|benches|\.ci)/[^\s`]*)`").unwrap();
    let linked = Regex::new(r"\]\(([^)#:]+)\)").unwrap();
    let placeholder = Regex::new("[A-Z]{2,}[/.]|[A-Z]{2,}$").unwrap();
    let pages = PAGES.into_iter().map(|(name, _)| name);
    for name in
        pages.chain(["rules/README.md", "rules/REVIEWING.md", "benches/peers/README.md", "tests/engines/README.md"])
    {
        let text = page(name);
        let folder = project().join(name).parent().unwrap().to_owned();
        let links = linked.captures_iter(&text).map(|link| folder.join(&link[1]));
        let names = named.captures_iter(&text).map(|path| path[1].to_owned());
        let names = names.filter(|path| !placeholder.is_match(&path.replace("README.md", "")));
        for path in links.chain(names.map(|path| project().join(path))) {
            assert!(path.exists(), "{name} names {}, which is not there", path.display());
        }
    }
}

#[test]
fn dates_and_numbers_match_the_rules() {
    let header = built_in().header();
    let readme = page("README.md");
    for fact in [
        format!("checked on {}", header.checked_on),
        format!("out of date after {}", header.review_by),
        format!("up to {} questions", built_in().questions().len()),
    ] {
        assert!(readme.contains(&fact), "no `{fact}`");
    }
    assert!(readme.lines().count() <= 200, "what is longer stands where it is used");
}
