-- Screens the people in a folder that prepare.sh made:
--
--   psql -X -v folder=FOLDER -f postgres.sql
\set ON_ERROR_STOP on
\set QUIET on
\pset format unaligned
\pset footer off
\pset null -
\cd :folder
\i table.sql
\i views.sql
\copy answers FROM 'answers.csv' WITH (FORMAT csv, HEADER match)

CREATE TABLE results AS TABLE screened;

-- What must not wait comes first.
SELECT id, urgent FROM results WHERE urgent IS NOT NULL ORDER BY urgent, id;
SELECT id, error FROM results WHERE error IS NOT NULL ORDER BY id;
SELECT id, string_agg(caution, ' ' ORDER BY level, caution) AS applies
FROM screened_long WHERE state = 'applies' GROUP BY id ORDER BY id;
