//! Messages about responses of FHIR. In English.

use crate::text::responses::Responses;

const EXPORT: &str = "answer the questionnaire that `jakcheck rules export --to fhir-questionnaire` writes";

const AS_IN_IT: &str = "write it as the questionnaire has it";

const ASK: &str = "ask the person again";

const CHECK: &str = "check that the form has the texts and options of this questionnaire";

pub(super) const RESPONSES: Responses = Responses {
    too_large: ("the response is larger than 1 MiB", "one response holds the answers of one person"),
    nothing_answered: "No question was answered.",
    check_json: "write the response as its form tool gave it",
    wrong_resource: ("this resource is no QuestionnaireResponse", EXPORT),
    other_questionnaire: |canonical| (format!("`questionnaire` is not `{canonical}`"), EXPORT),
    other_version: |version| (format!("this answers another version than {version}"), EXPORT),
    entered_in_error: ("this response was entered in error", ASK),
    changing: |element| {
        (
            format!("`{element}` can change what the rest means"),
            "write the response without it, if the rest is true as it stands",
        )
    },
    unknown_element: (
        "FHIR R4 has no such element here",
        "an answer may be in it: write it as R4 does, or take it out",
    ),
    more_warnings: |number| (format!("{number} more warnings are not told"), CHECK),
    wrong_type: |element| (format!("`{element}` is missing, or not as FHIR R4 has it"), AS_IN_IT),
    unknown_link: ("the questionnaire has no item with this `linkId`", AS_IN_IT),
    no_question: |link| (format!("`{link}` is no question, and has an answer"), AS_IN_IT),
    no_coding: |question| (format!("an answer to `{question}` has no `valueCoding`"), AS_IN_IT),
    empty_answer: |question| (format!("the answer to `{question}` is empty"), "it was read as no answer"),
    two_values: |question| (format!("an answer to `{question}` has two values"), ASK),
    no_option: |question| (format!("`{question}` has no option with this system and code"), AS_IN_IT),
    two_answers: |question| (format!("`{question}` has two answers"), ASK),
    none_beside: |question| (format!("*none of these* stands beside other answers to `{question}`"), ASK),
    twice: |question| (format!("`{question}` stands twice, with different answers"), ASK),
    twice_alike: |question| (format!("`{question}` stands twice, with the same answers"), "it was read once"),
    place_twice: |link| (format!("`{link}` stands twice"), "it was read all the same"),
    option_twice: |question| (format!("an answer to `{question}` stands twice"), "it was read once"),
    items_disagree: |question| {
        (format!("the items of `{question}` do not agree with what is ticked"), "what is ticked was read")
    },
    other_text: |link| (format!("`{link}` has another text than in the questionnaire"), CHECK),
    other_display: |question| (format!("an answer to `{question}` has another text than in the questionnaire"), CHECK),
    display_of_another: |question| (format!("the code and the text of an answer to `{question}` are two options"), ASK),
    wrong_place: |question| (format!("`{question}` is not below its topic"), "it was read all the same"),
    not_asked: |question| {
        (format!("`{question}` is not asked where the other answers are these"), "its answer was left out")
    },
    bad_status: ("the status is missing, or none of FHIR R4", "it was read all the same"),
    bad_authored: ("`authored` is no date", "it was read all the same"),
};
