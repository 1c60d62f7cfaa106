//! Error messages about rule files. In English.

use crate::text::rules::{Kind, Rules};

const CITE_OR_REMOVE: &str = "cite it, or remove it";
const OTHER_ID: &str = "choose another id";
const MAKE_THEM_THE_SAME: &str = "make them the same";
const MEND_RULE_OR_CASE: &str = "mend the rule, or the case if it is wrong";

pub(super) const RULES: Rules = Rules {
    cannot_read: |path, error| format!("cannot read {}: {error}", path.display()),
    errors: |count| format!("the rule set has {count} errors"),
    no_ordinary_file: "it is no ordinary file",
    too_many_files: |most| format!("there are more than {most} JSON files here"),
    missing_file: |name| format!("the rule set has no file {name}"),
    missing_file_hint: "add the file; rules/README.md shows what belongs into it",
    missing_topic_hint: "add the file, or take its name out of `topics` in rule-set.json",
    unlisted_file: (
        "the rule set does not name this file",
        "add its name to `topics` in rule-set.json, or remove the file",
    ),
    wrong_file_name: |file, id| (format!("the file is named {file}, its id is `{id}`"), MAKE_THEM_THE_SAME),
    wrong_case_file: |file, topic| (format!("the file is {file}, its topic is `{topic}`"), MAKE_THEM_THE_SAME),

    too_large: ("the file is larger than 1 MiB", "split it or shorten it"),
    byte_order_mark: ("the file begins with a byte order mark", "save it as UTF-8 without a byte order mark"),
    not_utf8: ("the file is not UTF-8 text", "save it as UTF-8"),
    empty_file: "the file is empty",

    ends_early: "it ends too early",
    text_after_end: "something follows the end of the document",
    trailing_comma: "there is a comma too many",
    key_not_text: "a key in double quotes is missing here, or a comma is too many",
    no_value: "a value is missing here, or is not in double quotes",
    control_character: "there is a line break or control character in a text",
    broken_escape: "a \\u escape is broken",
    nested_deeply: "it is nested too deeply",
    json_words,
    one_or_more: "an option or a list of options",

    nest_less: "nest less deeply; use named conditions",
    check_json: "write one JSON document: check brackets, commas and quotes near this place",
    keep_one: "keep one of the two",
    add_key: "add it; rules/README.md lists the keys",
    remove_key: "remove it; rules/README.md lists the keys",
    right_type: "write the type that the format asks for; rules/README.md shows it",

    kinds: |of| format!("{}s", kind(of)),
    unknown: |of, word| format!("there is no {} `{word}`", kind(of)),
    duplicate_id: |of, id| {
        (format!("the {} id `{id}` stands twice", kind(of)), "rename one of them; ids are never used twice")
    },
    reserved_id: |id| (format!("the id `{id}` has a meaning of its own"), OTHER_ID),
    bad_id: |text| {
        (
            format!("`{text}` is not an id"),
            "write words of a-z and 0-9 joined by single underscores, at most 60 characters",
        )
    },
    id_of_records: ("answers use `id` for the record", OTHER_ID),
    id_of_whose: ("answers use `for` to say whose they are", OTHER_ID),
    id_of_conditions: ("named conditions use `holds`", OTHER_ID),
    id_of_results: |id| (format!("tables of results have a column `{id}` of their own"), OTHER_ID),
    retired_in_use: |id| {
        (
            format!("the retired id `{id}` is in use"),
            "choose a new id for what is in use; a retired one would be read as what it was",
        )
    },
    no_successor: ("`now` has no id", "name what took its place"),
    unknown_successor: |id| {
        (format!("nothing is called `{id}`"), "name a question, an item, an option, a caution or a symptom")
    },

    unsupported_format: ("this program reads format 1", "write `\"format\": 1`"),
    review_too_early: ("`review_by` is not after `checked_on`", "set the day of the next check"),
    not_a_day: ("this is not a day", "write a real day as YYYY-MM-DD"),
    bad_level: ("a level is 1, 2 or 3", "1 before the next or first dose, 2 at the next visit, 3 plan"),
    bad_rating: ("severity and likelihood are from 1 to 5", "write a number of the scale at the top of the file"),
    evidence_names: "name a test as `module::test`, a property from `P1` to `P12`, or a rule as `caution:smoking`",
    coverage_shape: (
        "a topic of the register is asked about or printed",
        "write exactly one of `asked_by` (question ids) and `tell` (sentences, perhaps with `show_when`)",
    ),

    empty_text: ("the text is empty", "write the text"),
    hidden_character: |hidden| {
        (
            format!("the text has the hidden character U+{:04X}", u32::from(hidden)),
            "remove it; only characters that can be seen belong in a text",
        )
    },
    stray_space: (
        "the text has spaces that do not belong there",
        "leave no space at either end, no two in a row, no tab, no line break and no hard space",
    ),
    no_sentence: |key| (format!("`{key}` has no sentence"), "write at least one sentence"),

    no_citation: ("nothing is cited", "name at least one source"),
    no_passage: |source, passage| format!("source `{source}` has no passage `{passage}`"),
    uncited_source: |source| (format!("nothing cites source `{source}`"), CITE_OR_REMOVE),
    uncited_passage: |source, passage| {
        (format!("nothing cites passage `{passage}` of source `{source}`"), CITE_OR_REMOVE)
    },

    too_many_leaves: |most| {
        (
            format!("the condition reads more than {most} answers once its named conditions are put in"),
            "say it with fewer parts",
        )
    },
    too_deep: |most| (format!("the condition nests more than {most} deep"), "flatten it, or use named conditions"),
    names_too_deep: |most| (format!("named conditions nest more than {most} deep"), "flatten them"),
    cycle: |chain| {
        (format!("named conditions lead back to themselves: {}", chain.join(" -> ")), "break the chain at one of them")
    },
    condition_shape: (
        "a condition has exactly one form",
        "write one of `all`, `any`, `question` with `is`, `group` with `any_is`, or `holds`",
    ),
    no_parts: |key| (format!("`{key}` has no parts"), "add the conditions it joins"),
    no_option: ("`is` names no option", "name the options that make it true"),
    is_group: |id| {
        let hint = format!("write `{{ \"group\": \"{id}\", \"any_is\": \"yes\" }}`, or name an item as `{id}.item`");
        (format!("`{id}` is a group"), hint)
    },
    is_no_group: |id| (format!("`{id}` is no group"), format!("write `{{ \"question\": \"{id}\", \"is\": ... }}`")),
    only_yes: ("`any_is` can only be `yes`", "write `\"any_is\": \"yes\"`"),
    no_such_option: |question, option| format!("question `{question}` has no option `{option}`"),

    symptom_questions: |count| {
        (
            format!("{count} questions have `items_from` warning symptoms"),
            "let exactly one question ask for the warning symptoms",
        )
    },
    question_shape: |id| {
        (
            format!("question `{id}` must have exactly one of `options`, `items` and `items_from`"),
            "keep the one that is meant",
        )
    },
    no_items: ("the group has no items", "add the items"),
    no_options: ("the question has no options", "add the options"),
    too_many_options: ("the question has more than 64 options", "split the question"),
    no_reason: ("the question does not say why it is asked", "write one or two short sentences"),
    reads_later: (
        "`ask_when` reads a question that is not asked before this one",
        "read earlier questions only, or change the order of the topics",
    ),
    reads_itself: (
        "`show_when` reads the item that reports this symptom",
        "leave that item out: a symptom that is reported is always shown",
    ),
    bad_count: ("nobody is counted, or more had the event than were counted", "check the count against its source"),
    yes: "yes",
    no: "no",

    no_rule: |id| format!("there is no such rule as `{id}` of this kind"),
    remove_record: "remove this review: its rule is gone",
    reviewed_twice: |id, name| (format!("`{id}` is reviewed twice by {name}"), "keep the later review"),
    bad_digest: (
        "this is no digest of a rule",
        "take the 64 digits from `jakcheck rules review --format json`, or let a review packet write the file",
    ),
    nothing_checked: ("nothing was checked", "name at least one of `fact`, `wording` and `condition`"),
    checked_twice: ("something is named twice", "name each of `fact`, `wording` and `condition` once"),
    no_remarks: ("a change is needed, and no remark says which", "say it in `remarks`"),
    review_in_records: "remove it: reviews are records of single rules in reviews.json; rules/REVIEWING.md shows how",

    unread_question: |id| (format!("no rule reads question `{id}`"), "print the topic with `tell` instead"),
    unread_option: ("no condition reads this answer", "say why in `unread`, or write the rule that reads it"),
    needless_reason: ("a condition reads this answer", "remove `unread`"),

    case_without_reason: ("the case does not say why", "give the reason in terms of the source"),
    case_expects_nothing: ("the case expects nothing", "name at least one caution and its state"),
    case_state: |caution, is, said| (format!("`{caution}` is {is}, the case says {said}"), MEND_RULE_OR_CASE),
    case_list: |key, ids| (format!("`{key}` is [{}]", ids.join(", ")), MEND_RULE_OR_CASE),
    case_urgent: |urgent| (format!("`urgent` is {urgent}"), MEND_RULE_OR_CASE),
    missing_case: |caution, outcome| {
        (format!("caution `{caution}` has no worked case that {outcome}"), "add one, with the reason in `why`")
    },
    raises: "raises it",
    does_not_raise: "does not raise it",
    leaves_open: "leaves it open",
};

