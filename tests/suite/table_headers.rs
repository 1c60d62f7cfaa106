//! Headers as people have them: other delimiters, columns that are no question, words that mean no answer.

use std::fs;

use serde_json::{Value, json};

use crate::support::{run, text};

/// The exit code, the results and what standard error says of a table.
fn batch(table: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
    let run = run(&[&["batch", "--from", "csv"], arguments].concat(), table);
    (run.status.code(), text(&run.stdout), text(&run.stderr))
}

/// What is wrong with a header: standard error, with nothing screened.
fn refused(table: &str, arguments: &[&str]) -> String {
    let (code, stdout, stderr) = batch(table, arguments);
    assert_eq!((code, stdout.as_str()), (Some(3), ""), "{table:?}: {stderr}");
    stderr
}

const PLAIN: &str = "id,smoking,clot_history\np1,past,yes\np2,,not_sure\n";

#[test]
fn a_delimiter_is_taken_where_every_name_is_then_known() {
    let expected = batch(PLAIN, &[]);
    for delimiter in [";", "\t"] {
        assert_eq!(batch(&PLAIN.replace(',', delimiter), &[]), expected, "{delimiter:?}");
        let quoted = PLAIN.replace("smoking", "\"smoking\"").replace(',', &format!(" {delimiter}"));
        assert_eq!(batch(&quoted, &[]), expected, "{quoted:?}");
    }
    for (delimiter, name) in [(";", ";"), ("\t", "tab"), ("\t", "\t"), ("|", "|"), ("\u{1f}", "\u{1f}"), (",", ",")] {
        assert_eq!(batch(&PLAIN.replace(',', delimiter), &["--delimiter", name]), expected, "{name:?}");
    }
    for name in ["ab", "a", "_", ".", "\"", " ", "ü", "", "tabs"] {
        assert_eq!(batch(PLAIN, &["--delimiter", name]).0, Some(2), "{name:?}");
    }
    // A comma in a field then needs no quotes.
    let (_, stdout, _) = batch("id;smoking\nfirst, second;past\n", &[]);
    assert!(stdout.contains("\"id\":\"first, second\""), "{stdout}");
}

#[test]
fn a_first_line_of_a_spreadsheet_names_the_delimiter() {
    let expected = batch(PLAIN, &[]).1.replace("\"line\":3", "\"line\":4").replace("\"line\":2", "\"line\":3");
    for (first, delimiter) in
        [("sep=;", ";"), ("\u{feff}sep=;\r", ";"), ("\"sep=;\"", ";"), ("SEP=\t", "\t"), ("sep=,", ","), ("sep=|", "|")]
    {
        let table = format!("{first}\n{}", PLAIN.replace(',', delimiter));
        assert_eq!(batch(&table, &[]).1, expected, "{first:?}");
    }
    assert!(refused("sep=;\nid;smoking;mail\n", &[]).contains("standard input:2:3"));
    assert!(refused("sep=;\n", &[]).contains("the header is missing"));
}

#[test]
fn another_delimiter_is_one_finding_with_the_way_out() {
    for (delimiter, kind, way) in [(";", "semicolons", "';'"), ("\t", "tabs", "tab"), ("|", "vertical bars", "'|'")] {
        for header in ["id,smoking,mail", "record,mail,visit", "id,smoking,age_bands", "id,\"smoking\",\"mail, home\""]
        {
            let told = refused(&format!("{}\n", header.replace(',', delimiter)), &[]);
            assert!(told.starts_with("error[bad_csv]") && told.contains(kind), "{told}");
            assert!(told.contains(&format!("--delimiter {way};")), "{told}");
            assert!(!told.contains("did you mean") && !told.contains("the columns are") && told.lines().count() == 3);
        }
    }
    assert!(refused("{\"id\": \"p1\"}\n", &[]).contains("--from ndjson"));
    assert!(refused("id,smoking\rp1,past\r", &[]).contains("save it with line feeds"));
    let typed = "#TYPE System.Management.Automation.PSCustomObject\r\n\"id\",\"smoking\"\r\n\"p1\",\"past\"\r\n";
    for table in [typed.to_owned(), format!("\u{feff}{typed}"), typed.replace(',', ";")] {
        let told = refused(&table, &[]);
        assert!(told.starts_with("error[bad_csv]") && told.contains("-NoTypeInformation"), "{told}");
        assert_eq!(told.lines().count(), 3, "{told}");
    }
}

