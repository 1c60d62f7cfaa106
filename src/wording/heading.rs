//! Headings of reports and teaching pages.

/// Title of a report.
pub const TITLE: &str = "JAK INHIBITOR CHECKLIST";
/// Cautions that an answer *not sure* leaves open.
pub const NOT_SURE: &str = "WORTH FINDING OUT";
/// Cautions that a missing answer leaves open.
pub const NOT_ASKED: &str = "NOT ASKED";
/// Cautions that the answers did not match.
pub const NO_MATCH: &str = "YOUR ANSWERS DID NOT MATCH";
/// Warning symptoms.
pub const WARNING_SYMPTOMS: &str = "WARNING SIGNS TO WATCH FOR";
/// Tests and plans.
pub const MONITORING: &str = "TESTS AND PLANS TO ASK ABOUT";
/// Other kinds of treatment.
pub const ALTERNATIVES: &str = "OTHER TREATMENTS TO ASK ABOUT";
/// What was tried before.
pub const TRIED: &str = "WHAT YOU HAVE TRIED";
/// Questions for the doctor.
pub const QUESTIONS: &str = "QUESTIONS TO TAKE WITH YOU";
/// Questions without an answer.
pub const UNANSWERED: &str = "QUESTIONS WITHOUT AN ANSWER";
/// What the list leaves out.
pub const NOT_ASKED_ABOUT: &str = "WHAT THIS LIST DOES NOT ASK";
/// The sources.
pub const SOURCES: &str = "SOURCES";
/// Dates and version.
pub const ABOUT: &str = "ABOUT THIS LIST";

/// Of the list of topics.
pub const TOPICS: &str = "TOPICS";
/// Of what a topic asks.
pub const WHAT_WE_ASK: &str = "What we ask";
/// Of a topic's cautions.
pub const CAUTIONS: &str = "Cautions";
