//! Whole screens of real sessions, at 80 and at 40 columns.

use std::fs;
use std::path::Path;

use regex::Regex;

use crate::support::project;
use crate::support::pty::{DOWN, ENTER, Terminal};

const SIZES: [(u16, u16); 2] = [(80, 24), (40, 24)];

/// Compares the screen with its snapshot.
fn see(terminal: &Terminal, name: &str, columns: u16) {
    let day = Regex::new(r"\d{4}-\d{2}-\d{2}").unwrap();
    let screen = day.replace_all(&terminal.settled(), "[DATE]").into_owned();
    insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "snapshots/screens" }, {
        insta::assert_snapshot!(format!("{name}_{columns}"), screen);
    });
}

/// A short check at its first question.
fn begin(folder: &Path, (columns, rows): (u16, u16), more: &[&str]) -> Terminal {
    let arguments = [&["ask", "--short", "--date", "2026-12-01"], more].concat();
    let mut terminal = Terminal::start_in(folder, columns, rows, &arguments);
    terminal.start_the_questions();
    // The first question fills the window, so its end is waited for.
    if columns < 80 {
        terminal.read_to_the_prompt();
    } else {
        terminal.wait_for_a_row("Why do we ask?");
    }
    terminal
}

/// Answers "none" to the warning signs, which are always asked again.
fn answer_the_signs(terminal: &mut Terminal, (columns, _): (u16, u16)) {
    if columns < 80 {
        terminal.read_to_the_prompt();
    } else {
        terminal.wait_for_a_row("Why do we ask?");
    }
    terminal.answer("None of these", "0");
}

/// Answers the questions before the heart history, which is the sixth.
fn up_to_the_heart(terminal: &mut Terminal) {
    let answers =
        [("None of these", "0"), ("Taking it now", "3"), ("Tofacitinib", "2"), ("50 to 64", "3"), ("No", "2")];
    for (number, (row, typed)) in (2..).zip(answers) {
        terminal.answer(row, typed);
        terminal.wait_for_question(number);
    }
}

#[test]
fn a_whole_run_from_the_first_question_to_the_list() {
    for size in SIZES {
        let mut terminal = begin(project(), size, &[]);
        see(&terminal, "first_question", size.0);
        up_to_the_heart(&mut terminal);
        see(&terminal, "check_all", size.0);
        terminal.choose("[ ] Heart attack");
        terminal.wait_for_row("[yes]");
        terminal.choose("[ ] Stroke");
        terminal.wait_for_row("[yes] Stroke");
        terminal.mark();
        terminal.wait_for_row("[not sure] Stroke");
        see(&terminal, "check_all_with_yes_and_not_sure", size.0);
        terminal.choose("Done");
        terminal.wait_for_question(7);
        for (number, row) in [(8, "In the past"), (9, "No"), (10, "No"), (11, "No"), (12, "I am not sure")] {
            let row = if number == 8 { "Yes, in the past" } else { row };
            terminal.choose(row);
            terminal.wait_for_question(number);
        }
        terminal.choose("I am not sure");
        terminal.wait_for("Show my list");
        terminal.wait_for("Stop here");
        see(&terminal, "review", size.0);
        terminal.choose("Show my list");
        terminal.wait_for("Page 1 of");
        terminal.settle();
        see(&terminal, "first_page_of_the_list", size.0);
        terminal.type_key("q");
        terminal.wait_for_a_row("Finish");
        terminal.choose("Finish");
        assert_eq!(terminal.exit(), 0);
        see(&terminal, "end_of_the_list", size.0);
    }
}

#[test]
fn going_back_and_asking_why() {
    for size in SIZES {
        let mut terminal = begin(project(), size, &[]);
        up_to_the_heart(&mut terminal);
        terminal.choose("Why do we ask?");
        terminal.wait_for("A heart problem or stroke can");
        terminal.choose("Go back");
        terminal.wait_for("Going back one question.");
        terminal.wait_for_question(5);
        see(&terminal, "back", size.0);
    }
}

