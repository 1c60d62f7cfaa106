//! Loads the rule set of `--rules`, or the built-in one.

use jakcheck::analysis::Cases;
use jakcheck::load::RuleFiles;
use jakcheck::model::RuleSet;

use super::global::Global;
use super::outcome::Failure;

/// The rule set. The worked cases are checked only for one from a folder, as the tests check the built-in ones. It is
/// never freed, as that would take a large part of a short run.
pub(super) fn load(global: &Global) -> Result<&'static RuleSet, Failure> {
    let rules = if global.rules.is_some() { prove(global)?.0 } else { RuleSet::built_in()? };
    Ok(Box::leak(Box::new(rules)))
}

/// The rule set with its worked cases, which are checked.
pub(super) fn prove(global: &Global) -> Result<(RuleSet, Cases), Failure> {
    prove_files(&files(global)?)
}

/// The files of the rule set.
pub(super) fn files(global: &Global) -> Result<RuleFiles, Failure> {
    Ok(match &global.rules {
        None => RuleFiles::built_in(),
        Some(folder) => RuleFiles::of_folder(folder)?,
    })
}

/// The rule set of some files with its worked cases, which are checked.
pub(super) fn prove_files(files: &RuleFiles) -> Result<(RuleSet, Cases), Failure> {
    let rules = RuleSet::load(files)?;
    let cases = Cases::prove(&rules, files)?;
    Ok((rules, cases))
}
