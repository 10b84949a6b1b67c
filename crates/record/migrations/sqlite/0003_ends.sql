-- What is due and ends by itself says when, so that lists need not read what is past; and lists come in the order of their
-- indexes, so that the first page does not sort everything.
ALTER TABLE due ADD COLUMN ends INTEGER;
DROP INDEX due_by_kind;
DROP INDEX due_by_time;
CREATE INDEX due_by_kind ON due (kind, since, stream, place, ends);
CREATE INDEX due_by_time ON due (since, stream, place, ends);
UPDATE due SET ends = json_extract(body, '$.until');
