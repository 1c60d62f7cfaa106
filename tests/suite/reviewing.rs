//! Reviews hold for the words that were reviewed: a changed word voids those of the rules that have it, and no others.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jakcheck::load::{RuleFiles, rules_to_review};
use jakcheck::model::{Rule, RuleKind, Standing};
use jakcheck::pages::review::Reviews;
use jakcheck::text::language;
use serde_json::{Value, json};

use crate::support::reviews::{all_records, changed, record, reviewed_by, with_file, with_records};
use crate::support::rules::{small_files, small_rules};
use crate::support::{DAY, built_in, run, text};

/// The places of the rules whose digest differs.
fn differing(before: &[Rule], after: &[Rule]) -> BTreeSet<usize> {
    assert_eq!(before.len(), after.len());
    let pairs = before.iter().zip(after).enumerate();
    pairs.filter(|(_, (one, other))| one.digest != other.digest).map(|(place, _)| place).collect()
}

/// Calls `each` with the path of every text in a document, and the document with another text there.
fn with_each_text_changed(document: &Value, each: &mut impl FnMut(&str, &Value)) {
    fn paths(value: &Value, path: &str, found: &mut Vec<String>) {
        match value {
            Value::String(_) => found.push(path.to_owned()),
            Value::Array(list) => {
                list.iter().enumerate().for_each(|(place, one)| paths(one, &format!("{path}/{place}"), found));
            }
            Value::Object(members) => {
                members.iter().for_each(|(key, one)| paths(one, &format!("{path}/{key}"), found));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut found = Vec::new();
    paths(document, "", &mut found);
    for path in found {
        let mut other = document.clone();
        let place = other.pointer_mut(&path).unwrap();
        *place = json!(format!("{}x", place.as_str().unwrap()));
        each(&path, &other);
    }
}

/// What holds the named conditions of the small rule set, by their places, as read from the files by hand.
fn holders(place: &str) -> Vec<(RuleKind, &'static str)> {
    let of_both = [(RuleKind::Caution, "wet_brakes"), (RuleKind::Symptom, "brake_fails")];
    let of_first = [(RuleKind::Question, "weather"), (RuleKind::RuleSet, "bicycles")];
    match place {
        "0" => [of_both, of_first].concat(),
        "1" => of_both.to_vec(),
        place => panic!("condition {place} is new"),
    }
}

/// The rules that have the text at a path, from the layout of the files alone.
fn owners(name: &str, path: &str, document: &Value) -> Vec<(RuleKind, String)> {
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let id =
        |list: &str, place: &str| document[list][place.parse::<usize>().unwrap()]["id"].as_str().unwrap().to_owned();
    match (name.split('/').next().unwrap(), parts.as_slice()) {
        ("rule-set.json", ["conditions", place, ..]) => {
            holders(place).into_iter().map(|(kind, id)| (kind, id.to_owned())).collect()
        }
        ("rule-set.json", ["title" | "always" | "headings" | "coverage", ..]) => {
            vec![(RuleKind::RuleSet, "bicycles".to_owned())]
        }
        ("sources.json", ["sources", source, rest @ ..]) => {
            let own = &document["sources"][source.parse::<usize>().unwrap()];
            let one = if let ["passages", one, ..] = rest { Some(one.parse::<usize>().unwrap()) } else { None };
            let passages = own["passages"].as_array().unwrap().iter().enumerate();
            let passages = passages.filter(|(place, _)| one.is_none_or(|one| one == *place));
            let id = |passage: &Value| format!("{}/{}", own["id"].as_str().unwrap(), passage["id"].as_str().unwrap());
            passages.map(|(_, passage)| (RuleKind::Passage, id(passage))).collect()
        }
        ("topics", ["questions", place, ..]) => vec![(RuleKind::Question, id("questions", place))],
        ("topics", ["cautions", place, ..]) => vec![(RuleKind::Caution, id("cautions", place))],
        ("topics", ["warning_symptoms", place, ..]) => vec![(RuleKind::Symptom, id("warning_symptoms", place))],
        ("topics", _) => vec![(RuleKind::Topic, document["id"].as_str().unwrap().to_owned())],
        _ => Vec::new(),
    }
}

#[test]
fn each_changed_text_voids_exactly_the_rules_that_have_it() {
    let files = small_files();
    let before = rules_to_review(&files);
    let (mut texts, mut voided) = (0, BTreeSet::new());
    for file in files.iter() {
        let document: Value = serde_json::from_slice(&file.bytes).unwrap();
        with_each_text_changed(&document, &mut |path, other| {
            // The names of the files stand there.
            if file.name == "rule-set.json" && path.starts_with("/topics/") {
                return;
            }
            let after = rules_to_review(&with_file(&files, &file.name, serde_json::to_vec(other).unwrap()));
            let found = differing(&before, &after);
            let has: BTreeSet<(RuleKind, String)> =
                found.iter().map(|place| (before[*place].kind, before[*place].id.clone())).collect();
            assert_eq!(has, owners(&file.name, path, &document).into_iter().collect(), "{} {path}", file.name);
            texts += 1;
            voided.extend(found);
        });
    }
    assert!(texts > 300, "only {texts} texts");
    assert_eq!(voided.len(), before.len(), "no text of some rules was changed");
}

#[test]
fn another_layout_of_the_files_voids_nothing() {
    let files = RuleFiles::built_in();
    let mut compact = files.clone();
    let mut pretty = files.clone();
    for file in files.iter() {
        let value: Value = serde_json::from_slice(&file.bytes).unwrap();
        compact = with_file(&compact, &file.name, value.to_string().into_bytes());
        let spaced = serde_json::to_string_pretty(&value).unwrap().replace("You", "\\u0059ou").replace('\n', "\r\n\t");
        pretty = with_file(&pretty, &file.name, spaced.into_bytes());
    }
    let before = rules_to_review(&files);
    assert_eq!(before, rules_to_review(&compact));
    assert_eq!(before, rules_to_review(&pretty));
    assert_ne!(files.digest(), compact.digest());
}

#[test]
fn no_two_rules_have_one_digest() {
    let rules = rules_to_review(&RuleFiles::built_in());
    let digests: BTreeSet<&str> = rules.iter().map(|rule| rule.digest.as_str()).collect();
    assert_eq!(digests.len(), rules.len());
    let passages: usize = built_in().sources().iter().map(|source| source.passages.len()).sum();
    let of_topics = built_in().topics().len() + built_in().questions().len() + built_in().cautions().len();
    assert_eq!(rules.len(), of_topics + built_in().warning_symptoms().len() + passages + 1);
    for rule in rules {
        let always = matches!(rule.kind, RuleKind::Caution | RuleKind::Symptom | RuleKind::RuleSet);
        assert!(rule.has_condition || !always, "{rule:?}");
        assert!(!rule.has_condition || rule.kind != RuleKind::Passage, "{rule:?}");
    }
}

#[test]
fn a_rule_set_is_reviewed_only_where_every_rule_is() {
    let (files, all) = (small_files(), all_records());
    let robin = (vec!["Robin Example, rheumatologist".to_owned()], "2026-01-10".to_owned());
    assert_eq!(reviewed_by(&with_records(&files, &all)), Some(robin));
    assert_eq!(reviewed_by(&files), None);
    for place in 0..all.len() {
        let without: Vec<Value> =
            all.iter().enumerate().filter(|(one, _)| *one != place).map(|(_, one)| one.clone()).collect();
        assert_eq!(reviewed_by(&with_records(&files, &without)), None, "without {}", all[place]);
        let changes: [&dyn Fn(&mut Value); 5] = [
            &|one| one["by"]["clinician"] = json!(false),
            &|one| one["checked"] = json!(["wording"]),
            &|one| one["checked"].as_array_mut().unwrap().retain(|checked| checked != "wording"),
            &|one| one["digest"] = json!("0".repeat(64)),
            &|one| {
                one["outcome"] = json!("change_needed");
                one["remarks"] = json!(["Say it shorter."]);
            },
        ];
        for change in changes {
            let mut other = all.clone();
            change(&mut other[place]);
            assert_eq!(reviewed_by(&with_records(&files, &other)), None, "{}", other[place]);
        }
    }
}

#[test]
fn a_condition_that_nobody_checked_is_not_reviewed() {
    let (files, all) = (small_files(), all_records());
    let mut with_condition = 0;
    for (place, rule) in rules_to_review(&files).iter().enumerate() {
        let mut other = all.clone();
        other[place]["checked"] = json!(["fact", "wording"]);
        assert_eq!(reviewed_by(&with_records(&files, &other)).is_none(), rule.has_condition, "{rule:?}");
        with_condition += usize::from(rule.has_condition);
    }
    assert!(with_condition > 5);
}

#[test]
fn all_clinicians_are_named_with_the_latest_day() {
    let (files, mut all) = (small_files(), all_records());
    all[1]["by"] = json!({ "name": "Ada Example", "profession": "pharmacist", "clinician": true });
    all[1]["on"] = json!("2026-02-03");
    let names = ["Ada Example, pharmacist", "Robin Example, rheumatologist"].map(str::to_owned).to_vec();
    assert_eq!(reviewed_by(&with_records(&files, &all)), Some((names, "2026-02-03".to_owned())));
    // Somebody who is no clinician adds nothing by agreeing, and can stop it by asking for a change.
    let mut other = all[0].clone();
    other["by"] = json!({ "name": "Bo Example", "profession": "patient", "clinician": false });
    all.push(other);
    assert_eq!(reviewed_by(&with_records(&files, &all)).unwrap().0.len(), 2);
    let last = all.last_mut().unwrap();
    last["outcome"] = json!("change_needed");
    last["remarks"] = json!(["Nobody understands this."]);
    assert_eq!(reviewed_by(&with_records(&files, &all)), None);
}

/// Writes the files of a rule set into a folder.
fn write(files: &RuleFiles, folder: &Path) {
    for file in files.iter() {
        let path = folder.join(&file.name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &file.bytes).unwrap();
    }
}

/// What the program prints with the rules of these files.
fn printed(files: &RuleFiles, arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    write(files, folder.path());
    let output = run(&[&["--rules", folder.path().to_str().unwrap(), "--date", DAY], arguments].concat(), "{}");
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout).split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// Ways to print, each with the words of a reviewed rule set in it.
const FORMS: [(&[&str], &str); 7] = [
    (&["check"], REVIEWED),
    (&["check", "--full", "--format", "html"], REVIEWED),
    (&["check", "--full", "--format", "markdown"], REVIEWED),
    (&["check", "--format", "json"], "\"clinically_reviewed\": true"),
    (&["page"], REVIEWED),
    (&["rules", "review"], REVIEWED),
    (&["rules", "review", "--format", "html"], REVIEWED),
];

const REVIEWED: &str = "It was reviewed by Robin Example, rheumatologist, last on 2026-01-10.";

#[test]
fn reports_say_that_they_are_reviewed_until_one_word_changes() {
    let reviewed = with_records(&small_files(), &all_records());
    let other = changed(&reviewed, "topics/brakes.json", "Brake early.", "Brake soon.");
    for (arguments, words) in FORMS {
        assert!(printed(&reviewed, arguments).contains(words), "{arguments:?}");
        let spoilt = printed(&other, arguments);
        let not = if words == REVIEWED { "No doctor or nurse has reviewed" } else { "\"clinically_reviewed\": false" };
        assert!(!spoilt.contains(words) && spoilt.contains(not), "{arguments:?}");
    }
    let list = printed(&other, &["rules", "review"]);
    assert!(list.contains("Stale: 1 of "), "{list}");
    assert!(list.contains("caution wet_brakes: stale - Robin Example, rheumatologist (clinician), 2026-01-10: agreed"));
    assert!(list.contains("void: the rule has changed since"));
}

#[test]
fn nobody_has_reviewed_the_built_in_rules_and_every_form_says_so() {
    assert!(built_in().reviews().is_empty() && built_in().header().clinical_review.is_none());
    let rules = rules_to_review(&RuleFiles::built_in());
    let counts = Reviews::new(built_in(), &rules).counts;
    assert_eq!(counts.count(Standing::Never), rules.len());
    let forms = FORMS.iter().map(|(arguments, _)| *arguments);
    let others: [&[&str]; 4] = [
        &["rules", "review", "--format", "markdown"],
        &["rules", "show"],
        &["rules", "check"],
        &["explain", "smoking"],
    ];
    for arguments in forms.chain(others) {
        let output = run(&[&["--date", DAY], arguments].concat(), "{}");
        let printed = text(&output.stdout).split_whitespace().collect::<Vec<&str>>().join(" ");
        let says = ["No doctor or nurse has reviewed", "\"clinically_reviewed\": false"];
        assert!(says.iter().any(|words| printed.contains(words)), "{arguments:?}");
        assert!(!printed.contains("It was reviewed by") && !printed.contains("\"clinically_reviewed\": true"));
    }
}

/// Reads a saved review with the rules of these files: the result, and what is said about it.
fn read(files: &RuleFiles, saved: &[Value], more: &[&str]) -> (Value, String) {
    let folder = tempfile::tempdir().unwrap();
    write(files, &folder.path().join("rules"));
    let path = folder.path().join("review.json");
    fs::write(&path, json!({ "reviews": saved }).to_string()).unwrap();
    let rules = folder.path().join("rules");
    let arguments = ["--rules", rules.to_str().unwrap(), "rules", "review", "--read", path.to_str().unwrap()];
    let output = run(&[&arguments, more].concat(), "");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let said = text(&output.stderr).split_whitespace().collect::<Vec<&str>>().join(" ");
    (serde_json::from_slice(&output.stdout).unwrap(), said)
}

#[test]
fn a_saved_review_is_sorted_and_merged() {
    let files = small_files();
    let rules = rules_to_review(&files);
    let mut saved: Vec<Value> = rules.iter().take(4).map(record).collect();
    saved[1]["outcome"] = json!("change_needed");
    saved[1]["remarks"] = json!(["Say which wheel."]);
    saved[2]["digest"] = json!("0".repeat(64));
    saved[3]["id"] = json!("gone");
    let (result, said) = read(&files, &saved, &[]);
    let words = [
        "Agreed: 1 record. Rule set: bicycles.",
        "Change needed: 1 record. - question signs_now: Robin Example, rheumatologist (clinician), 2026-01-10: change needed",
        "- Say which wheel. Void, as the rule has changed since: 1 record. - question bicycle_use: ",
        "Left out, as the rule is gone: 1 record. - question gone: ",
        "The resulting reviews.json has 3 records.",
    ];
    for words in words {
        assert!(said.contains(words), "no `{words}` in {said}");
    }
    let kept: Vec<&Value> = result["reviews"].as_array().unwrap().iter().map(|record| &record["id"]).collect();
    assert_eq!(kept, [&rules[0].id, "signs_now", "bicycle_use"]);
    // The result is a file of the rule set, and reading the same again changes nothing.
    let merged = with_file(&files, "reviews.json", result.to_string().into_bytes());
    assert_eq!(reviewed_by(&merged), None);
    assert_eq!(read(&merged, &saved, &["--quiet"]), (result, String::new()));
}

#[test]
fn of_two_records_of_one_person_the_better_stays() {
    let files = small_files();
    let known = record(&rules_to_review(&files)[0]);
    let other = |change: &dyn Fn(&mut Value)| {
        let mut other = known.clone();
        change(&mut other);
        let (result, _) = read(&with_records(&files, std::slice::from_ref(&known)), &[other], &[]);
        assert_eq!(result["reviews"].as_array().unwrap().len(), 1);
        result["reviews"][0]["on"] != known["on"] || result["reviews"][0]["checked"] != known["checked"]
    };
    assert!(other(&|one| one["on"] = json!("2026-03-01")));
    assert!(other(&|one| one["checked"] = json!(["fact"])), "on the same day the saved one counts");
    assert!(!other(&|one| one["on"] = json!("2025-03-01")));
    assert!(!other(&|one| {
        one["on"] = json!("2026-03-01");
        one["digest"] = json!("0".repeat(64));
    }));
}

#[test]
fn a_broken_saved_review_is_refused_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("review.json");
    let mut one = record(&rules_to_review(&small_files())[0]);
    one["checked"] = json!([]);
    fs::write(&path, format!("{{ \"reviews\": [\n{one}] }}")).unwrap();
    let output = run(&["rules", "review", "--read", path.to_str().unwrap()], "");
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(3));
    assert!(said.contains("error[review_shape]") && said.contains("review.json:2:"), "{said}");
    let output = run(&["rules", "review", "--read", path.to_str().unwrap(), "--format", "html"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains(language().cli.read_has_no_format[0]));
}

#[test]
fn standings_are_told_apart() {
    let files = small_files();
    let rules = rules_to_review(&files);
    let mut records: Vec<Value> = rules.iter().take(4).map(record).collect();
    records[1]["outcome"] = json!("change_needed");
    records[1]["remarks"] = json!(["Say which wheel."]);
    records[2]["by"]["clinician"] = json!(false);
    records[3]["digest"] = json!("0".repeat(64));
    let loaded = jakcheck::model::RuleSet::load(&with_records(&files, &records)).unwrap();
    let reviews = Reviews::new(&loaded, &rules);
    let standings: Vec<Standing> = reviews.rules.iter().take(5).map(|rule| rule.standing).collect();
    assert_eq!(standings, Standing::ALL);
    assert_eq!(reviews.counts.never, rules.len() - 4);
    assert!(small_rules().reviews().is_empty());
}
