//! Every table of the record read from its beginning, page by page in one snapshot: for verifying and for the archive.

use crate::chain::Hash;
use crate::error::OpenError;
use crate::head::Head;
use crate::port::{Id, Kind, Stream};
use sqlx::sqlite::{SqliteConnectOptions, SqliteRow};
use sqlx::{ConnectOptions, Row, SqliteConnection};
use std::path::Path;
use std::time::Duration;

/// Rows to a page.
const PAGE: i64 = 1_000;
/// Rows to a page where each may be large.
const LARGE_PAGE: i64 = 8;

/// A row that is not what the table's form says.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Unreadable(pub(crate) String);

impl From<sqlx::Error> for Unreadable {
    fn from(error: sqlx::Error) -> Self {
        Self(crate::error::words(&error))
    }
}

/// A table that is read in the order of its first column.
pub(crate) trait Table: Sized {
    const SQL: &'static str;
    const PAGE: i64 = PAGE;
    fn from_row(row: &SqliteRow) -> Result<Self, Unreadable>;
    /// Its place in the order.
    fn place(&self) -> i64;
}

/// The next rows after a place.
pub(crate) async fn page<T: Table>(
    connection: &mut SqliteConnection,
    after: i64,
) -> Result<Vec<T>, Unreadable> {
    let rows = sqlx::query(T::SQL).bind(after).bind(T::PAGE).fetch_all(connection).await?;
    rows.iter().map(T::from_row).collect()
}

fn hash(row: &SqliteRow, name: &str) -> Result<Hash, Unreadable> {
    Hash::try_from(row.try_get::<&[u8], _>(name)?)
        .map_err(|_| Unreadable(format!("{name} has the wrong length")))
}

fn id(bytes: &[u8]) -> Result<Id, Unreadable> {
    let bytes =
        <[u8; 16]>::try_from(bytes).map_err(|_| Unreadable("an id has the wrong length".to_owned()))?;
    Ok(Id::from_random(bytes))
}

/// A kind from its word.
pub(crate) fn kind(word: &str) -> Result<Kind, Unreadable> {
    let known = Kind::WORDS.iter().find(|(known, _)| *known == word);
    known.map(|(_, kind)| *kind).ok_or_else(|| Unreadable(format!("{word} is no kind of stream")))
}

pub(crate) struct StreamRow {
    pub(crate) number: i64,
    pub(crate) stream: Stream,
    pub(crate) sealed_key: Vec<u8>,
    pub(crate) version: i64,
    pub(crate) link: Hash,
}

impl Table for StreamRow {
    const SQL: &'static str = "SELECT number, kind, id, sealed_key, version, link FROM stream
         WHERE number > $1 ORDER BY number LIMIT $2";
    fn from_row(row: &SqliteRow) -> Result<Self, Unreadable> {
        let stream = Stream { kind: kind(row.try_get("kind")?)?, id: id(row.try_get("id")?)? };
        Ok(Self {
            number: row.try_get("number")?,
            stream,
            sealed_key: row.try_get("sealed_key")?,
            version: row.try_get("version")?,
            link: hash(row, "link")?,
        })
    }
    fn place(&self) -> i64 {
        self.number
    }
}

pub(crate) struct EventRow {
    pub(crate) sequence: i64,
    pub(crate) stream: i64,
    pub(crate) version: i64,
    pub(crate) form: Id,
    pub(crate) recorded: i64,
    pub(crate) sealed: Vec<u8>,
    pub(crate) link: Hash,
}

impl Table for EventRow {
    const SQL: &'static str = "SELECT sequence, stream, version, form, recorded, sealed, link FROM event
         WHERE sequence > $1 ORDER BY sequence LIMIT $2";
    fn from_row(row: &SqliteRow) -> Result<Self, Unreadable> {
        Ok(Self {
            sequence: row.try_get("sequence")?,
            stream: row.try_get("stream")?,
            version: row.try_get("version")?,
            form: id(row.try_get("form")?)?,
            recorded: row.try_get("recorded")?,
            sealed: row.try_get("sealed")?,
            link: hash(row, "link")?,
        })
    }
    fn place(&self) -> i64 {
        self.sequence
    }
}

pub(crate) struct AttachmentRow {
    pub(crate) line: i64,
    pub(crate) stream: i64,
    pub(crate) hash: Hash,
    pub(crate) media_type: String,
    pub(crate) sealed: Vec<u8>,
    pub(crate) link: Hash,
}

impl Table for AttachmentRow {
    const SQL: &'static str = "SELECT line, stream, hash, media_type, sealed, link FROM attachment
         WHERE line > $1 ORDER BY line LIMIT $2";
    const PAGE: i64 = LARGE_PAGE;
    fn from_row(row: &SqliteRow) -> Result<Self, Unreadable> {
        Ok(Self {
            line: row.try_get("line")?,
            stream: row.try_get("stream")?,
            hash: hash(row, "hash")?,
            media_type: row.try_get("media_type")?,
            sealed: row.try_get("sealed")?,
            link: hash(row, "link")?,
        })
    }
    fn place(&self) -> i64 {
        self.line
    }
}

