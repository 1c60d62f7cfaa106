//! Two people beside each other: who they are, what they are called, and how the columns are laid out.

use std::fs;
use std::path::Path;

use jakcheck::text::language;
use regex::Regex;
use scraper::{Html, Selector};
use serde_json::Value;

use crate::support::words::rows;
use crate::support::{DAY, jakcheck, project, run, text};

fn printed(arguments: &[&str], stdin: &str) -> (Option<i32>, String, String) {
    let output = run(&[&["compare"], arguments, &["--date", DAY]].concat(), stdin);
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

/// The page on two people, which has to be printed.
fn page(arguments: &[&str], stdin: &str) -> String {
    let (code, stdout, stderr) = printed(arguments, stdin);
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "{arguments:?}");
    stdout
}

fn json(arguments: &[&str], stdin: &str) -> Value {
    serde_json::from_str(&page(&[arguments, &["--format", "json"]].concat(), stdin)).unwrap()
}

fn names_of(json: &Value) -> [String; 2] {
    [0, 1].map(|side: usize| json["compared"][side]["name"].as_str().unwrap().to_owned())
}

fn names(arguments: &[&str], stdin: &str) -> [String; 2] {
    names_of(&json(arguments, stdin))
}

/// The names of two whose files are in this folder.
fn names_in(folder: &Path, arguments: [&str; 2]) -> [String; 2] {
    let printed = jakcheck().arg("compare").args(arguments).args(["--format", "json"]).current_dir(folder).output();
    names_of(&serde_json::from_slice(&printed.unwrap().stdout).unwrap())
}

const PAST_CLOT: &str = "examples/people/past_clot.json";

#[test]
fn a_person_and_their_file_have_the_same_answers() {
    let both = |of: Value| (of["answers"].clone(), of["cautions"].clone(), of["warning_symptoms"].clone());
    let of_people = json(&["past_clot", "older_smoker"], "");
    assert!(!of_people["answers"].as_array().unwrap().is_empty());
    let file = fs::read_to_string(project().join(PAST_CLOT)).unwrap();
    for (arguments, stdin) in [
        ([PAST_CLOT, "older_smoker"], ""),
        (["past_clot", "examples/people/older_smoker.json"], ""),
        (["-", "older_smoker"], file.as_str()),
    ] {
        assert_eq!(both(json(&arguments, stdin)), both(of_people.clone()), "{arguments:?}");
    }
}

