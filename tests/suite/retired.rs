//! Retired ids: none is in use, and hints name the new ids without revealing answers.

use std::fs;

use regex::Regex;

use crate::support::{files, project, run, text};

#[test]
fn no_retired_id_is_in_use() {
    let rules: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(project().join("rules/jak-inhibitors/rule-set.json")).unwrap())
            .unwrap();
    let retired: Vec<&str> =
        rules["retired"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(retired, ["18_49", "50_64", "65_plus", "liver_problem", "skin_or_lymph"]);
    let words = retired.iter().map(|id| regex::escape(id)).collect::<Vec<_>>().join("|");
    let used = Regex::new(&format!(r"(^|[^a-z0-9_])({words})($|[^a-z0-9_])")).unwrap();
    let documents = files("rules", ".json").into_iter().chain(files("rules", ".md")).chain(files("examples", ""));
    for path in documents.chain([project().join("README.md")]) {
        // Only the list of retired ids may contain them.
        if path.ends_with("jak-inhibitors/rule-set.json") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        assert!(!used.is_match(&text), "{}: {}", path.display(), used.find(&text).unwrap().as_str());
    }
    assert!(used.is_match("{\"age_band\": \"50_64\"}"));
}

#[test]
fn answers_of_the_first_version_are_refused_with_the_new_ids() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("saved.json");
    fs::write(&file, "{\"smoking\": \"past\",\n \"age_band\": \"50_64\"}").unwrap();
    let path = file.to_str().unwrap();
    for arguments in [&["check", path][..], &["ask", "--accessible", "--resume", path]] {
        let output = run(arguments, "1\n");
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(3), "{told}");
        assert!(told.contains(":2:14") && told.contains("is now `50_to_64`"), "{told}");
        assert!(text(&output.stdout).is_empty(), "{told}");
    }
    for arguments in [["explain", "liver_problem"].as_slice(), &["rules", "show", "liver_problem"]] {
        let told = text(&run(arguments, "").stderr);
        assert!(told.contains("`liver_problem` is now `liver_severe` and `liver_mild`"), "{told}");
    }
    let table = "id,symptoms_now.skin_or_lymph\np1,yes\n";
    let output = run(&["batch", "--from", "csv", "-"], table);
    let now = "`symptoms_now.skin_or_lymph` is now `symptoms_now.swollen_glands` and `symptoms_now.skin_change`";
    assert!(text(&output.stderr).contains(now), "{}", text(&output.stderr));
}

#[test]
fn hints_about_retired_ids_show_no_answer() {
    let told = |document: &str| text(&run(&["check", "-"], document).stderr);
    let hint = |document: &str| told(document).lines().find(|line| line.contains("hint: ")).unwrap().to_owned();
    // The message does not depend on the answer.
    for [place, own, others @ ..] in [
        ["{\"age_band\": \"?\"}", "50_64", "65_plus", "zebra"],
        ["{\"symptoms_now\": [\"?\"]}", "skin_or_lymph", "50_64", "zebra"],
        ["{\"symptoms_now\": {\"?\": \"yes\"}}", "skin_or_lymph", "50_64", "zebra"],
    ] {
        let hint = |word: &str| hint(&place.replace('?', word));
        for other in others {
            assert_eq!(hint(own), hint(other), "{place} {other}");
        }
        assert!(hint(own).contains(&format!("`{own}` is now ")), "{}", hint(own));
    }
    // There is no hint if the new id is elsewhere.
    for elsewhere in [
        "{\"tb_history\": \"65_plus\"}",
        "{\"heart_history\": [\"skin_or_lymph\"]}",
        "{\"65_plus\": \"yes\"}",
        "{\"heart_history.skin_or_lymph\": \"yes\"}",
    ] {
        assert!(!told(elsewhere).contains("is now") && !told(elsewhere).contains("65_or_older"), "{}", told(elsewhere));
    }
    for arguments in [["explain", "65_plus"].as_slice(), &["rules", "show", "65_plus"]] {
        assert!(!text(&run(arguments, "").stderr).contains("is now"));
    }
    let batch = |answers: &str| {
        let output = run(&["batch", "-"], &format!("{{\"age_band\": \"{answers}\"}}\n"));
        text(&output.stdout) + &text(&output.stderr)
    };
    assert_eq!(batch("65_plus"), batch("18_49"));
}
