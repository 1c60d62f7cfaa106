//! The tables of `examples/first_minute`, as other programs write them. Each has five people with the same answers, and their
//! findings were worked out by hand. What programs write while it is tested is held against the same by `tests/engines`.

use std::fs;

use serde_json::Value;

use crate::support::diagnostics::utf_16;
use crate::support::{built_in, project, run, text};

/// What a batch says of a person. All other cautions are not asked.
struct Person {
    urgent: Option<&'static str>,
    applies: &'static [&'static str],
    not_sure: &'static [&'static str],
    no_match: &'static [&'static str],
    watch_more: &'static [&'static str],
}

const PEOPLE: [Person; 5] = [
    Person {
        urgent: None,
        applies: &[
            "clot_history",
            "heart_attack_or_stroke",
            "age_50_with_heart_risk",
            "ask_about_alternatives",
            "age_65_plus",
            "smoking",
        ],
        not_sure: &[],
        no_match: &["under_18"],
        watch_more: &["clot_leg", "clot_lung", "heart_attack", "stroke", "serious_infection", "swollen_glands"],
    },
    // Not sure about a clot and a stroke. Neither is no.
    Person {
        urgent: None,
        applies: &[],
        not_sure: &["clot_history", "heart_attack_or_stroke", "age_50_with_heart_risk", "ask_about_alternatives"],
        no_match: &["under_18", "age_65_plus", "smoking"],
        watch_more: &[],
    },
    // Nothing about a stroke, so a past one is not asked, though there was no heart attack.
    Person {
        urgent: None,
        applies: &["ask_about_alternatives", "smoking"],
        not_sure: &[],
        no_match: &["under_18", "age_65_plus", "clot_history", "age_50_with_heart_risk"],
        watch_more: &["heart_attack", "stroke", "swollen_glands"],
    },
    Person {
        urgent: None,
        applies: &[],
        not_sure: &[],
        no_match: &[
            "under_18",
            "age_65_plus",
            "clot_history",
            "heart_attack_or_stroke",
            "age_50_with_heart_risk",
            "smoking",
        ],
        watch_more: &[],
    },
    // Nothing about age, clots and smoking.
    Person {
        urgent: Some("emergency"),
        applies: &[],
        not_sure: &[],
        no_match: &["heart_attack_or_stroke"],
        watch_more: &[],
    },
];

/// The bytes of an example.
fn example(name: &str) -> Vec<u8> {
    fs::read(project().join("examples/first_minute").join(name)).unwrap()
}

