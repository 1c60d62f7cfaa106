//! What comes after the questions in a terminal: the list in pages, and what can be done with it.

use std::io::{self, ErrorKind, IsTerminal};
use std::path::{self, Path, PathBuf};

use jakcheck::answers::Answers;
use jakcheck::ask::{self, Asker, Menu};
use jakcheck::model::State;
use jakcheck::pages::report::Report;
use jakcheck::render::visible::escaped;
use jakcheck::render::{Paint, html, text};
use jakcheck::text::language;

use super::check::{self, ReportArgs};
use super::format::Format;
use super::global::{Global, WIDTH};
use super::outcome::{Failure, Outcome};
use super::saved;
use super::target::{Existing, unwritable, write_private};

/// What the person wants after the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// To change an answer.
    Change,
    /// Nothing more.
    Finish,
}

/// What the menu gives.
enum Wanted {
    ReadAgain,
    Change,
    SaveToPrint(PathBuf),
    SaveAsText(PathBuf),
    SaveAnswers(PathBuf),
    Finish,
}

/// Whether somebody reads the list here: otherwise it goes where it was sent, and the run ends.
pub(super) fn is_read_here(global: &Global) -> bool {
    let is_text = global.format == Format::Text && global.output.is_none();
    is_text && io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// A list, and what was done with it.
pub(super) struct Ending<'e> {
    pub(super) global: &'e Global,
    pub(super) args: ReportArgs,
    pub(super) report: &'e Report<'e>,
    pub(super) answers: &'e Answers<'e>,
    /// The file that the answers came from or are in.
    pub(super) file: Option<PathBuf>,
    /// Whether the answers are in a file as they are now.
    pub(super) is_saved: bool,
}

impl Ending<'_> {
    /// Lets the person read the list, and do with it what they want.
    pub(super) fn offer(&mut self, asker: &mut dyn Asker) -> io::Result<Then> {
        let list = text::render(&check::document(self.report, self.args), self.global.columns(), asker.paint());
        asker.read(&list)?;
        loop {
            match self.put(asker)? {
                Wanted::ReadAgain => asker.read(&list)?,
                Wanted::Change => return Ok(Then::Change),
                Wanted::SaveToPrint(path) => {
                    let size = if self.global.large_print { html::Size::Large } else { html::Size::Normal };
                    let page = html::render(&check::document(self.report, self.args), size);
                    save(asker, &path, &page)?;
                }
                Wanted::SaveAsText(path) => {
                    let document = check::document(self.report, self.args);
                    let plain = text::render(&document, WIDTH, Paint::new(false));
                    save(asker, &path, &plain)?;
                }
                Wanted::SaveAnswers(path) => self.save_answers(asker, path)?,
                Wanted::Finish => return self.finish(asker).map(|()| Then::Finish),
            }
        }
    }

    fn put(&self, asker: &mut dyn Asker) -> io::Result<Wanted> {
        let asking = &language().asking;
        let (to_print, as_text) = (self.free_name("html"), self.free_name("txt"));
        let answers = saved::offered_name(self.file.as_deref()).filter(|_| !self.is_saved);
        let label = |path: &Option<PathBuf>, say: fn(&str) -> String| {
            path.as_ref().map_or_else(String::new, |path| say(&in_shell(path)))
        };
        let print_label = label(&to_print, asking.save_to_print);
        let text_label = label(&as_text, asking.save_as_text);
        let answers_label = label(&answers, asking.save_in);
        let mut menu = Menu::new(asking.what_with_the_list)
            .choice(asking.read_again, Wanted::ReadAgain)
            .choice(asking.change_answer, Wanted::Change);
        if let Some(path) = to_print {
            menu = menu.choice(&print_label, Wanted::SaveToPrint(path));
        }
        if let Some(path) = as_text {
            menu = menu.choice(&text_label, Wanted::SaveAsText(path));
        }
        if let Some(path) = answers {
            menu = menu.choice(&answers_label, Wanted::SaveAnswers(path));
        }
        match menu.stopping(asking.finish, Wanted::Finish).put(asker) {
            // Ctrl-D says that there is nothing more.
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(Wanted::Finish),
            wanted => wanted,
        }
    }

    /// A name for the list that is not taken, in this folder.
    fn free_name(&self, ending: &str) -> Option<PathBuf> {
        let day = self.global.day().to_string();
        let name = |number| PathBuf::from((language().asking.list_file)(&day, ending, number));
        (1..100).map(name).find(|path| saved::check_target(path, None).is_ok())
    }

    fn save_answers(&mut self, asker: &mut dyn Asker, path: PathBuf) -> io::Result<()> {
        if let Err(failure) = saved::save(&path, self.file.as_deref(), self.answers) {
            return say(asker, &failure);
        }
        let lines = (language().asking.answers_saved)(&whole(&path));
        self.is_saved = true;
        self.file = Some(path);
        ask::show(asker, |page| lines.iter().for_each(|line| page.line(line)))
    }

    /// What must not wait is said last.
    fn finish(&self, asker: &mut dyn Asker) -> io::Result<()> {
        ask::show(asker, |page| {
            if !self.is_saved {
                page.line(language().asking.answers_not_kept);
            }
            page.line(&last_words(self.report));
        })
    }

    /// How the run ends.
    pub(super) fn outcome(&self) -> Outcome {
        Outcome { exit: check::exit(self.global, self.report), ..Outcome::done(String::new()) }
    }
}

