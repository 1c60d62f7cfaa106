"""What each habit of exports comes to, with files that the real tools write here: the findings of the plain table, or one error that
says the way out. No tool here writes a line `sep=;` by itself, so Python does what Excel does. AppleDouble files come from macOS only.
"""

import csv
import io
import json
import subprocess
import tempfile
from pathlib import Path

import pandas
from first_minute import FOLDER, PLAIN, findings
from jakcheck import PROJECT

GROUPS = ["heart_history", "symptoms_now"]
NO_NOTE = "id, age_band, smoking, clot_history, heart_history__heart_attack, heart_history__stroke, symptoms_now__clot_leg"


def people(**changed):
    """The five people of the plain table, in pandas."""
    return pandas.read_csv(FOLDER / "powershell.csv", dtype=str).assign(**changed)


def records(missing=None):
    """The same as dicts, flat, with something where there is no answer."""
    return [{key: missing if pandas.isna(value) else value for key, value in one.items()} for one in people().to_dict("records")]


def grouped():
    """The same with items in their groups."""
    found = []
    for one in records():
        groups = {group: {key.split("__")[1]: one[key] for key in one if key.startswith(group + "__")} for group in GROUPS}
        found.append({key: value for key, value in one.items() if "__" not in key} | groups)
    return found


# Ways to write a file: a Python function takes its path; what a command prints is the file.


def to_csv(frame=people, **options):
    return lambda path: frame().to_csv(path, **{"index": False, **options})


def to_json(frame=people, **options):
    return lambda path: frame().to_json(path, **{"orient": "records", "lines": True, **options})


def lines(rows, encoding="utf-8", end="\n", **options):
    """Python's own JSON."""
    return lambda path: path.write_text("".join(json.dumps(row, **options) + end for row in rows()), encoding=encoding)


def with_csv(form=lambda text: text, above="", **options):
    """Python's own CSV: names and answers as `form` makes them, with a line above."""

    def write(path):
        rows = [list(records()[0]), *(list(one.values()) for one in records(""))]
        with path.open("w", newline="") as out:
            out.write(above)
            csv.writer(out, **options).writerows([[form(field) for field in row] for row in rows])

    return write


def r(script):
    """R, with the people as a table that has NA."""
    return ["Rscript", "-e", 'people <- read.csv("people.csv", na.strings = "", colClasses = "character")', "-e", script]


def jsonlite(script):
    return r(f"suppressWarnings(library(jsonlite)); {script}")


def sqlite(*commands):
    """sqlite3, on a database that has NULL where there is no answer."""
    return ["sqlite3", "people.db", *commands]


def shell(line):
    return ["bash", "-o", "pipefail", "-ec", line]


def duckdb_cli(query):
    return ["duckdb", "-c", f"CREATE TABLE people AS FROM read_csv('people.csv', all_varchar = true); {query}"]


# What must come of a file. Each takes the finished batch and the plain findings.


def results(done):
    """What a batch says of each person, without the numbers of lines."""
    return [{key: value for key, value in json.loads(line).items() if key != "line"} for line in done.stdout.splitlines()]


def same(done, plain):
    return (done.returncode, results(done)) == (0, plain)


def nobody(done, plain):
    return (done.returncode, done.stdout) == (3, "") and "no record at all" in done.stderr


def refused(finding, way_out):
    """One finding, and nobody screened."""

    def is_so(done, plain):
        told = done.stderr
        return (done.returncode, done.stdout, told.count("error[")) == (3, "", 1) and f"error[{finding}]" in told and way_out in told

    return is_so


def each(finding, way_out):
    """An error for every person."""

    def is_so(done, plain):
        errors = [one.get("error", {"code": "", "hint": ""}) for one in results(done)]
        return done.returncode == 3 and errors and all(one["code"] == finding and way_out in one["hint"] for one in errors)

    return is_so


def all_but(place, finding):
    """The plain findings, but of one person an error."""

    def is_so(done, plain):
        found = results(done)
        error = found.pop(place).get("error", {"code": ""})
        return (done.returncode, error["code"], found) == (3, finding, plain[:place] + plain[place + 1 :])

    return is_so


