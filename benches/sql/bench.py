"""Times whole processes that screen the same made-up people: `jakcheck batch`, DuckDB, Spark. Prints a table.

Each is run with so many records and with a tenth of them, round after round, and medians are compared.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyspark

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent


@dataclass
class Row:
    """A command, how many records it reads, and what it took in each round."""

    engine: str
    way: str
    records: int
    command: list
    results: Path = None
    seconds: list = field(default_factory=list)
    held: list = field(default_factory=list)

    def run(self, clock):
        if self.results:
            shutil.rmtree(self.results, ignore_errors=True)
            self.results.unlink(missing_ok=True)
        # A small process measures: the system counts what a parent holds as held by the child it starts.
        words = [str(word) for word in [clock, *self.command]]
        done = subprocess.run(words, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            sys.exit(f"failed: {' '.join(words)}")
        seconds, held = done.stderr.split()
        self.seconds.append(float(seconds))
        self.held.append(int(held) // 1024)

    def median(self):
        return statistics.median(self.seconds)


def say(text):
    print(text, file=sys.stderr, flush=True)


def printed(*words):
    return subprocess.run([str(word) for word in words], check=True, stdout=subprocess.PIPE, text=True).stdout


def target_of(folder):
    about = printed("cargo", "metadata", "--no-deps", "--format-version", "1", "--manifest-path", folder / "Cargo.toml")
    return Path(json.loads(about)["target_directory"])


def made(path, *words):
    """A file with what a command prints, made once."""
    if not path.exists():
        say(f"making {path.name}")
        with path.with_suffix(".part").open("wb") as out:
            subprocess.run([str(word) for word in words], check=True, stdout=out, stderr=subprocess.DEVNULL)
        path.with_suffix(".part").rename(path)
    return path


def records_of(work, peers, count):
    """Records as lines of answers, and as Parquet with the columns of the exported table."""
    lines = made(work / f"{count}.ndjson", peers, "records", "--shape", "lists", "--count", count)
    table = made(work / f"{count}.csv", "jakcheck", "batch", "--to-columns", "--format", "csv", lines)
    parquet = work / f"{count}.parquet"
    if not parquet.exists():
        say(f"making {parquet.name}")
        part = parquet.with_suffix(".part")
        # Every column is text, also one in which nobody answered.
        reading = f"FROM read_csv('{table}', header = true, all_varchar = true, quote = '\"')"
        duckdb.execute(f"COPY ({reading}) TO '{part}' (FORMAT parquet, ROW_GROUP_SIZE 100000)")
        part.rename(parquet)
    return lines, parquet


def rows_of(work, peers, many, fewer, threads):
    queries = {}
    for dialect in ("duckdb", "spark"):
        queries[dialect] = work / f"{dialect}.sql"
        queries[dialect].write_text(printed("jakcheck", "rules", "export", "--to", "sql", "--dialect", dialect))
    version = printed("jakcheck", "--version").split()[-1]
    spark = ["spark-submit", "--master", f"local[{threads}]", "--driver-memory", "6g"]
    spark += ["--conf", "spark.ui.enabled=false", PROJECT / "examples/sql/spark.py"]
    rows = []
    for count in (many // 10, many):
        lines, parquet = records_of(work, peers, count)
        batch, results = ["jakcheck", "batch", "--threads", threads], work / "duckdb.results.parquet"
        duck = [sys.executable, HERE / "duck.py", parquet, queries["duckdb"], results, threads]
        rows.append(Row(f"jakcheck {version}", "batch, JSON to JSON", count, [*batch, lines]))
        rows.append(Row(f"jakcheck {version}", "batch --to-columns, JSON to CSV", count, [*batch, "--to-columns", "--format", "csv", lines]))
        rows.append(Row(f"DuckDB {duckdb.__version__}", "Parquet to Parquet", count, duck, results))
    for count in (fewer // 10, fewer):
        _, parquet = records_of(work, peers, count)
        results = work / "spark.results.parquet"
        rows.append(Row(f"Spark {pyspark.__version__}", "Parquet to Parquet", count, [*spark, parquet, queries["spark"], results], results))
    return rows


def emergencies(lines):
    """How many records have an emergency sign, as a batch says at its end."""
    done = subprocess.run(["jakcheck", "batch", "-q", lines], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return int(re.search(r"URGENT: (\d+)", done.stderr).group(1))


def check(work, rows, clock):
    """Before anything is timed: as many records come out as went in, and as many of them are urgent."""
    for row in rows:
        if row.results:
            say(f"checking {row.engine}, {row.records} records")
            row.run(clock)
            files = f"{row.results}/**/*.parquet" if row.results.is_dir() else row.results
            urgent = "count(*) FILTER (urgent = 'emergency')"
            found = duckdb.execute(f"SELECT count(*), {urgent} FROM read_parquet('{files}', hive_partitioning = true)").fetchone()
            said = emergencies(work / f"{row.records}.ndjson")
            if found != (row.records, said):
                sys.exit(f"{row.engine}: {found} of {row.records} records, {said} with an emergency, came out")
            row.seconds.clear()
            row.held.clear()


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--records", type=int, default=10_000_000, help="for batch and DuckDB")
    arguments.add_argument("--fewer", type=int, default=1_000_000, help="for Spark")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--threads", type=int, default=os.cpu_count())
    arguments = arguments.parse_args()
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    peers = PROJECT / "benches/peers"
    printed("cargo", "build", "--release", "--locked", "--quiet", "--ignore-rust-version", "--manifest-path", peers / "Cargo.toml")
    work = target_of(PROJECT) / "benches-sql"
    work.mkdir(exist_ok=True)
    programs = target_of(peers) / "release"
    clock = programs / "clock"
    rows = rows_of(work, programs / "peers", arguments.records, arguments.fewer, arguments.threads)
    check(work, rows, clock)
    for number in range(arguments.rounds):
        for row in rows:
            say(f"round {number + 1}: {row.engine}, {row.way}, {row.records} records")
            row.run(clock)
    print("| engine | from, to | records | seconds | records a second | MiB | tenfold records take |")
    print("|---|---|--:|--:|--:|--:|--:|")
    for row in rows:
        tenth = [one for one in rows if (one.engine, one.way, one.records * 10) == (row.engine, row.way, row.records)]
        growth = f"{row.median() / tenth[0].median():.1f} times as long" if tenth else ""
        rate = row.records / row.median()
        print(f"| {row.engine} | {row.way} | {row.records:,} | {row.median():.2f} | {rate:,.0f} | {statistics.median(row.held):,.0f} | {growth} |")


if __name__ == "__main__":
    main()
