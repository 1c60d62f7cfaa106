#!/usr/bin/env python3
"""Turns answers in columns, a JSON object a line, into Parquet files in a folder for each medicine.

    to_parquet.py ANSWERS.ndjson ANSWERS.parquet

The columns are those of `table.sql` beside the answers.
"""

import re
import sys
from pathlib import Path

from pyspark.sql import SparkSession


def main(answers, parquet):
    names = re.findall(r"^  `(\w+)` STRING", (Path(answers).parent / "table.sql").read_text(), re.MULTILINE)
    spark = SparkSession.builder.appName("answers to Parquet").getOrCreate()
    # Every column is text, also where nobody answered.
    schema = ", ".join(f"`{name}` STRING" for name in names)
    spark.read.schema(schema).json(answers, mode="FAILFAST").write.partitionBy("medicine").parquet(parquet)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
