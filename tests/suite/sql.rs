//! The rules as SQL give the results of `batch`, never take an unknown option for *no*, and contain no injected SQL.

use std::collections::BTreeMap;
use std::fs;

use jakcheck::analysis::proof::states;
use jakcheck::answers;
use jakcheck::evaluate::Situation;
use jakcheck::evaluate::Verdict;
use jakcheck::export::sql::{self, Dialect, Shape};
use jakcheck::load::{RuleFile, RuleFiles};
use jakcheck::model::{Item, RuleSet};
use rusqlite::Connection;
use rusqlite::types::Value as SqlValue;
use serde_json::Value;

use crate::support::made_rules;
use crate::support::random::Random;
use crate::support::records::{Record, line, record, record_of, records};
use crate::support::rules::{small_files, small_rules};
use crate::support::sqlite::{Said, assert_taken, compare, insert, text, with_open_table, with_table, with_table_of};
use crate::support::{built_in, day, files};

#[test]
fn worked_cases_and_examples_match_a_batch() {
    let mut records = Vec::new();
    for path in files("rules/jak-inhibitors/cases", ".json") {
        let cases: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        records.extend(
            cases["cases"].as_array().unwrap().iter().map(|case| record_of(built_in(), &case["answers"].to_string())),
        );
    }
    for path in files("examples/people", ".json") {
        records.push(record_of(built_in(), &fs::read_to_string(path).unwrap()));
    }
    assert!(records.len() > 300);
    assert_taken(built_in(), &records);
    assert_eq!(compare(built_in(), &records).len(), 4);
}

#[test]
fn random_records_match_a_batch() {
    let records = records(built_in(), &mut Random::new(), 100_000);
    let states = compare(built_in(), &records);
    // Every state is frequent, so that none is right by chance.
    assert!(states.len() == 4 && states.values().all(|count| *count > 100_000), "{states:?}");
}

#[test]
fn another_rule_set_matches_a_batch() {
    let rules = small_rules();
    let states = compare(&rules, &records(&rules, &mut Random::new(), 3000));
    assert!(states.len() == 4 && states.values().all(|count| *count > 50), "{states:?}");
}

/// Values that are not an option of any question: other words, other case, other types.
const NO_OPTIONS: [&str; 9] = ["sometimes", "", " ", "Yes", "YES", "yes ", " no", "NULL", "left out"];

#[test]
fn the_table_refuses_unknown_options() {
    let database = with_table(built_in());
    let count = built_in().items().count();
    for at in 0..count {
        for word in NO_OPTIONS {
            let mut record: Record = vec![None; count];
            record[at] = Some(word.to_owned());
            let refused = insert(&database, at, &record).unwrap_err().to_string();
            assert!(refused.contains("CHECK constraint failed"), "{refused}");
        }
    }
    let taken: i64 = database.query_row("SELECT count(*) FROM answers", [], |row| row.get(0)).unwrap();
    assert_eq!(taken, 0);
}

#[test]
fn unknown_options_are_errors_and_never_no_match() {
    // For all types and collations of columns.
    for kind in ["", "TEXT COLLATE NOCASE", "TEXT COLLATE RTRIM", "BLOB"] {
        assert_errors(&with_table_of(built_in(), kind));
    }
}

#[test]
fn numbers_are_not_options() {
    let rules = made_rules::rules(&mut Random::new());
    for kind in ["", "INTEGER", "REAL", "TEXT"] {
        let database = with_table_of(&rules, kind);
        // The rules have an option `2`, which is text here and a number there.
        database.execute("INSERT INTO answers (id, \"known\") VALUES (0, 2), (1, 2.0), (2, '2')", []).unwrap();
        for row in &Said::new(&database, &rules, Shape::Wide).rows {
            let is_error = !text(&row[1]).is_empty();
            assert!(is_error || kind.is_empty() || kind == "TEXT", "{kind}: {row:?}");
            assert!(!is_error || row.iter().skip(2).all(|value| *value == SqlValue::Null), "{row:?}");
        }
    }
}

/// Asserts that an unknown option in any column makes its record an error.
fn assert_errors(database: &Connection) {
    let (count, mut rng) = (built_in().items().count(), Random::new());
    let mut number = 0;
    database.execute_batch("BEGIN").unwrap();
    // With many other answers, without any, and as a number.
    for at in 0..count {
        for word in NO_OPTIONS {
            for mut record in [record(built_in(), &mut rng, 0, 0), vec![None; count]] {
                record[at] = Some(word.to_owned());
                insert(database, number, &record).unwrap();
                number += 1;
            }
        }
    }
    let column = built_in().items().next().unwrap().column();
    database.execute(&format!("INSERT INTO answers (id, \"{column}\") VALUES (1, 1), (2, x'796573')"), []).unwrap();
    let columns: Vec<String> = built_in().items().map(Item::column).collect();
    for shape in [Shape::Wide, Shape::Long] {
        let said = Said::new(database, built_in(), shape);
        assert_eq!(said.rows.len(), number + 2);
        for (number, row) in said.rows.iter().enumerate() {
            let expected = columns.get(number / NO_OPTIONS.len() / 2).unwrap_or(&columns[0]);
            assert_eq!(text(said.get(row, "error")), format!("unknown_option: {expected}"));
            // The record has no other results.
            assert!(row.iter().skip(2).all(|value| *value == SqlValue::Null), "{row:?}");
        }
    }
}

