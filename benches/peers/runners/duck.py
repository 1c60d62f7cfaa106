"""DuckDB: a query over a file of records, written to standard output.

Arguments: the file of the query, the file of the records, how many threads.
"""

import sys
from pathlib import Path

import duckdb


def main(query, records, threads):
    connection = duckdb.connect(config={"threads": int(threads)})
    # A statement, not a parameter: COPY takes none.
    connection.execute("SET VARIABLE records = ?", [records])
    lines = "FORMAT csv, HEADER false, DELIMITER '\t', QUOTE '', ESCAPE ''"
    connection.execute(f"COPY ({Path(query).read_text()}) TO '/dev/stdout' ({lines})")


main(*sys.argv[1:])
