//! The whole application over a real database in a real browser: what only a person in front of a screen would see.
//!
//! What it is: a harness for `tests/pages`, and nothing else. A [`House`] is the real router on a port of its own over a
//! database file in a folder that goes with it. A [`Driver`] is a chromedriver that is killed by its handle, a [`Session`]
//! one Chromium with a profile of its own, with or without JavaScript.
//!
//! Invariants
//! - No browser reaches anything but 127.0.0.1: it is started with a proxy that does not exist.
//! - Nothing sleeps: a test waits for what a person would wait for.
//! - A missing tool is said on a developer's machine and fails where `CI` is set.
#![forbid(unsafe_code)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    missing_docs,
    reason = "tests may fail loudly"
)]

mod browser;
mod checkers;
mod house;

pub use browser::{Driver, Scripts, Session, Theme};
pub use checkers::{Checkers, in_ci, tool};
pub use house::{House, SET_UP_CODE};
