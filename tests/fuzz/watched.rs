//! Line mode, watched: each reply is held against the line that was typed for it, by a second reading of that line.

use std::cell::RefCell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use jakcheck::answers;
use jakcheck::ask::{Asker, Choice, LineAsker, Reply, Screen};
use jakcheck::model::{Answer, AnswerOption, Item, ItemIndex, RuleSet};
use jakcheck::render::Paint;
use jakcheck::text::language;

/// What was typed and read so far.
type Consumed = Rc<RefCell<Vec<u8>>>;

/// Typed bytes that remember how far they were read.
struct Keyboard<'t> {
    rest: &'t [u8],
    read: Consumed,
}

impl Read for Keyboard<'_> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let length = self.rest.len().min(room.len());
        room[..length].copy_from_slice(&self.rest[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl BufRead for Keyboard<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        Ok(self.rest)
    }

    fn consume(&mut self, length: usize) {
        let (read, rest) = self.rest.split_at(length);
        self.read.borrow_mut().extend(read);
        self.rest = rest;
    }
}

/// The asker in lines, and the lines that it read.
pub(crate) struct Watched<'t> {
    rules: &'t RuleSet,
    asker: LineAsker<Keyboard<'t>, io::Sink>,
    read: Consumed,
}

impl<'t> Watched<'t> {
    pub(crate) fn new(rules: &'t RuleSet, typed: &'t [u8]) -> Self {
        let read = Consumed::default();
        let keyboard = Keyboard { rest: typed, read: Rc::clone(&read) };
        Self { rules, asker: LineAsker::new(keyboard, io::sink(), 80, Paint::new(false)), read }
    }

    /// The last line that was read, in small and narrow letters.
    fn last_line(&self) -> String {
        let read = self.read.borrow();
        let read = read.strip_suffix(b"\n").unwrap_or(&read);
        let line = read.rsplit(|byte| *byte == b'\n').next().unwrap_or(b"");
        let narrow = |c: char| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).expect("a letter"),
            '\u{3001}' => ',',
            '\u{3002}' => '.',
            '\u{3000}' | '\u{a0}' => ' ',
            '\u{2019}' => '\'',
            c => c,
        };
        String::from_utf8_lossy(line).chars().map(narrow).collect::<String>().trim().to_lowercase()
    }
}

impl Asker for Watched<'_> {
    fn width(&self) -> usize {
        self.asker.width()
    }

    fn paint(&self) -> Paint {
        self.asker.paint()
    }

    fn rows(&self) -> Option<usize> {
        self.asker.rows()
    }

    fn keys(&self) -> &'static str {
        self.asker.keys()
    }

    fn show(&mut self, text: &str) -> io::Result<()> {
        self.asker.show(text)
    }

    fn ask(&mut self, screen: &Screen<'_>) -> io::Result<Reply> {
        let reply = self.asker.ask(screen)?;
        let line = self.last_line();
        match &reply {
            Reply::Answered(answers) => assert_typed(self.rules, &line, screen, answers),
            Reply::Back => assert!(language().asking.words.back.contains(&line.as_str()), "{line}"),
            Reply::Stop => assert!(language().asking.words.stop.contains(&line.as_str()), "{line}"),
        }
        Ok(reply)
    }

    fn choose(&mut self, choices: &[Choice<'_>]) -> io::Result<usize> {
        let chosen = self.asker.choose(choices)?;
        let (line, label) = (self.last_line(), choices[chosen].label.to_lowercase());
        let is_key = choices[chosen].key.is_some() && ["s", "stop", "b", "back"].contains(&line.as_str());
        assert!(is_number(&line, chosen + 1) || begins(&label, &line) || is_key, "{line}: {label}");
        Ok(chosen)
    }
}

/// Whether a word is this number, with a full stop or without.
fn is_number(word: &str, number: usize) -> bool {
    word.strip_suffix('.').unwrap_or(word).parse() == Ok(number)
}

