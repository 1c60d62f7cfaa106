//! `--format`: each command lists and takes the formats that it prints, wherever the option stands.

use regex::Regex;

use crate::support::{run, text};

const PAGE: &[&str] = &["text", "markdown", "html"];
const PAGE_OR_DATA: &[&str] = &["text", "json", "markdown", "html"];

/// Each command, and the formats that it prints.
const COMMANDS: [(&[&str], &[&str]); 20] = [
    (&[], PAGE_OR_DATA),
    (&["ask"], PAGE_OR_DATA),
    (&["check", "examples/people/past_clot.json"], &["text", "json", "markdown", "html", "fhir"]),
    (&["demo", "past_clot"], PAGE_OR_DATA),
    (&["compare", "past_clot", "examples/people/pregnant.json"], PAGE_OR_DATA),
    (&["explain", "smoking"], PAGE_OR_DATA),
    (&["demo"], PAGE_OR_DATA),
    (&["explain"], PAGE_OR_DATA),
    (&["topics"], PAGE_OR_DATA),
    (&["topics", "blood_clots"], PAGE_OR_DATA),
    (&["batch", "-q"], &["json", "csv"]),
    (&["rules", "show", "smoking"], PAGE),
    (&["rules", "hazards"], PAGE_OR_DATA),
    (&["rules", "check"], &["text", "json"]),
    (&["rules", "review"], PAGE_OR_DATA),
    (&["rules", "export"], &["text"]),
    (&["schema", "report"], &["json"]),
    (&["completions", "bash"], &["text"]),
    (&["man"], &["text"]),
    (&["rules"], PAGE_OR_DATA),
];

/// The last words of a list of values, such as `[possible values: text, json]`.
fn possible(formats: &[&str]) -> String {
    format!("[possible values: {}]", formats.join(", "))
}

#[test]
fn the_help_of_each_command_lists_its_formats() {
    for (command, formats) in COMMANDS {
        let help = text(&run(&[command, &["-h"]].concat(), "").stdout);
        let help = help.split_whitespace().collect::<Vec<&str>>().join(" ");
        let line = format!("[default: {}] {}", formats[0], possible(formats));
        assert!(help.contains(&line), "{command:?} has no {line}: {help}");
    }
}

/// What was printed, without how long a proof took.
fn untimed(printed: &[u8]) -> String {
    let times = Regex::new(r#" +[0-9.]+ s\n|"milliseconds": [0-9]+"#).unwrap();
    times.replace_all(&text(printed), "").into_owned()
}

#[test]
fn a_format_that_a_command_does_not_print_is_refused_before_and_after_its_name() {
    for (command, formats) in COMMANDS {
        for format in ["text", "json", "markdown", "html", "csv", "fhir"] {
            let is_printed = formats.contains(&format);
            let before = run(&[&["--format", format], command].concat(), "{}\n");
            let after = run(&[command, &["--format", format]].concat(), "{}\n");
            // Two of them end before they print: nobody can be asked, and `rules` needs one of its own commands.
            if ![&["ask"][..], &["rules"]].contains(&command) {
                assert_eq!(before.status.success(), is_printed, "{command:?} {format}: {}", text(&before.stderr));
            }
            assert_eq!(untimed(&before.stdout), untimed(&after.stdout), "{command:?} {format}");
            if !is_printed && command != ["rules"] {
                for output in [before, after] {
                    let stderr = text(&output.stderr);
                    assert_eq!(output.status.code(), Some(2), "{command:?} {format}");
                    let values = if format == "json" {
                        format!("the values are: {}\"", formats.join(", "))
                    } else {
                        possible(formats)
                    };
                    assert!(stderr.contains(&values), "{command:?} {format}: {stderr}");
                }
            }
        }
    }
}

#[test]
fn the_format_after_the_command_counts_more() {
    let person = "examples/people/past_clot.json";
    let html = run(&["--format", "json", "check", person, "--format", "html"], "");
    assert!(text(&html.stdout).starts_with("<!DOCTYPE html>"));
    let show = run(&["rules", "--format", "html", "show", "smoking"], "");
    assert!(text(&show.stdout).starts_with("<!DOCTYPE html>"));
}
