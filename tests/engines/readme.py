"""Sessions with engines in `examples/sql/README.md`: each is run, and must print what is shown. `...` at the end of
a line stands for anything.
"""

import difflib
import os
import re
import subprocess
import tempfile

from jakcheck import PROJECT

PAGE = "examples/sql/README.md"

# Which engine a session is with, by a word in it.
WORDS = {"sqlite": "sqlite.sql", "duckdb": "duckdb.sql", "postgres": "postgres.sql", "spark": "spark.py"}


def blocks(text):
    """The sessions in a text."""
    return re.findall(r"(?ms)^```shell-session\n(.*?)^```$", text)


def sessions(engine):
    """The sessions with an engine. There is one for each that has an example."""
    of_engine = [block for block in blocks((PROJECT / PAGE).read_text()) if engine in WORDS and WORDS[engine] in block]
    if len(of_engine) != (engine in WORDS):
        raise SystemExit(f"{PAGE} has {len(of_engine)} sessions with {engine}")
    return of_engine


def run(block, page=PAGE, with_errors=False):
    """Runs the commands of a session in one shell, in the project's folder. Gives how it differs, if it does. What is written to
    standard error is part of it only if that is asked for.
    """
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    script = "exec 2>&1\n" if with_errors else ""
    script += "\n".join(f"printf '%s\\n' {quoted('$ ' + command)}\n{command}" for command in commands)
    with tempfile.TemporaryDirectory(prefix="jakcheck-readme-") as folder:
        environment = {**os.environ, "FOLDER": folder}
        words = ["bash", "-c", script]
        done = subprocess.run(words, capture_output=True, text=True, cwd=PROJECT, env=environment)
    if re.fullmatch(".*".join(map(re.escape, block.split("...\n"))), done.stdout, re.DOTALL):
        return ""
    difference = difflib.unified_diff(block.splitlines(), done.stdout.splitlines(), page, "printed", lineterm="")
    return "\n".join(difference) + "\n" + done.stderr


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"
