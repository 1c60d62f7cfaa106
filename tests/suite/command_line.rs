//! The program as a process: streams, exit codes, files, formats, errors.

use jakcheck::text::language;
use std::fs;
use std::process::Stdio;

use serde_json::Value;

use crate::support::program::{finish, output};
use crate::support::{DAY, jakcheck, project, run, text};

const PAST_CLOT: &str = "examples/people/past_clot.json";

fn check(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = run(arguments, "");
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn only_the_report_is_on_standard_output() {
    let (code, stdout, stderr) = check(&["check", PAST_CLOT, "--date", DAY]);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    assert!(
        stdout.starts_with("TALK OVER 3 THINGS WITH YOUR DOCTOR: JAK INHIBITORS (IMMUNE MEDICINES)\nDate: 2026-12-01.")
    );
    assert!(!stdout.contains('\u{1b}'));
    assert!(stdout.ends_with('\n'));
}

#[test]
fn text_wraps_at_eighty_columns_without_trailing_spaces() {
    for (arguments, width) in [(vec!["check", PAST_CLOT], 80), (vec!["check", PAST_CLOT, "--width", "40"], 40)] {
        let (_, stdout, _) = check(&arguments);
        for line in stdout.lines() {
            // A web address is never broken.
            let is_address = line.split_whitespace().any(|word| word.contains("https://"));
            assert!(line.chars().count() <= width || is_address, "{line}");
            assert_eq!(line.trim_end(), line);
        }
        assert!(!stdout.chars().any(|c| ('\u{2500}'..='\u{257f}').contains(&c)), "a box");
    }
}

#[test]
fn json_is_one_document_with_its_versions() {
    let (code, stdout, _) = check(&["check", PAST_CLOT, "--format", "json"]);
    let report: Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!(code, Some(0));
    assert_eq!(report["schema_version"], 2);
    assert_eq!(report["program"]["name"], "jakcheck");
    assert_eq!(report["rule_set"]["id"], "jak_inhibitors");
    assert_eq!(report["rule_set"]["built_in"], true);
    let keys: Vec<&str> = report.as_object().unwrap().keys().map(String::as_str).collect();
    for word in ["score", "risk", "safe", "eligible", "verdict", "pass"] {
        assert!(!keys.iter().any(|key| key.contains(word)), "{word} in {keys:?}");
    }
}

#[test]
fn flags_can_be_anywhere_and_dash_is_standard_input() {
    let answers = fs::read_to_string(project().join(PAST_CLOT)).unwrap();
    let file = check(&["check", PAST_CLOT, "--format", "json", "--date", "2026-12-01"]).1;
    assert_eq!(file, check(&["--date", "2026-12-01", "--format", "json", "check", PAST_CLOT]).1);
    for arguments in [vec!["check", "-"], vec!["check"], vec![]] {
        let arguments = [arguments, vec!["--format", "json", "--date", "2026-12-01"]].concat();
        assert_eq!(file, text(&run(&arguments, &answers).stdout), "{arguments:?}");
    }
}

#[test]
fn time_zone_locale_and_environment_change_no_byte() {
    let plain = run(&["check", PAST_CLOT, "--date", "2026-12-01"], "").stdout;
    for (key, value) in [("TZ", "Asia/Tokyo"), ("LC_ALL", "tr_TR.UTF-8"), ("COLUMNS", "33"), ("LANG", "C")] {
        let other = output(jakcheck().args(["check", PAST_CLOT, "--date", "2026-12-01"]).env(key, value), "");
        assert!(plain == other.stdout, "{key}={value}");
    }
}

#[test]
fn exit_codes_match_the_result_of_the_run() {
    assert_eq!(check(&["check", PAST_CLOT]).0, Some(0));
    assert_eq!(check(&["check", PAST_CLOT, "--exit-code"]).0, Some(1));
    assert_eq!(check(&["check", "examples/people/nothing_applies.json", "--exit-code"]).0, Some(0));
    assert_eq!(check(&["check", "examples/people/chest_pain_now.json", "--exit-code"]).0, Some(1));
    assert_eq!(check(&["--nope"]).0, Some(2));
    assert_eq!(check(&["topics", "nope"]).0, Some(2));
    assert_eq!(check(&["ask"]).0, Some(2));
    assert_eq!(run(&[], "").status.code(), Some(3));
    assert_eq!(run(&["check"], "{").status.code(), Some(3));
    assert_eq!(check(&["rules", "check", "--rules", "examples"]).0, Some(3));
    assert_eq!(check(&["check", "no_such_file.json"]).0, Some(4));
    assert_eq!(check(&["check", "examples"]).0, Some(4));
    assert_eq!(check(&["rules", "check", "--rules", "no_such_folder"]).0, Some(4));
}

#[test]
fn an_error_leaves_standard_output_empty_and_gives_a_hint() {
    let runs = [
        run(&["check"], "{\"smoking\": \"sometimes\"}"),
        run(&["check"], "{"),
        run(&["check"], ""),
        run(&["check", "--format", "json"], "[]"),
        run(&["check", "no_such_file.json"], ""),
        run(&["check", "examples"], ""),
        run(&["topics", "heart"], ""),
        run(&["rules", "show", "smokin"], ""),
        run(&["ask"], ""),
        run(&["rules", "check", "--rules", "examples"], ""),
    ];
    for output in runs {
        let stderr = text(&output.stderr);
        assert!(output.stdout.is_empty() && !output.status.success(), "{stderr}");
        assert!(stderr.contains("hint: ") || stderr.contains("\"hint\": "), "{stderr}");
        assert!(!stderr.contains("sometimes"), "{stderr}");
    }
}

#[test]
fn errors_in_answers_have_a_position_and_the_emergency_line() {
    let output = run(&["check"], "{\n  \"smoking\": \"pregnant, 8 weeks\"\n}\n");
    insta::assert_snapshot!(text(&output.stderr), @r"
    error[unknown_option]: `smoking` has no such option
      --> standard input:2:14
      hint: the options are: current, past, never, not_sure

    If you have an emergency sign, call your local emergency number now.
    ");
}

#[test]
fn a_typing_error_gets_a_hint_with_the_right_word() {
    let stderr = |arguments: &[&str], stdin: &str| text(&run(arguments, stdin).stderr);
    assert!(stderr(&["check"], "{\"clot_histroy\": \"yes\"}").contains("did you mean `clot_history`?"));
    assert!(stderr(&["chekc"], "").contains("'check'"));
    assert!(stderr(&["check", "--formt", "json"], "").contains("'--format'"));
    assert!(stderr(&["check", "--format", "jsn"], "").contains("'json'"));
    assert!(stderr(&["topics", "blood_clot"], "").contains("did you mean `blood_clots`?"));
    assert!(stderr(&["rules", "show", "smokin"], "").contains("did you mean `smoking`?"));
}

#[test]
fn outdated_rules_are_in_the_first_line() {
    let first = |date: &str| check(&["check", PAST_CLOT, "--date", date]).1.lines().next().unwrap().to_owned();
    assert!(first("2027-05-25").starts_with("TALK OVER 3 THINGS"));
    assert!(first("2027-05-26").starts_with("OUT OF DATE"));
    assert!(first("2100-01-01").starts_with("OUT OF DATE"));
    assert!(first("1970-01-01").starts_with("CHECK THE DATE"));
    let json = check(&["check", PAST_CLOT, "--format", "json", "--date", "2027-05-26"]).1;
    let report: Value = serde_json::from_str(&json).unwrap();
    assert!(report["notice"][0].as_str().unwrap().starts_with("OUT OF DATE"));
}

#[test]
fn an_output_file_is_readable_only_by_its_owner() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.txt");
    let path = file.to_str().unwrap();
    let (code, stdout, stderr) = check(&["check", PAST_CLOT, "--output", path, "--date", "2026-12-01"]);
    assert_eq!((code, stdout.as_str(), stderr.as_str()), (Some(0), "", ""));
    assert_eq!(fs::read_to_string(&file).unwrap(), check(&["check", PAST_CLOT, "--date", "2026-12-01"]).1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let (code, _, stderr) = check(&["check", PAST_CLOT, "--output", path]);
    assert_eq!(code, Some(4));
    assert!(stderr.contains("hint: name a new file"), "{stderr}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "a temporary file was left behind");
    assert_eq!(check(&["check", PAST_CLOT, "--output", "no/such/folder/x"]).0, Some(4));
}

#[test]
fn no_file_is_written_without_output() {
    let home = tempfile::tempdir().unwrap();
    let answers = project().join(PAST_CLOT);
    let mut command = jakcheck();
    command.args(["check", answers.to_str().unwrap()]).env("HOME", home.path()).current_dir(home.path());
    let output = output(&mut command, "");
    assert!(output.status.success());
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_and_a_closed_pipe_is_none() {
    for arguments in [
        &["check", PAST_CLOT][..],
        &["topics"],
        &["rules", "show"],
        &["schema", "rules"],
        &["completions", "bash"],
        &["man"],
        &["--help"],
    ] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = finish(jakcheck().args(arguments).stdout(full).stderr(Stdio::piped()).spawn().unwrap(), "");
        assert_eq!(output.status.code(), Some(4), "{arguments:?}");
        assert!(text(&output.stderr).contains("hint: "), "{arguments:?}");

        let mut child = jakcheck().args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = finish(child, "");
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()), "{arguments:?}");
    }
}

#[test]
fn colour_only_adds_escapes() {
    let plain = check(&["check", PAST_CLOT, "--color", "never"]).1;
    let coloured = check(&["check", PAST_CLOT, "--color", "always"]).1;
    assert!(coloured.contains("\u{1b}["));
    let escapes = regex::Regex::new("\u{1b}\\[[0-9;]*m").unwrap();
    assert_eq!(escapes.replace_all(&coloured, ""), plain);
}

#[test]
fn asking_without_a_terminal_is_refused_with_a_hint() {
    for (arguments, stdin, code, part) in [
        (&["ask"][..], "", 2, "--accessible"),
        (&["ask"], "{}", 2, "jakcheck check FILE"),
        (&["ask", "--no-input"], "", 2, "--no-input forbids"),
        (&["--no-input"], "", 3, "standard input is empty"),
        (&["ask", "--accessible"], "", 3, "before you chose"),
        (&["--accessible"], "1\n0\n2\n", 3, "before question 3 was answered"),
    ] {
        let output = run(arguments, stdin);
        let stderr = text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {stderr}");
        assert!(
            stderr.contains(part) && stderr.contains("hint: ") && output.stdout.is_empty(),
            "{arguments:?}: {stderr}"
        );
        assert!(!stderr.contains(['\u{1b}', '\r']), "{arguments:?}");
    }
}

#[test]
fn a_pipe_can_answer_in_line_mode() {
    let mut lines = "1\n0\n".to_owned();
    lines.push_str(&"?\n".repeat(11));
    lines.push_str("1\n");
    let output = run(&["ask", "--short", "--accessible", "--format", "json"], &lines);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(report["unanswered"].as_array().unwrap().contains(&Value::from("allergy")));
}

#[test]
fn completions_and_the_manual_page_are_generated() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (code, script, stderr) = check(&["completions", shell]);
        assert!(code == Some(0) && stderr.is_empty() && script.contains("resume"), "{shell}");
    }
    let bash = run(&["completions", "bash"], "").stdout;
    let read = output(std::process::Command::new("bash").arg("-n"), &text(&bash));
    assert!(read.status.success(), "bash reads its completions");
    let (code, page, _) = check(&["man"]);
    assert!(code == Some(0) && page.contains(".TH jakcheck 1") && page.contains("emergency"));
}

