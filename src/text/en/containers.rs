//! What to do with a file that is no answers in JSON. In English.

use crate::text::containers::Containers;

pub(super) const CONTAINERS: Containers = Containers {
    utf_16: ("this is text in UTF-16", "save it as UTF-8, such as with iconv -f UTF-16 -t UTF-8"),
    compressed: (
        "this is compressed",
        "unpack it first, such as with gunzip -c, and pipe what comes out to this command",
    ),
    archive: (
        "this is an archive, such as a workbook of a spreadsheet",
        "save the sheet as CSV in UTF-8, and read that with jakcheck batch",
    ),
    database: ("this is a file of a database", "export the answers as CSV or as a JSON object a line"),
    list_for_one: (
        "this is a list, and a document holds the answers of one person",
        "for many people: jq -c '.[]' FILE | jakcheck batch",
    ),
    list_for_lines: ("this is a JSON list, and a batch takes one object a line", "make lines of it: jq -c '.[]' FILE"),
    several_for_one: ("there are several objects here, and a document holds the answers of one person", TO_BATCH),
    several_in_one_line: ("there are several objects in one line", "make a line of each: jq -c . FILE"),
    several_lines: (
        "this object goes over several lines, and a batch takes one object a line",
        "make lines of it: jq -c . FILE",
    ),
    table_for_one: (TABLE_FOR_ONE, "read it with jakcheck batch --from csv"),
    barred_table_for_one: (TABLE_FOR_ONE, "save it as CSV, and read that with jakcheck batch --from csv"),
    table_for_lines: (TABLE_FOR_LINES, "read it with --from csv"),
    barred_table_for_lines: (TABLE_FOR_LINES, "save it as CSV, or read it with --from csv --delimiter '|'"),
};

const TABLE_FOR_ONE: &str = "this looks like a table, and a document holds the answers of one person";

const TABLE_FOR_LINES: &str = "this looks like a table, and not like lines of JSON";

const TO_BATCH: &str = "for many people: jq -c . FILE | jakcheck batch";
