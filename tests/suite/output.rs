//! `--output`: the file is readable only by its owner, and replaces links and files only as documented.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

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
    let (code, stderr) = write_to(Path::new("/dev/null"), &["--force"]);
    assert_eq!(code, Some(4));
    assert!(stderr.contains("it is no ordinary file"), "{stderr}");
    assert_eq!(fs::read_to_string(&aim).unwrap(), "before");
    assert!(link.symlink_metadata().unwrap().is_symlink());
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
        (&["check", PERSON, "--format", "csv"], "[possible values: text, json, markdown, html]"),
        (&["batch", "examples/batch/people.ndjson", "--format", "html"], "[possible values: json, csv]"),
        (&["batch", "--to-columns", "--exit-code"], "not checked"),
        (&["rules", "show", "--format", "json"], "the values are: text, markdown, html"),
        (&["rules", "check", "--format", "markdown"], "[possible values: text]"),
    ] {
        let output = run(arguments, "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains(part), "{arguments:?}: {}", text(&output.stderr));
    }
}