/// Saves the list in a new file that only its owner can read.
fn save(asker: &mut dyn Asker, path: &Path, list: &str) -> io::Result<()> {
    match write_private(path, list, Existing::Keep) {
        Ok(()) => {
            let lines = (language().asking.list_saved)(&whole(path));
            ask::show(asker, |page| lines.iter().for_each(|line| page.line(line)))
        }
        Err(error) => say(asker, &unwritable(path, &error)),
    }
}

/// Says in a few lines what a list says that goes elsewhere: what must not wait, and how much there is of what.
pub(super) fn in_short(asker: &mut dyn Asker, report: &Report<'_>) -> io::Result<()> {
    let number = |state| report.in_state(state).count();
    let counts = (language().phrase.counts)(
        number(State::Applies),
        report.worth_finding_out(),
        number(State::NotAsked),
        number(State::NoMatch),
    );
    ask::show(asker, |page| {
        page.blank();
        page.line(&last_words(report));
        page.line(&counts);
        page.line(language().safety.not_safe);
    })
}

/// What must be done now, or what to do in an emergency.
fn last_words(report: &Report<'_>) -> String {
    let safety = &language().safety;
    report.now.map_or_else(|| safety.emergency_again.to_owned(), safety.urgent_line)
}

/// Says what went wrong; the menu comes again.
pub(super) fn say(asker: &mut dyn Asker, failure: &Failure) -> io::Result<()> {
    ask::show(asker, |page| failure.to_string().lines().for_each(|line| page.line(line)))
}

/// The whole path of a file, as a shell takes it.
fn whole(path: &Path) -> String {
    in_shell(&path::absolute(path).unwrap_or_else(|_| path.to_owned()))
}

/// A path as a shell takes it, in a command that a person can copy. What nobody sees is an escape: without it another file
/// would be named.
pub(super) fn in_shell(path: &Path) -> String {
    let path = escaped(&path.display().to_string());
    let path = if path.starts_with('-') { format!("./{path}") } else { path };
    let is_plain = path.chars().all(|c| c.is_ascii_alphanumeric() || "/._-\\:".contains(c));
    match (is_plain, cfg!(windows)) {
        (true, _) => path,
        // No name there has such a quote in it.
        (false, true) => format!("\"{path}\""),
        (false, false) => format!("'{}'", path.replace('\'', "'\\''")),
    }
}
