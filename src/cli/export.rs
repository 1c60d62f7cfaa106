//! `jakcheck rules export`: the rules in other forms.

use std::io::{self, Write};

use jakcheck::export::{self, sql};
use jakcheck::model::RuleSet;
use jakcheck::pages::{self, frame, review};
use jakcheck::text::language;

use super::arguments::{Engine, ExportArgs, Form, Global};
use super::outcome::{Exit, Failure, Outcome};
use super::print::{as_json, as_markdown};
use super::{date, prove, text_only};

/// Prints a form of the rules, or the list of forms.
pub(super) fn run(global: &Global, args: ExportArgs) -> Result<Outcome, Failure> {
    text_only(global, "jakcheck rules export")?;
    if args.dialect.is_some() && args.to != Some(Form::Sql) {
        return Err(Failure::new(Exit::Usage, "--dialect is for SQL", "add --to sql, or leave out --dialect"));
    }
    let Some(form) = args.to else {
        return Ok(Outcome::done(forms()));
    };
    let (rules, cases) = prove(global)?;
    // What leaves this program says less of itself than a report does: whoever makes it is told.
    for warning in pages::warnings(rules.header(), date(global)) {
        let _ = writeln!(io::stderr().lock(), "{warning}");
    }
    match form {
        Form::Sql => sql(global, args, &rules),
        Form::JsonSchema => as_json(&export::answers_schema(&rules)),
        Form::Csv => Ok(Outcome::done(export::decision_table(&rules))),
        Form::Markdown => {
            let frame = frame::of_rules(rules.header(), date(global), false);
            as_markdown(&review::document(&rules, &cases, &review::Selection::new(&rules, None), frame))
        }
    }
}

fn sql(global: &Global, args: ExportArgs, rules: &RuleSet) -> Result<Outcome, Failure> {
    let Some(dialect) = args.dialect.map(dialect) else {
        let hint = "add --dialect duckdb, spark, postgres or sqlite";
        return Err(Failure::new(Exit::Usage, "SQL differs between engines", hint));
    };
    let shape = if args.long { sql::Shape::Long } else { sql::Shape::Wide };
    let text = if args.ddl {
        sql::table(rules, dialect, date(global))
    } else {
        sql::select(rules, dialect, shape, date(global))
    };
    let failure = |error: sql::NameTooLong| {
        Failure::new(Exit::BadInput, &error.to_string(), "choose shorter ids, or another engine")
    };
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

/// The forms, as the help of the command tells them.
fn forms() -> String {
    let forms: Vec<String> = Form::all().map(|(form, help)| format!("- {form}: {help}\n")).collect();
    format!("{}\n\n{}", language().export.forms, forms.concat())
}
