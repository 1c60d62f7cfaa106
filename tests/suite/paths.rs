//! Names and places that nobody expects: of output files, of saved answers, of what is read; and folders that let nobody write.
#![cfg(target_os = "linux")]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Command;

use jakcheck::render::visible::{escaped, is_unprintable};
use tempfile::TempDir;

use crate::support::files::{data, file_names};
use crate::support::program::{output, shell};
use crate::support::{jakcheck, text};

/// Answers that raise something, with a name for the example.
const ANSWERS: &str = "{\"smoking\": \"past\"}\n";

/// A folder with a file, a folder, a pipe, a link to nothing and a circle of links.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("file"), ANSWERS).unwrap();
    fs::create_dir(path("folder")).unwrap();
    assert!(Command::new("mkfifo").arg(path("pipe")).status().unwrap().success());
    for (link, aim) in [("dangling", "nothing"), ("one", "other"), ("other", "one")] {
        symlink(aim, path(link)).unwrap();
    }
    folder
}

/// A name that is longer than the name of a file can be.
fn long() -> String {
    "n".repeat(300)
}

/// The exit code, standard output and standard error of a run in a folder, with a person's typed lines.
fn run_in(folder: &Path, arguments: &[&OsStr], stdin: &str) -> (Option<i32>, String, String) {
    let output = output(jakcheck().args(arguments).current_dir(folder), stdin);
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

/// The same with arguments as one line.
fn run_line(folder: &Path, line: &str, last: &OsStr, stdin: &str) -> (Option<i32>, String, String) {
    let arguments: Vec<&OsStr> = line.split(' ').map(OsStr::new).chain([last]).collect();
    run_in(folder, &arguments, stdin)
}

#[test]
fn a_place_where_no_file_can_be_is_refused_before_anything_is_asked() {
    let folder = folder();
    let before = file_names(folder.path());
    let long = long();
    let places = [
        ".",
        "..",
        "/",
        "folder",
        "folder/",
        "folder/..",
        "nothing/",
        "nothing/x",
        "nothing/..",
        "file/",
        "file/x",
        "one",
        "one/x",
        "dangling",
        "dangling/x",
        "/dev/full",
        "/dev/tty",
        "/dev/null/x",
        "/proc/self/x",
        "pipe/x",
        &long,
        &format!("folder/{long}"),
    ];
    for place in places {
        for line in [
            "check file --force --output",
            "check file --output",
            "batch -q file --force --output",
            "page --force --output",
            "ask --accessible --force --output",
            "ask --accessible --save-answers",
            "ask --accessible --resume file --save-answers",
        ] {
            let (code, printed, said) = run_line(folder.path(), line, place.as_ref(), "1\n0\ns\n");
            assert_eq!((code, printed.as_str()), (Some(4), ""), "{line} {place}: {said}");
            assert!(said.contains(&format!(" {place}: ")) && said.contains("\n  hint: "), "{line} {place}: {said}");
            assert!(!said.contains("Question") && !said.contains("Start"), "{line} {place}: {said}");
        }
        let (code, _, said) = run_line(folder.path(), "check file --format json --output", place.as_ref(), "");
        let said: serde_json::Value = serde_json::from_str(&said).unwrap();
        assert_eq!(code, Some(4));
        assert!(said["error"]["message"].as_str().unwrap().starts_with(&format!("cannot write {place}: ")), "{said}");
    }
    // A pipe takes a result and no answers: those are read again. This holds even where they came from one.
    for line in ["--save-answers", "--resume pipe --save-answers"] {
        let (code, _, said) =
            run_line(folder.path(), &format!("ask --accessible {line}"), "pipe".as_ref(), "1\n0\ns\n");
        assert!(code == Some(4) && said.contains("cannot save answers in pipe: "), "{said}");
        assert!(!said.contains("Question"), "{said}");
    }
    assert_eq!(file_names(folder.path()), before);
    assert_eq!(fs::read_to_string(folder.path().join("file")).unwrap(), ANSWERS);
}

/// Names that control a terminal, hide their end, look like an option or are no text.
const NAMES: [&[u8]; 7] = [
    b"a\x1b[2J\x07b",
    b"a\nerror: b",
    "a\u{202e}txt.b\u{2066}".as_bytes(),
    b"a\xff\xfeb",
    b" ",
    b"$(x) `y` 'z'",
    b"--help",
];

#[test]
fn a_strange_name_is_the_name_of_the_file_and_harmless_in_messages() {
    for name in NAMES.map(OsStr::from_bytes) {
        let shown = escaped(&name.to_string_lossy());
        let joined = |option: &str| [option.as_bytes(), name.as_bytes()].concat();
        let harmless = |said: &str| {
            assert!(!said.chars().any(|c| c != '\n' && is_unprintable(c)), "{name:?}: {said}");
            assert!(said.contains(&shown), "{name:?}: {said}");
        };
        for (line, option, stdin) in [
            ("check file", "--output=", ""),
            ("batch -q file", "--output=", ""),
            ("ask --accessible", "--save-answers=", "1\n0\n3\ns\n"),
        ] {
            let folder = folder();
            let before = file_names(folder.path()).len();
            let (code, _, said) = run_line(folder.path(), line, OsStr::from_bytes(&joined(option)), stdin);
            assert!(matches!(code, Some(0 | 130)), "{name:?}: {said}");
            assert!(folder.path().join(name).is_file(), "{name:?}");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), before + 1);
            if option == "--save-answers=" {
                // The command to delete the answers deletes no other file.
                harmless(&said.replace("'\\''", "'"));
                let is_plain = shown.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
                assert!(is_plain || said.contains("rm '"), "{said}");
                assert!(!said.contains("rm -"), "{said}");
            }
            // It is there now.
            let (code, _, said) = run_line(folder.path(), line, OsStr::from_bytes(&joined(option)), stdin);
            assert_eq!(code, Some(4), "{said}");
            harmless(&said);
            assert_eq!(said.matches("error: ").count(), 1 + shown.matches("error: ").count(), "{said}");
        }
        // What is read has the name in its mistakes.
        let folder = folder();
        fs::write(folder.path().join(name), "{\"smoking\": \"sometimes\"}").unwrap();
        for (line, code) in
            [("check --", 3), ("compare file --", 3), ("ask --accessible --resume", 3), ("batch --rules", 4)]
        {
            let name = if line.starts_with("ask") || line.starts_with("batch") {
                joined(if line.starts_with("ask") { "--resume=" } else { "--rules=" })
            } else {
                name.as_bytes().to_vec()
            };
            let line = line.trim_end_matches(" --resume").trim_end_matches(" --rules");
            let (found, _, said) = run_line(folder.path(), line, OsStr::from_bytes(&name), "");
            assert_eq!(found, Some(code), "{line}: {said}");
            harmless(&said);
        }
        let (code, printed, _) = run_line(folder.path(), "batch --", name, "");
        assert!(code == Some(3) && printed.contains("\"unknown_option\""), "{printed}");
        assert!(!printed.chars().any(|c| c != '\n' && is_unprintable(c)), "{printed}");
    }
}