#[test]
fn help_wraps_at_the_width_of_the_terminal() {
    for columns in ["40", "300"] {
        let output = output(jakcheck().arg("--help").env("COLUMNS", columns), "");
        let widest = text(&output.stdout).lines().map(|line| line.chars().count()).max().unwrap();
        let most = if columns == "40" { 40 } else { 100 };
        assert!(widest <= most, "{widest} columns at {columns}");
    }
}

#[test]
fn a_report_for_somebody_else_says_who_you_means() {
    let lines = |who: &str| format!("{who}\n0\n{}1\n", "?\n".repeat(11));
    let said = language().asking.you_is_someone;
    let list = |who: &str, format: &str| {
        text(&run(&["ask", "--short", "--accessible", "--format", format], &lines(who)).stdout)
    };
    for format in ["text", "json"] {
        assert!(list("2", format).contains(said), "{format}");
        assert!(!list("1", format).contains(said), "{format}");
    }
}

#[test]
fn help_has_the_limits_and_the_emergency_text() {
    let (code, short, stderr) = check(&["-h"]);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    assert!(short.lines().count() <= 40 && short.contains("emergency"), "{short}");
    let (_, long, _) = check(&["--help"]);
    for word in ["Examples:", "Exit codes:", "NO_COLOR", "does not say whether", "no score"] {
        assert!(long.contains(word), "no `{word}` in the help");
    }
    for flag in ["--smoking", "--pregnancy", "--answer", "--age"] {
        assert!(!long.contains(flag), "answers are no flags: {flag}");
    }
    assert_eq!(check(&["help", "check"]).1, check(&["check", "--help"]).1);
    assert_eq!(check(&["--version"]).1, format!("jakcheck {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(check(&["-V"]).1, check(&["--version"]).1);
}

#[test]
fn a_report_from_other_rules_says_so() {
    let output = run(&["check", "--rules", "rules/jak-inhibitors", "--format", "json"], "{\"smoking\": \"past\"}");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["rule_set"]["built_in"], false);
    assert!(report["notice"].to_string().contains("They are not the ones built into jakcheck."));
}

#[test]
fn rules_show_prints_a_rule_with_its_source() {
    let (_, stdout, _) = check(&["rules", "show", "cholesterol_watch"]);
    for part in ["File: topics/heart_and_stroke.json", "Source: topic_page.s14d", "Applies when", "Case "] {
        assert!(stdout.contains(part), "no `{part}`");
    }
    assert!(!stdout.contains("Caution smoking"));
}

#[test]
fn every_topic_has_a_page() {
    let (_, list, _) = check(&["topics"]);
    let ids: Vec<&str> = list.lines().filter_map(|line| line.strip_prefix("- ")?.split(':').next()).collect();
    assert_eq!(ids.len(), 17);
    let json: Value = serde_json::from_str(&check(&["topics", "--format", "json"]).1).unwrap();
    assert!(json["topics"].as_array().unwrap().iter().map(|topic| &topic["id"]).eq(&ids));
    for id in ids {
        let (code, page, _) = check(&["topics", id]);
        assert!(
            code == Some(0) && page.contains("SOURCES") && page.contains("No doctor or nurse has reviewed it."),
            "{id}"
        );
    }
}

#[test]
fn only_the_first_of_thousands_of_mistakes_are_printed() {
    let hostile = format!("{{{}}}", vec!["\"a\": 1"; 2000].join(","));
    let stderr = text(&run(&["check"], &hostile).stderr);
    assert_eq!(stderr.matches("error[").count(), 100);
    assert!(stderr.contains("and 3899 errors more"));
}
