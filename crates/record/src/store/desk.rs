//! Sessions and counted attempts: what ends by itself and is no part of the record.

use super::writer::Failed;
use super::{bytes_id, count, id, unread};
use crate::port::{Id, ReadError, Session};
use sqlx::{SqliteConnection, SqlitePool};

pub(crate) async fn put_session(connection: &mut SqliteConnection, session: &Session) -> Result<(), Failed> {
    // A session that was seen again while somebody ended it stays ended.
    let sql = if session.created == session.seen {
        "INSERT INTO session (token_hash, account, created, seen, expires, proven) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (token_hash) DO UPDATE SET seen = excluded.seen, proven = excluded.proven"
    } else {
        "UPDATE session SET seen = $4, expires = $5, proven = $6 WHERE token_hash = $1 AND account = $2 AND created = $3"
    };
    sqlx::query(sql)
        .bind(session.token_hash.to_vec())
        .bind(bytes_id(session.account))
        .bind(session.created)
        .bind(session.seen)
        .bind(session.expires)
        .bind(session.proven)
        .execute(connection)
        .await?;
    Ok(())
}

pub(crate) async fn end_session(connection: &mut SqliteConnection, hash: &[u8]) -> Result<(), Failed> {
    sqlx::query("DELETE FROM session WHERE token_hash = $1").bind(hash.to_vec()).execute(connection).await?;
    Ok(())
}

pub(crate) async fn end_sessions(connection: &mut SqliteConnection, account: Id) -> Result<(), Failed> {
    sqlx::query("DELETE FROM session WHERE account = $1").bind(bytes_id(account)).execute(connection).await?;
    Ok(())
}

type Row = (Vec<u8>, Vec<u8>, i64, i64, i64, i64);

fn read((hash, account, created, seen, expires, proven): Row) -> Result<Session, ReadError> {
    match (<[u8; 32]>::try_from(hash.as_slice()), id(&account)) {
        (Ok(token_hash), Some(account)) => {
            Ok(Session { token_hash, account, created, seen, expires, proven })
        }
        _ => Err(ReadError::Store("a session in the database cannot be read".to_owned())),
    }
}

pub(crate) async fn session(pool: &SqlitePool, hash: [u8; 32]) -> Result<Option<Session>, ReadError> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT token_hash, account, created, seen, expires, proven FROM session WHERE token_hash = $1",
    )
    .bind(hash.to_vec())
    .fetch_optional(pool)
    .await
    .map_err(unread)?;
    row.map(read).transpose()
}

pub(crate) async fn sessions(pool: &SqlitePool, account: Id) -> Result<Vec<Session>, ReadError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT token_hash, account, created, seen, expires, proven FROM session
         WHERE account = $1 ORDER BY created, token_hash",
    )
    .bind(bytes_id(account))
    .fetch_all(pool)
    .await
    .map_err(unread)?;
    rows.into_iter().map(read).collect()
}

/// Counts one, forgets what is older than anybody asks for, and says how many there were.
pub(crate) async fn attempt(
    connection: &mut SqliteConnection,
    key: &str,
    at: i64,
    since: i64,
) -> Result<u64, Failed> {
    sqlx::query("DELETE FROM attempt WHERE key = $1 AND at < $2")
        .bind(key)
        .bind(since)
        .execute(&mut *connection)
        .await?;
    sqlx::query(
        "INSERT INTO attempt (key, at, times) VALUES ($1, $2, 1)
         ON CONFLICT (key, at) DO UPDATE SET times = attempt.times + 1",
    )
    .bind(key)
    .bind(at)
    .execute(&mut *connection)
    .await?;
    let number: i64 = sqlx::query_scalar(ATTEMPTS).bind(key).bind(since).fetch_one(connection).await?;
    Ok(count(number))
}

const ATTEMPTS: &str =
    "SELECT CAST(coalesce(sum(times), 0) AS BIGINT) FROM attempt WHERE key = $1 AND at >= $2";

pub(crate) async fn attempts(pool: &SqlitePool, key: String, since: i64) -> Result<u64, ReadError> {
    let number: i64 =
        sqlx::query_scalar(ATTEMPTS).bind(key).bind(since).fetch_one(pool).await.map_err(unread)?;
    Ok(count(number))
}

pub(crate) async fn forget_attempts(connection: &mut SqliteConnection, key: &str) -> Result<(), Failed> {
    sqlx::query("DELETE FROM attempt WHERE key = $1").bind(key).execute(connection).await?;
    Ok(())
}
