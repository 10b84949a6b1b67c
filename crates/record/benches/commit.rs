//! How many acts a second become durable, with 1 and with 32 writers, beside what SQLite itself commits on the same disk.
//!
//! The peers write plainly through the same driver with the same settings (write-ahead log, `synchronous=FULL`): one row a
//! commit, and batches of 32 to a commit. `row` is one row with the bytes of a sealed event; `act` are the four rows that
//! an act writes anyway: an event, the end of its stream, its receipt and a summary, without sealing and chain.
//!
//! Run with `cargo bench -p record --bench commit`; the folder is that of `TMPDIR`.
#![allow(missing_docs, clippy::print_stdout, reason = "a benchmark is run by hand")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "and may stop")]

use record::*;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, Executor, SqliteConnection};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// As long as each figure is measured.
const TIME: Duration = Duration::from_secs(4);
/// A refill with its readings, in bytes.
const BODY: usize = 600;

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().worker_threads(2).build().unwrap();
    runtime.block_on(async {
        for turn in 1..=3 {
            let row_1 = plain(1, false).await;
            let act_1 = plain(1, true).await;
            let ours_1 = ours(1).await;
            let row_32 = plain(32, false).await;
            let act_32 = plain(32, true).await;
            let ours_32 = ours(32).await;
            println!(
                "turn {turn}:  1 writer: {ours_1:.0} acts/s; SQLite {row_1:.0} commits/s of a row ({:.2}), {act_1:.0} of an act ({:.2})",
                ours_1 / row_1,
                ours_1 / act_1
            );
            println!(
                "        32 writers: {ours_32:.0} acts/s; SQLite in batches of 32 {row_32:.0} rows/s ({:.2}), {act_32:.0} acts/s ({:.2})",
                ours_32 / row_32,
                ours_32 / act_32
            );
        }
    });
}

async fn connection(path: &Path) -> SqliteConnection {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .disable_statement_logging()
        .connect()
        .await
        .unwrap()
}

/// Rows or acts a second, written plainly.
async fn plain(batch: u64, act: bool) -> f64 {
    let folder = tempfile::tempdir().unwrap();
    let mut connection = connection(&folder.path().join("plain.db")).await;
    connection
        .execute(
            "CREATE TABLE event (sequence INTEGER PRIMARY KEY, stream INTEGER, version INTEGER, sealed BLOB);
             CREATE UNIQUE INDEX place ON event (stream, version);
             CREATE TABLE stream (number INTEGER PRIMARY KEY, version INTEGER, link BLOB);
             CREATE TABLE act (form BLOB PRIMARY KEY, content BLOB) WITHOUT ROWID;
             CREATE TABLE summary (stream INTEGER PRIMARY KEY, summary TEXT)",
        )
        .await
        .unwrap();
    let (sealed, summary) = (vec![7_u8; BODY + 150], "s".repeat(200));
    let start = Instant::now();
    let mut number = 0_i64;
    while start.elapsed() < TIME {
        sqlx::query("BEGIN IMMEDIATE").execute(&mut connection).await.unwrap();
        for _ in 0..batch {
            number += 1;
            let stream = number % 64;
            sqlx::query("INSERT INTO event VALUES ($1, $2, $3, $4)")
                .bind(number)
                .bind(stream)
                .bind(number)
                .bind(&sealed)
                .execute(&mut connection)
                .await
                .unwrap();
            if act {
                let upsert = "INSERT INTO stream VALUES ($1, $2, $3)
                     ON CONFLICT (number) DO UPDATE SET version = excluded.version, link = excluded.link";
                let link = sealed[..32].to_vec();
                sqlx::query(upsert)
                    .bind(stream)
                    .bind(number)
                    .bind(&link)
                    .execute(&mut connection)
                    .await
                    .unwrap();
                let form =
                    u128::try_from(number).unwrap().wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
                sqlx::query("INSERT INTO act VALUES ($1, $2)")
                    .bind(form.to_be_bytes().to_vec())
                    .bind(link)
                    .execute(&mut connection)
                    .await
                    .unwrap();
                let upsert = "INSERT INTO summary VALUES ($1, $2)
                     ON CONFLICT (stream) DO UPDATE SET summary = excluded.summary";
                sqlx::query(upsert).bind(stream).bind(&summary).execute(&mut connection).await.unwrap();
            }
        }
        sqlx::query("COMMIT").execute(&mut connection).await.unwrap();
    }
    let rate = number as f64 / start.elapsed().as_secs_f64();
    connection.close().await.unwrap();
    rate
}

/// Acts a second through the store, each writer waiting for its answer before its next act.
async fn ours(writers: u64) -> f64 {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("clinic.db");
    let keys = Keys::beside(&path, &mut system_random()).unwrap();
    let store = Arc::new(SqliteStore::open(&path, Options::new(keys)).await.unwrap());
    let body = format!("\"{}\"", "b".repeat(BODY));
    let start = Instant::now();
    let mut tasks = Vec::new();
    for writer in 0..writers {
        let (store, body) = (Arc::clone(&store), body.clone());
        tasks.push(tokio::spawn(async move {
            let stream = |number: u64| Stream {
                kind: Kind::Patient,
                id: Id(u128::from(writer * 64 / writers + number)),
            };
            let streams = 64 / writers;
            let mut number = 0_u64;
            while start.elapsed() < TIME {
                let expected = number / streams;
                let event =
                    NewEvent { kind: "refill".to_owned(), schema: 1, happened: 1, body: body.clone() };
                let projection =
                    Projection { order: "a".to_owned(), summary: "s".repeat(200), ..Projection::default() };
                let append = Append {
                    stream: stream(number % streams),
                    expected,
                    events: vec![event],
                    projection: Some(projection),
                };
                let form =
                    u128::from(writer << 32 | number).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
                let act = Act {
                    form: Id(form),
                    by: Some(Id(1)),
                    recorded: 1,
                    content: [1; 32],
                    appends: vec![append],
                };
                store.append(act).await.unwrap();
                number += 1;
            }
            number
        }));
    }
    let mut number = 0;
    for task in tasks {
        number += task.await.unwrap();
    }
    let rate = number as f64 / start.elapsed().as_secs_f64();
    store.close().await;
    rate
}
