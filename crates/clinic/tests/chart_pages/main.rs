//! The pages of one patient through the router: overview, timeline, corrections, medicines, assessments, files.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    reason = "tests may fail loudly"
)]

mod assessments;
mod corrections;
mod files;
#[path = "../ward/mod.rs"]
mod house;
mod medicines;
mod overview;
