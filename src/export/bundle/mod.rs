//! The result of one person's answers in FHIR R4: the response, an issue for each caution that applies or is open, and the guidance
//! as a whole. No risk is predicted in it, nothing is diagnosed, and no state of it is an all-clear.

mod guidance;
mod issue;
mod resource;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

pub use self::resource::Bundle;
use self::resource::{Entry, Resource};
use crate::fhir::{Kept, Response, canonical};
use crate::model::{Header, State};
use crate::pages::report::{CautionInfo, Report};

/// The result of a report, with what a response said of whom and by whom it is.
pub fn bundle(report: &Report<'_>, kept: Kept) -> Bundle {
    let response = Response::new(&report.answers, report.date, kept);
    let first = Entry { full_url: full_url(&response), resource: Resource::Response(Box::new(response)) };
    let open: Vec<&CautionInfo<'_>> =
        report.applying().chain(report.cautions.iter().filter(|caution| is_open(caution.state))).collect();
    let issues = open.iter().map(|caution| {
        let issue = issue::issue(report, caution, &first.full_url);
        Entry { full_url: full_url(&issue), resource: Resource::Issue(Box::new(issue)) }
    });
    let issues: Vec<Entry> = issues.collect();
    let guidance = guidance::guidance(report, &open);
    let last = Entry { full_url: full_url(&guidance), resource: Resource::Guidance(Box::new(guidance)) };
    let entry = [first].into_iter().chain(issues).chain([last]).collect();
    Bundle { resource_type: "Bundle", kind: "collection", entry }
}

fn is_open(state: State) -> bool {
    match state {
        State::NotSure | State::NotAsked => true,
        State::Applies | State::NoMatch => false,
    }
}

/// The name of a kind of resource about these rules, with their version.
fn versioned(kind: &str, header: &Header) -> String {
    format!("{}|{}", canonical(kind, header), header.version)
}

/// A name that is made from what a resource says: the same for the same, as a UUID of version 8.
fn full_url(resource: &impl Serialize) -> String {
    let json = serde_json::to_vec(resource).ok();
    let digest = Sha256::digest(json.as_deref().unwrap_or(&[]));
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(digest).for_each(|(into, byte)| *into = byte);
    let number = u128::from_be_bytes(bytes) & !(0xf << 76) & !(0b11 << 62) | 8 << 76 | 0b10 << 62;
    let hex = format!("{number:032x}");
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or("");
    format!("urn:uuid:{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}
