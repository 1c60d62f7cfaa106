//! The structure of the source: which module may import which, which files may use which crate, no cycles of imports,
//! and small files.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use crate::support::sources::{Source, imports, modules, sources, sources_of};
use crate::support::{project, text};

/// The modules from the lowest to the highest. Each may import only those before it.
const LAYERS: [&str; 14] = [
    "model", "text", "render", "load", "answers", "evaluate", "fhir", "analysis", "pages", "batch", "ask", "export",
    "cli", "main",
];

/// Crates and the files that may use them.
const PLACES: [(&str, &[&str]); 26] = [
    ("base64", &["src/render/html/policy.rs"]),
    ("clap", &["src/cli/", "src/main.rs"]),
    ("clap_complete", &["src/cli/manual.rs"]),
    ("clap_mangen", &["src/cli/manual.rs"]),
    ("colored", &["src/render/paint.rs"]),
    ("comfy_table", &["src/render/table.rs"]),
    (
        "console",
        &[
            "src/ask/canvas.rs",
            "src/ask/keyboard.rs",
            "src/ask/keys.rs",
            "src/ask/list.rs",
            "src/ask/reading.rs",
            "src/ask/terminal.rs",
            "src/cli/ask.rs",
            "src/cli/color.rs",
            "src/cli/global.rs",
            "src/cli/mode.rs",
        ],
    ),
    ("crossterm", &["src/ask/keyboard.rs"]),
    ("ctrlc", &["src/cli/ask.rs", "src/cli/batch.rs"]),
    ("csv", &["src/render/csv.rs"]),
    ("dialoguer", &["src/ask/canvas.rs"]),
    ("indicatif", &["src/cli/batch.rs"]),
    ("itoa", &["src/batch/line.rs"]),
    (
        "jiff",
        &[
            "src/ask/flow.rs",
            "src/batch/engine.rs",
            "src/cli/global.rs",
            "src/cli/saved.rs",
            "src/fhir/response/",
            "src/pages/",
            "src/export/sql/",
            "src/load/validate/frame.rs",
            "src/model/header.rs",
            "src/model/review.rs",
        ],
    ),
    (
        "maud",
        &["src/render/html/", "src/fhir/element.rs", "src/export/flow/", "src/export/packet/", "src/export/page/"],
    ),
    ("memchr", &["src/answers/fields.rs", "src/batch/blocks.rs", "src/batch/padded.rs", "src/fhir/response/mod.rs"]),
    ("pulldown_cmark", &["src/render/markdown.rs"]),
    ("pulldown_cmark_to_cmark", &["src/render/markdown.rs"]),
    ("rustix", &["src/ask/keyboard.rs", "src/ask/terminal.rs", "src/cli/pipe.rs"]),
    (
        "schemars",
        &[
            "src/batch/error.rs",
            "src/pages/",
            "src/export/page/",
            "src/export/schema.rs",
            "src/load/raw/",
            "src/model/",
        ],
    ),
    (
        "serde_json",
        &[
            "src/analysis/cases.rs",
            "src/answers/",
            "src/batch/line.rs",
            "src/export/bundle/",
            "src/export/packet/",
            "src/export/page/",
            "src/export/schema.rs",
            "src/fhir/response/",
            "src/load/digest.rs",
            "src/load/locate.rs",
            "src/render/json.rs",
            "src/load/raw/case.rs",
            "src/load/validate/parse.rs",
        ],
    ),
    ("sha2", &["src/export/bundle/", "src/render/html/policy.rs", "src/load/digest.rs", "src/load/files.rs"]),
    ("strsim", &["src/load/suggest.rs"]),
    ("tempfile", &["src/cli/saved.rs", "src/cli/target.rs"]),
    ("textwrap", &["src/ask/canvas.rs", "src/export/flow/layout.rs", "src/render/page.rs"]),
    ("thiserror", &["src/batch/stream.rs", "src/answers/change.rs", "src/export/sql/mod.rs", "src/load/error.rs"]),
];

/// The index of a file's layer. `None` for `lib.rs`, which names all layers.
fn layer(source: &Source) -> Option<usize> {
    let name = source.name.trim_start_matches("src/").trim_end_matches(".rs");
    let module = name.split('/').next().unwrap();
    let place = LAYERS.iter().position(|layer| *layer == module);
    assert!(place.is_some() || module == "lib", "say in which layer {} is", source.name);
    place
}

