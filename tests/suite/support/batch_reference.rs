//! The expected results of a batch, from the strict reader and the report of `check`.

use jakcheck::answers::{self, Ignored};
use jakcheck::model::{RuleSet, State};
use jakcheck::pages::report::Report;
use jiff::civil::{Date, date};
use serde_json::json;

/// Any day, as results of a batch do not depend on it.
const DAY: Date = date(2026, 12, 1);

/// The expected result of one line without the keys that are left out. `None` for a blank line.
pub(crate) fn expected(rules: &RuleSet, line: &[u8], number: usize, ignored: &Ignored) -> Option<String> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    if line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line).iter().all(u8::is_ascii_whitespace) {
        return None;
    }
    let mut parts = vec![format!("{{\"line\":{number}")];
    match answers::read_leaving_out(rules, "batch", line, ignored).map(|(answers, _)| answers) {
        Err(error) => {
            let mistakes: Vec<String> = error
                .diagnostics()
                .iter()
                .take(100)
                .map(|one| {
                    assert_eq!(one.at.line, 1);
                    format!(
                        "{{\"code\":{},\"question\":{},\"column\":{},\"message\":{},\"hint\":{}}}",
                        json!(one.code.name()),
                        json!(one.question),
                        one.at.column,
                        json!(one.message),
                        json!(one.hint)
                    )
                })
                .collect();
            parts.push(format!("\"error\":{}", mistakes[0]));
            if mistakes.len() > 1 {
                parts.push(format!("\"more\":[{}]", mistakes[1..].join(",")));
            }
        }
        Ok(answers) => {
            let report = Report::new(&answers, DAY);
            let of = |state| -> Vec<&str> {
                let cautions = report.cautions.iter().filter(|caution| caution.state == state);
                cautions.map(|caution| caution.id.as_str()).collect()
            };
            let symptoms = report.warning_symptoms.iter().filter(|symptom| symptom.watch_more);
            let watch_more: Vec<&str> = symptoms.map(|symptom| symptom.id.as_str()).collect();
            if let Some(id) = &report.answers.id {
                parts.push(format!("\"id\":{}", json!(id)));
            }
            parts.push(format!("\"urgent\":{}", json!(report.urgent_level())));
            parts.push(format!("\"applies\":{}", json!(of(State::Applies))));
            parts.push(format!("\"not_sure\":{}", json!(of(State::NotSure))));
            parts.push(format!("\"not_asked\":{}", json!(of(State::NotAsked))));
            parts.push(format!("\"watch_more\":{}", json!(watch_more)));
            let doubted = report.cautions.iter().filter(|caution| !caution.also_not_sure.is_empty());
            let doubted: Vec<String> = doubted
                .map(|caution| format!("\"{}\":{}", caution.id, json!(caution.also_not_sure.references())))
                .collect();
            if !doubted.is_empty() {
                parts.push(format!("\"also_not_sure\":{{{}}}", doubted.join(",")));
            }
        }
    }
    Some(parts.join(",") + "}\n")
}