/// The exit code, the results and what standard error says of a table.
fn batch(table: &[u8], arguments: &[&str]) -> (Option<i32>, Vec<Value>, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    fs::write(&path, table).unwrap();
    let run = run(&[&["batch", path.to_str().unwrap()], arguments].concat(), "");
    let lines = text(&run.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (run.status.code(), lines, text(&run.stderr))
}

/// What is said of a table in which nobody is screened.
fn refused(table: &[u8], arguments: &[&str]) -> String {
    let (code, lines, told) = batch(table, arguments);
    assert_eq!((code, lines.len()), (Some(3), 0), "{told}");
    told
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect()
}

/// Holds a result against what is known of a person, to the last caution.
fn hold(line: &Value, id: &str, person: &Person) {
    assert_eq!(line["id"], id, "{line}");
    assert_eq!(line["urgent"].as_str(), person.urgent, "{line}");
    assert_eq!(ids(&line["applies"]), person.applies, "{line}");
    assert_eq!(ids(&line["not_sure"]), person.not_sure, "{line}");
    assert_eq!(ids(&line["watch_more"]), person.watch_more, "{line}");
    assert_eq!(line.get("also_not_sure"), None, "{line}");
    let not_asked = ids(&line["not_asked"]);
    let is_told = |id: &&str| [person.applies, person.not_sure, &*not_asked].iter().any(|list| list.contains(id));
    let all = built_in().cautions().iter().map(|caution| caution.id.as_str());
    assert_eq!(all.filter(|id| !is_told(id)).collect::<Vec<_>>(), person.no_match, "{line}");
    let told = person.applies.len() + person.not_sure.len() + person.no_match.len() + not_asked.len();
    assert_eq!(told, built_in().cautions().len(), "{line}");
}

/// Holds the results of a table against all five people.
fn hold_all(table: &[u8], arguments: &[&str], prefix: &str) -> String {
    let (code, lines, told) = batch(table, arguments);
    assert_eq!((code, lines.len()), (Some(0), PEOPLE.len()), "{told}");
    for ((line, person), number) in lines.iter().zip(&PEOPLE).zip(1..) {
        assert_eq!(line["line"], number + 1);
        hold(line, &format!("{prefix}{number}"), person);
    }
    assert!(told.contains("URGENT: 1 record with an emergency sign."), "{told}");
    told
}

const MARK: &[u8] = b"\xef\xbb\xbf";

#[test]
fn tables_of_excel_are_screened() {
    let (commas, semicolons) = (example("excel.csv"), example("excel_semicolon.csv"));
    for table in [&commas, &semicolons] {
        assert!(table.starts_with(MARK) && table.ends_with(b"\r\n"));
        assert!(hold_all(table, &["--ignore", "note"], "p").ends_with("1 column was left out: `note`.\n"));
        hold_all(table.strip_prefix(MARK).unwrap(), &["--ignore", "note"], "p");
    }
    hold_all(&semicolons, &["--ignore", "note", "--delimiter", ";"], "p");
    assert!(refused(&commas, &[]).contains("--ignore NAME,NAME"));
    assert!(refused(&semicolons, &[]).contains("--delimiter ';'"));
}

#[test]
fn a_table_of_excel_that_is_not_utf_8_loses_nobody_in_silence() {
    let table = text(example("excel.csv").strip_prefix(MARK).unwrap());
    let table: Vec<u8> = table.chars().map(|letter| u8::try_from(letter).unwrap()).collect();
    let (code, lines, told) = batch(&table, &["--ignore", "note"]);
    assert_eq!((code, lines.len()), (Some(3), 5), "{told}");
    assert_eq!((&lines[1]["line"], &lines[1]["error"]["code"]), (&3.into(), &"not_utf8".into()));
    for number in [1, 3, 4, 5] {
        hold(&lines[number - 1], &format!("p{number}"), &PEOPLE[number - 1]);
    }
}

/// An export with the names that `redcap.sh` gives its columns.
fn renamed(table: &[u8]) -> Vec<u8> {
    let table = text(table);
    let (header, rows) = table.split_once('\n').unwrap();
    let header = header.replace("record_id", "id");
    let header = header.replace("heart_history_", "heart_history.").replace("symptoms_now_", "symptoms_now.");
    format!("{header}\n{rows}").into_bytes()
}

const OF_REDCAP: &str = "note,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,redcap_data_access_group,redcap_survey_identifier,screening_timestamp,screening_complete";

#[test]
fn an_export_of_redcap_is_screened() {
    let export = example("redcap.csv");
    let told = refused(&export, &[]);
    assert!(told.contains("columns 1 to 8 and 15") && told.contains("did you mean `heart_history.stroke`?"), "{told}");
    let told = hold_all(&renamed(&export), &["--ignore", OF_REDCAP, "--missing", "NASK"], "");
    assert!(told.ends_with("3 fields with a word of --missing were taken as no answer.\n"), "{told}");
    // A code that is not named is an error of its row.
    let (code, lines, _) = batch(&renamed(&export), &["--ignore", OF_REDCAP]);
    assert_eq!(code, Some(3));
    for (number, is_error) in (1..).zip([false, false, true, false, true]) {
        assert_eq!(lines[number - 1]["error"]["code"] == "unknown_option", is_error, "{}", lines[number - 1]);
        if !is_error {
            hold(&lines[number - 1], &number.to_string(), &PEOPLE[number - 1]);
        }
    }
}

#[test]
fn checkboxes_of_redcap_are_no_answers() {
    assert!(refused(b"id,heart_history___stroke\n1,0\n", &[]).contains("did you mean `heart_history.stroke`?"));
    for word in ["0", "1", "Unchecked", "Checked"] {
        let (code, lines, _) = batch(format!("id,heart_history__stroke\n1,{word}\n").as_bytes(), &[]);
        assert_eq!((code, &lines[0]["error"]["code"]), (Some(3), &"unknown_option".into()), "{word}");
    }
}

#[cfg(unix)]
#[test]
fn the_script_for_redcap_renames_what_the_test_renames() {
    use crate::support::program::shell;
    let line = "PATH=\"$(dirname JAKCHECK):$PATH\" examples/first_minute/redcap.sh examples/first_minute/redcap.csv -q";
    let output = shell(line);
    let (_, expected, _) = batch(&renamed(&example("redcap.csv")), &["--ignore", OF_REDCAP, "--missing", "NASK"]);
    let lines: Vec<Value> = text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((output.status.code(), lines), (Some(0), expected), "{}", text(&output.stderr));
}

#[test]
fn a_table_of_power_shell_is_screened() {
    let table = example("powershell.csv");
    let written = text(&table);
    let rows: Vec<&str> = written.split_terminator("\r\n").collect();
    assert!(rows.len() == 6 && !rows.concat().contains(['\r', '\n']), "each line ends with both");
    // Each value is in quotes, and what is no value is nothing at all.
    let row = regex::Regex::new(r#"^("([^"]|"")+")?(,("([^"]|"")+")?){7}$"#).unwrap();
    assert!(rows.iter().all(|text| row.is_match(text)), "{written}");
    hold_all(&table, &["--ignore", "note"], "p");
    // Windows PowerShell 5.1 puts a byte order mark before it.
    hold_all(&[MARK, &table].concat(), &["--ignore", "note"], "p");
    // Unless it is told not to, it begins with what is no header.
    let typed = [b"#TYPE System.Management.Automation.PSCustomObject\r\n", table.as_slice()].concat();
    refused(&typed, &["--ignore", "note"]);
    // Its `>` writes UTF-16. Nobody is screened, and that is told.
    assert!(refused(&utf_16(&written), &["--ignore", "note"]).starts_with("error["));
}

#[test]
fn results_for_excel_begin_with_its_mark() {
    let arguments = ["batch", "examples/first_minute/excel.csv", "--ignore", "note", "--format", "csv"];
    let plain = run(&arguments, "").stdout;
    assert_eq!(run(&[&arguments[..], &["--bom"]].concat(), "").stdout, [MARK, &plain].concat());
}
