//! Projections: written with the events, read by lists. Plain, and made anew when thrown away.

use super::batch::{delete, insert, places};
use super::writer::Failed;
use super::{bytes_id, count, id, kind, unread};
use crate::chain::sha256;
use crate::port::{After, Due, DueLine, Id, Kind, Projection, ReadError, Rows, Stream, Summary, Window};
use sqlx::{AssertSqlSafe, SqliteConnection, SqlitePool};
use std::collections::BTreeSet;

/// What of a projection stands in the file, by hashes of its lists.
pub(crate) struct Known {
    pub(crate) due: Vec<u8>,
    pub(crate) terms: Vec<u8>,
}

/// A projection that replaces that of its stream.
pub(crate) struct Change<'a> {
    number: i64,
    stream: Stream,
    version: i64,
    new: &'a Projection,
    due_hash: Vec<u8>,
    terms_hash: Vec<u8>,
    due_changed: bool,
    terms_changed: bool,
}

impl<'a> Change<'a> {
    pub(crate) fn new(
        number: i64,
        stream: Stream,
        version: i64,
        new: &'a Projection,
        known: Option<&Known>,
    ) -> Self {
        let due = new.due.iter().map(|due| (due.kind.as_str(), due.from, due.ends, due.body.as_str()));
        let (due_hash, terms_hash) =
            (hash_of(due), hash_of(terms(new).into_iter().map(|term| (term, 0, None, ""))));
        Self {
            number,
            stream,
            version,
            new,
            due_changed: known.is_none_or(|known| known.due != due_hash),
            terms_changed: known.is_none_or(|known| known.terms != terms_hash),
            due_hash,
            terms_hash,
        }
    }
}

fn terms(projection: &Projection) -> BTreeSet<&str> {
    projection.terms.iter().map(String::as_str).filter(|term| !term.is_empty()).collect()
}

/// Replaces the projection of one stream.
pub(crate) async fn replace(
    connection: &mut SqliteConnection,
    number: i64,
    stream: Stream,
    version: i64,
    new: &Projection,
) -> Result<(), Failed> {
    write(connection, &[Change::new(number, stream, version, new, None)]).await
}

/// Writes projections; lists that are as they were are not written again.
pub(crate) async fn write(connection: &mut SqliteConnection, changes: &[Change<'_>]) -> Result<(), Failed> {
    insert(
        connection,
        "INSERT INTO summary (stream, kind, id, version, sort_key, summary, due_hash, terms_hash) VALUES",
        "ON CONFLICT (stream) DO UPDATE SET version = excluded.version, sort_key = excluded.sort_key,
             summary = excluded.summary, due_hash = excluded.due_hash, terms_hash = excluded.terms_hash",
        8,
        changes,
        |query, change| {
            query
                .bind(change.number)
                .bind(change.stream.kind.word())
                .bind(bytes_id(change.stream.id))
                .bind(change.version)
                .bind(&change.new.order)
                .bind(&change.new.summary)
                .bind(change.due_hash.clone())
                .bind(change.terms_hash.clone())
        },
    )
    .await?;
    // What is as it was is not written again: it is long, and most acts leave it as it is.
    insert(
        connection,
        "INSERT INTO analysed (stream, kind, id, version, rows) VALUES",
        "ON CONFLICT (stream) DO UPDATE SET version = excluded.version, rows = excluded.rows
             WHERE analysed.rows <> excluded.rows",
        5,
        changes,
        |query, change| {
            query
                .bind(change.number)
                .bind(change.stream.kind.word())
                .bind(bytes_id(change.stream.id))
                .bind(change.version)
                .bind(&change.new.rows)
        },
    )
    .await?;
    let due: Vec<_> = changes.iter().filter(|change| change.due_changed).collect();
    let numbers: Vec<i64> = due.iter().map(|change| change.number).collect();
    delete(connection, "DELETE FROM due", &numbers).await?;
    let lines: Vec<(i64, i64, &Due)> = due
        .iter()
        .flat_map(|change| (0_i64..).zip(&change.new.due).map(|(place, due)| (change.number, place, due)))
        .collect();
    insert(
        connection,
        "INSERT INTO due (stream, place, kind, since, ends, body) VALUES",
        "",
        6,
        &lines,
        |query, (number, place, due)| {
            query.bind(*number).bind(*place).bind(&due.kind).bind(due.from).bind(due.ends).bind(&due.body)
        },
    )
    .await?;
    let changed: Vec<_> = changes.iter().filter(|change| change.terms_changed).collect();
    let numbers: Vec<i64> = changed.iter().map(|change| change.number).collect();
    delete(connection, "DELETE FROM term", &numbers).await?;
    let words: Vec<(&'static str, &str, i64)> = changed
        .iter()
        .flat_map(|change| {
            let (kind, number) = (change.stream.kind.word(), change.number);
            terms(change.new).into_iter().map(move |term| (kind, term, number))
        })
        .collect();
    insert(
        connection,
        "INSERT INTO term (kind, word, stream) VALUES",
        "",
        3,
        &words,
        |query, (kind, word, number)| query.bind(*kind).bind(*word).bind(*number),
    )
    .await
}

/// Tells one list from another.
fn hash_of<'a>(rows: impl Iterator<Item = (&'a str, i64, Option<i64>, &'a str)>) -> Vec<u8> {
    let text = serde_json::to_string(&rows.collect::<Vec<_>>()).unwrap_or_default();
    sha256(text.as_bytes()).to_vec()
}

/// Throws all of them away.
pub(crate) async fn erase(connection: &mut SqliteConnection) -> Result<(), Failed> {
    for sql in ["DELETE FROM term", "DELETE FROM due", "DELETE FROM analysed", "DELETE FROM summary"] {
        sqlx::query(sql).execute(&mut *connection).await?;
    }
    Ok(())
}

type Row = (String, Vec<u8>, i64, String, String);

fn read((word, bytes, version, order, summary): Row) -> Result<Summary, ReadError> {
    let stream = stream(&word, &bytes)?;
    Ok(Summary { stream, version: count(version), order, summary })
}

fn stream(word: &str, bytes: &[u8]) -> Result<Stream, ReadError> {
    match (kind(word), id(bytes)) {
        (Some(kind), Some(id)) => Ok(Stream { kind, id }),
        _ => Err(ReadError::Store("a stream in the database has no kind or id".to_owned())),
    }
}

pub(crate) async fn summary(pool: &SqlitePool, stream: Stream) -> Result<Option<Summary>, ReadError> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT p.kind, p.id, p.version, p.sort_key, p.summary
         FROM stream s JOIN summary p ON p.stream = s.number WHERE s.kind = $1 AND s.id = $2",
    )
    .bind(stream.kind.word())
    .bind(bytes_id(stream.id))
    .fetch_optional(pool)
    .await
    .map_err(unread)?;
    row.map(read).transpose()
}