#[test]
fn another_delimiter_than_the_named_one_is_told() {
    for (delimiter, kind, way) in
        [(",", "commas", "','"), (";", "semicolons", "';'"), ("\t", "tabs", "tab"), ("|", "vertical bars", "'|'")]
    {
        let table = PLAIN.replace(',', delimiter);
        for named in [",", ";", "\t", "|", "^"].into_iter().filter(|named| *named != delimiter) {
            for told in [refused(&table, &["--delimiter", named]), refused(&format!("sep={named}\r\n{table}"), &["-q"])]
            {
                assert!(told.starts_with("error[bad_csv]") && told.contains(kind), "{named:?} {told}");
                assert!(told.contains(&format!("write --delimiter {way}, ")) && told.lines().count() == 3, "{told}");
            }
        }
        let quoted = refused(&format!("\"id\"{delimiter}\"smoking\"\n"), &["--delimiter", "^"]);
        assert!(quoted.contains(kind), "{quoted}");
        // What is said to the program counts more than the line above the header.
        let said = if delimiter == "\t" { "tab" } else { delimiter };
        assert_eq!(batch(&format!("sep=^\n{table}"), &["--delimiter", said]).0, Some(0), "{table:?}");
    }
    // The named one is right where no other makes more known names.
    for header in ["id;mail,home", "id;\"smoking, now\"", "mail;visit,site"] {
        let told = refused(&format!("{header}\n"), &["--delimiter", ";"]);
        assert!(told.starts_with("error[unknown_question]"), "{told}");
    }
}

#[test]
fn columns_that_are_no_question_are_left_out_by_name() {
    let table = "record_id,mail,smoking,visit.date,clot_history\n1,a@b,past,\"1,\n2\",yes\n2,\"\",,x,not_sure\n";
    let (code, stdout, stderr) = batch(table, &["--ignore", "record_id,mail, visit.date"]);
    assert_eq!(code, Some(0), "{stderr}");
    let lines: Vec<Value> = stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&lines[0]["line"], &lines[1]["line"]), (&json!(2), &json!(4)));
    assert!(stderr.ends_with("3 columns were left out: `record_id`, `mail`, `visit.date`.\n"), "{stderr}");
    // A question can be left out too, and names that are not there change nothing, which is said.
    let (code, one, stderr) = batch(PLAIN, &["--ignore", "clot_history", "--ignore", "nothing,"]);
    assert_eq!((code, one), (Some(0), batch("id,smoking\np1,past\np2,\n", &[]).1), "{stderr}");
    let said = "1 column was left out: `clot_history`.\nNothing has this name of --ignore: `nothing`, the empty one.\n";
    assert!(stderr.ends_with(said), "{stderr}");
    // An item is one, however it is written.
    for (column, name) in
        [("heart_history.stroke", "heart_history__stroke"), ("heart_history__stroke", "heart_history.stroke")]
    {
        let (_, one, stderr) = batch(&format!("id,{column}\np1,yes\n"), &["--ignore", name]);
        assert_eq!(one, batch("id\np1\n", &[]).1, "{stderr}");
        assert!(stderr.ends_with(&format!("left out: `{column}`.\n")), "{stderr}");
    }
    assert_eq!(batch(table, &["-q", "--ignore", "record_id,mail,visit.date"]).2, "");
    // Two columns may have a name that is left out.
    assert_eq!(batch("id,note,smoking,note\np1,a,past,b\n", &["--ignore", "note"]).0, Some(0));
}

