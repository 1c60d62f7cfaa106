//! Error messages about answers. In English.

use crate::text::answers::Answers;

const FOR_WHOM: &str = "write \"self\" or \"someone_else\"";

const KEEP_ONE: &str = "keep one of the two";

const QUOTES: &str = "put the whole field in quotes, and write a quote in it twice";

pub(super) const ANSWERS: Answers = Answers {
    too_large: ("the answers are larger than 64 KiB", "one document holds the answers of one person"),
    not_utf8: ("the document is not UTF-8 text", "save it as UTF-8"),
    empty: "there are no answers: the document is empty",
    not_json: |mistake| format!("this is not JSON: {mistake}"),
    check_json: "write one JSON object, such as {\"smoking\": \"never\"}; check brackets, commas and quotes",
    no_numbers: "JSON has no NaN and no Infinity: write null instead, also in what is left out",
    no_object: ("answers must be one JSON object", "write one JSON object, such as {\"smoking\": \"never\"}"),
    duplicate_key: ("this key stands twice", KEEP_ONE),
    unknown_question: "there is no question with this name",
    listed_above: "the questions are listed above",
    leave_key_out: "to leave it out, give its name to --ignore",
    item_twice: ("this item is answered twice: by itself and in its group, or under two names", KEEP_ONE),
    id_not_text: "`id` must be a text or a whole number",
    write_in_quotes: "write it in quotes",
    unbox: "take it out of the brackets",
    nothing_in_it: "nothing is in it: leave the key out, or write null",
    boolean: |options| format!("false is often \"not ticked\", which is not no: write a word instead; {options}"),
    number: |options| format!("a number can mean anything: write a word instead; {options}"),
    for_not_text: "`for` must be a text",
    for_whom: FOR_WHOM,
    for_nobody: ("`for` has no such word", FOR_WHOM),
    bad_record_id: |most| ("this `id` cannot be echoed", format!("write at most {most} characters that can be seen")),
    answer_not_text: |reference| format!("the answer to `{reference}` must be a text"),
    no_such_option: |reference| format!("`{reference}` has no such option"),
    not_a_group: |group, item| {
        let hint = format!("write {{\"{group}\": {{\"{item}\": \"yes\"}}}}, or a list of the items that are yes");
        (format!("`{group}` must be a group of items"), hint)
    },
    empty_group: |group| (format!("`{group}` says nothing"), none_or_left_out(group)),
    empty_list: |group| {
        (format!("the list of `{group}` is empty, which says neither yes nor no"), none_or_left_out(group))
    },
    unknown_item: |group| format!("`{group}` has no item with this name"),
    items_not_texts: |group| format!("the items of `{group}` must be texts"),
    repeated_item: ("this item stands twice in the list", KEEP_ONE),
    none_with_others: |group| {
        (format!("`none` stands beside other items of `{group}`"), "write `none` alone, or leave it out")
    },

    no_header: ("the header is missing", "name the columns in the first line, such as id,smoking,heart_history.stroke"),
    duplicate_column: ("this column stands twice", KEEP_ONE),
    column_is_group: |item| ("this is a group of items", format!("write one column for each item, such as `{item}`")),
    table_is_json: ("this is no table: it looks like JSON", "add --from ndjson, or name a table"),
    type_line: (
        "a line `#TYPE` stands above the header",
        "write the table with Export-Csv -NoTypeInformation, or take that line out",
    ),
    carriage_returns: (
        "lines of this table end with a carriage return alone",
        "save it with line feeds, as other CSV files have",
    ),
    other_delimiter,
    not_named_delimiter,
    unknown_column: "there is no question with the name of this column",
    unknown_columns,
    ignore_columns,
    missing_word: "leave the field empty where there is no answer, or name the words for that: --missing NA,.",
    fields: |row, header| {
        (
            format!("this row has {row} fields, the header has {header}"),
            "leave a field empty where there is no answer, and put quotes around a comma",
        )
    },
    row_too_large: ("this row is larger than 64 KiB", "one row holds the answers of one person"),
    row_not_utf8: ("this row is not UTF-8 text", "save the table as UTF-8"),
    open_quote: |line| {
        let message = format!("the quote that opens in line {line} does not close before the end of the table");
        (message, "close it, and write a quote within a field twice; no row behind it was read")
    },
    large_quote: |line| {
        let message =
            format!("this row is larger than 64 KiB: the quote that opens in line {line} does not close within that");
        (message, "close it, and write a quote within a field twice; if it never closes, no row behind it was read")
    },
    marks: |line| {
        let message =
            format!("a quote in line {line} stands alone in its field, and takes in all up to the next such quote");
        (message, "write the word that it repeats; no row between the two quotes was read")
    },
    quote_within: ("a quote stands within a field that does not begin with one", QUOTES),
    behind_quote: ("text stands behind a closing quote", QUOTES),

    no_equals_sign: ("a change has no `=`", "write a question and an option, such as smoking=never"),
    unknown_change: "there is no question with this name to change",
    change_item: |item| format!("name one item of the group, such as {item}=yes"),

    questions: "questions",
    columns: "columns",
    options: "options",
    items: "items",
    did_you_mean: |word| format!("did you mean `{word}`?"),
    the_are: |kinds, words| match words {
        [] => format!("there are no {kinds} yet"),
        words => format!("the {kinds} are: {}", words.join(", ")),
    },
    is_now: |before, now| {
        let now: Vec<String> = now.iter().map(|id| format!("`{id}`")).collect();
        format!("`{before}` is now {}", now.join(" and "))
    },
    with_changes: |listing, changes| format!("{listing}; ids that changed: {}", changes.join(", ")),
};

