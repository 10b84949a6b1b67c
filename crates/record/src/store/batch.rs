//! Many acts in one commit: what they need is read in two questions, each is judged in its order against what the ones
//! before it left, and what they write is written table by table.

use super::act::{self, Outcome, State};
use super::projection::{self, Known};
use super::writer::{Failed, Tips};
use super::{bytes_id, count, id, kind};
use crate::chain::{self, Plain};
use crate::keys::{Keys, Random};
use crate::port::{Act, AppendError, Id, Projection, Receipt, Stream};
use crate::seal;
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{AssertSqlSafe, Row, Sqlite, SqliteConnection};
use std::collections::HashMap;

/// A stream in the course of a batch.
struct Standing {
    state: Option<State>,
    /// What its projection holds in the file.
    known: Option<Known>,
    changed: bool,
    projection: Option<(i64, Projection)>,
}

struct EventRow {
    sequence: i64,
    stream: i64,
    version: i64,
    form: Id,
    recorded: i64,
    sealed: Vec<u8>,
    link: Vec<u8>,
}

struct ActRow {
    receipt: Receipt,
    versions: String,
}

/// The acts of one commit.
#[derive(Default)]
pub(crate) struct Batch {
    streams: HashMap<Stream, Standing>,
    forms: HashMap<Id, Receipt>,
    events: Vec<EventRow>,
    acts: Vec<ActRow>,
}

impl Batch {
    /// Reads what these acts are judged against.
    pub(crate) async fn load(connection: &mut SqliteConnection, acts: &[&Act]) -> Result<Self, Failed> {
        let mut batch = Self::default();
        let forms: Vec<Id> = acts.iter().map(|act| act.form).collect();
        for part in parts(&forms, true) {
            let sql = format!("SELECT form FROM act WHERE form IN ({})", places(1, part.len()));
            let mut query = sqlx::query_scalar::<_, Vec<u8>>(AssertSqlSafe(sql));
            for form in &part {
                query = query.bind(bytes_id(*form));
            }
            for found in query.fetch_all(&mut *connection).await? {
                let form = id(&found).ok_or_else(|| Failed::Other("a form has no id".to_owned()))?;
                if let Some(receipt) = act::find(connection, form).await? {
                    batch.forms.insert(form, receipt);
                }
            }
        }
        for stream in acts.iter().flat_map(|act| act.appends.iter().map(|append| append.stream)) {
            let none = Standing { state: None, known: None, changed: false, projection: None };
            batch.streams.entry(stream).or_insert(none);
        }
        let asked: Vec<Stream> = batch.streams.keys().copied().collect();
        for part in parts(&asked, true) {
            let sql = format!(
                "WITH asked (kind, id) AS (VALUES {})
                 SELECT s.kind, s.id, s.number, s.version, s.link, s.sealed_key, p.due_hash, p.terms_hash
                 FROM asked a JOIN stream s ON s.kind = a.kind AND s.id = a.id
                 LEFT JOIN summary p ON p.stream = s.number",
                rows(2, part.len())
            );
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for stream in &part {
                query = query.bind(stream.kind.word()).bind(bytes_id(stream.id));
            }
            for row in query.fetch_all(&mut *connection).await? {
                batch.found(&row)?;
            }
        }
        Ok(batch)
    }

    /// For files of a form that has no summaries to look into.
    #[cfg(test)]
    pub(crate) fn expect_new(&mut self, stream: Stream) {
        let none = Standing { state: None, known: None, changed: false, projection: None };
        self.streams.insert(stream, none);
    }

    fn found(&mut self, row: &SqliteRow) -> Result<(), Failed> {
        let (word, bytes): (&str, &[u8]) = (row.try_get(0)?, row.try_get(1)?);
        let (Some(kind), Some(id)) = (kind(word), id(bytes)) else {
            return Err(Failed::Other("a stream in the database has no kind or id".to_owned()));
        };
        let state = State {
            number: row.try_get(2)?,
            version: row.try_get(3)?,
            link: act::hash(row.try_get(4)?)?,
            sealed_key: row.try_get(5)?,
        };
        let hashes: (Option<Vec<u8>>, Option<Vec<u8>>) = (row.try_get(6)?, row.try_get(7)?);
        let known = match hashes {
            (Some(due), Some(terms)) => Some(Known { due, terms }),
            _ => None,
        };
        let standing = Standing { state: Some(state), known, changed: false, projection: None };
        self.streams.insert(Stream { kind, id }, standing);
        Ok(())
    }

