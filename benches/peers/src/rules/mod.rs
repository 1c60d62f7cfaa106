//! The rule set in the languages of other engines. Nothing here is typed by hand.

mod jq;
mod json_logic;
mod plain;
mod python;
mod sql;
mod zen;

use jakcheck::model::RuleSet;

pub(crate) use self::json_logic::condition as json_logic;
pub(crate) use self::plain::{Rule, Unsupported, plain};
pub(crate) use self::zen::condition as zen;

/// An engine that reads rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Language {
    /// JSON Logic.
    JsonLogic,
    /// The expression language of ZEN.
    Zen,
    /// A query of `DuckDB`.
    Sql,
    /// A jq program.
    Jq,
    /// A Python function.
    Python,
}

/// The rules in a language, as text.
///
/// # Errors
/// A rule that other engines are not given.
pub(crate) fn text(rules: &RuleSet, language: Language) -> Result<String, Unsupported> {
    let all = plain(rules)?;
    Ok(match language {
        Language::JsonLogic => lines(&all, |rule| json_logic(&rule.when).to_string()),
        Language::Zen => lines(&all, |rule| zen(&rule.when)),
        Language::Sql => sql::query(rules, &all),
        Language::Jq => jq::program(&all),
        Language::Python => python::function(&all),
    })
}

/// One line a caution.
fn lines(rules: &[Rule], condition: impl Fn(&Rule) -> String) -> String {
    rules.iter().map(|rule| format!("{}\t{}\n", rule.id, condition(rule))).collect()
}

/// Parts in brackets with a word between them.
fn joined(parts: &[plain::Plain], word: &str, part: impl Fn(&plain::Plain) -> String) -> String {
    format!("({})", parts.iter().map(part).collect::<Vec<_>>().join(&format!(" {word} ")))
}