pub(crate) async fn summaries(
    pool: &SqlitePool,
    kind: Kind,
    after: Option<After>,
    limit: u32,
) -> Result<Vec<Summary>, ReadError> {
    let (order, id) =
        after.map_or_else(|| (String::new(), Vec::new()), |after| (after.order, bytes_id(after.id)));
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT kind, id, version, sort_key, summary FROM summary
         WHERE kind = $1 AND (sort_key, id) > ($2, $3) ORDER BY sort_key, id LIMIT $4",
    )
    .bind(kind.word())
    .bind(order)
    .bind(id)
    .bind(i64::from(limit))
    .fetch_all(pool)
    .await
    .map_err(unread)?;
    rows.into_iter().map(read).collect()
}

/// More words than a person types into a search.
const WORDS_MAX: usize = 16;

/// So many patients with a word are looked at one by one and sorted. With more of them, the list is walked in its order
/// instead, until a page is full.
const RARE_MAX: i64 = 1_000;

/// The words that begin with a word lie between it and this.
fn end(word: &str) -> String {
    format!("{word}{}", char::MAX)
}

/// How many entries have a word, counted no further than one more than is rare.
async fn frequency(pool: &SqlitePool, kind: Kind, word: &str) -> Result<i64, ReadError> {
    sqlx::query_scalar(
        "SELECT count(*) FROM
             (SELECT 1 FROM term WHERE kind = $1 AND word >= $2 AND word < $3 LIMIT $4)",
    )
    .bind(kind.word())
    .bind(word)
    .bind(end(word))
    .bind(RARE_MAX + 1)
    .fetch_one(pool)
    .await
    .map_err(unread)
}

pub(crate) async fn search(
    pool: &SqlitePool,
    kind: Kind,
    mut words: Vec<String>,
    limit: u32,
) -> Result<Vec<Summary>, ReadError> {
    words.retain(|word| !word.is_empty());
    words.truncate(WORDS_MAX);
    if words.is_empty() {
        return summaries(pool, kind, None, limit).await;
    }
    // The rarest word comes first: what it leaves is asked for the others.
    let mut counted = Vec::with_capacity(words.len());
    for word in words {
        counted.push((frequency(pool, kind, &word).await?, word));
    }
    counted.sort();
    let rare = counted.first().is_some_and(|(number, _)| *number <= RARE_MAX);
    let mut sql = "SELECT p.kind, p.id, p.version, p.sort_key, p.summary FROM summary p".to_owned();
    let from = if rare {
        sql.push_str(
            " WHERE p.stream IN (SELECT stream FROM term WHERE kind = $1 AND word >= $2 AND word < $3)",
        );
        1
    } else {
        sql.push_str(" INDEXED BY summary_sorted WHERE p.kind = $1");
        0
    };
    for place in (2..).step_by(2).take(counted.len()).skip(from) {
        sql.push_str(&format!(
            " AND EXISTS (SELECT 1 FROM term t WHERE t.stream = p.stream AND t.kind = $1
                 AND t.word >= ${place} AND t.word < ${})",
            place + 1
        ));
    }
    sql.push_str(&format!(" ORDER BY p.sort_key, p.id LIMIT ${}", 2 + 2 * counted.len()));
    // Only numbers of placeholders are put into the text.
    let mut query = sqlx::query_as::<_, Row>(AssertSqlSafe(sql)).bind(kind.word());
    for (_, word) in counted {
        let end = end(&word);
        query = query.bind(word).bind(end);
    }
    let rows = query.bind(i64::from(limit)).fetch_all(pool).await.map_err(unread)?;
    rows.into_iter().map(read).collect()
}

