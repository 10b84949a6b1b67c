//! The archive: the whole record as lines of JSON, without loss, so that it outlives this program and this database.
//!
//! Each line is one object. It begins with `sum`, the SHA-256 over the sum of the line before and the rest of this line:
//! what was cut, altered, added or moved is found at its line. Bytes are base64, hashes and ids hexadecimal.
//!
//! | line | holds |
//! |---|---|
//! | `archive` | the form `thecal archive 1`, the public key of the heads, a check of the master key |
//! | `stream` | number, kind, id, sealed key |
//! | `event` | sequence, stream, version, form, recording time, sealed payload, link |
//! | `act` | form, hash of what was filled in, recording time, versions by number of stream |
//! | `attachment` | line, stream, hash of the content, type, sealed bytes, link |
//! | `view` | line, time, account, address, what, stream, result, link |
//! | `head` | as in [`Head::to_line`] |
//! | `end` | how many lines stood before |
//!
//! Payloads stay sealed: the archive is read with the keys of the database it came from. Sessions end with an archive, and
//! projections are made anew after it.

mod lines;
mod restore;

use crate::error::OpenError;
use crate::rows::{self, ActRow, StreamRow, Table, Unreadable, page};
use lines::{Line, Writer};
pub use restore::archive_import;
use sqlx::SqliteConnection;
use std::io::Write;
use std::path::Path;

/// What an archive says it is.
const FORM: &str = "thecal archive 1";

/// How much an archive holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Archived {
    /// Streams.
    pub streams: u64,
    /// Events.
    pub events: u64,
    /// Attached files.
    pub attachments: u64,
    /// Lines of the audit of views.
    pub views: u64,
    /// Signed heads.
    pub heads: u64,
    /// Lines of the archive.
    pub lines: u64,
}

/// Why an archive could not be written or read.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The database.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// What is written to, or read from.
    #[error("the archive cannot be written or read: {0}")]
    File(#[from] std::io::Error),
    /// A line that is not what was written.
    #[error("line {line} of the archive: {what}")]
    Line {
        /// Which, from 1.
        line: u64,
        /// What is wrong with it.
        what: String,
    },
    /// There is something in the database already.
    #[error("an archive is read into an empty database only; this one holds {0}")]
    NotEmpty(String),
    /// Sealed under another master key.
    #[error("the archive was sealed with other keys: put the keys of its database beside the new one first")]
    OtherKeys,
    /// Each line is as it was written, but the record in it does not verify.
    #[error("the record in the archive does not hold: {0}")]
    Unsound(String),
    /// The database, while it was read or written.
    #[error("{0}")]
    Store(String),
}

impl From<Unreadable> for ArchiveError {
    fn from(Unreadable(what): Unreadable) -> Self {
        Self::Store(what)
    }
}

/// Writes everything in a database, as it stands at one moment, while others may go on working in it. Needs no key.
///
/// # Errors
/// If the database cannot be read or the archive not be written.
pub async fn archive_export(path: &Path, output: &mut (dyn Write + Send)) -> Result<Archived, ArchiveError> {
    let mut connection = rows::reading(path).await?;
    let connection = &mut connection;
    let mut writer = Writer::new(output);
    let mut archived = Archived::default();
    writer.write(&Line::Archive {
        form: FORM.to_owned(),
        public_key: lines::base64(&rows::public_key(connection).await?),
        key_check: lines::base64(&rows::meta(connection, "key check").await?),
    })?;
    archived.streams = table::<StreamRow>(connection, &mut writer).await?;
    archived.events = table::<rows::EventRow>(connection, &mut writer).await?;
    let mut after = None;
    loop {
        let rows = ActRow::page(connection, after).await?;
        let Some(last) = rows.last() else { break };
        after = Some(last.form);
        for row in rows {
            writer.write(&Line::from(row))?;
        }
    }
    archived.attachments = table::<rows::AttachmentRow>(connection, &mut writer).await?;
    archived.views = table::<rows::AccessRow>(connection, &mut writer).await?;
    for head in rows::heads(connection).await? {
        writer.write(&Line::Head(head.line()))?;
        archived.heads += 1;
    }
    writer.end()?;
    archived.lines = writer.lines();
    output.flush()?;
    Ok(archived)
}

async fn table<T: Table + Into<Line>>(
    connection: &mut SqliteConnection,
    writer: &mut Writer<'_>,
) -> Result<u64, ArchiveError> {
    let (mut after, mut number) = (0, 0);
    loop {
        let rows: Vec<T> = page(connection, after).await?;
        let Some(last) = rows.last() else { return Ok(number) };
        after = last.place();
        for row in rows {
            writer.write(&row.into())?;
            number += 1;
        }
    }
}
