//! Random texts in a random rule set, and every kind of text that a rule set can have.

use serde_json::{Value, json};

use super::made_rules::any_condition;
use super::random::Random;

/// Parts of texts: plain words, words of other scripts, long ones, and what is markup or a formula somewhere.
const PARTS: [&str; 44] = [
    "blood",
    "a",
    "clot",
    "doctor?",
    "50",
    "Größe",
    "日本語の長い文章",
    "العربية",
    "नमस्ते",
    "🚲",
    "e\u{301}",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "a/b",
    "-",
    "--",
    "+1",
    "=1+1",
    "@x",
    "%s",
    "{}",
    "{{x}}",
    "${x}",
    "#",
    "# x",
    "1.",
    "*a*",
    "__b__",
    "`c`",
    "~~d~~",
    "|",
    "\\",
    "[x](y)",
    "![x](y)",
    "[^1]",
    "<b>",
    "</script>",
    "<!--",
    "-->",
    "&amp;",
    "\"",
    "'",
    "*/",
    "]]>",
    "NULL;",
];

/// Keys whose texts people read.
const KEYS: [&str; 21] = [
    "title",
    "text",
    "why",
    "tell",
    "ask",
    "label",
    "hint",
    "says",
    "disagrees",
    "signs",
    "brief",
    "when_not_sure",
    "said",
    "who",
    "how_long",
    "limits",
    "publisher",
    "where",
    "section",
    "note",
    "by",
];

fn text(random: &mut Random) -> String {
    let parts: Vec<&str> = (0..random.within(1..9)).map(|_| *random.one_of(&PARTS)).collect();
    parts.join(" ")
}

fn texts(random: &mut Random) -> Value {
    (0..random.within(1..4)).map(|_| text(random)).collect()
}

/// Puts random texts into a document wherever people read them.
fn write(random: &mut Random, value: &mut Value, key: &str) {
    match value {
        Value::String(old) if KEYS.contains(&key) => *old = text(random),
        Value::Array(list) => list.iter_mut().for_each(|value| write(random, value, key)),
        Value::Object(members) => members.iter_mut().for_each(|(key, value)| write(random, value, key)),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn cites() -> Value {
    json!([{ "source": "book", "passage": "first" }])
}

fn statements(random: &mut Random) -> Value {
    let statement = |random: &mut Random| {
        let mut statement = json!({ "cites": cites(), "tell": texts(random) });
        if random.one_in(2) {
            statement["show_when"] = any_condition(random);
        }
        statement
    };
    (0..random.within(0..3)).map(|_| statement(random)).collect()
}

fn advice(random: &mut Random, kind: &str) -> Value {
    let one = |random: &mut Random, number: usize| {
        let mut one =
            json!({ "id": format!("{kind}_{number}"), "title": "Title", "cites": cites(), "tell": texts(random) });
        if random.one_in(2) {
            one["show_when"] = any_condition(random);
        }
        one
    };
    (0..random.within(0..3)).map(|number| one(random, number)).collect()
}

fn study(random: &mut Random) -> Value {
    let people = random.within(1..5000);
    let counts = ["one", "other"]
        .map(|group| json!({ "group": group, "people": people, "events": random.within(0..people + 1) }));
    json!({
        "id": "study", "title": "Title", "cites": cites(), "who": texts(random), "how_long": "x",
        "groups": [{ "id": "one", "label": "x" }, { "id": "other", "label": "x" }],
        "outcomes": [{ "id": "outcome", "title": "Title", "said": "x", "cites": cites(), "counts": counts }],
        "limits": texts(random),
    })
}

/// Gives the documents of a rule set every kind of text, and random words in each.
pub(crate) fn dress(random: &mut Random, documents: &mut [(&str, Value); 3]) {
    let [(_, rule_set), (_, sources), (_, topic)] = documents;
    rule_set["always"] = advice(random, "always");
    let heading = |random: &mut Random| json!({ "level": 1, "when": any_condition(random), "cites": cites(), "title": "Title", "tell": texts(random) });
    rule_set["headings"] = (0..random.within(0..3)).map(|_| heading(random)).collect();
    let untold = json!({ "id": "rest", "title": "Title", "cites": cites(), "tell": texts(random) });
    rule_set["coverage"].as_array_mut().unwrap().push(untold);
    for kind in ["monitoring", "alternatives"] {
        topic[kind] = advice(random, kind);
    }
    if random.one_in(2) {
        topic["studies"] = json!([study(random)]);
    }
    for caution in topic["cautions"].as_array_mut().unwrap() {
        caution["level"] = random.within(1..4).into();
        caution["tell"] = texts(random);
        caution["ask"] = texts(random);
        for kind in ["now", "first", "details"] {
            caution[kind] = statements(random);
        }
        if random.one_in(2) {
            caution["when_not_sure"] = texts(random);
        }
    }
    for symptom in topic["warning_symptoms"].as_array_mut().unwrap() {
        symptom["tell"] = texts(random);
        symptom["details"] = statements(random);
    }
    sources["sources"][0]["address"] = "https://example.org/<b>".into();
    for document in [rule_set, sources, topic] {
        write(random, document, "");
    }
}
