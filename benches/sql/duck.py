"""An exported query in DuckDB, from Parquet to Parquet: duck.py ANSWERS QUERY RESULTS THREADS"""

import sys
from pathlib import Path

import duckdb

answers, query, results, threads = sys.argv[1:]
database = duckdb.connect(config={"threads": int(threads)})
# Records that come out in the order they came in would have to wait for each other.
database.execute("SET preserve_insertion_order = false")
database.execute(f"CREATE VIEW answers AS FROM '{answers}'")
database.execute(f"COPY ({Path(query).read_text()}) TO '{results}' (FORMAT parquet)")
