//! `jakcheck ask`: questions in the terminal, then the report.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use clap::Args;
use console::Term;
use jakcheck::ask::session::Session;
use jakcheck::ask::{self, Alarm, Asker, End, LineAsker, ListAsker, Menu, terminal};
use jakcheck::model::{Now, RuleSet};
use jakcheck::pages::report::Report;
use jakcheck::render::Paint;
use jakcheck::text::language;

use super::check::{self, ReportArgs};
use super::color;
use super::ending::{self, Ending, Then};
use super::global::{Global, WIDTH};
use super::mode::{Mode, Surroundings, choose};
use super::outcome::{Exit, Failure, Outcome, Said};
use super::rule_set::load;
use super::saved::{self, Saved};

/// How to ask.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct AskArgs {
    #[arg(long, help = language().help.ask_short)]
    short: bool,
    #[arg(long, help = language().help.ask_accessible)]
    accessible: bool,
    #[arg(long, value_name = "FILE", help = language().help.ask_save_answers)]
    save_answers: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = language().help.ask_resume)]
    resume: Option<PathBuf>,
    #[command(flatten)]
    report: ReportArgs,
}

/// Whether the person has seen the list. Who stops then is not told that none was made.
static LIST_WAS_SHOWN: AtomicBool = AtomicBool::new(false);

/// How questions are put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum AskIn {
    /// Interactive lists.
    Lists,
    /// Numbered lines, without cursor movement, colour or escape codes.
    Lines,
}

/// Asks, or reads an answers document from standard input, and gives the report. `is_ask` tells that the command was
/// named.
pub(super) fn run(global: &Global, args: &AskArgs, is_ask: bool) -> Result<Outcome, Failure> {
    match choose(Surroundings::current(global, is_ask, args.accessible)) {
        Mode::Document => check::report(global, "-".as_ref(), args.report),
        Mode::Lists => ask(global, args, AskIn::Lists),
        Mode::Lines => ask(global, args, AskIn::Lines),
        Mode::Unseen => Err(Failure::usage(language().cli.questions_unseen)),
        Mode::NobodyThere => Err(Failure::usage(language().cli.nobody_to_ask)),
        Mode::Forbidden => Err(Failure::usage(language().cli.asking_forbidden)),
    }
}

/// Asks, and gives the report on the answers.
fn ask(global: &Global, args: &AskArgs, ask_in: AskIn) -> Result<Outcome, Failure> {
    let rules = load(global)?;
    if let Some(path) = &args.save_answers {
        saved::check_target(path, args.resume.as_deref())?;
    }
    let before = args.resume.as_ref().map(|path| saved::load(path, rules)).transpose()?;
    if let (Some(path), Some(before)) = (&args.save_answers, &before) {
        saved::check_target(path, before.file.as_deref())?;
    }
    let alarm = Alarm::default();
    terminal::remember();
    terminal::give_back_on_panic();
    let raised = alarm.clone();
    ctrlc::set_handler(move || stop_now(&raised))
        .map_err(|error| Failure::new(Exit::Io, (language().cli.no_ctrl_c)(&error)))?;
    let mut asker: Box<dyn Asker> = match ask_in {
        AskIn::Lists => Box::new(ListAsker::new(color::paint(global.color, &Term::stderr(), true))),
        AskIn::Lines => {
            Box::new(LineAsker::new(io::stdin().lock(), io::stderr(), line_width(global), Paint::new(false)))
        }
    };
    let run = Run { global, args, rules, alarm: alarm.clone() };
    match run.ask(asker.as_mut(), before) {
        Ok(outcome) => outcome,
        // Ctrl-C in a list gives this error, while the signal handler is ending the program.
        Err(error) if error.kind() == ErrorKind::Interrupted => stop_now(&alarm),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Err(with_stop_message(
            &Failure::new(Exit::BadInput, [&error.to_string(), language().cli.questions_left]),
            &alarm,
        )),
        Err(error) => Err(Failure::unreadable(language().cli.keyboard, &error)),
    }
}

