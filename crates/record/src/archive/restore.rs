//! Reading an archive into an empty database.

use super::lines::{Line, Reader, unbase64};
use super::{ArchiveError, Archived, FORM};
use crate::chain::{self, Hash, Plain};
use crate::error::words;
use crate::head::Head;
use crate::keys::{Keys, unhex};
use crate::port::{Id, Stream};
use crate::store::{Loader, close_loader, open_loader};
use crate::{rows, seal};
use sqlx::SqliteConnection;
use std::collections::BTreeMap;
use std::io::BufRead;
use std::path::Path;

/// Reads an archive into a database that is empty or not there yet. Every link is followed on the way; if one line is not
/// what was written, nothing is kept. The keys must be those of the database from which the archive came.
///
/// Afterwards the projections are to be made anew.
///
/// # Errors
/// If the database is not empty or cannot be written, if the keys are others, or if a line is not right, which is named.
pub async fn archive_import(
    path: &Path,
    keys: &Keys,
    input: &mut (dyn BufRead + Send),
) -> Result<Archived, ArchiveError> {
    let mut reader = Reader::new(input);
    let Some(Line::Archive { form, public_key, key_check }) = reader.next()? else {
        reader.line = 1;
        return Err(reader.wrong(format!("no archive: the first line says \"{FORM}\"")));
    };
    if form != FORM {
        return Err(reader.wrong(format!("is of the form \"{form}\"; this thecal reads \"{FORM}\"")));
    }
    let (Some(public_key), Some(key_check)) = (unbase64(&public_key), unbase64(&key_check)) else {
        return Err(reader.wrong("its keys cannot be read"));
    };
    if !seal::is_right_key(keys, &key_check) || public_key != keys.public() {
        return Err(ArchiveError::OtherKeys);
    }
    let mut loader = open_loader(path).await?;
    let loaded = load(&mut loader, &mut reader, &public_key, &key_check).await;
    let committed = match loaded {
        Ok(archived) => run(&mut loader, "COMMIT").await.map(|()| archived),
        // The transaction goes with the connection.
        Err(error) => Err(error),
    };
    close_loader(loader).await;
    committed
}

async fn run(loader: &mut Loader, sql: &'static str) -> Result<(), ArchiveError> {
    sqlx::query(sql).execute(&mut loader.connection).await.map(|_| ()).map_err(|error| store(&error))
}

fn store(error: &sqlx::Error) -> ArchiveError {
    ArchiveError::Store(words(error))
}

struct Walk {
    stream: Stream,
    version: i64,
    link: Hash,
}

/// What has been read so far.
#[derive(Default)]
struct Load {
    archived: Archived,
    walks: BTreeMap<i64, Walk>,
    sequence: i64,
    attachment: (i64, Hash),
    access: (i64, Hash),
    head: (i64, Hash),
}