#[test]
fn what_cannot_be_read_is_named() {
    let folder = folder();
    let long = long();
    for place in ["folder", ".", "nothing", "one", "dangling", "file/x", "one/x", "/proc/self/mem", &long] {
        for line in
            ["check", "batch", "batch --from csv", "ask --accessible --resume", "compare file", "compare past_clot"]
        {
            let (code, printed, said) = run_line(folder.path(), line, place.as_ref(), "");
            assert_eq!((code, printed.as_str()), (Some(4), ""), "{line} {place}: {said}");
            assert!(said.starts_with(&format!("error: cannot read {place}: ")), "{line} {place}: {said}");
        }
    }
    for place in ["file", "nothing", "one", "dangling", "/dev/null", "/proc/self/mem", "pipe", &long] {
        for line in ["rules check --rules", "check file --rules", "page --rules"] {
            let (code, printed, said) = run_line(folder.path(), line, place.as_ref(), "");
            assert_eq!((code, printed.as_str()), (Some(4), ""), "{line} {place}: {said}");
            assert!(said.starts_with(&format!("error: cannot read {place}: ")), "{line} {place}: {said}");
        }
    }
}

#[test]
fn a_folder_of_rules_is_read_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let rules = folder.path().join("rules");
    let copied = Command::new("cp").arg("-r").arg(data("small_rules")).arg(&rules).status().unwrap();
    assert!(copied.success());
    let check = || run_line(folder.path(), "rules check --rules", "rules".as_ref(), "");
    assert_eq!(check().0, Some(0));
    let place = rules.join("topics/strange.json");
    for (aim, part) in [
        (None, "it is no ordinary file"),
        (Some("strange.json"), "symbolic links"),
        (Some("nothing.json"), "No such file"),
        (Some("/dev/zero"), "it is no ordinary file"),
    ] {
        match aim {
            Some(aim) => symlink(aim, &place).unwrap(),
            None => assert!(Command::new("mkfifo").arg(&place).status().unwrap().success()),
        }
        let (code, printed, said) = check();
        assert_eq!((code, printed.as_str()), (Some(4), ""), "{said}");
        assert!(said.starts_with("error: cannot read rules/topics/strange.json: ") && said.contains(part), "{said}");
        fs::remove_file(&place).unwrap();
    }
    // A file too many is told by its name.
    for name in NAMES.map(OsStr::from_bytes) {
        let name = [name.as_bytes(), b".json"].concat();
        let strange = rules.join("topics").join(OsStr::from_bytes(&name));
        fs::write(&strange, "{}").unwrap();
        let (code, _, said) = check();
        assert!(code == Some(3) && said.starts_with("error[unlisted_file]"), "{said}");
        assert!(!said.chars().any(|c| c != '\n' && is_unprintable(c)), "{said}");
        fs::remove_file(&strange).unwrap();
    }
    assert_eq!(check().0, Some(0));
}

