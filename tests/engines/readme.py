"""Sessions with engines in `examples/sql/README.md`: each is run, and must print what is shown."""

import difflib
import os
import re
import subprocess
import tempfile

from jakcheck import PROJECT

PAGE = "examples/sql/README.md"

# Which engine a session is with, by a word in it.
WORDS = {"sqlite": "sqlite.sql", "duckdb": "duckdb.sql", "postgres": "postgres.sql", "spark": "spark.py"}


def sessions(engine):
    """The sessions with an engine. There is one for each that has an example."""
    blocks = re.findall(r"(?ms)^```shell-session\n(.*?)^```$", (PROJECT / PAGE).read_text())
    of_engine = [block for block in blocks if engine in WORDS and WORDS[engine] in block]
    if len(of_engine) != (engine in WORDS):
        raise SystemExit(f"{PAGE} has {len(of_engine)} sessions with {engine}")
    return of_engine


def run(block):
    """Runs the commands of a session in one shell, in the project's folder. Gives how it differs, if it does."""
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    script = "\n".join(f"printf '%s\\n' {quoted('$ ' + command)}\n{command}" for command in commands)
    with tempfile.TemporaryDirectory(prefix="jakcheck-readme-") as folder:
        environment = {**os.environ, "FOLDER": folder}
        words = ["bash", "-c", script]
        done = subprocess.run(words, capture_output=True, text=True, cwd=PROJECT, env=environment)
    if done.stdout == block:
        return ""
    difference = difflib.unified_diff(block.splitlines(), done.stdout.splitlines(), PAGE, "printed", lineterm="")
    return "\n".join(difference) + "\n" + done.stderr


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"