async fn load(
    loader: &mut Loader,
    reader: &mut Reader<'_>,
    public_key: &[u8],
    key_check: &[u8],
) -> Result<Archived, ArchiveError> {
    run(loader, "BEGIN IMMEDIATE").await?;
    let connection = &mut loader.connection;
    for (table, what) in [
        ("stream", "records"),
        ("event", "events"),
        ("head", "signed heads"),
        ("access", "an audit of views"),
    ] {
        let sql = match table {
            "stream" => "SELECT count(*) FROM stream",
            "event" => "SELECT count(*) FROM event",
            "head" => "SELECT count(*) FROM head",
            _ => "SELECT count(*) FROM access",
        };
        let number: i64 =
            sqlx::query_scalar(sql).fetch_one(&mut *connection).await.map_err(|error| store(&error))?;
        if number > 0 {
            return Err(ArchiveError::NotEmpty(what.to_owned()));
        }
    }
    sqlx::query(
        "INSERT INTO meta (name, value) VALUES ('key check', $1), ('public key', $2)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )
    .bind(key_check)
    .bind(public_key)
    .execute(&mut *connection)
    .await
    .map_err(|error| store(&error))?;
    let mut load = Load::default();
    loop {
        let before = reader.line;
        let Some(line) = reader.next()? else {
            reader.line += 1;
            return Err(reader.wrong("is missing: the archive was cut off here"));
        };
        if let Line::End { lines } = line {
            if lines != before {
                return Err(reader.wrong("counts other lines than stand before it"));
            }
            break;
        }
        match load.line(connection, line, public_key).await {
            Ok(()) => {}
            Err(Wrong::Line(what)) => return Err(reader.wrong(what)),
            Err(Wrong::Database(error)) => return Err(store(&error)),
        }
    }
    if reader.next()?.is_some() {
        return Err(reader.wrong("stands after the end"));
    }
    for (number, walk) in &load.walks {
        sqlx::query("UPDATE stream SET version = $1, link = $2 WHERE number = $3")
            .bind(walk.version)
            .bind(walk.link.to_vec())
            .bind(*number)
            .execute(&mut *connection)
            .await
            .map_err(|error| store(&error))?;
    }
    // Heads against the streams as they stood.
    if let Some(fault) = crate::verify::fault(connection).await {
        return Err(ArchiveError::Unsound(fault));
    }
    load.archived.lines = reader.line;
    Ok(load.archived)
}

/// Why a line is not taken.
enum Wrong {
    Line(String),
    Database(sqlx::Error),
}

impl From<sqlx::Error> for Wrong {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

impl From<&str> for Wrong {
    fn from(what: &str) -> Self {
        Self::Line(what.to_owned())
    }
}

fn id(text: &str) -> Result<Id, Wrong> {
    text.parse().map_err(|_| "holds no id".into())
}

fn bytes(text: &str) -> Result<Vec<u8>, Wrong> {
    unbase64(text).ok_or_else(|| "holds no base64".into())
}

fn hash(text: &str) -> Result<Hash, Wrong> {
    unhex(text).ok_or_else(|| "holds no hash".into())
}

/// An optional id, as the bytes of its column.
fn optional_id(text: Option<&str>) -> Result<Option<Vec<u8>>, Wrong> {
    text.map(|text| id(text).map(|id| id.bytes().to_vec())).transpose()
}

impl Load {
    async fn line(
        &mut self,
        connection: &mut SqliteConnection,
        line: Line,
        public_key: &[u8],
    ) -> Result<(), Wrong> {
        match line {
            Line::Archive { .. } | Line::End { .. } => Err("stands in the wrong place".into()),
            Line::Stream { number, kind, id: text, sealed_key } => {
                let kind = rows::kind(&kind).map_err(|error| Wrong::Line(error.0))?;
                let stream = Stream { kind, id: id(&text)? };
                self.stream(connection, number, stream, &bytes(&sealed_key)?).await
            }
            Line::Event { sequence, stream, version, form, recorded, sealed, link } => {
                let walk = self.walks.get_mut(&stream).ok_or("is of a stream that is not there")?;
                if sequence != self.sequence + 1 || version != walk.version + 1 {
                    return Err("an event before this one is missing".into());
                }
                let form = id(&form)?;
                let (sealed, link) = (bytes(&sealed)?, hash(&link)?);
                let plain = Plain { stream: walk.stream, version, sequence, form, recorded };
                if chain::link(&walk.link, &plain, &sealed) != link {
                    return Err("the link of the event is broken".into());
                }
                (walk.version, walk.link, self.sequence) = (version, link, sequence);
                self.archived.events += 1;
                sqlx::query(
                    "INSERT INTO event (sequence, stream, version, form, recorded, sealed, link)
                     VALUES ($1, $2, $3, $4, $5, $6, $7)",
                )
                .bind(sequence)
                .bind(stream)
                .bind(version)
                .bind(form.bytes().to_vec())
                .bind(recorded)
                .bind(sealed)
                .bind(link.to_vec())
                .execute(connection)
                .await?;
                Ok(())
            }
            Line::Act { form, content, recorded, versions } => {
                let versions = serde_json::to_string(&versions).map_err(|_| "its versions cannot be kept")?;
                sqlx::query("INSERT INTO act (form, content, recorded, versions) VALUES ($1, $2, $3, $4)")
                    .bind(id(&form)?.bytes().to_vec())
                    .bind(hash(&content)?.to_vec())
                    .bind(recorded)
                    .bind(versions)
                    .execute(connection)
                    .await?;
                Ok(())
            }
            Line::Attachment { line, stream, hash: text, media_type, sealed, link } => {
                let (content, sealed, link) = (hash(&text)?, bytes(&sealed)?, hash(&link)?);
                let (last, previous) = self.attachment;
                let computed = chain::attachment(&previous, line, stream, &content, &media_type, &sealed);
                if line != last + 1 || computed != link {
                    return Err("the link of the attachment is broken".into());
                }
                self.attachment = (line, link);
                self.archived.attachments += 1;
                sqlx::query(
                    "INSERT INTO attachment (line, stream, hash, media_type, sealed, link)
                     VALUES ($1, $2, $3, $4, $5, $6)",
                )
                .bind(line)
                .bind(stream)
                .bind(content.to_vec())
                .bind(media_type)
                .bind(sealed)
                .bind(link.to_vec())
                .execute(connection)
                .await?;
                Ok(())
            }
            Line::View { line, at, account, address, what, kind, id, result, link } => {
                let row = rows::AccessRow {
                    line,
                    at,
                    account: optional_id(account.as_deref())?,
                    address,
                    what,
                    kind,
                    id: optional_id(id.as_deref())?,
                    result,
                    link: hash(&link)?,
                };
                self.view(connection, row).await
            }
            Line::Head(line) => {
                let head = Head::from_parts(line).ok_or("holds no head")?;
                if head.number != self.head.0 + 1
                    || head.previous != self.head.1
                    || !head.is_signed_by(public_key)
                {
                    return Err(
                        "the head does not follow, or is not signed with the key of the archive".into()
                    );
                }
                self.head = (head.number, head.hash());
                self.archived.heads += 1;
                crate::store::write_head(connection, &head).await?;
                Ok(())
            }
        }
    }

    async fn stream(
        &mut self,
        connection: &mut SqliteConnection,
        number: i64,
        stream: Stream,
        sealed_key: &[u8],
    ) -> Result<(), Wrong> {
        let link = chain::genesis(stream, number, sealed_key);
        self.walks.insert(number, Walk { stream, version: 0, link });
        self.archived.streams += 1;
        sqlx::query(
            "INSERT INTO stream (number, kind, id, sealed_key, version, link) VALUES ($1, $2, $3, $4, 0, $5)",
        )
        .bind(number)
        .bind(stream.kind.word())
        .bind(stream.id.bytes().to_vec())
        .bind(sealed_key)
        .bind(link.to_vec())
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn view(&mut self, connection: &mut SqliteConnection, row: rows::AccessRow) -> Result<(), Wrong> {
        let (last, previous) = self.access;
        if row.line != last + 1 || chain::access(&previous, &row.line()) != row.link {
            return Err("the link of the view is broken".into());
        }
        self.access = (row.line, row.link);
        self.archived.views += 1;
        sqlx::query(
            "INSERT INTO access (line, at, account, address, what, kind, id, result, link)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(row.line)
        .bind(row.at)
        .bind(row.account)
        .bind(row.address)
        .bind(row.what)
        .bind(row.kind)
        .bind(row.id)
        .bind(row.result)
        .bind(row.link.to_vec())
        .execute(connection)
        .await?;
        Ok(())
    }
}
