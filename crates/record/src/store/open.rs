//! Opening: the lock, the connections, the migrations and the keys.

use super::Lock;
use crate::OpenError;
use crate::keys::{Keys, Random};
use crate::seal;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection, SqlSafeStr, SqliteConnection};
use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Every form a file ever had, in order.
pub(crate) const MIGRATIONS: [(i64, &str, &str); 4] = [
    (1, "the record", include_str!("../../migrations/sqlite/0001_record.sql")),
    (2, "the desk", include_str!("../../migrations/sqlite/0002_desk.sql")),
    (3, "what is due ends", include_str!("../../migrations/sqlite/0003_ends.sql")),
    (4, "what analyses read", include_str!("../../migrations/sqlite/0004_rows.sql")),
];

/// "thec": what `file` shows, and what tells our files from others.
const APPLICATION: i64 = 0x7468_6563;

/// Rows that are read while nobody takes them yet.
const ROWS_READ_AHEAD: usize = 1_024;

/// What is needed to connect again.
pub(crate) struct Setting {
    pub(crate) path: PathBuf,
    pub(crate) pages_max: Option<u32>,
    pub(crate) careless: bool,
}

impl Setting {
    fn options(&self) -> SqliteConnectOptions {
        let synchronous = if self.careless { SqliteSynchronous::Off } else { SqliteSynchronous::Full };
        SqliteConnectOptions::new()
            .filename(&self.path)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(synchronous)
            .statement_cache_capacity(256)
            .disable_statement_logging()
    }

    pub(crate) async fn writer(&self) -> Result<SqliteConnection, sqlx::Error> {
        let mut options = self
            .options()
            .create_if_missing(true)
            .pragma("journal_size_limit", "67108864")
            .pragma("trusted_schema", "OFF")
            .pragma("cell_size_check", "ON");
        if let Some(pages) = self.pages_max {
            options = options.pragma("max_page_count", pages.to_string());
        }
        options.connect().await
    }

    pub(crate) async fn readers(&self, number: u32) -> Result<SqlitePool, sqlx::Error> {
        // What is asked for comes in one go: nobody is woken for each of its rows.
        let options = self.options().pragma("query_only", "ON").row_buffer_size(ROWS_READ_AHEAD);
        SqlitePoolOptions::new()
            .max_connections(number)
            .min_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false)
            .connect_with(options)
            .await
    }
}

/// One process at a time. The lock goes with the process, however it ends.
pub(crate) fn lock(path: &Path) -> Result<Lock, OpenError> {
    let lock = crate::beside(path, ".lock");
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .open(&lock)
        .map_err(|error| OpenError::file(&lock, &error))?;
    match file.try_lock() {
        Ok(()) => Ok(Lock { _file: file, _path: lock }),
        Err(std::fs::TryLockError::WouldBlock) => Err(OpenError::InUse(path.to_path_buf())),
        Err(std::fs::TryLockError::Error(error)) => Err(OpenError::file(&lock, &error)),
    }
}

fn migrator() -> Migrator {
    let migrations = MIGRATIONS
        .iter()
        .map(|(version, name, sql)| {
            Migration::new(*version, (*name).into(), MigrationType::Simple, (*sql).into_sql_str(), false)
        })
        .collect();
    Migrator::with_migrations(migrations)
}

async fn number(connection: &mut SqliteConnection, sql: &'static str) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar(sql).fetch_one(connection).await
}

fn newest() -> i64 {
    MIGRATIONS.iter().map(|(version, ..)| *version).max().unwrap_or(0)
}

/// Whether a file that is only read has a form that is known here.
pub(crate) async fn is_known(connection: &mut SqliteConnection, path: &Path) -> Result<(), OpenError> {
    let failed = |error: sqlx::Error| OpenError::store(path, &error);
    if number(connection, "PRAGMA application_id").await.map_err(failed)? != APPLICATION {
        return Err(OpenError::NotOurs(path.to_path_buf()));
    }
    let found =
        number(connection, "SELECT coalesce(max(version), 0) FROM _sqlx_migrations").await.map_err(failed)?;
    match found {
        found if found > newest() => {
            Err(OpenError::Newer { path: path.to_path_buf(), found, known: newest() })
        }
        _ => Ok(()),
    }
}

