//! Exports of the rules on the command line: their list, their options, the decision table.

use jakcheck::export;
use jakcheck::load::{RuleFile, RuleFiles};
use jakcheck::model::RuleSet;
use serde_json::Value;

use crate::support::{built_in, run, text};

/// The rows of a table, each a list of column names and fields.
fn rows(table: &str) -> Vec<Vec<(String, String)>> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let names = reader.headers().unwrap().clone();
    let row = |row: csv::StringRecord| {
        names.iter().zip(&row).map(|(name, field)| (name.to_owned(), field.to_owned())).collect()
    };
    reader.records().map(|one| row(one.unwrap())).collect()
}

fn field<'r>(row: &'r [(String, String)], name: &str) -> &'r str {
    &row.iter().find(|(column, _)| column == name).unwrap().1
}

#[test]
fn the_decision_table_has_a_row_for_each_caution() {
    let rows = rows(&export::decision_table(built_in()));
    assert_eq!(rows.len(), built_in().cautions().len());
    for (row, caution) in rows.iter().zip(built_in().cautions()) {
        assert_eq!(field(row, "caution"), caution.id.as_str());
        assert_eq!(field(row, "level"), caution.level.number().to_string());
        // Each option that a condition reads is named, and each source.
        for leaf in caution.applies_when.leaves() {
            let item = &built_in()[leaf.item];
            let labels = item.options.iter().enumerate().filter(|(place, _)| leaf.options.has(*place));
            for (_, option) in labels.filter(|_| !item.reference.contains('.')) {
                assert!(field(row, "applies_when").contains(&format!("\"{}\"", option.label)), "{row:?}");
            }
        }
        for cite in &caution.cites {
            assert!(field(row, "sources").contains(&built_in()[cite.source].title), "{row:?}");
        }
        assert_eq!(field(row, "stays_open_when").is_empty(), caution.open_when.is_none());
        assert!(field(row, "review").contains("No doctor or nurse has reviewed it."));
        assert!(field(row, "rule_set").contains(&built_in().header().digest));
    }
    let of =
        |id: &str, name: &str| field(rows.iter().find(|row| field(row, "caution") == id).unwrap(), name).to_owned();
    insta::assert_snapshot!(
        "conditions_in_a_decision_table",
        [
            of("uc_higher_dose", "applies_when"),
            of("step_before_jak", "applies_when"),
            of("step_before_jak", "stays_open_when"),
            of("gut_tear_risk", "applies_when"),
            of("pregnant_now", "call_today_when"),
            of("smoking", "sources"),
        ]
        .join("\n")
    );
}

#[test]
fn a_spreadsheet_runs_no_formula_of_the_decision_table() {
    let files = crate::support::rules::small_files();
    let spoiled = files.iter().map(|file| {
        let text = String::from_utf8(file.bytes.to_vec()).unwrap();
        RuleFile {
            bytes: text.replace("\"Wet brakes\"", "\"=cmd|' /C calc'!A1, \\\"x\\\"\"").into_bytes().into(),
            ..file.clone()
        }
    });
    let rules = RuleSet::load(&RuleFiles::new(spoiled.collect())).unwrap();
    let rows = rows(&export::decision_table(&rules));
    assert_eq!(field(&rows[1], "title"), "'=cmd|' /C calc'!A1, \"x\"");
    assert_eq!(rows.len(), 2);
}

#[test]
fn export_without_a_form_lists_the_forms() {
    let output = run(&["rules", "export"], "");
    assert!(output.status.success());
    insta::assert_snapshot!("forms_of_the_rules", text(&output.stdout));
}

#[test]
fn exports_match_the_other_commands() {
    let printed = |arguments: &[&str]| {
        let output = run(&[arguments, &["--date", "2026-12-01"]].concat(), "");
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    assert_eq!(printed(&["rules", "export", "--to", "json-schema"]), printed(&["schema", "answers"]));
    let markdown = printed(&["rules", "export", "--to", "markdown"]);
    assert_eq!(markdown, printed(&["rules", "show", "--format", "markdown"]));
    for caution in built_in().cautions() {
        let heading = format!("### Caution {}: {}\n", caution.id, caution.title).replace('_', "\\_");
        assert!(
            markdown.contains(&heading) || markdown.replace('\\', "").contains(&heading.replace('\\', "")),
            "{heading}"
        );
    }
    let schema: Value = serde_json::from_str(&printed(&["rules", "export", "--to", "json-schema"])).unwrap();
    assert!(schema["properties"]["smoking"].is_object());
    assert_eq!(printed(&["rules", "export", "--to", "csv"]), export::decision_table(built_in()));
}

#[test]
fn contradictory_options_are_refused_with_a_hint() {
    let refused = [
        (&["--to", "sql"][..], "--dialect"),
        (&["--to", "csv", "--dialect", "duckdb"], "--dialect is for SQL"),
        (&["--dialect", "duckdb"], "--dialect is for SQL"),
        (&["--to", "sql", "--ddl"], "--dialect"),
        (&["--to", "sql", "--dialect", "duckdb", "--ddl", "--long"], "cannot be used with"),
        (&["--to", "sql", "--dialect", "oracle"], "duckdb, spark, postgres, sqlite"),
        (&["--to", "sql", "--dialect", "duckdb", "--format", "json"], "the values are: text"),
    ];
    for (arguments, said) in refused {
        let output = run(&[&["rules", "export"], arguments].concat(), "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains(said), "{arguments:?}: {}", text(&output.stderr));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn exports_warn_of_outdated_and_other_rules() {
    let arguments = ["rules", "export", "--to", "sql", "--dialect", "duckdb"];
    let late = run(&[&arguments[..], &["--date", "2031-01-01"]].concat(), "");
    assert!(text(&late.stderr).starts_with("OUT OF DATE") && text(&late.stdout).starts_with("-- OUT OF DATE"));
    let other = run(&[&arguments[..], &["--rules", "rules/jak-inhibitors", "--date", "2026-12-01"]].concat(), "");
    assert!(text(&other.stderr).contains("not the ones built into jakcheck"));
    assert!(text(&other.stdout).contains("not the ones built into jakcheck"));
    let own = run(&[&arguments[..], &["--date", "2026-12-01"]].concat(), "");
    assert!(own.stderr.is_empty());
}
