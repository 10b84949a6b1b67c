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
        body: format!("{{\"{kind}\":{from}}}"),
    });
    Projection {
        order: order.to_owned(),
        summary: format!("{{\"order\":\"{order}\"}}"),
        due: due.collect(),
        terms: terms.iter().map(|term| (*term).to_owned()).collect(),
    }
}
