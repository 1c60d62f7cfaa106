//! FHIR R4: the code of each answer, and what was answered to the questionnaire in a form tool.

mod coding;
mod response;

pub(crate) use self::coding::{Choice, Coding, DIGEST, Said, canonical, choices, not_sure, resource_id};
pub use self::response::{LARGEST, Reading, read};
