//! What is proved of a rule set: the properties hold of our rules, a rule set that breaks one is caught with answers that
//! show it, and no fewer answers would.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jakcheck::analysis::proof::{Breadth, Failure, prove};
use jakcheck::answers::{self, Answers};
use jakcheck::evaluate::{Evaluation, Situation, SymptomFinding, Verdict};
use jakcheck::load::RuleFiles;
use jakcheck::model::{Answer, AnswerOption, Item, Property, RuleSet, State, Truth, Urgent};
use jakcheck::pages::report::Report;
use serde_json::Value;

use crate::support::files::{data, file_names};
use crate::support::made_rules;
use crate::support::random::Random;
use crate::support::rules::{small_files, small_rules};
use crate::support::{built_in, day, run, text, text_of};

/// A rule set that breaks a property.
struct Broken {
    name: String,
    property: Property,
    rules: RuleSet,
    failure: Failure,
}

impl Broken {
    /// The answers that show it, read as `check` reads them.
    fn answers(&self) -> Vec<Answers<'_>> {
        let read = |document: &String| answers::read(&self.rules, "answers", document.as_bytes()).unwrap();
        self.failure.answers.iter().map(read).collect()
    }

    fn state(&self, answers: &Answers<'_>) -> State {
        state(&self.rules, &self.failure.rule, answers)
    }
}

fn state(rules: &RuleSet, caution: &str, answers: &Answers<'_>) -> State {
    Verdict::of(rules.caution(caution).unwrap(), &Situation::new(answers)).state
}

/// The small rules with the changes of a file: a value in a place, or none.
fn changed(document: &Value) -> RuleFiles {
    let mut files: Vec<_> = small_files().iter().cloned().collect();
    for change in document["changes"].as_array().unwrap() {
        let file = files.iter_mut().find(|file| change["file"] == file.name).unwrap();
        let mut rules: Value = serde_json::from_slice(&file.bytes).unwrap();
        let (parent, key) = change["at"].as_str().unwrap().rsplit_once('/').unwrap();
        let parent = rules.pointer_mut(parent).unwrap();
        match (parent, change.get("value")) {
            (Value::Object(map), Some(value)) => drop(map.insert(key.to_owned(), value.clone())),
            (Value::Object(map), None) => drop(map.remove(key).unwrap()),
            (Value::Array(list), Some(value)) => list[key.parse::<usize>().unwrap()] = value.clone(),
            (parent, _) => panic!("nothing to change in {parent}"),
        }
        file.bytes = rules.to_string().into_bytes().into();
    }
    RuleFiles::new(files)
}

