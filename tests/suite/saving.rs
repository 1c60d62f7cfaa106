//! Saved answers: only on request, readable only by the owner, complete, without replacing files or following links.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use jakcheck::answers;
use jakcheck::model::{Answer, Whose};
use proptest::prelude::*;

use crate::support::program::{Lines, finish, output, passed_on};
use crate::support::random::cases;
use crate::support::responses::response_of;
use crate::support::{Given, answers_from, built_in, jakcheck, random_answers, run, text};

/// Asks in line mode with lines from a pipe, in the folder and with umask 000.
fn ask(folder: &Path, arguments: &str, lines: &str) -> Output {
    let program = jakcheck();
    let script = format!("umask 000; exec {} ask --accessible {arguments}", program.get_program().to_string_lossy());
    let mut command = Command::new("sh");
    command.args(["-c", &script]).env_clear().envs(passed_on()).env("HOME", folder).current_dir(folder);
    output(&mut command, lines)
}

/// Start; no symptom; taking it now; tofacitinib; stop.
const THREE_ANSWERS: &str = "1\n0\n3\n2\ns\n";

fn files_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[cfg(unix)]
#[test]
fn saved_answers_are_readable_only_by_their_owner() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let output = ask(folder.path(), "--save-answers mine.json", THREE_ANSWERS);
    let stderr = text(&output.stderr);
    assert_eq!(output.status.code(), Some(130), "{stderr}");
    for part in [
        "Your answers are in mine.json.",
        "jakcheck ask --resume mine.json",
        "rm mine.json",
        "jakcheck check mine.json --format html",
    ] {
        assert!(stderr.contains(part), "no `{part}` in {stderr}");
    }
    let file = folder.path().join("mine.json");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(files_in(folder.path()), ["mine.json"]);
    let saved = answers::read(built_in(), "mine.json", &fs::read(&file).unwrap()).unwrap();
    let medicine = built_in().find_item("medicine").unwrap();
    assert_eq!(saved.whose, Some(Whose::Own));
    let mut three = answers_from(built_in(), &given_of_three());
    three.whose = Some(Whose::Own);
    assert_eq!(saved, three);
    assert_ne!(saved.answer(medicine.index), Answer::Unanswered);
}

fn given_of_three() -> Given {
    let symptoms = built_in().question("symptoms_now").unwrap();
    let mut given: Given = symptoms.items.iter().map(|item| (item.reference.clone(), "no".to_owned())).collect();
    given.insert("stage".to_owned(), "taking_now".to_owned());
    given.insert("medicine".to_owned(), "tofacitinib".to_owned());
    given
}

#[cfg(unix)]
#[test]
fn saved_answers_are_resumed_only_by_their_owner() {
    let folder = tempfile::tempdir().unwrap();
    ask(folder.path(), "--save-answers mine.json", THREE_ANSWERS);
    // Mine; start; the warning signs are asked again; then comes the fourth question.
    let output = ask(folder.path(), "--resume mine.json --save-answers mine.json", "1\n1\n0\n1\ns\n");
    let stderr = text(&output.stderr);
    assert!(stderr.contains("These answers were saved on 20"), "{stderr}");
    assert!(
        ["1", "4"].iter().all(|number| stderr.contains(&format!("Question {number} of about")))
            && !stderr.contains("Question 3 of about"),
        "{stderr}"
    );
    let text = fs::read_to_string(folder.path().join("mine.json")).unwrap();
    assert!(text.contains("\"medicine\": \"tofacitinib\"") && text.contains("\"condition\": \"ra\""), "{text}");
    // Not mine: from the beginning.
    let output = ask(folder.path(), "--resume mine.json", "2\n1\ns\n");
    assert!(crate::support::text(&output.stderr).contains("Question 1 of about"));
}

#[cfg(unix)]
#[test]
fn resuming_loses_no_answers_and_keeps_those_of_others() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("f.json");
    let saved = r#"{"id": "mine", "stage": "taking_now", "heart_history": {"stroke": "yes"}, "allergy": "yes"}"#;
    fs::write(&path, saved).unwrap();
    // Not mine: from the beginning, one answer, stop. The file is refused and not replaced.
    let output = ask(folder.path(), "--resume f.json --save-answers f.json", "2\n1\n0\ns\n");
    assert_eq!(output.status.code(), Some(4), "{}", text(&output.stderr));
    assert_eq!(fs::read_to_string(&path).unwrap(), saved);
    // Mine: the short check keeps the answers that it does not ask for, the part of a group, and the id.
    let output = ask(folder.path(), "--short --resume f.json --save-answers f.json", "1\n1\n0\ns\n");
    assert_eq!(output.status.code(), Some(130), "{}", text(&output.stderr));
    let kept = answers::read(built_in(), "f", &fs::read(&path).unwrap()).unwrap();
    assert_eq!(kept.id.as_deref(), Some("mine"));
    for reference in ["stage", "allergy", "heart_history.stroke"] {
        assert_ne!(kept.answer(built_in().find_item(reference).unwrap().index), Answer::Unanswered, "{reference}");
    }
}

