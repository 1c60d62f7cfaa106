//! Tables as people have them: quotes, line breaks within fields, blanks, rows with nothing in them.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Stdio;

use csv::{QuoteStyle, Terminator, WriterBuilder};
use serde_json::{Value, json};

use crate::support::program::{Lines, finish, shell};
use crate::support::random::Random;
use crate::support::records::{csv, records};
use crate::support::{built_in, jakcheck, run, text};

/// The results of a table, and what standard error says.
fn screened(table: &str, arguments: &[&str]) -> (Vec<Value>, String) {
    let run = run(&[&["batch", "--from", "csv"], arguments].concat(), table);
    let lines = text(&run.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (lines, text(&run.stderr))
}

/// For each result its line, and its id or the code and place of its mistake.
fn results(table: &str) -> Vec<String> {
    let result = |line: &Value| {
        let (number, error) = (&line["line"], &line["error"]);
        if error.is_object() {
            assert!(line.get("more").is_none(), "{line}");
            format!("{number} {} {}", error["code"].as_str().unwrap(), error["column"])
        } else {
            format!("{number} {}", line["id"].as_str().unwrap_or("-"))
        }
    };
    let of = |threads| screened(table, &["--threads", threads]).0.iter().map(result).collect::<Vec<String>>();
    let alone = of("1");
    assert_eq!(alone, of("2"));
    alone
}

#[test]
fn a_line_break_in_quotes_is_part_of_its_field() {
    // No id has a line break, so the row is refused; but no row begins within quotes.
    assert_eq!(results("id,smoking\n\"p\n1\",past\np2,never\n"), ["2 bad_record_id 1", "4 p2"]);
    assert_eq!(results("id,smoking\r\n\"p\r\n1\",past\r\np2,never"), ["2 bad_record_id 1", "4 p2"]);
    assert_eq!(
        results("id,smoking\np1,\"past\n\"\n\"p2\n\n,\n\",never\np3,past\n"),
        ["2 unknown_option 2", "4 bad_record_id 1", "8 p3"]
    );
    // So it is in the header.
    assert_eq!(results("\"id\",\"smoking\"\n\"p1\",\"past\"\n"), ["2 p1"]);
    let (_, told) = screened("id,\"smo\nking\"\np1,past\n", &[]);
    assert!(told.starts_with("error[unknown_question]") && told.contains("standard input:1:2"), "{told}");
}

#[test]
fn a_byte_order_mark_stands_before_the_first_quote() {
    for (name, ignored) in [("\"no\nte\"", "no\nte"), ("\"a\n\"\"b\"\"\"", "a\n\"b\"")] {
        let table = format!("{name},id,smoking\nx,p1,past\n");
        let plain = screened(&table, &["--ignore", ignored]);
        assert_eq!((plain.0.len(), &plain.0[0]["line"]), (1, &json!(3)), "{}", plain.1);
        assert_eq!(screened(&format!("\u{feff}{table}"), &["--ignore", ignored]), plain);
    }
    assert_eq!(results("\u{feff}\"id\",\"smoking\"\n\"p1\",\"past\"\n"), ["2 p1"]);
    assert_eq!(results("\u{feff}\"sep=;\"\n\"id\";\"smoking\"\np1;past\n"), ["3 p1"]);
}

#[test]
fn two_carriage_returns_end_a_line_as_one_does() {
    for table in
        ["id,smoking\np1,past\n,\np2,never\n", "\"id\",\"smoking\"\n\"p1\",\"past\"\n\"\",\"\"\n\"p2\",\"never\"\n"]
    {
        for end in ["\r\n", "\r\r\n", "\r\r\r\n"] {
            assert_eq!(results(&table.replace('\n', end)), ["2 p1", "4 p2"], "{end:?}");
        }
        // Nothing of a row is left where the returns go on and on.
        let long = table.replacen("past\n", &format!("past{}x\n", "\r".repeat(70_000)), 1);
        let long = long.replacen("past\"\n", &format!("past\"{}x\n", "\r".repeat(70_000)), 1);
        let results = results(&long);
        assert!(results[0].contains("too_large") && results[1..] == ["4 p2"], "{results:?}");
    }
}

#[test]
fn a_doubled_quote_is_a_quote() {
    let (lines, _) = screened("id,smoking\n\"the \"\"first\"\"\",\"past\"\n\"\"\"\",past\n\"\",past\n", &[]);
    let ids: Vec<&Value> = lines.iter().map(|line| &line["id"]).collect();
    assert_eq!(ids, [&json!("the \"first\""), &json!("\""), &Value::Null]);
}

#[test]
fn a_quote_out_of_place_breaks_its_row_alone() {
    for row in ["p\"1\",past", "p1,pa\"st", "\"p\"1,past", "p1,\"past\"s", "p\"1,\"pa\nst\"", "5\",past"] {
        let lines = 3 + row.matches('\n').count();
        let results = results(&format!("id,smoking\n{row}\np2,never\n"));
        assert_eq!(results.len(), 2, "{row}: {results:?}");
        assert!(results[0].starts_with("2 bad_csv "), "{row}: {results:?}");
        assert_eq!(results[1], format!("{lines} p2"), "{row}");
    }
    // Quotes that were not doubled: no line within the field is a person, whatever stands between the quotes.
    for said in ["said \"no\" then:", "said \"a, b\" then:", "\"a\", \"b\"c:"] {
        let table = format!("id,smoking\n\"{said}\ngrandmother,never\nend\",past\np2,never\n");
        assert_eq!(results(&table).last().unwrap(), "5 p2", "{said}");
        assert!(results(&table).iter().all(|result| !result.contains("grandmother")), "{said}");
    }
    // What looks like a row of its own, with the right number of fields, is the rest of a broken one.
    assert_eq!(results("id,smoking\np1,\"past\",\"\nx,past\n\"\np2,past\n"), ["2 bad_csv 1", "5 p2"]);
}

#[test]
fn what_a_mark_for_the_same_as_above_takes_in_is_an_error_and_nobody() {
    // The mark is an opening quote, which closes at the next mark.
    for (table, results_of_it) in [
        ("id,smoking\n\",past\nb,current,\"\nc,never\n", ["2 bad_csv 1", "4 c"]),
        ("id,age_band,smoking\na,\",past\nb,\",past\nc,,never\n", ["2 bad_csv 2", "4 c"]),
        ("id,age_band,smoking\r\na,,\"\r\nb,, \" \r\nc,,never\r\n", ["2 bad_csv 3", "4 c"]),
        ("id,smoking\n\",past\nb,never\n\"\nd,never\n", ["2 bad_csv 1", "5 d"]),
        ("id,smoking\na,\"\nb,past\nc,past\n\"\nd,never\n", ["2 unknown_option 2", "6 d"]),
        ("id,smoking\na,\"\nb,past\nc,past\n", ["2 bad_csv 2", ""]),
    ] {
        assert_eq!(results(table).join("\n"), results_of_it.join("\n").trim(), "{table}");
    }
    // So it is in a column that is left out, where nobody would miss the rows.
    for table in
        ["id,note,smoking\na,\",past\nb,\",never\nc,,never\n", "id,smoking,note\na,past,\"\nb,current,\"\nc,never,\n"]
    {
        let (lines, _) = screened(table, &["--ignore", "note"]);
        assert_eq!((lines.len(), &lines[0]["error"]["code"], &lines[1]["id"]), (2, &json!("bad_csv"), &json!("c")));
        assert!(lines[0]["error"]["message"].as_str().unwrap().contains("in line 2"), "{}", lines[0]);
    }
    // A note may begin and end with a line break, and may have delimiters in it.
    for note in ["\n\nwell, today\n", ", then\nwell", "well\nthen,", ",", "a,\nb"] {
        let (lines, _) = screened(&format!("id,note,smoking\na,\"{note}\",past\n"), &["--ignore", "note"]);
        assert_eq!((lines.len(), &lines[0]["id"]), (1, &json!("a")), "{note:?}");
    }
}

#[test]
fn a_quote_that_never_closes_is_one_finding() {
    for (table, line, place) in [
        ("id,smoking\np1,past\np2,\"never\np3,past\np4,past\n", 3, "line 3"),
        ("id,smoking\np1,past\n\"p2,never\r\np3,past", 3, "line 3"),
        ("id,smoking\np1,past\n\"p\n2\",\"never\np3,past\n", 3, "line 4"),
        ("id,smoking\np1,past\n \"", 3, "line 3"),
    ] {
        let (lines, _) = screened(table, &[]);
        assert_eq!(lines.len(), 2, "{table:?}");
        assert_eq!((&lines[1]["line"], &lines[1]["error"]["code"]), (&json!(line), &json!("bad_csv")));
        assert!(lines[1]["error"]["message"].as_str().unwrap().contains(place), "{}", lines[1]);
    }
    let (_, told) = screened("id,\"smoking\np1,past\n", &[]);
    assert!(told.contains("the quote that opens in line 1 does not close"), "{told}");
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_what_stands_in_quotes() {
    // 100 MB in lines behind a quote that does not close.
    let rows = "{ echo id,smoking; echo p1,past; echo 'p2,\"never'; yes p3,past | head -c 100000000; }";
    for threads in ["1", "2"] {
        let output = shell(&format!("ulimit -v 150000; {rows} | JAKCHECK batch --from csv --threads {threads}"));
        let lines = text(&output.stdout);
        let lines: Vec<&str> = lines.lines().collect();
        assert_eq!((output.status.code(), lines.len()), (Some(3), 2), "{}", text(&output.stderr));
        assert!(
            lines[1].starts_with("{\"line\":3,\"error\":{\"code\":\"too_large\"")
                && lines[1].contains("opens in line 3")
        );
    }
}

#[test]
fn what_stands_behind_a_huge_field_keeps_its_line() {
    for length in [60, 30_000, 40_000, 400_000] {
        let table = format!("id,smoking\np1,past\n\"{}\",past\np2,never\np3,never\n", "x\n".repeat(length));
        let results = results(&table);
        assert_eq!(results[2..], [format!("{} p2", length + 4), format!("{} p3", length + 5)], "{length}");
        assert!(results[1].starts_with("3 "), "{}", results[1]);
    }
}

#[test]
fn blanks_around_fields_and_names_are_no_part_of_them() {
    let plain = screened("id,smoking,clot_history\np1,past,yes\n", &[]).0;
    for table in [
        "id, smoking, clot_history\np1, past, yes\n",
        "id ,smoking\t,clot_history \n p1 ,\tpast, yes \r\n",
        "\u{a0}id,smoking\u{a0},\u{a0} clot_history\np1\u{a0},\u{a0}past,\u{a0}\u{a0}yes\n",
        "\" id\",\"smoking \",\"\u{a0}clot_history\"\n\"p1 \",\" past\",\"yes\u{a0}\"\n",
        "id, \"smoking\" ,clot_history\n \"p1\" , \"past\"\t,\"yes\" \r\n",
    ] {
        assert_eq!(screened(table, &[]).0, plain, "{table:?}");
    }
    // Within a field they are.
    assert_eq!(results("id,smoking\np 1,past\np2,pa st\n"), ["2 p 1", "3 unknown_option 2"]);
}

#[test]
fn rows_of_empty_fields_are_blank() {
    let (lines, told) = screened("id,smoking\np1,past\n,\n,\n", &[]);
    assert_eq!(lines.len(), 1);
    assert!(told.contains("1 record checked, 2 blank lines skipped."), "{told}");
    for row in ["", " ", "\t,", "\"\",\"\"", "\u{a0},\" \"", ",,,,", "\r", ",\r\r", "\"\",\"\"\r\r"] {
        let (lines, told) = screened(&format!("id,smoking\n{row}\np1,past\n{row}\n"), &[]);
        assert_eq!((lines.len(), &lines[0]["line"]), (1, &json!(3)), "{row:?}");
        assert!(told.contains("1 record checked, 2 blank lines skipped."), "{row:?}: {told}");
    }
    let run = run(&["batch", "--from", "csv"], "id,smoking\n,\n\n");
    assert_eq!(run.status.code(), Some(3), "no record at all");
}

/// Tables as other programs write them.
#[test]
fn what_another_writer_writes_is_read() {
    let written = csv(built_in(), &records(built_in(), &mut Random::new(), 200));
    let expected = run(&["batch", "--from", "csv"], &written).stdout;
    for style in [QuoteStyle::Always, QuoteStyle::NonNumeric, QuoteStyle::Necessary] {
        for terminator in [Terminator::CRLF, Terminator::Any(b'\n')] {
            let mut writer = WriterBuilder::new().quote_style(style).terminator(terminator).from_writer(Vec::new());
            for row in csv::ReaderBuilder::new().has_headers(false).from_reader(written.as_bytes()).records() {
                writer.write_record(&row.unwrap()).unwrap();
            }
            let table = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            assert!(run(&["batch", "--from", "csv"], &table).stdout == expected, "{style:?}");
        }
    }
}

#[test]
fn ids_with_anything_in_them_are_read_as_they_were_written() {
    let ids = ["a,b", "\"", "a\"b", "\"a\" b", "ü", "日本 \" , x", "it's", "\\", "a;b|c", "'1"];
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["smoking", "id"]).unwrap();
    for id in ids {
        writer.write_record(["past", id]).unwrap();
    }
    let (lines, _) = screened(&String::from_utf8(writer.into_inner().unwrap()).unwrap(), &[]);
    let read: Vec<&str> = lines.iter().map(|line| line["id"].as_str().unwrap()).collect();
    assert_eq!(read, ids);
}

#[test]
fn a_result_comes_before_the_next_row_is_written() {
    for threads in ["1", "2"] {
        let mut child = jakcheck()
            .args(["batch", "--from", "csv", "--threads", threads])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (mut stdin, mut stdout) = (child.stdin.take().unwrap(), Lines::of(child.stdout.take().unwrap()));
        stdin.write_all(b"id;smoking\n").unwrap();
        for (row, line) in [("p1;past\n", 2), ("\"\n\";past\n", 3), ("p3;past\n", 5)] {
            stdin.write_all(row.as_bytes()).unwrap();
            let result = stdout.next().unwrap();
            assert!(result.starts_with(&format!("{{\"line\":{line},")), "{result}");
        }
        drop(stdin);
        assert_eq!(finish(child, "").status.code(), Some(3));
    }
}

#[test]
fn rows_with_line_breaks_cross_blocks_and_threads() {
    let mut table = String::from("id,smoking\n");
    let mut lines = 1;
    let mut expected = Vec::new();
    for number in 0..30_000 {
        let row = match number % 7 {
            0 => format!("\"p\n{number}\",past"),
            1 => format!("p{number},\"past\n{}\"", "x\n".repeat(number % 50)),
            _ => format!("\"p{number}\",past"),
        };
        let id = if number % 7 > 1 { format!("p{number}") } else { String::new() };
        expected.push((lines + 1, id));
        lines += row.matches('\n').count() + 1;
        writeln!(table, "{row}").unwrap();
    }
    for threads in ["1", "2", "3"] {
        let (lines, _) = screened(&table, &["--threads", threads]);
        let read = lines.iter().map(|line| {
            let line_number = usize::try_from(line["line"].as_u64().unwrap()).unwrap();
            (line_number, line["id"].as_str().unwrap_or("").to_owned())
        });
        assert!(read.eq(expected.iter().cloned()), "{threads}");
    }
}
