//! What is said of mistakes in answers: never what was answered.

use super::rules::{Mistake, OwnMistake};

/// What is said of mistakes in answers, never with what was answered. A mistake is what is wrong and what to do about it.
#[derive(Debug)]
pub struct Answers {
    /// The document is too large.
    pub too_large: Mistake,
    /// The document begins with a byte order mark.
    pub byte_order_mark: Mistake,
    /// The document is not UTF-8.
    pub not_utf8: Mistake,
    /// The document is empty.
    pub empty: &'static str,
    /// The document is not JSON, and what is wrong with it.
    pub not_json: fn(&str) -> String,
    /// What to do about JSON that cannot be read.
    pub check_json: &'static str,
    /// JSON, but no object.
    pub no_object: Mistake,
    /// A key stands twice.
    pub duplicate_key: Mistake,
    /// There is no question of this name.
    pub unknown_question: &'static str,
    /// How to write the item of a group.
    pub as_group: fn(&str, &str) -> String,
    /// The `id` of the record is no text.
    pub id_not_text: Mistake,
    /// Whose answers they are is no text.
    pub for_not_text: Mistake,
    /// Whose answers they are is none of the two words.
    pub for_nobody: Mistake,
    /// The `id` of the record cannot be printed; so many characters can.
    pub bad_record_id: fn(usize) -> (&'static str, String),
    /// The answer to this is no text.
    pub answer_not_text: fn(&str) -> String,
    /// This has no such option.
    pub no_such_option: fn(&str) -> String,
    /// This is a group, and an item of it.
    pub not_a_group: fn(&str, &str) -> (String, String),
    /// The object of this group is empty.
    pub empty_group: fn(&str) -> (String, String),
    /// The list of this group is empty.
    pub empty_list: fn(&str) -> (String, String),
    /// This group has no item of this name.
    pub unknown_item: fn(&str) -> String,
    /// The items of this group are no texts.
    pub items_not_texts: fn(&str) -> String,
    /// An item stands twice in a list.
    pub repeated_item: Mistake,
    /// `none` stands beside other items of this group.
    pub none_with_others: fn(&str) -> OwnMistake,

    /// The table has no header.
    pub no_header: Mistake,
    /// A column stands twice.
    pub duplicate_column: Mistake,
    /// A column is named after a group, and an item of it.
    pub column_is_group: fn(&str) -> (&'static str, String),
    /// No question has the name of the column.
    pub unknown_column: &'static str,
    /// The fields of the row, and those of the header.
    pub fields: fn(usize, usize) -> OwnMistake,
    /// The row is too large.
    pub row_too_large: Mistake,
    /// The row is not UTF-8.
    pub row_not_utf8: Mistake,
    /// A quote is not closed.
    pub open_quote: Mistake,
    /// The row has a line break.
    pub line_break: Mistake,

    /// A change without `=`.
    pub no_equals_sign: Mistake,
    /// There is no question of this name to change.
    pub unknown_change: &'static str,
    /// How to change an item of a group.
    pub change_item: fn(&str) -> String,

    /// "questions", in "the questions are".
    pub questions: &'static str,
    /// "columns".
    pub columns: &'static str,
    /// "options".
    pub options: &'static str,
    /// "items".
    pub items: &'static str,
    /// "did you mean this?"
    pub did_you_mean: fn(&str) -> String,
    /// "the options are: yes, no".
    pub the_are: fn(&str, &[&str]) -> String,
    /// "`a` is now `b` and `c`".
    pub is_now: fn(&str, &[&str]) -> String,
    /// What the options or items are, and which ids changed.
    pub with_changes: fn(&str, &[String]) -> String,
}
