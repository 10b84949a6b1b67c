//! Recording an act: judged against what is there, sealed, chained, written.

use super::projection;
use super::writer::{Desk, Failed, Tips};
use super::{bytes_id, count, id, kind};
use crate::chain::{self, Hash, Plain};
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

/// Records an act within the open transaction. An error means that what it wrote is to be rolled back.
pub(crate) async fn record(desk: &mut Desk<'_>, act: Act) -> Result<Outcome, Failed> {
    if let Some(receipt) = find(desk.connection, act.form).await? {
        let same = receipt.content == act.content;
        return Ok(Outcome::Known(if same { Ok(receipt) } else { Err(AppendError::FormReused) }));
    }
    let mut states = Vec::with_capacity(act.appends.len());
    for append in &act.appends {
        let state = state(desk.connection, append.stream).await?;
        let found = state.as_ref().map_or(0, |state| count(state.version));
        if found != append.expected {
            let stale = AppendError::Stale { stream: append.stream, expected: append.expected, found };
            return Ok(Outcome::Known(Err(stale)));
        }
        states.push(state);
    }
    let mut versions = Vec::with_capacity(act.appends.len());
    let mut numbers = Vec::with_capacity(act.appends.len());
    for (append, state) in act.appends.iter().zip(states) {
        let Some(after) = add(desk, &act, append, state).await? else { continue };
        if !append.events.is_empty() {
            versions.push((append.stream, count(after.version)));
            numbers.push((after.number, after.version));
        }
    }
    let numbers = serde_json::to_string(&numbers).map_err(|error| Failed::Other(error.to_string()))?;
    sqlx::query("INSERT INTO act (form, content, recorded, versions) VALUES ($1, $2, $3, $4)")
        .bind(bytes_id(act.form))
        .bind(act.content.to_vec())
        .bind(act.recorded)
        .bind(numbers)
        .execute(&mut *desk.connection)
        .await?;
    Ok(Outcome::New(Receipt {
        form: act.form,
        content: act.content,
        recorded: act.recorded,
        versions,
        again: false,
    }))
}

/// Adds to one stream; `None` if there is neither stream nor event.
async fn add(
    desk: &mut Desk<'_>,
    act: &Act,
    append: &Append,
    state: Option<State>,
) -> Result<Option<State>, Failed> {
    let stream = append.stream;
    let mut state = match state {
        Some(state) => state,
        None if append.events.is_empty() => return Ok(None),
        None => begin(desk, stream).await?,
    };
    if !append.events.is_empty() {
        let key = key_of(desk, stream, &state)?;
        for event in &append.events {
            state.version += 1;
            desk.tips.sequence += 1;
            let plain = Plain {
                stream,
                version: state.version,
                sequence: desk.tips.sequence,
                form: act.form,
                recorded: act.recorded,
            };
            let sealed = seal::seal_event(&key, &plain, event, act.by, desk.random).map_err(Failed::Other)?;
            state.link = chain::link(&state.link, &plain, &sealed);
            sqlx::query(
                "INSERT INTO event (sequence, stream, version, form, recorded, sealed, link)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
            )
            .bind(plain.sequence)
            .bind(state.number)
            .bind(plain.version)
            .bind(bytes_id(act.form))
            .bind(act.recorded)
            .bind(sealed)
            .bind(state.link.to_vec())
            .execute(&mut *desk.connection)
            .await?;
        }
        sqlx::query("UPDATE stream SET version = $1, link = $2 WHERE number = $3")
            .bind(state.version)
            .bind(state.link.to_vec())
            .bind(state.number)
            .execute(&mut *desk.connection)
            .await?;
    }
    if let Some(new) = &append.projection {
        projection::write(desk.connection, state.number, stream, state.version, new).await?;
    }
    Ok(Some(state))
}

/// The key of a stream that is there.
pub(crate) fn key_of(desk: &Desk<'_>, stream: Stream, state: &State) -> Result<StreamKey, Failed> {
    seal::stream_key(desk.keys, stream, &state.sealed_key)
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