    /// Judges an act, and takes it into the batch if it stands.
    pub(crate) fn judge(
        &mut self,
        act: &Act,
        tips: &mut Tips,
        keys: &Keys,
        random: &mut Random,
    ) -> Result<Outcome, Failed> {
        if let Some(receipt) = self.forms.get(&act.form) {
            let same = receipt.content == act.content;
            let answer = if same {
                Ok(Receipt { again: true, ..receipt.clone() })
            } else {
                Err(AppendError::FormReused)
            };
            return Ok(Outcome::Known(answer));
        }
        for append in &act.appends {
            let state = self.streams.get(&append.stream).and_then(|standing| standing.state.as_ref());
            let found = state.map_or(0, |state| count(state.version));
            if found != append.expected {
                let stale = AppendError::Stale { stream: append.stream, expected: append.expected, found };
                return Ok(Outcome::Known(Err(stale)));
            }
        }
        // Everything that can fail comes before anything is taken into the batch.
        let (mut next, mut events, mut after) = (*tips, Vec::new(), Vec::new());
        for append in &act.appends {
            let stream = append.stream;
            let state = self.streams.get(&stream).and_then(|standing| standing.state.clone());
            let (mut state, key) = match state {
                None if append.events.is_empty() => continue,
                None => {
                    let (key, sealed_key) = seal::new_key(keys, stream, random).map_err(Failed::Other)?;
                    next.stream += 1;
                    let link = chain::genesis(stream, next.stream, &sealed_key);
                    (State { number: next.stream, version: 0, link, sealed_key }, Some(key))
                }
                Some(state) if append.events.is_empty() => (state, None),
                Some(state) => {
                    let key = act::key_of(keys, stream, &state)?;
                    (state, Some(key))
                }
            };
            for event in &append.events {
                let Some(key) = &key else { continue };
                state.version += 1;
                next.sequence += 1;
                let (version, sequence) = (state.version, next.sequence);
                let plain = Plain { stream, version, sequence, form: act.form, recorded: act.recorded };
                let sealed = seal::seal_event(key, &plain, event, act.by, random).map_err(Failed::Other)?;
                state.link = chain::link(&state.link, &plain, &sealed);
                events.push(EventRow {
                    sequence,
                    stream: state.number,
                    version,
                    form: act.form,
                    recorded: act.recorded,
                    sealed,
                    link: state.link.to_vec(),
                });
            }
            after.push((append, state));
        }
        let with_events = || after.iter().filter(|(append, _)| !append.events.is_empty());
        let versions = with_events().map(|(append, state)| (append.stream, count(state.version))).collect();
        let numbers: Vec<_> = with_events().map(|(_, state)| (state.number, state.version)).collect();
        let numbers = serde_json::to_string(&numbers).map_err(|error| Failed::Other(error.to_string()))?;
        let receipt =
            Receipt { form: act.form, content: act.content, recorded: act.recorded, versions, again: false };
        *tips = next;
        self.events.append(&mut events);
        self.forms.insert(act.form, receipt.clone());
        self.acts.push(ActRow { receipt: receipt.clone(), versions: numbers });
        for (append, state) in after {
            let Some(standing) = self.streams.get_mut(&append.stream) else { continue };
            standing.changed |= !append.events.is_empty();
            if let Some(projection) = &append.projection {
                standing.projection = Some((state.version, projection.clone()));
            }
            standing.state = Some(state);
        }
        Ok(Outcome::New(receipt))
    }