fn broken() -> Vec<Broken> {
    let folder = data("broken_properties");
    let read = |name: String| {
        let document: Value = serde_json::from_slice(&fs::read(folder.join(&name)).unwrap()).unwrap();
        let rules = RuleSet::load(&changed(&document)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let property = Property::from_name(document["property"].as_str().unwrap()).unwrap();
        let failure = prove(property, &rules, Breadth::Representative).failure;
        let failure = failure.unwrap_or_else(|| panic!("{name} does not break {property}"));
        Broken { name, property, rules, failure }
    };
    file_names(&folder).into_iter().map(read).collect()
}

#[test]
fn every_property_holds_of_the_rules() {
    for rules in [built_in(), &small_rules()] {
        for property in Property::ALL {
            let proof = prove(property, rules, Breadth::Representative);
            assert!(proof.failure.is_none(), "{property}: {:?}", proof.failure);
            assert_eq!(proof.tried, proof.of, "{property}");
            assert!(proof.tried > 0 || rules.contrary().is_empty(), "{property}");
        }
    }
}

#[test]
fn for_each_property_a_rule_set_that_breaks_it_is_caught() {
    let caught: BTreeSet<Property> = broken().iter().map(|one| one.property).collect();
    assert_eq!(caught, BTreeSet::from(Property::ALL));
}

/// What is alike is tried once: it has to make no difference.
#[test]
fn each_state_by_itself_gives_the_same() {
    for Broken { name, rules, .. } in broken() {
        for property in Property::ALL {
            let [few, all] =
                [Breadth::Representative, Breadth::EveryState].map(|breadth| prove(property, &rules, breadth));
            assert_eq!(few.failure.is_some(), all.failure.is_some(), "{name}: {property}");
            let size = |failure: &Option<Failure>| failure.iter().map(|one| count(&rules, one)).sum::<usize>();
            assert_eq!(size(&few.failure), size(&all.failure), "{name}: {property}");
            assert!(few.tried <= all.tried && all.tried == all.of, "{name}: {property}");
        }
    }
}

/// The same for rule sets made at random, whose conditions nest.
#[test]
fn made_rule_sets_are_proved_the_same_in_both_ways() {
    let mut random = Random::new();
    for number in 0..25 {
        let rules = made_rules::rules(&mut random);
        for property in [Property::UnknownIsNotNo, Property::SettledStays, Property::NotSureTold] {
            let few = prove(property, &rules, Breadth::Representative);
            if few.of > 5_000 {
                continue;
            }
            let all = prove(property, &rules, Breadth::EveryState);
            assert_eq!(few.failure.is_some(), all.failure.is_some(), "{number}: {property} {few:?}");
        }
    }
}

/// How many answers a failure takes.
fn count(rules: &RuleSet, failure: &Failure) -> usize {
    let read = |document: &String| answers::read(rules, "answers", document.as_bytes()).unwrap().given().count();
    failure.answers.iter().map(read).sum()
}

/// Whether answers, and answers to compare, break a property of a rule: said once more, from what a person gets.
fn breaks(broken: &Broken, one: &Answers<'_>, other: Option<&Answers<'_>>) -> bool {
    let rules = &broken.rules;
    let rule = broken.failure.rule.as_str();
    let weight = |answers: &Answers<'_>| match broken.state(answers) {
        State::NoMatch => 0,
        State::NotAsked | State::NotSure => 1,
        State::Applies => 2,
    };
    let is_left_out = |answers: &Answers<'_>| {
        let situation = Situation::new(answers);
        let question = rules.question(rule).unwrap();
        question.items.iter().any(|item| situation.answer(item.index) == Answer::LeftOut)
    };
    match (broken.property, other) {
        (Property::UnknownIsNotNo | Property::ShortLeavesNothingOut, Some(other)) => {
            broken.state(one) == State::NoMatch && broken.state(other) == State::Applies
        }
        (Property::SettledStays, Some(other)) => {
            matches!(broken.state(one), State::NoMatch | State::Applies) && broken.state(one) != broken.state(other)
        }
        (Property::RiskNeverLowers, Some(other)) => weight(other) < weight(one),
        (Property::NoQuestionHidden, Some(other)) => {
            is_left_out(one)
                && rules.cautions().iter().any(|caution| {
                    let of = |answers| Verdict::of(caution, &Situation::new(answers)).state;
                    of(one) != of(other)
                })
        }
        (Property::UrgencyHighest, None) => {
            let evaluation = Evaluation::new(&Situation::new(one));
            let level = evaluation.urgent.map(|(now, _)| now.level());
            level == Some(Urgent::SameDay) && broken.state(one) != State::Applies
        }
        (Property::Sourced, None) => {
            let report = text_of(&Report::new(one, day()), 400).to_lowercase();
            rules.contrary().iter().all(|pair| report.contains(&pair.one) && report.contains(&pair.other))
        }
        (property, _) => panic!("{property} is told in another way"),
    }
}

/// Those whose failure is answers that a person could give.
fn with_answers() -> Vec<Broken> {
    let shown = [
        Property::UnknownIsNotNo,
        Property::SettledStays,
        Property::RiskNeverLowers,
        Property::NoQuestionHidden,
        Property::UrgencyHighest,
        Property::ShortLeavesNothingOut,
        Property::Sourced,
    ];
    let is_shown = |one: &Broken| {
        shown.contains(&one.property)
            && !["unreachable_question.json", "short_without_signs.json"].contains(&&*one.name)
    };
    broken().into_iter().filter(is_shown).collect()
}

