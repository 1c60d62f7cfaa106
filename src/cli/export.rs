//! `jakcheck rules export`: the rules in other forms.

use std::io::{self, Write};

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};
use jakcheck::export::{self, sql};
use jakcheck::model::RuleSet;
use jakcheck::pages::{self, frame, reviewers_copy};
use jakcheck::text::language;

use super::global::Global;
use super::outcome::{Exit, Failure, Outcome};
use super::print::{as_json, as_markdown};
use super::rule_set::prove;

/// Which form of the rules.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct ExportArgs {
    #[arg(long, value_enum, value_name = "FORM", help = language().help.export_to)]
    to: Option<Form>,
    #[arg(long, value_enum, value_name = "ENGINE", required_if_eq("to", "sql"), help = language().help.export_dialect)]
    dialect: Option<Engine>,
    #[arg(long, requires = "dialect", help = language().help.export_ddl)]
    ddl: bool,
    #[arg(long, requires = "dialect", conflicts_with = "ddl", help = language().help.export_long)]
    long: bool,
}

/// A form of the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    #[value(help = language().help.export_sql)]
    Sql,
    #[value(help = language().help.export_json_schema)]
    JsonSchema,
    #[value(help = language().help.export_csv)]
    Csv,
    #[value(help = language().help.export_markdown)]
    Markdown,
    #[value(help = language().help.export_fhir_questionnaire)]
    FhirQuestionnaire,
}

/// An engine that SQL is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Engine {
    #[value(help = "DuckDB")]
    Duckdb,
    #[value(help = "Spark SQL")]
    Spark,
    #[value(help = "PostgreSQL")]
    Postgres,
    #[value(help = "SQLite")]
    Sqlite,
}

/// Prints a form of the rules, or the list of forms.
pub(super) fn run(global: &Global, args: ExportArgs) -> Result<Outcome, Failure> {
    if args.dialect.is_some() && args.to != Some(Form::Sql) {
        return Err(Failure::usage(language().cli.dialect_is_for_sql));
    }
    let Some(form) = args.to else {
        return Ok(Outcome::done(forms()));
    };
    let (rules, cases) = prove(global)?;
    // Exports are used without the warnings of a report, so the person who makes them must see these.
    for warning in pages::warnings(rules.header(), global.day()) {
        let _ = writeln!(io::stderr().lock(), "{warning}");
    }
    match form {
        Form::Sql => sql(global, args, &rules),
        Form::JsonSchema => as_json(&export::answers_schema(&rules)),
        Form::FhirQuestionnaire => as_json(&export::questionnaire(&rules)),
        Form::Csv => Ok(Outcome::done(export::decision_table(&rules))),
        Form::Markdown => {
            let frame = frame::of_rules(rules.header(), global.day(), false);
            as_markdown(&reviewers_copy::document(&rules, &cases, &reviewers_copy::Selection::new(&rules, None), frame))
        }
    }
}

fn sql(global: &Global, args: ExportArgs, rules: &RuleSet) -> Result<Outcome, Failure> {
    let Some(dialect) = args.dialect.map(dialect) else {
        return Err(Failure::usage(language().cli.sql_needs_dialect));
    };
    let shape = if args.long { sql::Shape::Long } else { sql::Shape::Wide };
    let text = if args.ddl {
        sql::table(rules, dialect, global.day())
    } else {
        sql::select(rules, dialect, shape, global.day())
    };
    let failure =
        |error: sql::NameTooLong| Failure::new(Exit::BadInput, [&error.to_string(), language().cli.shorter_names]);
    text.map(Outcome::done).map_err(failure)
}

fn dialect(engine: Engine) -> sql::Dialect {
    match engine {
        Engine::Duckdb => sql::Dialect::DuckDb,
        Engine::Spark => sql::Dialect::Spark,
        Engine::Postgres => sql::Dialect::Postgres,
        Engine::Sqlite => sql::Dialect::Sqlite,
    }
}

/// The list of forms, with the texts of the help.
fn forms() -> String {
    let help = |value: &PossibleValue| value.get_help().map_or_else(String::new, ToString::to_string);
    let values = Form::value_variants().iter().filter_map(Form::to_possible_value);
    let forms: Vec<String> = values.map(|value| format!("- {}: {}\n", value.get_name(), help(&value))).collect();
    format!("{}\n\n{}", language().export.forms, forms.concat())
}
