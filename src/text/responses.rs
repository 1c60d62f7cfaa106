//! Messages about responses of FHIR. They never contain an answer.

use super::rules::{Mistake, OwnMistake};

/// Messages about responses of FHIR. They never contain an answer.
#[derive(Debug)]
pub struct Responses {
    /// It is too large.
    pub too_large: Mistake,
    /// What a response without an answer says.
    pub nothing_answered: &'static str,
    /// The hint for a response that is not JSON.
    pub check_json: &'static str,
    /// It is another resource.
    pub wrong_resource: Mistake,
    /// It answers another questionnaire, or names none. Takes the name of this one.
    pub other_questionnaire: fn(&str) -> OwnMistake,
    /// It answers another version of the questionnaire. Takes the version of the rules.
    pub other_version: fn(&str) -> OwnMistake,
    /// Its status says that it was entered in error.
    pub entered_in_error: Mistake,
    /// An element is there that can change what others mean. Takes its name.
    pub changing: fn(&str) -> OwnMistake,
    /// There is an element that FHIR R4 does not have there.
    pub unknown_element: Mistake,
    /// How many more warnings there are. Takes their number.
    pub more_warnings: fn(usize) -> OwnMistake,
    /// An element is of the wrong type, or missing. Takes its name.
    pub wrong_type: fn(&str) -> OwnMistake,
    /// A `linkId` is not in the questionnaire.
    pub unknown_link: Mistake,
    /// A topic or a text has an answer. Takes the `linkId`.
    pub no_question: fn(&str) -> OwnMistake,
    /// An answer has no coding. Takes the question, as all below.
    pub no_coding: fn(&str) -> OwnMistake,
    /// The only answer is empty.
    pub empty_answer: fn(&str) -> OwnMistake,
    /// An answer has two values.
    pub two_values: fn(&str) -> OwnMistake,
    /// An answer is no option.
    pub no_option: fn(&str) -> OwnMistake,
    /// There are two answers where one is wanted.
    pub two_answers: fn(&str) -> OwnMistake,
    /// None of these is chosen beside something else.
    pub none_beside: fn(&str) -> OwnMistake,
    /// A question is there twice, with other answers.
    pub twice: fn(&str) -> OwnMistake,
    /// A question is there twice, with the same answers.
    pub twice_alike: fn(&str) -> OwnMistake,
    /// A topic or a text is there twice. Takes the `linkId`.
    pub place_twice: fn(&str) -> OwnMistake,
    /// An option is chosen twice.
    pub option_twice: fn(&str) -> OwnMistake,
    /// The answers to the items do not agree with what is ticked.
    pub items_disagree: fn(&str) -> OwnMistake,
    /// A question or topic has another text.
    pub other_text: fn(&str) -> OwnMistake,
    /// An answer has another text.
    pub other_display: fn(&str) -> OwnMistake,
    /// A question is not below its topic.
    pub wrong_place: fn(&str) -> OwnMistake,
    /// An answer has the text of another option than that of its code.
    pub display_of_another: fn(&str) -> OwnMistake,
    /// A question was answered that is not asked.
    pub not_asked: fn(&str) -> OwnMistake,
    /// The status is none, or missing.
    pub bad_status: Mistake,
    /// The day on which it was written is none.
    pub bad_authored: Mistake,
}
