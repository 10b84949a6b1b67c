//! Refill, attendance, implant, imaging and observation through the router, on a store in a folder.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    reason = "tests may fail loudly"
)]

#[path = "../ward/mod.rs"]
mod house;
mod refill;
