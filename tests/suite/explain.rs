//! Explanations: the smallest sets of answers are complete, and each part of a condition has a pair.

use std::collections::BTreeSet;

use jakcheck::analysis::{AnswerSet, pairs, smallest_sets};
use jakcheck::answers::Answers;
use jakcheck::evaluate::Situation;
use jakcheck::evaluate::Verdict;
use jakcheck::model::Answer;
use jakcheck::model::Truth;
use jakcheck::model::{Caution, ItemIndex, Now, OptionIndex, State};
use jakcheck::pages::explanation::Explanation;
use jakcheck::text::language;
use serde_json::Value;

use crate::support::{built_in, run, text};

/// Answers to some items, one option each.
type Given = Vec<(ItemIndex, OptionIndex)>;

fn situation(given: &[(ItemIndex, OptionIndex)]) -> Situation<'static> {
    let mut answers = Answers::none(built_in());
    for (item, option) in given {
        answers.set(*item, Answer::Chosen(*option));
    }
    Situation::new(&answers)
}

fn raises(caution: &Caution, given: &[(ItemIndex, OptionIndex)]) -> bool {
    caution.applies_when.evaluate(&situation(given)) == Truth::True
}

/// Every choice of one option for each item of a set.
fn ways(set: &AnswerSet) -> Vec<Given> {
    let mut ways: Vec<Given> = vec![Vec::new()];
    for (item, options) in set {
        let chosen = options_of(*item).into_iter().enumerate().filter(|(index, _)| options.has(*index));
        let chosen: Vec<OptionIndex> = chosen.map(|(_, option)| option).collect();
        let longer =
            |way: &Given| chosen.iter().map(|option| [&way[..], &[(*item, *option)]].concat()).collect::<Vec<Given>>();
        ways = ways.iter().flat_map(longer).collect();
    }
    ways
}

/// The options of an item.
fn options_of(item: ItemIndex) -> Vec<OptionIndex> {
    crate::support::options_of(&built_in()[item])
        .into_iter()
        .filter_map(|(answer, _)| if let Answer::Chosen(option) = answer { Some(option) } else { None })
        .collect()
}

/// Every smallest set by exhaustive search: first all sets of one answer, then of two, and so on.
fn by_trying(caution: &Caution) -> BTreeSet<Given> {
    let mut items: Vec<ItemIndex> = caution.applies_when.leaves().iter().map(|leaf| leaf.item).collect();
    items.sort_unstable();
    items.dedup();
    let mut found: BTreeSet<Given> = BTreeSet::new();
    let mut tried: Vec<Given> = vec![Vec::new()];
    // No condition of the built-in rules needs more than four answers, so sets of five must give nothing new.
    for _ in 0..5 {
        let mut longer = Vec::new();
        for given in &tried {
            let last = given.last().map(|(item, _)| *item);
            for item in items.iter().filter(|item| last.is_none_or(|last| **item > last)) {
                for option in options_of(*item) {
                    let given = [&given[..], &[(*item, option)]].concat();
                    let has_smaller = found.iter().any(|known| known.iter().all(|answer| given.contains(answer)));
                    if has_smaller {
                        continue;
                    }
                    if raises(caution, &given) {
                        found.insert(given);
                    } else {
                        longer.push(given);
                    }
                }
            }
        }
        tried = longer;
    }
    found
}

#[test]
fn the_smallest_sets_are_those_of_an_exhaustive_search() {
    let mut compared = 0;
    for caution in built_in().cautions() {
        let sets = smallest_sets(&caution.applies_when).expect("few enough to list");
        let ways: Vec<Given> = sets.iter().flat_map(ways).collect();
        for given in &ways {
            assert!(raises(caution, given), "`{}`: {given:?}", caution.id);
            for left_out in 0..given.len() {
                let fewer = [&given[..left_out], &given[left_out + 1..]].concat();
                assert!(!raises(caution, &fewer), "`{}`: {given:?} is not the smallest", caution.id);
            }
        }
        let unique: BTreeSet<Given> = ways.iter().cloned().collect();
        assert_eq!(unique.len(), ways.len(), "`{}`: the same answers stand in two sets", caution.id);
        let items: BTreeSet<ItemIndex> = caution.applies_when.leaves().iter().map(|leaf| leaf.item).collect();
        // An exhaustive search over many items takes too long; the assertions above cover the larger sets.
        if items.len() <= 12 {
            assert_eq!(by_trying(caution), unique, "`{}`", caution.id);
            compared += 1;
        }
    }
    assert!(compared >= 34, "{compared}");
}