#[test]
fn imports_go_downwards_only() {
    let sources = sources();
    let modules = modules(&sources);
    for source in &sources {
        let Some(own) = layer(source) else { continue };
        for other in imports(source, &modules) {
            assert!(
                layer(other).is_some_and(|other| other <= own),
                "{} imports {}, which is above it",
                source.name,
                other.name
            );
        }
    }
}

#[test]
fn no_file_imports_what_imports_it() {
    let sources = sources();
    let modules = modules(&sources);
    let mut circles = Vec::new();
    for source in &sources {
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut next = imports(source, &modules);
        while let Some(other) = next.pop() {
            if reached.insert(&other.name) {
                next.extend(imports(other, &modules));
            }
        }
        if reached.contains(source.name.as_str()) {
            circles.push(source.name.as_str());
        }
    }
    assert!(circles.is_empty(), "these import each other in a circle: {circles:#?}");
}

/// Texts that look like sentences but are not: errors of the JSON parser.
const FOREIGN: [&str; 3] =
    ["key must be a string", "unexpected end of hex escape", "lone leading surrogate in hex escape"];

/// Whether a text is a sentence or a part of one: at least four words, without placeholders and SQL keywords.
fn is_sentence(literal: &str) -> bool {
    let mut depth = 0_i32;
    let text: String = literal
        .chars()
        .filter(|letter| {
            depth += i32::from(*letter == '{');
            let is_outside = depth == 0;
            depth -= i32::from(*letter == '}' && depth > 0);
            is_outside
        })
        .collect();
    let is_word = |word: &&str| {
        let word = word.trim_matches(|c: char| c.is_ascii_punctuation());
        let mut letters = word.chars();
        (word.len() > 1 || word == "a")
            && letters.next().is_some_and(char::is_alphabetic)
            && letters.all(|c| c.is_lowercase() || "'-".contains(c))
    };
    text.split_whitespace().filter(is_word).count() >= 4
}

#[test]
fn sentences_are_only_in_the_module_text() {
    assert!(is_sentence("\"there is no {kind} `{word}` here\"") && !is_sentence("\"LEFT JOIN x ON a AND b\""));
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| !source.name.starts_with("src/text/")) {
        let sentences =
            source.literals.iter().filter(|text| is_sentence(text) && !FOREIGN.contains(&text.trim_matches('"')));
        found.extend(sentences.map(|text| format!("{}: {text}", source.name)));
    }
    assert!(found.is_empty(), "{} sentences stand outside src/text: {found:#?}", found.len());
}

#[test]
fn each_crate_is_used_only_in_its_files() {
    for Source { name, text, paths, .. } in sources() {
        for (library, places) in PLACES {
            let is_used =
                paths.iter().any(|path| path.parts[0] == library) || text.contains(&format!("use {library};"));
            let may_use = places.iter().any(|place| name.starts_with(place));
            assert!(!is_used || may_use, "{name} uses {library}, which belongs into {places:?}");
        }
    }
}

#[test]
fn every_dependency_is_listed_with_its_files() {
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
    for Source { name, text, .. } in sources() {
        for word in ["std::net", "TcpStream", "UdpSocket"] {
            assert!(!text.contains(word), "{name} names {word}");
        }
    }
    // `packaging/build` holds the same of the program for Windows.
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["tree", "--locked", "--offline", "--edges", "normal", "--prefix", "none", "--format", "{p}"]);
    let tree = text(&cargo.current_dir(project()).output().unwrap().stdout);
    assert!(tree.starts_with("jakcheck v") && tree.contains("\nclap v"), "no tree of crates: {tree}");
    for library in ["reqwest", "hyper", "ureq", "curl", "tokio", "mio", "socket2"] {
        assert!(!tree.contains(&format!("\n{library} v")), "{library} is in the program");
    }
}

#[test]
fn test_modules_import_from_support_only() {
    for Source { name, paths, .. } in sources_of("tests/suite") {
        for path in paths.iter().filter(|path| path.parts[0] == "crate") {
            assert_eq!(path.parts[1], "support", "{name} imports {}", path.parts.join("::"));
        }
    }
}

#[test]
fn files_hold_one_concept() {
    for Source { name, text, .. } in [sources(), sources_of("tests/suite")].concat() {
        let code = text.split("#[cfg(test)]").next().unwrap();
        let lines = code.lines().count();
        assert!(lines <= 400, "{name} has {lines} lines: split it by concept");
        assert!(text.starts_with("//! "), "{name} does not say what it is");
        for word in ["utils", "helpers", "common"] {
            assert!(!name.contains(word), "{name} is named after nothing");
        }
    }
}