/// Runs a line in a shell that may write only where the modes of files let it, even where the tests may do everything.
fn without_rights(line: &str) -> std::process::Output {
    let is_root = fs::metadata("/proc/self").unwrap().uid() == 0;
    shell(&if is_root { line.replace("JAKCHECK", "setpriv --bounding-set=-all JAKCHECK") } else { line.to_owned() })
}

#[test]
fn a_folder_that_may_only_be_read_stays_as_it_is() {
    let folder = folder();
    let closed = folder.path().join("closed");
    fs::create_dir(&closed).unwrap();
    for (name, mode) in [("mine.json", 0o600), ("secret.json", 0o000)] {
        fs::write(closed.join(name), ANSWERS).unwrap();
        fs::set_permissions(closed.join(name), fs::Permissions::from_mode(mode)).unwrap();
    }
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    let go = format!("cd '{}'; printf '1\\n1\\n0\\n1\\ns\\n1\\n' |", closed.display());
    for (line, name) in [
        ("check mine.json --output list.txt", "write list.txt"),
        ("check mine.json --output mine.json --force", "write mine.json"),
        ("batch mine.json --output results", "write results"),
        ("page --output page.html", "write page.html"),
        ("ask --accessible --output list.txt", "write list.txt"),
        ("ask --accessible --save-answers new.json", "save answers in new.json"),
        ("ask --accessible --resume mine.json --save-answers mine.json", "save answers in mine.json"),
        ("check secret.json", "read secret.json"),
        ("batch secret.json", "read secret.json"),
        ("ask --accessible --resume secret.json", "read secret.json"),
    ] {
        let output = without_rights(&format!("{go} JAKCHECK {line}"));
        let said = text(&output.stderr);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(4), String::new()), "{line}: {said}");
        assert!(said.starts_with(&format!("error: cannot {name}: Permission denied")), "{line}: {said}");
    }
    // Nothing is offered that would fail, and reading needs no right to write.
    let output = without_rights(&format!("{go} JAKCHECK ask --accessible --resume mine.json"));
    let said = text(&output.stderr);
    assert!(output.status.code() == Some(130) && !said.contains("Save my answers"), "{said}");
    assert!(said.contains("The answers you gave now were not saved."), "{said}");
    let list = without_rights(&format!("{go} JAKCHECK check mine.json"));
    assert!(list.status.success() && text(&list.stdout).starts_with("TALK OVER "));
    assert_eq!(file_names(&closed).len(), 2);
    assert_eq!(fs::read_to_string(closed.join("mine.json")).unwrap(), ANSWERS);
    // So that the folder can be removed.
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
}