#[test]
fn every_part_of_every_condition_has_a_pair() {
    for caution in built_in().cautions() {
        let sets = smallest_sets(&caution.applies_when).unwrap();
        for (part, pair) in pairs(built_in(), caution, &sets) {
            let pair = pair.unwrap_or_else(|| panic!("`{}`: {part:?} counts for nothing", caution.id));
            assert!(part.leaves().iter().any(|leaf| leaf.item == pair.item));
            let all = |option| [&pair.with[..], &pair.others[..], &[(pair.item, option)]].concat();
            let state = |option| Verdict::of(caution, &situation(&all(option))).state;
            assert_eq!(state(pair.applies), State::Applies, "`{}`", caution.id);
            assert_eq!(state(pair.no_match), State::NoMatch, "`{}`", caution.id);
        }
    }
}

#[test]
fn every_item_that_is_said_to_leave_a_caution_open_does() {
    for caution in built_in().cautions() {
        let sets = smallest_sets(&caution.applies_when).unwrap();
        for named in Explanation::new(built_in(), caution, None).left_open_by {
            let item = built_in().find_item(named.question).unwrap().index;
            let set = sets.iter().find(|set| set.contains_key(&item)).unwrap();
            let mut given = ways(set).remove(0);
            given.retain(|(other, _)| *other != item);
            let mut answers = Answers::none(built_in());
            for (item, option) in given {
                answers.set(item, Answer::Chosen(option));
            }
            answers.set(item, Answer::NotSure);
            let state = Verdict::of(caution, &Situation::new(&answers)).state;
            assert_eq!(state, State::NotSure, "`{}` {}", caution.id, named.question);
        }
    }
}

fn printed(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = run(arguments, "");
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_caution_is_explained_in_words_and_as_data() {
    insta::assert_snapshot!(printed(&["explain", "uc_higher_dose"]).1);
    let list = printed(&["explain"]).1;
    let names: Value = serde_json::from_str(&printed(&["explain", "--format", "json"]).1).unwrap();
    let names = names["cautions"].as_array().unwrap();
    assert_eq!(names.len(), built_in().cautions().len());
    let words = |text: &str| text.split_whitespace().collect::<Vec<&str>>().join(" ");
    for name in names {
        let line = words(&format!("- {}: {}", name["id"].as_str().unwrap(), name["title"].as_str().unwrap()));
        assert!(words(&list).contains(&line), "{line}");
    }
    insta::assert_snapshot!(list);
    let json: Value = serde_json::from_str(&printed(&["explain", "smoking", "--format", "json"]).1).unwrap();
    assert_eq!(
        json["raised_by"],
        serde_json::json!([[{
            "question": "smoking", "is": ["current", "past"], "said": "Smoking: \"Yes, now\" or \"Yes, in the past\""
        }]])
    );
    assert_eq!((&json["answers"], &json["schema_version"]), (&Value::Null, &2.into()));
}

#[test]
fn an_explanation_can_include_answers() {
    let file = "examples/people/older_smoker.json";
    let (code, stdout, _) = printed(&["explain", "smoking", "--answers", file]);
    assert_eq!(code, Some(0));
    assert!(stdout.contains("WHAT THESE ANSWERS DID\nApplies.\nBecause you said: Smoking: Yes, now.\n"), "{stdout}");
    let no_match = ["explain", "smoking", "--answers", "examples/people/nothing_applies.json"];
    let said =
        "Your answers did not match this one.\nThis does not mean the medicine is safe for you. This list does not";
    assert!(printed(&no_match).1.contains(said), "{}", printed(&no_match).1);
    let unsure = ["explain", "clot_history", "--answers", "examples/people/mostly_not_sure.json", "--format", "json"];
    let json: Value = serde_json::from_str(&printed(&unsure).1).unwrap();
    assert_eq!(json["answers"]["state"], "not_sure");
    assert_eq!(json["answers"]["settled_by"][0]["question"], "clot_history");
}

/// `explain` with answers, as text on one line and as JSON.
fn explained(caution: &str, answers: &str) -> (String, Value) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("answers.json");
    std::fs::write(&file, answers).unwrap();
    let arguments = ["explain", caution, "--answers", file.to_str().unwrap()];
    let json = serde_json::from_str(&printed(&[&arguments[..], &["--format", "json"]].concat()).1).unwrap();
    (printed(&arguments).1.split_whitespace().collect::<Vec<&str>>().join(" "), json)
}

