//! The list is short: so many words, the first caution on the first screen, everything that must not vanish on it.

use jakcheck::answers::Answers;
use jakcheck::model::{Answer, State, Urgent};
use jakcheck::pages;
use jakcheck::pages::people::PEOPLE;
use jakcheck::pages::report::Report;
use jakcheck::render::document::Block;
use jakcheck::render::{Paint, text};
use jakcheck::text::language;

use crate::support::random::Random;
use crate::support::script::without_breaks;
use crate::support::{Given, answers, built_in, day, to_json};

/// Rows of the smallest usual window.
const SCREEN: usize = 24;

/// The list in a window of 80 columns.
fn printed(report: &Report<'_>) -> String {
    text::render(&pages::list::document(report), 80, Paint::new(false))
}

/// Words have a letter or a digit in them; marks and lines to write on are none.
fn words(list: &str) -> usize {
    list.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

fn of(person: &str) -> Report<'static> {
    let person = pages::people::find(person).unwrap();
    Report::new(&person.answers(built_in()).unwrap(), day()).as_example()
}

fn all_not_sure() -> Report<'static> {
    let mut answers = Answers::none(built_in());
    built_in().items().for_each(|item| answers.set(item.index, Answer::NotSure));
    Report::new(&answers, day())
}

#[test]
fn nobody_gets_more_words_than_they_read() {
    let mut too_long = Vec::new();
    let mut hold = |name: &str, report: &Report<'_>, most: usize| {
        let count = words(&printed(report));
        println!("{name}: {count} of {most}");
        if count > most {
            too_long.push(format!("{name}: {count} words, more than {most}"));
        }
    };
    for person in PEOPLE {
        // Most of whose answers are not sure: each of them stands on the list.
        let most = match person.name {
            "nothing_applies" => 320,
            "mostly_not_sure" => 800,
            _ => 650,
        };
        hold(person.name, &of(person.name), most);
    }
    hold("all not sure", &all_not_sure(), 800);
    hold("nothing answered", &Report::new(&answers("{}"), day()), 650);
    assert!(too_long.is_empty(), "{too_long:#?}");
}

/// Answers as ill people give them: of ten things about one in seven is so, and one is not sure.
fn answers_of_somebody(random: &mut Random) -> Given {
    let mut given = Given::new();
    for question in built_in().questions() {
        for item in &question.items {
            let options: Vec<&str> = item.options.iter().map(|option| option.id.as_str()).collect();
            let answer = match random.within(0..100) {
                0..5 => continue,
                5..15 => "not_sure",
                15..30 if question.is_group => "yes",
                _ if question.is_group => "no",
                _ => random.one_of(&options),
            };
            given.insert(item.reference.clone(), answer.to_owned());
        }
    }
    given
}

#[test]
fn nobody_of_two_hundred_gets_more_than_900_words() {
    let mut random = Random::new();
    let counts: Vec<usize> = (0..200)
        .map(|_| to_json(&answers_of_somebody(&mut random)))
        .map(|json| words(&printed(&Report::new(&answers(&json), day()))))
        .collect();
    assert!(counts.iter().all(|count| *count <= 900), "{counts:?}");
}

/// The plan names the cautions where there are at most eight; of more, those under its first heading.
#[test]
fn the_plan_names_all_of_few_and_the_first_of_many() {
    let mut random = Random::new();
    let (mut few, mut many) = (0, 0);
    for _ in 0..100 {
        let report = Report::new(&answers(&to_json(&answers_of_somebody(&mut random))), day());
        let list = pages::list::document(&report);
        let blocks = || list.sections.iter().flat_map(|section| &section.blocks);
        let plan = blocks().find_map(|block| if let Block::Plan { rows, .. } = block { Some(rows) } else { None });
        let applying = report.applying().count();
        for (place, row) in plan.into_iter().flatten().enumerate() {
            let names = row.entries.iter().filter(|(_, name)| name.is_some()).count();
            assert_eq!(names, if place == 0 || applying <= 8 { row.entries.len() } else { 0 }, "{row:?}");
        }
        *if applying <= 8 { &mut few } else { &mut many } += 1;
        // Four to ask, notes included, and two lines for one's own.
        assert!(printed(&report).matches("[ ] ").count() <= 6, "{}", printed(&report));
    }
    assert!(few > 0 && many > 0, "{few} {many}");
}

#[test]
fn where_nothing_applies_the_open_cautions_are_counted_once() {
    let list = printed(&Report::new(&answers("{}"), day()));
    assert!(!without_breaks(&list).contains(&(language().list.not_asked)(built_in().cautions().len())), "{list}");
}

#[test]
fn each_emergency_sign_stands_whole_in_one_of_at_most_six_lines() {
    let list = printed(&of("older_smoker"));
    let (_, below) = list.split_once(language().safety.emergency_lead).unwrap();
    let (signs, _) = below.split_once("YOUR PLAN").unwrap();
    let signs: Vec<&str> = signs.trim().lines().collect();
    assert!(signs.len() <= 6, "{signs:?}");
    for sign in built_in().emergencies() {
        let named = (language().list.named)(&sign.title, &sign.brief);
        assert!(signs.iter().any(|line| line.split("   ").any(|one| one == named)), "{named}: {signs:?}");
    }
}

#[test]
fn title_urgency_main_message_and_first_caution_stand_on_the_first_screen() {
    let people = PEOPLE.iter().map(|person| (person.name, of(person.name)));
    for (name, report) in people.chain([("all not sure", all_not_sure())]) {
        let list = printed(&report);
        let screen = list.lines().take(SCREEN).collect::<Vec<&str>>().join("\n");
        let applies = report.in_state(State::Applies).count();
        let title = match report.urgent_level() {
            Some(Urgent::SameDay) => language().heading.title_today.to_owned(),
            None if applies > 0 => (language().list.things)(applies),
            None | Some(Urgent::Emergency) => language().heading.title.to_owned(),
        };
        let title = if report.is_example { (language().heading.example)(&title) } else { title };
        assert!(screen.starts_with(&title.to_uppercase()), "{name}:\n{screen}");
        let urgent = report.now.map(language().safety.urgent_line);
        let urgent = urgent.as_deref().map_or(language().safety.emergency_lead, |line| line.get(..20).unwrap());
        assert!(screen.contains(urgent), "{name}:\n{screen}");
        if applies == 0 {
            assert!(screen.contains("cautions"), "{name}:\n{screen}");
            continue;
        }
        assert!(screen.contains("YOUR PLAN"), "{name}:\n{screen}");
        // What it tells ends before the first screen does. What the person is not sure of may follow.
        let first = list.lines().position(|line| line.starts_with("1. ")).unwrap();
        let told = list.lines().skip(first).take_while(|line| !line.is_empty() && !line.starts_with("  Not sure: "));
        assert!(first + told.count() <= SCREEN, "{name}: the first caution goes on below the first screen:\n{list}");
    }
}