/// One run of the questionnaire.
struct Run<'a> {
    global: &'a Global,
    args: &'a AskArgs,
    rules: &'a RuleSet,
    alarm: Alarm,
}

impl Run<'_> {
    /// The outer error is one of the terminal, the inner one a failure of the run.
    fn ask(&self, asker: &mut dyn Asker, before: Option<Saved<'_>>) -> io::Result<Result<Outcome, Failure>> {
        let session = if self.args.short { Session::short(self.rules) } else { Session::new(self.rules) };
        let mut session = session.with_alarm(self.alarm.clone());
        // If the saved answers are somebody else's, their file must not be replaced.
        let mut file = None;
        if let Some(before) = before
            && are_they_mine(asker, &before.day)? == Whose::Mine
        {
            session = session.resumed(&before.answers);
            file = before.file;
        }
        let mut end = ask::run(&mut session, asker, self.global.day())?;
        loop {
            let path = match self.target(asker, &session, file.as_deref(), end)? {
                AtTheEnd::GoOn => {
                    end = ask::go_on(&mut session, asker)?;
                    continue;
                }
                AtTheEnd::Save(path) => Some(path),
                AtTheEnd::Leave => None,
            };
            let unsaved = match &path {
                Some(path) => Self::save(asker, &session, path, file.as_deref())?.err(),
                None => None,
            };
            let is_saved = path.is_some() && unsaved.is_none();
            if is_saved {
                file = path;
            }
            match (end, unsaved) {
                (End::Stopped, Some(failure)) => return Ok(Err(with_stop_message(&failure, &self.alarm))),
                (End::Stopped, None) => {
                    let message = stopped(self.alarm.raised(), is_saved || !session.has_answers());
                    return Ok(Err(Failure { exit: Exit::Stopped, said: Said::ToPerson(message) }));
                }
                (End::Finished, unsaved) => {
                    // The list is shown even if the answers could not be saved.
                    if let Some(failure) = &unsaved {
                        ending::say(asker, failure)?;
                    }
                    let exit = |outcome: Outcome| match &unsaved {
                        Some(failure) => Outcome { exit: failure.exit, ..outcome },
                        None => outcome,
                    };
                    let (answers, day) = (session.answers(), self.global.day());
                    let report = Report::new(&answers, day);
                    if !ending::is_read_here(self.global) {
                        return Ok(self.print(asker, &report)?.map(exit));
                    }
                    LIST_WAS_SHOWN.store(true, Relaxed);
                    let (global, args) = (self.global, self.args.report);
                    let mut ending = Ending { global, args, report: &report, answers: &answers, file, is_saved };
                    if ending.offer(asker)? == Then::Finish {
                        return Ok(Ok(exit(ending.outcome())));
                    }
                    file = ending.file;
                    end = ask::change(&mut session, asker)?;
                }
            }
        }
    }

    /// Prints the list where it was sent, and says in a few lines what it says. With that, what must be done now is said.
    fn print(&self, asker: &mut dyn Asker, report: &Report<'_>) -> io::Result<Result<Outcome, Failure>> {
        let is_said = self.global.output.is_some() && !self.global.quiet;
        if is_said {
            ending::in_short(asker, report)?;
        }
        let printed = check::print(self.global, report, self.args.report);
        Ok(printed.map(|outcome| Outcome { now: report.now.filter(|_| !is_said), ..outcome }))
    }

    /// What happens to the answers: they are saved where the person said, or where they agree to when they stop. Somebody
    /// who stops can go on after all. Nobody in an emergency is asked.
    fn target(
        &self,
        asker: &mut dyn Asker,
        session: &Session<'_>,
        resumed: Option<&Path>,
        end: End,
    ) -> io::Result<AtTheEnd> {
        let asking = &language().asking;
        let wanted = self.args.save_answers.clone().map(AtTheEnd::Save);
        if end == End::Finished || !session.has_answers() || self.alarm.raised().is_some() {
            return Ok(wanted.unwrap_or(AtTheEnd::Leave));
        }
        let offered = self.args.save_answers.clone().or_else(|| saved::offered_name(resumed));
        let save = offered.as_ref().map(|path| (asking.save_in)(&ending::in_shell(path)));
        let mut menu = if wanted.is_some() {
            Menu::new(asking.really_stop)
        } else {
            Menu::new(asking.keep_answers).choice(asking.leave, AtTheEnd::Leave)
        };
        if let (Some(path), Some(save)) = (offered, &save) {
            menu = menu.choice(save, AtTheEnd::Save(path));
        }
        match menu.going_back(asking.go_on_after_all, AtTheEnd::GoOn).put(asker) {
            // A pipe that ends with "stop" has said all it wanted.
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(wanted.unwrap_or(AtTheEnd::Leave)),
            chosen => chosen,
        }
    }

    fn save(
        asker: &mut dyn Asker,
        session: &Session<'_>,
        path: &Path,
        resumed: Option<&Path>,
    ) -> io::Result<Result<(), Failure>> {
        let saved = saved::save(path, resumed, &session.answers_to_keep());
        if saved.is_ok() {
            let path = ending::in_shell(path);
            ask::show(asker, |page| (language().asking.answers_saved)(&path).iter().for_each(|line| page.line(line)))?;
        }
        Ok(saved)
    }
}

