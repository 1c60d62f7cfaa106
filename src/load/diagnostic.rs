//! Diagnostics: what is wrong in a document, where, and what to do next.

use std::fmt;

use crate::load::locate::Position;
use crate::render::visible::escaped;
use crate::text::language;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)+) => {
        /// The kind of a mistake, as a stable word for scripts.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The `snake_case` word for this code in messages and JSON.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

codes! {
    /// The file is larger than its limit. Split it or shorten it.
    TooLarge = "too_large",
    /// The file is not UTF-8 text. Save it as UTF-8.
    NotUtf8 = "not_utf8",
    /// The file begins with a byte order mark. Save it without one.
    ByteOrderMark = "byte_order_mark",
    /// The text is not JSON, or something follows the document.
    BadJson = "bad_json",
    /// The file is something else than answers in JSON, such as a list, a table or text in UTF-16.
    WrongContainer = "wrong_container",
    /// A key is twice in one object, so one of the values would be lost.
    DuplicateKey = "duplicate_key",
    /// A key that the format does not know.
    UnknownKey = "unknown_key",
    /// A key that the format asks for is missing.
    MissingKey = "missing_key",
    /// A value of the wrong type, such as a number where text belongs.
    WrongType = "wrong_type",
    /// Conditions or JSON nested deeper than the limit.
    NestingTooDeep = "nesting_too_deep",

    /// Answers name a question that the rule set does not ask.
    UnknownQuestion = "unknown_question",
    /// An option that the question does not have.
    UnknownOption = "unknown_option",
    /// An item that the group does not have.
    UnknownItem = "unknown_item",
    /// A list of items is empty: it says neither yes nor no. Leave the question out, or write `["none"]`.
    EmptyList = "empty_list",
    /// `none` is in a list with other items.
    NoneWithOthers = "none_with_others",
    /// An item is twice in a list.
    RepeatedItem = "repeated_item",
    /// The `id` of a record is too long or has control characters.
    BadRecordId = "bad_record_id",
    /// A row of a table has too many or too few fields, or a quote that is not closed.
    BadCsv = "bad_csv",

    /// A resource of FHIR that is no `QuestionnaireResponse`.
    WrongResource = "wrong_resource",
    /// A response to another questionnaire, or to another version of it.
    OtherQuestionnaire = "other_questionnaire",
    /// A response that was entered in error.
    EnteredInError = "entered_in_error",
    /// An element of a response that can change what the rest means.
    ForbiddenElement = "forbidden_element",
    /// A key in a response that FHIR R4 does not have there.
    UnknownElement = "unknown_element",
    /// An answer in a response that cannot be understood.
    UnreadableAnswer = "unreadable_answer",
    /// Two answers in a response where one is wanted.
    TwoAnswers = "two_answers",
    /// Something in a response has another text than in the questionnaire. The answer was read.
    OtherText = "other_text",
    /// A question in a response is not where the questionnaire has it. Its answer was read.
    WrongPlace = "wrong_place",
    /// An answer in a response to a question that is not asked. It was left out.
    NotAsked = "not_asked",
    /// The status of a response is missing or unknown. It was read.
    BadStatus = "bad_status",

    /// A rule file that the rule set needs is missing.
    MissingFile = "missing_file",
    /// A file in the folder that the rule set does not name, so that its rules would be lost.
    UnlistedFile = "unlisted_file",
    /// The `format` number is not one that this program reads.
    UnsupportedFormat = "unsupported_format",
    /// An id is not `snake_case`.
    BadId = "bad_id",
    /// An id that the format keeps for itself, such as `none`.
    ReservedId = "reserved_id",
    /// A retired id is in use, or the id that replaced it does not exist.
    RetiredId = "retired_id",
    /// Two things of one kind have the same id.
    DuplicateId = "duplicate_id",
    /// The `id` in the file differs from the name of the file.
    WrongFileName = "wrong_file_name",
    /// A date is not a real day, or `review_by` is not after `checked_on`.
    BadDate = "bad_date",
    /// A citation of a source that `sources.json` does not list.
    UnknownSource = "unknown_source",
    /// A citation of a passage that its source does not list.
    UnknownPassage = "unknown_passage",
    /// A named condition that `rule-set.json` does not define.
    UnknownCondition = "unknown_condition",
    /// A worked case names a caution that no topic has.
    UnknownCaution = "unknown_caution",
    /// A worked case names a warning symptom that no topic has.
    UnknownSymptom = "unknown_symptom",
    /// A condition is not exactly one of the forms of the format.
    ConditionShape = "condition_shape",
    /// A condition without parts or options.
    EmptyCondition = "empty_condition",
    /// A condition that reads too many answers, those of its named conditions included.
    ConditionTooLarge = "condition_too_large",
    /// Named conditions that contain themselves.
    Cycle = "cycle",
    /// `show_when` of a warning symptom reads the item that reports it.
    ReadsItself = "reads_itself",
    /// `ask_when` reads a question that is asked later.
    QuestionOrder = "question_order",
    /// A question does not have exactly one of `options`, `items` and `items_from`.
    QuestionShape = "question_shape",
    /// A question has more options or items than the program can hold.
    TooManyOptions = "too_many_options",
    /// A sentence that a person reads without a source.
    MissingCitation = "missing_citation",
    /// A question or a worked case does not say why.
    MissingWhy = "missing_why",
    /// A text or a list of sentences is empty.
    MissingText = "missing_text",
    /// A level other than 1, 2 and 3, or a severity or likelihood other than 1 to 5.
    BadLevel = "bad_level",
    /// Control characters, zero-width or bidirectional marks, or private characters in a text.
    HiddenCharacter = "hidden_character",
    /// Spaces at the start or end of a text, two in a row, or a line break or tab.
    StraySpace = "stray_space",
    /// An option or item that no condition reads, without the reason in `unread`.
    UnreadOption = "unread_option",
    /// A reason in `unread` although a condition reads the option.
    NeedlessReason = "needless_reason",
    /// A source that nothing cites.
    UnusedSource = "unused_source",
    /// A passage of a source that nothing cites.
    UnusedPassage = "unused_passage",
    /// A topic of the coverage register that is neither asked about nor printed, or both.
    CoverageShape = "coverage_shape",
    /// The coverage register says that a question covers a topic, but no rule reads it.
    NothingReads = "nothing_reads",
    /// A review of a rule that the rule set does not have.
    UnknownRule = "unknown_rule",
    /// The same person reviewed the same rule twice.
    DuplicateReview = "duplicate_review",
    /// The digest of a review is not 64 hexadecimal digits.
    BadDigest = "bad_digest",
    /// A review in which nothing was checked, or that asks for a change and does not say which.
    ReviewShape = "review_shape",
    /// An impossible study count, such as more events than people.
    BadCount = "bad_count",
    /// A caution without a worked case for one of its outcomes.
    MissingCase = "missing_case",
    /// A worked case whose result is not the expected one.
    CaseFailed = "case_failed",
    /// The safety case leans on a property, a rule or a hazard that does not exist.
    UnknownEvidence = "unknown_evidence",
}

/// One mistake in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of the mistake.
    pub code: Code,
    /// The document: a path, `standard input` or the name of a built-in file.
    pub file: String,
    /// The position in the document.
    pub at: Position,
    /// In an answers document, the question with the mistake. Never an answer.
    pub question: Option<String>,
    /// What is wrong, in lower case and without a full stop.
    pub message: String,
    /// What to do next.
    pub hint: String,
}