#[test]
fn the_answers_show_what_is_wrong() {
    let shown = with_answers();
    assert!(shown.len() >= 7);
    for one in &shown {
        let answers = one.answers();
        assert!(breaks(one, &answers[0], answers.get(1)), "{}: {:?}", one.name, one.failure);
    }
    for one in broken() {
        let Broken { name, property, rules, failure } = &one;
        let answers = one.answers();
        let with = Situation::new;
        match (property, name.as_str()) {
            // Every part of the condition that can hold holds.
            (Property::Reachable, _) => assert_ne!(one.state(&answers[0]), State::Applies, "{name}"),
            (Property::OptionsMatter | Property::PartsMatter, _) => {
                for caution in rules.cautions() {
                    let of = |at: usize| Verdict::of(caution, &with(&answers[at])).state;
                    assert_eq!(of(0) == State::Applies, of(1) == State::Applies, "{name}");
                }
            }
            (Property::TextsShown, "hidden_from_named.json") => {
                let caution = rules.caution(&failure.rule).unwrap();
                let is_named = |text: &&jakcheck::model::Statement| text.tell.join(" ").contains("trails");
                let text = caution.details.iter().find(is_named).unwrap();
                let value = text.show_when.as_ref().unwrap().evaluate(&with(&answers[0]));
                assert!(value == Truth::False && failure.answers == [r#"{"bicycle_use":"trails"}"#], "{failure:?}");
            }
            (Property::NotSureTold, _) => {
                let caution = rules.caution(&failure.rule).unwrap();
                let verdict = Verdict::of(caution, &with(&answers[0]));
                let not_sure = rules.find_item("wheel_wear.loose_spoke").unwrap().index;
                assert_eq!(answers[0].answer(not_sure), Answer::NotSure);
                assert!(verdict.state == State::Applies && !verdict.also_not_sure.contains(&not_sure), "{verdict:?}");
            }
            (Property::ShortLeavesNothingOut, "short_without_signs.json") => {
                let reported = answers[0].given().next().unwrap();
                assert!(!rules.question_of(reported).short);
                let symptom = rules.emergencies()[0];
                assert_eq!(SymptomFinding::of(symptom, &with(&answers[0])).reported, Answer::YES);
            }
            _ => assert!(!failure.what.is_empty() && !answers.is_empty(), "{name}"),
        }
    }
}

/// The options of an item, read from documents, as the library makes none.
fn options(rules: &RuleSet, item: &Item) -> Vec<Answer> {
    let column = item.column();
    let read = |option: &AnswerOption| {
        let document = format!(r#"{{"{column}": "{}"}}"#, option.id);
        answers::read(rules, "answers", document.as_bytes()).unwrap().answer(item.index)
    };
    item.options.iter().map(read).collect()
}

/// Every way to answer so many items of a rule set.
fn all_answers(rules: &RuleSet, count: usize) -> Vec<Answers<'_>> {
    let mut all = vec![(0, Answers::none(rules))];
    for _ in 0..count {
        all = all
            .iter()
            .flat_map(|(least, answers)| {
                rules.items().enumerate().skip(*least).flat_map(move |(place, item)| {
                    let choices = options(rules, item).into_iter().chain([Answer::NotSure]);
                    choices.map(move |answer| {
                        let mut with = answers.clone();
                        with.set(item.index, answer);
                        (place + 1, with)
                    })
                })
            })
            .collect();
    }
    all.into_iter().map(|(_, answers)| answers).collect()
}

#[test]
fn no_fewer_answers_would_show_it() {
    let mut tried = 0;
    for one in with_answers() {
        let shown = one.answers();
        let sizes: Vec<usize> = shown.iter().map(|answers| answers.given().count()).collect();
        let is_short = |answers: &Answers<'_>| {
            one.property != Property::ShortLeavesNothingOut
                || answers.given().all(|item| one.rules.question_of(item).short)
        };
        for size in 0..sizes[0] {
            for answers in all_answers(&one.rules, size).iter().filter(|answers| is_short(answers)) {
                // What is compared has one answer more, or another one.
                let mut others = vec![None];
                if shown.len() == 2 {
                    others.clear();
                    for item in one.rules.items() {
                        let is_unknown = matches!(answers.answer(item.index), Answer::Unanswered | Answer::NotSure);
                        // Of these rules no option is more of a risk than another: only what is unknown can become more.
                        for option in options(&one.rules, item).into_iter().filter(|_| is_unknown) {
                            let mut with = answers.clone();
                            with.set(item.index, option);
                            others.push(Some(with));
                        }
                    }
                }
                for other in others {
                    tried += 1;
                    let is_broken = breaks(&one, answers, other.as_ref());
                    assert!(!is_broken, "{}: {:?} is larger than {}", one.name, one.failure, answers.in_one_line());
                }
            }
        }
    }
    assert!(tried > 1000, "only {tried}");
}

fn write(files: &RuleFiles, folder: &Path) {
    for file in files.iter() {
        let path = folder.join(&file.name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &file.bytes).unwrap();
    }
}

#[test]
fn a_broken_rule_set_is_told_with_its_answers_and_ends_with_3() {
    let folder = tempfile::tempdir().unwrap();
    let document = fs::read(data("broken_properties").join("today_alone.json")).unwrap();
    write(&changed(&serde_json::from_slice(&document).unwrap()), folder.path());
    let rules = folder.path().to_str().unwrap();
    let found = run(&["--rules", rules, "rules", "check"], "");
    assert_eq!(found.status.code(), Some(3));
    let printed = text(&found.stdout);
    let (_, below) = printed.split_once("P10 FAILS").unwrap();
    let document = below.lines().find_map(|line| line.trim().strip_prefix("with these answers: ")).unwrap();
    assert!(printed.ends_with("1 property does not hold\n"), "{printed}");
    // What was printed is pasted into `check`.
    let report = text(&run(&["--rules", rules, "check", "--format", "json", "-"], document).stdout);
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["urgent"]["level"], "same_day");
    let applies = |caution: &Value| caution["state"] == "applies";
    assert!(!report["cautions"].as_array().unwrap().iter().any(applies), "{report}");
    // As data it says the same.
    let found = run(&["--rules", rules, "rules", "check", "--format", "json"], "");
    assert_eq!(found.status.code(), Some(3));
    let data: Value = serde_json::from_str(&text(&found.stdout)).unwrap();
    assert_eq!(data["holds"], false);
    let urgency = data["properties"].as_array().unwrap().iter().find(|one| one["property"] == "P10").unwrap();
    assert_eq!(urgency["counterexample"]["answers"], serde_json::json!([document]));
}

