//! The rule sets of the tests, and the date of their reports.

use std::sync::OnceLock;

use jakcheck::load::RuleFiles;
use jakcheck::model::{Answer, Item, RuleSet};
use jiff::civil::Date;

use super::answers::answers;
use super::files::data;

/// A day on which the built-in rules are up to date.
pub(crate) const DAY: &str = "2026-12-01";

/// [`DAY`] as a date.
pub(crate) fn day() -> Date {
    DAY.parse().expect("a day")
}

/// The built-in rule set, loaded once.
pub(crate) fn built_in() -> &'static RuleSet {
    static RULES: OnceLock<RuleSet> = OnceLock::new();
    RULES.get_or_init(|| RuleSet::built_in().expect("the built-in rules load"))
}

/// The files of the small rule set, which is about bicycles.
pub(crate) fn small_files() -> RuleFiles {
    RuleFiles::of_folder(&data("small_rules")).expect("the files of the small rule set")
}

/// The small rule set.
pub(crate) fn small_rules() -> RuleSet {
    RuleSet::load(&small_files()).expect("the small rule set loads")
}

/// The options of an item besides *not sure*, each with the answer that chooses it.
pub(crate) fn options_of(item: &Item) -> Vec<(Answer, String)> {
    // The library has no constructor for options, so they are read from answers documents.
    let choose = |option: &str| {
        let json = match item.reference.split_once('.') {
            Some((group, id)) => format!("{{\"{group}\": {{\"{id}\": \"{option}\"}}}}"),
            None => format!("{{\"{}\": \"{option}\"}}", item.reference),
        };
        answers(&json).answer(item.index)
    };
    item.options.iter().map(|option| (choose(option.id.as_str()), option.id.to_string())).collect()
}
