#!/bin/sh
# Makes a folder with what a database needs to screen many people: the table of answers, the query as a view, and the
# answers in columns. Nothing leaves the machine.
#
#   prepare.sh duckdb|spark|postgres|sqlite PEOPLE FOLDER
#
# PEOPLE is a file of answers, one JSON object a line, or a CSV table. Lines that cannot be read are named on standard error
# and are not among the answers: whoever they belong to was not screened.
#
# It ends with 3 where such a line was left out, like `jakcheck batch`. Only you can read what it makes.
set -eu
umask 077
[ $# -eq 3 ] || { sed -n 's/^#   //p' "$0" >&2; exit 2; }
dialect=$1 people=$2 folder=$3
mkdir -p "$folder"

export_sql() { jakcheck rules export --to sql --dialect "$dialect" "$@"; }
view() { printf 'CREATE VIEW %s AS\n' "$1"; shift; export_sql "$@"; printf ';\n'; }

export_sql > "$folder/query.sql"
export_sql --ddl > "$folder/table.sql"
{ view screened; view screened_long --long; } > "$folder/views.sql"

case $dialect in
  duckdb | spark) format=json answers=$folder/answers.ndjson ;;
  *) format=csv answers=$folder/answers.csv ;;
esac
status=0
jakcheck batch --quiet --to-columns --format "$format" "$people" > "$answers" || status=$?
[ $status -eq 0 ] || [ $status -eq 3 ] || exit $status
[ -s "$answers" ] || { echo "there are no answers in $people" >&2; exit 3; }
[ "$dialect" != spark ] || python3 "$(dirname "$0")/to_parquet.py" "$folder/answers.ndjson" "$folder/answers.parquet"
exit $status