#[test]
fn unknown_columns_are_one_short_error_with_their_places() {
    for (header, places) in [
        ("record_id,redcap_event_name,screen_timestamp,mail,screen_complete,smoking", "columns 1 to 5\n"),
        ("mail,smoking,visit,clot_history,site,region", "columns 1, 3, 5 and 6\n"),
        ("smoking,mail", "this column\n"),
        ("p1,past,yes", "columns 1 to 3\n"),
    ] {
        let told = refused(&format!("{header}\n"), &[]);
        assert!(told.contains(places) && told.matches("error[").count() == 1, "{told}");
        assert_eq!(told.matches("the columns are: id, symptoms_now.clot_leg").count(), 1, "{told}");
        assert!(told.contains("--ignore NAME,NAME") && !told.contains("did you mean"), "{told}");
        // Where the header is missing its names are answers.
        assert!(!told.contains("mail") && !told.contains("past, yes") && !told.contains("p1"), "{told}");
    }
    // What may be the id is told, unless there is one.
    for (header, place) in
        [("record_id,smoking", 1), ("smoking,mail,PARTICIPANT_ID", 3), ("smoking,\"Subject_ID \"", 2)]
    {
        let told = refused(&format!("{header}\n"), &[]);
        assert!(told.contains(&format!("if column {place} says who it is, give it the name id; leave out")), "{told}");
        assert!(!refused(&format!("id,{header}\n"), &[]).contains("says who it is"));
    }
    assert!(!refused("mail,smoking\n", &[]).contains("says who it is"));
    // A slip of the pen is told by itself, and without the list.
    let told = refused("id,smokin,clothistory,IDD\n", &[]);
    assert!(told.contains("did you mean `smoking`?") && told.contains("did you mean `clot_history`?"), "{told}");
}

#[test]
fn a_column_without_a_name_is_named_as_such() {
    // R writes its row names so.
    for (table, place) in [
        ("\"\",\"smoking\"\n\"1\",\"past\"\n", "the first column has no name"),
        (",smoking\n1,past\n", "the first column has no name"),
        ("smoking, \npast,\n", "column 2 has no name"),
        ("smoking,,\npast,,\n", "columns 2 and 3 have no name"),
    ] {
        let told = refused(table, &[]);
        assert!(told.contains(place) && told.contains("--ignore ''") && !told.contains("the columns are"), "{told}");
        let (code, stdout, stderr) = batch(table, &["--ignore", ""]);
        assert_eq!((code, stdout), (Some(0), batch("smoking\npast\n", &[]).1), "{stderr}");
        assert!(stderr.contains("left out: one without a name"), "{stderr}");
    }
    assert!(refused(",mail,smoking\n", &[]).contains("the first column has no name"));
    assert_eq!(batch(",mail,smoking\n1,x,past\n", &["--ignore", ",mail"]).0, Some(0));
    assert!(refused(",,\n", &[]).contains("the header is missing"));
}

#[test]
fn words_that_mean_no_answer_are_named() {
    let words = [
        "NA", "N/A", "null", "NULL", "None", ".", "-", "\\N", "nan", "#N/A", "NASK", "UNK", "asku", "NI", "-99", "999",
    ];
    for word in words {
        for table in [
            format!("id,smoking,clot_history\np1,{word},yes\n"),
            format!("id,clot_history,smoking\np1,yes, {word} \n"),
            format!("id,\"clot_history\",\"smoking\"\n\"p1\",\"yes\",\"{word}\"\n"),
        ] {
            let (code, stdout, _) = batch(&table, &[]);
            assert_eq!(code, Some(3), "{table}");
            let line: Value = serde_json::from_str(&stdout).unwrap();
            assert_eq!(line["error"]["code"], "unknown_option");
            let hint = line["error"]["hint"].as_str().unwrap();
            assert!(hint.contains("leave the field empty") && hint.contains("--missing"), "{hint}");
            let (code, stdout, stderr) = batch(&table, &["--missing", word]);
            assert_eq!((code, stdout), (Some(0), batch("id,clot_history\np1,yes\n", &[]).1), "{word}");
            assert!(stderr.ends_with("1 field with a word of --missing was taken as no answer.\n"), "{stderr}");
        }
    }
    // A missing answer is not no.
    let table = "id,smoking,clot_history\np1,NA,.\nNA,past,NA\n";
    let (_, stdout, stderr) = batch(table, &["--missing", "NA,."]);
    let lines: Vec<Value> = stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(lines.iter().all(|line| line["not_asked"].as_array().unwrap().contains(&json!("clot_history"))));
    assert_eq!(lines[1]["id"], Value::Null, "no id either");
    assert!(stderr.contains("4 fields"), "{stderr}");
    // Only these words, to the letter.
    assert_eq!(batch("smoking\nna\n", &["--missing", "NA"]).0, Some(3));
    for answer in ["no", "yes", "not_sure", "past"] {
        assert_eq!(batch(PLAIN, &["--missing", answer]).0, Some(2), "{answer} is an answer");
    }
}