impl Diagnostic {
    /// A diagnostic that is not about a question. The last argument is a message and a hint.
    pub(crate) fn new(
        code: Code,
        file: &str,
        at: Position,
        (message, hint): (impl Into<String>, impl Into<String>),
    ) -> Self {
        Self { code, file: file.to_owned(), at, question: None, message: message.into(), hint: hint.into() }
    }
}

/// A diagnostic about something that was read all the same, as text.
#[derive(Clone, Copy, Debug)]
pub struct AsWarning<'d>(&'d Diagnostic);

impl Diagnostic {
    /// The same as a warning.
    pub fn as_warning(&self) -> AsWarning<'_> {
        AsWarning(self)
    }

    fn write(&self, kind: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, file, at, question: _, message, hint } = self;
        writeln!(f, "{kind}[{}]: {}", code.name(), escaped(message))?;
        writeln!(f, "  --> {}:{}:{}", escaped(file), at.line, at.column)?;
        write!(f, "  hint: {}", escaped(hint))
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write("error", f)
    }
}

impl fmt::Display for AsWarning<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write("warning", f)
    }
}

/// Rewrites an error of the JSON parser in plain words. The result never contains text of the document.
pub(crate) fn plain(sentence: &str) -> String {
    let rules = &language().rules;
    let words = match sentence {
        sentence if sentence.starts_with("EOF while parsing") => rules.ends_early,
        "trailing characters" => rules.text_after_end,
        "trailing comma" => rules.trailing_comma,
        "key must be a string" => rules.key_not_text,
        "expected value" => rules.no_value,
        sentence if sentence.starts_with("control character") => rules.control_character,
        "unexpected end of hex escape" | "lone leading surrogate in hex escape" => rules.broken_escape,
        "recursion limit exceeded" => rules.nested_deeply,
        sentence => return (rules.json_words)(sentence),
    };
    words.to_owned()
}

/// Sorts diagnostics by file and position, so that the output is always the same.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| (&a.file, a.at, a.code, &a.message).cmp(&(&b.file, b.at, b.code, &b.message)));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Code;

    #[test]
    fn codes_are_distinct_snake_case_words() {
        let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        assert!(
            names
                .iter()
                .all(|name| { name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') })
        );
    }
}
