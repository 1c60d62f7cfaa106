"""What data tools write, as `examples/first_minute/README.md` shows it: the sessions of the page print what is shown, and each file
gives the whole findings of the table that the tests in Rust hold against findings worked out by hand.
"""

import json
import subprocess
import tempfile

import readme
from jakcheck import PROJECT

PAGE = "examples/first_minute/README.md"
FOLDER = PROJECT / "examples/first_minute"

INDEX = ["--ignore", ",note"]
PLAIN = ["--ignore", "note"]

# Each tool: its heading on the page, the command that writes its files, and the files with the options that they need.
TOOLS = {
    "pandas": (["python", FOLDER / "with_pandas.py", "."], {"pandas.csv": INDEX, "pandas_plain.csv": PLAIN, "pandas.ndjson": PLAIN}),
    "DuckDB": (
        ["duckdb", "-c", f".read '{FOLDER / 'duckdb.sql'}'"],
        {"duckdb.csv": PLAIN, "duckdb.ndjson": PLAIN, "duckdb_texts.csv": PLAIN},
    ),
    "R": (
        ["Rscript", FOLDER / "export.R", "."],
        {
            "r.csv": [*INDEX, "--missing", "NA"],
            "r_semicolon.csv": [*INDEX, "--missing", "NA", "--delimiter", ";"],
            "r_plain.csv": PLAIN,
        },
    ),
    "SQLite": (
        ["sqlite3", ":memory:", f".import --csv '{FOLDER / 'powershell.csv'}' people"]
        + [".headers on", ".mode csv", ".once sqlite.csv", "SELECT * FROM people"],
        {"sqlite.csv": PLAIN},
    ),
}


def findings(folder, file, options):
    """What a batch says of each person of a file, without the numbers of lines."""
    done = subprocess.run(["jakcheck", "batch", *options, str(file)], capture_output=True, text=True, cwd=folder)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return done.returncode, [{key: value for key, value in line.items() if key != "line"} for line in lines]


def wrong(tool):
    """What is wrong with the files of a tool or its sessions, if anything is."""
    command, files = TOOLS[tool]
    expected = findings(FOLDER, "powershell.csv", PLAIN)
    with tempfile.TemporaryDirectory(prefix="jakcheck-first-minute-") as folder:
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=folder)
        if done.returncode != 0 or done.stderr:
            return f"{command}: {done.stderr}"
        for file, options in files.items():
            found = findings(folder, file, options)
            if expected[0] != 0 or len(expected[1]) != 5 or found != expected:
                return f"{file} gives other findings: {found}"
    section = (PROJECT / PAGE).read_text().partition(f"\n## {tool}\n")[2].partition("\n## ")[0]
    sessions = readme.blocks(section)
    if not sessions:
        return f"{PAGE} has no session with {tool}"
    return "\n".join(filter(None, (readme.run(session, PAGE, with_errors=True) for session in sessions)))
