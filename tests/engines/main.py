"""Holds the exported SQL against `jakcheck batch` in each engine, and screens what data tools write."""

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import engines
import first_minute
import hostile
import readme
import real_files
from jakcheck import PROJECT, Rules, known_documents

# What is no answer to anything: other words, other letters, spaces, and what stands inside the query.
NO_OPTIONS = ["sometimes", "Yes", "yes ", " no", "left out", "NULL", "'"]

# Records that are also turned into one row a caution.
TURNED = 2000

passed = 0


def ok(name, what, since):
    global passed
    passed += 1
    print(f"ok   {name}: {what} ({time.monotonic() - since:.1f} s)", flush=True)


def fail(name, what):
    sys.exit(f"FAILED {name}: {what}")


def said_of(row):
    """What a row says, as a batch would: what is urgent, what is watched, the states."""
    mark = "watch_more__"
    watched = frozenset(name[len(mark):] for name, value in row.items() if name.startswith(mark) and value)
    states = {name: value for name, value in row.items() if name not in ("id", "error", "urgent") and not name.startswith(mark)}
    return (row["urgent"] or "", watched, states)


def compare(engine, rules, lines, folder, what):
    """One row a record, all of them."""
    since = time.monotonic()
    (expected, beside), table = rules.batch(lines), folder / "answers.csv"
    rules.to_columns(lines, table)
    engine.load(rules.sql(engine.dialect, "--ddl"), table)
    states, seen = Counter(), set()
    for row in engine.query(rules.sql(engine.dialect)):
        # The first one answered nothing: what to watch for is then unknown, not false.
        if row["id"] == "0" and any(value is not None for name, value in row.items() if name.startswith("watch_more__")):
            fail(engine.dialect, f"{what}: false where it is unknown")
        said = said_of(row)
        if row["error"] is not None or said != expected[row["id"]] or row["id"] in seen:
            fail(engine.dialect, f"{what}: record {row['id']}: {row['error']}\n{said}\nnot\n{expected[row['id']]}")
        seen.add(row["id"])
        states.update(said[2].values())
    if seen != set(expected):
        fail(engine.dialect, f"{what}: {len(seen)} of {len(expected)} records came out")
    if set(states) != {"applies", "not_sure", "not_asked", "no_match"}:
        fail(engine.dialect, f"{what}: only {states}")
    ok(engine.dialect, f"{what}: {len(seen)} records, {dict(sorted(states.items()))}", since)
    return expected, beside


def compare_long(engine, rules, lines, folder, what):
    """One row a record and caution."""
    since = time.monotonic()
    expected, beside = compare(engine, rules, lines, folder, what)
    # What is put around the query must not make its plan explode.
    urgent = f"SELECT count(*) AS urgent FROM ({rules.sql(engine.dialect)}) AS screened WHERE error IS NULL AND urgent IS NOT NULL"
    [counted] = engine.query(urgent)
    if int(counted["urgent"]) != sum(bool(said[0]) for said in expected.values()):
        fail(engine.dialect, f"{what}: another number of records is urgent")
    turned, doubted = {}, {record: {} for record in expected}
    for row in engine.query(rules.sql(engine.dialect, "--long")):
        if row["error"] is not None or (row["urgent"] or "") != expected[row["id"]][0]:
            fail(engine.dialect, f"{what}, long: {row}")
        turned.setdefault(row["id"], {})[row["caution"]] = row["state"]
        if row["also_not_sure"] is not None:
            doubted[row["id"]][row["caution"]] = row["also_not_sure"].split(",")
    if turned != {record: states for record, (_, _, states) in expected.items()}:
        fail(engine.dialect, f"{what}, long: other states")
    if doubted != beside:
        fail(engine.dialect, f"{what}, long: something else is not sure beside what applies")
    count = sum(map(len, beside.values()))
    ok(engine.dialect, f"{what}, long: {sum(map(len, turned.values()))} rows, {count} with something not sure beside", since)


