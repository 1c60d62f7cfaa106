//! The reviewer's copy has everything on which the reports depend.

use jakcheck::model::CoveredBy;

use crate::support::{built_in, run, text};

fn shown(arguments: &[&str]) -> String {
    text(&run(&[&["rules", "show"], arguments].concat(), "").stdout).split_whitespace().collect::<Vec<&str>>().join(" ")
}

#[test]
fn the_reviewers_copy_has_the_conditions_of_symptoms() {
    for symptom in built_in().warning_symptoms() {
        let shown = shown(&[symptom.id.as_str()]);
        let copy = shown.split(&format!("Warning symptom {}: ", symptom.id)).nth(1).unwrap();
        let own = copy.split("Especially for those with:").next().unwrap();
        let is_conditional = own.contains("Shown unless this is surely not so: - ");
        assert_eq!(is_conditional, symptom.show_when.is_some(), "{own}");
        assert_eq!(own.contains("Not sure counts as yes."), symptom.not_sure_counts, "{own}");
    }
}

#[test]
fn the_reviewers_copy_has_the_parts_of_no_topic() {
    let all = shown(&[]);
    for advice in built_in().always() {
        assert!(all.contains(&format!("Advice {}: {}", advice.id, advice.title)), "{}", advice.id);
    }
    for heading in built_in().headings() {
        let title = format!("Heading of level {}: {} - Source: ", heading.level.number(), heading.title);
        let own = all.split(&title).nth(1).unwrap().split("Heading of level").next().unwrap();
        assert!(own.contains("For those with: - ") && own.contains(&heading.tell.join(" ")), "{own}");
    }
    for coverage in built_in().coverage() {
        let title = format!("Coverage {}: {} - Source: ", coverage.id, coverage.title);
        let own = all.split(&title).nth(1).unwrap().split(" Coverage ").next().unwrap();
        match &coverage.by {
            CoveredBy::Questions(_) => assert!(own.contains("Asked by: "), "{own}"),
            CoveredBy::Printed { show_when, tell } => {
                assert!(own.contains(&format!("Reads: {}", tell.join(" "))), "{own}");
                assert_eq!(own.contains("Shown unless this is surely not so: - "), show_when.is_some(), "{own}");
            }
        }
    }
    for part in ["WHAT THIS LIST DOES NOT ASK", "RETIRED IDS", "- `50_64` is now `50_to_64`."] {
        assert!(all.contains(part), "no `{part}`");
    }
    assert!(!shown(&["blood_clots"]).contains("RETIRED IDS"));
}
