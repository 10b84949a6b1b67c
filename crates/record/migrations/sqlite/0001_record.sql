-- The record itself: only ever added to.

-- What does not change about this file, and the public key of its heads.
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- One line a stream, numbered in the order of birth. Version and link are those of its newest event.
CREATE TABLE stream (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    -- The stream's own key, sealed under the master key.
    sealed_key BLOB NOT NULL,
    version INTEGER NOT NULL,
    link BLOB NOT NULL CHECK (length(link) = 32),
    UNIQUE (kind, id)
) STRICT;

-- Sequence counts over all streams, without gaps, in the order of commits.
CREATE TABLE event (
    sequence INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL REFERENCES stream (number),
    version INTEGER NOT NULL,
    form BLOB NOT NULL CHECK (length(form) = 16),
    recorded INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    link BLOB NOT NULL CHECK (length(link) = 32),
    UNIQUE (stream, version)
) STRICT;

-- What each form became. `content` is a hash of what was filled in; `versions` the receipt.
CREATE TABLE act (
    form BLOB PRIMARY KEY CHECK (length(form) = 16),
    content BLOB NOT NULL CHECK (length(content) = 32),
    recorded INTEGER NOT NULL,
    versions TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Files, sealed under the key of their stream; a chain of their own.
CREATE TABLE attachment (
    line INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL REFERENCES stream (number),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    media_type TEXT NOT NULL,
    sealed BLOB NOT NULL,
    link BLOB NOT NULL CHECK (length(link) = 32),
    UNIQUE (stream, hash)
) STRICT;

-- Who looked at what; a chain of its own.
CREATE TABLE access (
    line INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    account BLOB,
    address TEXT NOT NULL,
    what TEXT NOT NULL,
    kind TEXT,
    id BLOB,
    result INTEGER NOT NULL,
    link BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;
CREATE INDEX access_of ON access (kind, id, line) WHERE id IS NOT NULL;

-- Signed heads over everything up to a sequence, an attachment and an access line.
CREATE TABLE head (
    number INTEGER PRIMARY KEY,
    signed_at INTEGER NOT NULL,
    streams INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    root BLOB NOT NULL CHECK (length(root) = 32),
    attachment_line INTEGER NOT NULL,
    attachment_link BLOB NOT NULL CHECK (length(attachment_link) = 32),
    access_line INTEGER NOT NULL,
    access_link BLOB NOT NULL CHECK (length(access_link) = 32),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

CREATE TRIGGER event_stays BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
CREATE TRIGGER event_remains BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
CREATE TRIGGER stream_stays BEFORE UPDATE OF number, kind, id, sealed_key ON stream
BEGIN SELECT RAISE(ABORT, 'a stream is never changed'); END;
CREATE TRIGGER stream_remains BEFORE DELETE ON stream
BEGIN SELECT RAISE(ABORT, 'a stream is never deleted'); END;
CREATE TRIGGER act_stays BEFORE UPDATE ON act
BEGIN SELECT RAISE(ABORT, 'an act is never changed'); END;
CREATE TRIGGER act_remains BEFORE DELETE ON act
BEGIN SELECT RAISE(ABORT, 'an act is never deleted'); END;
CREATE TRIGGER attachment_stays BEFORE UPDATE ON attachment
BEGIN SELECT RAISE(ABORT, 'an attachment is never changed'); END;
CREATE TRIGGER attachment_remains BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'an attachment is never deleted'); END;
CREATE TRIGGER access_stays BEFORE UPDATE ON access
BEGIN SELECT RAISE(ABORT, 'the audit of views is never changed'); END;
CREATE TRIGGER access_remains BEFORE DELETE ON access
BEGIN SELECT RAISE(ABORT, 'the audit of views is never deleted'); END;
CREATE TRIGGER head_stays BEFORE UPDATE ON head
BEGIN SELECT RAISE(ABORT, 'a head is never changed'); END;
CREATE TRIGGER head_remains BEFORE DELETE ON head
BEGIN SELECT RAISE(ABORT, 'a head is never deleted'); END;
