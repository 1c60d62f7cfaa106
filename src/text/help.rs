//! The help of the command line.

/// The help of the command line.
#[derive(Debug)]
pub struct Help {
    /// The short description of `jakcheck`.
    pub about: &'static str,
    /// The long description of `jakcheck`.
    pub long_about: &'static str,
    /// The text after the short help.
    pub after_help: &'static str,
    /// The text after the long help: examples, exit codes, environment.
    pub after_long_help: &'static str,
    /// `--rules`
    pub rules_dir: &'static str,
    /// `--format`
    pub format: &'static str,
    /// `--output`
    pub output: &'static str,
    /// `--force`
    pub force: &'static str,
    /// `--large-print`
    pub large_print: &'static str,
    /// `--color`
    pub color: &'static str,
    /// `--width`
    pub width: &'static str,
    /// `--date`
    pub date: &'static str,
    /// `--no-input`
    pub no_input: &'static str,
    /// `--exit-code`
    pub exit_code: &'static str,
    /// `--quiet`
    pub quiet: &'static str,
    /// `--format text`
    pub format_text: &'static str,
    /// `--format json`
    pub format_json: &'static str,
    /// `--format markdown`
    pub format_markdown: &'static str,
    /// `--format html`
    pub format_html: &'static str,
    /// `--format fhir`
    pub format_fhir: &'static str,
    /// `--format csv`
    pub format_csv: &'static str,
    /// `--color auto`
    pub color_auto: &'static str,
    /// `--color always`
    pub color_always: &'static str,
    /// `--color never`
    pub color_never: &'static str,
    /// `jakcheck ask`
    pub ask: &'static str,
    /// `jakcheck ask --short`
    pub ask_short: &'static str,
    /// `jakcheck ask --accessible`
    pub ask_accessible: &'static str,
    /// `jakcheck ask --save-answers`
    pub ask_save_answers: &'static str,
    /// `jakcheck ask --resume`
    pub ask_resume: &'static str,
    /// `demo --all`
    pub demo_all: &'static str,
    /// `demo --quiz`
    pub demo_quiz: &'static str,
    /// `--full`
    pub full: &'static str,
    /// `jakcheck check`
    pub check: &'static str,
    /// The argument for a file of answers.
    pub answers_file: &'static str,
    /// `jakcheck batch`
    pub batch: &'static str,
    /// The input of `jakcheck batch`.
    pub batch_file: &'static str,
    /// `jakcheck batch --threads`
    pub batch_threads: &'static str,
    /// `jakcheck batch --full`
    pub batch_full: &'static str,
    /// `jakcheck batch --to-columns`
    pub batch_to_columns: &'static str,
    /// `jakcheck batch --from`
    pub batch_from: &'static str,
    /// `jakcheck batch --from ndjson`
    pub batch_from_ndjson: &'static str,
    /// `jakcheck batch --from csv`
    pub batch_from_csv: &'static str,
    /// `jakcheck batch --ignore`
    pub batch_ignore: &'static str,
    /// `jakcheck batch --delimiter`
    pub batch_delimiter: &'static str,
    /// `jakcheck batch --missing`
    pub batch_missing: &'static str,
    /// `jakcheck batch --bom`
    pub batch_bom: &'static str,
    /// `jakcheck batch --template`
    pub batch_template: &'static str,
    /// `jakcheck demo`
    pub demo: &'static str,
    /// The person of `jakcheck demo`.
    pub demo_person: &'static str,
    /// `jakcheck demo --change`
    pub demo_change: &'static str,
    /// `jakcheck compare`
    pub compare: &'static str,
    /// The one in the left column of `jakcheck compare`.
    pub compare_left: &'static str,
    /// The one in the right column.
    pub compare_right: &'static str,
    /// `jakcheck explain`
    pub explain: &'static str,
    /// The caution of `jakcheck explain`.
    pub explain_caution: &'static str,
    /// `jakcheck explain --answers`
    pub explain_answers: &'static str,
    /// `jakcheck topics`
    pub topics: &'static str,
    /// The topic of `jakcheck topics`.
    pub topics_topic: &'static str,
    /// `jakcheck rules`
    pub rules: &'static str,
    /// `jakcheck rules check`
    pub rules_check: &'static str,
    /// `rules check --every-state`.
    pub rules_every_state: &'static str,
    /// `jakcheck rules show`
    pub rules_show: &'static str,
    /// What `jakcheck rules show` shows.
    pub rules_show_id: &'static str,
    /// `jakcheck rules hazards`
    pub rules_hazards: &'static str,
    /// `jakcheck rules review`
    pub rules_review: &'static str,
    /// `jakcheck rules review --read`
    pub rules_review_read: &'static str,
    /// `jakcheck rules export`
    pub rules_export: &'static str,
    /// `jakcheck rules export --to`
    pub export_to: &'static str,
    /// `jakcheck rules export --dialect`
    pub export_dialect: &'static str,
    /// `jakcheck rules export --ddl`
    pub export_ddl: &'static str,
    /// `jakcheck rules export --long`
    pub export_long: &'static str,
    /// `jakcheck rules export --to sql`
    pub export_sql: &'static str,
    /// `jakcheck rules export --to json-schema`
    pub export_json_schema: &'static str,
    /// `jakcheck rules export --to csv`
    pub export_csv: &'static str,
    /// `jakcheck rules export --to markdown`
    pub export_markdown: &'static str,
    /// `jakcheck rules export --to fhir-questionnaire`
    pub export_fhir_questionnaire: &'static str,
    /// `jakcheck completions`
    pub completions: &'static str,
    /// The shell of `jakcheck completions`.
    pub completions_shell: &'static str,
    /// `jakcheck man`
    pub man: &'static str,
    /// `jakcheck page`
    pub page: &'static str,
    /// `--short` of `jakcheck page`.
    pub page_short: &'static str,
    /// `jakcheck schema`
    pub schema: &'static str,
    /// The document of `jakcheck schema`.
    pub schema_document: &'static str,
    /// `jakcheck schema answers`
    pub schema_answers: &'static str,
    /// `jakcheck schema report`
    pub schema_report: &'static str,
    /// `jakcheck schema comparison`
    pub schema_comparison: &'static str,
    /// `jakcheck schema explanation`
    pub schema_explanation: &'static str,
    /// `jakcheck schema batch`
    pub schema_batch: &'static str,
    /// `jakcheck schema cautions`
    pub schema_cautions: &'static str,
    /// `jakcheck schema people`
    pub schema_people: &'static str,
    /// `jakcheck schema topics`
    pub schema_topics: &'static str,
    /// `jakcheck schema topic`
    pub schema_topic: &'static str,
    /// `schema review`
    pub schema_review: &'static str,
    /// `jakcheck schema error`
    pub schema_error: &'static str,
    /// `jakcheck schema proofs`
    pub schema_proofs: &'static str,
    /// `jakcheck schema hazards`
    pub schema_hazards: &'static str,
    /// `jakcheck schema rules`
    pub schema_rules: &'static str,
}