/// Brings the file to today's form.
pub(crate) async fn migrate(connection: &mut SqliteConnection, path: &Path) -> Result<(), OpenError> {
    let failed = |error: sqlx::Error| OpenError::store(path, &error);
    let tables = "SELECT count(*) FROM sqlite_schema WHERE type = 'table'";
    let begun = number(connection, tables).await.map_err(failed)? > 0;
    if begun && number(connection, "PRAGMA application_id").await.map_err(failed)? != APPLICATION {
        return Err(OpenError::NotOurs(path.to_path_buf()));
    }
    if !begun {
        sqlx::query("PRAGMA application_id = 1952998755").execute(&mut *connection).await.map_err(failed)?;
    }
    let known = newest();
    migrator().run_direct(None, connection, false).await.map_err(|error| match error {
        MigrateError::VersionMissing(found) if found > known => {
            OpenError::Newer { path: path.to_path_buf(), found, known }
        }
        MigrateError::VersionMissing(form) | MigrateError::VersionMismatch(form) => {
            OpenError::OtherForm { path: path.to_path_buf(), form }
        }
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => failed(error),
        other => OpenError::Store { path: path.to_path_buf(), what: other.to_string() },
    })
}

/// Checks the keys against the file, or writes into a new one whose they are.
pub(crate) async fn greet(
    connection: &mut SqliteConnection,
    path: &Path,
    keys: &Keys,
    random: &mut Random,
) -> Result<(), OpenError> {
    let failed = |error: sqlx::Error| OpenError::store(path, &error);
    let check: Option<Vec<u8>> = sqlx::query_scalar("SELECT value FROM meta WHERE name = 'key check'")
        .fetch_optional(&mut *connection)
        .await
        .map_err(failed)?;
    let Some(check) = check else {
        let check = seal::key_check(keys, random).map_err(OpenError::Random)?;
        sqlx::query("INSERT INTO meta (name, value) VALUES ('key check', $1), ('public key', $2)")
            .bind(check)
            .bind(keys.public().to_vec())
            .execute(connection)
            .await
            .map_err(failed)?;
        return Ok(());
    };
    let public: Option<Vec<u8>> = sqlx::query_scalar("SELECT value FROM meta WHERE name = 'public key'")
        .fetch_optional(&mut *connection)
        .await
        .map_err(failed)?;
    if !seal::is_right_key(keys, &check) || public.as_deref() != Some(keys.public().as_slice()) {
        return Err(OpenError::KeysWrong(path.to_path_buf()));
    }
    // A file that cannot be written is found here, not at the first patient.
    writable(connection).await.map_err(failed)
}

/// Writes a line that means nothing, durably.
pub(crate) async fn writable(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO meta (name, value) VALUES ('opened', x'01')
         ON CONFLICT (name) DO UPDATE SET value = CASE meta.value WHEN x'00' THEN x'01' ELSE x'00' END",
    )
    .execute(connection)
    .await
    .map(|_| ())
}

/// A connection that fills an empty file.
pub(crate) struct Loader {
    pub(crate) connection: SqliteConnection,
    _lock: Lock,
}

/// Opens a file to be filled, of today's form, without keys.
pub(crate) async fn open_loader(path: &Path) -> Result<Loader, OpenError> {
    let _lock = lock(path)?;
    let setting = Setting { path: path.to_path_buf(), pages_max: None, careless: false };
    let mut connection = setting.writer().await.map_err(|error| OpenError::store(path, &error))?;
    migrate(&mut connection, path).await?;
    Ok(Loader { connection, _lock })
}

