#!/usr/bin/env python3
"""Screens the people in a partitioned Parquet folder with an exported query, and writes another one.

    spark-submit spark.py ANSWERS QUERY RESULTS    on a cluster
    python3 spark.py ANSWERS QUERY RESULTS         on this machine

ANSWERS is a Parquet folder with the columns of the exported table, partitioned by anything. QUERY is a file with the
exported query. RESULTS, a new folder, is partitioned by `urgent`: what must not wait can be read first.
"""

import sys
from pathlib import Path

from pyspark.sql import SparkSession, functions


def main(answers, query, results):
    spark = (
        SparkSession.builder.appName("jakcheck")
        # Answers are text, also where they stand in the name of a folder.
        .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
        .getOrCreate()
    )
    spark.read.parquet(answers).createOrReplaceTempView("answers")
    spark.sql(Path(query).read_text(encoding="utf-8")).write.partitionBy("urgent").parquet(results)
    written = spark.read.parquet(results)
    screened, errors = written.where("error IS NULL"), written.where("error IS NOT NULL").count()
    for urgent, count in screened.groupBy("urgent").count().orderBy(functions.desc("urgent")).collect():
        # Signs that were not asked about are among these: they are not known to be absent.
        print(f"{urgent or 'nothing urgent was answered'}: {count}")
    print(f"not screened, see error: {errors}")
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
