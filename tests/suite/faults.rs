//! Disks that fill up, streams that are closed and readers that leave, at each write of each command.
#![cfg(target_os = "linux")]

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use jakcheck::model::Now;
use jakcheck::text::language;

use crate::support::program::{PATIENCE, finish, shell};
use crate::support::{jakcheck, project, text};

/// A person for whom there is something to say and nothing urgent.
const CLOT: &str = "examples/people/past_clot.json";

/// Somebody with an emergency sign, as the script of a shell pipes it in.
const EMERGENCY: &str = "echo '{\"symptoms_now\": [\"stroke\"]}' | JAKCHECK check";

/// Commands that write, with their exit code where nothing fails. None reads standard input.
const COMMANDS: [(&str, i32); 10] = [
    ("check examples/people/past_clot.json --date 2026-12-01", 0),
    ("check examples/people/past_clot.json --date 2026-12-01 --full", 0),
    ("check examples/people/past_clot.json --date 2026-12-01 --full --format html", 0),
    ("check examples/people/past_clot.json --date 2026-12-01 --format json", 0),
    ("batch -q examples/batch/people.ndjson", 3),
    ("batch -q --full examples/batch/people.ndjson --date 2026-12-01", 3),
    ("page --date 2026-12-01", 0),
    ("demo --date 2026-12-01", 0),
    ("rules show --date 2026-12-01", 0),
    ("rules export --to sql --dialect sqlite --date 2026-12-01", 0),
];

/// A command in a shell in which no file grows beyond so many KiB: each write behind that fails.
fn on_a_small_disk(kib: usize, line: &str) -> Output {
    shell(&format!("trap '' XFSZ; ulimit -f {kib}; {line}"))
}

/// Sizes in KiB at which a result of this length does not fit: its ends, and some between them.
fn too_small(length: usize) -> Vec<usize> {
    let last = length.div_ceil(1024) - 1;
    let mut sizes = vec![0, 1, 2, 3, last / 2, last - last.min(1), last];
    sizes.retain(|size| *size <= last);
    sizes.sort_unstable();
    sizes.dedup();
    sizes
}

/// The names of what is in a folder.
fn names(folder: &Path) -> Vec<String> {
    crate::support::files::file_names(folder).into_iter().collect()
}

#[test]
fn a_result_that_does_not_fit_leaves_no_file_and_the_message_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let (new, old) = (folder.path().join("new"), folder.path().join("old"));
    for (command, code) in COMMANDS {
        let whole = shell(&format!("JAKCHECK {command}"));
        assert_eq!(whole.status.code(), Some(code), "{command}: {}", text(&whole.stderr));
        for kib in too_small(whole.stdout.len()) {
            fs::write(&old, "old").unwrap();
            for (path, more) in [(&new, ""), (&old, "--force")] {
                let path = path.display();
                let full = on_a_small_disk(kib, &format!("JAKCHECK {command} --output '{path}' {more}"));
                let said = text(&full.stderr);
                assert_eq!(full.status.code(), Some(4), "{command} in {kib} KiB: {said}");
                assert!(said.contains(&format!("cannot write {path}: ")), "{command} in {kib} KiB: {said}");
                assert!(said.contains("hint") && full.stdout.is_empty(), "{command} in {kib} KiB: {said}");
            }
            assert_eq!(names(folder.path()), ["old"], "{command} in {kib} KiB");
            assert_eq!(fs::read_to_string(&old).unwrap(), "old", "{command} in {kib} KiB");
        }
        let kib = whole.stdout.len().div_ceil(1024);
        let fits = on_a_small_disk(kib, &format!("JAKCHECK {command} --output '{}'", new.display()));
        assert_eq!((fits.status.code(), fs::read(&new).unwrap()), (Some(code), whole.stdout), "{command}");
        fs::remove_file(&new).unwrap();
    }
}

#[test]
fn a_stream_that_takes_only_the_beginning_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("stream");
    for (command, _) in COMMANDS {
        let whole = shell(&format!("JAKCHECK {command}")).stdout;
        for kib in too_small(whole.len()) {
            let full = on_a_small_disk(kib, &format!("JAKCHECK {command} > '{}'", file.display()));
            let said = text(&full.stderr);
            assert_eq!(full.status.code(), Some(4), "{command} in {kib} KiB: {said}");
            assert!(said.contains("cannot write the result: "), "{command} in {kib} KiB: {said}");
            assert!(whole.starts_with(&fs::read(&file).unwrap()), "{command} in {kib} KiB");
        }
    }
}

