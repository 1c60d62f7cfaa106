//! `jakcheck rules review`: how far the rules are reviewed, the review packet, and what a saved review brings.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use jakcheck::export::packet;
use jakcheck::load::{LARGEST, RuleFile, RuleFiles, read_at_most, read_reviews, rules_to_review};
use jakcheck::model::RuleSet;
use jakcheck::pages::review::{Merged, Reviews, page};
use jakcheck::pages::{self, frame};
use jakcheck::render::{Page, text};
use jakcheck::text::language;

use super::format::Format;
use super::global::Global;
use super::outcome::{Exit, Failure, Outcome};
use super::print::{as_json, print};
use super::rule_set::{files, prove_files};

/// What to do with reviews.
#[derive(Clone, Debug, Args)]
pub(crate) struct ReviewArgs {
    #[arg(long, value_name = "FILE", help = language().help.rules_review_read)]
    read: Option<PathBuf>,
}

/// Prints the reviews of a rule set, writes its review packet, or reads a saved review.
pub(super) fn run(global: &Global, args: &ReviewArgs) -> Result<Outcome, Failure> {
    let files = files(global)?;
    let (rules, cases) = prove_files(&files)?;
    let to_review = rules_to_review(&files);
    if let Some(path) = &args.read {
        return read(global, &rules, &files, path);
    }
    let reviews = Reviews::new(&rules, &to_review);
    if global.format == Format::Html {
        // The packet is passed on without this program, so the person who makes it must see these.
        for warning in pages::warnings(rules.header(), global.day()) {
            let _ = writeln!(io::stderr().lock(), "{warning}");
        }
        return packet::render(&rules, &cases, &to_review)
            .map(Outcome::done)
            .map_err(|error| Failure::new(Exit::Io, (language().cli.unprintable)("HTML", &error)));
    }
    let frame = frame::of_rules(rules.header(), global.day(), false);
    print(global, &reviews, &page::document(&rules, &reviews, frame))
}

/// Prints the records of the rule set with those of a saved review. What the latter brings is on standard error, as
/// the result is a file.
fn read(global: &Global, rules: &RuleSet, files: &RuleFiles, path: &Path) -> Result<Outcome, Failure> {
    if global.format != Format::Text {
        return Err(Failure::usage(language().cli.read_has_no_format));
    }
    let name = path.display().to_string();
    let bytes = read_at_most(path, LARGEST + 1).map_err(|error| Failure::unreadable(&name, &error))?;
    let saved = read_reviews(&RuleFile { name: name.clone(), path: name, bytes: bytes.into() })?;
    let to_review = rules_to_review(files);
    let merged = Merged::new(&to_review, rules.reviews(), &saved);
    if !global.quiet {
        let mut page = Page::new(global.columns(), global.paint());
        text::blocks(&mut page, &page::merged(rules.header(), &merged));
        let _ = write!(io::stderr().lock(), "{}", page.into_text());
    }
    as_json(&merged.file)
}
