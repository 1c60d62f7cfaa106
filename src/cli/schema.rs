//! `jakcheck schema`: prints the JSON Schema of a document.

use clap::{Args, ValueEnum};
use jakcheck::export;
use jakcheck::text::language;

use super::global::Global;
use super::outcome::{Failure, Outcome};
use super::print::as_json;
use super::rule_set::load;

/// Which schema.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct SchemaArgs {
    #[arg(value_enum, help = language().help.schema_document)]
    document: Document,
}

/// A document that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Document {
    #[value(help = language().help.schema_answers)]
    Answers,
    #[value(help = language().help.schema_report)]
    Report,
    #[value(help = language().help.schema_comparison)]
    Comparison,
    #[value(help = language().help.schema_explanation)]
    Explanation,
    #[value(help = language().help.schema_batch)]
    Batch,
    #[value(help = language().help.schema_cautions)]
    Cautions,
    #[value(help = language().help.schema_people)]
    People,
    #[value(help = language().help.schema_topics)]
    Topics,
    #[value(help = language().help.schema_topic)]
    Topic,
    #[value(help = language().help.schema_review)]
    Review,
    #[value(help = language().help.schema_error)]
    Error,
    #[value(help = language().help.schema_proofs)]
    Proofs,
    #[value(help = language().help.schema_hazards)]
    Hazards,
    #[value(help = language().help.schema_rules)]
    Rules,
}

/// Prints the schema of a document.
pub(super) fn run(global: &Global, args: SchemaArgs) -> Result<Outcome, Failure> {
    let schema = match args.document {
        Document::Answers => export::answers_schema(load(global)?),
        Document::Batch => export::batch_schema(load(global)?),
        Document::Report => export::report_schema(),
        Document::Comparison => export::comparison_schema(),
        Document::Explanation => export::explanation_schema(),
        Document::Cautions => export::cautions_schema(),
        Document::People => export::people_schema(),
        Document::Topics => export::topics_schema(),
        Document::Topic => export::topic_schema(),
        Document::Review => export::reviews_schema(),
        Document::Error => export::error_schema(),
        Document::Proofs => export::proofs_schema(),
        Document::Hazards => export::hazards_schema(),
        Document::Rules => export::rules_schema(),
    };
    as_json(&schema)
}
