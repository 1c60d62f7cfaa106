"""A rule set whose texts are full of what could mean something to a database, or to what reads files for one, and whose ids
are words of SQL.
"""

import json
import shutil

HOSTILE = "a'; DROP TABLE answers; -- */ /* \" ` ${env:HOME} {{x}} {% y %} :z ?1 %s $$ \\x SELECT \\"

# What is no text but a name, or a value of its own.
NAMES = {"id", "version", "checked_on", "review_by", "on", "source", "passage", "now", "read", "is", "any_is", "question", "group"}
NAMES |= {"holds", "items_from", "urgency", "topics", "asked_by", "counts", "answers", "expect"}

# Ids of the small rule set, and what they become.
WORDS = {
    "signs_now": "values", "bicycle_use": "a", "town": "null", "trails": "true", "indoors": "false",
    "wheel_wear": "primary", "worn_tyre": "key", "loose_spoke": "references", "old_tube": "default",
    "weather": "order", "rain": "by", "mud": "desc", "brake_kind": "error", "rim": "current_date", "disc": "65_or_older",
    "not_checked": "interval", "pads_before": "urgent", "rides_outside": "union", "wet_rides": "join",
    "worn_wheel": "case", "wet_brakes": "end", "brake_fails": "from", "wheel_wobbles": "where", "brake_squeaks": "limit",
}


def renamed(value):
    """The same with other ids, also in `group.item` and as keys of answers."""
    if isinstance(value, str):
        parts = value.split(".")
        return ".".join(WORDS.get(part, part) for part in parts)
    if isinstance(value, list):
        return [renamed(one) for one in value]
    if isinstance(value, dict):
        return {WORDS.get(name, name): renamed(one) for name, one in value.items()}
    return value


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
    """A copy of the small rule set with other ids and something hostile behind every text."""
    shutil.copytree(folder, into)
    for path in into.rglob("*.json"):
        document = renamed(json.loads(path.read_text()))
        path.write_text(json.dumps(document if path.parent.name == "cases" else spoiled(document)))
    return into
