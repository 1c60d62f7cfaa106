//! Error messages about rule files.

use std::path::Path;

/// An error and a hint.
pub type Mistake = (&'static str, &'static str);

/// An error with values in it, and a fixed hint.
pub type OwnMistake = (String, &'static str);

/// The kinds of things with ids, for messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each name says what it is")]
pub enum Kind {
    Advice,
    Case,
    Caution,
    Evidence,
    Group,
    Hazard,
    Item,
    NamedCondition,
    Option,
    Outcome,
    Passage,
    Question,
    Retired,
    Source,
    Study,
    Topic,
    TopicOfRegister,
    WarningSymptom,
}

/// Error messages about rule files.
#[derive(Debug)]
pub struct Rules {
    /// A file or folder cannot be read. Takes its path and the error.
    pub cannot_read: fn(&Path, &dyn std::error::Error) -> String,
    /// The number of errors.
    pub errors: fn(usize) -> String,
    /// The error for a pipe or a device.
    pub no_ordinary_file: &'static str,
    /// A folder has too many files. Takes the most.
    pub too_many_files: fn(usize) -> String,
    /// A file is missing. Takes its name.
    pub missing_file: fn(&str) -> String,
    /// The hint for a missing file.
    pub missing_file_hint: &'static str,
    /// The hint for a missing topic file.
    pub missing_topic_hint: &'static str,
    /// A file is not listed in `rule-set.json`.
    pub unlisted_file: Mistake,
    /// The id in a topic file differs from its name. Takes the name and the id.
    pub wrong_file_name: fn(&str, &str) -> OwnMistake,
    /// The topic in a file of cases differs from its name. Takes the name and the topic.
    pub wrong_case_file: fn(&str, &str) -> OwnMistake,

    /// The file is too large.
    pub too_large: Mistake,
    /// The file begins with a byte order mark.
    pub byte_order_mark: Mistake,
    /// The file is not UTF-8.
    pub not_utf8: Mistake,
    /// The file is empty.
    pub empty_file: &'static str,

    /// JSON that ends too early.
    pub ends_early: &'static str,
    /// Text after the JSON document.
    pub text_after_end: &'static str,
    /// A comma before the end of a list or object.
    pub trailing_comma: &'static str,
    /// A key is not a text.
    pub key_not_text: &'static str,
    /// A value is missing.
    pub no_value: &'static str,
    /// A control character in a text.
    pub control_character: &'static str,
    /// An escape in a text that is not a character.
    pub broken_escape: &'static str,
    /// JSON that is nested too deeply.
    pub nested_deeply: &'static str,
    /// Another error of the JSON parser, in plain words.
    pub json_words: fn(&str) -> String,
    /// What the parser expects where one word or a list is allowed.
    pub one_or_more: &'static str,

    /// The hint for JSON that is nested too deeply.
    pub nest_less: &'static str,
    /// The hint for invalid JSON.
    pub check_json: &'static str,
    /// The hint for a duplicate key.
    pub keep_one: &'static str,
    /// The hint for a missing key.
    pub add_key: &'static str,
    /// The hint for an unknown key.
    pub remove_key: &'static str,
    /// The hint for a value of the wrong type.
    pub right_type: &'static str,

    /// The plural word of a kind, as "options" in "the options are: yes, no".
    pub kinds: fn(Kind) -> String,
    /// Nothing of this kind has this id.
    pub unknown: fn(Kind, &str) -> String,
    /// Two things of this kind have this id.
    pub duplicate_id: fn(Kind, &str) -> OwnMistake,
    /// A reserved id. Takes the id.
    pub reserved_id: fn(&str) -> OwnMistake,
    /// A text that is not a valid id.
    pub bad_id: fn(&str) -> OwnMistake,
    /// The id of a question is the key of a record.
    pub id_of_records: Mistake,
    /// A question is called like the key that says whose the answers are.
    pub id_of_whose: Mistake,
    /// The id of a question is the prefix of columns of named conditions.
    pub id_of_conditions: Mistake,
    /// The id of a caution is a column of results. Takes the id.
    pub id_of_results: fn(&str) -> OwnMistake,
    /// A retired id is in use. Takes the id.
    pub retired_in_use: fn(&str) -> OwnMistake,
    /// A retired id has no successor.
    pub no_successor: Mistake,
    /// The successor of a retired id does not exist. Takes the successor.
    pub unknown_successor: fn(&str) -> OwnMistake,

    /// A format that this program does not read.
    pub unsupported_format: Mistake,
    /// The day of the next check is not after that of the last one.
    pub review_too_early: Mistake,
    /// A text that is not a valid date.
    pub not_a_day: Mistake,
    /// A number that is not a level.
    pub bad_level: Mistake,
    /// A number that is no severity and no likelihood.
    pub bad_rating: Mistake,
    /// How evidence of the safety case is named.
    pub evidence_names: &'static str,
    /// A risk in the coverage register is neither asked about nor printed, or both.
    pub coverage_shape: Mistake,

    /// The text is empty.
    pub empty_text: Mistake,
    /// The text has an unprintable character. Takes the character.
    pub hidden_character: fn(char) -> OwnMistake,
    /// The text has spaces at an end, or two in a row.
    pub stray_space: Mistake,
    /// A list has no sentences. Takes its key.
    pub no_sentence: fn(&str) -> OwnMistake,

    /// There are no citations.
    pub no_citation: Mistake,
    /// A source has no such passage. Takes the ids of source and passage.
    pub no_passage: fn(&str, &str) -> String,
    /// Nothing cites a source. Takes its id.
    pub uncited_source: fn(&str) -> OwnMistake,
    /// Nothing cites a passage. Takes the ids of source and passage.
    pub uncited_passage: fn(&str, &str) -> OwnMistake,

    /// A condition reads too many answers. Takes the most.
    pub too_many_leaves: fn(usize) -> OwnMistake,
    /// A condition is nested too deeply. Takes the most levels.
    pub too_deep: fn(usize) -> OwnMistake,
    /// Named conditions are nested too deeply. Takes the most levels.
    pub names_too_deep: fn(usize) -> OwnMistake,
    /// Named conditions contain themselves. Takes their ids; the last repeats an earlier one.
    pub cycle: fn(&[&str]) -> OwnMistake,
    /// A condition does not have exactly one of the forms.
    pub condition_shape: Mistake,
    /// A condition has no parts. Takes the key of the list.
    pub no_parts: fn(&str) -> OwnMistake,
    /// `is` has no options.
    pub no_option: Mistake,
    /// The id of a group where a question with options is needed. Takes the id.
    pub is_group: fn(&str) -> (String, String),
    /// The id of a question with options where a group is needed. Takes the id.
    pub is_no_group: fn(&str) -> (String, String),
    /// `any_is` is not yes.
    pub only_yes: Mistake,
    /// A question has no such option. Takes the ids of both.
    pub no_such_option: fn(&str, &str) -> String,

    /// Not exactly one question has the warning symptoms as items. Takes the number of such questions.
    pub symptom_questions: fn(usize) -> OwnMistake,
    /// A question does not have exactly one of the forms. Takes its id.
    pub question_shape: fn(&str) -> OwnMistake,
    /// A group has no items.
    pub no_items: Mistake,
    /// A question has no options.
    pub no_options: Mistake,
    /// A question has too many options.
    pub too_many_options: Mistake,
    /// A question has no `why`.
    pub no_reason: Mistake,
    /// `ask_when` reads a question that is asked later.
    pub reads_later: Mistake,
    /// `show_when` of a symptom reads the item that reports it.
    pub reads_itself: Mistake,
    /// An impossible count of a study.
    pub bad_count: Mistake,
    /// The label of the option yes of an item.
    pub yes: &'static str,
    /// The label of the option no of an item.
    pub no: &'static str,

    /// No rule of the kind has this id. Takes the id.
    pub no_rule: fn(&str) -> String,
    /// The hint for a review of a rule that is gone.
    pub remove_record: &'static str,
    /// The same person reviewed the same rule twice. Takes the id of the rule and the name.
    pub reviewed_twice: fn(&str, &str) -> OwnMistake,
    /// The digest of a review is none.
    pub bad_digest: Mistake,
    /// A review in which nothing was checked.
    pub nothing_checked: Mistake,
    /// A review in which something was checked twice.
    pub checked_twice: Mistake,
    /// A review that asks for a change has no remark.
    pub no_remarks: Mistake,
    /// The hint for the key `clinical_review`, which earlier versions read.
    pub review_in_records: &'static str,

    /// No rule reads a question of the coverage register. Takes its id.
    pub unread_question: fn(&str) -> OwnMistake,
    /// No condition reads an option, and `unread` has no reason.
    pub unread_option: Mistake,
    /// `unread` has a reason although a condition reads the option.
    pub needless_reason: Mistake,

    /// A worked case has no `why`.
    pub case_without_reason: Mistake,
    /// A worked case expects no state.
    pub case_expects_nothing: Mistake,
    /// A worked case gives another state. Takes the caution, its state and the expected state.
    pub case_state: fn(&str, &str, &str) -> OwnMistake,
    /// A worked case gives another list. Takes the key and the ids of the result.
    pub case_list: fn(&str, &[&str]) -> OwnMistake,
    /// A worked case gives another urgency. Takes the urgency.
    pub case_urgent: fn(&str) -> OwnMistake,
    /// A caution has no worked case for an outcome. Takes its id and the outcome.
    pub missing_case: fn(&str, &str) -> OwnMistake,
    /// The outcome that a caution applies.
    pub raises: &'static str,
    /// The outcome that a caution does not match.
    pub does_not_raise: &'static str,
    /// The outcome that a caution is open.
    pub leaves_open: &'static str,
}
