//! `--output`: the file is readable only by its owner, and replaces links and files only as documented.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use jakcheck::model::Now;
use jakcheck::text::language;

use crate::support::program::shell;
use crate::support::{run, text};

const PERSON: &str = "examples/people/past_clot.json";

fn write_to(path: &Path, more: &[&str]) -> (Option<i32>, String) {
    let output = run(&[&["check", PERSON, "--output", path.to_str().unwrap()], more].concat(), "");
    assert_eq!(text(&output.stdout), "");
    (output.status.code(), text(&output.stderr))
}

#[test]
fn an_existing_file_is_replaced_only_with_force() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.html");
    fs::write(&path, "before").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    let (code, stderr) = write_to(&path, &["--format", "html"]);
    assert_eq!(code, Some(4));
    assert!(stderr.contains("a file is there already") && stderr.contains("--force"), "{stderr}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "before");
    assert_eq!(write_to(&path, &["--format", "html", "--force"]), (Some(0), String::new()));
    assert!(fs::read_to_string(&path).unwrap().starts_with("<!DOCTYPE html>"));
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "something else was left");
}

#[test]
fn links_are_not_followed_and_only_files_are_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let (aim, link) = (folder.path().join("aim"), folder.path().join("link"));
    fs::write(&aim, "before").unwrap();
    symlink(&aim, &link).unwrap();
    let inner = folder.path().join("folder");
    fs::create_dir(&inner).unwrap();
    for (path, message) in [(&link, "it is a link"), (&inner, "it is no ordinary file")] {
        let (code, stderr) = write_to(path, &["--force"]);
        assert_eq!(code, Some(4));
        assert!(stderr.contains(message), "{stderr}");
    }
    let null = folder.path().join("null");
    symlink("/dev/null", &null).unwrap();
    assert_eq!(write_to(&null, &[]).0, Some(4), "it leads to an allowed name, and is none");
    assert_eq!(fs::read_to_string(&aim).unwrap(), "before");
    assert!(link.symlink_metadata().unwrap().is_symlink());
}

