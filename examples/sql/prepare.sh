#!/bin/sh
# Makes a folder with what a database needs to screen many people: the table of answers, the query as a view, and the
# answers in columns. Nothing leaves the machine.
#
#   prepare.sh duckdb|spark|postgres|sqlite PEOPLE FOLDER
#
# PEOPLE is a file of answers, one JSON object a line, or a CSV table. Lines that cannot be read are named on standard error
# and are not among the answers: whoever they belong to was not screened.
set -eu
[ $# -eq 3 ] || { sed -n 's/^#   //p' "$0" >&2; exit 2; }
dialect=$1 people=$2 folder=$3
mkdir -p "$folder"

export_sql() { jakcheck rules export --to sql --dialect "$dialect" "$@"; }
view() { printf 'CREATE VIEW %s AS\n' "$1"; shift; export_sql "$@"; printf ';\n'; }

export_sql > "$folder/query.sql"
export_sql --ddl > "$folder/table.sql"
{ view screened; view screened_long --long; } > "$folder/views.sql"

columns() { jakcheck batch --quiet --to-columns "$@" "$people" || [ $? -eq 3 ]; }
case $dialect in
  duckdb | spark) columns > "$folder/answers.ndjson" ;;
  *) columns --format csv > "$folder/answers.csv" ;;
esac
[ "$dialect" != spark ] || python3 "$(dirname "$0")/to_parquet.py" "$folder/answers.ndjson" "$folder/answers.parquet"
