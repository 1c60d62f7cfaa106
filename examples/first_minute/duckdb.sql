-- Five people in DuckDB, written to the current folder.
CREATE TABLE people (
  id TEXT, note TEXT, age_band TEXT, smoking TEXT, clot_history TEXT,
  heart_history__heart_attack TEXT, heart_history__stroke TEXT, symptoms_now__clot_leg TEXT
);
INSERT INTO people VALUES
  ('p1', 'asked twice, by phone', '65_or_older', 'past', 'yes', 'yes', 'no', 'no'),
  ('p2', 'from Zürich', '50_to_64', 'never', 'not_sure', 'no', 'not_sure', 'no'),
  ('p3', 'said "maybe"', '18_to_49', 'current', 'no', 'no', NULL, 'no'),
  ('p4', NULL, '18_to_49', 'never', 'no', 'no', 'no', 'no'),
  ('p5', NULL, NULL, NULL, NULL, 'no', 'no', 'yes');

-- NULL is nothing in the table, and null in JSON.
COPY people TO 'duckdb.csv';
COPY people TO 'duckdb.ndjson' (FORMAT json);
-- With ARRAY it is one list.
COPY people TO 'duckdb_list.json' (FORMAT json, ARRAY true);
-- A table that DuckDB reads again: a column of yes and no becomes one of true and false, unless all are texts.
COPY (FROM read_csv('duckdb.csv')) TO 'duckdb_guessed.csv';
COPY (FROM read_csv('duckdb.csv')) TO 'duckdb_guessed.ndjson' (FORMAT json);
COPY (FROM read_csv('duckdb.csv', all_varchar = true)) TO 'duckdb_texts.csv';
