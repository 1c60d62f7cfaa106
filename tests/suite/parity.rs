//! Lists, line mode and an answers document give the same report, for every option of every question.

use std::fmt::Write as _;
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::thread;

use jakcheck::answers::{self, Answers};
use jakcheck::ask::session::Session;
use jakcheck::ask::{self, End, LineAsker};
use jakcheck::model::{Item, Question, Urgency, Whose};
use jakcheck::pages::report::Report;
use jakcheck::render::{Paint, json};

use crate::support::pty::{DOWN, ENTER, Terminal, UP};
use crate::support::{DAY, Given, answers_from, built_in, day};

/// The answers of one of several sessions: one option for each single question, and in each group one item yes and the
/// next one not sure. Together the sessions choose every option, and both answers of every item.
struct Answering {
    turn: usize,
}

/// The number of sessions: enough for the question with the most rows.
fn turns() -> usize {
    let rows = |question: &Question| {
        if question.is_group { question.items.len() } else { question.items[0].options.len() + 1 }
    };
    built_in().questions().iter().map(rows).max().unwrap()
}

impl Answering {
    /// The row to choose at a single question: an option, or *not sure* after the last.
    fn row(&self, question: &Question) -> usize {
        self.turn % (question.items[0].options.len() + 1)
    }

    /// The items of a group to answer with yes and *not sure*.
    fn marked(&self, question: &Question) -> (usize, usize) {
        let length = question.items.len();
        (self.turn % length, (self.turn + 1) % length)
    }

    fn given(&self) -> Given {
        let mut given = Given::new();
        for question in built_in().questions() {
            if question.is_group {
                let (yes, not_sure) = self.marked(question);
                for (index, item) in question.items.iter().enumerate() {
                    let answer = if index == yes {
                        "yes"
                    } else if index == not_sure {
                        "not_sure"
                    } else {
                        "no"
                    };
                    given.insert(item.reference.clone(), answer.to_owned());
                }
            } else {
                let option = question.items[0].options.get(self.row(question));
                let answer = option.map_or("not_sure", |option| option.id.as_str());
                given.insert(question.id.to_string(), answer.to_owned());
            }
        }
        if !matches!(given["condition"].as_str(), "ad" | "uc" | "crohns" | "not_sure") {
            given.remove("prior_other_systemic");
        }
        given
    }

