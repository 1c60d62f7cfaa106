//! The rule set that was asked for.

use jakcheck::analysis::Cases;
use jakcheck::load::RuleFiles;
use jakcheck::model::RuleSet;

use super::global::Global;
use super::outcome::Failure;

/// The rule set alone. One from a folder must prove its worked cases too; the built-in one did so when it was tested. It
/// stays until the program ends: to take it apart would be a good part of a short run.
pub(super) fn load(global: &Global) -> Result<&'static RuleSet, Failure> {
    let rules = if global.rules.is_some() { prove(global)?.0 } else { RuleSet::built_in()? };
    Ok(Box::leak(Box::new(rules)))
}

/// The rule set with its worked cases, all of which hold.
pub(super) fn prove(global: &Global) -> Result<(RuleSet, Cases), Failure> {
    let files = match &global.rules {
        None => RuleFiles::built_in(),
        Some(folder) => RuleFiles::of_folder(folder)?,
    };
    let rules = RuleSet::load(&files)?;
    let cases = Cases::prove(&rules, &files)?;
    Ok((rules, cases))
}
