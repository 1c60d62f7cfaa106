"""A rule set whose texts are full of what could mean something to a database, or to what reads files for one."""

import json
import shutil

HOSTILE = "a'; DROP TABLE answers; -- */ /* \" ` ${env:HOME} {{x}} {% y %} :z ?1 %s $$ \\x SELECT \\"

# What is no text but a name, or a value of its own.
NAMES = {"id", "version", "checked_on", "review_by", "on", "source", "claim", "read", "is", "any_is", "question", "group"}
NAMES |= {"holds", "items_from", "urgency", "topics", "asked_by", "counts", "answers", "expect"}


def spoiled(value, key=""):
    if key in NAMES:
        return value
    if isinstance(value, str):
        return value + HOSTILE
    if isinstance(value, list):
        # A list of texts carries the name of the list.
        return [spoiled(one, key) for one in value]
    if isinstance(value, dict):
        return {name: spoiled(one, name) for name, one in value.items()}
    return value


def spoil(folder, into):
    """A copy of a rule set with something hostile behind every text."""
    shutil.copytree(folder, into)
    for path in into.rglob("*.json"):
        if path.parent.name != "cases":
            path.write_text(json.dumps(spoiled(json.loads(path.read_text()))))
    return into