# Ids that a spreadsheet could take for formulas, and as they stand in a table of results.
SIGNED, GUARDED = ["-12", "+4930123456", "=1+1"], ["-12", "+4930123456", "'=1+1"]


def read_by_pandas(done, plain):
    table = pandas.read_csv(io.BytesIO(done.stdout.encode()), dtype=str, encoding="utf-8-sig")
    return (list(table.columns[:2]), list(table["id"])) == (["line", "id"], GUARDED)


def read_by_duckdb(done, plain):
    command = ["duckdb", "-list", "-noheader", "-c", "SELECT id FROM read_csv('/dev/stdin', all_varchar = true) ORDER BY line"]
    return subprocess.run(command, input=done.stdout, capture_output=True, text=True, check=True).stdout.split() == GUARDED


ALL_NA = ["--ignore", "note", "--missing", "NA"]
NUMBER, BOOLEAN = each("wrong_type", "a number can mean anything"), each("wrong_type", "not ticked")
BOXED, NOTHING = each("wrong_type", "take it out of the brackets"), each("wrong_type", "nothing is in it")
EMPTY_GROUP, NO_JSON_NUMBER = each("empty_list", '["none"]'), each("bad_json", "write null")
AS_LINES, IS_CSV = refused("wrong_container", "jq -c . FILE"), refused("wrong_container", "--from csv")
IS_LIST, IN_ONE_LINE = refused("wrong_container", "jq -c '.[]'"), refused("wrong_container", "jq -c . FILE")
SEMICOLONS = ["--ignore", "note", "--delimiter", ";"]

# DuckDB takes a table of answers as the comment in its statement says.
AS_THE_TABLE_SAYS = r"""
jakcheck batch -q --to-columns --format csv answers.csv > columns.csv
jakcheck rules export --to sql --dialect duckdb --ddl > table.sql
sed -n "s/.*loaded as text: \(INSERT .*true)\)\. Without.*/\1;/p" table.sql | sed "s/FILE/'columns.csv'/" > load.sql
duckdb -c '.read table.sql' -c '.read load.sql' -c "COPY answers TO '/dev/stdout' (HEADER)"
"""

