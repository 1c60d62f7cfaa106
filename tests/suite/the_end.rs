//! What comes after the questions in a terminal: the list in pages, and a menu that is no dead end.

use std::fs;
use std::path::Path;

use crate::support::pty::{DOWN, ENTER, Terminal};

const DAY: &str = "2026-12-01";

/// A short check of a person with a clot, at the menu of the review.
fn at_the_review(folder: &Path, more: &[&str]) -> Terminal {
    let saved = r#"{
        "stage": "taking_now", "medicine": "baricitinib", "age_band": "18_to_49", "clot_history": "yes",
        "heart_history": ["none"], "smoking": "never", "infection_now": "no", "cancer_history": "no", "pregnancy": "no",
        "prior_methotrexate": "not_tried", "prior_biologic": "not_tried"
    }"#;
    fs::write(folder.join("before.json"), saved).unwrap();
    let arguments = [&["ask", "--short", "--date", DAY, "--resume", "before.json"], more].concat();
    let mut terminal = Terminal::start_in(folder, 80, 24, &arguments);
    terminal.wait_for_a_row("No, they are not mine");
    terminal.choose("Yes, I gave them");
    terminal.start_the_questions();
    terminal.wait_for_a_row("None of these");
    terminal.choose("None of these");
    terminal.wait_for_a_row("Show my list");
    terminal
}

#[test]
fn the_list_comes_in_pages_that_are_turned_both_ways() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = at_the_review(folder.path(), &[]);
    terminal.choose("Show my list");
    terminal.wait_for("Page 1 of");
    let first = terminal.settled();
    assert!(first.starts_with("TALK OVER "), "the first page begins at the top:\n{first}");
    terminal.type_key("x");
    terminal.type_key("3");
    // These were read alone when nothing has changed for so long: Enter is not taken for pasted with them.
    assert_eq!(terminal.settled(), first, "other keys do nothing");
    terminal.send(ENTER);
    terminal.wait_for("Page 2 of");
    terminal.type_key("b");
    terminal.wait_for("Page 1 of");
    assert_eq!(terminal.contents(), first);
    let mut pages = 1;
    while !terminal.contents().contains("What do you want to do with your list?") {
        terminal.send(ENTER);
        pages += 1;
        let page = format!("Page {pages} of");
        terminal.wait_until("a page or the menu", |screen| {
            screen.contains(&page) || screen.contains("What do you want to do with your list?")
        });
    }
    assert!(terminal.scrolled().contains("Reviewed by:"), "all of it was shown");
    terminal.wait_for_a_row("Finish");
    terminal.choose("Read it again");
    terminal.wait_for("Page 1 of");
    terminal.send("\u{3}");
    assert_eq!(terminal.exit(), 130);
    assert!(!terminal.is_cursor_hidden());
    assert!(!terminal.contents().contains("No list was made"), "{}", terminal.contents());
    assert!(terminal.contents().contains("call your local emergency number"), "{}", terminal.contents());
}

#[cfg(unix)]
#[test]
fn the_list_and_the_answers_are_saved_under_names_that_are_not_taken() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().canonicalize().unwrap().join(name);
    fs::write(path("jak-list-2026-12-01.txt"), "old").unwrap();
    let mut terminal = at_the_review(folder.path(), &[]);
    terminal.choose("Show my list");
    terminal.wait_for("Page 1 of");
    terminal.type_key("q");
    for (row, name, part) in [
        ("Save it to print, in jak-list-2026-12-01.html", "jak-list-2026-12-01.html", "<!DOCTYPE html>"),
        ("Save it to print, in jak-list-2026-12-01-2.html", "jak-list-2026-12-01-2.html", "<!DOCTYPE html>"),
        ("Save it as text, in jak-list-2026-12-01-2.txt", "jak-list-2026-12-01-2.txt", "Reviewed by:"),
        ("Save my answers in before.json", "before.json", "\"clot_history\": \"yes\""),
    ] {
        terminal.wait_for_a_row(row);
        terminal.wait_for_a_row("Finish");
        terminal.choose(row);
        let whole = path(name);
        terminal.wait_until_written(&format!("in {}.", whole.display()));
        terminal.wait_until_written(&format!("rm {}.", whole.display()));
        assert!(fs::read_to_string(&whole).unwrap().contains(part), "{name}");
        assert_eq!(fs::metadata(&whole).unwrap().permissions().mode() & 0o777, 0o600, "{name}");
    }
    terminal.wait_for_a_row("Finish");
    assert!(!terminal.contents().contains(". Save my answers"), "they are saved: {}", terminal.contents());
    terminal.choose("Finish");
    assert_eq!(terminal.exit(), 0);
    assert_eq!(fs::read_to_string(path("jak-list-2026-12-01.txt")).unwrap(), "old");
    assert!(!fs::read_to_string(path("jak-list-2026-12-01-2.txt")).unwrap().contains('\u{1b}'));
    assert!(
        terminal.contents().trim_end().ends_with("call your local emergency number now."),
        "{}",
        terminal.contents()
    );
}

