//! Lines of the two chains beside the streams: who looked, and attached files.

use super::act;
use super::writer::{Desk, Failed};
use super::{bytes_id, id, kind, unread};
use crate::chain::{self, AccessLine, sha256};
use crate::keys::Keys;
use crate::port::{Attachment, ReadError, Stream, Viewed};
use crate::seal;
use sqlx::SqlitePool;

/// Writes what was noted of views.
pub(crate) async fn note(desk: &mut Desk<'_>, noted: &[Viewed]) -> Result<(), Failed> {
    for viewed in noted {
        let (last, previous) = desk.tips.access;
        let account = viewed.by.map(bytes_id);
        let id = viewed.stream.map(|stream| bytes_id(stream.id));
        let kind = viewed.stream.map(|stream| stream.kind.word());
        let line = AccessLine {
            line: last + 1,
            at: viewed.at,
            account: account.as_deref(),
            address: &viewed.from,
            what: &viewed.what,
            kind,
            id: id.as_deref(),
            result: i64::from(viewed.result),
        };
        let link = chain::access(&previous, &line);
        sqlx::query(
            "INSERT INTO access (line, at, account, address, what, kind, id, result, link)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(line.line)
        .bind(viewed.at)
        .bind(&account)
        .bind(&viewed.from)
        .bind(&viewed.what)
        .bind(kind)
        .bind(&id)
        .bind(line.result)
        .bind(link.to_vec())
        .execute(&mut *desk.connection)
        .await?;
        desk.tips.access = (line.line, link);
    }
    Ok(())
}

type Row = (i64, i64, Option<Vec<u8>>, String, String, Option<String>, Option<Vec<u8>>, i64);

pub(crate) async fn views(
    pool: &SqlitePool,
    stream: Option<Stream>,
    before: Option<i64>,
    limit: u32,
) -> Result<Vec<(i64, Viewed)>, ReadError> {
    let before = before.unwrap_or(i64::MAX);
    let rows: Vec<Row> = match stream {
        None => {
            sqlx::query_as(
                "SELECT line, at, account, address, what, kind, id, result FROM access
                 WHERE line < $1 ORDER BY line DESC LIMIT $2",
            )
            .bind(before)
            .bind(i64::from(limit))
            .fetch_all(pool)
            .await
        }
        Some(stream) => {
            sqlx::query_as(
                "SELECT line, at, account, address, what, kind, id, result FROM access
                 WHERE line < $1 AND kind = $3 AND id = $4 ORDER BY line DESC LIMIT $2",
            )
            .bind(before)
            .bind(i64::from(limit))
            .bind(stream.kind.word())
            .bind(bytes_id(stream.id))
            .fetch_all(pool)
            .await
        }
    }
    .map_err(unread)?;
    let lines = rows.into_iter().map(|(line, at, by, from, what, word, whose, result)| {
        let stream = match (word.as_deref().and_then(kind), whose.as_deref().and_then(id)) {
            (Some(kind), Some(id)) => Some(Stream { kind, id }),
            _ => None,
        };
        let result = u16::try_from(result).unwrap_or(0);
        (line, Viewed { at, by: by.as_deref().and_then(id), from, what, stream, result })
    });
    Ok(lines.collect())
}

/// Keeps a file under the hash of its content; a file that is there already is not kept twice.
pub(crate) async fn attach(
    desk: &mut Desk<'_>,
    stream: Stream,
    media_type: &str,
    bytes: &[u8],
) -> Result<[u8; 32], Failed> {
    let state = match act::state(desk.connection, stream).await? {
        Some(state) => state,
        None => act::begin(desk, stream).await?,
    };
    let hash = sha256(bytes);
    let there: Option<i64> =
        sqlx::query_scalar("SELECT line FROM attachment WHERE stream = $1 AND hash = $2")
            .bind(state.number)
            .bind(hash.to_vec())
            .fetch_optional(&mut *desk.connection)
            .await?;
    if there.is_some() {
        return Ok(hash);
    }
    let key = act::key_of(desk.keys, stream, &state)?;
    let sealed = seal::seal_file(&key, stream, &hash, bytes, desk.random).map_err(Failed::Other)?;
    let (last, previous) = desk.tips.attachment;
    let link = chain::attachment(&previous, last + 1, state.number, &hash, media_type, &sealed);
    sqlx::query(
        "INSERT INTO attachment (line, stream, hash, media_type, sealed, link) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(last + 1)
    .bind(state.number)
    .bind(hash.to_vec())
    .bind(media_type)
    .bind(sealed)
    .bind(link.to_vec())
    .execute(&mut *desk.connection)
    .await?;
    desk.tips.attachment = (last + 1, link);
    Ok(hash)
}

pub(crate) async fn attachment(
    pool: &SqlitePool,
    keys: &Keys,
    stream: Stream,
    hash: [u8; 32],
) -> Result<Option<Attachment>, ReadError> {
    let row: Option<(Vec<u8>, String, Vec<u8>)> = sqlx::query_as(
        "SELECT s.sealed_key, a.media_type, a.sealed FROM stream s JOIN attachment a ON a.stream = s.number
         WHERE s.kind = $1 AND s.id = $2 AND a.hash = $3",
    )
    .bind(stream.kind.word())
    .bind(bytes_id(stream.id))
    .bind(hash.to_vec())
    .fetch_optional(pool)
    .await
    .map_err(unread)?;
    let Some((sealed_key, media_type, sealed)) = row else { return Ok(None) };
    let damaged = |what: &str| ReadError::Damaged { stream, version: 0, what: what.to_owned() };
    let key = seal::stream_key(keys, stream, &sealed_key)
        .ok_or_else(|| damaged("the key of the stream does not open"))?;
    let bytes = seal::open_file(&key, stream, &hash, &sealed)
        .filter(|bytes| sha256(bytes) == hash)
        .ok_or_else(|| damaged("an attached file does not open"))?;
    Ok(Some(Attachment { media_type, bytes: bytes.to_vec() }))
}