#[test]
fn what_is_often_not_ticked_is_told_in_a_table_as_in_json() {
    for (word, part) in [
        ("false", "not ticked"),
        ("FALSE", "not ticked"),
        ("True", "not ticked"),
        ("0", "a number can mean anything"),
        ("1", "a number can mean anything"),
        ("1.0", "a number can mean anything"),
    ] {
        for run in [
            run(&["batch", "--from", "csv"], &format!("id,clot_history\np1,\"{word}\"\n")),
            run(&["batch"], &format!("{{\"clot_history\": \"{word}\"}}\n")),
            run(&["check"], &format!("{{\"clot_history\": \"{word}\"}}\n")),
            run(&["demo", "past_clot", "--change", &format!("clot_history={word}")], ""),
        ] {
            let said = text(&run.stdout) + &text(&run.stderr);
            assert!(!run.status.success() && said.contains(part), "{word}: {said}");
            assert!(said.contains("yes, no") && !said.contains(&format!("{word}\"")), "{word}: {said}");
        }
    }
}

#[test]
fn what_is_said_of_a_table_is_refused_for_lines() {
    for arguments in [&["--delimiter", ";"][..], &["--missing", "NA"]] {
        let run = run(&[&["batch"], arguments].concat(), "{}\n");
        assert_eq!(run.status.code(), Some(2), "{}", text(&run.stderr));
        assert!(text(&run.stderr).contains("--from csv"));
    }
    assert_eq!(run(&["batch", "--bom"], "{}\n").status.code(), Some(2));
    for name in ["lines", "json", "ndjson"] {
        assert_eq!(run(&["batch", "--from", name], "{}\n").status.code(), Some(0), "{name}");
    }
}

#[test]
fn a_table_begins_with_a_byte_order_mark_where_it_is_asked_for() {
    for arguments in [&["--format", "csv"][..], &["--format", "csv", "--to-columns"]] {
        let plain = batch("id,smoking\nü,past\n", arguments).1;
        let marked = batch("id,smoking\nü,past\n", &[arguments, &["--bom"]].concat()).1;
        assert_eq!(marked.strip_prefix('\u{feff}'), Some(plain.as_str()));
    }
    // What was written so is read.
    let columns = batch("id,smoking\nü,past\n", &["--format", "csv", "--to-columns", "--bom"]).1;
    assert_eq!(batch(&columns, &[]).1, batch("id,smoking\nü,past\n", &[]).1);
}

#[test]
fn a_number_with_a_sign_is_no_formula() {
    let (_, stdout, _) = batch("id,smoking\n-12,past\n+4930123456,past\n-1+1,past\n=1,past\n", &["--format", "csv"]);
    let ids: Vec<&str> = stdout.lines().skip(1).filter_map(|row| row.split(',').nth(1)).collect();
    assert_eq!(ids, ["-12", "+4930123456", "'-1+1", "'=1"]);
}

#[test]
fn a_file_named_tsv_is_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.TSV");
    fs::write(&path, PLAIN.replace(',', "\t")).unwrap();
    let run = run(&["batch", path.to_str().unwrap()], "");
    assert_eq!(text(&run.stdout), batch(PLAIN, &[]).1);
}