pub(crate) async fn due(
    pool: &SqlitePool,
    kinds: Vec<String>,
    window: Window,
    limit: u32,
) -> Result<Vec<DueLine>, ReadError> {
    let among =
        if kinds.is_empty() { String::new() } else { format!(" AND d.kind IN ({})", places(4, kinds.len())) };
    // In the order of an index, and joined in that order: a page is read without sorting everything.
    let sql = format!(
        "SELECT p.kind, p.id, d.kind, d.since, d.ends, d.body, p.summary
         FROM due d CROSS JOIN summary p ON p.stream = d.stream
         WHERE d.since < $1 AND (d.ends IS NULL OR d.ends > $2){among}
         ORDER BY d.since, d.stream, d.place LIMIT $3"
    );
    type Row = (String, Vec<u8>, String, i64, Option<i64>, String, String);
    let query = sqlx::query_as::<_, Row>(AssertSqlSafe(sql));
    let mut query = query.bind(window.until).bind(window.now).bind(i64::from(limit));
    for kind in kinds {
        query = query.bind(kind);
    }
    let rows = query.fetch_all(pool).await.map_err(unread)?;
    rows.into_iter()
        .map(|(word, bytes, kind, from, ends, body, summary)| {
            Ok(DueLine { stream: stream(&word, &bytes)?, due: Due { kind, from, ends, body }, summary })
        })
        .collect()
}

pub(crate) async fn due_counts(pool: &SqlitePool, window: Window) -> Result<Vec<(String, u64)>, ReadError> {
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "SELECT kind, count(*) FROM due WHERE since < $1 AND (ends IS NULL OR ends > $2)
         GROUP BY kind ORDER BY kind",
    )
    .bind(window.until)
    .bind(window.now)
    .fetch_all(pool)
    .await
    .map_err(unread)?;
    Ok(rows.into_iter().map(|(kind, number)| (kind, count(number))).collect())
}

/// An id out of the database.
fn named(bytes: &[u8]) -> Result<Id, ReadError> {
    id(bytes).ok_or_else(|| ReadError::Store("a stream in the database has no id".to_owned()))
}

pub(crate) async fn rows(
    pool: &SqlitePool,
    kind: Kind,
    after: Option<Id>,
    limit: u32,
) -> Result<Vec<Rows>, ReadError> {
    let rows: Vec<(Vec<u8>, i64, String)> = sqlx::query_as(
        "SELECT id, version, rows FROM analysed
         WHERE kind = $1 AND id > $2 AND rows <> '' ORDER BY id LIMIT $3",
    )
    .bind(kind.word())
    .bind(after.map_or_else(Vec::new, bytes_id))
    .bind(i64::from(limit))
    .fetch_all(pool)
    .await
    .map_err(unread)?;
    let read = |(bytes, version, rows): (Vec<u8>, i64, String)| {
        Ok(Rows { id: named(&bytes)?, version: count(version), rows })
    };
    rows.into_iter().map(read).collect()
}

pub(crate) async fn without_rows(
    pool: &SqlitePool,
    kind: Kind,
    after: Option<Id>,
    limit: u32,
) -> Result<Vec<Id>, ReadError> {
    let found: Vec<Vec<u8>> = sqlx::query_scalar(
        "SELECT s.id FROM stream s
         WHERE s.kind = $1 AND s.id > $2 AND s.version > 0
             AND NOT EXISTS (SELECT 1 FROM analysed a WHERE a.kind = s.kind AND a.id = s.id)
         ORDER BY s.id LIMIT $3",
    )
    .bind(kind.word())
    .bind(after.map_or_else(Vec::new, bytes_id))
    .bind(i64::from(limit))
    .fetch_all(pool)
    .await
    .map_err(unread)?;
    found.iter().map(|bytes| named(bytes)).collect()
}
