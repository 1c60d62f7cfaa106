//! zen-expression, the language of zen-engine without its graphs: expressions compiled once, one machine for all.

use std::io::Write;
use std::path::Path;

use jakcheck::model::RuleSet;
use zen_expression::vm::VM;
use zen_expression::{Scope, Variable, compile_expression};

use crate::{Problem, lines, rules};

/// Evaluates the records of a file.
///
/// # Errors
/// Where the file cannot be read, a record is no JSON, or the engine refuses a rule.
pub(crate) fn run(rules: &RuleSet, file: &Path, out: &mut impl Write) -> Result<(), Problem> {
    let mut compiled = Vec::new();
    for rule in rules::plain(rules)? {
        let expression = compile_expression(&rules::zen(&rule.when))?;
        compiled.push((rule.id, expression));
    }
    let (mut machine, mut scope, mut applies) = (VM::new(), Scope::default(), Vec::new());
    lines::for_each(file, |line| {
        let record: Variable = serde_json::from_str(line)?;
        let id = record.dot("id").ok_or(Problem::NoId)?;
        scope.set_base(record);
        applies.clear();
        for (caution, expression) in &compiled {
            if expression.evaluate_with_scope(&scope, &mut machine)?.as_bool() == Some(true) {
                applies.push(caution.as_str());
            }
        }
        lines::write_result(out, id.as_str().ok_or(Problem::NoId)?, &applies)
    })
}
