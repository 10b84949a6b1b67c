//! Files and events of other times: older, newer, not to be written. R-REC-11, R-REC-13.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "tests may fail loudly"
)]

mod common;

use common::*;
use record::*;
use serde_json::{Value, json};

fn to_two(mut body: Value) -> Result<Value, String> {
    let dose = body["dose"].take();
    body["dose_per_day"] = dose;
    body.as_object_mut().ok_or("no object")?.remove("dose");
    Ok(body)
}

fn to_three(mut body: Value) -> Result<Value, String> {
    body["unit"] = json!("ug/d");
    Ok(body)
}

#[tokio::test]
async fn events_of_earlier_schemas_are_read_as_todays() {
    let home = Home::new();
    let store = home.open().await;
    let mut mixed =
        act(1, vec![append(patient(1), 0, &["{\"dose\":\"90\"}", "{\"dose_per_day\":\"80\"}", "{}"])]);
    mixed.appends[0].events[1].schema = 2;
    mixed.appends[0].events[2].kind = "call".to_owned();
    store.append(mixed).await.unwrap();
    let written = store.read(patient(1), 0).await.unwrap();
    store.close().await;
    let upcasters = Upcasters::default().with("note", 1, to_two).with("note", 2, to_three);
    let store = SqliteStore::open(&home.path(), home.options().upcasters(upcasters)).await.unwrap();
    let read = store.read(patient(1), 0).await.unwrap();
    store.close().await;
    let shown: Vec<_> = read.iter().map(|event| (event.schema, event.body.as_str())).collect();
    assert_eq!(
        shown,
        [
            (3, "{\"dose_per_day\":\"90\",\"unit\":\"ug/d\"}"),
            (3, "{\"dose_per_day\":\"80\",\"unit\":\"ug/d\"}"),
            (1, "{}")
        ]
    );
    // What stands in the file has not changed.
    let store = home.open().await;
    assert_eq!(store.read(patient(1), 0).await.unwrap(), written);
    store.close().await;
    // One that cannot be read is named.
    let upcasters = Upcasters::default().with("call", 1, |_| Err("no number".to_owned()));
    let store = SqliteStore::open(&home.path(), home.options().upcasters(upcasters)).await.unwrap();
    match store.read(patient(1), 0).await {
        Err(ReadError::Damaged { version, what, .. }) => {
            assert_eq!((version, what.as_str()), (3, "call of schema 1 cannot be read: no number"));
        }
        other => panic!("{other:?}"),
    }
    store.close().await;
}

#[tokio::test]
async fn a_file_of_a_newer_thecal_is_refused() {
    let home = Home::new();
    home.open().await.close().await;
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                 VALUES (99, 'later', 1, x'00', 0)";
    tamper(&home.path(), newer).await;
    let refused = SqliteStore::open(&home.path(), home.options()).await.err().unwrap();
    assert!(matches!(refused, OpenError::Newer { found: 99, .. }), "{refused:?}");
    assert!(refused.to_string().contains("was written by a newer thecal"), "{refused}");
    assert!(matches!(verify(&home.path(), &[]).await, Err(OpenError::Newer { .. })));
    let other =
        "DELETE FROM _sqlx_migrations WHERE version = 99; UPDATE _sqlx_migrations SET checksum = x'00'";
    tamper(&home.path(), other).await;
    let refused = SqliteStore::open(&home.path(), home.options()).await.err();
    assert_eq!(refused, Some(OpenError::OtherForm { path: home.path(), form: 1 }));
}

/// Runs this test file's `as_somebody_else` as a person who owns nothing here.
#[cfg(unix)]
fn opened_by_another(home: &Home) -> String {
    use std::process::Command;
    let folder = home.path().parent().unwrap().to_path_buf();
    let program = folder.join("program");
    std::fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    let root = Command::new("id").arg("-u").output().unwrap().stdout == b"0\n";
    let mut command = if root {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&program);
        command
    } else {
        Command::new(&program)
    };
    let output = command
        .args(["--exact", "as_somebody_else", "--nocapture"])
        .env("THECAL_TEST_DATABASE", home.path())
        .current_dir(&folder)
        .output()
        .unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[tokio::test]
async fn as_somebody_else() {
    let Ok(path) = std::env::var("THECAL_TEST_DATABASE") else { return };
    let path = std::path::PathBuf::from(path);
    let keys = Keys::beside(&path, &mut system_random());
    match keys {
        Err(error) => println!("keys: {error}"),
        Ok(keys) => match SqliteStore::open(&path, Options::new(keys)).await {
            Err(error) => println!("open: {error}"),
            Ok(_) => println!("opened"),
        },
    }
    match verify(&path, &[]).await {
        Ok(verdict) => println!("verified: {} events, {:?}", verdict.events, verdict.fault),
        Err(error) => println!("verify: {error}"),
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_file_that_cannot_be_written_is_refused_but_verified() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    let store = home.open().await;
    store.append(act(1, vec![append(patient(1), 0, &["{}"])])).await.unwrap();
    store.close().await;
    let folder = home.path().parent().unwrap().to_path_buf();
    let mode = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    let keys = Keys::path_beside(&home.path());
    mode(&home.path(), 0o444);
    mode(&keys, 0o444);
    // The folder can be written, the file cannot.
    mode(&folder, 0o777);
    std::fs::remove_file(folder.join("clinic.db.lock")).unwrap();
    let told = opened_by_another(&home);
    assert!(told.contains("open: ") && told.contains("clinic.db cannot be written"), "{told}");
    assert!(told.contains("verified: 1 events, None"), "{told}");
    // The folder neither: as a copy on a medium that cannot be written.
    for file in ["clinic.db.lock", "clinic.db-wal", "clinic.db-shm", "program"] {
        let _gone = std::fs::remove_file(folder.join(file));
    }
    std::fs::copy(std::env::current_exe().unwrap(), folder.join("program")).unwrap();
    mode(&folder, 0o555);
    let told = opened_by_another(&home);
    assert!(told.contains("open: ") && told.contains("clinic.db.lock: Permission denied"), "{told}");
    assert!(told.contains("verified: 1 events, None"), "{told}");
    // Keys of somebody else.
    mode(&keys, 0o600);
    let told = opened_by_another(&home);
    assert!(told.contains("keys: ") || told.contains("open: "), "{told}");
    mode(&folder, 0o755);
}