#[cfg(unix)]
#[test]
fn a_response_is_resumed_and_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("response.json");
    let given = given_of_three();
    let saved = response_of(&given).to_string();
    fs::write(&path, &saved).unwrap();
    // Named to be replaced: refused before the first question.
    let output = ask(folder.path(), "--resume response.json --save-answers response.json", "");
    assert_eq!(output.status.code(), Some(4), "{}", text(&output.stderr));
    assert!(!text(&output.stderr).contains("Question"), "{}", text(&output.stderr));
    // Mine; start; no symptom; stop: a new file is offered.
    let output = ask(folder.path(), "--resume response.json", "1\n1\n0\ns\n2\n");
    assert!(text(&output.stderr).contains("Save my answers in jakcheck-answers.json"), "{}", text(&output.stderr));
    let kept = answers::read(built_in(), "f", &fs::read(folder.path().join("jakcheck-answers.json")).unwrap()).unwrap();
    let mut mine = answers_from(built_in(), &given);
    mine.whose = Some(Whose::Own);
    assert_eq!(kept, mine);
    assert_eq!(fs::read_to_string(&path).unwrap(), saved);
}

#[cfg(unix)]
#[test]
fn answers_are_resumed_however_a_program_wrote_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("f.json");
    // Mine; start; the warning signs are asked again; stop.
    let resumed = |written: &str| {
        fs::write(&path, written).unwrap();
        let output = ask(folder.path(), "--resume f.json --save-answers f.json", "1\n1\n0\ns\n");
        (output.status.code(), text(&output.stderr), fs::read_to_string(&path).unwrap())
    };
    let plain = r#"{"id": "17", "stage": "taking_now", "heart_history": {"stroke": "not_sure", "angina": "no"}}"#;
    let (code, said, expected) = resumed(plain);
    assert!(code == Some(130) && expected.contains("\"stroke\": \"not_sure\""), "{said}{expected}");
    for written in [
        plain.replace("\"17\"", "17"),
        format!("\u{feff}{plain}"),
        plain.replace("}}", ", \"heart_failure\": null}, \"smoking\": null, \"for\": null}"),
        plain.replace("}}", ", \"heart_failure\": \"\"}, \"smoking\": \"\", \"heart_risks\": \"\"}"),
        r#"{"id": " 17 ", "stage": "taking_now", "heart_history__stroke": "not_sure", "heart_history.angina": "no"}"#
            .into(),
        plain.replace(", ", ",\r\n\t"),
    ] {
        assert_eq!(resumed(&written), (code, said.clone(), expected.clone()), "{written}");
    }
    // What is none of these is refused before the first question, and stays as it is.
    for (written, part) in [("[{}]", "error[wrong_container]"), (r#"{"heart_history": []}"#, "says neither yes nor no")]
    {
        let (code, said, left) = resumed(written);
        assert!(code == Some(3) && said.contains(part) && !said.contains("Question") && left == written, "{said}");
    }
}

#[cfg(unix)]
#[test]
fn saving_replaces_no_file_and_follows_no_link() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("old.json"), "old").unwrap();
    std::os::unix::fs::symlink(path("target.json"), path("link.json")).unwrap();
    for (name, part) in
        [("old.json", "a file is there already"), ("link.json", "it is a link"), ("no/folder.json", "cannot save")]
    {
        let output = ask(folder.path(), &format!("--save-answers {name}"), THREE_ANSWERS);
        let stderr = text(&output.stderr);
        assert_eq!(output.status.code(), Some(4), "{stderr}");
        assert!(stderr.to_lowercase().contains(&part.to_lowercase()) && stderr.contains("hint: "), "{stderr}");
        assert!(!stderr.contains("Question 1"), "{name} is refused before the first question");
    }
    assert_eq!(fs::read_to_string(path("old.json")).unwrap(), "old");
    assert!(!path("target.json").exists());
}