def refuse(engine, rules, folder):
    """The constraints of the exported table."""
    since = time.monotonic()
    empty = folder / "empty.csv"
    empty.write_text(",".join(["id", *rules.columns]) + "\n")
    engine.load(rules.sql(engine.dialect, "--ddl"), empty)
    words = [word.replace("'", "''") for word in NO_OPTIONS]
    bad = [f"INSERT INTO answers (id, \"{column}\") VALUES ('x', '{word}')" for column in rules.columns for word in words]
    refused = engine.refused(bad)
    if refused != len(bad) or list(engine.query("SELECT id FROM answers")):
        fail(engine.dialect, f"the table refuses {refused} of {len(bad)} records with what is no option")
    ok(engine.dialect, f"what is no option is refused: {refused} times", since)


def errors(engine, rules, folder):
    """A table without constraints: never a state of a record with what is no option, in a full record and in an empty one."""
    since, chance = time.monotonic(), random.Random(7)
    table, expected = folder / "bad.csv", {}
    with table.open("w") as out:
        out.write(",".join(["id", *rules.columns]) + "\n")
        for column in rules.columns:
            for word in NO_OPTIONS:
                for is_full in (True, False):
                    number = len(expected)
                    answers = {}
                    for one in rules.questions if is_full else ():
                        answers |= {name: chance.choice([*one.options, "not_sure"]) for name in one.columns()}
                    answers[column] = word
                    expected[str(number)] = f"unknown_option: {column}"
                    out.write(",".join([str(number), *(answers.get(name, "") for name in rules.columns)]) + "\n")
    engine.load(engines.open_table(rules.columns) if engine.has_checks else rules.sql(engine.dialect, "--ddl"), table)
    for flags in ([], ["--long"]):
        found = {}
        for row in engine.query(rules.sql(engine.dialect, *flags)):
            said = {name: value for name, value in row.items() if name not in ("id", "error") and value is not None}
            if said or row["id"] in found:
                fail(engine.dialect, f"a record with an error says {said}")
            found[row["id"]] = row["error"]
        if found != expected:
            wrong = {record: (error, found.get(record)) for record, error in expected.items() if found.get(record) != error}
            fail(engine.dialect, f"a record with what is no option is no error: {wrong}")
    ok(engine.dialect, f"what is no option is an error: {len(expected)} records", since)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--records", type=int, default=3000, help="records at random")
    arguments.add_argument("--engines", default=",".join(engines.ENGINES), help="which, with commas between them")
    arguments = arguments.parse_args()
    rules, documents = Rules(), [{}, *known_documents()]
    with tempfile.TemporaryDirectory(prefix="jakcheck-engines-") as name:
        folder = Path(name)
        lines, few = folder / "records.ndjson", folder / "few.ndjson"
        rules.write_records(lines, arguments.records, documents)
        rules.write_records(few, TURNED, documents)
        spoiled = hostile.spoil(PROJECT / "tests/data/small_rules", folder / "hostile")
        hostile_rules, hostile_lines = Rules(spoiled), folder / "hostile.ndjson"
        hostile_rules.write_records(hostile_lines, 500, [{}])
        for kind in arguments.engines.split(","):
            engine = engines.ENGINES[kind]()
            version = engine.start()
            try:
                print(f"     {kind} {version}", flush=True)
                compare(engine, rules, lines, folder, f"{len(documents)} known and {arguments.records} random")
                compare_long(engine, rules, few, folder, f"{len(documents)} known and {TURNED} random")
                compare_long(engine, hostile_rules, hostile_lines, folder, "hostile texts")
                if engine.has_checks:
                    refuse(engine, rules, folder)
                errors(engine, rules, folder)
                engine.clear()
                for shown in readme.sessions(kind):
                    since = time.monotonic()
                    if difference := readme.run(shown):
                        fail(engine.dialect, f"{readme.PAGE} shows something else:\n{difference}")
                    ok(engine.dialect, f"the session in {readme.PAGE}", since)
            finally:
                engine.stop()
    for tool in first_minute.TOOLS:
        since = time.monotonic()
        if wrong := first_minute.wrong(tool):
            fail(tool, wrong)
        ok(tool, f"what it writes is screened, and the sessions in {first_minute.PAGE}", since)
    for kind in real_files.KINDS:
        since = time.monotonic()
        if wrong := real_files.wrong(kind):
            fail(kind, wrong)
        ok(kind, f"{len(real_files.KINDS[kind])} files that tools write", since)
    print(f"{passed} passed, 0 failed")


if __name__ == "__main__":
    main()
