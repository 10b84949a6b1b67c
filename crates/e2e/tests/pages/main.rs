//! A person in front of the screen. One binary, since it is slow to link.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    missing_docs,
    reason = "tests may fail loudly"
)]

mod crawl;
mod emergency;
mod first_start;
mod loss_of_effect;
mod orders;
mod papers;
mod pathway;
mod patients;
mod public;
mod refill;
mod settings;
