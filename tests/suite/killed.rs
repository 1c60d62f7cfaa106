//! The program killed at any moment of a save: the file is the old one or the new one, and whole.
#![cfg(target_os = "linux")]

use std::env;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::support::program::PATIENCE;
use crate::support::{jakcheck, project};

/// How often each save is killed; `JAKCHECK_KILLS` sets another number.
const KILLS: u32 = 24;

/// A save: its arguments behind the program, what is typed, and what the file holds before it.
struct Save {
    arguments: &'static [&'static str],
    typed: &'static str,
    before: &'static str,
}

const PERSON: &str = "person.json";

/// Each way to write over a file.
const SAVES: [Save; 3] = [
    Save { arguments: &["check", PERSON, "--output", "file", "--force", "--full"], typed: "", before: "old" },
    Save { arguments: &["page", "--output", "file", "--force"], typed: "", before: "old" },
    Save {
        arguments: &["ask", "--accessible", "--resume", "file", "--save-answers", "file"],
        // Mine; start; no sign; the next question; stop.
        typed: "1\n1\n0\n1\ns\n",
        before: "{\"stage\": \"taking_now\", \"medicine\": \"tofacitinib\"}",
    },
];

/// A moment to kill the program.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// So long after its start.
    After(Duration),
    /// As soon as something is in a file that has no name yet.
    UnderWay,
    /// Not at all.
    Never,
}

impl Save {
    fn start(&self, folder: &Path) -> Child {
        let mut command = jakcheck();
        command.args(self.arguments).args(["--date", "2026-12-01"]).current_dir(folder);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        // A program that was not asked to read closes this pipe early.
        let _ = child.stdin.take().unwrap().write_all(self.typed.as_bytes());
        child
    }

    /// What the file holds behind a run that is killed, and how many files without a name are left.
    fn killed(&self, folder: &Path, moment: Moment) -> (Vec<u8>, usize) {
        let file = folder.join("file");
        fs::write(&file, self.before).unwrap();
        let mut child = self.start(folder);
        match moment {
            Moment::After(time) => thread::sleep(time),
            Moment::UnderWay => {
                while child.try_wait().unwrap().is_none() && unnamed(folder, |length| length > 0) == 0 {}
            }
            Moment::Never => assert!(child.wait().unwrap().code().is_some()),
        }
        let _ = child.kill();
        child.wait().unwrap();
        let left = unnamed(folder, |_| true);
        (fs::read(&file).unwrap(), left)
    }
}

/// Counts the files without a name that have such a length. Each has the name of an unfinished file and only its owner can
/// read it; nothing else is in the folder.
fn unnamed(folder: &Path, counts: impl Fn(u64) -> bool) -> usize {
    let others = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let others = others.filter(|entry| !["file", PERSON].iter().any(|name| entry.file_name() == *name));
    let is_counted = |entry: &fs::DirEntry| {
        assert!(entry.file_name().to_string_lossy().starts_with(".tmp"), "{entry:?}");
        // It can get its name in the meantime.
        let found = entry.metadata();
        assert!(found.as_ref().is_ok_and(|found| found.permissions().mode() & 0o777 == 0o600) || found.is_err());
        found.is_ok_and(|found| counts(found.len()))
    };
    others.filter(is_counted).count()
}

/// A folder with the answers of a person.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(project().join("examples/people/past_clot.json"), folder.path().join(PERSON)).unwrap();
    folder
}

#[test]
fn a_save_that_is_killed_leaves_the_old_file_or_the_new_one() {
    let kills = env::var("JAKCHECK_KILLS").map_or(KILLS, |number| number.parse().expect("a number"));
    for save in &SAVES {
        let began = Instant::now();
        let (new, left) = save.killed(folder().path(), Moment::Never);
        let whole = began.elapsed();
        assert!(left == 0 && new != save.before.as_bytes(), "{:?}", save.arguments);
        let (mut old_kept, mut under_way) = (0, 0);
        for number in 0..kills {
            // From the start to a little behind the end, and every third time where the file is on its way.
            let moment =
                if number % 3 == 2 { Moment::UnderWay } else { Moment::After(whole * number * 5 / (kills * 4)) };
            let folder = folder();
            let (found, left) = save.killed(folder.path(), moment);
            let is_old = found == save.before.as_bytes();
            assert!(is_old || found == new, "{:?}, {moment:?}: {}", save.arguments, String::from_utf8_lossy(&found));
            assert!(left <= 1, "{:?}, {moment:?}: {left} files are left", save.arguments);
            old_kept += u32::from(is_old);
            under_way += left;
            // What is left is in nobody's way.
            fs::write(folder.path().join("file"), save.before).unwrap();
            if left > 0 {
                assert_eq!(save.killed(folder.path(), Moment::Never), (new.clone(), 1), "{:?}", save.arguments);
            }
        }
        println!("{:?}: {old_kept} of {kills} kept the old file, {under_way} were under way", save.arguments);
        assert!(old_kept > 0, "{:?}", save.arguments);
    }
}

/// How long a program runs between two looks at what it has done. It does more in it where the machine has nothing else to do.
const SLICE: Duration = Duration::from_micros(20);

#[test]
fn a_save_that_is_halted_at_every_moment_shows_the_old_file_or_the_new_one() {
    for save in &SAVES {
        let (new, _) = save.killed(folder().path(), Moment::Never);
        let folder = folder();
        let file = folder.path().join("file");
        fs::write(&file, save.before).unwrap();
        let mut child = save.start(folder.path());
        let id = Pid::from_child(&child);
        let mut moments = 0;
        while child.try_wait().unwrap().is_none() {
            let begin = Instant::now();
            while begin.elapsed() < SLICE {}
            kill_process(id, Signal::STOP).unwrap();
            let found = fs::read(&file).unwrap();
            assert!(found == save.before.as_bytes() || found == new, "{:?}: {} bytes", save.arguments, found.len());
            moments += 1;
            kill_process(id, Signal::CONT).unwrap();
        }
        println!("{:?}: whole at {moments} moments", save.arguments);
        assert_eq!(fs::read(&file).unwrap(), new, "{:?}", save.arguments);
    }
}

#[test]
fn a_batch_that_is_killed_leaves_nothing_under_the_name_of_its_results() {
    for before in [None, Some("old")] {
        let folder = folder();
        let file = folder.path().join("file");
        if let Some(before) = before {
            fs::write(&file, before).unwrap();
        }
        let mut command = jakcheck();
        command.args(["batch", "-q", "--output", "file"]).args(before.map(|_| "--force")).current_dir(folder.path());
        let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.as_mut().unwrap().write_all(b"{\"smoking\": \"past\"}\n").unwrap();
        let end = Instant::now() + PATIENCE;
        while unnamed(folder.path(), |length| length > 0) == 0 {
            assert!(Instant::now() < end, "no result came");
            thread::sleep(Duration::from_millis(1));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(unnamed(folder.path(), |length| length > 0), 1);
        assert_eq!(fs::read_to_string(&file).ok().as_deref(), before);
    }
}
