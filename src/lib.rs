//! docs
pub mod analysis;
pub mod answers;
pub mod ask;
pub mod diagnostic;
pub mod evaluation;
pub mod export;
pub mod locate;
pub mod render;
pub mod report;
pub mod rules;
pub mod session;
pub mod suggest;
pub mod truth;
pub mod wording;
