//! The questions as FHIR R4 knows them: the codes that stand for answers, in a questionnaire and in what was answered to it.

mod coding;

pub(crate) use self::coding::{Choice, Coding, DIGEST, Said, canonical, choices, not_sure, resource_id};