fn none_or_left_out(group: &str) -> String {
    format!("write [\"none\"] if no item is yes, or leave `{group}` out")
}

/// What a delimiter is called, and how it is named on the command line.
fn named(delimiter: char) -> (&'static str, &'static str) {
    match delimiter {
        ',' => ("commas", "','"),
        ';' => ("semicolons", "';'"),
        '\t' => ("tabs", "tab"),
        '|' => ("vertical bars", "'|'"),
        _ => ("other characters", "CHARACTER"),
    }
}

fn not_named_delimiter(likely: char) -> (String, String) {
    let (kind, word) = named(likely);
    let message = format!("this header has {kind} between its columns, and not the character that was named");
    (message, format!("write --delimiter {word}, whatever a line `sep=` above the header says"))
}

fn other_delimiter(likely: char) -> (String, String) {
    let (kind, word) = named(likely);
    let hint = format!(
        "add --delimiter {word}; it is taken without that only where every name is known or left out with --ignore"
    );
    (format!("this header has {kind} between its columns"), hint)
}

fn unknown_columns(places: &[usize]) -> String {
    match places {
        [_] => "there is no question with the name of this column".to_owned(),
        places => format!("there are no questions with the names of columns {}", ranges(places)),
    }
}

fn ignore_columns(nameless: &[usize], id: Option<usize>, listing: Option<&str>) -> String {
    let without_name = match nameless {
        [] => None,
        [1] => Some("the first column has no name: leave it out with --ignore ''".to_owned()),
        [one] => Some(format!("column {one} has no name: leave it out with --ignore ''")),
        many => Some(format!("columns {} have no name: leave them out with --ignore ''", ranges(many))),
    };
    let named = listing.map(|listing| format!("leave out what is no answer with --ignore NAME,NAME; {listing}"));
    let id = id.map(|place| format!("if column {place} says who it is, give it the name id"));
    without_name.into_iter().chain(id).chain(named).collect::<Vec<String>>().join("; ")
}

/// "1 to 5, 7, 9 and 10"
fn ranges(places: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for place in places {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *place => *last = *place,
            _ => ranges.push((*place, *place)),
        }
    }
    let text = |(first, last): &(usize, usize)| match last - first {
        0 => vec![first.to_string()],
        1 => vec![first.to_string(), last.to_string()],
        _ => vec![format!("{first} to {last}")],
    };
    let texts: Vec<String> = ranges.iter().flat_map(text).collect();
    match texts.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => texts.concat(),
    }
}
