//! Runs the exported query in `SQLite`, and compares it with `batch`.

use std::collections::BTreeMap;

use jakcheck::answers;
use jakcheck::batch::{Engine, OutputFormat, PaddedLines, Worker};
use jakcheck::evaluate::Situation;
use jakcheck::export::sql::{self, Dialect, Shape};
use jakcheck::model::RuleSet;
use jakcheck::model::Truth;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::records::{Record, csv, line};
use super::rules::day;

/// A database with the exported table of answers, with its constraints.
pub(crate) fn with_table(rules: &RuleSet) -> Connection {
    let database = Connection::open_in_memory().unwrap();
    database.execute_batch(&sql::table(rules, Dialect::Sqlite, day()).unwrap()).unwrap();
    database
}

/// Asserts that the exported table of answers accepts these records.
pub(crate) fn assert_taken(rules: &RuleSet, records: &[Record]) {
    let database = with_table(rules);
    database.execute_batch("BEGIN").unwrap();
    for (number, record) in records.iter().enumerate() {
        insert(&database, number, record).unwrap();
    }
}

/// A database with a table of answers without constraints.
pub(crate) fn with_open_table(rules: &RuleSet) -> Connection {
    with_table_of(rules, "")
}

/// The same with columns of a type.
pub(crate) fn with_table_of(rules: &RuleSet, kind: &str) -> Connection {
    let database = Connection::open_in_memory().unwrap();
    let columns: Vec<String> = rules.items().map(|item| format!("\"{}\" {kind}", item.column())).collect();
    database.execute_batch(&format!("CREATE TABLE answers (id, {})", columns.join(", "))).unwrap();
    database
}

/// Inserts a record, with its number as `id`.
pub(crate) fn insert(database: &Connection, number: usize, record: &Record) -> rusqlite::Result<()> {
    let marks = "?,".repeat(record.len());
    let mut statement = database.prepare_cached(&format!("INSERT INTO answers VALUES ({marks}?)"))?;
    let id = [Some(number.to_string())];
    statement.execute(params_from_iter(id.iter().chain(record))).map(drop)
}

/// The result of a query: its columns, and a row for each record.
pub(crate) struct Said {
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Vec<Value>>,
}

impl Said {
    /// Runs the exported query.
    pub(crate) fn new(database: &Connection, rules: &RuleSet, shape: Shape) -> Self {
        let query = sql::select(rules, Dialect::Sqlite, shape, day()).unwrap();
        let mut statement = database.prepare(&query).unwrap();
        let columns: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
        let row = |row: &rusqlite::Row<'_>| (0..columns.len()).map(|at| row.get(at)).collect();
        let rows = statement.query_map([], row).unwrap().map(Result::unwrap).collect();
        Self { columns, rows }
    }

    /// The value of a column in a row.
    pub(crate) fn get<'s>(&'s self, row: &'s [Value], column: &str) -> &'s Value {
        &row[self.columns.iter().position(|name| name == column).unwrap()]
    }
}

/// A text column, empty for NULL.
pub(crate) fn text(value: &Value) -> &str {
    match value {
        Value::Null => "",
        Value::Text(text) => text,
        other @ (Value::Integer(_) | Value::Real(_) | Value::Blob(_)) => panic!("no text: {other:?}"),
    }
}

/// The results of `batch`: the header of its table, and a row for each record.
fn of_batch(rules: &RuleSet, records: &[Record]) -> Vec<String> {
    let table = csv(rules, records);
    let (header, rows) = table.split_once('\n').unwrap();
    let columns = answers::Columns::new(rules, "records", header.as_bytes(), &answers::TableForm::default()).unwrap();
    let engine = Engine::new(rules, "records", OutputFormat::Table).for_table(columns);
    let padded = PaddedLines::new(rows.as_bytes());
    let mut results = Vec::new();
    Worker::new(&engine).write(padded.all(), 1, &mut results);
    String::from_utf8(results).unwrap().lines().map(str::to_owned).collect()
}

/// Compares the query with `batch`, record by record. Gives the number of times of each state.
pub(crate) fn compare(rules: &RuleSet, records: &[Record]) -> BTreeMap<String, usize> {
    let database = with_open_table(rules);
    database.execute_batch("BEGIN").unwrap();
    for (number, record) in records.iter().enumerate() {
        insert(&database, number, record).unwrap();
    }
    let (said, batch) = (Said::new(&database, rules, Shape::Wide), of_batch(rules, records));
    assert_eq!((said.rows.len(), batch.len()), (records.len(), records.len()));
    let cautions = 3..3 + rules.cautions().len();
    let mut states = BTreeMap::new();
    for (number, (row, expected)) in said.rows.iter().zip(&batch).enumerate() {
        let expected: Vec<&str> = expected.split(',').collect();
        let [_, id, error, urgent, watch_more, _] = expected[..6] else { panic!("{expected:?}") };
        let told = || format!("{:?}\n{expected:?}", records[number]);
        assert_eq!((id, error), (number.to_string().as_str(), ""));
        assert_eq!([text(&row[0]), text(&row[1]), text(&row[2])], [id, error, urgent], "{}", told());
        for (at, expected) in cautions.clone().zip(&expected[6..]) {
            assert_eq!(text(&row[at]), *expected, "`{}` of {}", said.columns[at], told());
            *states.entry((*expected).to_owned()).or_insert(0) += 1;
        }
        let watched: Vec<&str> = watch_more.split(' ').collect();
        for (column, value) in said.columns.iter().zip(row).skip(cautions.end) {
            let symptom = column.strip_prefix("watch_more__").unwrap();
            assert_eq!(*value == Value::Integer(1), watched.contains(&symptom), "`{symptom}` of {}", told());
        }
    }
    // A batch does not tell false from unknown, so a sample of the records is also evaluated. All would take too long.
    let step = records.len().div_ceil(4000);
    for (row, record) in said.rows.iter().zip(records).step_by(step) {
        let answers = answers::read(rules, "answers", line(rules, 0, record).as_bytes()).unwrap();
        let situation = Situation::new(&answers);
        for (symptom, value) in rules.warning_symptoms().iter().zip(&row[cautions.end..]) {
            let expected = match symptom.watch_more_when.evaluate(&situation) {
                Truth::True => Value::Integer(1),
                Truth::False => Value::Integer(0),
                Truth::Unknown => Value::Null,
            };
            assert_eq!(*value, expected, "`{}` of {record:?}", symptom.id);
        }
    }
    let columns = rules.cautions().iter().map(|caution| caution.id.to_string());
    assert_eq!(said.columns[cautions], columns.collect::<Vec<String>>());
    states
}
