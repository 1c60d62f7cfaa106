//! The program `jakcheck batch`: streams, order, tables, threads, memory, exit codes.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use jakcheck::model::Item;
use serde_json::Value;

use crate::support::program::{Lines, PATIENCE, finish, output, shell, shell_within};
use crate::support::{DAY, built_in, jakcheck, project, run, text};

/// A record, a blank line, a mistake, a record with a carriage return, a last line without a line break.
const LINES: &str = "{\"id\": \"p1\", \"smoking\": \"past\"}\n\n{\"smoking\": \"sometimes\"}\n{\"id\": \"p4\", \"symptoms_now\": [\"heart_attack\"]}\r\n{\"id\": \"p5\"}";

fn batch(arguments: &[&str], stdin: &str) -> (Option<i32>, String, String) {
    let output = run(&[&["batch"], arguments].concat(), stdin);
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

fn values(stdout: &str) -> Vec<Value> {
    stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn lines_are_answered_in_order_and_a_bad_line_stops_nothing() {
    let (code, stdout, stderr) = batch(&[], LINES);
    assert_eq!(code, Some(3));
    let lines = values(&stdout);
    let numbers: Vec<&Value> = lines.iter().map(|line| &line["line"]).collect();
    assert_eq!(numbers, [1, 3, 4, 5], "the blank line has no answer");
    assert_eq!(lines[0]["id"], "p1");
    assert_eq!(lines[0]["applies"][1], "smoking");
    assert_eq!((&lines[1]["error"]["code"], &lines[1]["error"]["column"]), (&"unknown_option".into(), &13.into()));
    assert_eq!(lines[1]["error"]["question"], "smoking");
    assert_eq!(lines[2]["urgent"], "emergency");
    assert_eq!(lines[3]["not_asked"].as_array().unwrap().len(), built_in().cautions().len());
    insta::assert_snapshot!(stderr, @r#"
    URGENT: 1 record with an emergency sign. Look for "emergency" in `urgent`.
    1 line could not be read. Look for `error`.
    3 records checked, 1 blank line skipped. No line says that a medicine is right for a person.
    "#);
    assert!(!stdout.contains("sometimes"), "an answer is not said again");
}

#[test]
fn exit_codes_tell_success_findings_and_bad_lines_apart() {
    let found = "{\"smoking\": \"past\"}\n";
    assert_eq!(batch(&[], found).0, Some(0));
    assert_eq!(batch(&["--exit-code"], found).0, Some(1));
    assert_eq!(batch(&["--exit-code"], "{}\n").0, Some(0));
    assert_eq!(batch(&["--exit-code"], "{\"symptoms_now\": [\"stroke\"]}\n").0, Some(1));
    assert_eq!(batch(&["--exit-code"], &format!("{found}[]\n")).0, Some(3));
    assert_eq!(batch(&[], "").0, Some(3), "no record at all");
    assert_eq!(batch(&["-q", "--exit-code"], "\n \n").0, Some(3));
    assert_eq!(batch(&["no_such_file"], "").0, Some(4));
    assert_eq!(batch(&["examples"], "").0, Some(4));
    assert_eq!(batch(&["--threads", "0"], "").0, Some(2));
    assert_eq!(batch(&["--full", "--format", "csv"], "").0, Some(2));
    assert_eq!(run(&["check", "--format", "csv"], "{}").status.code(), Some(2));
}

#[test]
fn quiet_prints_only_urgent_results_and_mistakes() {
    assert_eq!(batch(&["--quiet"], "{}\n").2, "");
    let (_, _, stderr) = batch(&["-q"], LINES);
    assert!(stderr.starts_with("URGENT") && stderr.ends_with("Look for `error`.\n"), "{stderr}");
}

#[test]
fn full_reports_are_those_of_check() {
    let person = fs::read_to_string(project().join("examples/people/past_clot.json")).unwrap();
    let line = serde_json::from_str::<Value>(&person).unwrap().to_string();
    let (code, stdout, _) = batch(&["--full", "--date", DAY], &format!("{line}\n{{\n"));
    assert_eq!(code, Some(3));
    let lines = values(&stdout);
    let report = run(&["check", "examples/people/past_clot.json", "--format", "json", "--date", DAY], "");
    assert_eq!(lines[0]["report"], serde_json::from_slice::<Value>(&report.stdout).unwrap());
    assert_eq!(lines[1]["error"]["code"], "bad_json");
}

/// Enough records for several blocks, one in a hundred of them bad.
fn many() -> String {
    let mut lines = String::new();
    let people: Vec<String> = ["past_clot", "chest_pain_now", "pregnant", "nothing_applies"]
        .iter()
        .map(|name| fs::read(project().join(format!("examples/people/{name}.json"))).unwrap())
        .map(|person| serde_json::from_slice::<Value>(&person).unwrap().to_string())
        .collect();
    for number in 0..3000 {
        if number % 100 == 7 {
            writeln!(lines, "{{\"smoking\": {number}}}").unwrap();
        } else {
            writeln!(lines, "{}", people[number % people.len()]).unwrap();
        }
    }
    lines
}

#[test]
fn threads_change_no_byte() {
    let lines = many();
    assert!(lines.len() > 4 * (256 << 10), "several blocks for each thread");
    let (code, alone, stderr) = batch(&["--threads", "1"], &lines);
    assert_eq!(code, Some(3));
    assert_eq!(alone.lines().count(), 3000);
    for arguments in [&["--threads", "2"][..], &["--threads", "7"], &[]] {
        let (_, together, said) = batch(arguments, &lines);
        assert!(alone == together, "{arguments:?}");
        assert_eq!(stderr, said);
    }
}

#[test]
fn time_zone_and_locale_change_no_byte() {
    let mut child = jakcheck();
    child.args(["batch", "--threads", "2"]).env("TZ", "Asia/Tokyo").env("LC_ALL", "tr_TR.UTF-8");
    assert_eq!(text(&output(&mut child, LINES).stdout), batch(&[], LINES).1);
}

#[test]
fn a_result_comes_before_the_next_line_is_written() {
    for threads in ["1", "2"] {
        let mut child = jakcheck()
            .args(["batch", "--threads", threads])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (mut stdin, mut stdout) = (child.stdin.take().unwrap(), Lines::of(child.stdout.take().unwrap()));
        for number in 1..=3 {
            stdin.write_all(b"{\"smoking\": \"never\"}\n").unwrap();
            let line = stdout.next().unwrap();
            assert!(line.starts_with(&format!("{{\"line\":{number},")), "{line}");
        }
        drop(stdin);
        assert!(finish(child, "").status.success());
    }
}

#[test]
fn a_result_table_has_the_states_of_the_result_lines() {
    let lines = format!("{LINES}\n{{\"gut_history\": \"not_sure\", \"gut_medicines\": [\"nsaid\"]}}");
    let (code, stdout, _) = batch(&["--format", "csv"], &lines);
    assert_eq!(code, Some(3));
    let lines = values(&batch(&[], &lines).1);
    assert!(lines.iter().any(|line| line["also_not_sure"].is_object()), "nothing to compare");
    let mut table = csv::Reader::from_reader(stdout.as_bytes());
    let header = table.headers().unwrap().clone();
    let names: Vec<&str> = header.iter().collect();
    assert_eq!(names[..6], ["line", "id", "error", "urgent", "watch_more", "also_not_sure"]);
    let cautions: Vec<&str> = built_in().cautions().iter().map(|caution| caution.id.as_str()).collect();
    assert_eq!(names[6..], cautions);
    for (row, line) in table.records().map(Result::unwrap).zip(&lines) {
        assert_eq!(row[0], line["line"].to_string());
        assert_eq!(&row[1], line["id"].as_str().unwrap_or(""));
        assert_eq!(&row[3], line["urgent"].as_str().unwrap_or(""));
        let beside = line["also_not_sure"].as_object().into_iter().flatten();
        let pairs = beside.flat_map(|(caution, items)| {
            items.as_array().unwrap().iter().map(move |item| format!("{caution}:{}", item.as_str().unwrap()))
        });
        let told: BTreeSet<&str> = row[5].split_whitespace().collect();
        assert_eq!(told, pairs.collect::<Vec<String>>().iter().map(String::as_str).collect());
        for (caution, state) in cautions.iter().zip(row.iter().skip(6)) {
            let is_in = |list: &str| line[list].as_array().is_some_and(|ids| ids.iter().any(|id| id == caution));
            let expected = match ["applies", "not_sure", "not_asked"].into_iter().find(|list| is_in(list)) {
                _ if line["error"].is_object() => "",
                Some(list) => list,
                None => "no_match",
            };
            assert_eq!(state, expected, "{caution} {line}");
        }
    }
    assert!(stdout.contains("unknown_option at 13: `smoking` has no such option"));
    // A spreadsheet would run this id as a formula.
    let (_, stdout, _) = batch(&["--format", "csv"], "{\"id\": \"=1+1\"}\n");
    assert!(stdout.lines().nth(1).unwrap().starts_with("1,'=1+1,"), "{stdout}");
    assert_eq!(batch(&["--format", "csv"], "").1.lines().count(), 1, "the header stands in any case");
}

#[test]
fn a_csv_input_is_read_by_its_header() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.csv");
    fs::write(
        &path,
        "\u{feff}smoking,heart_history.stroke,id,heart_history.heart_attack\r\npast,yes,\"p, 1\",no\r\n,not_sure,,\r\n\r\nnever,no,p5,no",
    )
    .unwrap();
    let (code, stdout, stderr) = batch(&[path.to_str().unwrap()], "");
    assert_eq!(code, Some(0), "{stderr}");
    let json = [
        "",
        r#"{"id":"p, 1","smoking":"past","heart_history":{"stroke":"yes","heart_attack":"no"}}"#,
        r#"{"heart_history":{"stroke":"not_sure"}}"#,
        "",
        r#"{"id":"p5","smoking":"never","heart_history":{"stroke":"no","heart_attack":"no"}}"#,
    ];
    assert_eq!(stdout, batch(&[], &json.join("\n")).1, "the first line is the header");
    // The name of the file does not decide its format.
    let rows = fs::read_to_string(&path).unwrap();
    assert_eq!(batch(&["--from", "csv"], &rows).1, stdout);
    assert_eq!(batch(&["--from", "ndjson"], &rows).0, Some(3));
    assert_eq!(batch(&["--from", "csv", "--threads", "1"], &rows).1, stdout);
}

#[test]
fn a_template_has_every_column_and_is_read_back() {
    let (code, template, stderr) = batch(&["--template"], "");
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    let names: Vec<String> = built_in().items().map(Item::column).collect();
    assert_eq!(template, format!("id,{}\n", names.join(",")));
    let (code, stdout, stderr) = batch(&["-q", "--from", "csv"], &template);
    assert_eq!((code, stdout.as_str()), (Some(3), ""));
    assert!(stderr.starts_with("error: there was no record at all\n  hint: "), "{stderr}");
    // Filled in with nothing but one answer, it has one record.
    let at = names.iter().position(|name| name == "smoking").unwrap();
    let row: Vec<&str> = (0..names.len()).map(|index| if index == at { "past" } else { "" }).collect();
    let (code, stdout, _) = batch(&["--from", "csv"], &format!("{template}p1,{}\n", row.join(",")));
    assert_eq!((code, &values(&stdout)[0]["applies"][1]), (Some(0), &"smoking".into()));
    for more in ["--full", "--to-columns", "--threads=1", "--from=csv", "people.csv"] {
        assert_eq!(batch(&["--template", more], "").0, Some(2), "{more}");
    }
}

#[test]
fn mistakes_in_a_table_have_the_number_of_their_field() {
    let rows = "id,smoking,age_band\np1,past\np2,sometimes,old\n\u{7},past,18_to_49\np5,\"pa\"\"st\",18_to_49\np3,\"past,18_to_49\n";
    let (code, stdout, _) = batch(&["--from", "csv"], rows);
    assert_eq!(code, Some(3));
    let lines = values(&stdout);
    let mistakes: Vec<(u64, &str, u64)> = lines
        .iter()
        .map(|line| {
            let error = &line["error"];
            (line["line"].as_u64().unwrap(), error["code"].as_str().unwrap(), error["column"].as_u64().unwrap())
        })
        .collect();
    assert_eq!(
        mistakes,
        [
            (2, "bad_csv", 1),
            (3, "unknown_option", 2),
            (4, "bad_record_id", 1),
            (5, "unknown_option", 2),
            (6, "bad_csv", 2)
        ]
    );
    assert_eq!(lines[1]["more"][0]["question"], "age_band");
    assert!(!stdout.contains("sometimes"));
}

#[test]
fn a_bad_header_is_reported_before_any_row() {
    let (code, stdout, stderr) = batch(&["--from", "csv"], "id,smokin,heart_history,id,note\np1,past,,,\n");
    assert_eq!((code, stdout.as_str()), (Some(3), ""));
    insta::with_settings!({ filters => vec![(r"the columns are: .*", "[COLUMNS]")] }, {
        insta::assert_snapshot!(stderr, @r"
        error[unknown_question]: there is no question with the name of this column
          --> standard input:1:2
          hint: did you mean `smoking`?

        error[wrong_type]: this is a group of items
          --> standard input:1:3
          hint: write one column for each item, such as `heart_history.heart_attack`

        error[duplicate_key]: this column stands twice
          --> standard input:1:4
          hint: keep one of the two

        error[unknown_question]: there is no question with the name of this column
          --> standard input:1:5
          hint: leave out what is no answer with --ignore NAME,NAME; [COLUMNS]
        ");
    });
    assert_eq!(batch(&["--from", "csv"], "").0, Some(3), "no header is no table");
}

#[cfg(unix)]
#[test]
fn an_output_file_is_complete_or_missing() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.ndjson");
    let name = path.to_str().unwrap();
    let (code, stdout, _) = batch(&["--output", name], LINES);
    assert_eq!((code, stdout.as_str()), (Some(3), ""));
    assert_eq!(fs::read_to_string(&path).unwrap(), batch(&[], LINES).1);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(batch(&["--output", name], LINES).0, Some(4), "never over a file");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_and_a_reader_that_stops_is_not() {
    for threads in ["1", "2"] {
        let shell = |line: &str| shell(&line.replace("JAKCHECK", &format!("JAKCHECK batch --threads {threads}")));
        let full = shell("yes '{}' | head -5000 | JAKCHECK > /dev/full");
        assert_eq!(full.status.code(), Some(4));
        assert!(text(&full.stderr).contains("hint: "), "{}", text(&full.stderr));
        // The input never ends, so only the closed pipe can end the run.
        let left = shell("yes '{}' | JAKCHECK | head -1; echo ${PIPESTATUS[1]}");
        assert!(text(&left.stdout).ends_with("]}\n0\n"), "{}", text(&left.stdout));
        assert_eq!(text(&left.stderr), "");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_length_of_a_line() {
    // 100 MB on one line, then a record. The address space is limited, as the most portable limit of memory.
    let spaces = "head -c 100000000 /dev/zero | tr '\\0' ' '";
    let output = shell(&format!("ulimit -v 100000; {{ {spaces}; echo; echo '{{}}'; }} | JAKCHECK batch --threads 1"));
    assert_eq!(output.status.code(), Some(3), "{}", text(&output.stderr));
    let lines = values(&text(&output.stdout));
    assert_eq!((&lines[0]["line"], &lines[0]["error"]["code"]), (&1.into(), &"too_large".into()));
    assert_eq!((&lines[1]["line"], &lines[1]["urgent"]), (&2.into(), &Value::Null));
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_length_of_results() {
    // Twice as many reports as would fit into memory. Without optimization this takes long.
    let line = "ulimit -v 150000; yes '{}' | head -3000 | JAKCHECK batch --full --threads 1 | wc -l";
    let output = shell_within(Duration::from_secs(90), line);
    assert_eq!(text(&output.stdout).trim(), "3000", "{}", text(&output.stderr));
}

#[test]
fn quiet_still_warns_that_rules_are_out_of_date() {
    let (code, _, stderr) = batch(&["-q", "--date", "2030-01-01"], "{}\n");
    assert_eq!(code, Some(0));
    assert!(stderr.starts_with("OUT OF DATE"), "{stderr}");
    let (_, _, stderr) = batch(&["-q", "--rules", "rules/jak-inhibitors"], "{}\n");
    assert!(stderr.contains("not the ones built into jakcheck"), "{stderr}");
}

#[test]
fn closed_streams_do_not_panic() {
    for line in
        ["JAKCHECK batch >&-", "JAKCHECK batch <&- 2>&-", "JAKCHECK check examples/people/past_clot.json >&- 2>&-"]
    {
        let output = shell(line);
        assert!(matches!(output.status.code(), Some(0..=4)), "{line}: {:?}", output.status);
        assert!(!text(&output.stderr).contains("panic"), "{line}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_stopped_run_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.ndjson");
    let mut child = jakcheck()
        .args(["batch", "--output", path.to_str().unwrap()])
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.as_mut().unwrap().write_all(b"{}\n").unwrap();
    // The run has started when the unfinished file has the first result.
    let has_result = || fs::read_dir(folder.path()).unwrap().any(|file| file.unwrap().metadata().unwrap().len() > 0);
    let end = Instant::now() + PATIENCE;
    while !has_result() {
        assert!(Instant::now() < end, "the run did not begin");
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(Command::new("kill").args(["-s", "INT", &child.id().to_string()]).status().unwrap().success());
    // Its input stays open, so that nothing but the signal ends it.
    let input = child.stdin.take();
    assert_eq!(finish(child, "").status.code(), Some(130));
    drop(input);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
