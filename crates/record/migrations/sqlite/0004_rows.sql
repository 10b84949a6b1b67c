-- What analyses read of a stream: a projection of its own, beside the lists, so that they stay as small as they are. An empty
-- text says that the stream was looked at and gives nothing; no line says that nobody has looked yet, as in older files.
CREATE TABLE analysed (
    stream INTEGER PRIMARY KEY REFERENCES stream (number),
    kind TEXT NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    rows TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX analysed_by_id ON analysed (kind, id);
