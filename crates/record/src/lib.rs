//! The record: an append-only store behind one narrow port, with what is needed around it: sessions, the audit of views,
//! attachments, verification, archive.
//!
//! What it is: streams of events that are only ever added to, sealed at rest and chained, and four projections that are
//! written in the same transaction and can be thrown away and made anew. It knows no clinical rule.
//!
//! Words
//! - *stream*: everything that was recorded about one patient, enquiry or account, or about the clinic's settings.
//! - *version*: how many events a stream holds. A writer says which version it saw; another one is refused as stale.
//! - *sequence*: how many events all streams hold, in the order in which they were committed.
//! - *form*: what a person filled in, named by an id that was made with it. The same form twice is one act.
//! - *projection*: what pages ask for fast: one summary, the due dates and the search terms of a stream; and what
//!   analyses read of it.
//! - *link*: the hash that ends a stream at a version; it holds the link before it and the sealed event.
//! - *head*: a signature over the newest link of every stream, made at intervals.
//!
//! Invariants
//! - An event is never changed or deleted; a mistake is corrected by another event.
//! - What was acknowledged is on the disk.
//! - An act is recorded as a whole or not at all, over as many streams as it touches.
//! - The chain runs over sealed bytes: it can be verified without any key.
//! - One process writes: a second one is refused at opening. Within it one task writes, many acts to a commit.
//! - Randomness is handed in; nothing here reads a clock.
#![forbid(unsafe_code)]

mod archive;
mod chain;
mod error;
mod head;
mod keys;
mod port;
mod rows;
mod seal;
mod store;
mod upcast;
mod verify;

pub use archive::{ArchiveError, Archived, archive_export, archive_import};
pub use error::OpenError;
pub use head::Head;
pub use keys::{Keys, Purpose, Random, hex, system_random, unhex};
pub use port::*;
pub use store::{Options, Pause, Point, SqliteStore, media_type};
pub use upcast::{Upcast, Upcasters};
pub use verify::{Fault, Verdict, verify};

use std::path::{Path, PathBuf};

/// A file beside another one: its name with more behind it.
fn beside(path: &Path, more: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(more);
    PathBuf::from(name)
}

/// A new name in a folder is durable only when the folder is.
fn sync_folder(path: &Path) -> std::io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    std::fs::File::open(folder)?.sync_all()
}
