//! Reading streams: opened, and checked link by link on the way.

use super::{bytes_id, count, id, large, unread};
use crate::chain::{self, Hash, Plain};
use crate::keys::Keys;
use crate::port::{Event, Id, Kind, ReadError, Stream};
use crate::seal;
use crate::upcast::Upcasters;
use sqlx::SqlitePool;

pub(crate) async fn version(pool: &SqlitePool, stream: Stream) -> Result<u64, ReadError> {
    let version: Option<i64> = sqlx::query_scalar("SELECT version FROM stream WHERE kind = $1 AND id = $2")
        .bind(stream.kind.word())
        .bind(bytes_id(stream.id))
        .fetch_optional(pool)
        .await
        .map_err(unread)?;
    Ok(version.map_or(0, count))
}

pub(crate) async fn streams(
    pool: &SqlitePool,
    kind: Kind,
    after: Option<Id>,
    limit: u32,
) -> Result<Vec<(Id, u64)>, ReadError> {
    let rows: Vec<(Vec<u8>, i64)> = sqlx::query_as(
        "SELECT id, version FROM stream WHERE kind = $1 AND version > 0 AND id > $2 ORDER BY id LIMIT $3",
    )
    .bind(kind.word())
    .bind(after.map_or_else(Vec::new, bytes_id))
    .bind(i64::from(limit))
    .fetch_all(pool)
    .await
    .map_err(unread)?;
    let ids = rows.iter().map(|(bytes, version)| id(bytes).map(|id| (id, count(*version))));
    ids.collect::<Option<Vec<_>>>()
        .ok_or_else(|| ReadError::Store("an id in the database has the wrong length".to_owned()))
}

type Row = (i64, i64, i64, Vec<u8>, i64, Vec<u8>, Vec<u8>);

pub(crate) async fn events(
    pool: &SqlitePool,
    keys: &Keys,
    upcasters: &Upcasters,
    stream: Stream,
    after: u64,
) -> Result<Vec<Event>, ReadError> {
    let after = large(after);
    let known: Option<(i64, Vec<u8>, i64)> =
        sqlx::query_as("SELECT number, sealed_key, version FROM stream WHERE kind = $1 AND id = $2")
            .bind(stream.kind.word())
            .bind(bytes_id(stream.id))
            .fetch_optional(pool)
            .await
            .map_err(unread)?;
    let Some((number, sealed_key, known)) = known else { return Ok(Vec::new()) };
    // From the event before on: its link is what the first one continues. The version that counts is that of the same moment.
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT (SELECT version FROM stream WHERE number = $1), version, sequence, form, recorded, sealed, link
         FROM event WHERE stream = $1 AND version >= $2 ORDER BY version",
    )
    .bind(number)
    .bind(after)
    .fetch_all(pool)
    .await
    .map_err(unread)?;
    let damaged = |version: i64, what: &str| ReadError::Damaged {
        stream,
        version: count(version),
        what: what.to_owned(),
    };
    let newest = rows.first().map_or(known, |(newest, ..)| *newest);
    if rows.is_empty() && after > newest {
        return Ok(Vec::new());
    }
    let key = seal::stream_key(keys, stream, &sealed_key)
        .ok_or_else(|| damaged(0, "the key of the stream does not open"))?;
    let mut link: Option<Hash> = (after == 0).then(|| chain::genesis(stream, number, &sealed_key));
    let mut next = after.max(1);
    let mut events = Vec::with_capacity(rows.len());
    for (_, version, sequence, form, recorded, sealed, found) in rows {
        if version != next {
            return Err(damaged(next, "the event is missing"));
        }
        next += 1;
        let found = Hash::try_from(found.as_slice())
            .map_err(|_| damaged(version, "the link has the wrong length"))?;
        let Some(previous) = link.replace(found) else { continue };
        let form = id(&form).ok_or_else(|| damaged(version, "the form's id has the wrong length"))?;
        let plain = Plain { stream, version, sequence, form, recorded };
        if chain::link(&previous, &plain, &sealed) != found {
            return Err(damaged(version, "the link does not fit the event"));
        }
        let opened = seal::open_event(&key, &plain, sealed)
            .ok_or_else(|| damaged(version, "the event does not open"))?;
        let by = match opened.by {
            None => None,
            Some(by) => Some(by.parse().map_err(|_| damaged(version, "the author is no id"))?),
        };
        let (schema, body) = upcasters
            .apply(&opened.kind, opened.schema, opened.body)
            .map_err(|what| damaged(version, &what))?;
        events.push(Event {
            version: count(version),
            kind: opened.kind,
            schema,
            happened: opened.happened,
            recorded,
            by,
            form,
            body,
        });
    }
    if next != newest + 1 {
        return Err(damaged(next, "the event is missing"));
    }
    Ok(events)
}
