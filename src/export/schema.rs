//! JSON Schemas (2020-12) of the documents that the program reads and writes.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::batch::Mistake;
use crate::load::raw;
use crate::model::words::{ALSO_NOT_SURE, ERROR, FOR, NONE, NOT_SURE, RECORD_ID, URGENT, WATCH_MORE};
use crate::model::{AnswerOption, Item, Question, RuleSet, Whose};
use crate::pages::comparison::Comparison;
use crate::pages::demo::People;
use crate::pages::explanation::Explanation;
use crate::pages::explanation::list::Cautions;
use crate::pages::failure::Failed;
use crate::pages::hazards::HazardLog;
use crate::pages::proofs::Proofs;
use crate::pages::report::Report;
use crate::pages::review::Reviews;
use crate::pages::topic::{Lesson, Topics};
use crate::text::language;

/// URI of the JSON Schema dialect.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Schema of an answers document for the questions of a rule set.
pub fn answers_schema(rules: &RuleSet) -> Value {
    let texts = &language().export.schema;
    let questions = rules.questions().iter().map(|question| (question.id.to_string(), question_schema(question)));
    let properties: Map<String, Value> =
        [(RECORD_ID.to_owned(), record_id(texts.record_id)), (FOR.to_owned(), whose(texts.whose))]
            .into_iter()
            .chain(questions)
            .collect();
    let groups = rules.questions().iter().filter(|question| question.is_group);
    let alone: Map<String, Value> = groups.flat_map(items_alone).collect();
    json!({
        "$schema": DIALECT,
        "title": (texts.answers_title)(rules.header().id.as_str()),
        "description": texts.answers,
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
        "patternProperties": alone,
    })
}

/// The items of a group at the top level: `group.item` or `group__item`.
fn items_alone(group: &Question) -> impl Iterator<Item = (String, Value)> {
    let schema = |item: &Item| json!({ "description": item.title, "enum": options(item) });
    group.items.iter().map(move |item| (format!("^{}(__|\\.){}$", group.id, item.id), schema(item)))
}

/// What says that there is no answer.
fn missing() -> [Value; 2] {
    [Value::Null, json!("")]
}

fn record_id(description: &str) -> Value {
    json!({ "type": ["string", "integer", "null"], "maxLength": 200, "description": description })
}

fn whose(description: &str) -> Value {
    let words = Whose::ALL.map(|whose| json!(whose.word())).into_iter().chain(missing());
    json!({ "enum": words.collect::<Vec<Value>>(), "description": description })
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
        question.items.iter().map(|item| item.id.to_string()).chain([NOT_SURE.to_owned()]).collect();
    json!({
        "description": question.text,
        "anyOf": [
            { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": items },
            { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "enum": listed } },
            { "const": [NONE] },
            { "enum": missing() },
        ],
    })
}

/// Each option, with its label as the title.
fn labelled_options(item: &Item) -> Vec<Value> {
    let option = |option: &AnswerOption| json!({ "const": option.id.as_str(), "title": option.label });
    let not_sure = json!({ "const": NOT_SURE, "title": language().safety.not_sure_label });
    item.options.iter().map(option).chain([not_sure, json!({ "enum": missing() })]).collect()
}

fn options(item: &Item) -> Vec<Value> {
    let ids = item.options.iter().map(|option| option.id.as_str()).chain([NOT_SURE]);
    ids.map(Value::from).chain(missing()).collect()
}

/// Schema of a document that the program writes, from its type.
fn output_schema<T: schemars::JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// Schema of a report in JSON.
pub fn report_schema() -> Value {
    output_schema::<Report<'_>>()
}

/// Schema of a comparison in JSON.
pub fn comparison_schema() -> Value {
    output_schema::<Comparison<'_>>()
}

/// Schema of the explanation of a caution in JSON.
pub fn explanation_schema() -> Value {
    output_schema::<Explanation<'_>>()
}

/// Schema of the list of topics in JSON.
pub fn topics_schema() -> Value {
    output_schema::<Topics<'_>>()
}

/// Schema of one topic in JSON.
pub fn topic_schema() -> Value {
    output_schema::<Lesson<'_>>()
}