#[test]
fn nothing_marked_is_no_answer_and_one_line_is_none_or_done() {
    for size in SIZES {
        let mut terminal = begin(project(), size, &[]);
        up_to_the_heart(&mut terminal);
        terminal.send(ENTER);
        terminal.wait_for("Nothing is chosen yet.");
        terminal.press(DOWN);
        terminal.send(ENTER);
        terminal.wait_for("Nothing is marked yet.");
        see(&terminal, "nothing_marked", size.0);
        terminal.choose("[ ] Heart failure");
        terminal.wait_for_row("[yes]");
        terminal.wait_for_a_row("Done");
        see(&terminal, "one_marked", size.0);
    }
}

#[test]
fn an_emergency() {
    for size in SIZES {
        let mut terminal = begin(project(), size, &[]);
        terminal.answer("[ ] Chest pain or pressure", "3");
        if size.0 == 80 {
            terminal.wait_for_row("[yes]");
            see(&terminal, "emergency_marked", size.0);
            terminal.choose("Done");
        }
        terminal.wait_for("Go on with the questions");
        see(&terminal, "emergency", size.0);
        terminal.choose("Stop here and get help");
        assert_eq!(terminal.exit(), 130);
    }
}

#[test]
fn stopping_saving_and_going_on() {
    for size in SIZES {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = begin(folder.path(), size, &[]);
        up_to_the_heart(&mut terminal);
        terminal.choose("Stop here");
        terminal.wait_for("Save my answers in");
        terminal.choose("Save my answers in");
        assert_eq!(terminal.exit(), 130);
        see(&terminal, "saved", size.0);
        let arguments = ["ask", "--short", "--date", "2026-12-01", "--resume", "jakcheck-answers.json"];
        let mut terminal = Terminal::start_in(folder.path(), size.0, size.1, &arguments);
        terminal.wait_for("No, they are not mine");
        see(&terminal, "resume", size.0);
        terminal.choose("Yes, I gave them");
        terminal.start_the_questions();
        answer_the_signs(&mut terminal, size);
        terminal.wait_for_question(6);
    }
}

#[test]
fn ctrl_c_in_a_list_and_in_lines() {
    for size in SIZES {
        // At 40 columns the first question is asked in lines.
        let mut terminal = begin(project(), size, &[]);
        terminal.send("\u{3}");
        assert_eq!(terminal.exit(), 130);
        assert!(!terminal.is_cursor_hidden());
        assert_eq!(terminal.contents().matches("Stopped. No list was made.").count(), 1);
        see(&terminal, "ctrl_c", size.0);
    }
}

#[test]
fn changing_an_answer_on_the_review() {
    for size in SIZES {
        let folder = tempfile::tempdir().unwrap();
        let saved = folder.path().join("answers.json");
        fs::write(
            &saved,
            r#"{
            "symptoms_now": ["none"], "stage": "thinking", "medicine": "baricitinib", "age_band": "18_to_49",
            "clot_history": "no", "heart_history": ["none"], "smoking": "never", "infection_now": "no",
            "cancer_history": "no", "pregnancy": "no", "prior_methotrexate": "not_tried", "prior_biologic": "not_tried"
        }"#,
        )
        .unwrap();
        let arguments = ["ask", "--short", "--date", "2026-12-01", "--resume", "answers.json"];
        let mut terminal = Terminal::start_in(folder.path(), size.0, size.1, &arguments);
        terminal.wait_for("No, they are not mine");
        terminal.choose("Yes, I gave them");
        terminal.start_the_questions();
        answer_the_signs(&mut terminal, size);
        terminal.wait_for("Show my list");
        terminal.choose("Change an answer");
        terminal.wait_for("Keep my answers as they are");
        terminal.choose("Blood clots");
        terminal.wait_for_a_row("Past blood clot: No");
        see(&terminal, "which_answer_to_change", size.0);
        terminal.choose("Past blood clot: No");
        terminal.wait_for("I am not sure");
        terminal.choose("Yes");
        terminal.wait_for("- Past blood clot: Yes");
        terminal.wait_for_a_row("Show my list");
        see(&terminal, "review_after_a_change", size.0);
    }
}