    /// Writes what was taken.
    pub(crate) async fn write(self, connection: &mut SqliteConnection) -> Result<(), Failed> {
        let mut changed: Vec<_> = self
            .streams
            .iter()
            .filter(|(_, standing)| standing.changed)
            .filter_map(|(stream, standing)| standing.state.as_ref().map(|state| (stream, state)))
            .collect();
        changed.sort_by_key(|(_, state)| state.number);
        insert(
            connection,
            "INSERT INTO stream (number, kind, id, sealed_key, version, link) VALUES",
            "ON CONFLICT (number) DO UPDATE SET version = excluded.version, link = excluded.link",
            6,
            &changed,
            |query, (stream, state)| {
                query
                    .bind(state.number)
                    .bind(stream.kind.word())
                    .bind(bytes_id(stream.id))
                    .bind(state.sealed_key.clone())
                    .bind(state.version)
                    .bind(state.link.to_vec())
            },
        )
        .await?;
        insert(
            connection,
            "INSERT INTO event (sequence, stream, version, form, recorded, sealed, link) VALUES",
            "",
            7,
            &self.events,
            |query, row| {
                query
                    .bind(row.sequence)
                    .bind(row.stream)
                    .bind(row.version)
                    .bind(bytes_id(row.form))
                    .bind(row.recorded)
                    .bind(row.sealed.clone())
                    .bind(row.link.clone())
            },
        )
        .await?;
        insert(
            connection,
            "INSERT INTO act (form, content, recorded, versions) VALUES",
            "",
            4,
            &self.acts,
            |query, row| {
                query
                    .bind(bytes_id(row.receipt.form))
                    .bind(row.receipt.content.to_vec())
                    .bind(row.receipt.recorded)
                    .bind(row.versions.clone())
            },
        )
        .await?;
        let projections: Vec<_> = self
            .streams
            .iter()
            .filter_map(|(stream, standing)| {
                let (version, new) = standing.projection.as_ref()?;
                let number = standing.state.as_ref()?.number;
                Some(projection::Change::new(number, *stream, *version, new, standing.known.as_ref()))
            })
            .collect();
        projection::write(connection, &projections).await
    }
}

/// A statement with values.
pub(crate) type Query<'q> = sqlx::query::Query<'q, Sqlite, SqliteArguments>;

/// As many rows as go into one statement.
const ROWS_MAX: usize = 64;

/// Parts of a power of two each, so that few different statements are prepared. If they may be repeated, the last entry
/// fills the last part up.
pub(crate) fn parts<T: Copy>(all: &[T], may_repeat: bool) -> Vec<Vec<T>> {
    let mut parts = Vec::new();
    let mut rest = all;
    while !rest.is_empty() {
        let whole = rest.len().min(ROWS_MAX);
        let size = if may_repeat || whole.is_power_of_two() { whole } else { whole.next_power_of_two() / 2 };
        let (part, after) = rest.split_at(size);
        let mut part = part.to_vec();
        if let (true, Some(last)) = (may_repeat, part.last().copied()) {
            part.resize(size.next_power_of_two(), last);
        }
        parts.push(part);
        rest = after;
    }
    parts
}

/// Placeholders `$from, …` for so many values.
pub(crate) fn places(from: usize, number: usize) -> String {
    (from..from + number).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ")
}

/// `($1, $2), ($3, $4)`.
fn rows(columns: usize, number: usize) -> String {
    (0..number).map(|row| format!("({})", places(1 + row * columns, columns))).collect::<Vec<_>>().join(", ")
}

/// Inserts rows, many to a statement.
pub(crate) async fn insert<'q, T>(
    connection: &mut SqliteConnection,
    before: &str,
    after: &str,
    columns: usize,
    all: &'q [T],
    bind: impl Fn(Query<'q>, &'q T) -> Query<'q>,
) -> Result<(), Failed> {
    let all: Vec<&'q T> = all.iter().collect();
    for part in parts(&all, false) {
        // Only numbers of placeholders are put into the text.
        let sql = format!("{before} {} {after}", rows(columns, part.len()));
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for row in part {
            query = bind(query, row);
        }
        query.execute(&mut *connection).await?;
    }
    Ok(())
}

/// Deletes the rows of some streams.
pub(crate) async fn delete(
    connection: &mut SqliteConnection,
    before: &str,
    streams: &[i64],
) -> Result<(), Failed> {
    for part in parts(streams, true) {
        let sql = format!("{before} WHERE stream IN ({})", places(1, part.len()));
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for stream in part {
            query = query.bind(stream);
        }
        query.execute(&mut *connection).await?;
    }
    Ok(())
}
