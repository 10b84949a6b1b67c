//! The record: an append-only store behind one narrow port, with what is needed around it: sessions, the audit of views,
//! attachments, verification, archive.
//!
//! What it is: streams of events that are only ever added to, sealed at rest and chained, and three projections that are
//! written in the same transaction and can be thrown away and made anew. It knows no clinical rule.
//!
//! Words
//! - *stream*: everything that was recorded about one patient, enquiry or account, or about the clinic's settings.
//! - *version*: how many events a stream holds. A writer says which version it saw; another one is refused as stale.
//! - *form*: what a person filled in, named by an id that was made with it. The same form twice is one act.
//! - *projection*: what pages ask for fast: one summary, the due dates and the search terms of a stream.
//! - *head*: a signature over the newest link of every stream, made at intervals.
//!
//! Invariants
//! - An event is never changed or deleted; a mistake is corrected by another event.
//! - What was acknowledged is on the disk.
//! - An act is recorded as a whole or not at all, over as many streams as it touches.
//! - The chain runs over sealed bytes: it can be verified without any key.
#![forbid(unsafe_code)]

mod port;

pub use port::*;
