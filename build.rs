//! Reads and validates the built-in rules once, when the program is built, and packs them so that starting it costs next
//! to nothing. Rules that do not hold do not build.
//!
//! The modules are those of the library: what packs is what reads.

#![expect(dead_code, unreachable_pub, reason = "of the library only the loader is used here")]
#![expect(unused_imports, reason = "the modules offer to the library more than is used here")]

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use crate::rules::{LoadError, RuleFiles, RuleSet};

#[path = "src/answers/mod.rs"]
mod answers;
#[path = "src/diagnostic.rs"]
mod diagnostic;
#[path = "src/locate.rs"]
mod locate;
#[path = "src/render"]
mod render {
    pub mod json;
}
#[path = "src/rules/mod.rs"]
mod rules;
#[path = "src/suggest.rs"]
mod suggest;
#[path = "src/truth.rs"]
mod truth;
#[path = "src/visible.rs"]
mod visible;

/// What the packed rules are made of and by.
const INPUTS: [&str; 10] = [
    "build.rs",
    "rules/jak-inhibitors",
    "src/answers",
    "src/diagnostic.rs",
    "src/locate.rs",
    "src/render/json.rs",
    "src/rules",
    "src/suggest.rs",
    "src/truth.rs",
    "src/visible.rs",
];

fn main() -> ExitCode {
    let told = |instruction: &str, lines: &[String]| -> Vec<String> {
        lines.iter().map(|line| format!("cargo::{instruction}={line}\n")).collect()
    };
    let (lines, exit) = match pack() {
        Ok(()) => (told("rerun-if-changed", &INPUTS.map(str::to_owned)), ExitCode::SUCCESS),
        Err(found) => (told("error", &found), ExitCode::FAILURE),
    };
    let is_told = io::stdout().lock().write_all(lines.concat().as_bytes());
    if is_told.is_ok() { exit } else { ExitCode::FAILURE }
}

/// Packs the rules, or says line by line what is wrong.
fn pack() -> Result<(), Vec<String>> {
    let said = |error: &dyn ToString| vec![error.to_string()];
    let rules = RuleSet::load(&RuleFiles::built_in()).map_err(|error| match error {
        LoadError::Invalid(found) => {
            found.iter().flat_map(|one| one.to_string().lines().map(str::to_owned).collect::<Vec<String>>()).collect()
        }
        LoadError::Io { .. } => said(&error),
    })?;
    let packed = rules.pack().map_err(|error| said(&error))?;
    let folder = env::var("OUT_DIR").map_err(|error| said(&error))?;
    fs::write(Path::new(&folder).join("rules.bin"), packed).map_err(|error| said(&error))
}