pub(crate) struct AccessRow {
    pub(crate) line: i64,
    pub(crate) at: i64,
    pub(crate) account: Option<Vec<u8>>,
    pub(crate) address: String,
    pub(crate) what: String,
    pub(crate) kind: Option<String>,
    pub(crate) id: Option<Vec<u8>>,
    pub(crate) result: i64,
    pub(crate) link: Hash,
}

impl Table for AccessRow {
    const SQL: &'static str = "SELECT line, at, account, address, what, kind, id, result, link FROM access
         WHERE line > $1 ORDER BY line LIMIT $2";
    fn from_row(row: &SqliteRow) -> Result<Self, Unreadable> {
        Ok(Self {
            line: row.try_get("line")?,
            at: row.try_get("at")?,
            account: row.try_get("account")?,
            address: row.try_get("address")?,
            what: row.try_get("what")?,
            kind: row.try_get("kind")?,
            id: row.try_get("id")?,
            result: row.try_get("result")?,
            link: hash(row, "link")?,
        })
    }
    fn place(&self) -> i64 {
        self.line
    }
}

impl AccessRow {
    pub(crate) fn line(&self) -> crate::chain::AccessLine<'_> {
        crate::chain::AccessLine {
            line: self.line,
            at: self.at,
            account: self.account.as_deref(),
            address: &self.address,
            what: &self.what,
            kind: self.kind.as_deref(),
            id: self.id.as_deref(),
            result: self.result,
        }
    }
}

/// Which form became which versions. Read in the order of forms, which means nothing: a page goes on after its offset.
pub(crate) struct ActRow {
    pub(crate) form: Id,
    pub(crate) content: Hash,
    pub(crate) recorded: i64,
    pub(crate) versions: Vec<(i64, i64)>,
}

impl ActRow {
    pub(crate) async fn page(
        connection: &mut SqliteConnection,
        after: Option<Id>,
    ) -> Result<Vec<Self>, Unreadable> {
        let sql = "SELECT form, content, recorded, versions FROM act WHERE form > $1 ORDER BY form LIMIT $2";
        let after = after.map_or_else(Vec::new, |id| id.bytes().to_vec());
        let rows = sqlx::query(sql).bind(after).bind(PAGE).fetch_all(connection).await?;
        rows.iter()
            .map(|row| {
                let versions = serde_json::from_str(row.try_get("versions")?)
                    .map_err(|_| Unreadable("a receipt cannot be read".to_owned()))?;
                Ok(Self {
                    form: id(row.try_get("form")?)?,
                    content: hash(row, "content")?,
                    recorded: row.try_get("recorded")?,
                    versions,
                })
            })
            .collect()
    }
}

/// A connection that only reads, whoever writes meanwhile.
pub(crate) async fn reading(path: &Path) -> Result<SqliteConnection, OpenError> {
    let failed = |error: sqlx::Error| OpenError::store(path, &error);
    if !path.exists() {
        return Err(OpenError::File { path: path.to_path_buf(), what: "there is no such file".to_owned() });
    }
    let options = SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        .busy_timeout(Duration::from_secs(5))
        .disable_statement_logging();
    // A folder that cannot be written, as that of a copy on a stick, takes no side files: nobody else writes there either.
    let connection = match options.clone().connect().await {
        Ok(mut connection) => match sqlx::query("SELECT 1 FROM sqlite_schema").execute(&mut connection).await
        {
            Ok(_) => Ok(connection),
            Err(error) => Err(error),
        },
        Err(error) => Err(error),
    };
    let mut connection = match connection {
        Err(error)
            if matches!(crate::error::code(&error), Some(8 | 14))
                && !crate::beside(path, "-wal").exists() =>
        {
            options.immutable(true).connect().await.map_err(failed)?
        }
        other => other.map_err(failed)?,
    };
    crate::store::is_known(&mut connection, path).await?;
    sqlx::query("BEGIN").execute(&mut connection).await.map_err(failed)?;
    Ok(connection)
}

/// The public key of the heads.
pub(crate) async fn public_key(connection: &mut SqliteConnection) -> Result<Vec<u8>, Unreadable> {
    meta(connection, "public key").await
}

/// A line of what does not change about the file.
pub(crate) async fn meta(connection: &mut SqliteConnection, name: &str) -> Result<Vec<u8>, Unreadable> {
    let value: Option<Vec<u8>> = sqlx::query_scalar("SELECT value FROM meta WHERE name = $1")
        .bind(name)
        .fetch_optional(connection)
        .await?;
    value.ok_or_else(|| Unreadable(format!("the {name} is missing")))
}

/// Every head in order.
pub(crate) async fn heads(connection: &mut SqliteConnection) -> Result<Vec<Head>, Unreadable> {
    let rows = sqlx::query("SELECT * FROM head ORDER BY number").fetch_all(connection).await?;
    rows.iter().map(|row| crate::store::read_head(row).map_err(Unreadable)).collect()
}