#[test]
fn how_soon_is_the_same_as_in_the_report() {
    let on_it = |question: &str| format!("{{\"stage\": \"taking_now\", {question}}}");
    let (said, json) = explained("pregnant_now", &on_it("\"pregnancy\": \"pregnant\""));
    assert_eq!((&json["answers"]["same_day"], &json["answers"]["heading"]), (&true.into(), &Value::Null));
    assert!(said.contains("TODAY: Call your doctor today.") && !said.contains("How soon"), "{said}");
    assert!(said.contains("WHEN TO CALL THE DOCTOR TODAY - all of these: - "), "{said}");
    assert!(json["same_day_when"]["parts"].as_array().is_some_and(|parts| parts.len() == 2), "{json}");

    let (said, json) = explained("pregnant_now", "{\"stage\": \"thinking\", \"pregnancy\": \"pregnant\"}");
    assert_eq!(json["answers"]["same_day"], false);
    assert!(said.contains("How soon: Speak to your doctor before your first dose."), "{said}");

    let (said, json) = explained("clot_history", &on_it("\"clot_history\": \"yes\""));
    let heading = &json["answers"]["heading"];
    let told = heading["tell"][0].as_str().unwrap();
    assert!(said.contains(&format!("How soon: Call your doctor this week. {told}")), "{said}");
    for cite in heading["cites"].as_array().unwrap() {
        assert!(
            json["sources"]
                .as_array()
                .unwrap()
                .iter()
                .any(|source| source["source"] == cite.as_str().unwrap().split_once('/').unwrap().0),
            "{cite}"
        );
    }

    // What is urgent comes first, and in an emergency nothing that can wait is printed.
    for (id, given, now, later) in [
        ("infection_now", r#""infection_now": "yes", "symptoms_now": {"heart_attack": "yes"}"#, Now::Emergency, false),
        ("clot_history", r#""clot_history": "yes", "symptoms_now": {"clot_leg": "yes"}"#, Now::Emergency, false),
        ("infection_now", r#""infection_now": "not_sure", "symptoms_now": {"shingles": "yes"}"#, Now::SameDay, false),
        ("clot_history", r#""clot_history": "yes", "pregnancy": "pregnant""#, Now::SameDay, true),
    ] {
        let (said, json) = explained(id, &on_it(given));
        assert_eq!(json["answers"]["now"], serde_json::to_value(now).unwrap());
        assert!(said.contains(&(language().safety.urgent_line)(now)), "{said}");
        assert_eq!(said.contains("How soon:"), later, "{said}");
    }

    // If it does not apply, the text of its level is printed.
    for (answer, state) in [("no", "no_match"), ("not_sure", "not_sure")] {
        let (said, json) = explained("clot_history", &on_it(&format!("\"clot_history\": \"{answer}\"")));
        assert_eq!((&json["answers"]["state"], &json["answers"]["heading"]), (&state.into(), &Value::Null));
        assert!(said.contains("How soon: speak to the doctor before the first or next dose."), "{said}");
    }
}

#[test]
fn an_unknown_caution_is_refused_with_a_hint() {
    for (arguments, part) in [
        (&["explain", "smokin"][..], "did you mean `smoking`?"),
        (&["explain", "--answers", "examples/people/older_smoker.json"], "<CAUTION>"),
        (&["explain", "smoking", "--format", "csv"], "[possible values: text, json, markdown, html]"),
    ] {
        let (code, stdout, stderr) = printed(arguments);
        assert_eq!((code, stdout.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(stderr.contains(part), "{arguments:?}: {stderr}");
    }
}