# Each kind: the name of each file, what writes it, the options that it needs, and what must come of it.
KINDS = {
    "null": [
        ("pandas.ndjson", to_json(), PLAIN, same),
        ("jq.ndjson", ["jq", "-c", ".", "people.ndjson"], PLAIN, same),
        ("sqlite.ndjson", shell("sqlite3 -json people.db 'SELECT * FROM people' | jq -c '.[]'"), PLAIN, same),
        ("duckdb.ndjson", duckdb_cli("COPY people TO '/dev/stdout' (FORMAT json)"), PLAIN, same),
        ("python.ndjson", lines(grouped), PLAIN, same),
    ],
    "empty texts": [
        ("python.ndjson", lines(lambda: csv.DictReader(io.StringIO((FOLDER / "powershell.csv").read_text()))), PLAIN, same),
        ("jq.ndjson", ["jq", "-c", "map_values(. // \"\")", "people.ndjson"], PLAIN, same),
    ],
    "empty groups and values": [
        ("r_list.ndjson", jsonlite('cat(toJSON(list(id = "p1", heart_history = list()), auto_unbox = TRUE))'), [], EMPTY_GROUP),
        ("jq.ndjson", ["jq", "-c", "{id, heart_history: {}}", "people.ndjson"], [], EMPTY_GROUP),
        ("r_null.ndjson", jsonlite('cat(toJSON(list(id = "p1", smoking = NULL), auto_unbox = TRUE))'), [], NOTHING),
        ("r_none.ndjson", jsonlite('cat(toJSON(list(id = "p1", smoking = character()), auto_unbox = TRUE))'), [], NOTHING),
    ],
    "dotted keys": [
        ("pandas.ndjson", to_json(lambda: pandas.json_normalize(grouped())), PLAIN, same),
        ("pandas.csv", to_csv(lambda: pandas.json_normalize(grouped())), PLAIN, same),
    ],
    "values in brackets": [
        ("r_rows.ndjson", jsonlite('for (i in 1:5) cat(toJSON(as.list(people[i, ])), "\\n")'), PLAIN, BOXED),
        ("r_group.ndjson", jsonlite('x <- list(id = "p1", heart_history = data.frame(stroke = "yes"))\n'
            "cat(toJSON(x, auto_unbox = TRUE))"), [], BOXED),
        ("r_plain.ndjson", jsonlite("stream_out(people, stdout(), verbose = FALSE)"), PLAIN, same),
    ],
    "numbers and truth for words": [
        ("pandas.ndjson", to_json(lambda: people(smoking=(people()["smoking"] == "current").astype(int))), PLAIN, NUMBER),
        ("sqlite.ndjson", shell("sqlite3 -json people.db \"SELECT id, smoking = 'past' AS smoking FROM people WHERE smoking > ''\""
            " | jq -c '.[]'"), [], NUMBER),
        ("pandas_truth.ndjson", to_json(lambda: people(clot_history=people()["clot_history"] == "yes")), PLAIN, BOOLEAN),
        ("r.ndjson", jsonlite("stream_out(data.frame(id = people$id, clot_history = people$id == 'p1'), verbose = FALSE)"), [], BOOLEAN),
        ("pandas_group.ndjson", to_json(lambda: pandas.DataFrame({"id": ["p1", "p2"], "heart_history": [0, 1]})), [], NUMBER),
        ("python_nan.ndjson", lines(lambda: [{"id": "p1", "smoking": float("nan")}]), [], NO_JSON_NUMBER),
    ],
    "a byte order mark": [
        ("pandas.csv", to_csv(encoding="utf-8-sig", quoting=csv.QUOTE_ALL), PLAIN, same),
        ("python.ndjson", lines(records, encoding="utf-8-sig"), PLAIN, same),
        ("python_nobody.ndjson", lines(list, encoding="utf-8-sig"), [], nobody),
        ("iconv.csv", ["iconv", "-t", "UTF-16", "people.csv"], PLAIN, refused("wrong_container", "save it as UTF-8")),
        ("pandas_utf_16.ndjson", lines(records, encoding="utf-16"), PLAIN, refused("wrong_container", "save it as UTF-8")),
    ],
    "compressed": [
        ("pandas.ndjson", to_json(compression="gzip"), PLAIN, refused("wrong_container", "gunzip -c")),
        ("pandas.csv", to_csv(compression="bz2"), PLAIN, refused("wrong_container", "unpack it")),
    ],
    "a JSON list": [
        ("pandas.json", to_json(lines=False), PLAIN, IS_LIST),
        ("r.json", jsonlite("cat(toJSON(people))"), PLAIN, IS_LIST),
        ("sqlite.json", ["sqlite3", "-json", "people.db", "SELECT * FROM people"], PLAIN, IS_LIST),
        ("jq.json", ["jq", "-s", ".", "people.ndjson"], PLAIN, IS_LIST),
    ],
    "pretty-printed JSON": [
        ("jq.json", ["jq", ".", "people.ndjson"], PLAIN, AS_LINES),
        ("python.json", lines(grouped, indent=2), PLAIN, AS_LINES),
        ("r.json", jsonlite("for (i in 1:5) cat(toJSON(unbox(people[i, ]), pretty = TRUE))"), PLAIN, AS_LINES),
    ],
    "CSV under another name": [
        ("pandas.json", to_csv(), PLAIN, IS_CSV),
        ("pandas.txt", to_csv(), [*PLAIN, "--from", "csv"], same),
        ("r.dat", r("write.csv(people, row.names = FALSE, na = \"\")"), PLAIN, IS_CSV),
        ("r_column.dat", r('write.csv(people["smoking"], row.names = FALSE, na = "")'), [], IS_CSV),
        ("sqlite_column.txt", sqlite(".headers on", "SELECT smoking FROM people"), [], IS_CSV),
        ("sqlite.txt", sqlite(".headers on", f"SELECT {NO_NOTE} FROM people"), [], refused("wrong_container", "--delimiter '|'")),
        ("sqlite_read.txt", sqlite(".headers on", f"SELECT {NO_NOTE} FROM people"), ["--from", "csv", "--delimiter", "|"], same),
    ],
    "several objects in one line": [
        ("jq.ndjson", ["jq", "-c", "-j", ".", "people.ndjson"], PLAIN, IN_ONE_LINE),
        ("python.ndjson", lines(records, end=", "), PLAIN, IN_ONE_LINE),
        ("r.ndjson", jsonlite("for (i in 1:5) cat(toJSON(unbox(people[i, ])))"), PLAIN, IN_ONE_LINE),
    ],
    "no record": [
        ("pandas.csv", to_csv(lambda: people().head(0)), PLAIN, nobody),
        ("pandas.ndjson", to_json(lambda: people().head(0)), [], nobody),
        ("jq.ndjson", ["jq", "-c", "select(.id == \"p6\")", "people.ndjson"], [], nobody),
        ("r.csv", r("write.csv(people[0, ], row.names = FALSE)"), PLAIN, nobody),
        ("sqlite.csv", sqlite(".headers on", ".mode csv", "SELECT * FROM people LIMIT 0"), [], refused("bad_csv", "name the columns")),
    ],
    "line breaks and quotes in a field": [
        ("pandas.csv", to_csv(lambda: people(note='a "b",\r\n\nc;')), PLAIN, same),
        ("sqlite.csv", sqlite(".headers on", ".mode csv", "UPDATE people SET note = 'a \"b\",' || char(13, 10, 10) || 'c'",
            "SELECT * FROM people"), PLAIN, same),
        ("r.csv", r('people$note <- "a \\"b\\",\\n\\nc"; write.csv(people, row.names = FALSE, na = "")'), PLAIN, same),
    ],
    "blanks around fields": [
        ("python.csv", with_csv(lambda text: f" {text}\u00a0\t"), PLAIN, same),
        ("r.csv", r("write.csv(format(people), row.names = FALSE)"), ALL_NA, same),
        ("sqlite.csv", sqlite(".headers on", ".mode csv", "UPDATE people SET smoking = printf('%-20s', smoking)", "SELECT * FROM people"),
            PLAIN, same),
    ],
    "broken rows": [
        ("python.csv", with_csv(lambda text: text.replace(",", ""), quoting=csv.QUOTE_NONE, quotechar=None), PLAIN, all_but(2, "bad_csv")),
        ("sqlite.csv", sqlite(".headers on", ".separator ,", "UPDATE people SET note = replace(note, ',', '')", "SELECT * FROM people"),
            PLAIN, all_but(2, "bad_csv")),
        ("pandas_cut.csv", shell("head -c -16 quoted.csv"), PLAIN, all_but(4, "bad_csv")),
        ("pandas_cut_in_quotes.csv", shell("head -c -3 quoted.csv"), PLAIN, all_but(4, "bad_csv")),
        ("pandas_cut.ndjson", shell("head -c -3 people.ndjson"), PLAIN, all_but(4, "bad_json")),
    ],
    "blank rows": [
        ("pandas.csv", to_csv(lambda: people().reindex([0, 9, 1, 2, 3, 4, 7])), PLAIN, same),
        ("r.csv", r('write.csv(people[1:8, ], row.names = FALSE, na = "")'), PLAIN, same),
    ],
    "semicolons": [
        ("r.csv", r('write.csv2(people, row.names = FALSE, na = "")'), PLAIN, same),
        ("pandas.csv", to_csv(sep=";"), PLAIN, same),
        ("sqlite.csv", sqlite(".headers on", ".mode csv", ".separator ;", "SELECT * FROM people"), PLAIN, same),
        ("r_commas.csv", r('write.csv(people, row.names = FALSE, na = "")'), SEMICOLONS, refused("bad_csv", "write --delimiter ','")),
    ],
    "tabs": [
        ("pandas.csv", to_csv(sep="\t"), PLAIN, same),
        ("pandas.tsv", to_csv(sep="\t"), PLAIN, same),
        ("sqlite.csv", sqlite(".headers on", ".mode tabs", f"SELECT {NO_NOTE} FROM people"), [], same),
        ("r.tsv", r('write.table(people, sep = "\\t", row.names = FALSE, na = "", qmethod = "double")'), PLAIN, same),
        ("pandas_semicolons.csv", to_csv(sep="\t"), SEMICOLONS, refused("bad_csv", "write --delimiter tab")),
    ],
    "a line sep=": [
        ("python.csv", with_csv(above="sep=;\r\n", delimiter=";"), PLAIN, same),
        ("python_tabs.csv", with_csv(above="sep=\t\r\n", delimiter="\t"), PLAIN, same),
        ("python_commas.csv", with_csv(above="sep=;\r\n"), PLAIN, refused("bad_csv", "write --delimiter ','")),
    ],
    "words for what is missing": [
        ("pandas.csv", to_csv(na_rep="."), [*PLAIN, "--missing", "."], same),
        ("sqlite.csv", sqlite(".headers on", ".mode csv", ".nullvalue NULL", "SELECT * FROM people"), [*PLAIN, "--missing", "NULL"], same),
        ("duckdb.csv", duckdb_cli("COPY people TO '/dev/stdout' (NULLSTR '\\N')"), [*PLAIN, "--missing", "\\N"], same),
    ],
    "columns for a database": [
        ("sqlite.csv", shell(f"{PROJECT}/examples/sql/prepare.sh sqlite answers.csv made\n"
            f"sqlite3 -cmd \".cd '$PWD/made'\" \"$PWD/made/people.db\" < {PROJECT}/examples/sql/sqlite.sql > /dev/null\n"
            "sqlite3 -csv -header made/people.db 'SELECT * FROM answers'"), [], same),
        ("duckdb.csv", shell(AS_THE_TABLE_SAYS), [], same),
    ],
    "tables of results": [
        ("pandas.csv", to_csv(lambda: pandas.DataFrame({"id": SIGNED, "smoking": "past"})), ["--format", "csv"], read_by_pandas),
        ("marked.csv", to_csv(lambda: pandas.DataFrame({"id": SIGNED, "smoking": "past"})), ["--format", "csv", "--bom"], read_by_pandas),
        ("duckdb.csv", to_csv(lambda: pandas.DataFrame({"id": SIGNED, "smoking": "past"})), ["--format", "csv", "--bom"], read_by_duckdb),
    ],
}