#[cfg(unix)]
#[test]
fn stopping_offers_to_save() {
    let folder = tempfile::tempdir().unwrap();
    let output = ask(folder.path(), "", &format!("{THREE_ANSWERS}1\n"));
    assert!(text(&output.stderr).contains("Save my answers in jakcheck-answers.json"));
    assert_eq!(output.status.code(), Some(130));
    assert!(files_in(folder.path()).is_empty());
    ask(folder.path(), "", &format!("{THREE_ANSWERS}2\n"));
    assert_eq!(files_in(folder.path()), ["jakcheck-answers.json"]);
    ask(folder.path(), "", &format!("{THREE_ANSWERS}2\n"));
    assert_eq!(files_in(folder.path()), ["jakcheck-answers-2.json", "jakcheck-answers.json"]);
    // In an emergency nobody is asked about files.
    let output = ask(folder.path(), "", "1\n3\n1\n");
    assert!(!text(&output.stderr).contains("Save my answers"));
    assert!(text(&output.stderr).ends_with("Do not wait to read this list.\n"));
}

#[cfg(unix)]
#[test]
fn who_stops_can_go_on_after_all() {
    let folder = tempfile::tempdir().unwrap();
    // Stop; go on; the medicine; stop; save.
    let output = ask(folder.path(), "", "1\n0\n3\ns\n3\n2\ns\n2\n");
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(130), "{said}");
    assert_eq!(said.matches("Question 3 of").count(), 2, "{said}");
    let saved = fs::read_to_string(folder.path().join("jakcheck-answers.json")).unwrap();
    assert!(saved.contains("\"medicine\": \"tofacitinib\""), "{saved}");
    // Where the answers are saved in any case: back, and then to the end of the input.
    let output = ask(folder.path(), "--save-answers mine.json", "1\n0\n3\ns\nback\n2\ns\n1\n");
    let said = text(&output.stderr);
    assert!(said.contains("Do you want to stop here?") && said.contains("Your answers are in mine.json."), "{said}");
    assert!(fs::read_to_string(folder.path().join("mine.json")).unwrap().contains("tofacitinib"));
}

#[cfg(unix)]
#[test]
fn whose_answers_they_are_is_kept_and_printed() {
    let folder = tempfile::tempdir().unwrap();
    ask(folder.path(), "--save-answers hers.json", "2\n0\n3\ns\n");
    let path = folder.path().join("hers.json");
    let saved = fs::read_to_string(&path).unwrap();
    assert!(saved.contains("\"for\": \"someone_else\""), "{saved}");
    let list = run(&["check", path.to_str().unwrap()], "");
    assert!(text(&list.stdout).contains("you means the person you care for"), "{}", text(&list.stdout));
    let json = run(&["check", path.to_str().unwrap(), "--format", "json"], "");
    assert!(text(&json.stdout).contains("\"for\": \"someone_else\""));
    // Nobody said so: nothing is made up.
    let json = run(&["check", "-", "--format", "json"], "{\"stage\": \"thinking\"}");
    assert!(!text(&json.stdout).contains("\"for\":"));
}

#[cfg(unix)]
#[test]
fn a_list_is_printed_even_where_the_answers_cannot_be_saved() {
    use std::io::Write as _;
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("inner");
    fs::create_dir(&inner).unwrap();
    let mut child = jakcheck()
        .args(["ask", "--short", "--accessible", "--save-answers", "inner/answers.json"])
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stderr = Lines::of(child.stderr.take().unwrap());
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(b"1\n").unwrap();
    // The folder is removed after the questions have started, and so after the check that it exists.
    assert!(stderr.any(|line| line.contains("Question 1 of")), "no question came");
    fs::remove_dir(&inner).unwrap();
    stdin.write_all(format!("0\n{}1\n", "?\n".repeat(11)).as_bytes()).unwrap();
    drop(stdin);
    let output = finish(child, "");
    let said: String = stderr.collect();
    assert_eq!(output.status.code(), Some(4), "{said}");
    assert!(said.contains("cannot save answers"), "{said}");
    assert!(text(&output.stdout).contains("texts and sources with --full"));
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn saved_answers_are_read_back_unchanged(given in random_answers()) {
        let before = answers_from(built_in(), &given);
        let document = answers::write(&before).unwrap();
        prop_assert_eq!(answers::read(built_in(), "saved", document.as_bytes()).unwrap(), before);
    }
}