fn kind(of: Kind) -> &'static str {
    match of {
        Kind::Advice => "advice",
        Kind::Case => "case",
        Kind::Caution => "caution",
        Kind::Evidence => "evidence",
        Kind::Group => "group",
        Kind::Hazard => "hazard",
        Kind::Item => "item",
        Kind::NamedCondition => "named condition",
        Kind::Option => "option",
        Kind::Outcome => "outcome",
        Kind::Passage => "passage",
        Kind::Question => "question",
        Kind::Retired => "retired",
        Kind::Source => "source",
        Kind::Study => "study",
        Kind::Topic => "topic",
        Kind::TopicOfRegister => "topic of the register",
        Kind::WarningSymptom => "warning symptom",
    }
}

/// The parser names what it expected, never what it found.
fn json_words(sentence: &str) -> String {
    const WORDS: [(&str, &str); 11] = [
        ("invalid type: ", "this is "),
        ("a sequence", "a list"),
        ("sequence", "a list"),
        ("expected a boolean", "expected true or false"),
        ("floating point", "the number"),
        ("boolean `true`", "true"),
        ("boolean `false`", "false"),
        ("struct ", "an object of the kind "),
        (" map", " an object"),
        ("u32", "a whole number"),
        ("u8", "a whole number"),
    ];
    WORDS.iter().fold(sentence.to_owned(), |text, (word, plain)| text.replace(word, plain))
}