    /// The questions that the session asks.
    fn asked(&self) -> Vec<&'static Question> {
        let given = self.given();
        let is_asked = |question: &&Question| question.items.iter().any(|item| given.contains_key(&item.reference));
        built_in().questions().iter().filter(is_asked).collect()
    }

    fn is_emergency(&self, question: &Question) -> bool {
        let (yes, not_sure) = self.marked(question);
        let is_urgent = |index: usize| {
            let item = question.items[index].index;
            let symptoms = built_in().warning_symptoms().iter();
            symptoms.clone().any(|one| one.reported_by == Some(item) && one.urgency == Urgency::Emergency)
        };
        is_urgent(yes) || is_urgent(not_sure)
    }

    fn in_lines(&self) -> Answers<'static> {
        let mut lines = "1\n".to_owned();
        for question in self.asked() {
            if question.is_group {
                let (yes, not_sure) = self.marked(question);
                writeln!(lines, "{}, {}?", yes + 1, not_sure + 1).unwrap();
                if self.is_emergency(question) {
                    lines.push_str("2\n");
                }
            } else if self.row(question) == question.items[0].options.len() {
                lines.push_str("?\n");
            } else {
                writeln!(lines, "{}", self.row(question) + 1).unwrap();
            }
        }
        lines.push_str("1\n");
        let mut session = Session::new(built_in());
        let mut asker = LineAsker::new(Cursor::new(lines), Vec::new(), 80, Paint::new(false));
        assert_eq!(ask::run(&mut session, &mut asker, day()).unwrap(), End::Finished);
        session.answers()
    }

    /// The report of a session with lists.
    fn in_lists(&self, folder: &Path) -> String {
        let file = folder.join(format!("{}.json", self.turn));
        let path = file.to_str().unwrap();
        let arguments = ["ask", "--format", "json", "--date", DAY, "--output", path];
        let mut terminal = Terminal::start(100, 60, &arguments);
        let press = |terminal: &mut Terminal, keys: String| terminal.send(&keys);
        terminal.wait_for("Stop here");
        press(&mut terminal, format!("{DOWN}{ENTER}"));
        for (index, question) in self.asked().into_iter().enumerate() {
            terminal.wait_for(&format!("Question {} of", index + 1));
            if question.is_group {
                let (yes, not_sure) = self.marked(question);
                // Space once is yes, twice is not sure; Enter is the answer.
                let to_next = if not_sure > yes { DOWN.repeat(not_sure - yes) } else { UP.repeat(yes - not_sure) };
                press(&mut terminal, DOWN.repeat(yes + 1));
                terminal.wait_for_row(&empty(&question.items[yes]));
                terminal.mark();
                press(&mut terminal, to_next);
                terminal.wait_for_row(&empty(&question.items[not_sure]));
                terminal.mark();
                terminal.mark();
                press(&mut terminal, ENTER.to_owned());
                if self.is_emergency(question) {
                    terminal.wait_for("Go on with the questions");
                    press(&mut terminal, format!("{DOWN}{DOWN}{ENTER}"));
                }
            } else {
                press(&mut terminal, format!("{}{ENTER}", DOWN.repeat(self.row(question) + 1)));
            }
        }
        terminal.wait_for("Show my list");
        press(&mut terminal, format!("{DOWN}{ENTER}"));
        assert_eq!(terminal.exit(), 0, "{}", terminal.contents());
        fs::read_to_string(file).unwrap()
    }
}

/// How the row of an item begins that is not marked. A long one is wrapped.
fn empty(item: &Item) -> String {
    format!("[ ] {}", item.title.chars().take(30).collect::<String>())
}

/// The same answers as those of somebody who says that they are their own.
fn of_oneself(given: &Given) -> Answers<'static> {
    let mut answers = answers_from(built_in(), given);
    answers.whose = Some(Whose::Own);
    answers
}

fn print(answers: &Answers<'_>) -> String {
    json::render(&Report::new(answers, day())).unwrap()
}

#[test]
fn the_sessions_choose_every_option() {
    for question in built_in().questions() {
        for item in &question.items {
            for option in item.options.iter().map(|option| option.id.as_str()).chain(["not_sure"]) {
                // The last question is asked for some illnesses only.
                let is_taken = (0..turns())
                    .any(|turn| Answering { turn }.given().get(&item.reference).is_some_and(|answer| answer == option));
                assert!(is_taken, "{} {option}", item.reference);
            }
        }
    }
}

#[test]
fn lines_and_documents_give_the_same_report() {
    for turn in 0..turns() {
        let answering = Answering { turn };
        let document = print(&of_oneself(&answering.given()));
        assert_eq!(print(&answering.in_lines()), document, "turn {turn}");
        let written = answers::write(&answering.in_lines()).unwrap();
        assert_eq!(print(&answers::read(built_in(), "written", written.as_bytes()).unwrap()), document);
    }
}

#[cfg(unix)]
#[test]
fn lists_and_documents_give_the_same_report() {
    let folder = tempfile::tempdir().unwrap();
    let half = turns().div_ceil(2);
    thread::scope(|scope| {
        for turns in [0..half, half..turns()] {
            let folder = folder.path();
            scope.spawn(move || {
                for turn in turns {
                    let answering = Answering { turn };
                    let document = print(&of_oneself(&answering.given()));
                    assert_eq!(answering.in_lists(folder), document, "turn {turn}");
                }
            });
        }
    });
}