/// Compares the long shape with the wide one, and its lists of items with the evaluation. Gives the number of such
/// lists.
fn compare_long(rules: &RuleSet, records: &[Record]) -> usize {
    let database = with_open_table(rules);
    for (number, record) in records.iter().enumerate() {
        insert(&database, number, record).unwrap();
    }
    let (wide, long) = (Said::new(&database, rules, Shape::Wide), Said::new(&database, rules, Shape::Long));
    assert_eq!(long.columns, ["id", "error", "urgent", "caution", "level", "state", "also_not_sure"]);
    let mut turned = Vec::new();
    for (row, record) in wide.rows.iter().zip(records) {
        let first = row[..3].to_vec();
        if !text(&row[1]).is_empty() {
            turned.push([first, vec![SqlValue::Null; 4]].concat());
            continue;
        }
        let answers = answers::read(rules, "answers", line(rules, 0, record).as_bytes()).unwrap();
        let situation = Situation::new(&answers);
        for caution in rules.cautions() {
            let (id, level) = (caution.id.to_string(), i64::from(caution.level.number()));
            let state = wide.get(row, &id).clone();
            let items = Verdict::of(caution, &situation).also_not_sure;
            let items: Vec<&str> = items.iter().map(|item| rules[*item].reference.as_str()).collect();
            let beside = if items.is_empty() { SqlValue::Null } else { items.join(",").into() };
            turned.push([first.clone(), vec![id.into(), level.into(), state, beside]].concat());
        }
    }
    for (row, expected) in long.rows.iter().zip(&turned) {
        assert_eq!(row, expected);
    }
    assert_eq!(long.rows.len(), turned.len());
    turned.iter().filter(|row| row[6] != SqlValue::Null).count()
}

#[test]
fn the_long_shape_matches_the_wide_one() {
    let mut records = records(built_in(), &mut Random::new(), 700);
    records[7][3] = Some("perhaps".to_owned());
    let beside = compare_long(built_in(), &records);
    assert!(beside > 500, "{beside}");
    let mut rng = Random::new();
    let mut beside = 0;
    for _ in 0..40 {
        let rules = made_rules::rules(&mut rng);
        let some = self::records(&rules, &mut rng, 60);
        beside += compare_long(&rules, &some);
    }
    assert!(beside > 500, "{beside}");
}

#[test]
fn every_state_of_each_caution_matches_a_batch() {
    let rules = built_in();
    let states = rules.cautions().iter().flat_map(|caution| states(rules, caution));
    let records: Vec<Record> = states.map(|answers| record_of(rules, &answers.in_one_line())).collect();
    let found = compare(rules, &records);
    assert!(records.len() > 8_000 && found.len() == 4, "{} {found:?}", records.len());
}

#[test]
fn random_rule_sets_match_a_batch() {
    let mut rng = Random::new();
    let mut states = BTreeMap::new();
    for _ in 0..60 {
        let rules = made_rules::rules(&mut rng);
        for (state, count) in compare(&rules, &records(&rules, &mut rng, 300)) {
            *states.entry(state).or_insert(0) += count;
        }
    }
    assert!(states.len() == 4 && states.values().all(|count| *count > 10_000), "{states:?}");
}

/// A text with everything but line breaks and unprintable characters, which the loader refuses.
const HOSTILE: &str = "a'; DROP TABLE answers; -- */ /* \" ` ${env:HOME} {{x}} {% y %} :z ?1 %s $$ \\x SELECT \\";

