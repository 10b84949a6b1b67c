//! What the tests of the store share: a folder, small acts, a plain way into the file.
#![allow(dead_code, reason = "each test file uses a part of it")]

use record::*;
use std::path::PathBuf;

/// A folder with a database in it.
pub struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("clinic.db")
    }

    pub fn options(&self) -> Options {
        Options::new(Keys::beside(&self.path(), &mut system_random()).unwrap())
    }

    pub async fn open(&self) -> SqliteStore {
        SqliteStore::open(&self.path(), self.options()).await.unwrap()
    }
}

pub fn patient(number: u128) -> Stream {
    Stream { kind: Kind::Patient, id: Id(number) }
}

pub fn append(stream: Stream, expected: u64, bodies: &[&str]) -> Append {
    let events = bodies
        .iter()
        .map(|body| NewEvent { kind: "note".to_owned(), schema: 1, happened: 500, body: (*body).to_owned() })
        .collect();
    Append { stream, expected, events, projection: None }
}

pub fn act(form: u128, appends: Vec<Append>) -> Act {
    let recorded = 1_000 + i64::try_from(form).unwrap_or(0);
    Act { form: Id(form), by: None, recorded, content: [7; 32], appends }
}

pub fn projection(order: &str, due: &[(&str, i64)], terms: &[&str]) -> Projection {
    let due = due.iter().map(|(kind, from)| Due {
        kind: (*kind).to_owned(),
        from: *from,
        ends: None,
        body: format!("{{\"{kind}\":{from}}}"),
    });
    Projection {
        order: order.to_owned(),
        summary: format!("{{\"order\":\"{order}\"}}"),
        due: due.collect(),
        terms: terms.iter().map(|term| (*term).to_owned()).collect(),
        rows: format!("[\"{order}\"]"),
    }
}

/// Somebody with a tool for databases, who knows how to switch the triggers off.
pub async fn tamper(path: &std::path::Path, sql: &str) {
    use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};
    let mut connection =
        sqlx::sqlite::SqliteConnectOptions::new().filename(path).foreign_keys(false).connect().await.unwrap();
    let triggers: Vec<String> = sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .fetch_all(&mut connection)
        .await
        .unwrap();
    for trigger in triggers {
        connection.execute(AssertSqlSafe(format!("DROP TRIGGER {trigger}"))).await.unwrap();
    }
    connection.execute(sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))).await.unwrap();
    connection.close().await.unwrap();
}

/// One value out of a file.
pub async fn ask(path: &std::path::Path, sql: &str) -> i64 {
    use sqlx::{AssertSqlSafe, ConnectOptions, Connection};
    let mut connection = sqlx::sqlite::SqliteConnectOptions::new().filename(path).connect().await.unwrap();
    let value = sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_one(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    value
}