pub(crate) async fn close_loader(loader: Loader) {
    // What was committed is on the disk; a file that does not close well is as good.
    let _closed = loader.connection.close().await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::sha256;
    use crate::keys::{hex, system_random};
    use crate::port::{Act, Append, Id, Kind, NewEvent, Port, Projection, Stream};
    use crate::store::batch::Batch;
    use crate::store::{Options, SqliteStore, act};

    /// Files in use were made by these very texts: a form is changed by another migration, never in its own.
    #[test]
    fn migrations_stay_as_they_are() {
        let sums: Vec<_> = MIGRATIONS.iter().map(|(_, _, sql)| hex(&sha256(sql.as_bytes()))).collect();
        assert_eq!(
            sums,
            [
                "4fc5c023badb0ceb38bba35d954857a206ac25553f68a392efdbf9d4813be2ed",
                "b24e07b549497f573aa9bfa7817f89fdea790a3f9073d5ba000888f3849409cf",
                "cb415a6e5c9a85c507b2b162c63e77e9ed34a1c8024d7a021935dee7a3867a43",
                "65290bb4f62744413420b98ac2b4cfbd18b00390b48ec68e8751056878c7d94c",
            ]
        );
    }

    /// R-REC-11: a file of each earlier form, with a record in it, becomes one of today.
    #[tokio::test]
    async fn every_earlier_form_is_brought_to_today() {
        for (form, ..) in MIGRATIONS {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("clinic.db");
            let mut random = system_random();
            let keys = Keys::beside(&path, &mut random).expect("keys");
            let stream = Stream { kind: Kind::Patient, id: Id(1) };
            let event = NewEvent { kind: "note".to_owned(), schema: 1, happened: 1, body: "{}".to_owned() };
            let mut new = Act {
                form: Id(1),
                by: None,
                recorded: 2,
                content: [0; 32],
                appends: vec![Append { stream, expected: 0, events: vec![event], projection: None }],
            };
            // As the program of that form left it.
            let setting = Setting { path: path.clone(), pages_max: None, careless: false };
            let mut connection = setting.writer().await.expect("a file");
            sqlx::query("PRAGMA application_id = 1952998755").execute(&mut connection).await.expect("mark");
            let versions = MIGRATIONS.iter().filter(|(version, ..)| *version <= form);
            let earlier = versions.map(|(version, name, sql)| {
                Migration::new(*version, (*name).into(), MigrationType::Simple, (*sql).into_sql_str(), false)
            });
            let earlier = Migrator::with_migrations(earlier.collect());
            earlier.run_direct(None, &mut connection, false).await.expect("its form");
            greet(&mut connection, &path, &keys, &mut random).await.expect("its keys");
            let mut tips = act::tips(&mut connection).await.expect("its ends");
            sqlx::query("BEGIN").execute(&mut connection).await.expect("begun");
            let mut batch = Batch::load(&mut connection, &[]).await.expect("nothing yet");
            batch.expect_new(stream);
            batch.judge(&new, &mut tips, &keys, &mut random).expect("its record");
            batch.write(&mut connection).await.expect("written");
            sqlx::query("COMMIT").execute(&mut connection).await.expect("committed");
            connection.close().await.expect("closed");
            // Today.
            let store = SqliteStore::open(&path, Options::new(keys)).await.expect("opens");
            assert_eq!(store.read(stream, 0).await.expect("reads").len(), 1);
            assert_eq!(store.summary(stream).await.expect("asks"), None);
            assert_eq!(store.without_rows(Kind::Patient, None, 9).await.expect("asks"), [Id(1)]);
            new.form = Id(2);
            if let Some(append) = new.appends.first_mut() {
                append.expected = 1;
                append.projection = Some(Projection::default());
            }
            store.append(new).await.expect("goes on");
            assert!(store.summary(stream).await.expect("asks").is_some());
            assert_eq!(store.without_rows(Kind::Patient, None, 9).await.expect("asks"), []);
            store.sign_head(1).await.expect("signs");
            store.close().await;
            let verdict = crate::verify(&path, &[]).await.expect("verifies");
            assert_eq!((verdict.fault, verdict.events), (None, 2), "from form {form}");
        }
    }
}
