-- Screens the people in a folder that prepare.sh made, in a new database there:
--
--   sqlite3 -cmd ".cd 'FOLDER'" FOLDER/people.db < sqlite.sql
.bail on
.mode list
.headers on
.nullvalue -
.read table.sql
.read views.sql

-- An empty field comes in as an empty text, which is no answer and none of the allowed ones. NULLIF makes it NULL, in
-- every column, by its name.
.import --csv answers.csv staged
.headers off
.once stage.sql
SELECT 'INSERT INTO answers (' || group_concat('"' || name || '"', ', ') || ') SELECT '
  || group_concat('NULLIF("' || name || '", '''')', ', ') || ' FROM staged;'
FROM pragma_table_info('staged');
.read stage.sql
.headers on
DROP TABLE staged;

CREATE TABLE results AS SELECT * FROM screened;

-- What must not wait comes first.
SELECT id, urgent FROM results WHERE urgent IS NOT NULL ORDER BY urgent, id;
SELECT id, error FROM results WHERE error IS NOT NULL ORDER BY id;
SELECT id, group_concat(caution, ' ') AS applies
FROM (SELECT * FROM screened_long WHERE state = 'applies' ORDER BY id, level, caution) GROUP BY id ORDER BY id;