/// Schema of the list of cautions in JSON.
pub fn cautions_schema() -> Value {
    output_schema::<Cautions<'_>>()
}

/// Schema of the list of example people in JSON.
pub fn people_schema() -> Value {
    output_schema::<People<'_>>()
}

/// Schema of the log of hazards in JSON.
pub fn hazards_schema() -> Value {
    output_schema::<HazardLog<'_>>()
}

/// Schema of what is proved of a rule set in JSON.
pub fn proofs_schema() -> Value {
    output_schema::<Proofs<'_>>()
}

/// Schema of how far the rules are reviewed, in JSON.
pub fn reviews_schema() -> Value {
    output_schema::<Reviews<'_>>()
}

/// Schema of what standard error says in JSON when a command fails.
pub fn error_schema() -> Value {
    output_schema::<Failed>()
}

/// Schema of one line of a batch: the result of a record, its whole report, or its mistakes.
pub fn batch_schema(rules: &RuleSet) -> Value {
    let texts = &language().export.schema;
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let report = generator.subschema_for::<Report<'_>>();
    let mistake = generator.subschema_for::<Mistake>();
    let line = json!({ "type": "integer", "minimum": 1, "description": texts.line });
    let warnings = json!({ "type": "array", "minItems": 1, "items": mistake, "description": texts.warnings });
    json!({
        "$schema": DIALECT,
        "title": texts.batch_title,
        "description": texts.batch,
        "type": "object",
        "oneOf": [
            result_schema(rules, &line, &warnings),
            {
                "title": texts.report,
                "additionalProperties": false,
                "required": ["line", "report"],
                "properties": { "line": line, "report": report, "warnings": warnings },
            },
            {
                "title": texts.mistake,
                "additionalProperties": false,
                "required": ["line", ERROR],
                "properties": {
                    "line": line,
                    ERROR: mistake,
                    "more": { "type": "array", "minItems": 1, "items": mistake },
                },
            },
        ],
        "$defs": generator.take_definitions(true),
    })
}

/// Schema of the result of one record.
fn result_schema(rules: &RuleSet, line: &Value, warnings: &Value) -> Value {
    let texts = &language().export.schema;
    let cautions: Vec<&str> = rules.cautions().iter().map(|caution| caution.id.as_str()).collect();
    let symptoms: Vec<&str> = rules.warning_symptoms().iter().map(|symptom| symptom.id.as_str()).collect();
    let items: Vec<&str> = rules.items().map(|item| item.reference.as_str()).collect();
    let ids = |ids: &[&str], what: &str| json!({ "type": "array", "uniqueItems": true, "items": { "enum": ids }, "description": what });
    json!({
        "title": texts.result,
        "additionalProperties": false,
        "required": ["line", URGENT, "applies", "not_sure", "not_asked", WATCH_MORE],
        "properties": {
            "line": line,
            RECORD_ID: record_id(texts.echoed_id),
            URGENT: { "enum": ["emergency", "same_day", null], "description": texts.urgent },
            "applies": ids(&cautions, texts.applies),
            "not_sure": ids(&cautions, texts.not_sure),
            "not_asked": ids(&cautions, texts.not_asked),
            WATCH_MORE: ids(&symptoms, texts.watch_more),
            ALSO_NOT_SURE: {
                "type": "object",
                "minProperties": 1,
                "propertyNames": { "enum": cautions },
                "additionalProperties": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "enum": items } },
                "description": texts.also_not_sure,
            },
            "warnings": warnings,
        },
    })
}

/// Schema of the files of a rule set: any one of the five kinds.
pub fn rules_schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let kinds = [
        generator.subschema_for::<raw::RuleSetFile<'_>>(),
        generator.subschema_for::<raw::SourcesFile<'_>>(),
        generator.subschema_for::<raw::TopicFile<'_>>(),
        generator.subschema_for::<raw::CasesFile<'_>>(),
        generator.subschema_for::<raw::ReviewsFile<'_>>(),
    ];
    json!({
        "$schema": DIALECT,
        "title": language().export.schema.rules_title,
        "description": language().export.schema.rules,
        "anyOf": kinds,
        "$defs": generator.take_definitions(true),
    })
}
