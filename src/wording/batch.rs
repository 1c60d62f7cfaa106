//! What is said at the end of a batch.

/// How many lines came out in which way. What is urgent stands first.
pub fn summary(records: u64, errors: u64, blank: u64, emergency: u64, same_day: u64) -> String {
    let mut lines = Vec::new();
    if emergency > 0 {
        lines.push(format!(
            "URGENT: {} reported an emergency sign. Look for \"urgent\":\"emergency\".",
            of(emergency, "record")
        ));
    }
    if same_day > 0 {
        lines.push(format!("TODAY: {} reported something for the same day.", of(same_day, "record")));
    }
    let mut counted = vec![format!("{} checked", of(records, "record"))];
    if errors > 0 {
        counted.push(format!("{} could not be read", of(errors, "line")));
    }
    if blank > 0 {
        counted.push(format!("{} skipped", of(blank, "blank line")));
    }
    lines.push(format!("{}.", counted.join(", ")));
    lines.push("No line says that a medicine is right for a person.".to_owned());
    lines.join("\n")
}

/// "1 record", "2 records"
fn of(count: u64, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}