#[test]
fn what_is_urgent_is_said_where_the_list_could_not_be_written() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("list");
    let urgent = (language().safety.urgent_line)(Now::Emergency);
    let to_file = format!("--output '{}'", file.display());
    for more in [to_file.as_str(), "> /dev/full", "-q --full > /dev/full", "--output /dev/stdout > /dev/full"] {
        let full = on_a_small_disk(0, &format!("{EMERGENCY} {more}"));
        let said = text(&full.stderr);
        assert_eq!(full.status.code(), Some(4), "{more}: {said}");
        assert!(said.starts_with("error: cannot write ") && said.ends_with(&format!("\n\n{urgent}\n")), "{said}");
        let full = on_a_small_disk(0, &format!("{EMERGENCY} --format json {more}"));
        let said: serde_json::Value = serde_json::from_slice(&full.stderr).unwrap();
        assert_eq!(said["emergency"], urgent, "{more}");
    }
    // Somebody who was asked reads it last, where the list that they were asked for is lost. The fourth sign; go on; not sure.
    let typed = "1\\n4\\n2\\n".to_owned() + &"?\\n".repeat(11) + "1\\n";
    let full = shell(&format!("printf '{typed}' | JAKCHECK ask --short --accessible > /dev/full"));
    let said = text(&full.stderr);
    assert!(full.status.code() == Some(4) && said.contains("You chose: Show my list"), "{said}");
    assert!(said.contains("error: cannot write the result: ") && said.ends_with(&format!("\n\n{urgent}\n")), "{said}");
    // Without anything urgent there is nothing to add.
    let full = shell(&format!("JAKCHECK check {CLOT} > /dev/full"));
    assert_eq!(text(&full.stderr).matches("error: ").count(), text(&full.stderr).lines().count() - 1);
    assert_eq!(names(folder.path()), [""; 0]);
}

#[test]
fn a_session_on_a_full_disk_prints_its_list_and_keeps_the_old_answers() {
    let folder = tempfile::tempdir().unwrap();
    let old = folder.path().join("mine.json");
    // Every question is answered with not sure, so that the list comes.
    let answers = "1\\n0\\n".to_owned() + &"?\\n".repeat(11) + "1\\n";
    let ask = |more: &str| {
        let folder = folder.path().display();
        on_a_small_disk(0, &format!("cd '{folder}'; printf '{answers}' | JAKCHECK ask --short --accessible {more}"))
    };
    for (more, part) in [
        ("--save-answers new.json", "cannot save answers in new.json: "),
        ("--output list.txt", "cannot write list.txt: "),
    ] {
        let full = ask(more);
        let said = text(&full.stderr);
        assert_eq!(full.status.code(), Some(4), "{said}");
        assert!(said.contains(part), "{said}");
        assert!(text(&full.stdout).contains("texts and sources with --full"), "the list is printed: {said}");
        assert_eq!(names(folder.path()), [""; 0]);
    }
    let before = "{\"stage\": \"taking_now\"}";
    fs::write(&old, before).unwrap();
    let folder_name = folder.path().display();
    let stop = format!(
        "cd '{folder_name}'; printf '1\\n1\\n0\\n1\\ns\\n' | \
         JAKCHECK ask --accessible --resume mine.json --save-answers mine.json"
    );
    let full = on_a_small_disk(0, &stop);
    let said = text(&full.stderr);
    assert_eq!(full.status.code(), Some(4), "{said}");
    assert!(said.contains("cannot save answers in mine.json: ") && said.contains("emergency"), "{said}");
    assert_eq!((names(folder.path()), fs::read_to_string(&old).unwrap()), (vec!["mine.json".into()], before.into()));
}

