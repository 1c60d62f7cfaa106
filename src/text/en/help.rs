//! The help of the command line. In English.

use crate::text::help::Help;

/// The help of the command line.
pub(super) const HELP: Help = Help {
    about: "A checklist about JAK inhibitors (baricitinib, tofacitinib, upadacitinib) to take to your doctor",
    long_about: "\
A checklist about JAK inhibitors (baricitinib, tofacitinib, upadacitinib) to take to your doctor.

It asks about your health, and prints which cautions and warning signs apply, with their sources. It does not say \
whether a medicine is right for you, and it gives no score. No doctor or nurse has reviewed it.

In an emergency (chest pain, trouble breathing, weakness on one side, slurred speech) call your local emergency \
number. Do not use this program first.",
    after_help: "In an emergency call your local emergency number. `jakcheck --help` says more.",
    after_long_help: "\
Examples:
  Answer questions in the terminal:
    jakcheck
  The 12 most important ones, the list in a new file:
    jakcheck ask --short --output list.txt
  One answers file, one report:
    jakcheck check answers.json
  The same by pipe, as JSON:
    echo '{\"smoking\": \"past\"}' | jakcheck --format json
  Many records, one JSON object a line:
    jakcheck batch people.ndjson --output results.ndjson
  The same rules as a query for a database:
    jakcheck rules export --to sql --dialect duckdb
  Two people side by side; each is an example person or a file:
    jakcheck compare past_clot answers.json
  What the list teaches about a topic:
    jakcheck topics blood_clots
  A rule in words, with its sources:
    jakcheck rules show clot_history

Exit codes:
  0    done, whatever was found
  1    with --exit-code: a caution applies, or something is urgent
  2    wrong usage
  3    bad or incomplete answers, some lines of a batch too, no record at all, or bad rules
  4    a file or stream could not be read or written
  130  stopped

For scripts:
  Formats: `jakcheck COMMAND --help` lists those that the command prints
  Lists: those of `topics`, `demo` and `explain` are JSON with --format json, and so is a topic
  Errors: with --format json they are JSON, on standard error; `jakcheck schema error` has the schema
  Output: --output also takes /dev/null, /dev/stdout, /dev/stderr and a named pipe
  Tables: `jakcheck batch --template` prints an empty one to fill in, and `batch` reads it back
  Urgent: `check --output FILE` also says on standard error what must not wait, in one line; not with --quiet

Environment:
  NO_COLOR, CLICOLOR, CLICOLOR_FORCE, TERM: colour; --color comes first
  ACCESSIBLE: ask in numbered lines, as with --accessible
  COLUMNS: width of this help

Answers go in by file, by pipe or by hand, never as flags. Nothing is saved unless you ask for it, and nothing leaves \
this computer.",
    rules_dir: "Use the rule set in this folder instead of the built-in one",
    format: "How to print",
    output: "Write to a new file, private except on Windows; `-` is standard output",
    force: "Write over the file that --output names, if it is there",
    large_print: "Print HTML in large letters: 18 points on paper",
    color: "When to use colour",
    width: "Wrap text at this many columns [default: the terminal's width, 80 without one]",
    date: "The day of the report, as YYYY-MM-DD [default: today]",
    no_input: "Never ask; fail where answers would be needed",
    exit_code: "Exit with 1 if a caution applies or something is urgent",
    quiet: "Say nothing on standard error but what is wrong; results stay as they are",
    format_text: "Plain text",
    format_json: "JSON",
    format_markdown: "Markdown",
    format_html: "One page for a browser, to read or to print; it needs nothing else",
    format_fhir: "A Bundle of FHIR R4: the response, an issue for each caution, guidance",
    format_csv: "A table for spreadsheets",
    color_auto: "In a terminal, unless the environment says no",
    color_always: "Always",
    color_never: "Never",
    ask: "Answer questions in the terminal, then read the report",
    ask_short: "Ask the 12 most important questions only; the report says what was not asked",
    ask_accessible: "Ask in numbered lines, for screen readers; also reads typed answers from a pipe",
    ask_save_answers: "Save the answers in this new file, at the end and when you choose to stop",
    ask_resume: "Go on with the answers saved in this file",
    demo_all: "Print the lists of all people, each on a page of its own",
    demo_quiz: "Print the story and the answers, and the list as the solution on a page of its own",
    full: "Print everything: the list, then each caution and sign with its sources",
    check: "Check one answers document and print its report",
    answers_file: "Answers, or a FHIR response; `-` is standard input",
    batch: "Check many records: a line of JSON in, a line of JSON out",
    batch_file: "Answers or FHIR responses, one JSON object a line, or a CSV table; `-` is standard input",
    batch_threads: "How many threads work [default: as many as the machine has]",
    batch_full: "Put the whole report on each line",
    batch_to_columns: "Put the answers themselves into columns for a database, as lines of JSON, or as a table with --format csv",
    batch_from: "What comes in [default: csv for a file named .csv or .tsv, otherwise ndjson]",
    batch_from_ndjson: "One JSON object a line",
    batch_from_csv: "A table whose header names questions, and items of groups as `group.item` or `group__item`",
    batch_ignore: "Leave out what has these names, such as `--ignore mail,visit`; `--ignore ''` is a column without a name",
    batch_delimiter: "What separates the fields of a table: one character, or the word `tab` [default: comma, semicolon or tab, whichever makes every name in the header known]",
    batch_missing: "Words in a table that mean no answer, such as `--missing NA,.`; without it only an empty field does",
    batch_bom: "Begin a table with a byte order mark, as spreadsheets want for letters such as ü",
    batch_template: "Print an empty CSV table of answers to fill in: the header row with every column that `batch` reads",
    demo: "Print an example person's report, and what one answer changes",
    demo_person: "Name of the person; without one, everybody is listed",
    demo_change: "Change an answer and print what that does, such as `smoking=never` or `heart_history.stroke=yes`",
    compare: "Print two people side by side: what differs, and why",
    compare_left: "An example person or an answers file; `-` is standard input, `./past_clot` a file",
    compare_right: "Another one, for the right column",
    explain: "Tell what raises a caution, what leaves it open, and its sources",
    explain_caution: "Id of the caution; without one, they are listed",
    explain_answers: "Also tell what the answers in this file did to it; `-` is standard input",
    topics: "Print what the list teaches about a topic, or list the topics",
    topics_topic: "Id of the topic",
    rules: "Prove a rule set, or print it for review",
    rules_check: "Prove the rule set: every file, every reference, every worked case, and what holds for all answers",
    rules_every_state: "Try each state by itself, up to a billion a rule, not one for all that are alike; it takes minutes",
    rules_show: "Print rules with their sources, conditions in words and worked cases",
    rules_show_id: "Id of a topic, question, caution or warning symptom; without one, everything",
    rules_hazards: "Print what can go wrong with this program, what is done about it, and what shows that",
    rules_review: "List which rules are reviewed; with --format html write the packet to review them with",
    rules_review_read: "Read a review that the packet saved, and print the reviews.json that results",
    rules_export: "Print the rules in another form: SQL, JSON Schema, a table, Markdown, FHIR; without --to, list the forms",
    export_to: "The form",
    export_dialect: "The engine that SQL is for",
    export_ddl: "Print the table of answers that the query reads, not the query",
    export_long: "Give one row a record and caution, not one a record",
    export_sql: "A query that says of each record in a database what `batch` says; with --ddl the table that it reads",
    export_json_schema: "JSON Schema of the answers of one person",
    export_csv: "A decision table: one row a caution",
    export_markdown: "The reviewer's copy",
    export_fhir_questionnaire: "The questions as a Questionnaire of FHIR R4, for patient portals and form tools",
    completions: "Print completions for a shell",
    completions_shell: "Which shell",
    man: "Print the manual page",
    page: "Write the questionnaire as one page for a browser, offline",
    page_short: "Only the questions of the short check",
    schema: "Print the JSON Schema of a document",
    schema_document: "Which document",
    schema_answers: "Answers of one person",
    schema_report: "A report in JSON",
    schema_comparison: "What differs between two people, in JSON",
    schema_explanation: "A caution explained, in JSON",
    schema_batch: "A line of the results of a batch",
    schema_cautions: "The list of `explain`, in JSON",
    schema_people: "The list of `demo`, in JSON",
    schema_topics: "The list of `topics`, in JSON",
    schema_topic: "One topic, in JSON",
    schema_review: "How far the rules are reviewed, in JSON",
    schema_error: "What standard error says with --format json when a command fails",
    schema_proofs: "What `rules check` proves, in JSON",
    schema_hazards: "The log of `rules hazards`, in JSON",
    schema_rules: "Files of a rule set",
};
