//! What a rule set is: plain data in which nothing can fail to resolve, and no file, no JSON text and no page.

mod answer;
mod caution;
mod condition;
mod coverage;
mod header;
mod id;
mod place;
mod question;
mod report_order;
mod retired;
mod rule_set;
mod source;
mod symptom;
mod topic;
mod truth;
mod urgent;
mod whose;
pub(crate) mod words;

pub use self::answer::Answer;
pub use self::caution::{Caution, Heading, Level, State};
pub use self::condition::{Condition, Leaf, NamedCondition, OptionMask};
pub use self::coverage::{Coverage, CoveredBy};
pub use self::header::{ClinicalReview, Header};
pub use self::id::Id;
pub use self::place::{ItemIndex, OptionIndex, PassageIndex, QuestionIndex, SourceIndex, TopicIndex};
pub use self::question::{AnswerOption, Item, Question};
pub use self::retired::RetiredId;
pub(crate) use self::rule_set::Parts;
pub use self::rule_set::RuleSet;
pub use self::source::{Advice, Citation, Passage, Read, Source, Statement};
pub use self::symptom::{Reported, Urgency, WarningSymptom};
pub use self::topic::{Study, StudyCount, StudyOutcome, Topic};
pub use self::truth::Truth;
pub use self::urgent::{Now, Urgent};
pub use self::whose::Whose;
