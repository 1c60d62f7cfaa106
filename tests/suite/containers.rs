//! Files that are no answers in JSON: one finding with the way out, and not one for each line.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::support::program::output;
use crate::support::{jakcheck, run, text};

const LINE: &str = "{\"id\": \"p1\", \"smoking\": \"past\"}\n";

/// What a batch says of an input, and its exit code.
fn said(arguments: &[&str], input: &[u8]) -> (Option<i32>, String, String) {
    let mut child =
        jakcheck().args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that refuses the first bytes does not read the others.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_batch_says_once_what_an_input_is() {
    let utf_16 = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let inputs: [(Vec<u8>, &str); 18] = [
        (b"\x1f\x8b\x08\x00\x00".to_vec(), "compressed"),
        (b"BZh91AY".to_vec(), "compressed"),
        (b"PK\x03\x04\x14".to_vec(), "archive"),
        (b"SQLite format 3\0".to_vec(), "database"),
        ([b"\xff\xfe".to_vec(), utf_16(LINE)].concat(), "UTF-16"),
        (utf_16(LINE), "UTF-16"),
        (format!("[{}]\n", LINE.trim()).into_bytes(), "jq -c '.[]'"),
        (b"[\n  {\n    \"smoking\": \"past\"\n  }\n]\n".to_vec(), "jq -c '.[]'"),
        (b"\n\n[\n".to_vec(), "jq -c '.[]'"),
        (b"{\n  \"smoking\": \"past\"\n}\n{\n  \"smoking\": \"never\"\n}\n".to_vec(), "jq -c ."),
        (b"{\"smoking\":\n\"past\"}\n".to_vec(), "jq -c ."),
        (format!("{} {}", LINE.trim(), LINE).into_bytes(), "several objects in one line"),
        (format!("{},{}", LINE.trim(), LINE).into_bytes(), "several objects in one line"),
        (b"id;smoking\np1;past\n".to_vec(), "--from csv"),
        (b"id|mail\np1|a@b\n".to_vec(), "--from csv --delimiter '|'"),
        (b" id | smoking \n----+---------\n p1 | past\n".to_vec(), "--from csv --delimiter '|'"),
        (b"smoking\npast\n".to_vec(), "--from csv"),
        (b"\"heart_history__stroke\"\r\n\"yes\"\r\n".to_vec(), "--from csv"),
    ];
    for (input, way_out) in &inputs {
        for arguments in [&["batch", "-q"][..], &["batch", "-q", "--from", "json"]] {
            let (code, stdout, stderr) = said(arguments, input);
            let shown = String::from_utf8_lossy(input);
            assert_eq!((code, stdout.as_str()), (Some(3), ""), "{shown}");
            assert_eq!(stderr.matches("error").count(), 1, "{shown}: {stderr}");
            assert!(stderr.contains(way_out) && stderr.contains("wrong_container"), "{shown}: {stderr}");
        }
    }
}

#[test]
fn lines_of_json_are_no_container_whatever_is_wrong_with_them() {
    // A line that is cut off, or no JSON at all, is an error of its own, and the others are read.
    for first in
        ["{\"smoking\": \"pa", "{\"smoking\": \"past\"", "{", "never", "\"never\"", "id smoking", "{}}", "{} x"]
    {
        let (code, stdout, _) = said(&["batch", "-q"], format!("{first}\n{LINE}").as_bytes());
        assert_eq!(code, Some(3), "{first}");
        assert_eq!(stdout.lines().count(), 2, "{first}: {stdout}");
        assert!(stdout.lines().nth(1).unwrap().contains("\"id\":\"p1\""), "{first}: {stdout}");
    }
    // Only the beginning tells what a file is.
    for arguments in [&["batch", "-q"][..], &["batch", "-q", "--from", "json"]] {
        let (_, stdout, _) = said(arguments, format!("{LINE}[1]\n{LINE}").as_bytes());
        assert_eq!(stdout.lines().count(), 3);
    }
}

#[test]
fn one_person_is_told_from_many() {
    for (input, way_out) in [
        (format!("[{LINE}]"), "jq -c '.[]' FILE | jakcheck batch"),
        (format!("{LINE}{LINE}"), "jq -c . FILE | jakcheck batch"),
        (format!("{} {}", LINE.trim(), LINE), "jq -c . FILE | jakcheck batch"),
        ("id,smoking\np1,past\n".to_owned(), "jakcheck batch --from csv"),
        ("id|smoking\np1|past\n".to_owned(), "save it as CSV"),
        ("smoking\npast\n".to_owned(), "jakcheck batch --from csv"),
    ] {
        let result = run(&["check"], &input);
        assert_eq!(result.status.code(), Some(3), "{input}");
        assert!(text(&result.stderr).contains(way_out), "{input}: {}", text(&result.stderr));
    }
    let spread = run(&["check"], "{\n  \"smoking\":\n  \"past\"\n}\n");
    assert!(spread.status.success());
}

#[test]
fn what_gzip_really_writes_is_recognised() {
    let mut gzip = Command::new("gzip");
    let packed = output(gzip.arg("-c"), &LINE.repeat(3000)).stdout;
    let (code, _, stderr) = said(&["batch"], &packed);
    assert_eq!(code, Some(3));
    assert!(stderr.contains("gunzip -c"), "{stderr}");
}

#[test]
fn a_table_that_is_no_text_is_recognised_too() {
    let table = "id,smoking\np1,past\n";
    let mut gzip = Command::new("gzip");
    let packed = output(gzip.arg("-c"), table).stdout;
    let utf_16: Vec<u8> = table.bytes().flat_map(|byte| [byte, 0]).collect();
    let marked: Vec<u8> = b"\xff\xfe".iter().copied().chain(utf_16.clone()).collect();
    let inputs = [(packed, "gunzip -c"), (utf_16, "UTF-8"), (marked, "UTF-8"), (b"PK\x03\x04\x14\0".to_vec(), "CSV")];
    for (input, way_out) in inputs {
        let (code, stdout, stderr) = said(&["batch", "--from", "csv"], &input);
        assert_eq!((code, stdout.as_str()), (Some(3), ""), "{way_out}");
        assert!(stderr.contains("error[wrong_container]") && stderr.contains(way_out), "{way_out}: {stderr}");
    }
}