#[test]
fn a_list_that_goes_elsewhere_is_told_in_a_few_lines() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = at_the_review(folder.path(), &["--output", "list.txt"]);
    terminal.choose("Show my list");
    assert_eq!(terminal.exit(), 0);
    let screen = terminal.contents();
    let (_, said) = screen.split_once("You chose: Show my list").unwrap();
    assert_eq!(
        said.split_whitespace().collect::<Vec<_>>().join(" "),
        "If you have an emergency sign, call your local emergency number now. Cautions that apply: 2. Worth finding out: 0. \
         Not asked: 26. Not matched by your answers: 13. This does not mean the medicine is safe for you. Your list is in \
         list.txt. Only you can read it."
    );
    assert!(fs::read_to_string(folder.path().join("list.txt")).unwrap().contains("Reviewed by:"));
}

#[test]
fn an_answer_is_changed_after_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = at_the_review(folder.path(), &[]);
    terminal.choose("Show my list");
    terminal.wait_for("Page 1 of");
    terminal.type_key("q");
    terminal.wait_for_a_row("Finish");
    // Marks that are left there are not kept: the answer stays as it was.
    for _ in 0..2 {
        terminal.choose("Change an answer");
        terminal.wait_for_a_row("Keep my answers as they are");
        terminal.choose("Heart and stroke");
        terminal.wait_for_a_row("Heart and stroke history: none of these");
        terminal.choose("Heart and stroke history");
        terminal.wait_for_row("None of these");
        terminal.choose("[ ] Stroke");
        terminal.send("\u{1b}");
        terminal.wait_for_a_row("Show my list");
    }
    terminal.choose("Change an answer");
    terminal.wait_for_a_row("Keep my answers as they are");
    terminal.choose("Blood clots");
    terminal.wait_for_a_row("Past blood clot: Yes");
    terminal.choose("Past blood clot: Yes");
    // The answer from before is where the cursor is.
    terminal.wait_for_row("Yes");
    terminal.send(DOWN);
    terminal.wait_for_row("No");
    terminal.send(ENTER);
    terminal.wait_for("- Past blood clot: No");
    terminal.wait_for_a_row("Show my list");
    terminal.choose("Show my list");
    terminal.wait_for("Page 1 of");
    terminal.type_key("q");
    terminal.wait_for_a_row("Finish");
    terminal.choose("Finish");
    assert_eq!(terminal.exit(), 0);
    assert!(terminal.contents().contains("Your answers were not saved."), "{}", terminal.contents());
}

#[test]
fn in_lines_the_list_is_whole_and_the_end_of_the_input_finishes() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start_in(folder.path(), 80, 24, &["ask", "--accessible", "--short", "--date", DAY]);
    for line in ["1", "0", "3", "2", "3", "2", "0", "3", "2", "4", "4", "5", "5", "1"] {
        terminal.send(&format!("{line}\r"));
    }
    terminal.wait_until_written("Reviewed by:");
    terminal.wait_for("6. Finish");
    assert!(!terminal.scrolled().contains("Page 1 of"));
    terminal.send("\u{4}");
    assert_eq!(terminal.exit(), 0);
    assert!(!terminal.has_escapes());
}