fn begins(label: &str, word: &str) -> bool {
    !word.is_empty() && label.starts_with(word)
}

fn assert_typed(rules: &RuleSet, line: &str, screen: &Screen<'_>, answers: &[(ItemIndex, Answer)]) {
    let words = &language().asking.words;
    let question = screen.question;
    let items: Vec<ItemIndex> = question.items.iter().map(|item| item.index).collect();
    assert_eq!(answers.iter().map(|(item, _)| *item).collect::<Vec<_>>(), items, "each item once");
    let all = |wanted: Answer| answers.iter().all(|(_, answer)| *answer == wanted);
    if line.is_empty() {
        assert_eq!(Some(answers), screen.answer_before().as_deref(), "Enter keeps what was there");
    } else if words.not_sure.contains(&line) {
        assert!(all(Answer::NotSure), "{line}");
    } else if !question.is_group {
        assert_option(rules, line, screen, answers);
    } else if words.none.contains(&line) || line == "n" {
        assert!(all(Answer::NO), "{line}");
    } else {
        assert_list(line, screen, answers);
    }
}

/// One option: its number, its name, or a beginning of what the person reads.
fn assert_option(rules: &RuleSet, line: &str, screen: &Screen<'_>, answers: &[(ItemIndex, Answer)]) {
    let line = match line {
        "y" => "yes",
        "n" => "no",
        line => line,
    };
    let item = &screen.question.items[0];
    match answers[0].1 {
        chosen @ Answer::Chosen(_) => {
            let is_chosen = |option: &AnswerOption| option_of(rules, item, option) == chosen;
            let place = item.options.iter().position(is_chosen).expect("one of its options");
            let option = &item.options[place];
            let is_named = option.id.as_str() == line || begins(&option.label.to_lowercase(), line);
            assert!(is_named || is_number(line, place + 1), "{line}: {}", option.label);
        }
        Answer::NotSure => assert!(begins(&language().asking.not_sure.to_lowercase(), line), "{line}"),
        other @ (Answer::Unanswered | Answer::LeftOut) => panic!("{line}: {other:?}"),
    }
}

/// The answer that an option is, as the library has no other way to make one.
fn option_of(rules: &RuleSet, item: &Item, option: &AnswerOption) -> Answer {
    let document = serde_json::json!({ item.reference.as_str(): option.id.as_str() }).to_string();
    answers::read(rules, "option", document.as_bytes()).expect("a good answer").answer(item.index)
}

/// A list: what is in it is yes or *not sure*, as it says, and all others are no, or *not sure* where a part says so.
fn assert_list(line: &str, screen: &Screen<'_>, answers: &[(ItemIndex, Answer)]) {
    let rest = if line.split(',').any(|part| part.trim() == "?") { Answer::NotSure } else { Answer::NO };
    for (place, item) in screen.question.items.iter().enumerate() {
        let title = item.title.to_lowercase();
        let says = |typed: &str| {
            let (name, answer) = typed.strip_suffix('?').map_or((typed, Answer::YES), |name| (name, Answer::NotSure));
            let is_named = item.id.as_str() == name.trim_end() || begins(&title, name.trim_end());
            (is_named || is_number(name, place + 1)).then_some(answer)
        };
        let parts = line.split(',').map(str::trim);
        let typed: Vec<Answer> = [line]
            .into_iter()
            .chain(parts.clone())
            .chain(parts.flat_map(str::split_whitespace))
            .filter_map(says)
            .collect();
        let answer = answers[place].1;
        if typed.is_empty() {
            assert_eq!(answer, rest, "{line}: {title} was not typed");
        } else {
            assert!(typed.contains(&answer) || answer == rest && !typed_alone(line, place + 1), "{line}: {title}");
        }
    }
}

/// Whether the number of an item stands in a line as a word.
fn typed_alone(line: &str, number: usize) -> bool {
    line.split([',', ' ']).any(|word| is_number(word.strip_suffix('?').unwrap_or(word), number))
}