/// The rules with a hostile text after every text that is not an id.
fn hostile_rules() -> RuleSet {
    fn spoil(value: &mut Value, key: &str) {
        let is_text =
            ["title", "text", "label", "hint", "why", "says", "disagrees", "tell", "ask", "publisher", "where"];
        let is_more = ["section", "brief", "signs", "who", "how_long", "said", "limits", "note", "by", "date"];
        match value {
            Value::String(text) if is_text.contains(&key) || is_more.contains(&key) => {
                text.push_str(HOSTILE);
            }
            Value::Array(list) => list.iter_mut().for_each(|value| spoil(value, key)),
            Value::Object(members) => members.iter_mut().for_each(|(key, value)| spoil(value, key)),
            Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let files = small_files();
    let spoiled = files.iter().map(|file| {
        let mut document: Value = serde_json::from_slice(&file.bytes).unwrap();
        spoil(&mut document, "");
        RuleFile { bytes: document.to_string().into_bytes().into(), ..file.clone() }
    });
    RuleSet::load(&RuleFiles::new(spoiled.collect())).unwrap()
}

/// All queries and statements for an engine.
fn everything_for(rules: &RuleSet, dialect: Dialect) -> String {
    let [wide, long] = [Shape::Wide, Shape::Long].map(|shape| sql::select(rules, dialect, shape, day()).unwrap());
    [wide, long, sql::table(rules, dialect, day()).unwrap()].concat()
}

#[test]
fn no_text_of_a_rule_set_reaches_the_engine() {
    let hostile = hostile_rules();
    for dialect in Dialect::ALL {
        let (plain, spoiled) = (everything_for(&small_rules(), dialect), everything_for(&hostile, dialect));
        assert!(spoiled.matches("DROP TABLE answers").count() > 50);
        let is_comment = |line: &&str| line.trim_start().starts_with("--");
        let code = |text: &str| text.lines().filter(|line| !is_comment(line)).collect::<Vec<&str>>().join("\n");
        assert_eq!(code(&plain), code(&spoiled));
        assert!(!code(&plain).contains("--"));
        for comment in spoiled.lines().filter(is_comment) {
            let meaning = |sign: char| "'\"`;\\${}*&@".contains(sign) || (sign != ' ' && sign.is_whitespace());
            assert!(!comment.contains(meaning), "{comment}");
        }
        // No character but a line feed ends a line.
        assert!(!spoiled.contains(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']));
    }
    assert_eq!(compare(&hostile, &records(&hostile, &mut Random::new(), 300)).len(), 4);
}

#[test]
fn the_sql_of_each_engine_matches_its_snapshot() {
    let rules = small_rules();
    for dialect in Dialect::ALL {
        let name = |what: &str| format!("{what}_{}", dialect.word());
        let select = |shape| sql::select(&rules, dialect, shape, day()).unwrap();
        let snapshots = [
            (name("select"), select(Shape::Wide)),
            (name("select_long"), select(Shape::Long)),
            (name("table"), sql::table(&rules, dialect, day()).unwrap()),
        ];
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "snapshots/sql" }, {
            for (name, text) in snapshots {
                insta::assert_snapshot!(name, text);
            }
        });
    }
}

#[test]
fn the_header_names_the_rules_and_the_limits() {
    let header = built_in().header();
    for dialect in Dialect::ALL {
        let query = sql::select(built_in(), dialect, Shape::Wide, day()).unwrap();
        let head: String = query.lines().take_while(|line| line.starts_with("--")).collect::<Vec<&str>>().join("\n");
        for part in [
            header.id.as_str(),
            &header.version,
            &header.digest,
            &header.checked_on.to_string(),
            "No doctor or nurse has reviewed it",
        ] {
            assert!(head.contains(part), "no `{part}` in\n{head}");
        }
        assert!(head.contains("A state is a prompt to talk to a doctor, never a clearance."));
        assert!(!head.contains("OUT OF DATE"));
        let late = sql::select(built_in(), dialect, Shape::Wide, "2031-01-01".parse().unwrap()).unwrap();
        assert!(late.starts_with("-- OUT OF DATE"));
        // Each caution has its id and its sources in the comments.
        for caution in built_in().cautions() {
            let place = format!("    -- {}, level {}: ", caution.id, caution.level.number());
            let (_, rest) = query.split_once(&place).unwrap_or_else(|| panic!("no `{place}`"));
            let sources = rest.lines().nth(1).unwrap();
            for cite in &caution.cites {
                assert!(
                    sources.starts_with("    -- Sources: ") && sources.contains(built_in()[cite.source].id.as_str()),
                    "{sources}"
                );
            }
        }
        assert!(query.trim_end().ends_with(|end: char| end != ';'));
        assert!(!query.contains(';'), "one statement");
    }
}

#[test]
fn a_name_that_would_be_truncated_is_refused() {
    let long = "a".repeat(50);
    let rename = |text: &str| {
        text.replace("\"wet_brakes\"", &format!("\"{long}\""))
            .replace("wet_rides", "b234567890123456789012345678901234567890123456789")
    };
    let files = small_files();
    let renamed = files.iter().map(|file| {
        let text = String::from_utf8(file.bytes.to_vec()).unwrap();
        RuleFile { bytes: rename(&text).into_bytes().into(), ..file.clone() }
    });
    let rules = RuleSet::load(&RuleFiles::new(renamed.collect())).unwrap();
    let refused = sql::select(&rules, Dialect::Postgres, Shape::Wide, day()).unwrap_err();
    assert!(refused.name.len() > 63 && refused.longest == 63, "{refused:?}");
    for dialect in [Dialect::DuckDb, Dialect::Spark, Dialect::Sqlite] {
        sql::select(&rules, dialect, Shape::Wide, day()).unwrap();
    }
}
