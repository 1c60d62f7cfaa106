//! FHIR R4: the code of each answer, and what was answered to the questionnaire in a form tool.

mod coding;
mod element;
mod response;

pub(crate) use self::coding::{
    Choice, Coding, DIGEST, NOTICES, STATE, Said, canonical, choices, not_sure, resource_id,
};
pub(crate) use self::element::{Concept, Extension, Identifier, Narrative, Value, narrative};
pub(crate) use self::response::read_response;
pub use self::response::{Kept, LARGEST, Reading, Response, as_asked, read};
