//! Recording an act: judged against what is there, sealed, chained, written.

use super::writer::{Desk, Failed, Tips};
use super::{bytes_id, count, id, kind};
use crate::chain::{self, Hash};
use crate::keys::Keys;
use crate::port::{Act, Append, AppendError, Id, Receipt, Stream};
use crate::seal::{self, StreamKey};
use serde::de::IgnoredAny;
use sqlx::SqliteConnection;
use std::collections::BTreeSet;

/// Larger than any note a person writes; what is larger is an attachment.
const BODY_BYTES_MAX: usize = 1024 * 1024;

/// Whether an act can be recorded at all, whatever the record holds.
pub(crate) fn check(act: &Act) -> Result<(), &'static str> {
    let mut seen = BTreeSet::new();
    let mut events = 0_usize;
    for Append { stream, expected, events: new, projection } in &act.appends {
        if !seen.insert(*stream) {
            return Err("a stream stands twice in one act");
        }
        if new.is_empty() && projection.is_some() && *expected == 0 {
            return Err("a projection needs a stream");
        }
        events += new.len();
        for event in new {
            if event.kind.is_empty() || event.schema == 0 {
                return Err("an event needs a kind, and a schema from 1");
            }
            if event.kind.contains('\0') || event.body.contains('\0') {
                return Err("a text holds the character NUL");
            }
            if event.body.len() > BODY_BYTES_MAX {
                return Err("the body of an event is too large; attach it as a file");
            }
            if serde_json::from_str::<IgnoredAny>(&event.body).is_err() {
                return Err("the body of an event is no JSON");
            }
        }
    }
    if events == 0 { Err("an act without an event") } else { Ok(()) }
}

/// What became of one act in its batch.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// Written now, recorded with the commit.
    New(Receipt),
    /// Judged: recorded before, stale, or another act's form.
    Known(Result<Receipt, AppendError>),
    /// Not written.
    Failed(String),
}

impl Outcome {
    pub(crate) fn answer(self) -> Result<Receipt, AppendError> {
        match self {
            Self::New(receipt) => Ok(receipt),
            Self::Known(answer) => answer,
            Self::Failed(why) => Err(AppendError::Store(why)),
        }
    }
}

/// A stream as it stands.
#[derive(Clone)]
pub(crate) struct State {
    pub(crate) number: i64,
    pub(crate) version: i64,
    pub(crate) link: Hash,
    pub(crate) sealed_key: Vec<u8>,
}

pub(crate) async fn state(
    connection: &mut SqliteConnection,
    stream: Stream,
) -> Result<Option<State>, Failed> {
    let row: Option<(i64, i64, Vec<u8>, Vec<u8>)> =
        sqlx::query_as("SELECT number, version, link, sealed_key FROM stream WHERE kind = $1 AND id = $2")
            .bind(stream.kind.word())
            .bind(bytes_id(stream.id))
            .fetch_optional(connection)
            .await?;
    row.map(|(number, version, link, sealed_key)| {
        Ok(State { number, version, link: hash(&link)?, sealed_key })
    })
    .transpose()
}

pub(crate) fn hash(bytes: &[u8]) -> Result<Hash, Failed> {
    Hash::try_from(bytes).map_err(|_| Failed::Other("a hash in the database has the wrong length".to_owned()))
}

/// The ends of the chains as they stand in the file.
pub(crate) async fn tips(connection: &mut SqliteConnection) -> Result<Tips, Failed> {
    let stream: i64 =
        sqlx::query_scalar("SELECT coalesce(max(number), 0) FROM stream").fetch_one(&mut *connection).await?;
    let sequence: i64 = sqlx::query_scalar("SELECT coalesce(max(sequence), 0) FROM event")
        .fetch_one(&mut *connection)
        .await?;
    let access = "SELECT line, link FROM access ORDER BY line DESC LIMIT 1";
    let attachment = "SELECT line, link FROM attachment ORDER BY line DESC LIMIT 1";
    Ok(Tips {
        stream,
        sequence,
        access: tip(connection, access).await?,
        attachment: tip(connection, attachment).await?,
    })
}

async fn tip(connection: &mut SqliteConnection, sql: &'static str) -> Result<(i64, Hash), Failed> {
    let row: Option<(i64, Vec<u8>)> = sqlx::query_as(sql).fetch_optional(connection).await?;
    row.map_or(Ok((0, Hash::default())), |(line, link)| Ok((line, hash(&link)?)))
}

/// What a form became, if it is recorded.
pub(crate) async fn find(connection: &mut SqliteConnection, form: Id) -> Result<Option<Receipt>, Failed> {
    let row: Option<(Vec<u8>, i64, String)> =
        sqlx::query_as("SELECT content, recorded, versions FROM act WHERE form = $1")
            .bind(bytes_id(form))
            .fetch_optional(&mut *connection)
            .await?;
    let Some((content, recorded, versions)) = row else { return Ok(None) };
    let unreadable = || Failed::Other("a receipt in the database cannot be read".to_owned());
    let pairs: Vec<(i64, i64)> = serde_json::from_str(&versions).map_err(|_| unreadable())?;
    let mut versions = Vec::with_capacity(pairs.len());
    for (number, version) in pairs {
        let (word, bytes): (String, Vec<u8>) =
            sqlx::query_as("SELECT kind, id FROM stream WHERE number = $1")
                .bind(number)
                .fetch_one(&mut *connection)
                .await?;
        let (Some(kind), Some(id)) = (kind(&word), id(&bytes)) else { return Err(unreadable()) };
        versions.push((Stream { kind, id }, count(version)));
    }
    Ok(Some(Receipt { form, content: hash(&content)?, recorded, versions, again: true }))
}

/// The key of a stream that is there.
pub(crate) fn key_of(keys: &Keys, stream: Stream, state: &State) -> Result<StreamKey, Failed> {
    seal::stream_key(keys, stream, &state.sealed_key)
        .ok_or_else(|| Failed::Other("the key of this record does not open: the file is damaged".to_owned()))
}

/// A new stream, at version 0.
pub(crate) async fn begin(desk: &mut Desk<'_>, stream: Stream) -> Result<State, Failed> {
    let (_, sealed_key) = seal::new_key(desk.keys, stream, desk.random).map_err(Failed::Other)?;
    desk.tips.stream += 1;
    let number = desk.tips.stream;
    let link = chain::genesis(stream, number, &sealed_key);
    sqlx::query(
        "INSERT INTO stream (number, kind, id, sealed_key, version, link) VALUES ($1, $2, $3, $4, 0, $5)",
    )
    .bind(number)
    .bind(stream.kind.word())
    .bind(bytes_id(stream.id))
    .bind(&sealed_key)
    .bind(link.to_vec())
    .execute(&mut *desk.connection)
    .await?;
    Ok(State { number, version: 0, link, sealed_key })
}
