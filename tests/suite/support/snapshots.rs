//! Snapshots with the names of files.

use std::collections::BTreeSet;

use super::files::{file_names, project};

/// Snapshots of one kind, each named after its bad file.
pub(crate) fn snapshots(kind: &str) -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(format!("snapshots/{kind}"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

/// The snapshots of one kind without a bad file, which insta does not report.
pub(crate) fn stale_snapshots<'n>(kind: &str, names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let known: BTreeSet<String> = names.map(|name| format!("{name}.snap")).collect();
    let folder = project().join("tests/suite/snapshots").join(kind);
    file_names(&folder).into_iter().filter(|file| !known.contains(file)).collect()
}