#[cfg(target_os = "linux")]
#[test]
fn streams_are_written_to_where_their_names_ask_for_it() {
    let check = |path: &str| run(&["check", PERSON, "--date", "2026-12-01", "--output", path], "");
    let batch = |path: &str| run(&["batch", "-q", "--output", path], "{\"smoking\": \"past\"}\n");
    let (list, lines) = (text(&check("-").stdout), text(&batch("-").stdout));
    assert!(list.starts_with("TALK OVER ") && lines.starts_with("{\"line\":1,"));
    for (path, is_stdout, is_stderr) in
        [("/dev/null", false, false), ("/dev/stdout", true, false), ("/dev/stderr", false, true)]
    {
        for (output, whole) in [(check(path), &list), (batch(path), &lines)] {
            assert_eq!(output.status.code(), Some(0), "{path}: {}", text(&output.stderr));
            let expected = |is_here: bool| if is_here { whole.clone() } else { String::new() };
            assert_eq!((text(&output.stdout), text(&output.stderr)), (expected(is_stdout), expected(is_stderr)));
        }
    }
    // A device that is not named here could be anything, such as a disk.
    assert_eq!(check("/dev/full").status.code(), Some(4));
    // Standard output is added to where it is, and no file is opened a second time.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("all");
    let name = file.to_str().unwrap();
    let both = shell(&format!("{{ echo first; JAKCHECK check {PERSON} --output /dev/stdout; echo last; }} > {name}"));
    assert!(both.status.success());
    let all = fs::read_to_string(file).unwrap();
    assert!(all.starts_with("first\nTALK OVER 3 THINGS") && all.ends_with("\nlast\n"), "{all}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_takes_the_result_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    let name = pipe.to_str().unwrap();
    let read = |command: &str| {
        let output = shell(&format!(
            "[ -p {name} ] || mkfifo {name}; cat {name} & JAKCHECK {command}; code=$?; wait; exit $code"
        ));
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let check = format!("check {PERSON} --date 2026-12-01 --output");
    let list = text(&run(&["check", PERSON, "--date", "2026-12-01"], "").stdout);
    assert_eq!(read(&format!("{check} {name}")), (Some(0), list.clone(), String::new()));
    let batch = read(&format!("batch -q examples/batch/people.ndjson --output {name}"));
    assert_eq!((batch.0, batch.1.lines().count()), (Some(3), 4), "{}", batch.2);
    assert!(fs::read_dir(folder.path()).unwrap().count() == 1, "the pipe is still there, and nothing else");
    // A reader that stops has read enough.
    let left =
        shell(&format!("head -c 1 {name} & yes '{{}}' | JAKCHECK batch --output {name}; exit ${{PIPESTATUS[1]}}"));
    assert_eq!((left.status.code(), text(&left.stderr)), (Some(0), String::new()));
    // The shell names a pipe of its own in /dev/fd.
    let given = shell(&format!("JAKCHECK {check} >(cat); wait $!"));
    assert_eq!((given.status.code(), text(&given.stdout)), (Some(0), list));
    // A link to a pipe is a link.
    let link = folder.path().join("link");
    symlink(&pipe, &link).unwrap();
    assert_eq!(write_to(&link, &["--force"]).0, Some(4));
}

#[test]
fn what_is_urgent_is_said_beside_an_output_file() {
    let folder = tempfile::tempdir().unwrap();
    let said = |answers: &str, name: &str, more: &[&str]| {
        let path = folder.path().join(name);
        let output = run(&[&["check", "--output", path.to_str().unwrap()], more].concat(), answers);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), String::new()));
        text(&output.stderr)
    };
    for (number, (answers, now)) in [
        (r#"{"symptoms_now": ["stroke"]}"#, Some(Now::Emergency)),
        (r#"{"symptoms_now": ["not_sure"]}"#, Some(Now::MaybeEmergencyOrSameDay)),
        (r#"{"stage": "taking_now", "pregnancy": "pregnant"}"#, Some(Now::SameDay)),
        (r#"{"smoking": "past"}"#, None),
    ]
    .into_iter()
    .enumerate()
    {
        let line = now.map_or_else(String::new, |now| format!("{}\n", (language().safety.urgent_line)(now)));
        assert_eq!(said(answers, &format!("{number}.txt"), &[]), line);
        assert_eq!(said(answers, &format!("{number}.json"), &["--format", "json"]), line);
        assert_eq!(said(answers, &format!("{number}.html"), &["-q", "--format", "html"]), "");
        // On standard output it stands in the list.
        assert_eq!(text(&run(&["check"], answers).stderr), "");
    }
}

#[test]
fn a_batch_replaces_a_file_only_with_force() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("results.ndjson");
    fs::write(&path, "before").unwrap();
    let batch = |more: &[&str]| {
        let arguments = ["batch", "-q", "--output", path.to_str().unwrap()];
        run(&[&arguments[..], more].concat(), "{\"smoking\": \"past\"}\n").status.code()
    };
    assert_eq!(batch(&[]), Some(4));
    assert_eq!(fs::read_to_string(&path).unwrap(), "before");
    assert_eq!(batch(&["--force"]), Some(0));
    assert!(fs::read_to_string(&path).unwrap().starts_with("{\"line\":1,"));
}

#[test]
fn flags_without_effect_are_refused() {
    for (arguments, part) in [
        (&["check", PERSON, "--force"][..], "--output"),
        (&["check", PERSON, "--large-print"], "--large-print is for HTML"),
        (&["check", PERSON, "--format", "csv"], "[possible values: text, json, markdown, html, fhir]"),
        (&["batch", "examples/batch/people.ndjson", "--format", "html"], "[possible values: json, csv]"),
        (&["batch", "--to-columns", "--exit-code"], "not checked"),
        (&["rules", "show", "--format", "json"], "the values are: text, markdown, html"),
        (&["rules", "check", "--format", "markdown"], "[possible values: text, json]"),
    ] {
        let output = run(arguments, "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains(part), "{arguments:?}: {}", text(&output.stderr));
    }
}

#[test]
fn a_file_of_results_is_made_only_where_somebody_was_checked() {
    let folder = tempfile::tempdir().unwrap();
    let results = folder.path().join("results.ndjson");
    let made = |lines: &str, name: &str| {
        let file = folder.path().join(name);
        let output = run(&["batch", "-q", "--output", file.to_str().unwrap()], lines);
        (output.status.code(), text(&output.stderr).contains("no record at all"), file.exists())
    };
    assert_eq!(made("\n \n", "none"), (Some(3), true, false));
    assert_eq!(made("x\n", "bad"), (Some(3), false, true));
    // The script for a timetable tells the two apart.
    let program = Path::new(env!("CARGO_BIN_EXE_jakcheck")).parent().unwrap().display();
    let nightly = |people: &str| {
        let line = format!("PATH='{program}':$PATH examples/batch/nightly.sh {people} '{}'", results.display());
        let output = shell(&line);
        (output.status.code(), text(&output.stdout) + &text(&output.stderr))
    };
    let marked = folder.path().join("marked.ndjson");
    fs::write(&marked, "\u{feff}").unwrap();
    for nobody in ["/dev/null", marked.to_str().unwrap()] {
        let (code, said) = nightly(nobody);
        assert_eq!((code, said.as_str()), (Some(1), "checked nobody: no record, or no file of answers\n"), "{nobody}");
    }
    let (code, said) = nightly("examples/batch/people.ndjson");
    assert!(code == Some(0) && said.starts_with("ran: some lines were bad, look for \"error\" in "), "{code:?} {said}");
}
