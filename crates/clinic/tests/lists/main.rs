//! The lists: Today, the pack, finding and registering patients, merging, moving, admitting, notices of makers.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    reason = "tests may fail loudly"
)]

mod admit;
mod house;
mod patients;
mod recalls;
mod today;
mod two;
