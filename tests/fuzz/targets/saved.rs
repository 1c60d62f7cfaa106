//! Any bytes as a file of saved answers, and any typed lines behind a NUL: the session that goes on from them makes nothing
//! up, and what it keeps is read back the same.
#![no_main]

use std::sync::LazyLock;

use jakcheck::answers;
use jakcheck::ask;
use jakcheck::ask::session::Session;
use jakcheck::model::{Answer, RuleSet};
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

#[path = "../watched.rs"]
mod watched;

static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::built_in().expect("the built-in rules load"));

/// Writes what a session keeps, and reads it back.
fn assert_kept(session: &Session<'_>) {
    let kept = session.answers_to_keep();
    let written = answers::write(&kept).expect("answers to these rules");
    assert!(answers::read(&RULES, "kept", written.as_bytes()).as_ref() == Ok(&kept), "{written}");
}

fuzz_target!(|bytes: &[u8]| {
    let (saved, typed) = bytes.split_at(bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len()));
    let Ok(saved) = answers::read(&RULES, "saved", saved) else { return };
    for new in [Session::new(&RULES), Session::short(&RULES)] {
        let mut session = new.resumed(&saved);
        // Signs of before are no signs of now.
        assert_eq!(session.emergency(), None);
        let (counted, kept) = (session.answers(), session.answers_to_keep());
        assert!(kept.id == saved.id && kept.whose == saved.whose);
        for item in RULES.items() {
            let before = saved.answer(item.index);
            for now in [counted.answer(item.index), kept.answer(item.index), session.given(item.index)] {
                assert!(now == before || now == Answer::Unanswered, "{}: {before:?}, {now:?}", item.reference);
            }
        }
        assert_kept(&session);
        let mut asker = watched::Watched::new(&RULES, typed.get(1..).unwrap_or(b""));
        let _ = ask::run(&mut session, &mut asker, date(2026, 12, 1));
        assert_kept(&session);
    }
});
