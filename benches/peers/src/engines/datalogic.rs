//! datalogic-rs: rules compiled once; each line parsed into an arena that is reset, strings borrowed from the line.

use std::io::Write;
use std::path::Path;

use bumpalo::Bump;
use datalogic_rs::{DataValue, Engine};
use jakcheck::rules::RuleSet;

use crate::{Problem, lines, rules};

/// Evaluates the records of a file.
///
/// # Errors
/// Where the file cannot be read, a record is no JSON, or the engine refuses a rule.
pub fn run(rules: &RuleSet, file: &Path, out: &mut impl Write) -> Result<(), Problem> {
    let all = rules::plain(rules)?;
    let engine = Engine::new();
    let variant = std::env::var("VARIANT").unwrap_or_default();
    if variant == "single" {
        let conditions = serde_json::Value::Array(all.iter().map(|rule| rules::json_logic(&rule.when)).collect());
        let logic = engine.compile(conditions.to_string().as_str())?;
        let mut arena = Bump::new();
        return lines::for_each(file, |line| {
            {
                let data: &DataValue<'_> = arena.alloc(DataValue::from_str(line, &arena).map_err(datalogic_rs::Error::from)?);
                let id = data.get("id").and_then(|x| x.as_str()).ok_or(Problem::NoId)?;
                let result = engine.evaluate(&logic, data, &arena)?;
                let result = result.as_array().unwrap_or_default();
                let applies = all.iter().zip(result).filter(|(_, r)| r.as_bool() == Some(true)).map(|(rule, _)| rule.id.as_str());
                lines::write_result(out, id, applies)?;
            }
            arena.reset();
            Ok(())
        });
    }
    let mut compiled = Vec::new();
    for rule in &all {
        let condition = rules::json_logic(&rule.when).to_string();
        compiled.push((rule.id.as_str(), engine.compile(condition.as_str())?));
    }
    let mut arena = Bump::new();
    let mut applies = Vec::new();
    lines::for_each(file, |line| {
        {
            let data: &DataValue<'_> = arena.alloc(DataValue::from_str(line, &arena).map_err(datalogic_rs::Error::from)?);
            applies.clear();
            if variant != "parse" {
            for (caution, logic) in &compiled {
                if engine.evaluate(logic, data, &arena)?.as_bool() == Some(true) {
                    applies.push(*caution);
                }
            } }
            let id = data.get("id").and_then(|x| x.as_str()).ok_or(Problem::NoId)?;
            lines::write_result(out, id, applies.iter().copied())?;
        }
        arena.reset();
        Ok(())
    })
}