#[test]
fn each_property_has_a_line_that_begins_with_its_name() {
    let found = run(&["rules", "check"], "");
    assert_eq!(found.status.code(), Some(0));
    let printed = text(&found.stdout);
    let lines: Vec<&str> = printed.lines().filter(|line| line.starts_with('P')).collect();
    assert_eq!(lines.len(), Property::ALL.len());
    for (line, property) in lines.iter().zip(Property::ALL) {
        let words: Vec<&str> = line.split_whitespace().collect();
        assert!(words[0] == property.to_string() && words[1] == "holds" && line.chars().count() <= 80, "{line}");
        let at = words.iter().rposition(|word| *word == "states").unwrap();
        assert!(words[at - 1].parse::<u64>().unwrap() > 0 && words[at + 2] == "s", "{line}");
    }
}

/// Writes the rules that a change breaks, and checks them. Gives the exit code and what was printed.
fn checked(name: &str) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().unwrap();
    let document = fs::read(data("broken_properties").join(name)).unwrap();
    write(&changed(&serde_json::from_slice(&document).unwrap()), folder.path());
    let found = run(&["--rules", folder.path().to_str().unwrap(), "rules", "check"], "");
    (found.status.code(), text(&found.stdout))
}

#[test]
fn where_a_worked_case_fails_too_nothing_says_that_cases_hold() {
    let (code, printed) = checked("left_out_is_no.json");
    assert!(code == Some(3) && printed.contains("\nP12 FAILS") && printed.contains("worked cases fail"), "{printed}");
    let (code, printed) = checked("today_alone.json");
    assert!(code == Some(3) && printed.contains("\nP12 holds"), "{printed}");
}
