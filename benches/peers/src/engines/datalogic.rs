//! datalogic-rs: rules compiled once; each line parsed into an arena that is reset, strings borrowed from the line.

use std::io::Write;
use std::path::Path;

use bumpalo::Bump;
use datalogic_rs::{DataValue, Engine, Error};
use jakcheck::model::RuleSet;

use crate::{Problem, lines, rules};

/// Evaluates the records of a file.
///
/// # Errors
/// Where the file cannot be read, a record is no JSON, or the engine refuses a rule.
pub(crate) fn run(rules: &RuleSet, file: &Path, out: &mut impl Write) -> Result<(), Problem> {
    let engine = Engine::new();
    let mut compiled = Vec::new();
    for rule in rules::plain(rules)? {
        let condition = rules::json_logic(&rule.when).to_string();
        compiled.push((rule.id, engine.compile(condition.as_str())?));
    }
    let (mut arena, mut applies) = (Bump::new(), Vec::new());
    lines::for_each(file, |line| {
        let record: &DataValue<'_> = arena.alloc(DataValue::from_str(line, &arena).map_err(Error::from)?);
        let id = record.get("id").and_then(DataValue::as_str).ok_or(Problem::NoId)?;
        applies.clear();
        for (caution, logic) in &compiled {
            if engine.evaluate(logic, record, &arena)?.as_bool() == Some(true) {
                applies.push(caution.as_str());
            }
        }
        lines::write_result(out, id, &applies)?;
        arena.reset();
        Ok(())
    })
}