#[test]
fn the_two_are_named_in_every_format() {
    let people = ["past_clot", "older_smoker"];
    assert_eq!(names(&people, ""), ["past clot", "older smoker"]);
    let text = page(&people, "");
    let headings = ["Question|past clot|older smoker", "Caution|past clot|older smoker|Because of"];
    for heading in headings {
        assert!(rows(&text).iter().any(|row| row == heading), "{text}");
    }
    assert!(rows(&text).contains(&"Age|50 to 64|65 or older".to_owned()), "{text}");
    let markdown = page(&[&people[..], &["--format", "markdown"]].concat(), "");
    assert!(markdown.contains("|Question |past clot |older smoker |\n"), "{markdown}");
    assert!(markdown.contains("|Age |50 to 64 |65 or older |\n"), "{markdown}");
    let html = Html::parse_document(&page(&[&people[..], &["--format", "html"]].concat(), ""));
    let of = |selector: &str| -> Vec<String> {
        html.select(&Selector::parse(selector).unwrap()).map(|found| found.text().collect()).collect()
    };
    assert_eq!(of("table").len(), 3);
    assert_eq!(of("section:nth-of-type(2) th[scope=col]"), ["Question", "past clot", "older smoker"]);
    assert!(of("th[scope=row]").contains(&"Age".to_owned()));
    let age = of(r#"td[data-heading="older smoker"]"#);
    assert!(age.contains(&"65 or older".to_owned()), "{age:?}");
    for word in ["first", "then"] {
        let word = Regex::new(&format!(r"(?i)\b{word}\b")).unwrap();
        let (changes, _) = text.split_once("\nSOURCES\n").unwrap();
        // The name of a caution and the heading of another have it.
        let own = changes.replace("may come first", "").replace("your first dose", "");
        assert!(!word.is_match(&own), "{own}");
    }
}

#[test]
fn what_has_no_id_is_called_by_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, answers: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, answers).unwrap();
        path.display().to_string()
    };
    let one = file("a/mine.json", r#"{"smoking": "past"}"#);
    let named = file("named.json", r#"{"id": "Anna"}"#);
    for (name, answers) in [("b/mine.json", "{}"), ("same.json", r#"{"id": "past clot"}"#)] {
        file(name, answers);
    }
    let long = file("long.json", &format!(r#"{{"id": "{}"}}"#, "Anna ".repeat(30)));
    let blank = file("blank.json", r#"{"id": " "}"#);
    assert_eq!(names(&[&one, &named], ""), ["mine.json", "Anna"]);
    assert_eq!(names(&["-", &one], "{}"), ["standard input", "mine.json"]);
    assert_eq!(names(&[&blank, &one], "{}"), ["blank.json", "mine.json"]);
    // The same name twice: what tells them apart is added.
    let two_files = ["a/mine.json", "b/mine.json"];
    assert_eq!(names_in(folder.path(), two_files), two_files);
    assert_eq!(names_in(folder.path(), ["past_clot", "same.json"]), ["past_clot", "same.json"]);
    assert_eq!(names(&["past_clot", "past_clot"], ""), ["past clot (1)", "past clot (2)"]);
    assert_eq!(names(&[&one, &one], ""), ["mine.json (1)", "mine.json (2)"]);
    assert_eq!(names(&[&long, &named], "")[0].chars().count(), 40);
    // No folder of anybody is printed where a name is enough.
    assert!(!page(&[&one, &named], "").contains("/a/mine"));
}

#[test]
fn a_page_with_an_example_person_says_so() {
    for (arguments, is_example) in [
        (&["past_clot", "older_smoker"][..], true),
        (&[PAST_CLOT, "older_smoker"], true),
        (&["past_clot", "examples/people/older_smoker.json"], true),
        (&[PAST_CLOT, "examples/people/older_smoker.json"], false),
    ] {
        let text = page(arguments, "");
        assert_eq!(text.starts_with(language().safety.example), is_example, "{text}");
        assert_eq!(text.contains("(made up)"), is_example, "{text}");
        let html = page(&[arguments, &["--format", "html"]].concat(), "");
        assert_eq!(html.contains("@top-left"), is_example);
        let json = json(arguments, "");
        let marked = json["compared"].as_array().unwrap().iter().any(|one| one["example"] == true);
        assert_eq!(marked, is_example);
    }
    let json = json(&[PAST_CLOT, "older_smoker"], "");
    assert_eq!((&json["compared"][0]["example"], &json["compared"][1]["example"]), (&false.into(), &true.into()));
}

#[test]
fn a_name_with_a_mistake_is_refused_with_a_hint() {
    for (argument, part) in [
        ("past_clots", "did you mean `past_clot`?"),
        ("Pregnant", "did you mean `pregnant`?"),
        ("zebra", "the people are: chest_pain_now, "),
        ("./past_clot", language().cli.check_name),
        ("past_clot.json", language().cli.check_name),
        ("examples/people", language().cli.name_a_file),
    ] {
        for arguments in [[argument, "past_clot"], ["past_clot", argument]] {
            let (code, stdout, stderr) = printed(&arguments, "");
            assert_eq!((code, stdout.as_str()), (Some(4), ""), "{arguments:?}: {stderr}");
            assert!(stderr.contains(&format!("cannot read {argument}: ")) && stderr.contains(part), "{stderr}");
        }
    }
    // What was answered is never said again.
    let (code, _, stderr) = printed(&[r#"{"smoking":"past"}"#, "past_clot"], "");
    assert_eq!(code, Some(2));
    assert!(!stderr.contains("smoking"), "{stderr}");
    let (code, _, stderr) = printed(&["-", "past_clot"], "");
    assert_eq!(code, Some(3));
    assert!(!stderr.contains("the people are"), "{stderr}");
}

#[test]
fn a_file_named_like_a_person_is_reached_by_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("past_clot"), r#"{"id": "Anna"}"#).unwrap();
    assert_eq!(names_in(folder.path(), ["past_clot", "pregnant"]), ["past clot", "pregnant"]);
    assert_eq!(names_in(folder.path(), ["./past_clot", "pregnant"]), ["Anna", "pregnant"]);
}

#[test]
fn no_line_is_longer_than_the_page() {
    let long = format!(r#"{{"id": "{}", "smoking": "not_sure"}}"#, "日本".repeat(60));
    for arguments in [["past_clot", "older_smoker"], ["chest_pain_now", "mostly_not_sure"], ["-", "mostly_not_sure"]] {
        for width in [20, 40, 53, 54, 60, 71, 72, 80, 100, 120] {
            let columns = width.to_string();
            let text = page(&[&arguments[..], &["--width", &columns]].concat(), &long);
            // The list of sources has addresses, which are never broken.
            let is_source = |line: &&str| line.starts_with('[') || line.starts_with("    ");
            let (before, after) = text.split_once("\nSOURCES\n").unwrap();
            for line in before.lines().chain(after.lines().filter(|line| !is_source(line))) {
                assert!(textwrap::core::display_width(line) <= width, "{width}: `{line}`");
                assert_eq!(line, line.trim_end(), "{width}");
            }
        }
    }
}

#[test]
fn a_narrow_page_names_each_cell() {
    let text = page(&["past_clot", "older_smoker", "--width", "40"], "");
    assert!(text.contains("\nAge\n  past clot: 50 to 64\n  older smoker: 65 or older\n"), "{text}");
    let smoking = "\n  past clot: answers did not match\n  older smoker: applies\n  Because of: Smoking\n";
    assert!(text.contains(smoking), "{text}");
    // A row without a reason names none.
    let under = "\n  older smoker: under \"Call your doctor\n  this week\"\n\n";
    assert!(text.contains(under), "{text}");
}

#[test]
fn a_missing_answer_is_not_no() {
    let text = page(&["-", "nothing_applies", "--width", "120"], r#"{"id": "Anna"}"#);
    assert!(text.contains("\nQuestion"), "{text}");
    for row in rows(&text) {
        let mut cells = row.split('|').skip(1);
        if let (Some(anna), Some(_)) = (cells.next(), cells.next()) {
            let is_open = ["no answer", "not asked", "Anna"].contains(&anna) || anna.starts_with("watch for it");
            assert!(is_open, "{row}");
        }
    }
    assert!(text.contains(language().safety.not_safe));
}

#[test]
fn what_is_the_same_takes_a_line_for_each_state() {
    let same = |arguments: &[&str], stdin: &str| {
        let text = page(&[arguments, &["--width", "1000"]].concat(), stdin);
        let (_, same) = text.split_once("\nTHE SAME FOR BOTH\n").unwrap();
        same.split("\n\n").next().unwrap().to_owned()
    };
    assert_eq!(same(&["past_clot", "older_smoker"], ""), "- Both: Other choices.");
    let open = same(&["mostly_not_sure", "-"], r#"{"clot_history": "not_sure"}"#);
    assert_eq!(open, "- Worth finding out for both: Past blood clot.");
    let with_open = same(&["chest_pain_now", "-"], r#"{"smoking": "current"}"#);
    let (both, not_asked) = with_open.split_once("\n- Not asked of both: ").unwrap();
    assert!(both.starts_with("- Both: ") && !not_asked.contains("Smoking") && not_asked.contains("Live vaccine"));
}

#[test]
fn what_cannot_wait_stands_on_top_with_its_name() {
    let text = page(&["chest_pain_now", "pregnant", "--width", "120"], "");
    let (top, _) = text.split_once("\nANSWERS THAT DIFFER\n").unwrap();
    assert!(top.contains("\nchest pain now: URGENT: Call your local emergency number now."), "{top}");
    assert!(top.contains("\npregnant: TODAY: Call your doctor today."), "{top}");
    assert!(!page(&["past_clot", "older_smoker"], "").contains("URGENT"));
}