def load(folder):
    """The people where the commands find them."""
    (folder / "people.csv").write_bytes((FOLDER / "powershell.csv").read_bytes())
    to_json()(folder / "people.ndjson")
    to_csv(quoting=csv.QUOTE_ALL)(folder / "quoted.csv")
    to_csv(lambda: people().drop(columns="note"))(folder / "answers.csv")
    empty = "".join(f"UPDATE people SET {column} = NULL WHERE {column} = '';" for column in people().columns)
    subprocess.run(["sqlite3", "people.db", ".import --csv people.csv people", empty], cwd=folder, check=True)


def wrong(kind):
    """What is wrong with the files of a kind, if anything is."""
    code, plain = findings(FOLDER, "powershell.csv", PLAIN)
    if code != 0 or len(plain) != 5:
        return f"the plain table: {plain}"
    for name, writes, options, is_right in KINDS[kind]:
        with tempfile.TemporaryDirectory(prefix="jakcheck-real-files-") as folder:
            folder = Path(folder)
            load(folder)
            path = folder / name
            if callable(writes):
                writes(path)
            else:
                with path.open("wb") as out:
                    subprocess.run(writes, stdout=out, cwd=folder, check=True)
            done = subprocess.run(["jakcheck", "batch", *options, name], capture_output=True, text=True, cwd=folder)
            if not is_right(done, plain):
                return f"{name}: {done.returncode}\n{done.stdout}{done.stderr}"
    return ""
