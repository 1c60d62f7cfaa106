//! Random rule sets: conditions of every kind and depth, nested named conditions, questions that can be left out.

use jakcheck::load::{RuleFile, RuleFiles};
use jakcheck::model::RuleSet;
use serde_json::{Value, json};

use super::random::Random;

/// Questions with one answer, in order. The group comes after the first two.
const QUESTIONS: [&str; 4] = ["error", "known", "a", "65_or_older"];

/// Their options, which include words that are special to databases.
const OPTIONS: [&str; 3] = ["select", "null", "2"];

/// The items of the group `order`.
const ITEMS: [&str; 3] = ["by", "group", "desc"];

/// What a condition may read: the number of questions, whether the group, and the number of named conditions.
#[derive(Clone, Copy)]
struct Reach {
    questions: usize,
    group: bool,
    named: usize,
}

/// A random condition of at most this depth.
fn condition(random: &mut Random, reach: Reach, depth: usize) -> Value {
    let parts = |random: &mut Random| -> Vec<Value> {
        (0..random.within(1..4)).map(|_| condition(random, reach, depth - 1)).collect()
    };
    match random.within(0..if depth > 0 { 10 } else { 5 }) {
        0 if reach.named > 0 => json!({ "holds": format!("named_{}", random.within(0..reach.named)) }),
        1 if reach.group => json!({ "group": "order", "any_is": "yes" }),
        2 if reach.group => {
            let item = random.one_of(&ITEMS);
            json!({ "question": format!("order.{item}"), "is": random.one_of(&["yes", "no"]) })
        }
        0..=4 => {
            let first = random.within(0..OPTIONS.len());
            let second = (first + random.within(1..OPTIONS.len())) % OPTIONS.len();
            let is = if random.one_in(2) { json!(OPTIONS[first]) } else { json!([OPTIONS[first], OPTIONS[second]]) };
            json!({ "question": QUESTIONS[random.within(0..reach.questions)], "is": is })
        }
        5..=7 => json!({ "all": parts(random) }),
        _ => json!({ "any": parts(random) }),
    }
}

/// The citation of everything.
fn cites() -> Value {
    json!([{ "source": "book", "passage": "first" }])
}

fn question(random: &mut Random, place: usize) -> Value {
    let options: Vec<Value> = OPTIONS.iter().map(|id| json!({ "id": id, "label": id })).collect();
    let mut question = json!({
        "id": QUESTIONS[place], "title": "Title", "text": "Text?", "why": ["Why."], "cites": cites(), "options": options,
    });
    if place > 1 {
        // Named conditions 0 and 1 read the first two questions only.
        let reach = Reach { questions: place, group: false, named: 2 };
        question["ask_when"] = condition(random, reach, 2);
    }
    question
}

fn group(random: &mut Random) -> Value {
    let items: Vec<Value> = ITEMS.iter().map(|id| json!({ "id": id, "label": id })).collect();
    let mut group = json!({
        "id": "order", "title": "Title", "text": "Text?", "why": ["Why."], "cites": cites(), "items": items,
    });
    if random.one_in(2) {
        group["ask_when"] = condition(random, Reach { questions: 2, group: false, named: 2 }, 2);
    }
    group
}

fn named(random: &mut Random, number: usize) -> Value {
    let reach = Reach { questions: if number < 2 { 2 } else { 4 }, group: number >= 2, named: number };
    json!({ "id": format!("named_{number}"), "title": "Title", "when": condition(random, reach, 2) })
}

fn caution(random: &mut Random, id: &str, applies_when: &Value) -> Value {
    let reach = Reach { questions: 4, group: true, named: 4 };
    let mut caution = json!({
        "id": id, "title": "Title", "cites": cites(), "applies_when": applies_when, "level": 1, "tell": ["Tell."], "ask": ["Ask?"],
    });
    if random.one_in(2) {
        caution["open_when"] = condition(random, reach, 3);
    }
    if random.one_in(4) {
        caution["same_day_when"] = condition(random, reach, 3);
    }
    caution
}

/// A condition that reads every option, so that none is reported as unread.
fn everything() -> Value {
    let of_questions = QUESTIONS.iter().map(|question| json!({ "question": question, "is": OPTIONS }));
    let of_items = ITEMS.iter().map(|item| json!({ "question": format!("order.{item}"), "is": "yes" }));
    let of_named = (0..4).map(|number| json!({ "holds": format!("named_{number}") }));
    json!({ "any": of_questions.chain(of_items).chain(of_named).collect::<Vec<Value>>() })
}

fn symptom(random: &mut Random, id: &str, urgency: &str) -> Value {
    let mut reads = || condition(random, Reach { questions: 4, group: true, named: 4 }, 3);
    let (watch_more_when, show_when) = (reads(), reads());
    json!({
        "id": id, "title": "Title", "urgency": urgency, "cites": cites(), "brief": "Brief", "signs": ["Sign"],
        "watch_more_when": watch_more_when, "show_when": show_when, "not_sure_counts": random.one_in(2),
    })
}

