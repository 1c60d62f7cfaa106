//! The rules for other programs: JSON Schemas, SQL queries, a table for spreadsheets, a form
//! for patient portals.

mod bundle;
pub mod packet;
pub mod page;
pub mod sql;

mod decision_table;
mod flow;
mod questionnaire;
mod schema;

pub use self::bundle::{Bundle, bundle};
pub use self::decision_table::decision_table;
pub use self::questionnaire::{Questionnaire, questionnaire};
pub use self::schema::{
    answers_schema, batch_schema, cautions_schema, comparison_schema, error_schema, explanation_schema, hazards_schema,
    people_schema, proofs_schema, report_schema, reviews_schema, rules_schema, topic_schema, topics_schema,
};