#[test]
fn a_closed_stream_is_as_one_that_leads_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    let output = format!("check {CLOT} --date 2026-12-01 --output '{}'", file.display());
    let bad = "check examples/batch/people.csv";
    let reading = ["check", "batch", "ask --accessible", "batch --output", bad, "rules show smoking", "no_command"];
    let commands = COMMANDS.iter().map(|(command, _)| *command).chain(reading).chain([output.as_str()]);
    for command in commands {
        for closed in 0..8 {
            let run = |streams: [&str; 3]| {
                let of = |place: usize| if closed & (1 << place) == 0 { "" } else { streams[place] };
                let line = format!("JAKCHECK {command} {} {} {}", of(0), of(1), of(2));
                let output = shell(&line);
                let written = fs::read_to_string(&file).ok();
                let _ = fs::remove_file(&file);
                (output.status.code(), text(&output.stdout), text(&output.stderr), written)
            };
            let found = run(["<&-", ">&-", "2>&-"]);
            assert_eq!(found, run(["< /dev/null", "> /dev/null", "2> /dev/null"]), "{command}, {closed}");
            assert!(matches!(found.0, Some(0 | 2..=4)), "{command}, {closed}: {found:?}");
            // What goes to a stream that is closed never lands in the file.
            assert_eq!(found.3.is_some(), command == output, "{command}");
            assert!(found.3.is_none_or(|list| list.starts_with("TALK OVER ") && !list.contains("error")));
        }
    }
}

/// A command that starts once a line was sent to it: by then its streams are as the test left them.
fn held_back(command: &str) -> Child {
    let line = format!("read -r _; exec '{}' {command}", jakcheck().get_program().to_string_lossy());
    let mut shell = Command::new("bash");
    shell.args(["-c", &line]).current_dir(project());
    shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn a_reader_that_has_left_before_the_first_write_is_no_error() {
    for (command, _) in COMMANDS {
        let mut child = held_back(command);
        drop(child.stdout.take());
        let output = finish(child, "\n");
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()), "{command}");
    }
    // Where nobody reads the questions, asking ends.
    let mut child = held_back("ask --accessible");
    drop(child.stderr.take());
    let output = finish(child, "\n1\n0\n");
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(4), String::new()));
}

#[test]
fn a_reader_that_leaves_after_some_bytes_is_no_error() {
    for (command, _) in COMMANDS {
        let whole = shell(&format!("JAKCHECK {command}")).stdout;
        for length in [1, 100, 5000, whole.len() / 2, whole.len() - 1] {
            let mut child = held_back(command);
            let mut stdin = child.stdin.take().unwrap();
            stdin.write_all(b"\n").unwrap();
            let mut beginning = vec![0; length.min(whole.len())];
            child.stdout.take().unwrap().read_exact(&mut beginning).unwrap();
            let output = finish(child, "");
            assert!(whole.starts_with(&beginning), "{command}");
            let said = text(&output.stderr);
            assert!(
                matches!(output.status.code(), Some(0 | 3)) && !said.contains("error: cannot"),
                "{command}: {said}"
            );
        }
    }
}

#[test]
fn a_reader_that_leaves_after_any_result_of_a_batch_ends_it() {
    for threads in ["1", "2"] {
        for results in 0..6 {
            let mut child = held_back(&format!("batch --threads {threads}"));
            let mut stdin = child.stdin.take().unwrap();
            let mut stdout = child.stdout.take().unwrap();
            stdin.write_all(b"\n").unwrap();
            for line in 1..=results {
                stdin.write_all(b"{\"smoking\": \"past\"}\n").unwrap();
                let (mut result, mut byte) = (Vec::new(), [0]);
                while !result.ends_with(b"\n") {
                    stdout.read_exact(&mut byte).unwrap();
                    result.push(byte[0]);
                }
                assert!(text(&result).starts_with(&format!("{{\"line\":{line},")), "{}", text(&result));
            }
            drop(stdout);
            // The pipe stays open, so that only the lost reader ends the run. A second thread can wait for a line by then, and
            // sees at the next one that the reader has left.
            let end = Instant::now() + PATIENCE;
            while child.try_wait().unwrap().is_none() {
                assert!(Instant::now() < end, "{threads}, {results}: it goes on without a reader");
                let _ = stdin.write_all(b"{}\n");
                thread::sleep(Duration::from_millis(2));
            }
            let output = finish(child, "");
            assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()), "{threads}, {results}");
            drop(stdin);
        }
    }
}