/// A random rule set.
pub(crate) fn rules(random: &mut Random) -> RuleSet {
    let files = files_of(&documents(random));
    RuleSet::load(&files).unwrap_or_else(|error| panic!("{error:?}"))
}

/// Random answers of a person, as JSON.
pub(crate) fn answers(random: &mut Random, rules: &RuleSet) -> String {
    let mut answers = serde_json::Map::new();
    for item in rules.items() {
        let options: Vec<&str> = item.options.iter().map(|option| option.id.as_str()).chain(["not_sure", ""]).collect();
        answers.insert(item.reference.clone(), (*random.one_of(&options)).into());
    }
    Value::Object(answers).to_string()
}

/// A condition that can be read wherever every question and named condition can.
pub(crate) fn any_condition(random: &mut Random) -> Value {
    condition(random, Reach { questions: 4, group: true, named: 4 }, 2)
}

/// The files of documents with their names.
pub(crate) fn files_of(documents: &[(&str, Value)]) -> RuleFiles {
    let file = |(name, document): &(&str, Value)| RuleFile {
        name: (*name).to_owned(),
        path: (*name).to_owned(),
        bytes: document.to_string().into_bytes().into(),
    };
    RuleFiles::new(documents.iter().map(file).collect())
}

/// The documents of a random rule set, with their names.
pub(crate) fn documents(random: &mut Random) -> [(&'static str, Value); 3] {
    let mut cautions = vec![caution(random, "everything", &everything())];
    for number in 0..8 {
        let applies_when = condition(random, Reach { questions: 4, group: true, named: 4 }, 3);
        cautions.push(caution(random, &format!("caution_{number}"), &applies_when));
    }
    let signs = json!({
        "id": "signs", "title": "Title", "text": "Text?", "why": ["Why."], "cites": cites(), "items_from": "warning_symptoms",
    });
    let [first, second, third, fourth] = [0, 1, 2, 3].map(|place| question(random, place));
    let topic = json!({
        "id": "table", "title": "Title", "about": [{ "cites": cites(), "tell": ["Tell."] }],
        "questions": [first, second, group(random), third, fourth, signs],
        "cautions": cautions,
        "warning_symptoms": [
            symptom(random, "from", "emergency"), symptom(random, "where", "same_day"), symptom(random, "limit", "next_visit"),
        ],
    });
    let rule_set = json!({
        "format": 1, "id": "made", "title": "Made at random", "version": "0.1.0", "checked_on": "2026-01-15",
        "review_by": "2027-01-15", "topics": ["table"], "always": [],
        "conditions": (0..4).map(|number| named(random, number)).collect::<Vec<Value>>(),
        "coverage": [{ "id": "all", "title": "Title", "cites": cites(), "asked_by": ["error"] }],
    });
    let sources = json!({
        "sources": [{
            "id": "book", "title": "Book", "publisher": "Press", "date": "2026", "where": "Shelf", "read": "full",
            "passages": [{ "id": "first", "says": ["It says so."] }],
        }],
    });
    [("rule-set.json", rule_set), ("sources.json", sources), ("topics/table.json", topic)]
}

/// Adds questions, groups and cautions, so that answers and results need several words of bits.
pub(crate) fn widen(random: &mut Random, documents: &mut [(&str, Value); 3]) {
    let [_, _, (_, topic)] = documents;
    let mut reads = Vec::new();
    for number in 0..random.within(1..16) {
        let id = format!("more_{number}");
        let parts: Vec<String> = (0..random.within(2..65)).map(|part| format!("part_{part}")).collect();
        let labelled: Vec<Value> = parts.iter().map(|id| json!({ "id": id, "label": id })).collect();
        let is_group = random.one_in(3);
        let mut question = json!({ "id": id, "title": "Title", "text": "Text?", "why": ["Why."], "cites": cites() });
        question[if is_group { "items" } else { "options" }] = json!(labelled);
        let questions = topic["questions"].as_array_mut().unwrap();
        questions.insert(random.within(0..questions.len()), question);
        if is_group {
            reads.push(json!({ "group": id, "any_is": "yes" }));
            reads.push(json!({ "question": format!("{id}.{}", random.one_of(&parts)), "is": "yes" }));
        } else {
            reads.push(json!({ "question": id, "is": parts }));
            reads.push(json!({ "question": id, "is": random.one_of(&parts) }));
        }
    }
    let cautions = topic["cautions"].as_array_mut().unwrap();
    cautions.push(caution(random, "all_of_more", &json!({ "any": reads })));
    for number in 0..random.within(1..90) {
        let applies_when = json!({ "all": [random.one_of(&reads), any_condition(random)] });
        cautions.push(caution(random, &format!("of_more_{number}"), &applies_when));
    }
}
