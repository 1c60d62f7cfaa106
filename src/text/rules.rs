//! What is said of mistakes in rule files.

use std::path::Path;

/// What is wrong, and what to do about it.
pub type Mistake = (&'static str, &'static str);

/// The same, where what is wrong depends on the file.
pub type OwnMistake = (String, &'static str);

/// What has an id, or is called by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is called what it is")]
pub enum Kind {
    Advice,
    Case,
    Caution,
    Group,
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

/// What is said of mistakes in rule files. A mistake is what is wrong and what to do about it.
#[derive(Debug)]
pub struct Rules {
    /// A file or folder cannot be read, and why.
    pub cannot_read: fn(&Path, &dyn std::error::Error) -> String,
    /// So many errors.
    pub errors: fn(usize) -> String,
    /// A pipe or a device.
    pub no_ordinary_file: &'static str,
    /// More files than a rule set has.
    pub too_many_files: fn(usize) -> String,
    /// The rule set has no file of this name.
    pub missing_file: fn(&str) -> String,
    /// What to do about a missing file.
    pub missing_file_hint: &'static str,
    /// What to do about a missing file of a topic.
    pub missing_topic_hint: &'static str,
    /// A file that no topic names.
    pub unlisted_file: Mistake,
    /// The file's name, and the id in it.
    pub wrong_file_name: fn(&str, &str) -> OwnMistake,
    /// The file of cases, and the topic in it.
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
    /// Text behind the JSON document.
    pub text_after_end: &'static str,
    /// A comma before the end of a list or object.
    pub trailing_comma: &'static str,
    /// A key that is no text.
    pub key_not_text: &'static str,
    /// No value where one belongs.
    pub no_value: &'static str,
    /// A control character in a text.
    pub control_character: &'static str,
    /// An escape that stands for no character.
    pub broken_escape: &'static str,
    /// JSON that is nested too deeply.
    pub nested_deeply: &'static str,
    /// Everything else that the JSON parser says, in plain words.
    pub json_words: fn(&str) -> String,
    /// What the parser expects where one word or several may stand.
    pub one_or_more: &'static str,

    /// What to do about JSON that is nested too deeply.
    pub nest_less: &'static str,
    /// What to do about broken JSON.
    pub check_json: &'static str,
    /// What to do about a key that stands twice.
    pub keep_one: &'static str,
    /// What to do about a missing key.
    pub add_key: &'static str,
    /// What to do about an unknown key.
    pub remove_key: &'static str,
    /// What to do about a value of a wrong type.
    pub right_type: &'static str,

    /// The things of a kind, as "options" in "the options are: yes, no".
    pub kinds: fn(Kind) -> String,
    /// Nothing of this kind has this id.
    pub unknown: fn(Kind, &str) -> String,
    /// Two things of a kind have this id.
    pub duplicate_id: fn(Kind, &str) -> OwnMistake,
    /// An id that the format keeps for itself.
    pub reserved_id: fn(&str) -> OwnMistake,
    /// Text that is no id.
    pub bad_id: fn(&str) -> OwnMistake,
    /// A question is called like the key of a record.
    pub id_of_records: Mistake,
    /// A question is called like the key that says whose the answers are.
    pub id_of_whose: Mistake,
    /// A question is called like the columns of named conditions.
    pub id_of_conditions: Mistake,
    /// A caution is called like a column of results.
    pub id_of_results: fn(&str) -> OwnMistake,
    /// A retired id is in use.
    pub retired_in_use: fn(&str) -> OwnMistake,
    /// Nothing took the place of a retired id.
    pub no_successor: Mistake,
    /// Nothing has the id that took the place of another.
    pub unknown_successor: fn(&str) -> OwnMistake,

    /// A format that this program does not read.
    pub unsupported_format: Mistake,
    /// The review is not after the check.
    pub review_too_early: Mistake,
    /// A text that is no day.
    pub not_a_day: Mistake,
    /// A level that there is not.
    pub bad_level: Mistake,
    /// A topic of the register that is neither asked about nor printed, or both.
    pub coverage_shape: Mistake,

    /// The text is empty.
    pub empty_text: Mistake,
    /// The text has a character that cannot be seen.
    pub hidden_character: fn(char) -> OwnMistake,
    /// The text has spaces that do not belong there.
    pub stray_space: Mistake,
    /// The list of this name has no sentence.
    pub no_sentence: fn(&str) -> OwnMistake,

    /// Nothing is cited.
    pub no_citation: Mistake,
    /// The source has no passage of this name.
    pub no_passage: fn(&str, &str) -> String,
    /// Nothing cites this source.
    pub uncited_source: fn(&str) -> OwnMistake,
    /// Nothing cites this passage of this source.
    pub uncited_passage: fn(&str, &str) -> OwnMistake,

    /// The condition reads more answers than this.
    pub too_many_leaves: fn(usize) -> OwnMistake,
    /// The condition nests deeper than this.
    pub too_deep: fn(usize) -> OwnMistake,
    /// Named conditions nest deeper than this.
    pub names_too_deep: fn(usize) -> OwnMistake,
    /// Named conditions lead back to themselves.
    pub cycle: fn(&[&str]) -> OwnMistake,
    /// A condition of no form, or of several.
    pub condition_shape: Mistake,
    /// The list of this name has no conditions.
    pub no_parts: fn(&str) -> OwnMistake,
    /// `is` names no option.
    pub no_option: Mistake,
    /// A group where a question with options is read.
    pub is_group: fn(&str) -> (String, String),
    /// A question with options where a group is read.
    pub is_no_group: fn(&str) -> (String, String),
    /// `any_is` is something else than yes.
    pub only_yes: Mistake,
    /// The question has no option of this name.
    pub no_such_option: fn(&str, &str) -> String,

    /// So many questions ask for the warning symptoms.
    pub symptom_questions: fn(usize) -> OwnMistake,
    /// The question has no form, or several.
    pub question_shape: fn(&str) -> OwnMistake,
    /// The group has no items.
    pub no_items: Mistake,
    /// The question has no options.
    pub no_options: Mistake,
    /// The question has more options than fit.
    pub too_many_options: Mistake,
    /// The question does not say why it is asked.
    pub no_reason: Mistake,
    /// `ask_when` reads a question that is asked later.
    pub reads_later: Mistake,
    /// `show_when` of a symptom reads the item that reports it.
    pub reads_itself: Mistake,
    /// A count that cannot be.
    pub bad_count: Mistake,
    /// The option *yes* of an item.
    pub yes: &'static str,
    /// The option *no* of an item.
    pub no: &'static str,

    /// No rule reads this question of the register.
    pub unread_question: fn(&str) -> OwnMistake,
    /// No condition reads this answer, and no reason is given.
    pub unread_option: Mistake,
    /// A reason is given although a condition reads the answer.
    pub needless_reason: Mistake,

    /// The case does not say why.
    pub case_without_reason: Mistake,
    /// The case names no caution.
    pub case_expects_nothing: Mistake,
    /// The caution, its state, and the state that the case says.
    pub case_state: fn(&str, &str, &str) -> OwnMistake,
    /// The key of a list in a case, and what it would have to hold.
    pub case_list: fn(&str, &[&str]) -> OwnMistake,
    /// How urgent the answers of a case are.
    pub case_urgent: fn(&str) -> OwnMistake,
    /// This caution has no case of one kind.
    pub missing_case: fn(&str, &str) -> OwnMistake,
    /// A case that raises a caution.
    pub raises: &'static str,
    /// A case that does not raise a caution.
    pub does_not_raise: &'static str,
    /// A case that leaves a caution open.
    pub leaves_open: &'static str,
}
