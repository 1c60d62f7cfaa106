"""Engines: each takes a table of answers, then a query, and gives rows of text, numbers, truth and None."""

import csv
import io
import os
import shutil
import socket
import sqlite3
import subprocess
import tempfile
from pathlib import Path

import duckdb


def open_table(columns):
    """The statement for a table of answers that takes anything."""
    return "CREATE TABLE answers ({})".format(", ".join(f'"{column}" TEXT' for column in ["id", *columns]))


class InProcess:
    """A database in the memory of this process."""

    def stop(self):
        self.database.close()

    def clear(self):
        self.database.execute("DROP TABLE answers")

    def query(self, text):
        rows = self.database.execute(text)
        names = [column[0] for column in rows.description]
        while some := rows.fetchmany(10_000):
            for row in some:
                yield dict(zip(names, row))


class Sqlite(InProcess):
    """The SQLite of Python."""

    dialect, has_checks = "sqlite", True

    def start(self):
        self.database = sqlite3.connect(":memory:")
        return sqlite3.sqlite_version

    def load(self, create, table):
        self.database.execute("DROP TABLE IF EXISTS answers")
        self.database.executescript(create)
        with table.open() as lines:
            header, *rows = csv.reader(lines)
        # One statement for all: constraints are then made ready once.
        open_rows = open_table(header[1:]).replace("answers", "given", 1)
        self.database.executescript(f"DROP TABLE IF EXISTS given; {open_rows}")
        rows = [[field or None for field in row] for row in rows]
        self.database.executemany(f"INSERT INTO given VALUES ({','.join('?' * len(header))})", rows)
        self.database.execute("INSERT INTO answers SELECT * FROM given")

    def refused(self, statements):
        count = 0
        for statement in statements:
            try:
                self.database.execute(statement)
            except sqlite3.IntegrityError as error:
                count += "CHECK" in str(error)
        return count


class DuckDb(InProcess):
    """DuckDB as a library."""

    dialect, has_checks = "duckdb", True

    def start(self):
        self.database = duckdb.connect()
        return duckdb.__version__

    def load(self, create, table):
        self.database.execute("DROP TABLE IF EXISTS answers")
        self.database.execute(create)
        self.database.execute(f"COPY answers FROM '{table}' (FORMAT csv, HEADER, DELIMITER ',', QUOTE '\"')")

    def refused(self, statements):
        count = 0
        for statement in statements:
            try:
                self.database.execute(statement)
            except duckdb.ConstraintException:
                count += 1
        return count


class Postgres:
    """A PostgreSQL server of its own, on loopback, in a folder of its own."""

    dialect, has_checks = "postgres", True

    def start(self):
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
        initdb = Path(shutil.which("initdb") or (found[-1] if found else "initdb"))
        self.pg_ctl = initdb.parent / "pg_ctl"
        self.folder = Path(tempfile.mkdtemp(prefix="jakcheck-postgres-"))
        # The server does not run as root.
        self.user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self.user:
            shutil.chown(self.folder, "postgres")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.data = self.folder / "data"
        self.as_server(initdb, "-D", self.data, "-U", "jakcheck", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        self.as_server(self.pg_ctl, "-D", self.data, "-w", "-l", self.folder / "log", "-o", options, "start")
        where = {"PGHOST": "127.0.0.1", "PGPORT": str(port), "PGUSER": "jakcheck", "PGDATABASE": "postgres"}
        os.environ.update(where)
        return self.psql("SHOW server_version").strip()

    def as_server(self, *words):
        words = [str(word) for word in [*self.user, *words]]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd="/")

    def stop(self):
        self.as_server(self.pg_ctl, "-D", self.data, "-m", "immediate", "stop")
        shutil.rmtree(self.folder)

    def psql(self, text, may_fail=False):
        words = ["psql", "-X", "-q", "-A", "-t"] + ([] if may_fail else ["-v", "ON_ERROR_STOP=1"])
        done = subprocess.run(words, input=text, capture_output=True, text=True)
        if done.returncode != 0 and not may_fail:
            raise SystemExit(f"psql: {done.stderr}")
        return done.stderr if may_fail else done.stdout

    def load(self, create, table):
        self.psql(f"DROP TABLE IF EXISTS answers CASCADE;\n{create};\n\\copy answers FROM '{table}' WITH (FORMAT csv, HEADER match)")

    def clear(self):
        self.psql("DROP TABLE answers CASCADE")

    def query(self, text):
        rows = csv.DictReader(io.StringIO(self.psql(f"COPY ({text}) TO STDOUT (FORMAT csv, HEADER, FORCE_QUOTE *)")))
        truth = {"t": True, "f": False}
        for row in rows:
            watched = {name: truth.get(value) for name, value in row.items() if name.startswith("watch_more__")}
            yield {name: value or None for name, value in row.items()} | watched

    def refused(self, statements):
        return self.psql(";\n".join(statements) + ";", may_fail=True).count("violates check constraint")


class Spark:
    """Spark SQL in local mode."""

    dialect, has_checks = "spark", False

    def start(self):
        # Spark looks up its own address otherwise, and a machine may not know it.
        os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
        self.folder = Path(tempfile.mkdtemp(prefix="jakcheck-spark-"))
        os.environ["SPARK_CONF_DIR"] = str(self.folder / "conf")
        (self.folder / "conf").mkdir()
        (self.folder / "conf/spark-defaults.conf").write_text(
            "spark.ui.enabled false\nspark.driver.memory 4g\nspark.sql.shuffle.partitions 4\n"
            f"spark.sql.warehouse.dir {self.folder}/warehouse\nspark.ui.showConsoleProgress false\n"
        )
        (self.folder / "conf/log4j2.properties").write_text(
            "rootLogger.level = error\nrootLogger.appenderRef.stderr.ref = console\nappender.console.type = Console\n"
            "appender.console.name = console\nappender.console.target = SYSTEM_ERR\n"
            "appender.console.layout.type = PatternLayout\nappender.console.layout.pattern = %p %c: %m%n\n"
        )
        from pyspark.sql import SparkSession

        self.spark = SparkSession.builder.master("local[*]").getOrCreate()
        return self.spark.version

    def stop(self):
        self.spark.stop()
        shutil.rmtree(self.folder)

    def load(self, create, table):
        self.spark.sql("DROP TABLE IF EXISTS answers")
        self.spark.sql(create)
        columns = self.spark.table("answers").columns
        schema = ", ".join(f"`{column}` STRING" for column in columns)
        rows = self.spark.read.schema(schema).csv(str(table), header=True, mode="FAILFAST", enforceSchema=False)
        rows.write.insertInto("answers")

    def clear(self):
        self.spark.sql("DROP TABLE answers")

    def query(self, text):
        for row in self.spark.sql(text).toLocalIterator():
            yield row.asDict()


ENGINES = {"sqlite": Sqlite, "duckdb": DuckDb, "postgres": Postgres, "spark": Spark}
