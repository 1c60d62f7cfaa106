"""The program under test: its rules, what it says of records, and records at random."""

import csv
import json
import random
import subprocess
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent

# How many of 100 items have no answer and how many are not sure: from nearly empty to full, from sure to not.
SHARES = [(0, 0), (5, 5), (20, 20), (50, 10), (3, 50), (90, 5), (0, 2)]


@dataclass(frozen=True)
class Question:
    """A question with options, or a group of items with yes and no."""

    id: str
    items: tuple
    options: tuple

    def columns(self):
        return [f"{self.id}__{item}" for item in self.items] or [self.id]


class Rules:
    """A rule set: the built-in one, or that of a folder."""

    def __init__(self, folder=None):
        self.arguments = ["--rules", str(folder)] if folder else []
        schema = json.loads(self.printed("rules", "export", "--to", "json-schema"))
        self.questions = [question(key, one) for key, one in schema["properties"].items() if key not in ("id", "for")]
        # In the order of the exported table.
        self.columns = self.printed("batch", "--template").strip().split(",")[1:]

    def printed(self, *words, may_fail=False):
        done = subprocess.run(["jakcheck", *self.arguments, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode != 0 and not may_fail:
            raise SystemExit(f"jakcheck {' '.join(words)}: {done.stderr.decode()}")
        return done.stdout.decode()

    def sql(self, dialect, *flags):
        return self.printed("rules", "export", "--to", "sql", "--dialect", dialect, *flags)

    def to_columns(self, lines, table):
        """Writes the answers on lines as a table, as a pipeline would."""
        table.write_text(self.printed("batch", "--to-columns", "--format", "csv", str(lines)))

    def batch(self, lines):
        """What a batch says of each record: what is urgent and watched, and the states; and what is not sure beside them."""
        said, beside = {}, {}
        for row in csv.DictReader(self.printed("batch", "--format", "csv", str(lines)).splitlines()):
            if row.pop("error"):
                raise SystemExit(f"a record is no good: {row}")
            del row["line"]
            watched = frozenset(row.pop("watch_more").split())
            record, items = row.pop("id"), {}
            for pair in row.pop("also_not_sure").split():
                caution, item = pair.split(":")
                items.setdefault(caution, []).append(item)
            said[record], beside[record] = (row.pop("urgent"), watched, row), items
        return said, beside

    def record(self, chance, number):
        """A record at random, as an answers document."""
        unanswered, not_sure = SHARES[number % len(SHARES)]

        def answer(options):
            drawn = chance.randrange(100)
            if drawn < unanswered:
                return None
            if drawn < unanswered + not_sure:
                return "not_sure"
            chosen = chance.choice(options)
            # With few answers yes, conditions of many parts are not always true.
            return "no" if chosen == "yes" and number % 2 and chance.random() < 0.9 else chosen

        document = {"id": str(number)}
        for one in self.questions:
            if not one.items:
                answers = answer(one.options)
            elif number % 5 == 4:
                # A list says yes or no of every item.
                answers = [item for item in one.items if answer(one.options) == "yes"] or ["none"]
            else:
                said = {item: answer(one.options) for item in one.items}
                answers = {item: word for item, word in said.items() if word}
            if answers:
                document[one.id] = answers
        return document

    def write_records(self, path, count, first=()):
        """Writes some documents and so many more at random, numbered through."""
        chance = random.Random(20261125)
        with path.open("w") as lines:
            for number, document in enumerate(first):
                lines.write(json.dumps({**document, "id": str(number)}) + "\n")
            for number in range(len(first), len(first) + count):
                lines.write(json.dumps(self.record(chance, number)) + "\n")


def question(key, schema):
    if "oneOf" in schema:
        options = tuple(one["const"] for one in schema["oneOf"] if one.get("const", "not_sure") != "not_sure")
        return Question(key, (), options)
    return Question(key, tuple(schema["anyOf"][0]["properties"]), ("yes", "no"))


def known_documents():
    """The answers of all worked cases and example people."""
    documents = []
    for path in sorted((PROJECT / "rules/jak-inhibitors/cases").glob("*.json")):
        documents.extend(case["answers"] for case in json.loads(path.read_text())["cases"])
    for path in sorted((PROJECT / "examples/people").glob("*.json")):
        documents.append(json.loads(path.read_text()))
    return documents