/// What happens to the answers.
#[derive(Clone, Debug)]
enum AtTheEnd {
    /// They are lost.
    Leave,
    /// They are saved in a file.
    Save(PathBuf),
    /// The person goes on after all.
    GoOn,
}

/// Whose saved answers are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Mine,
    SomeoneElses,
}

fn are_they_mine(asker: &mut dyn Asker, day: &str) -> io::Result<Whose> {
    let asking = &language().asking;
    // In a small window this menu is all that is seen at first: which keys to use is said before it.
    let keys = asker.keys();
    ask::show(asker, |page| page.line(keys))?;
    Menu::new(&(asking.saved_on)(day))
        .choice(asking.they_are_mine, Whose::Mine)
        .choice(asking.they_are_not_mine, Whose::SomeoneElses)
        .put(asker)
}

/// The width of questions in line mode, in columns.
fn line_width(global: &Global) -> usize {
    let of_terminal = || Term::stderr().size_checked().map(|(_, columns)| usize::from(columns).saturating_sub(1));
    global.width.map(usize::from).or_else(of_terminal).unwrap_or(WIDTH).min(WIDTH)
}

/// The message when the person stopped. It ends with what to do in an emergency.
fn stopped(emergency: Option<Now>, is_all_saved: bool) -> String {
    let emergency = emergency.map_or_else(
        || language().safety.emergency_again.to_owned(),
        |now| (language().safety.urgent_now)(now).join(" "),
    );
    let answers = if is_all_saved { String::new() } else { format!(" {}", language().asking.not_saved) };
    let asking = &language().asking;
    let stopped = if LIST_WAS_SHOWN.load(Relaxed) { asking.stopped_after_the_list } else { asking.stopped };
    format!("{stopped}{answers}\n{emergency}")
}

/// Adds the message for somebody who stopped without saving to a failure.
fn with_stop_message(failure: &Failure, alarm: &Alarm) -> Failure {
    let message = format!("{failure}\n\n{}", stopped(alarm.raised(), false));
    Failure { exit: failure.exit, said: Said::ToPerson(message) }
}

/// Restores the terminal, says that the questions were stopped, and ends the program.
#[expect(clippy::exit, reason = "called from the thread that watches for signals, where no return can end the program")]
fn stop_now(alarm: &Alarm) -> ! {
    // Never given back: a second caller, and a list that would be taken away, wait while the first one ends the program.
    let _pen = terminal::take_pen();
    terminal::give_back();
    let _ = writeln!(io::stderr().lock(), "\n{}", stopped(alarm.raised(), false));
    std::process::exit(130)
}