#[test]
fn a_split_arrow_key_does_not_stop_the_questions() {
    for size in SIZES {
        let mut terminal = begin(project(), size, &[]);
        up_to_the_heart(&mut terminal);
        // Longer than any pause inside a key: Esc goes back one question, and nothing is lost.
        terminal.send("\u{1b}");
        terminal.wait_for("Going back one question.");
        terminal.send("[B");
        terminal.wait_for_question(5);
        terminal.wait_for_row("No");
        terminal.choose("No");
        terminal.wait_for_question(6);
    }
}

#[test]
fn a_window_made_narrow_between_questions() {
    let mut terminal = begin(project(), (80, 24), &[]);
    terminal.choose("None of these");
    terminal.wait_for_question(2);
    terminal.resize(40, 24);
    terminal.choose("Taking it now");
    terminal.wait_for_question(3);
    for _ in 0..5 {
        terminal.press(DOWN);
    }
    terminal.wait_for_row("I am not sure");
    let screen = terminal.contents();
    assert_eq!(screen.matches("Which medicine is it?").count(), 1, "{screen}");
    assert_eq!(screen.matches("Baricitinib").count(), 1, "{screen}");
    assert_eq!(screen.lines().filter(|line| line.starts_with("> ")).count(), 1, "{screen}");
}

#[test]
fn a_window_of_ten_columns_does_not_break() {
    let mut terminal = Terminal::start(10, 24, &["ask", "--short"]);
    terminal.wait_for("here");
    terminal.send("\u{3}");
    assert_eq!(terminal.exit(), 130);
}

/// The small rule set with all texts in Cyrillic letters, which have several bytes but one column each.
fn in_another_script(folder: &Path) {
    let text = Regex::new(r#""(label|title|text|brief)": "([^"]*)""#).unwrap();
    for part in ["", "topics", "cases"] {
        fs::create_dir_all(folder.join(part)).unwrap();
        for entry in fs::read_dir(project().join("tests/data/small_rules").join(part)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let json = fs::read_to_string(&path).unwrap();
                let turned = text.replace_all(&json, |found: &regex::Captures<'_>| {
                    format!("\"{}\": \"{}\"", &found[1], found[2].chars().map(cyrillic).collect::<String>())
                });
                fs::write(folder.join(part).join(path.file_name().unwrap()), turned.as_bytes()).unwrap();
            }
        }
    }
}

fn cyrillic(c: char) -> char {
    const LETTERS: [char; 26] = [
        'а', 'б', 'ц', 'д', 'е', 'ф', 'г', 'х', 'и', 'й', 'к', 'л', 'м', 'н', 'о', 'п', 'я', 'р', 'с', 'т', 'у', 'в',
        'ш', 'ж', 'ы', 'з',
    ];
    let place =
        u32::from(c.to_ascii_lowercase()).checked_sub(u32::from('a')).and_then(|place| usize::try_from(place).ok());
    place.and_then(|place| LETTERS.get(place)).copied().unwrap_or(c)
}

#[test]
fn labels_in_another_script_are_drawn_over_completely() {
    for size in SIZES {
        let folder = tempfile::tempdir().unwrap();
        in_another_script(folder.path());
        let arguments = ["ask", "--rules", folder.path().to_str().unwrap(), "--date", "2026-12-01"];
        let mut terminal = Terminal::start(size.0, size.1, &arguments);
        terminal.start_the_questions();
        terminal.wait_for_a_row("Why do we ask?");
        // One key at a time: what is typed ahead is echoed before the list reads it.
        for _ in 0..5 {
            terminal.press(DOWN);
        }
        see(&terminal, "another_script", size.0);
    }
}
