//! Each outside crate is used where it belongs and nowhere else; files stay small; colour has one place.

use std::fs;

use crate::support::{files, project};

/// Crates and the files that may use them.
const PLACES: [(&str, &[&str]); 26] = [
    ("base64", &["src/render/html/style.rs"]),
    ("clap", &["src/cli.rs", "src/commands/manual.rs", "src/main.rs"]),
    ("clap_complete", &["src/cli.rs", "src/commands/manual.rs"]),
    ("clap_mangen", &["src/commands/manual.rs"]),
    ("colored", &["src/render/paint.rs"]),
    ("console", &["src/ask/list.rs", "src/ask/terminal.rs", "src/commands/ask.rs", "src/commands/mod.rs"]),
    ("ctrlc", &["src/commands/ask.rs", "src/commands/batch.rs"]),
    ("csv", &["src/spreadsheet.rs"]),
    ("csv_core", &["src/batch/columns.rs"]),
    ("dialoguer", &["src/ask/list.rs"]),
    ("indicatif", &["src/commands/batch.rs"]),
    ("itoa", &["src/batch/line.rs"]),
    (
        "jiff",
        &[
            "src/ask/mod.rs",
            "src/batch/engine.rs",
            "src/cli.rs",
            "src/commands/mod.rs",
            "src/commands/saved.rs",
            "src/document/frame.rs",
            "src/export/sql/",
            "src/report/",
            "src/rules/model.rs",
            "src/rules/validate/frame.rs",
        ],
    ),
    ("maud", &["src/render/html/"]),
    ("memchr", &["src/batch/blocks.rs", "src/batch/worker.rs"]),
    ("postcard", &["src/rules/packed.rs"]),
    ("pulldown_cmark", &["src/render/markdown.rs"]),
    ("pulldown_cmark_to_cmark", &["src/render/markdown.rs"]),
    ("rustix", &["src/ask/terminal.rs", "src/commands/pipe.rs"]),
    (
        "schemars",
        &[
            "src/batch/error.rs",
            "src/comparison.rs",
            "src/explanation/mod.rs",
            "src/export/schema.rs",
            "src/report/mod.rs",
            "src/rules/kind.rs",
            "src/rules/raw/",
            "src/sheet.rs",
        ],
    ),
    (
        "serde_json",
        &[
            "src/analysis/cases.rs",
            "src/answers/",
            "src/batch/line.rs",
            "src/export/schema.rs",
            "src/locate.rs",
            "src/render/json.rs",
            "src/rules/raw/case.rs",
            "src/rules/validate/parse.rs",
        ],
    ),
    ("sha2", &["src/render/html/style.rs", "src/rules/files.rs"]),
    ("strsim", &["src/suggest.rs"]),
    ("tempfile", &["src/commands/saved.rs", "src/target.rs"]),
    ("textwrap", &["src/ask/list.rs", "src/render/page.rs"]),
    ("thiserror", &["src/batch/run.rs", "src/export/sql/mod.rs", "src/rules/mod.rs"]),
];

fn sources() -> Vec<(String, String)> {
    let name = |path: &std::path::Path| path.strip_prefix(project()).unwrap().to_string_lossy().replace('\\', "/");
    files("src", ".rs").iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

/// Whether a path stands in a text by itself: `csv::` is not the end of another name.
fn is_path_in(text: &str, path: &str) -> bool {
    let is_own = |before: &str| !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
    text.match_indices(path).any(|(at, _)| text.get(..at).is_some_and(is_own))
}

#[test]
fn each_crate_is_used_where_it_belongs() {
    for (name, text) in sources() {
        for (library, places) in PLACES {
            let paths = [format!("{library}::"), format!("use {library};")];
            let is_used = paths.iter().any(|path| is_path_in(&text, path));
            let may_use = places.iter().any(|place| name.starts_with(place));
            assert!(!is_used || may_use, "{name} uses {library}, which belongs into {places:?}");
        }
    }
}

#[test]
fn every_dependency_has_its_place() {
    let manifest = fs::read_to_string(project().join("Cargo.toml")).unwrap();
    let dependencies = manifest.split("\n[").find(|table| table.starts_with("dependencies]")).unwrap();
    let names: Vec<&str> = dependencies.lines().skip(1).filter_map(|line| line.split(" = ").next()).collect();
    let known: Vec<&str> = PLACES.iter().map(|(library, _)| *library).collect();
    for name in names.into_iter().filter(|name| !name.is_empty() && !name.starts_with('#') && *name != "serde") {
        assert!(known.contains(&name.replace('-', "_").as_str()), "say where {name} belongs");
    }
}

#[test]
fn nothing_can_open_a_connection() {
    let lock = fs::read_to_string(project().join("Cargo.lock")).unwrap();
    for (name, text) in sources() {
        for word in ["std::net", "TcpStream", "UdpSocket"] {
            assert!(!text.contains(word), "{name} names {word}");
        }
    }
    for library in ["reqwest", "hyper", "ureq", "curl", "tokio", "mio", "socket2"] {
        assert!(!lock.contains(&format!("name = \"{library}\"\n")), "{library} is in the tree");
    }
}

#[test]
fn files_hold_one_concept() {
    for (name, text) in sources() {
        let code = text.split("#[cfg(test)]").next().unwrap();
        let lines = code.lines().count();
        assert!(lines <= 420, "{name} has {lines} lines: split it by concept");
        assert!(text.starts_with("//! "), "{name} does not say what it is");
        for word in ["utils", "helpers", "common"] {
            assert!(!name.contains(word), "{name} is named after nothing");
        }
    }
}
