-- Screens the people in a folder that prepare.sh made:
--
--   duckdb -cmd ".cd 'FOLDER'" < duckdb.sql
.bail on
.mode list
.nullvalue -
.read table.sql
.read views.sql

-- Every column is text, whatever stands in it, and also where nobody answered.
SET VARIABLE columns = (
  SELECT '{' || string_agg('"' || column_name || '": "VARCHAR"', ', ') || '}'
  FROM duckdb_columns() WHERE table_name = 'answers'
);
INSERT INTO answers BY NAME
SELECT unnest(from_json(json, getvariable('columns')))
FROM read_json('answers*.ndjson', format = 'newline_delimited', records = 'false', columns = {json: 'JSON'});

COPY (FROM screened) TO 'results.parquet';

-- What must not wait comes first.
SELECT id, urgent FROM screened WHERE urgent IS NOT NULL ORDER BY urgent, id;
SELECT id, error FROM screened WHERE error IS NOT NULL ORDER BY id;
SELECT id, string_agg(caution, ' ' ORDER BY level, caution) AS applies
FROM screened_long WHERE state = 'applies' GROUP BY id ORDER BY id;
