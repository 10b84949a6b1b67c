-- What can be thrown away and made anew, and what ends by itself.

-- Projections: plain, so that pages can search and sort. The two hashes say what stands in the two tables below,
-- so that an unchanged list is not written again.
CREATE TABLE summary (
    stream INTEGER PRIMARY KEY REFERENCES stream (number),
    kind TEXT NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    sort_key TEXT NOT NULL,
    summary TEXT NOT NULL,
    due_hash BLOB NOT NULL,
    terms_hash BLOB NOT NULL
) STRICT;
CREATE INDEX summary_sorted ON summary (kind, sort_key, id);

CREATE TABLE due (
    stream INTEGER NOT NULL REFERENCES stream (number),
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    since INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (stream, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_by_kind ON due (kind, since);
CREATE INDEX due_by_time ON due (since);

CREATE TABLE term (
    kind TEXT NOT NULL,
    word TEXT NOT NULL,
    stream INTEGER NOT NULL REFERENCES stream (number),
    PRIMARY KEY (kind, word, stream)
) STRICT, WITHOUT ROWID;
CREATE INDEX term_of ON term (stream);

CREATE TABLE session (
    token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
    account BLOB NOT NULL,
    created INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    proven INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_of ON session (account);

CREATE TABLE attempt (
    key TEXT NOT NULL,
    at INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (key, at)
) STRICT, WITHOUT ROWID;
