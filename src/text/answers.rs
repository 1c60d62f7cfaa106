//! Error messages about answers. They never contain an answer.

use super::rules::{Mistake, OwnMistake};

/// Error messages about answers. They never contain an answer.
#[derive(Debug)]
pub struct Answers {
    /// The document is too large.
    pub too_large: Mistake,
    /// The document is not UTF-8.
    pub not_utf8: Mistake,
    /// The document is empty.
    pub empty: &'static str,
    /// The document is not JSON. Takes the error of the parser.
    pub not_json: fn(&str) -> String,
    /// The hint for a document that is not JSON.
    pub check_json: &'static str,
    /// The hint for a document that is not JSON because of the words NaN and Infinity.
    pub no_numbers: &'static str,
    /// The document is JSON, but not an object.
    pub no_object: Mistake,
    /// A key is twice in an object.
    pub duplicate_key: Mistake,
    /// There is no question with this id.
    pub unknown_question: &'static str,
    /// The hint for a key that is no question, where the questions are listed for one before it.
    pub listed_above: &'static str,
    /// What to do with a key that is in many records and is no question.
    pub leave_key_out: &'static str,
    /// An item is answered in its group and by itself.
    pub item_twice: Mistake,
    /// The `id` of the record is not a text.
    pub id_not_text: &'static str,
    /// The hint for a value that should be a text.
    pub write_in_quotes: &'static str,
    /// The hint for a value in a list.
    pub unbox: &'static str,
    /// The hint for an empty list or object, where an answer or a text should be.
    pub nothing_in_it: &'static str,
    /// The hint for true and false. Takes the hint with what may be written.
    pub boolean: fn(&str) -> String,
    /// The hint for a number. Takes the hint with what may be written.
    pub number: fn(&str) -> String,
    /// Whose answers they are is no text.
    pub for_not_text: &'static str,
    /// The hint with the two words for that.
    pub for_whom: &'static str,
    /// Whose answers they are is none of the two words.
    pub for_nobody: Mistake,
    /// The `id` of the record is too long or has unprintable characters. Takes the most characters.
    pub bad_record_id: fn(usize) -> (&'static str, String),
    /// The answer is not a text. Takes the reference of the item.
    pub answer_not_text: fn(&str) -> String,
    /// The item has no such option. Takes its reference.
    pub no_such_option: fn(&str) -> String,
    /// A group is answered with something else than an object or a list. Takes the id of the group and of one of its
    /// items.
    pub not_a_group: fn(&str, &str) -> (String, String),
    /// The object of a group is empty. Takes the id of the group.
    pub empty_group: fn(&str) -> (String, String),
    /// The list of a group is empty. Takes the id of the group.
    pub empty_list: fn(&str) -> (String, String),
    /// A group has no item with this id. Takes the id of the group.
    pub unknown_item: fn(&str) -> String,
    /// The list of a group has something else than texts. Takes the id of the group.
    pub items_not_texts: fn(&str) -> String,
    /// An item is twice in a list.
    pub repeated_item: Mistake,
    /// `none` is in a list with other items. Takes the id of the group.
    pub none_with_others: fn(&str) -> OwnMistake,

    /// The table has no header.
    pub no_header: Mistake,
    /// A column is twice in the header.
    pub duplicate_column: Mistake,
    /// A column has the id of a group. Takes the reference of an item as an example.
    pub column_is_group: fn(&str) -> (&'static str, String),
    /// The table is JSON.
    pub table_is_json: Mistake,
    /// A line with the type of the rows stands above the header.
    pub type_line: Mistake,
    /// Lines of the table end with a carriage return alone.
    pub carriage_returns: Mistake,
    /// The header can be read with another delimiter. Takes that.
    pub other_delimiter: fn(char) -> (String, String),
    /// The header can be read with another delimiter than the one that was named. Takes that.
    pub not_named_delimiter: fn(char) -> (String, String),
    /// There is no question for a column.
    pub unknown_column: &'static str,
    /// There is no question for some columns. Takes their numbers.
    pub unknown_columns: fn(&[usize]) -> String,
    /// The hint how to leave columns out. Takes the numbers of those that have no name, the number of one that may hold the
    /// `id`, and the names that are known.
    pub ignore_columns: fn(&[usize], Option<usize>, Option<&str>) -> String,
    /// The hint for a word that other programs write where there is no answer.
    pub missing_word: &'static str,
    /// The number of fields is wrong. Takes that of the row and that of the header.
    pub fields: fn(usize, usize) -> OwnMistake,
    /// The row is too large.
    pub row_too_large: Mistake,
    /// The row is not UTF-8.
    pub row_not_utf8: Mistake,
    /// A quote is not closed. Takes the line in which it opens.
    pub open_quote: fn(u64) -> OwnMistake,
    /// The row is too large, and a quote in it is not closed as far as it was looked at. Takes the line in which it opens.
    pub large_quote: fn(u64) -> OwnMistake,
    /// A quote stands alone in its field, and another one in a row behind it. Takes the line of the first.
    pub marks: fn(u64) -> OwnMistake,
    /// A quote stands within a field.
    pub quote_within: Mistake,
    /// Text stands behind a closing quote.
    pub behind_quote: Mistake,

    /// A change on the command line has no `=`.
    pub no_equals_sign: Mistake,
    /// A change names a question that does not exist.
    pub unknown_change: &'static str,
    /// The hint how to change an item of a group. Takes its reference.
    pub change_item: fn(&str) -> String,

    /// The word "questions", as in "the questions are".
    pub questions: &'static str,
    /// The word "columns".
    pub columns: &'static str,
    /// The word "options".
    pub options: &'static str,
    /// The word "items".
    pub items: &'static str,
    /// A hint with a close word.
    pub did_you_mean: fn(&str) -> String,
    /// A hint such as "the options are: yes, no". Takes the plural word and the list.
    pub the_are: fn(&str, &[&str]) -> String,
    /// A hint such as "`a` is now `b` and `c`". Takes the retired id and its successors.
    pub is_now: fn(&str, &[&str]) -> String,
    /// Joins a hint with the allowed words and hints about retired ids.
    pub with_changes: fn(&str, &[String]) -> String,
}
