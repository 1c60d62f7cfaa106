//! Any bytes typed at the questions in lines: each answer is one that was typed, and nothing typed is lost beside it.
#![no_main]

use std::sync::LazyLock;

use jakcheck::ask;
use jakcheck::ask::session::Session;
use jakcheck::model::RuleSet;
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

#[path = "../watched.rs"]
mod watched;

static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::built_in().expect("the built-in rules load"));

fuzz_target!(|bytes: &[u8]| {
    // An even first byte asks the short check.
    let [first, typed @ ..] = bytes else { return };
    let mut session = if first % 2 == 0 { Session::short(&RULES) } else { Session::new(&RULES) };
    let mut asker = watched::Watched::new(&RULES, typed);
    // The input may end before the questions do.
    let _ = ask::run(&mut session, &mut asker, date(2026, 12, 1));
});
