//! JSON Schema (2020-12) of the documents that go in and come out.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::batch::Mistake;
use crate::load::raw;
use crate::model::{AnswerOption, Item, Question, RuleSet};
use crate::pages::comparison::Comparison;
use crate::pages::explanation::Explanation;
use crate::pages::report::Report;
use crate::pages::sheet::Sheet;
use crate::text::language;

/// Address of the JSON Schema dialect.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Schema of an answers document for the questions of a rule set.
pub fn answers_schema(rules: &RuleSet) -> Value {
    let mut properties = Map::new();
    let id =
        json!({ "type": "string", "maxLength": 200, "description": "What a script calls this person; it is echoed." });
    properties.insert("id".to_owned(), id);
    for question in rules.questions() {
        properties.insert(question.id.to_string(), question_schema(question));
    }
    json!({
        "$schema": DIALECT,
        "title": format!("Answers to the questions of {}", rules.header().id),
        "description": "The answers of one person. A question left out is unanswered, never \"no\".",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    })
}

fn question_schema(question: &Question) -> Value {
    if !question.is_group {
        let options = question.items.first().map_or_else(Vec::new, labelled_options);
        return json!({ "description": question.text, "oneOf": options });
    }
    let items: Map<String, Value> = question
        .items
        .iter()
        .map(|item| (item.id.to_string(), json!({ "description": item.title, "enum": options(item) })))
        .collect();
    let listed: Vec<String> =
        question.items.iter().map(|item| item.id.to_string()).chain(["not_sure".to_owned()]).collect();
    json!({
        "description": question.text,
        "anyOf": [
            { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": items },
            { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "enum": listed } },
            { "const": ["none"] },
        ],
    })
}

/// Each option with what a person reads.
fn labelled_options(item: &Item) -> Vec<Value> {
    let option = |option: &AnswerOption| json!({ "const": option.id.as_str(), "title": option.label });
    let not_sure = json!({ "const": "not_sure", "title": language().safety.not_sure_label });
    item.options.iter().map(option).chain([not_sure]).collect()
}

fn options(item: &Item) -> Vec<String> {
    item.options.iter().map(|option| option.id.to_string()).chain(["not_sure".to_owned()]).collect()
}

/// Schema of a document that the program writes: a report, a visit sheet, a comparison, an explanation.
fn written<T: schemars::JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// Schema of a report in JSON.
pub fn report_schema() -> Value {
    written::<Report<'_>>()
}

/// Schema of a visit sheet in JSON.
pub fn sheet_schema() -> Value {
    written::<Sheet<'_>>()
}

/// Schema of a comparison in JSON.
pub fn comparison_schema() -> Value {
    written::<Comparison<'_>>()
}

/// Schema of a caution explained, in JSON.
pub fn explanation_schema() -> Value {
    written::<Explanation<'_>>()
}

/// Schema of one line of a batch: a record's result, its whole report, or a mistake.
pub fn batch_schema(rules: &RuleSet) -> Value {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let report = generator.subschema_for::<Report<'_>>();
    let mistake = generator.subschema_for::<Mistake>();
    let cautions: Vec<&str> = rules.cautions().iter().map(|caution| caution.id.as_str()).collect();
    let symptoms: Vec<&str> = rules.warning_symptoms().iter().map(|symptom| symptom.id.as_str()).collect();
    let items: Vec<&str> = rules.items().map(|item| item.reference.as_str()).collect();
    let ids = |ids: &[&str], what: &str| json!({ "type": "array", "uniqueItems": true, "items": { "enum": ids }, "description": what });
    let line = json!({ "type": "integer", "minimum": 1, "description": "Number of the line that came in." });
    json!({
        "$schema": DIALECT,
        "title": "A line of the results of a batch",
        "description": "A caution that stands in no list did not match. That is no clearance.",
        "type": "object",
        "oneOf": [
            {
                "title": "What the answers on a line say",
                "additionalProperties": false,
                "required": ["line", "urgent", "applies", "not_sure", "not_asked", "watch_more"],
                "properties": {
                    "line": line,
                    "id": { "type": "string", "maxLength": 200, "description": "The `id` that came in." },
                    "urgent": { "enum": ["emergency", "same_day", null], "description": "How soon help is needed." },
                    "applies": ids(&cautions, "Cautions that apply."),
                    "not_sure": ids(&cautions, "Cautions that an answer `not_sure` leaves open."),
                    "not_asked": ids(&cautions, "Cautions that a missing answer leaves open."),
                    "watch_more": ids(&symptoms, "Warning symptoms to watch for more than others."),
                    "also_not_sure": {
                        "type": "object",
                        "minProperties": 1,
                        "propertyNames": { "enum": cautions },
                        "additionalProperties": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "enum": items } },
                        "description": "By caution that applies: the questions and items answered `not_sure` that could be further reasons.",
                    },
                },
            },
            {
                "title": "The whole report, with --full",
                "additionalProperties": false,
                "required": ["line", "report"],
                "properties": { "line": line, "report": report },
            },
            {
                "title": "Why a line could not be read",
                "additionalProperties": false,
                "required": ["line", "error"],
                "properties": {
                    "line": line,
                    "error": mistake,
                    "more": { "type": "array", "minItems": 1, "items": mistake },
                },
            },
        ],
        "$defs": generator.take_definitions(true),
    })
}

/// Schema of the files of a rule set: any one of the four kinds.
pub fn rules_schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let kinds = [
        generator.subschema_for::<raw::RuleSetFile>(),
        generator.subschema_for::<raw::SourcesFile>(),
        generator.subschema_for::<raw::TopicFile>(),
        generator.subschema_for::<raw::CasesFile>(),
    ];
    json!({
        "$schema": DIALECT,
        "title": "A file of a rule set",
        "description": "rule-set.json, sources.json, topics/TOPIC.json or cases/TOPIC.json",
        "anyOf": kinds,
        "$defs": generator.take_definitions(true),
    })
}
